"""Leafing through what was drawn before, by keys and commands of the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import example, settle
from tests.ui.pointer import draw


def test_what_was_cleared_can_be_leafed_back_to(window: MainWindow) -> None:
    for digit in (1, 2, 3):
        window.workspace.board.clear()
        example(window, digit)
    seen = []
    for _ in range(4):
        QTest.keyClick(window.canvas, Qt.Key.Key_PageUp)
        seen.append(window.workspace.board.drawing)
    assert seen == [sample_digit(2), sample_digit(1), sample_digit(1), sample_digit(1)]
    assert not window.actions_["previous"].isEnabled()
    for _ in range(3):
        QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
    assert window.workspace.board.drawing == sample_digit(3)
    assert not window.actions_["next"].isEnabled()
    window.actions_["undo"].trigger()
    assert window.workspace.board.drawing == sample_digit(2)


def test_a_drawing_that_is_there_twice_does_not_hold_up_the_leafing(window: MainWindow) -> None:
    window.workspace.sketchbook.add([sample_digit(digit) for digit in (1, 2, 1, 2)])
    seen = [window.workspace.board.drawing]
    while window.actions_["next"].isEnabled():
        window.actions_["next"].trigger()
        seen.append(window.workspace.board.drawing)
    assert seen == [sample_digit(digit) for digit in (1, 2, 1, 2)]
    while window.actions_["previous"].isEnabled():
        window.actions_["previous"].trigger()
        seen.append(window.workspace.board.drawing)
    assert seen[4:] == [sample_digit(digit) for digit in (1, 2, 1)]


def test_the_only_drawing_can_be_leafed_back_to_when_it_was_cleared(window: MainWindow) -> None:
    example(window, 1)
    window.workspace.board.clear()
    assert window.actions_["previous"].isEnabled()
    window.actions_["previous"].trigger()
    assert window.workspace.board.drawing == sample_digit(1)


def test_the_newest_drawing_has_its_place_too(window: MainWindow, qtbot: QtBot) -> None:
    """It had one only once somebody had leafed away from it and back."""
    place = window.sight.place
    example(window, 1)
    settle(qtbot)
    assert place.text() == "", "of a single drawing there is nothing to say"
    for number, digit in enumerate((4, 5), start=2):
        example(window, digit)
        qtbot.waitUntil(lambda number=number: place.text() == f"drawing {number} of {number}")
        assert place.isVisible()
    window.actions_["previous"].trigger()
    qtbot.waitUntil(lambda: place.text() == "drawing 2 of 3")
    window.actions_["next"].trigger()
    qtbot.waitUntil(lambda: place.text() == "drawing 3 of 3")
    window.actions_["clear"].trigger()
    qtbot.waitUntil(lambda: place.text() == "")
    draw(window.canvas, sample_digit(7))
    qtbot.waitUntil(lambda: place.text() == "drawing 4 of 4")
