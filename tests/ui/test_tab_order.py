"""Tab goes down a page as a person reads it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import settle

TWO_LAYERS = replace(KERAS_RECIPE, architecture=Architecture((HiddenLayer(64), HiddenLayer(32))))


def recipe_sheet(window: MainWindow) -> QWidget:
    window.actions_["recipe"].setChecked(True)
    window.workspace.draft.write(TWO_LAYERS)
    return window.sheet.form


def collecting(window: MainWindow) -> QWidget:
    window.area.show_view("class")
    page: QWidget = window.views["class"].collecting
    window.views["class"].collecting.aside.show()  # as when something has been set aside
    return page


def reached(root: QWidget) -> list[QWidget]:
    """Return what Tab comes to within a widget, in its order."""
    found, widget = [], root.nextInFocusChain()
    while widget is not root:
        takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_tab and root.isAncestorOf(widget) and widget.isVisibleTo(root):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize("shown", [recipe_sheet, collecting])
def test_it_never_goes_back_up(ready: MainWindow, qtbot: QtBot, shown: Callable[[MainWindow], QWidget]) -> None:
    root = shown(ready)
    settle(qtbot)
    found = reached(root)
    assert len(found) > 5
    for before, after in pairwise(found):
        top, bottom = before.mapTo(root, QPoint()).y(), after.mapTo(root, QPoint(0, after.height())).y()
        assert bottom > top, (before, after)
