"""Alt and a letter lead to one place: no field or button of a view has the letter of a menu, or of another."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import settle

PAGES = {"collect", "use_digits"}
"""Commands that lead to pages of the view Class that a click on its tab does not show at first."""


def letters(window: MainWindow) -> dict[str, list[str]]:
    """Return by each letter whatever is in sight that has it."""
    menus = [action.text() for action in window.menuBar().actions()]
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.buddy()]
    buttons = [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    found: dict[str, list[str]] = {}
    for text in [*menus, *labels, *buttons]:
        plain = text.replace("&&", "")
        if "&" in plain:
            found.setdefault(plain[plain.index("&") + 1].casefold(), []).append(text)
    return found


@pytest.mark.parametrize("language", ["en", "vi"])
def test_no_letter_leads_to_two_places(window: MainWindow, qtbot: QtBot, language: str) -> None:
    window.actions_[f"language_{language}"].trigger()
    shown = [lambda key=key: window.workspace.ask_for_view(key) for key in window.views.views]
    shown += [window.actions_[name].trigger for name in PAGES]
    clashes = {}
    for show in shown:
        show()
        settle(qtbot)
        found = letters(window)
        assert len(found) >= 9
        clashes |= {letter: texts for letter, texts in found.items() if len(texts) > 1}
    assert not clashes
