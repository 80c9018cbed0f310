"""The buttons for a view's pages, in the real window."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from digitpad.ui.stage.looks import PROJECTOR_SHARE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import LETTERS, choose_text_size


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("key", ["runs", "inside"])
def test_before_a_small_projector_they_stand_in_one_line(
    window: MainWindow, qtbot: QtBot, key: str, language: str
) -> None:
    window.actions_[f"language_{language}"].trigger()
    window.area.show_view(key)
    window.actions_["projector"].trigger()
    buttons: list[QToolButton] = list(window.views[key].chapters.choices.values())
    window.showNormal()  # the screen of a test may be another one
    choose_text_size(PROJECTOR_SHARE * 768 / LETTERS * 100)
    window.resize(1024, 768)
    qtbot.waitUntil(lambda: buttons[0].fontInfo().pixelSize() > 14)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
