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
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from digitpad.app import prepare_process
prepare_process()
from digitpad.drawing.samples import sample_digit
from digitpad.ui import application
from digitpad.ui.stage.main_window import MainWindow

class Watched(MainWindow):
    def load_tensorflow(self):
        self.workspace.board.set_drawing(sample_digit(6), "")
        print("up", flush=True)

application.MainWindow = Watched
sys.exit(application.run_window(demo=False, screenshots=Path()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a Windows console sends no such signals to one process alone")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_window_closes_and_work_is_kept(tmp_path: Path, number: str) -> None:
    places = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    process.send_signal(getattr(signal, number))
    _, said = process.communicate(timeout=GENEROUS_SECONDS)
    assert process.returncode == 0
    assert "Traceback" not in said
    (summary,) = tmp_path.rglob(SUMMARY)
    assert read_journal(summary.parent).drawings == (sample_digit(6),)
