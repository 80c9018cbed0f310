"""The window is closed while TensorFlow is imported, which takes seconds and which nobody can interrupt."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training import readiness
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.keeping.kept import put_away


def test_the_session_and_the_settings_are_there_for_a_second_start_meanwhile(
    window: MainWindow, settings: Settings, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = threading.Event()

    def import_slowly() -> None:
        imported.wait(GENEROUS_SECONDS)
        raise ImportError("nobody needs it any more")

    monkeypatch.setattr(readiness, "load_tensorflow_libraries", import_slowly)
    window.load_tensorflow()
    qtbot.waitUntil(lambda: window.workspace.readiness.has_mnist)
    window.workspace.board.set_drawing(sample_digit(6), "")
    settings.text_size = 125
    found: list[bool] = []

    def second_start() -> None:
        end = time.monotonic() + GENEROUS_SECONDS
        while not put_away(settings) and time.monotonic() < end:
            time.sleep(0.02)
        while not found and time.monotonic() < end:
            store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
            if Settings(store).text_size == 125:
                found.append(imported.is_set())
            time.sleep(0.02)
        imported.set()

    other = threading.Thread(target=second_start)
    other.start()
    window.close()
    other.join()
    assert found == [False], "both are there before the import has come to its end"
    assert [entry.read().drawings for entry in put_away(settings)] == [(sample_digit(6),)]
