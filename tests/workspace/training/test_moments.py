"""What a run keeps of its way while it trains."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.engines.protocol import Control, Job, Report, Step
from digitpad.network.snapshot import Snapshot
from digitpad.runs.by_hand import ByHand
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ending, SnapshotTaken
from digitpad.runs.moments.choice import MOST
from digitpad.runs.moments.plan import planned
from digitpad.runs.run import Run
from digitpad.workspace.training import moment_keeper
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import HANDLED, LONG, PER_EPOCH, SMALL, Ends, Scripted, files_done, reported, stop
from tests.workspace.same import assert_same_weights


def kept(run: Run) -> list[int]:
    return [moment.updates for moment in run.moments]


class TestThinning:
    def test_the_oldest_run_gives_first_and_it_is_said_once(self, ready: Workspace, ends: Ends) -> None:
        def train() -> None:
            with ends(Ending.COMPLETED):
                ready.training.train(SMALL)

        told: list[bool] = []
        ready.moments.thinned.connect(lambda: told.append(True))
        train()
        a_moment = ready.runs.runs[0].moments[0].bytes
        ready.moments.most_bytes = 8 * a_moment
        train()
        assert [kept(run) for run in ready.runs.runs] == [[0, 3, 20], [0, 1, 3, 10, 20]]
        assert told == [True]
        train()
        assert [kept(run) for run in ready.runs.runs] == [[0, 20], [0, 20], [0, 3, 10, 20]]
        assert told == [True]
        ready.moments.most_bytes = 3 * a_moment
        train()
        assert [kept(run) for run in ready.runs.runs] == [[], [], [20], [0, 20]]

    def test_a_deleted_run_comes_back_with_its_own(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        with ends(Ending.COMPLETED):
            ready.training.train(SMALL)
        run = ready.runs.runs[0]
        files_done(ready, qtbot)
        ready.commands.delete(run)
        assert ready.moments.bytes == 0
        ready.board.undo()
        assert kept(ready.runs.runs[0]) == list(planned(SMALL))
        assert_same_weights(run.moments[-1].read(), run.snapshot)


class TestWhatIsKept:
    def test_a_run_keeps_what_is_planned_and_the_disk_has_it(
        self, ready: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        with ends(Ending.COMPLETED):
            ready.training.train(SMALL)
        run = ready.runs.runs[0]
        assert kept(run) == list(planned(SMALL)) == [0, 1, 3, 10, 20]
        files_done(ready, qtbot)
        assert [moment.at_hand for moment in run.moments] == [None] * 5
        assert_same_weights(run.moments[-1].read(), run.snapshot)

    def test_those_of_a_run_that_rests_are_at_hand_until_it_ends(
        self, ready: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.runs.runs[0]
        for _ in range(9):
            with ends(Ending.PAUSED):
                ready.training.resume(run, Step.BATCH)
        files_done(ready, qtbot)
        assert kept(run) == [0, 1, 3, 10]
        assert all(moment.at_hand for moment in run.moments)
        stop(ready, qtbot)
        files_done(ready, qtbot)
        assert [moment.at_hand for moment in run.moments] == [None] * 4
        assert_same_weights(run.moments[-1].read(), run.snapshot)

    def test_no_more_of_them_than_the_memory_shall_have(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.runs.runs[0]
        monkeypatch.setattr(moment_keeper, "MOST_AT_HAND_BYTES", 2 * run.moments[0].bytes)
        for _ in range(3):
            with ends(Ending.PAUSED):
                ready.training.resume(run, Step.BATCH)
        files_done(ready, qtbot)
        assert kept(run) == [0, 1, 3]
        assert [moment.at_hand for moment in run.moments] == [None] * 3

    def test_its_weights_are_those_of_a_run_that_stops_there(self, ready: Workspace, ends: Ends) -> None:
        recipe = replace(SMALL, shuffle=True)
        with ends(Ending.COMPLETED):
            ready.training.train(recipe)
        for updates in (1, 3):
            with ends(Ending.PAUSED):
                ready.training.train(recipe, Step.BATCH)
            for _ in range(updates - 1):
                with ends(Ending.PAUSED):
                    ready.training.step(recipe, Step.BATCH)
            whole, stepped = ready.runs.runs[0], ready.runs.runs[-1]
            moment = next(moment for moment in whole.moments if moment.updates == updates)
            assert_same_weights(moment.read(), stepped.snapshot)
            with ends(Ending.STOPPED):
                ready.training.stop()
        assert_same_weights(ready.runs.runs[0].moments[0].read(), untrained(recipe))

    def test_the_end_is_kept_and_a_pause_is_not(self, ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
        with ends(Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.runs.runs[0]
        with ends(Ending.PAUSED):
            ready.training.resume(run, Step.BATCH)
        assert kept(run) == [0, 1]
        stop(ready, qtbot)
        assert kept(run) == [0, 1, 2]

    def test_before_and_after_batches_by_hand(self, ready: Workspace, ends: Ends, run: Run, own: ByHand) -> None:
        for _ in range(3):
            with ends(Ending.PAUSED):
                ready.training.resume(run, Step.BATCH)
        assert kept(run) == [0, 1, 3]
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 4)
        assert {4, 8} <= set(kept(run))
        with ends(Ending.COMPLETED):
            ready.training.resume(run)
        assert kept(run)[-2:] == [PER_EPOCH, 2 * PER_EPOCH]

    def test_before_and_after_another_learning_rate(self, ready: Workspace, ends: Ends, run: Run) -> None:
        for _ in range(3):
            with ends(Ending.PAUSED):
                ready.training.resume(run, Step.BATCH)
        ready.training.set_learning_rate(0.5)
        for _ in range(3):
            with ends(Ending.PAUSED):
                ready.training.resume(run, Step.BATCH)
        assert kept(run) == [0, 1, 3, 4, 5]

    def test_what_is_taken_back_is_forgotten(self, ready: Workspace, ends: Ends, run: Run, own: ByHand) -> None:
        ready.undo_training.remember(run, run.checkpoint)
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 4)
        assert kept(run)[-1] == 5
        with ends(Ending.PAUSED):
            ready.undo_training.undo()
        assert kept(run) == [0, 1]

    def test_however_often_somebody_intervenes_there_are_not_too_many(
        self, ready: Workspace, ends: Ends, run: Run
    ) -> None:
        run.recipe = replace(HANDLED, epochs=20)
        for number in range(MOST):
            ready.training.set_learning_rate(0.01 + 0.001 * number)
            with ends(Ending.PAUSED):
                ready.training.resume(run, Step.BATCH)
        assert len(run.history) == MOST + 1
        assert len(run.moments) == MOST
        assert set(kept(run)) >= {0, 1, 3, PER_EPOCH, 3 * PER_EPOCH, MOST + 1}

    def test_an_engine_that_tells_no_weights_on_its_way_leaves_a_gap(self, ready: Workspace, ends: Ends) -> None:
        def script(job: Job, report: Report, control: Control) -> None:
            first = untrained(job.recipe)
            report(Begun("silent", first))
            report(Advanced(0, np.ones(20, np.float32), 1.0))
            last = Snapshot(first.weights, 20, first.architecture)
            report(CheckpointTaken(Checkpoint(last, (), 0.1)))

        ready.training.engine_for = lambda _run: Scripted(script)
        with ends(Ending.COMPLETED):
            ready.training.train(SMALL)
        assert kept(ready.runs.runs[0]) == [0, 20]

    def test_what_is_learnt_late_is_the_end(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, SnapshotTaken):
            ready.training.train(LONG)
        run = ready.training.run
        assert run is not None
        ready.training.stop_at_once()
        qtbot.waitUntil(lambda: ready.training.is_quiet)
        qtbot.waitUntil(lambda: kept(run)[-1] == len(run.history))
        files_done(ready, qtbot)
        assert all(moment.at_hand is None for moment in run.moments)
