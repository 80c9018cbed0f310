"""What somebody does in a window: draws, trains, saves and opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from digitpad.ui.stage.main_window import MainWindow
from tests.ui.conftest import TRAINING_MS

FILE_MS = 20_000


def example(window: MainWindow, digit: int) -> None:
    """Draw an example by its key: to the last bit what it is in a file."""
    QTest.keyClick(window.canvas, Qt.Key(ord(str(digit))))


def settle(qtbot: QtBot) -> None:
    """Let all happen that waits to happen on the window's thread."""
    done: list[bool] = []
    QTimer.singleShot(0, lambda: done.append(True))  # comes after all that was asked for before
    qtbot.waitUntil(lambda: bool(done))


def step(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.control.paused, timeout=TRAINING_MS):
        window.actions_.step.trigger()


def stop(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.control.stopped, timeout=TRAINING_MS):
        window.actions_.stop.trigger()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the next file dialogs answer with this path."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def save(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.files.save_to(path)


def open_(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.files.open_from(path)
