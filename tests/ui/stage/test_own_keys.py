"""Delete and Page Up and Down act on what has the focus: the drawing is the canvas's."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import example, settle

LEAFING = {"button": ["previous", "next"]}
"""A button has no use for them, and clears nothing."""

PARTS: dict[str, Callable[[MainWindow], QWidget]] = {
    "number": lambda window: window.sheet.form.training.epochs,
    "list": lambda window: window.sheet.form.training.optimizer,
    "rate": lambda window: window.sheet.form.training.learning_rate,
    "slider": lambda window: window.panel.pace.slider,
    "code": lambda window: window.views["step"].panel.code.text,
    "listing": lambda window: window.views["keras"].panel.listing,
    "button": lambda window: window.panel.buttons["reset"],
}


@pytest.mark.parametrize("name", PARTS)
def test_what_has_the_focus_keeps_them(window: MainWindow, qtbot: QtBot, name: str) -> None:
    part = PARTS[name](window)
    view = {"code": "step", "listing": "keras"}.get(name)
    if view is not None:
        window.area.show_view(view)
    window.actions_["recipe"].setChecked(name in ("number", "list", "rate"))
    example(window, 3)
    window.workspace.sketchbook.add([sample_digit(5), sample_digit(8)])
    settle(qtbot)
    assert window.actions_["previous"].isEnabled()
    given: list[str] = []
    for command in ("clear", "previous", "next"):
        window.actions_[command].triggered.connect(lambda _=False, command=command: given.append(command))
    part.setFocus(Qt.FocusReason.TabFocusReason)
    assert part.hasFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        QTest.keyClick(part, key)
    assert given == LEAFING.get(name, [])


def test_on_the_canvas_they_are_commands(window: MainWindow, qtbot: QtBot) -> None:
    example(window, 3)
    window.workspace.sketchbook.add([sample_digit(5)])
    QTest.keyClick(window.canvas, Qt.Key.Key_PageUp)
    assert window.workspace.board.drawing
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert not window.workspace.board.drawing
