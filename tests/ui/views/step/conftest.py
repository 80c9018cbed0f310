"""A panel to be looked at; languages, letters and colours as they were, after each test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.ui.theme import choose_scheme, choose_text_size, colors
from digitpad.ui.views.step.step_panel import StepPanel
from digitpad.workspace.wording.language import speak

USUAL = 100


@pytest.fixture(autouse=True)
def usual_dress(qapp: QApplication) -> Iterator[None]:
    speak("en")
    usual = colors()
    yield
    # No loop has run in these tests, so widgets that are to be deleted are still there, and would hear of it all.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    speak("en")
    choose_text_size(USUAL)
    if colors() is not usual:
        choose_scheme("system")


@pytest.fixture(params=["en", "vi"])
def language(request: pytest.FixtureRequest) -> str:
    """Speak both languages, one after the other."""
    speak(request.param)
    return str(request.param)


@pytest.fixture
def panel(qtbot: QtBot) -> StepPanel:
    """A panel on a small screen, without the program around it."""
    panel = StepPanel({})
    qtbot.addWidget(panel)
    panel.resize(720, 480)
    panel.show()
    qtbot.waitExposed(panel)
    return panel
