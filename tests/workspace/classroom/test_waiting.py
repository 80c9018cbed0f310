"""What goes on with the class's digits waits for their pictures, as what begins does, and goes on by itself."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.classroom.class_set import ClassSet
from digitpad.engines.acts.protocol import Go
from digitpad.engines.pacing import SPEEDS, Pace, Way
from digitpad.engines.protocol import Step
from digitpad.runs.by_hand import How
from digitpad.runs.events import Ending
from digitpad.runs.queue.plan import Plan, Standing
from digitpad.runs.run import Run
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.sentences import told
from tests.workspace.classroom.class_digits import ALONE, drawn
from tests.workspace.conftest import WAIT_MS, Ends

LONGER = replace(ALONE, epochs=4)


@pytest.fixture
def taught(ready: Workspace, qtbot: QtBot) -> Workspace:
    """A workspace with fifty drawings of the class, whose recipe is to learn from them alone."""
    ready.class_drawings.add(drawn(50))
    qtbot.waitUntil(lambda: ready.material.is_ready and ready.material.is_quiet, timeout=WAIT_MS)
    ready.draft.write(LONGER)
    return ready


@pytest.fixture
def paused(taught: Workspace, ends: Ends) -> Run:
    """A run that is paused after its first batch."""
    with ends(Ending.PAUSED):
        taught.commands.step(Step.BATCH)
    run = taught.training.run
    assert run is not None
    return run


def draw_more(workspace: Workspace) -> None:
    """Have fifty more digits, whose pictures nobody makes for a moment: a gallery is in sight."""
    entries = drawn(50, first=50)
    workspace.thumbnails.of(entries[0].drawing)
    workspace.class_drawings.add(entries)
    assert not workspace.material.is_ready


def test_resume_waits_and_goes_on_with_all_of_them(taught: Workspace, ends: Ends, paused: Run) -> None:
    draw_more(taught)
    with ends(Ending.COMPLETED):
        taught.commands.toggle_training()
        assert taught.training.state is State.WAITING
        assert taught.training.run is paused
    assert len(paused.history) == paused.recipe.total_batches == 16
    assert [(found.how, found.first) for found in paused.history.interventions] == [(How.DATA, 1)]


def test_a_step_waits_too_and_pauses_after_it(taught: Workspace, ends: Ends, paused: Run) -> None:
    draw_more(taught)
    with ends(Ending.PAUSED):
        taught.commands.step(Step.BATCH)
        assert taught.training.state is State.WAITING
    assert len(paused.history) == 2


def test_stop_ends_the_run_that_waits(taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run) -> None:
    draw_more(taught)
    taught.commands.toggle_training()
    with ends(Ending.STOPPED):
        taught.training.stop()
    assert taught.training.state is State.IDLE
    qtbot.waitUntil(lambda: taught.material.is_ready, timeout=WAIT_MS)
    assert taught.training.state is State.IDLE, "nobody waits any more"
    assert len(paused.history) == 1
    assert paused.can_go_on


@pytest.mark.parametrize("is_stopped", [False, True], ids=["paused", "stopped"])
def test_one_that_is_deleted_while_it_waits_does_not_go_on(
    taught: Workspace, qtbot: QtBot, ends: Ends, paused: Run, is_stopped: bool
) -> None:
    if is_stopped:
        with ends(Ending.STOPPED):
            taught.training.stop()
    draw_more(taught)
    taught.commands.go_on(paused)
    assert taught.training.state is State.WAITING
    taught.commands.delete(paused)
    qtbot.waitUntil(lambda: taught.material.is_ready, timeout=WAIT_MS)
    assert taught.training.state is State.IDLE
    assert len(paused.history) == 1


def test_without_any_digits_left_it_is_refused_and_the_run_is_paused(
    taught: Workspace, qtbot: QtBot, paused: Run
) -> None:
    draw_more(taught)
    taught.commands.toggle_training()
    assert taught.training.state is State.WAITING
    with qtbot.waitSignal(taught.training.refused, timeout=WAIT_MS) as refused:
        taught.class_drawings.put(ClassSet())
    assert "There are no digits of ours yet to train on" in told(refused.args[0])
    assert taught.training.state is State.PAUSED
    assert taught.training.run is paused


def test_one_more_epoch_waits(taught: Workspace, ends: Ends, paused: Run) -> None:
    with ends(Ending.COMPLETED):
        taught.commands.toggle_training()
    draw_more(taught)
    with ends(Ending.PAUSED):
        taught.commands.one_more_epoch(paused)
        assert taught.training.state is State.WAITING
    assert paused.recipe.epochs == LONGER.epochs + 1
    assert paused.can_go_on


def test_a_step_to_look_at_waits_and_is_shown(taught: Workspace, qtbot: QtBot, paused: Run) -> None:
    draw_more(taught)
    taught.stepping.go_on(Go.CARD)
    assert taught.stepping.situation is Situation.AWAITED
    assert taught.stepping.problem is None
    qtbot.waitUntil(lambda: taught.stepping.stop is not None, timeout=WAIT_MS)
    taught.stepping.go_on(Go.END)
    qtbot.waitUntil(lambda: len(paused.history) == 2, timeout=WAIT_MS)


def test_so_does_that_of_a_run_that_is_to_begin(taught: Workspace, qtbot: QtBot) -> None:
    draw_more(taught)
    taught.stepping.go_on(Go.CARD)
    assert taught.stepping.situation is Situation.AWAITED
    qtbot.waitUntil(lambda: taught.stepping.stop is not None, timeout=WAIT_MS)


def test_one_that_is_stopped_before_that_is_not_shown(taught: Workspace, qtbot: QtBot) -> None:
    draw_more(taught)
    taught.stepping.go_on(Go.CARD)
    taught.training.stop()
    qtbot.waitUntil(lambda: taught.stepping.situation is Situation.NEW_RUN)
    qtbot.waitUntil(lambda: taught.material.is_ready, timeout=WAIT_MS)
    assert taught.training.state is State.IDLE
    assert taught.runs.runs == []


def test_the_queues_run_that_is_stopped_while_it_waits_counts_as_stopped(
    taught: Workspace, qtbot: QtBot, ends: Ends
) -> None:
    taught.training.set_pace(Pace(Way.STEADY, SPEEDS[0]))  # it is not over before it is paused
    taught.queue.add([Plan(LONGER), Plan(LONGER)])
    taught.queue_work.start()
    qtbot.waitUntil(lambda: taught.training.state is State.TRAINING, timeout=WAIT_MS)
    with ends(Ending.PAUSED):
        taught.training.pause()
    draw_more(taught)
    taught.queue_work.start()
    assert taught.training.state is State.WAITING
    with ends(Ending.STOPPED):
        taught.training.stop()
    assert [entry.standing for entry in taught.queue.entries] == [Standing.STOPPED, Standing.WAITING]
    assert not taught.queue_work.is_on
