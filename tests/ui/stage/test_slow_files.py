"""A drive that is slow or gone: the window says so, and goes on when the user waits no longer."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing, write_drawings
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.wording.language import speak
from tests.archives.slow_files import LINUX, held
from tests.conftest import GENEROUS_SECONDS, ROOT
from tests.ui.lesson import FILE_MS

CLOSING_SECONDS = 20.0
"""The system waits for 45 until it opens a file that is held."""


@pytest.fixture
def slow_file(tmp_path: Path) -> Path:
    path = tmp_path / "slow <b>.jsonl"
    write_drawings(path, [LabelledDrawing(sample_digit(3))])
    return path


@LINUX
def test_it_is_named_and_can_be_cancelled(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, slow_file: Path
) -> None:
    other = tmp_path / "other.jsonl"
    write_drawings(other, [LabelledDrawing(sample_digit(5))])
    bar = window.reading_bar
    assert bar.isHidden()
    with held(slow_file):
        with qtbot.waitSignal(bar.spoken.announced, timeout=FILE_MS) as announced:
            window.open_file(slow_file)
        assert announced.args == [bar.message.text()] == ["Still reading slow <b>.jsonl …"]
        assert bar.isVisible()
        speak("vi")
        qtbot.waitUntil(lambda: bar.message.text() == "Vẫn đang đọc slow <b>.jsonl …")
        assert bar.cancel.text() == "Hủy"
        speak()
        bar.cancel.setFocus()
        QTest.keyClick(bar.cancel, Qt.Key.Key_Space)
        assert bar.isHidden()
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.open_file(other)
    assert window.workspace.board.drawing == sample_digit(5)


@LINUX
def test_it_is_opened_when_the_drive_answers(window: MainWindow, qtbot: QtBot, slow_file: Path) -> None:
    with held(slow_file) as holder:
        window.open_file(slow_file)
        qtbot.waitUntil(window.reading_bar.isVisible, timeout=FILE_MS)
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            holder.kill()
    assert window.reading_bar.isHidden()
    assert window.workspace.board.drawing == sample_digit(3)


OPENING = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
application = make_application()
window = MainWindow(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
window.workspace.jobs.slow_changed.connect(window.close)
window.open_file(Path(sys.argv[2]))
code = application.exec()
print("closed", flush=True)
sys.exit(code)
"""


@LINUX
def test_closing_waits_for_no_drive_and_the_program_ends_as_always(tmp_path: Path, slow_file: Path) -> None:
    arguments = [sys.executable, "-c", OPENING, str(tmp_path / "settings.ini"), str(slow_file)]
    with held(slow_file):
        start = time.monotonic()
        process = subprocess.run(
            arguments, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=GENEROUS_SECONDS
        )
        assert time.monotonic() - start < CLOSING_SECONDS
    assert (process.returncode, process.stdout) == (0, "closed\n")
    assert "QThread" not in process.stderr
    assert "Traceback" not in process.stderr
