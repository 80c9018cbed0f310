"""Stints of training: whatever an engine does, its last event comes, and the next run works."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.engines.protocol import Control, Engine, Job, Report, Step
from digitpad.errors import DataFileError
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ended, Ending, Event, SnapshotTaken
from digitpad.runs.recipe import Loop, Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.training.training import State, engine_for
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.sentences import told
from tests.workspace.conftest import LONG, PER_EPOCH, SMALL, WAIT_MS, Scripted, reported, settle, stop


def train_small(workspace: Workspace, qtbot: QtBot) -> Run:
    """Train by the program's own engine, to the end."""
    workspace.training.engine_for = engine_for
    with reported(workspace, qtbot, Ending.COMPLETED):
        workspace.training.train(SMALL)
    run = workspace.runs.current
    assert run is not None
    return run


def state_after(recipe: Recipe, batches: int) -> Checkpoint:
    return Checkpoint(replace(untrained(recipe), updates=batches), (np.asarray(batches),), recipe.learning_rate)


def batches(first: int, count: int) -> Advanced:
    return Advanced(first, np.full(count, 2.0, np.float32), 0.01 * count)


class Held:
    """An engine that takes a batch, waits until it is let go, and then tells what it has learnt."""

    def __init__(self) -> None:
        self.let_go = threading.Event()

    def run(self, job: Job, report: Report, control: Control) -> None:
        report(Begun("held", untrained(job.recipe), job.checkpoint))
        report(batches(job.first_batch, 1))
        assert self.let_go.wait(GENEROUS_SECONDS)
        report(batches(job.first_batch + 1, 2))
        report(CheckpointTaken(state_after(job.recipe, job.first_batch + 3)))


@pytest.fixture
def held(ready: Workspace) -> "Held":
    held = Held()
    ready.training.engine_for = lambda _: held
    return held


class TestFailures:
    @pytest.mark.parametrize(
        ("error", "sentence", "after"),
        [
            *((RuntimeError("the disk is on fire"), "the disk is on fire", after) for after in range(4)),
            (MemoryError(), "MemoryError", 0),
            (KeyError("weights"), "weights", 1),
            (ValueError("first line\nsecond line"), "first line", 2),
            (DataFileError("mnist-changed", path="mnist.npz"), "mnist.npz", 3),
        ],
        ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
    )
    def test_whatever_an_engine_raises_is_a_sentence_and_the_next_run_works(
        self, ready: Workspace, qtbot: QtBot, error: Exception, sentence: str, after: int
    ) -> None:
        def script(job: Job, report: Report, _: Control) -> None:
            events = [
                Begun("scripted", untrained(job.recipe)),
                batches(0, 2),
                CheckpointTaken(state_after(job.recipe, 2)),
            ]
            for event in events[:after]:
                report(event)
            raise error

        ready.training.engine_for = lambda _: Scripted(script)
        with reported(ready, qtbot, Ending.FAILED) as ended:
            ready.training.train(SMALL)
        run, event = ended.run, ended.event
        assert sentence in told(event.problem)
        assert "second line" not in told(event.problem)
        assert ready.training.state is State.IDLE
        assert ready.training.run is None
        assert ready.network.origin is not Origin.TRAINING
        assert ready.runs.runs == ([run] if after else [])
        assert run.can_go_on == (after == 3)
        assert len(train_small(ready, qtbot).history) == 2 * PER_EPOCH

    def test_an_engine_that_cannot_be_made_leaves_no_run(self, ready: Workspace, qtbot: QtBot) -> None:
        def missing(_: Run) -> Engine:
            raise ImportError("no such engine")

        ready.training.engine_for = missing
        with reported(ready, qtbot, Ending.FAILED) as ended:
            ready.training.train(SMALL)
        assert "no such engine" in told(ended.event.problem)
        assert ready.runs.runs == []
        train_small(ready, qtbot)
        assert [run.name for run in ready.runs.runs] == ["Run 1"]

    def test_a_run_that_fails_when_it_goes_on_can_go_on_again(self, ready: Workspace, qtbot: QtBot) -> None:
        undisturbed = train_small(ready, qtbot).history.losses.tolist()
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.EPOCH)
        run = ready.runs.current

        def script(job: Job, report: Report, _: Control) -> None:
            report(Begun("scripted", job.checkpoint.snapshot, job.checkpoint))
            report(batches(job.first_batch, 3))
            raise RuntimeError("out of breath")

        ready.training.engine_for = lambda _: Scripted(script)
        with reported(ready, qtbot, Ending.FAILED):
            ready.training.resume(run)
        assert len(run.history) == PER_EPOCH + 3
        ready.training.engine_for = engine_for
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.resume(run)
        assert run.history.losses.tolist() == undisturbed

    def test_without_a_state_to_go_on_from_a_run_stops_instead_of_pausing(
        self, ready: Workspace, qtbot: QtBot
    ) -> None:
        def script(job: Job, report: Report, _: Control) -> None:
            report(Begun("scripted", untrained(job.recipe)))
            report(batches(0, 1))

        ready.training.engine_for = lambda _: Scripted(script)
        with reported(ready, qtbot, Ending.STOPPED):
            ready.training.train(SMALL, Step.BATCH)
        assert ready.training.state is State.IDLE


