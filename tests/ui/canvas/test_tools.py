"""Pen and eraser: one is in hand, which is seen below the canvas, in the menu and at the pointer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import settle
from tests.ui.stage.test_stage import project

LEFT = Qt.MouseButton.LeftButton
LEAST_TARGET = 24
"""Logical pixels that whoever points has to meet, as the WCAG 2.2 asks for."""


@pytest.fixture(autouse=True)
def usual(qapp: object) -> Iterator[None]:
    yield
    choose_text_size(100)
    speak()


def button(window: MainWindow, name: str) -> QToolButton:
    return next(one for one in window.sight.bar.buttons if one.defaultAction().objectName() == name)


def in_hand(window: MainWindow) -> list[str]:
    """Return which tools are seen to be in hand: buttons and the menu's commands agree."""
    names = [name for name in ("pen", "eraser") if button(window, name).isChecked()]
    assert names == [name for name in ("pen", "eraser") if window.actions_[name].isChecked()]
    return names


def rub(window: MainWindow, mouse: Qt.MouseButton = LEFT) -> int:
    """Draw down the middle of a stroke that lies across the canvas; return how many strokes there are then."""
    window.workspace.board.set_drawing(sample_digit(1).with_stroke([(0.1, 0.5), (0.9, 0.5)]), "")
    before = len(window.workspace.board.drawing.strokes)
    side = window.canvas.width()
    QTest.mousePress(window.canvas, mouse, pos=QPoint(side // 8, side * 2 // 5))
    QTest.mouseMove(window.canvas, QPoint(side // 8, side * 3 // 5))
    QTest.mouseRelease(window.canvas, mouse, pos=QPoint(side // 8, side * 3 // 5))
    return len(window.workspace.board.drawing.strokes) - before


def test_the_pen_is_in_hand_until_the_eraser_is_taken(window: MainWindow) -> None:
    assert in_hand(window) == ["pen"]
    assert rub(window) == 1
    QTest.mouseClick(button(window, "eraser"), LEFT)
    assert in_hand(window) == ["eraser"]
    assert rub(window) == -1
    QTest.mouseClick(button(window, "pen"), LEFT)
    assert in_hand(window) == ["pen"]
    assert rub(window) == 1


def test_a_second_click_on_a_tool_leaves_it_in_hand(window: MainWindow) -> None:
    for name in ("pen", "pen", "eraser", "eraser", "eraser", "pen"):
        QTest.mouseClick(button(window, name), LEFT)
        assert in_hand(window) == [name]


def test_keys_take_tools_and_the_erasers_puts_it_away_too(window: MainWindow) -> None:
    for key, modifiers, tool in [
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, "eraser"),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, "pen"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, "pen"),
        (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier, "eraser"),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, "pen"),
    ]:
        QTest.keyClick(window.canvas, key, modifiers)
        assert in_hand(window) == [tool]


def test_the_right_button_rubs_out_and_no_tool_changes_hands(window: MainWindow) -> None:
    for tool in ("pen", "eraser"):
        QTest.mouseClick(button(window, tool), LEFT)
        assert rub(window, Qt.MouseButton.RightButton) == -1
        assert in_hand(window) == [tool]


def test_the_pointer_shows_the_tool(window: MainWindow) -> None:
    ring = window.canvas.cursor().pixmap().toImage()
    window.actions_["eraser"].trigger()
    square = window.canvas.cursor().pixmap().toImage()
    assert square != ring
    window.actions_["pen"].trigger()
    assert window.canvas.cursor().pixmap().toImage() == ring


@pytest.mark.parametrize(("language", "names"), [("en", ["Pen", "Eraser"]), ("vi", ["Bút vẽ", "Tẩy nét"])])
def test_a_screen_reader_hears_which_one_it_is(
    window: MainWindow, qtbot: QtBot, language: str, names: list[str]
) -> None:
    window.actions_[f"language_{language}"].trigger()
    settle(qtbot)
    heard = [QAccessible.queryAccessibleInterface(button(window, name)) for name in ("pen", "eraser")]
    assert [one.text(QAccessible.Text.Name) for one in heard] == names
    assert [one.state().checked for one in heard] == [True, False]  # type: ignore[attr-defined]  # a field
    assert all(button(window, name).toolTip() for name in ("pen", "eraser"))


def assert_fits(window: MainWindow) -> None:
    """Each button has room for its icon, can be met, and lies on no other and within the panel."""
    buttons = window.sight.bar.buttons
    places = [QRect(one.mapTo(window.sight, QPoint()), one.size()) for one in buttons]
    assert len(places) == 7
    for place, one in zip(places, buttons, strict=True):
        assert window.sight.rect().contains(place)
        assert min(place.width(), place.height()) >= max(LEAST_TARGET, one.sizeHint().width())
        assert not any(place.intersects(other) for other in places if other is not place)
        assert not place.intersects(window.sight.glyph.geometry())
        assert not (window.sight.digits.isVisible() and place.intersects(window.sight.digits.geometry()))
    assert window.canvas.width() == window.canvas.height()


@pytest.mark.parametrize("size", [(1024, 720), (1366, 720)])
def test_all_buttons_have_room_beside_the_picture(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    for percent in (90, 100, 150, 200):
        choose_text_size(percent)
        window.resize(*size)
        settle(qtbot)
        assert_fits(window)
        assert window.canvas.width() >= (360 if percent <= 150 else 300)


@pytest.mark.parametrize(("size", "lines"), [((1024, 768), 2), ((1366, 768), 1)])
def test_for_a_small_projector_they_stand_in_two_lines(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], lines: int
) -> None:
    project(window, qtbot, size)
    assert_fits(window)
    assert len({one.y() for one in window.sight.bar.buttons}) == lines
    line = window.sight.fontMetrics().height()
    assert min(one.iconSize().height() for one in window.sight.bar.buttons) >= line, "as high as letters"
    assert window.sight.glyph.width() >= (168 if lines == 2 else 140)
    window.actions_["projector"].trigger()
