"""Colours and letters of the whole program: changed when they change, as dressing all widgets anew takes long."""

import pytest
from PySide6.QtWidgets import QApplication

from digitpad.ui import theme


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
