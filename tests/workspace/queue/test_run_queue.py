"""What a user does with the queue, without any training."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt

from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.queue.attempts import RATES
from digitpad.runs.queue.plan import Attempt, KeptPlan, Kind, Plan, Standing
from digitpad.runs.recipe import KERAS_RECIPE, Loop
from digitpad.runs.run import Run
from digitpad.workspace.queue.queue_rows import ENTRY_ROLE
from digitpad.workspace.queue.run_queue import MOST_ENTRIES, RunQueue
from digitpad.workspace.wording.language import speak
from digitpad.workspace.workspace import Workspace

IN_ORDER = [0, 1, 2, 3]


@pytest.fixture
def queue(workspace: Workspace) -> RunQueue:
    workspace.queue.add([plan(seed) for seed in range(4)])
    return workspace.queue


def plan(seed: int) -> Plan:
    return Plan(replace(KERAS_RECIPE, seed=seed))


def seeds(queue: RunQueue) -> list[int]:
    return [queue.index(row).data(ENTRY_ROLE).plan.recipe.seed for row in range(queue.rowCount())]


def test_what_is_added_waits_in_its_order(queue: RunQueue) -> None:
    assert seeds(queue) == [0, 1, 2, 3]
    assert queue.waiting == queue.entries
    assert queue.index(1).data().startswith("2. RMSprop (Keras) · rate 0.001 · batch 128 · seed 1 · 5 epochs\n")


def test_a_row_says_how_its_loop_will_run(queue: RunQueue) -> None:
    queue.add([Plan(KERAS_RECIPE, Loop.KERAS)])
    made_of = "Keras' fit · RMSprop (Keras) · rate 0.001 · batch 128 · seed 0 · 5 epochs"
    assert queue.index(4).data() == f"5. {made_of}\n… waits"
    assert queue.index(4).data(Qt.ItemDataRole.ToolTipRole) == made_of


def test_who_has_no_state_to_go_on_from_begins_again_and_says_nothing_else(queue: RunQueue) -> None:
    """A session that is saved right after a beginning has losses of a run, and no checkpoint."""
    run = Run(0, "Run 1", KERAS_RECIPE)
    queue.put((KeptPlan(plan(0), Standing.WAITING, 0),), [run])
    assert queue.index(0).data().splitlines()[1] == "… waits"
    run.take_checkpoint(Checkpoint(untrained(KERAS_RECIPE), (), 0.001))
    assert queue.index(0).data().splitlines()[1] == "… waits, and will go on"


def test_what_can_be_undone_goes_on_the_sentence_of_the_menu_in_vietnamese(
    queue: RunQueue, workspace: Workspace
) -> None:
    """“Hoàn tác” and “Làm lại” stand before it: the queue alone began anew, with a capital."""
    stack, said = workspace.board.undo_stack, list[str]()
    speak("vi")
    try:
        for change in (
            lambda: queue.add([plan(4)]),
            lambda: queue.add_attempt(Kind.RATES, KERAS_RECIPE, Loop.COMPILED),
            lambda: queue.add_attempt(Kind.OPTIMIZERS, KERAS_RECIPE, Loop.COMPILED),
            lambda: queue.move(queue.entries[0], 1),
            lambda: queue.remove(queue.entries[0]),
            queue.clear,
        ):
            change()
            said.append(stack.undoText())
    finally:
        speak()
    assert len(set(said)) == 6
    assert [text for text in said if not text[0].islower()] == []


def test_an_attempt_that_undo_brings_back_is_not_the_one_that_came_after_it(workspace: Workspace) -> None:
    """Both had the number 1, so that runs of two recipes were compared as one attempt's."""
    queue, undo_stack = workspace.queue, workspace.board.undo_stack
    queue.add_attempt(Kind.RATES, KERAS_RECIPE, Loop.COMPILED)
    queue.end(queue.entries[0], Standing.DONE)
    queue.clear()
    queue.add_attempt(Kind.RATES, replace(KERAS_RECIPE, epochs=1), Loop.COMPILED)
    queue.end(queue.entries[0], Standing.DONE)
    undo_stack.undo()
    undo_stack.undo()
    newest = queue.newest_attempt
    assert newest is not None
    assert len(queue.entries) == 1 + len(RATES) - 1
    assert [entry.plan.recipe.epochs for entry in queue.of(newest)] == [1]


def test_adding_and_removing_are_undone_and_done_again(queue: RunQueue, workspace: Workspace) -> None:
    queue.remove(queue.entries[1])
    assert seeds(queue) == [0, 2, 3]
    undo_stack = workspace.board.undo_stack
    assert undo_stack.undoText() == "Remove from the queue"
    undo_stack.undo()
    assert seeds(queue) == [0, 1, 2, 3]
    undo_stack.undo()
    assert seeds(queue) == []
    undo_stack.redo()
    undo_stack.redo()
    assert seeds(queue) == [0, 2, 3]


