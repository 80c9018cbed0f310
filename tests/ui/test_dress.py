"""Colours and letters of the whole program: changed when they change, as dressing all widgets anew takes long."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.ui import theme
from digitpad.ui.stage.main_window import MainWindow


def test_nothing_is_dressed_anew_unless_something_changes(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.choose_scheme("light")
    theme.choose_text_size(100)
    dressed: list[QApplication] = []
    monkeypatch.setattr(theme, "apply_theme", dressed.append)
    theme.choose_scheme("light")
    theme.choose_text_size(100)
    assert dressed == []
    theme.choose_text_size(150)
    assert dressed == [], "letters reach everybody without that"
    theme.choose_scheme("dark")
    assert len(dressed) == 1
    monkeypatch.undo()
    theme.choose_text_size(100)
    theme.choose_scheme("system")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_pointed_at_can_still_be_read(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    """White words on a pale button: Train, just when somebody was about to click it."""
    theme.choose_scheme(scheme)
    qtbot.waitUntil(lambda: window.palette().window().color().name() == theme.colors().window)
    for button in (window.panel.buttons["train"], window.recovery_bar.restore):
        pointed_at = []
        for under in (False, True):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, under)
            image = button.grab().toImage()
            pointed_at.append(image.pixelColor(image.width() // 2, 5).name())
        assert pointed_at == [theme.colors().accent] * 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_be_written_into_stands_out_from_the_card(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    theme.choose_scheme(scheme)
    window.actions_["recipe"].setChecked(True)
    field, now = window.sheet.form.training.epochs, theme.colors()
    qtbot.waitUntil(lambda: field.isVisible() and field.palette().base().color().name() == now.field)
    assert field.height() == window.sheet.form.data.images.height()
    image = field.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).name() == now.field


def test_boxes_that_were_high_for_large_letters_are_low_again(window: MainWindow, qtbot: QtBot) -> None:
    box = window.sheet.form.data.images
    usual = box.minimumSizeHint().height()
    window.actions_["recipe"].setChecked(True)
    for percent in (150, 100):
        theme.choose_text_size(percent)
        qtbot.waitUntil(lambda percent=percent: (box.minimumSizeHint().height() > usual) == (percent > 100))
    qtbot.waitUntil(lambda: box.height() == usual)
    window.actions_["recipe"].setChecked(False)
    for percent in (150, 100):  # the same where nobody sees it
        theme.choose_text_size(percent)
        letters = round(theme.LETTERS * percent / 100)
        qtbot.waitUntil(lambda letters=letters: window.font().pixelSize() == letters)
    window.actions_["recipe"].setChecked(True)
    qtbot.waitUntil(lambda: box.height() == usual)
