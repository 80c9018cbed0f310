"""What the commands for training and for the runs do."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.engines.protocol import Step
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Begun, Ending, SnapshotTaken
from digitpad.runs.network_file import SavedNetwork
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.sentences import told
from tests.workspace.conftest import LONG, SMALL, files_done, reported, stop


def listed_run(workspace: Workspace, qtbot: QtBot, *, shelved: bool) -> Run:
    run = workspace.runs.new(SMALL)
    workspace.runs.begin(run, untrained(SMALL))
    if shelved:
        workspace.runs.shelve(run)
        files_done(workspace, qtbot)
    assert run.is_at_hand is not shelved
    return run


def test_one_command_trains_pauses_and_goes_on(ready: Workspace, qtbot: QtBot) -> None:
    ready.draft.write(LONG)
    with reported(ready, qtbot, SnapshotTaken):
        ready.commands.toggle_training()
    with reported(ready, qtbot, Ending.PAUSED):
        ready.commands.toggle_training()
    with reported(ready, qtbot, Begun):
        ready.commands.toggle_training()
    assert len(ready.runs.runs) == 1
    stop(ready, qtbot)


class TestUse:
    @pytest.mark.parametrize("shelved", [True, False])
    def test_a_run_answers(self, workspace: Workspace, qtbot: QtBot, shelved: bool) -> None:
        run = listed_run(workspace, qtbot, shelved=shelved)
        with qtbot.waitSignal(workspace.network.changed):
            workspace.commands.use(run)
        assert workspace.network.origin is Origin.RUN
        assert workspace.network.run is run

    def test_the_one_asked_for_last_answers_whatever_the_disk_takes(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        slow = listed_run(workspace, qtbot, shelved=True)
        at_hand = listed_run(workspace, qtbot, shelved=False)
        workspace.commands.use(slow)
        workspace.commands.use(at_hand)
        files_done(workspace, qtbot)
        assert workspace.network.run is at_hand
        workspace.commands.use(slow)
        workspace.commands.take_opened(SavedNetwork(replace(untrained(LONG), updates=5), LONG), "own.npz")
        files_done(workspace, qtbot)
        assert workspace.network.origin is Origin.OPENED
        workspace.commands.use(slow)
        workspace.commands.reset()
        files_done(workspace, qtbot)
        assert workspace.network.origin is Origin.UNTRAINED

    def test_a_run_deleted_while_it_is_read_does_not(self, workspace: Workspace, qtbot: QtBot) -> None:
        run = listed_run(workspace, qtbot, shelved=True)
        workspace.commands.use(run)
        workspace.commands.delete(run)
        files_done(workspace, qtbot)
        assert workspace.network.run is None

    def test_a_disk_that_refuses_is_a_sentence(
        self, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise OSError("the shelf is cut short")

        run = listed_run(workspace, qtbot, shelved=True)
        monkeypatch.setattr(Shelf, "read", refuse)
        with qtbot.waitSignal(workspace.commands.failed) as failed:
            workspace.commands.use(run)
        assert "the shelf is cut short" in told(failed.args[0])
        files_done(workspace, qtbot)

    def test_a_network_that_learns_goes_on_answering(self, ready: Workspace, qtbot: QtBot) -> None:
        run = listed_run(ready, qtbot, shelved=False)
        with reported(ready, qtbot, Begun):
            ready.training.train(LONG)
        ready.commands.use(run)
        assert ready.network.run is ready.training.run
        stop(ready, qtbot)


@pytest.mark.parametrize("paused", [True, False])
def test_reset_ends_the_run_and_the_untrained_network_answers(
    ready: Workspace, qtbot: QtBot, paused: bool
) -> None:
    if paused:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.commands.step(Step.BATCH)
    else:
        ready.draft.write(LONG)
        with reported(ready, qtbot, SnapshotTaken):
            ready.commands.toggle_training()
    with reported(ready, qtbot, Ending.STOPPED):
        ready.commands.reset()
    assert ready.training.state is State.IDLE
    assert ready.network.origin is Origin.UNTRAINED
    assert ready.network.run is None
    np.testing.assert_array_equal(ready.network.snapshot.weights[0], untrained(SMALL).weights[0])


class TestUndoOfReset:
    def test_the_network_before_answers_again_and_its_run_can_go_on(self, ready: Workspace, qtbot: QtBot) -> None:
        ready.draft.write(LONG)
        with reported(ready, qtbot, SnapshotTaken):
            ready.commands.toggle_training()
        run = ready.training.run
        assert not ready.conditions().can_undo_training
        with reported(ready, qtbot, Ending.PAUSED):
            ready.commands.toggle_training()
        with reported(ready, qtbot, Ending.STOPPED):
            ready.commands.reset()
        files_done(ready, qtbot)
        assert ready.network.origin is Origin.UNTRAINED
        assert ready.conditions().can_undo_training
        ready.commands.undo_training()
        assert ready.network.run is run
        assert ready.network.origin is Origin.TRAINED
        assert ready.network.snapshot.updates == len(run.history)
        assert not ready.conditions().can_undo_training
        with reported(ready, qtbot, Begun):
            ready.commands.go_on(run)
        stop(ready, qtbot)

    def test_the_ready_made_network_too(self, workspace: Workspace) -> None:
        workspace.commands.take_ready_made()
        before = workspace.network.snapshot
        workspace.commands.reset()
        workspace.commands.undo_training()
        assert workspace.network.snapshot is before
        assert workspace.network.origin is Origin.READY_MADE

    def test_there_is_none_once_another_network_answers_or_the_run_is_gone(
        self, workspace: Workspace, qtbot: QtBot
    ) -> None:
        run = listed_run(workspace, qtbot, shelved=False)
        workspace.commands.use(run)
        workspace.commands.reset()
        workspace.commands.reset()
        workspace.commands.undo_training()
        assert workspace.network.run is run, "who resets twice has lost nothing by the second time"
        assert not workspace.conditions().can_undo_training
        workspace.commands.reset()
        workspace.commands.delete(run)
        assert not workspace.conditions().can_undo_training
        workspace.commands.undo_training()
        assert workspace.network.run is None
        workspace.board.undo_stack.undo()
        assert workspace.conditions().can_undo_training
        workspace.commands.take_ready_made()
        assert not workspace.conditions().can_undo_training
