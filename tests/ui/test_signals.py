"""A signal to end closes the real program as a person would, and what was drawn is kept."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from digitpad.document.journal_reading import read_journal
from digitpad.drawing.samples import sample_digit
from digitpad.workspace.keeping.store import SUMMARY
from tests.conftest import GENEROUS_SECONDS, ROOT

PROGRAM = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from digitpad.app import prepare_process
prepare_process()
from digitpad.drawing.samples import sample_digit
from digitpad.ui import application
from digitpad.ui.stage.main_window import MainWindow

class Watched(MainWindow):
    def __init__(self, settings):
        for number in sys.argv[1:]:
            os.kill(os.getpid(), int(number))
        super().__init__(settings)
    def load_tensorflow(self):
        self.workspace.board.set_drawing(sample_digit(6), "")
        self.looking = QTimer(interval=20)
        self.looking.timeout.connect(self.look)
        self.looking.start()
        print("up", flush=True)
    def look(self):
        if QApplication.activeModalWidget() is not None:
            self.looking.stop()
            print("asked", flush=True)

application.MainWindow = Watched
sys.exit(application.run_window(demo=False, screenshots=Path()))
"""


POSIX = pytest.mark.skipif(
    sys.platform == "win32", reason="a Windows console sends no such signals to one process alone"
)


def program(home: Path, *arguments: object, ignored: str = "") -> subprocess.Popen[str]:
    """Begin the program, whose home this is, with a signal that it is to ignore."""

    def set_signals() -> None:
        # A test run in the background of a shell ignores Ctrl+C, and its children would inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if ignored:
            signal.signal(getattr(signal, ignored), signal.SIG_IGN)

    places = {name: str(home) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=set_signals,
    )


def started(home: Path, *, ignored: str = "") -> subprocess.Popen[str]:
    """Return the program once something is drawn in its window."""
    process = program(home, ignored=ignored)
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def assert_ended_with_work_kept(process: subprocess.Popen[str], home: Path) -> None:
    _, said = process.communicate(timeout=GENEROUS_SECONDS)
    assert process.returncode == 0
    assert "Traceback" not in said
    (summary,) = home.rglob(SUMMARY)
    assert read_journal(summary.parent).drawings == (sample_digit(6),)


@POSIX
@pytest.mark.parametrize("number", ["SIGINT", "SIGHUP"])  # SIGTERM: the last test
def test_the_window_closes_and_work_is_kept(tmp_path: Path, number: str) -> None:
    process = started(tmp_path)
    process.send_signal(getattr(signal, number))
    assert_ended_with_work_kept(process, tmp_path)


@POSIX
def test_work_that_cannot_be_kept_is_asked_for_once_and_a_second_signal_ends_it(tmp_path: Path) -> None:
    (tmp_path / "digitpad").write_text("no folder")
    process = started(tmp_path)
    process.send_signal(signal.SIGTERM)
    assert process.stdout is not None
    assert process.stdout.readline() == "asked\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=GENEROUS_SECONDS)
    assert process.returncode == 128 + signal.SIGINT, "whoever waits for it learns that work was lost"
    assert said.count("the last session was not kept") == 2
    assert "Traceback" not in said


@POSIX
def test_a_second_signal_keeps_the_work_if_the_disk_takes_it_by_then(tmp_path: Path) -> None:
    (tmp_path / "digitpad").write_text("no folder")
    process = started(tmp_path)
    process.send_signal(signal.SIGTERM)
    assert process.stdout is not None
    assert process.stdout.readline() == "asked\n"
    (tmp_path / "digitpad").unlink()
    process.send_signal(signal.SIGTERM)
    assert_ended_with_work_kept(process, tmp_path)


@POSIX
def test_signals_while_the_window_is_made_close_it(tmp_path: Path) -> None:
    """Neither does what it does to a program that has not asked for it."""
    process = program(tmp_path, int(signal.SIGTERM), int(signal.SIGINT))
    _, said = process.communicate(timeout=GENEROUS_SECONDS)
    assert process.returncode == 0
    assert "Traceback" not in said


@POSIX
def test_a_signal_that_shall_be_ignored_closes_nothing(tmp_path: Path) -> None:
    """As after ``nohup``, when the terminal is closed."""
    process = started(tmp_path, ignored="SIGHUP")
    process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=3)
    process.send_signal(signal.SIGTERM)
    assert_ended_with_work_kept(process, tmp_path)
