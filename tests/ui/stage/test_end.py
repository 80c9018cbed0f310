"""A window that is gone leaves nothing behind, whatever was looked at in it."""

import gc
import weakref

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from tests.ui.conftest import load
from tests.ui.lesson import FEW_UNITS, example, settle, step


def test_all_of_it_ends_with_it(settings: Settings, qtbot: QtBot) -> None:
    others = set(QApplication.topLevelWidgets())
    settings.recipe = Recipe(architecture=FEW_UNITS)
    window = MainWindow(settings)
    window.show()
    qtbot.waitExposed(window)
    load(window, qtbot)
    example(window, 4)
    step(window, qtbot)
    for key in window.views.views:
        window.area.show_view(key)
        settle(qtbot)
    window.close()
    parts = [weakref.ref(part) for part in (window, window.workspace, *window.views.views.values())]
    window.deleteLater()
    del window
    settle(qtbot)
    gc.unfreeze()  # what was put aside while TensorFlow was imported is looked at too
    gc.collect()
    gc.freeze()  # as before: else each test after this one has a million objects to look at
    assert [part() for part in parts] == [None] * len(parts)
    assert set(QApplication.topLevelWidgets()) <= others
