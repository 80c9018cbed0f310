"""A real window with settings of its own; nothing of it is left over after a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from digitpad.engines.pacing import FULL
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_scheme, colors
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.language import speak
from tests.workspace.hearing import LOADING_MS, TRAINING_MS

__all__ = ["LOADING_MS", "TRAINING_MS"]


@pytest.fixture(autouse=True)
def no_unexpected_box(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a box would wait for an answer that the test has not prepared."""

    def refuse(*arguments: object) -> None:
        raise AssertionError(f"nobody expected this box: {arguments[1:]}")

    for name in ("question", "warning", "information", "critical"):
        monkeypatch.setattr(QMessageBox, name, refuse)


@pytest.fixture(autouse=True)
def no_key_stays_down(qapp: QApplication) -> Iterator[None]:
    """Lift what a test pressed: for Qt the modifiers of the last event are held until the next one comes, and a
    step that is taken with Shift held, by whatever test, goes to the end of the epoch."""
    yield
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)
        assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def english_is_spoken_again(qapp: QApplication) -> Iterator[None]:
    """Whatever a test speaks, the next one begins in English."""
    yield
    if QLocale().language() is QLocale.Language.Vietnamese:
        speak()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.pace = FULL  # nobody is watching
    return settings


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    usual = colors()
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    assert window.workspace.is_quiet, "a thread outlived the window"
    if colors() is not usual:
        choose_scheme("system")


def load(window: MainWindow, qtbot: QtBot) -> None:
    """Have the window import TensorFlow, and wait for it."""
    window.load_tensorflow()
    qtbot.waitUntil(lambda: window.workspace.readiness.is_known, timeout=LOADING_MS)
    assert window.workspace.readiness.can_train


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window in which training can begin at once."""
    load(window, qtbot)
    return window