@pytest.mark.parametrize(
    ("row", "by", "order"),
    [
        (2, -1, [0, 2, 1, 3]),
        (0, 1, [1, 0, 2, 3]),
        (0, -1, [0, 1, 2, 3]),
        (3, 1, [0, 1, 2, 3]),
        (3, -9, [3, 0, 1, 2]),
    ],
)
def test_a_run_has_its_turn_earlier_or_later(
    queue: RunQueue, workspace: Workspace, row: int, by: int, order: list[int]
) -> None:
    queue.move(queue.entries[row], by)
    assert seeds(queue) == order
    if order != IN_ORDER:
        workspace.board.undo()
        assert seeds(queue) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("row", "before", "order"),
    [(0, 4, [1, 2, 3, 0]), (3, 0, [3, 0, 1, 2]), (1, 3, [0, 2, 1, 3]), (2, 1, [0, 2, 1, 3])],
)
def test_a_row_is_dragged(queue: RunQueue, row: int, before: int, order: list[int]) -> None:
    assert queue.moveRow(QModelIndex(), row, QModelIndex(), before)
    assert seeds(queue) == order


def test_a_row_stays_selected_while_it_moves(queue: RunQueue, workspace: Workspace) -> None:
    chosen = queue.entries[3]
    workspace.queue_selection.setCurrentIndex(queue.index(3), workspace.queue_selection.SelectionFlag.Select)
    queue.move(chosen, -2)
    assert workspace.selected_entry is chosen
    assert seeds(queue) == [0, 3, 1, 2]


class TestWhatHasHadItsTurn:
    @pytest.fixture(autouse=True)
    def ended(self, queue: RunQueue) -> None:
        queue.take_turn(queue.entries[0])
        queue.end(queue.entries[0], Standing.DONE)
        queue.take_turn(queue.entries[1])

    def test_comes_first_whatever_is_dragged(self, queue: RunQueue) -> None:
        assert not queue.moveRow(QModelIndex(), 1, QModelIndex(), 3)
        assert not queue.flags(queue.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
        assert queue.moveRow(QModelIndex(), 3, QModelIndex(), 0)
        assert seeds(queue) == [0, 1, 3, 2]

    def test_is_not_undone(self, queue: RunQueue, workspace: Workspace) -> None:
        workspace.board.undo()
        assert seeds(queue) == [0, 1]
        workspace.board.undo_stack.redo()
        assert seeds(queue) == [0, 1, 2, 3]

    def test_is_cleared_but_for_what_is_under_way(self, queue: RunQueue, workspace: Workspace) -> None:
        queue.clear()
        assert seeds(queue) == [1]
        workspace.board.undo()
        assert seeds(queue) == [1, 2, 3]

    def test_is_kept_to_go_on_with(self, queue: RunQueue) -> None:
        kept = queue.kept([])
        assert [found.standing for found in kept] == [Standing.DONE, *[Standing.WAITING] * 3]
        queue.put(kept, [])
        assert seeds(queue) == [0, 1, 2, 3]
        assert [entry.plan.recipe.seed for entry in queue.waiting] == [1, 2, 3]


def test_what_was_kept_with_its_last_batch_but_not_its_end_is_done(queue: RunQueue) -> None:
    ended, begun = Run(0, "ended", KERAS_RECIPE), Run(1, "begun", KERAS_RECIPE)
    ended.history.extend(np.ones(KERAS_RECIPE.total_batches, np.float32), 1.0)
    queue.put([KeptPlan(plan(0), run=0), KeptPlan(plan(1), run=1)], [ended, begun])
    assert [entry.standing for entry in queue.entries] == [Standing.DONE, Standing.WAITING]


def test_each_attempt_is_another_one(queue: RunQueue, workspace: Workspace) -> None:
    for _ in range(2):
        queue.add_attempt(Kind.OPTIMIZERS, KERAS_RECIPE, Loop.COMPILED)
    assert [len(queue.of(Attempt(Kind.OPTIMIZERS, number))) for number in (1, 2)] == [4, 4]
    assert workspace.board.undo_stack.undoText() == "Try optimizers"


def test_a_queue_is_read_by_people_and_says_what_it_has_no_room_for(queue: RunQueue) -> None:
    told: list[list[Plan]] = []
    queue.left_out.connect(told.append)
    queue.add([plan(0)] * (MOST_ENTRIES - 5 - queue.rowCount()))
    assert not told
    queue.add_attempt(Kind.RATES, KERAS_RECIPE, Loop.COMPILED)
    assert queue.rowCount() == MOST_ENTRIES
    assert [left.recipe.learning_rate for left in told.pop()] == [1.0, 10.0]
    queue.add([plan(1)])
    assert queue.rowCount() == MOST_ENTRIES
    assert told == [[plan(1)]]
