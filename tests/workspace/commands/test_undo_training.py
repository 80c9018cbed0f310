"""Taking training back: bit for bit, whatever was done in between."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.session_file import save_session
from digitpad.drawing.samples import sample_digit
from digitpad.engines.protocol import Control, Job, Report, Step
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ending
from digitpad.runs.run import Run
from digitpad.workspace.commands import undo_training
from digitpad.workspace.commands.undo_training import MOST_LEVELS
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.keeping.session_state import read_session
from digitpad.workspace.training.training import State, engine_for
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.conftest import (
    HANDLED,
    LONG,
    PER_EPOCH,
    WAIT_MS,
    Ends,
    Scripted,
    files_done,
    reported,
    settle,
    stop,
)
from tests.workspace.same import assert_same_state, assert_same_weights


def undo(workspace: Workspace, ends: Ends) -> None:
    with ends(Ending.PAUSED):
        workspace.commands.undo_training()


class TestUndo:
    def test_a_step_and_batches_by_hand_are_taken_back_level_by_level(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run, own: ByHand
    ) -> None:
        ready.board.show_drawing(sample_digit(4))
        states, losses = [run.checkpoint], run.history.losses.tolist()
        for act in (
            lambda: ready.training.train_by_hand(run, own, 3),
            lambda: ready.commands.step(Step.BATCH),
            lambda: ready.commands.step(Step.EPOCH),
            lambda: ready.training.train_by_hand(run, own, 20),
        ):
            with reported(ready, qtbot, Ending.COMPLETED if len(states) == 4 else Ending.PAUSED):
                act()
            qtbot.waitUntil(lambda: ready.sampler.is_quiet, timeout=WAIT_MS)
            losses = run.history.losses.tolist() if len(states) < 4 else losses
            states.append(run.checkpoint)
        assert states.pop() is None
        assert run.finished
        for state in reversed(states):
            done = state.snapshot.updates
            undo(ready, ends)
            assert ready.training.state is State.PAUSED
            assert ready.training.run is ready.network.run is ready.runs.current is run
            assert_same_state(run.checkpoint, state)
            assert_same_weights(ready.network.snapshot, state.snapshot)
            assert run.history.losses.tolist() == losses[:done]
            assert all(found.end <= done for found in run.history.interventions)
            assert all(at <= done for at, _ in run.history.sample_accuracies)
            assert all(at <= done for at, _ in run.history.accuracies)
            assert (run.probabilities.batches <= done).all()
        assert run.history.interventions == []
        undo(ready, ends)
        assert len(run.history) == 0
        assert not ready.conditions().can_undo_training

    def test_what_was_taken_back_never_happened(self, ready: Workspace, ends: Ends, run: Run, own: ByHand) -> None:
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 5)
        undo(ready, ends)
        undo(ready, ends)
        with ends(Ending.COMPLETED):
            ready.training.resume(run)
        with ends(Ending.COMPLETED):
            ready.training.train(HANDLED)
        other = ready.runs.current
        assert run.is_by_recipe
        assert run.history.losses.tolist() == other.history.losses.tolist()
        assert_same_weights(run.snapshot, other.snapshot)

    def test_a_sample_that_is_still_measured_is_none_of_what_was_done_instead(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run, own: ByHand
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 3)
        undo(ready, ends)
        with ends(Ending.PAUSED):
            ready.commands.step(Step.EPOCH)
        qtbot.waitUntil(lambda: ready.sampler.is_quiet, timeout=WAIT_MS)
        settle(qtbot)
        assert 4 not in dict(run.history.sample_accuracies)

    def test_a_changed_rate_goes_with_it(self, ready: Workspace, ends: Ends, run: Run) -> None:
        with ends(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        ready.training.set_learning_rate(0.5)
        undo(ready, ends)
        assert run.history.rate_changes == []
        assert run.checkpoint.learning_rate == HANDLED.learning_rate
        ready.training.set_learning_rate(0.25)
        with ends(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        undo(ready, ends)
        assert run.history.rate_changes == [(1, 0.25)]
        assert run.checkpoint.learning_rate == 0.25

    def test_after_stop_the_run_is_paused_again_where_it_was(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run
    ) -> None:
        state = run.checkpoint
        with ends(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        stop(ready, qtbot)
        files_done(ready, qtbot)
        assert not run.is_at_hand
        undo(ready, ends)
        assert ready.training.run is run
        assert_same_state(run.checkpoint, state)

    def test_first_the_reset_then_the_step_before_it(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run
    ) -> None:
        weights = run.snapshot
        with ends(Ending.STOPPED):
            ready.commands.reset()
        assert ready.network.origin is Origin.UNTRAINED
        ready.commands.undo_training()
        assert ready.network.origin is Origin.TRAINED
        assert ready.network.snapshot is weights
        undo(ready, ends)
        assert len(run.history) == 0
        assert not ready.conditions().can_undo_training

    def test_a_second_reset_is_nothing_to_take_back(self, ready: Workspace) -> None:
        ready.commands.take_ready_made()
        before = ready.network.snapshot
        ready.commands.reset()
        ready.commands.reset()
        ready.commands.undo_training()
        assert ready.network.snapshot is before
        assert not ready.conditions().can_undo_training

    def test_there_is_none_while_something_trains(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run
    ) -> None:
        assert ready.conditions().can_undo_training
        with reported(ready, qtbot, Begun):
            ready.training.resume(run, Step.EPOCH)
            assert not ready.conditions().can_undo_training
            ready.commands.undo_training()
        qtbot.waitUntil(lambda: ready.training.state is State.PAUSED, timeout=WAIT_MS)
        assert len(run.history) == PER_EPOCH

    @pytest.mark.parametrize("way", ["resume", "delete", "another", "session"])
    def test_there_is_none_once(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run, own: ByHand, way: str, tmp_path: Path
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 2)
        assert ready.conditions().can_undo_training
        if way == "resume":
            with ends(Ending.COMPLETED):
                ready.training.resume(run)
        elif way == "delete":
            with ends(Ending.STOPPED):
                ready.commands.delete(run)
        elif way == "another":
            stop(ready, qtbot)
            with ends(Ending.COMPLETED):
                ready.commands.toggle_training()
        else:
            save_session(tmp_path / "a.digitpad", ready.session.collect())
            ready.session.restore(read_session(tmp_path / "a.digitpad", ready.runs.shelf))
        assert not ready.conditions().can_undo_training
        done = len(run.history)
        ready.commands.undo_training()
        assert len(run.history) == done

    def test_of_another_run_it_begins_anew(self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run) -> None:
        stop(ready, qtbot)
        with ends(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        other = ready.training.run
        assert other is not run
        undo(ready, ends)
        assert len(other.history) == 0
        assert not ready.conditions().can_undo_training
        assert len(run.history) == 1

    def test_there_are_so_many_and_no_more(self, ready: Workspace, ends: Ends) -> None:
        ready.draft.write(LONG)
        for _ in range(MOST_LEVELS + 3):
            with ends(Ending.PAUSED):
                ready.commands.step(Step.BATCH)
        for _ in range(MOST_LEVELS):
            undo(ready, ends)
        assert not ready.conditions().can_undo_training
        assert len(ready.training.run.history) == 3

    def test_of_a_huge_network_they_are_fewer(
        self, ready: Workspace, ends: Ends, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(undo_training, "MOST_BYTES", 1)
        for _ in range(3):
            with ends(Ending.PAUSED):
                ready.commands.step(Step.BATCH)
        undo(ready, ends)
        assert not ready.conditions().can_undo_training
        assert len(ready.training.run.history) == 2

    def test_a_step_that_comes_to_nothing_is_none(self, ready: Workspace, ends: Ends, run: Run) -> None:
        ready.training.engine_for = lambda _: Scripted(lambda job, report, _: report(begun(job)))
        with ends(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        ready.training.engine_for = engine_for
        undo(ready, ends)
        assert len(run.history) == 0, "what is taken back is the step before it"

    def test_a_step_whose_batch_comes_after_stop_can_be_taken_back(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run
    ) -> None:
        may_end = threading.Event()

        def slow(job: Job, report: Report, _: Control) -> None:
            report(begun(job))
            assert may_end.wait(GENEROUS_SECONDS)
            report(Advanced(job.first_batch, np.ones(1, np.float32), 1.0))
            after = replace(job.checkpoint.snapshot, updates=job.first_batch + 1)
            report(CheckpointTaken(replace(job.checkpoint, snapshot=after)))

        state = run.checkpoint
        ready.training.engine_for = lambda _: Scripted(slow)
        with reported(ready, qtbot, Begun):
            ready.commands.step(Step.BATCH)
        ready.training.stop_at_once()
        may_end.set()
        qtbot.waitUntil(lambda: len(run.history) == 2, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: ready.training.is_quiet, timeout=WAIT_MS)
        ready.training.engine_for = engine_for
        undo(ready, ends)
        assert_same_state(run.checkpoint, state)


def begun(job: Job) -> Begun:
    return Begun("scripted", job.checkpoint.snapshot, job.checkpoint)
