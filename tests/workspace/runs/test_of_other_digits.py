"""What a run was measured on some of the class's digits is marked once these, or their labels, are others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.qtbot import QtBot

from digitpad.document.classroom.class_pictures import begun_with
from digitpad.runs.checkpoint import untrained
from digitpad.runs.recipe import Recipe
from digitpad.runs.scores.score import UNKNOWN, Score, Scores
from digitpad.workspace.runs.run_cells import EARLIER_ROLE, Column
from digitpad.workspace.workspace import Workspace
from tests.workspace.classroom.class_digits import ALONE, drawn
from tests.workspace.conftest import WAIT_MS

TRAINING = {Column.TRAINING, Column.TRAINING_LOSS}
TEST = {Column.TEST, Column.TEST_LOSS}


def until_ready(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: workspace.material.is_ready and workspace.material.is_quiet, timeout=WAIT_MS)


@pytest.fixture
def taught(workspace: Workspace, qtbot: QtBot) -> Workspace:
    """A class's digits, and two runs that were measured: one on them alone, one on MNIST."""
    workspace.class_drawings.add(drawn(50))
    until_ready(workspace, qtbot)
    ours = workspace.material.newest.ours
    measure(workspace, begun_with(ALONE, ours), ours.held_out.digest)
    measure(workspace, replace(ALONE, data=Recipe().data), "")
    return workspace


def measure(workspace: Workspace, recipe: Recipe, test_of: str) -> None:
    runs, score = workspace.runs, Score(0.5, 0.9)
    run = runs.new(recipe)
    runs.begin(run, untrained(recipe))
    runs.score(run, 0, Scores(score, score, score, test_of))


def marked(model: QAbstractItemModel, row: int = 0) -> set[Column]:
    return {column for column in Column if model.index(row, column).data(EARLIER_ROLE)}


def relabel(workspace: Workspace, *, held_out: bool) -> None:
    """Give one of the drawings another label: one that is held out, or that is learnt from."""
    aside = {id(entry.drawing) for entry in workspace.material.newest.held_out}
    drawings = workspace.class_drawings.content.drawings
    place = next(place for place, entry in enumerate(drawings) if (id(entry.drawing) in aside) is held_out)
    label = drawings[place].label
    assert label is not None
    workspace.class_drawings.relabel([place], (label + 1) % 10)


def test_as_long_as_they_are_the_same_nothing_is_marked(taught: Workspace) -> None:
    assert marked(taught.runs) == marked(taught.runs, 1) == set()


def test_another_label_marks_what_was_measured_with_the_one_before(taught: Workspace, qtbot: QtBot) -> None:
    cell = taught.runs.index(0, Column.TRAINING)
    relabel(taught, held_out=False)
    assert marked(taught.runs) == TRAINING | TEST, "until it is known which digits are held out"
    until_ready(taught, qtbot)
    assert marked(taught.runs) == TRAINING
    assert "Our digits, or their labels, have changed since." in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"{cell.data()}, before our digits changed"
    taught.board.undo_stack.undo()
    until_ready(taught, qtbot)
    assert marked(taught.runs) == set()
    assert "have changed" not in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_of_a_digit_that_is_held_out_the_test_is_marked(taught: Workspace, qtbot: QtBot) -> None:
    relabel(taught, held_out=True)
    until_ready(taught, qtbot)
    assert marked(taught.runs) == TEST
    assert marked(taught.runs, 1) == set()


def test_more_digits_are_others(taught: Workspace, qtbot: QtBot) -> None:
    taught.class_drawings.add(drawn(20, 50))
    until_ready(taught, qtbot)
    assert marked(taught.runs) == TRAINING | TEST
    assert marked(taught.runs, 1) == set()


def test_a_run_of_an_earlier_version_does_not_say_which_digits_it_was_tested_on(
    taught: Workspace, qtbot: QtBot
) -> None:
    measure(taught, taught.runs.runs[0].recipe, UNKNOWN)
    assert marked(taught.runs, 2) == TEST
