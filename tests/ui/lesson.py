"""What somebody does in a window: draws, trains, saves and opens."""

from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.events import Ending
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from tests.workspace.hearing import TRAINING_MS, Ear, Kind, hears

FILE_MS = 20_000

FEW_UNITS = Architecture((HiddenLayer(16),))
"""Learns as the lesson's network does, and answers MNIST's 10,000 test images in a thirtieth of its time: that is
done after each epoch, and whenever training pauses."""


def reported(
    window: MainWindow, qtbot: QtBot, kind: Kind, timeout: int = TRAINING_MS
) -> AbstractContextManager[Ear]:
    """Wait, at the end of a with statement, for what ``hears`` waits for."""
    return hears(window.workspace.training, qtbot, kind, timeout)


def example(window: MainWindow, digit: int) -> None:
    """Draw an example by its key: to the last bit what it is in a file."""
    QTest.keyClick(window.canvas, Qt.Key(ord(str(digit))))


def settle(qtbot: QtBot) -> None:
    """Let all happen that waits to happen on the window's thread."""
    done: list[bool] = []
    QTimer.singleShot(0, lambda: done.append(True))  # comes after all that was asked for before
    qtbot.waitUntil(lambda: bool(done))


def step(window: MainWindow, qtbot: QtBot) -> None:
    with reported(window, qtbot, Ending.PAUSED):
        window.actions_["step"].trigger()
    # The accuracy that the step led to is a part of the run too.
    qtbot.waitUntil(lambda: window.workspace.sampler.is_quiet, timeout=TRAINING_MS)


def stop(window: MainWindow, qtbot: QtBot) -> None:
    with reported(window, qtbot, Ending.STOPPED):
        window.actions_["stop"].trigger()


def select(window: MainWindow, run: Run) -> None:
    """Select a run in the list."""
    table = window.views["runs"].table
    table.setCurrentIndex(table.model().index(window.workspace.runs.runs.index(run), 0))


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
