"""TensorFlow's libraries are there before Python's import asks for them, which would stop every thread."""

import subprocess
import sys

import pytest

from tests.conftest import GENEROUS_SECONDS, ROOT

BEFORE_ITS_IMPORT = """
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.workspace.training.readiness import Readiness


class Watching:
    def find_spec(self, name, path=None, target=None):
        if name == "tensorflow.python" and name not in sys.modules:
            print("loaded", "libtensorflow_cc" in Path("/proc/self/maps").read_text())
        return None


application = QCoreApplication([])
sys.meta_path.insert(0, Watching())
readiness = Readiness()
readiness.changed.connect(lambda: application.quit() if readiness.is_known else None)
readiness.prepare(KERAS_RECIPE)
application.exec()
readiness.shut_down()
print("ready", readiness.has_tensorflow)
"""

NONE_THERE = """
import sys
sys.meta_path.insert(0, type("Nothing", (), {"find_spec": lambda *_: None}))
sys.path[:] = [path for path in sys.path if "site-packages" not in path]
from digitpad.engines.computer.libraries import load_tensorflow_libraries
load_tensorflow_libraries()
print("tensorflow" in sys.modules)
"""


def printed(code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=GENEROUS_SECONDS
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is loaded")
def test_they_are_loaded_before_the_import() -> None:
    assert printed(BEFORE_ITS_IMPORT) == ["loaded True", "ready True"]


def test_where_there_are_none_nothing_happens() -> None:
    assert printed(NONE_THERE) == ["False"]
