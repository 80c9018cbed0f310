"""Batches by hand of a paused run, and files of such a run."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.journal import Journal
from digitpad.document.journal_reading import read_journal
from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.engines.protocol import Step
from digitpad.runs.by_hand import ByHand, How, Intervention
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.run import Run
from digitpad.workspace.keeping.session_state import read_session
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import HANDLED, LONG, PER_EPOCH, WAIT_MS, Ends, files_done, reported, stop
from tests.workspace.same import assert_same_state, assert_same_weights


class TestByHand:
    def test_a_paused_run_is_trained_and_pauses_again(
        self, ready: Workspace, ends: Ends, run: Run, own: ByHand
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 4)
        assert ready.training.state is State.PAUSED
        assert len(run.history) == run.checkpoint.snapshot.updates == 5
        assert run.history.interventions == [Intervention(1, How.BATCHES, 4, (3,), alone=True)]
        assert run.history.losses[4] < run.history.losses[1], "it has learnt what it was shown"
        assert ready.network.run is run
        assert ready.network.snapshot is run.snapshot
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, replace(own, alone=False))
        assert run.history.interventions[1:] == [Intervention(5, How.BATCHES, 1, (3,))]

    def test_at_the_end_of_an_epoch_the_accuracy_is_measured(
        self, ready: Workspace, ends: Ends, run: Run, own: ByHand
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, PER_EPOCH)
        assert [done for done, _ in run.history.accuracies] == [PER_EPOCH]
        with ends(Ending.COMPLETED):
            ready.training.train_by_hand(run, own, 20)
        assert len(run.history) == 2 * PER_EPOCH
        assert [done for done, _ in run.history.accuracies] == [PER_EPOCH, 2 * PER_EPOCH]
        assert [found.count for found in run.history.interventions] == [PER_EPOCH, PER_EPOCH - 1]
        assert ready.training.state is State.IDLE

    def test_nothing_happens_to_a_run_that_is_not_paused(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, run: Run, own: ByHand
    ) -> None:
        stop(ready, qtbot)
        ready.training.train_by_hand(run, own)
        assert ready.training.state is State.IDLE
        ready.draft.write(LONG)
        with reported(ready, qtbot, SnapshotTaken):
            ready.commands.toggle_training()
        other = ready.training.run
        ready.training.train_by_hand(other, own)
        ready.training.train_by_hand(run, own)
        with ends(Ending.PAUSED):
            ready.training.pause()
        ready.training.train_by_hand(run, own)
        assert ready.training.state is State.PAUSED
        assert not run.history.interventions
        assert not other.history.interventions

    def test_nor_before_tensorflow_is_there(self, workspace: Workspace, own: ByHand) -> None:
        run = Run(0, "Run 1", HANDLED)
        workspace.training.train_by_hand(run, own)
        assert workspace.training.state is State.IDLE

    def test_a_pause_meanwhile_leaves_what_is_done(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, own: ByHand
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.train(LONG, Step.BATCH)
        run = ready.training.run
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 1_000)
            qtbot.waitUntil(lambda: len(run.history) > 1, timeout=WAIT_MS)
            ready.training.pause()
        done = len(run.history)
        assert 1 < done < 1_001
        assert run.history.interventions == [Intervention(1, How.BATCHES, done - 1, (3,), alone=True)]


class TestFiles:
    """A run with batches by hand that is saved, opened and continued is the undisturbed one."""

    @pytest.fixture
    def saved(self, ready: Workspace, ends: Ends, run: Run, own: ByHand) -> SavedSession:
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 3)
        return ready.session.collect()

    def undisturbed(self, ready: Workspace, ends: Ends, run: Run, own: ByHand) -> Run:
        with ends(Ending.PAUSED):
            ready.training.resume(run, Step.BATCH)
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, replace(own, alone=False), 2)
        with ends(Ending.COMPLETED):
            ready.training.resume(run)
        return run

    @pytest.mark.parametrize("kind", ["file", "journal"])
    def test_bit_for_bit(
        self,
        ready: Workspace,
        qtbot: QtBot,
        ends: Ends,
        run: Run,
        own: ByHand,
        saved: SavedSession,
        tmp_path: Path,
        kind: str,
    ) -> None:
        if kind == "file":
            save_session(tmp_path / "a.digitpad", saved)
            opened = load_session(tmp_path / "a.digitpad")
        else:
            Journal(tmp_path).write(saved)
            opened = read_journal(tmp_path)
        first = self.undisturbed(ready, ends, run, own)
        losses, weights = first.history.losses.tolist(), first.snapshot
        files_done(ready, qtbot)
        save_session(tmp_path / "b.digitpad", opened)
        ready.session.restore(read_session(tmp_path / "b.digitpad", ready.runs.shelf))
        (again,) = ready.runs.runs
        assert again is not first
        assert again.history.interventions == [Intervention(1, How.BATCHES, 3, (3,), alone=True)]
        second = self.undisturbed(ready, ends, again, own)
        assert second.history.losses.tolist() == losses
        assert second.history.interventions == first.history.interventions
        assert_same_weights(second.snapshot, weights)

    def test_the_journal_tells_of_more_of_it(
        self, ready: Workspace, ends: Ends, run: Run, own: ByHand, saved: SavedSession, tmp_path: Path
    ) -> None:
        journal = Journal(tmp_path)
        journal.write(saved)
        with ends(Ending.PAUSED):
            ready.training.train_by_hand(run, own, 2)
        journal.write(ready.session.collect())
        (read,) = read_journal(tmp_path).runs
        assert read.history.interventions == run.history.interventions
        assert len(read.history.interventions) == 2
        assert_same_state(read.checkpoint, run.checkpoint)
