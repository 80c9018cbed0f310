"""One more epoch of a finished run."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.journal import Journal
from digitpad.document.journal_reading import read_journal
from digitpad.document.session_file import load_session, save_session
from digitpad.engines.protocol import FreeRun, Job, Step
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Advanced, Ending, Event
from digitpad.runs.recipe import EPOCHS
from digitpad.runs.run import Run
from digitpad.workspace.keeping.session_state import read_session
from digitpad.workspace.training.training import State, engine_for
from digitpad.workspace.workspace import Workspace
from tests.sentences import told
from tests.workspace.conftest import HANDLED, PER_EPOCH, Ends, files_done
from tests.workspace.same import assert_same_weights


@pytest.fixture
def finished(ready: Workspace, qtbot: QtBot, ends: Ends) -> Run:
    """A finished run, whose weights lie on the shelf."""
    ready.draft.write(HANDLED)
    with ends(Ending.COMPLETED):
        ready.commands.toggle_training()
    files_done(ready, qtbot)
    run = ready.runs.current
    assert run is not None
    assert not run.is_at_hand
    return run


TOTAL = HANDLED.total_batches


def one_more(workspace: Workspace, ends: Ends, run: Run) -> None:
    with ends(Ending.PAUSED):
        workspace.commands.one_more_epoch(run)


def test_the_run_is_the_paused_one_and_goes_on_from_its_last_weights(
    ready: Workspace, ends: Ends, finished: Run
) -> None:
    weights, losses = finished.snapshot, finished.history.losses.tolist()
    one_more(ready, ends, finished)
    assert ready.training.state is State.PAUSED
    assert ready.training.run is ready.runs.current is ready.network.run is finished
    assert finished.recipe == ready.draft.recipe == replace(HANDLED, epochs=3)
    assert finished.history.losses.tolist() == losses
    assert finished.history.interventions == [Intervention(TOTAL, How.EPOCH)]
    assert not finished.is_by_recipe
    assert_same_weights(finished.checkpoint.snapshot, weights)
    assert all(not np.any(slot) for slot in finished.checkpoint.slots), "its optimizer begins afresh"
    with ends(Ending.COMPLETED):
        ready.training.resume(finished)
    assert len(finished.history) == 3 * PER_EPOCH
    assert [done for done, _ in finished.history.accuracies] == [PER_EPOCH, 2 * PER_EPOCH, 3 * PER_EPOCH]
    one_more(ready, ends, finished)
    assert [found.first for found in finished.history.interventions] == [TOTAL, TOTAL + PER_EPOCH]


def test_its_batches_are_those_of_an_epoch_of_its_own(ready: Workspace, ends: Ends, finished: Run) -> None:
    one_more(ready, ends, finished)
    start = finished.checkpoint
    with ends(Ending.COMPLETED):
        ready.training.resume(finished)
    events: list[Event] = []
    engine_for(finished).run(Job(replace(HANDLED, epochs=3), start), events.append, FreeRun())
    losses = [float(loss) for event in events if isinstance(event, Advanced) for loss in event.losses]
    assert finished.history.losses[TOTAL:].tolist() == losses


@pytest.mark.parametrize("when", ["before", "after"])
def test_it_is_kept_in_files(
    ready: Workspace, qtbot: QtBot, ends: Ends, finished: Run, tmp_path: Path, when: str
) -> None:
    one_more(ready, ends, finished)
    with ends(Ending.PAUSED):
        ready.commands.step(Step.BATCH)
    journal = Journal(tmp_path / "journal")
    journal.write(ready.session.collect())
    if when == "after":
        with ends(Ending.COMPLETED):
            ready.training.resume(finished)
        journal.write(ready.session.collect())
    save_session(tmp_path / "a.digitpad", ready.session.collect())
    for session in (load_session(tmp_path / "a.digitpad"), read_journal(tmp_path / "journal")):
        (run,) = session.runs
        assert run.recipe.epochs == 3
        assert run.history.interventions == finished.history.interventions
        assert run.can_go_on == (when == "before")
    if when == "before":
        with ends(Ending.COMPLETED):
            ready.training.resume(finished)
        ready.session.restore(read_session(tmp_path / "a.digitpad", ready.runs.shelf))
        (run,) = ready.runs.runs
        with ends(Ending.COMPLETED):
            ready.commands.go_on(run)
        assert run.history.losses.tolist() == finished.history.losses.tolist()
        assert_same_weights(run.snapshot, finished.snapshot)


def test_the_journal_knows_it_from_the_moment_the_run_has_it(
    ready: Workspace, finished: Run, tmp_path: Path
) -> None:
    """A crash before the engine has said anything must not cost what the run goes on from."""
    journal = Journal(tmp_path)
    journal.write(ready.session.collect())
    ready.runs.add_epoch(finished)
    journal.write(ready.session.collect())
    (run,) = read_journal(tmp_path).runs
    assert run.can_go_on
    assert_same_weights(run.checkpoint.snapshot, finished.snapshot)


def test_it_can_be_taken_back(ready: Workspace, qtbot: QtBot, ends: Ends, finished: Run) -> None:
    weights = finished.snapshot
    one_more(ready, ends, finished)
    with ends(Ending.PAUSED):
        ready.commands.step(Step.BATCH)
    with ends(Ending.PAUSED):
        ready.commands.undo_training()
    assert len(finished.history) == TOTAL
    with ends(Ending.STOPPED):
        ready.commands.undo_training()
    files_done(ready, qtbot)
    assert finished.finished
    assert not finished.can_go_on
    assert finished.recipe == ready.network.recipe == HANDLED
    assert finished.is_by_recipe
    assert ready.network.run is finished
    assert ready.training.state is State.IDLE
    assert_same_weights(finished.snapshot, weights)
    assert not ready.conditions().can_undo_training
    one_more(ready, ends, finished)
    assert all(not np.any(slot) for slot in finished.checkpoint.slots)


def test_more_epochs_than_a_recipe_can_have_are_a_sentence(ready: Workspace, qtbot: QtBot) -> None:
    run = Run(0, "Run 1", replace(HANDLED, epochs=EPOCHS[1]))
    run.history.extend(np.ones(run.recipe.total_batches, np.float32), 1.0)
    run.snapshot = replace(untrained(run.recipe), updates=run.recipe.total_batches)
    ready.runs.put([run], run)
    with qtbot.waitSignal(ready.commands.failed) as failed:
        ready.commands.one_more_epoch(run)
    assert "1,000" in told(failed.args[0])
    assert run.finished
    assert run.is_by_recipe
    assert ready.training.state is State.IDLE


def test_only_what_is_finished_can_have_one(ready: Workspace, qtbot: QtBot, ends: Ends, run: Run) -> None:
    ready.select(run)
    assert not ready.conditions().can_have_epoch
    ready.commands.one_more_epoch(run)
    assert run.recipe == HANDLED
    with ends(Ending.COMPLETED):
        ready.training.resume(run)
    assert ready.conditions().can_have_epoch


def test_a_paused_run_stops_for_it(ready: Workspace, ends: Ends, finished: Run) -> None:
    with ends(Ending.PAUSED):
        ready.commands.step(Step.BATCH)
    paused = ready.training.run
    one_more(ready, ends, finished)
    assert ready.training.run is finished
    assert paused.can_go_on
