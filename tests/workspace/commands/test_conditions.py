"""What can be done now."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.engines.protocol import Step
from digitpad.runs.events import Begun, Ending
from digitpad.workspace.commands.conditions import Conditions
from digitpad.workspace.queue.queue_conditions import QueueConditions
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import LONG, SMALL, reported, stop


@pytest.mark.parametrize(
    ("state", "makes_sense", "toggle", "begin"),
    [
        (State.IDLE, True, True, True),
        (State.IDLE, False, False, False),
        (State.WAITING, True, False, False),
        (State.TRAINING, True, True, False),
        (State.TRAINING, False, True, False),
        (State.ENDING, True, False, False),
        (State.PAUSED, True, True, True),
        (State.PAUSED, False, True, True),
    ],
)
def test_training_begins_with_sense_and_goes_on_without(
    state: State, makes_sense: bool, toggle: bool, begin: bool
) -> None:
    now = Conditions(state=state, makes_sense=makes_sense)
    assert now.can_toggle is toggle
    assert now.can_begin_or_go_on is begin


@pytest.mark.parametrize(
    ("state", "free", "can_stop", "can_reset"),
    [
        (State.IDLE, True, False, True),
        (State.WAITING, False, True, True),
        (State.TRAINING, False, True, True),
        (State.ENDING, False, False, False),
        (State.PAUSED, True, True, True),
    ],
)
def test_each_state_allows_its_own(state: State, free: bool, can_stop: bool, can_reset: bool) -> None:
    now = Conditions(state=state, can_train=True, run_is_trained=True, run_can_go_on=True)
    assert now.can_stop is can_stop
    assert now.can_reset is can_reset
    assert now.is_free is now.can_use is now.can_go_on is now.can_collect is free
    assert now.is_idle is (state is State.IDLE)


@pytest.mark.parametrize("state", [State.IDLE, State.PAUSED])
@pytest.mark.parametrize("can_train_from", [True, False])
def test_who_looks_back_begins_from_there_or_not_at_all(state: State, can_train_from: bool) -> None:
    now = Conditions(state=state, looks_back=True, can_train_from=can_train_from)
    assert now.can_toggle is now.can_begin_or_go_on is can_train_from


def test_who_looks_back_at_a_run_that_trains_can_pause_it() -> None:
    now = Conditions(state=State.TRAINING, looks_back=True)
    assert now.can_toggle
    assert not now.can_begin_or_go_on


def test_a_round_of_collecting_can_be_ended() -> None:
    now = Conditions(is_collecting=True)
    assert now.can_collect
    assert not any((now.can_begin_or_go_on, now.can_queue, now.can_go_on))


@pytest.mark.parametrize(
    ("queue", "state", "expected"),
    [
        (QueueConditions(), State.IDLE, False),
        (QueueConditions(waits=True), State.IDLE, True),
        (QueueConditions(waits=True), State.TRAINING, True),
        (QueueConditions(waits=True, is_on=True), State.IDLE, False),
        (QueueConditions(is_under_way=True, is_on=True), State.TRAINING, False),
        (QueueConditions(is_under_way=True, is_on=True), State.PAUSED, True),
        (QueueConditions(is_under_way=True), State.PAUSED, True),
    ],
)
def test_the_queue_is_started_once_and_goes_on_from_a_pause(
    queue: QueueConditions, state: State, expected: bool
) -> None:
    assert Conditions(state=state, queue=queue).can_work_queue is expected
    assert not Conditions(state=state, queue=queue, is_collecting=True).can_work_queue
    assert not Conditions(state=state, queue=queue, is_measuring=True).can_work_queue


def test_before_tensorflow_nothing_goes_on() -> None:
    now = Conditions(run_is_trained=True, run_can_go_on=True)
    assert now.can_use
    assert not now.can_go_on


class TestASenselessRate:
    def test_a_paused_run_takes_steps_all_the_same(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        ready.draft.write(None)
        assert ready.conditions().can_begin_or_go_on
        with reported(ready, qtbot, Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        assert len(ready.runs.current.history) == 2
        assert ready.conditions().can_toggle
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.commands.toggle_training()

    def test_no_run_begins_with_it(self, ready: Workspace, qtbot: QtBot) -> None:
        ready.draft.write(None)
        assert not ready.conditions().can_begin_or_go_on
        ready.commands.step(Step.BATCH)
        ready.commands.toggle_training()
        assert ready.training.state is State.IDLE
        assert ready.training.run is None


def test_whatever_they_follow_from_they_are_told_anew(ready: Workspace, qtbot: QtBot) -> None:
    told: list[Conditions] = []
    ready.conditions_changed.connect(lambda: told.append(ready.conditions()))
    assert not ready.conditions().has_run
    with reported(ready, qtbot, Begun):
        ready.commands.toggle_training()
    run = ready.runs.current
    assert told[-1].run is run
    assert told[-1].can_stop
    with reported(ready, qtbot, Ending.COMPLETED):
        pass
    assert told[-1].is_idle
    assert told[-1].can_use
    assert not told[-1].can_go_on
    ready.comparison.begin(run)
    assert told[-1].compares
    ready.draft.write(None)
    assert not told[-1].makes_sense
    ready.draft.write(replace(SMALL, seed=1))
    assert told[-1].makes_sense
    ready.board.set_drawing(sample_digit(1), "")
    ready.board.clear()
    assert told[-1].has_previous
    assert told[-1].can_undo
    ready.commands.delete(run)
    assert not told[-1].has_run
    assert not told[-1].compares
    ready.board.undo_stack.undo()
    assert told[-1].can_redo
    assert told[-1].run is run


def test_the_newest_run_is_selected(ready: Workspace, qtbot: QtBot) -> None:
    for _ in range(2):
        with reported(ready, qtbot, Begun):
            ready.training.train(LONG)
        assert ready.selected is ready.runs.current
        stop(ready, qtbot)
    first, second = ready.runs.runs
    assert ready.selected is second
    ready.select(first)
    assert ready.conditions().run is first
    assert ready.conditions().can_go_on
