"""What the class says that its drawing is: of which digit it is said, and when it is forgotten."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.workspace import Workspace
from tests.drawing.pages import DOT, FOUR, TWO, at, together
from tests.workspace.conftest import settle
from tests.workspace.easel.hand import answer, draw


def test_what_the_class_said_of_one_is_not_said_of_another(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.network.take_ready_made()
    draw(workspace, FOUR)
    settle(qtbot)
    workspace.own.set_label(4)
    draw(workspace, TWO)
    qtbot.waitUntil(lambda: workspace.own.label is None)
    workspace.own.set_label(2)
    draw(workspace, DOT)
    settle(qtbot)
    assert workspace.own.label == 2, "a stray dot changes nothing of it"
    workspace.easel.digits.choose(0)
    assert workspace.own.label is None


def named(workspace: Workspace, qtbot: QtBot, drawing: Drawing, label: int) -> None:
    """Draw this, and say what it is."""
    draw(workspace, drawing)
    settle(qtbot)
    workspace.own.set_label(label)
    settle(qtbot)
    assert workspace.own.label == label


@pytest.mark.parametrize("drawing", [sample_digit(3), together(at(3, 0.2), at(5, 0.8))])
def test_what_was_said_of_a_drawing_is_not_said_of_the_next(
    workspace: Workspace, qtbot: QtBot, drawing: Drawing
) -> None:
    draw(workspace, together(FOUR, TWO) if len(drawing.strokes) > 1 else FOUR)
    workspace.board.clear()
    named(workspace, qtbot, drawing, 3)
    workspace.sketchbook.turn(-1)
    assert workspace.own.label is None
    workspace.own.set_label(4)
    workspace.board.set_drawing(sample_digit(7), "")
    assert workspace.own.label is None
    workspace.own.set_label(7)
    workspace.board.undo()
    assert workspace.own.label is None


def test_what_is_said_before_a_digit_is_drawn_is_said_of_that(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.own.set_label(4)
    draw(workspace, FOUR)
    settle(qtbot)
    assert workspace.own.label == 4
    draw(workspace, TWO)
    settle(qtbot)
    assert workspace.own.label is None


def test_the_slash_of_a_nought_that_is_begun_beside_it_changes_nothing_that_was_said(
    workspace: Workspace, qtbot: QtBot
) -> None:
    ring = [(0.5 + 0.15 * np.cos(angle), 0.5 + 0.3 * np.sin(angle)) for angle in np.linspace(0, 6.3, 40)]
    named(workspace, qtbot, Drawing.of([ring]), 0)
    counts = []
    workspace.board.press((0.75, 0.1), erase=False)
    for share in np.linspace(0, 1, 30):
        workspace.board.move((0.75 - 0.5 * share, 0.1 + 0.8 * share))
        workspace.easel.digits.follow()  # as in each frame
        counts.append(len(workspace.easel.digits.now().digits))
    workspace.board.release()
    settle(qtbot)
    assert (max(counts), counts[-1]) == (2, 1), "for a moment it is a digit of its own"
    assert workspace.own.label == 0


def test_a_digit_of_which_a_part_is_erased_and_drawn_anew_is_the_same(workspace: Workspace, qtbot: QtBot) -> None:
    named(workspace, qtbot, FOUR, 4)
    corner, _ = FOUR.strokes
    workspace.board.erase(0)
    draw(workspace, Drawing((corner,)))
    settle(qtbot)
    assert workspace.own.label == 4


def test_nobody_learns_from_a_second_digit_under_the_pen_what_was_said_of_the_first(
    workspace: Workspace, qtbot: QtBot
) -> None:
    named(workspace, qtbot, FOUR, 4)
    workspace.own.set_joins(on=True)
    joining = workspace.stepping.joining
    assert joining() is not None
    (stroke,) = TWO.strokes
    workspace.board.press(tuple(stroke[0].tolist()), erase=False)
    for point in stroke[1:].tolist():
        workspace.board.move(tuple(point))
    assert answer(workspace).drawing != FOUR
    assert joining() is None
    workspace.board.release()
    assert workspace.own.label is None