class TestAStepOfNothing:
    @pytest.mark.parametrize("optimizer", Optimizer)
    def test_begins_a_run_that_pauses_before_its_first_batch_and_is_the_undisturbed_one(
        self, ready: Workspace, qtbot: QtBot, optimizer: Optimizer
    ) -> None:
        recipe = replace(SMALL, optimizer=optimizer, shuffle=True)
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.train(recipe)
        undisturbed = ready.runs.current
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(recipe, Step.NOTHING)
        run = ready.training.run
        assert ready.training.state is State.PAUSED
        assert ready.runs.current is ready.network.run is run
        assert len(run.history) == 0
        assert run.can_go_on
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.resume(run, Step.NOTHING)
        assert len(run.history) == 0
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.resume(run)
        assert run.history.losses.tolist() == undisturbed.history.losses.tolist()
        for weights, others in zip(run.snapshot.weights, undisturbed.snapshot.weights, strict=True):
            np.testing.assert_array_equal(weights, others)


class TestPause:
    def test_asked_for_before_the_thread_has_looked_it_can_go_on(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL)
            ready.training.pause()
        run = ready.training.run
        assert ready.runs.runs == [run]
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.resume(run)
        assert len(run.history) == 2 * PER_EPOCH

    def test_behind_a_slow_batch_too(self, ready: Workspace, qtbot: QtBot, held: Held) -> None:
        with reported(ready, qtbot, Advanced):
            ready.training.train(SMALL)
        ready.training.stop_at_once()
        ready.training.engine_for = engine_for
        ready.training.train(SMALL)
        ready.training.pause()
        with reported(ready, qtbot, Ending.PAUSED):
            held.let_go.set()
        assert ready.training.run.can_go_on

    def test_a_paused_run_that_is_deleted_stops(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.training.run
        with reported(ready, qtbot, Ending.STOPPED):
            ready.commands.delete(run)
        assert ready.training.state is State.IDLE
        assert ready.training.run is None
        assert ready.runs.runs == []
        assert ready.runs.current is None
        ready.board.undo_stack.undo()
        assert ready.runs.runs == [run]
        assert run.can_go_on

    def test_resuming_another_run_stops_the_paused_one(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        first = ready.training.run
        stop(ready, qtbot)
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        second = ready.training.run
        endings: list[tuple[Run, Ending]] = []
        ready.training.reported.connect(
            lambda run, event: endings.append((run, event.how)) if isinstance(event, Ended) else None
        )
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.resume(first, Step.BATCH)
        assert endings == [(second, Ending.STOPPED), (first, Ending.PAUSED)]
        assert ready.training.run is ready.runs.current is ready.network.run is first
        assert (len(first.history), len(second.history)) == (2, 1)
        assert second.can_go_on


class TestDeleting:
    def test_a_run_that_has_only_begun_is_stopped(self, ready: Workspace, qtbot: QtBot, held: Held) -> None:
        with reported(ready, qtbot, Begun):
            ready.training.train(LONG)
        ready.commands.delete(ready.runs.current)
        assert ready.training.state is State.ENDING
        with reported(ready, qtbot, Ending.STOPPED):
            held.let_go.set()

    def test_a_run_deleted_while_it_sets_out_again_does_not_become_the_current_one(
        self, ready: Workspace, qtbot: QtBot
    ) -> None:
        other = train_small(ready, qtbot)
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.training.run
        with reported(ready, qtbot, Ending.STOPPED):
            ready.training.resume(run)
            ready.commands.delete(run)
        assert ready.runs.current is other


class TestLateReports:
    def test_what_a_slow_batch_has_learnt_goes_to_its_own_run(
        self, ready: Workspace, qtbot: QtBot, held: Held
    ) -> None:
        with reported(ready, qtbot, Advanced):
            ready.training.train(SMALL)
        first = ready.runs.current
        ready.training.stop_at_once()
        assert ready.training.state is State.IDLE
        ready.training.engine_for = engine_for
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.train(SMALL)
            held.let_go.set()
        second = ready.runs.current
        assert ready.runs.runs == [first, second]
        assert len(first.history) == 3
        assert first.can_go_on
        assert first.snapshot.updates == 3
        assert len(second.history) == 2 * PER_EPOCH
        assert ready.network.run is second

    def test_once_the_run_goes_on_they_are_forgotten(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.EPOCH)
        run, losses = ready.training.run, ready.training.run.history.losses.tolist()
        held = Held()
        ready.training.engine_for = lambda _: held
        with reported(ready, qtbot, Advanced):
            ready.training.resume(run)
        ready.training.stop_at_once()
        ready.training.engine_for = engine_for
        ready.training.resume(run, Step.BATCH)
        with reported(ready, qtbot, Ending.PAUSED):
            held.let_go.set()
        assert run.history.losses[:PER_EPOCH].tolist() == losses
        assert len(run.history) == PER_EPOCH + 1
        assert run.history.losses[-1] != 2

    def test_of_a_run_that_is_in_no_list_any_more_change_nothing(
        self, ready: Workspace, qtbot: QtBot, held: Held
    ) -> None:
        with reported(ready, qtbot, Advanced):
            ready.training.train(SMALL)
        ready.training.stop_at_once()
        ready.runs.put([], None)
        revision = ready.session.revision
        held.let_go.set()
        qtbot.waitUntil(lambda: ready.training.is_quiet, timeout=WAIT_MS)
        settle(qtbot)
        assert ready.session.revision == revision
        assert ready.runs.runs == []


class TestLearningRate:
    def test_set_twice_while_paused_it_is_marked_once(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.training.run
        for rate in (0.5, 0.25):
            with qtbot.waitSignal(ready.runs.changed):
                ready.training.set_learning_rate(rate)
        assert run.history.rate_changes == [(1, 0.25)]
        assert run.checkpoint.learning_rate == 0.25

    def test_the_same_again_is_no_change(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        with qtbot.assertNotEmitted(ready.runs.changed):
            ready.training.set_learning_rate(SMALL.learning_rate)
        assert ready.training.run.history.rate_changes == []

    def test_given_while_the_run_is_about_to_pause_it_is_what_it_goes_on_with(
        self, ready: Workspace, qtbot: QtBot
    ) -> None:
        told_last = threading.Event()
        let_go = threading.Event()

        def script(job: Job, report: Report, _: Control) -> None:
            report(Begun("scripted", untrained(job.recipe)))
            report(batches(0, 1))
            report(CheckpointTaken(state_after(job.recipe, 1)))
            told_last.set()
            assert let_go.wait(GENEROUS_SECONDS)

        ready.training.engine_for = lambda _: Scripted(script)
        with reported(ready, qtbot, CheckpointTaken):
            ready.training.train(SMALL)
        ready.training.pause()
        ready.training.set_learning_rate(0.5)
        with reported(ready, qtbot, Ending.PAUSED):
            let_go.set()
        run = ready.training.run
        assert run.history.rate_changes == [(1, 0.5)]
        assert run.checkpoint.learning_rate == 0.5

    def test_from_after_the_state_that_a_run_goes_on_from_it_is_not_shown_in_the_fields(
        self, ready: Workspace, qtbot: QtBot
    ) -> None:
        go_on = threading.Event()

        def script(job: Job, report: Report, _: Control) -> None:
            report(Begun("scripted", untrained(job.recipe)))
            report(batches(0, 1))
            report(CheckpointTaken(state_after(job.recipe, 1)))
            report(batches(1, 1))
            assert go_on.wait(GENEROUS_SECONDS)
            raise RuntimeError("too steep")

        ready.training.engine_for = lambda _: Scripted(script)
        ready.training.train(SMALL)
        qtbot.waitUntil(lambda: ready.runs.current is not None and len(ready.runs.current.history) == 2)
        ready.training.set_learning_rate(1e9)
        with reported(ready, qtbot, Ending.FAILED):
            go_on.set()
        run = ready.runs.current
        ready.training.engine_for = engine_for
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.commands.go_on(run)
        assert ready.draft.recipe.learning_rate == run.learning_rate == SMALL.learning_rate
        assert run.history.rate_changes == []


class TestKerasOwnFit:
    @pytest.fixture
    def fit(self, ready: Workspace) -> Workspace:
        ready.training.loop = Loop.KERAS
        return ready

    def test_trains_to_the_end(self, fit: Workspace, qtbot: QtBot) -> None:
        with reported(fit, qtbot, Ending.COMPLETED):
            fit.training.train(SMALL)
        by_fit = fit.runs.current
        assert by_fit.loop is Loop.KERAS
        fit.training.loop = Loop.COMPILED
        assert by_fit.accuracy == pytest.approx(train_small(fit, qtbot).accuracy, abs=0.002)
        np.testing.assert_allclose(by_fit.history.losses, fit.runs.current.history.losses, rtol=1e-3)

    def test_pauses_and_goes_on(self, fit: Workspace, qtbot: QtBot) -> None:
        recipe = replace(LONG, epochs=20)
        with reported(fit, qtbot, SnapshotTaken):
            fit.training.train(recipe)
        with reported(fit, qtbot, Ending.PAUSED):
            fit.training.pause()
        run = fit.training.run
        done = len(run.history)
        assert fit.training.state is State.PAUSED
        assert 0 < done < recipe.total_batches
        assert run.checkpoint.snapshot.updates == done
        with reported(fit, qtbot, Ending.PAUSED):
            fit.training.resume(run, Step.BATCH)
        assert len(run.history) == done + 1
        stop(fit, qtbot)
        assert run.can_go_on

    def test_stops(self, fit: Workspace, qtbot: QtBot) -> None:
        with reported(fit, qtbot, Advanced):
            fit.training.train(LONG)
        stop(fit, qtbot)
        assert fit.training.state is State.IDLE

    def test_takes_steps(self, fit: Workspace, qtbot: QtBot) -> None:
        for step, done in [(Step.BATCH, 1), (Step.BATCH, 2), (Step.EPOCH, PER_EPOCH)]:
            with reported(fit, qtbot, Ending.PAUSED):
                fit.training.step(SMALL, step)
            assert len(fit.runs.current.history) == done
        with reported(fit, qtbot, Ending.COMPLETED):
            fit.training.step(SMALL, Step.EPOCH)


def test_nothing_is_heard_after_closing(ready: Workspace, qtbot: QtBot) -> None:
    with reported(ready, qtbot, SnapshotTaken):
        ready.training.train(LONG)
    events: list[Event] = []
    ready.training.reported.connect(lambda _, event: events.append(event))
    ready.shut_down()
    assert isinstance(events[-1], Ended)
    assert ready.training.is_quiet
    assert ready.runs.current.snapshot.updates == len(ready.runs.current.history)
    heard = len(events)
    ready.training.train(SMALL)
    assert ready.training.state is State.IDLE
    assert len(events) == heard


def test_two_things_at_once_are_refused_quietly(ready: Workspace, qtbot: QtBot) -> None:
    with reported(ready, qtbot, Advanced):
        ready.training.train(LONG)
    run = ready.training.run
    ready.training.train(SMALL)
    ready.training.resume(run)
    assert ready.runs.runs == [run]
    stop(ready, qtbot)
