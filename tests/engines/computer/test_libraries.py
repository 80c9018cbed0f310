"""TensorFlow's libraries are there before Python's import asks for them, which would stop every thread.

And what TensorFlow, loaded so, would say to its developers is not said.
"""

import os
import subprocess
import sys

import pytest

from tests.conftest import GENEROUS_SECONDS, ROOT

AS_THE_WINDOW_LOADS_IT = """
import sys
from pathlib import Path

from digitpad.app import prepare_process
prepare_process()
from PySide6.QtCore import QCoreApplication

from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.workspace.training.readiness import Readiness


class Watching:
    def find_spec(self, name, path=None, target=None):
        if name == "tensorflow.python" and name not in sys.modules:
            maps = Path("/proc/self/maps")
            print("loaded", maps.exists() and "libtensorflow_cc" in maps.read_text())
        return None


application = QCoreApplication([])
sys.meta_path.insert(0, Watching())
readiness = Readiness()
readiness.changed.connect(lambda: application.quit() if readiness.is_known else None)
readiness.prepare(KERAS_RECIPE)
application.exec()
readiness.shut_down()
print("ready", readiness.has_tensorflow)
import tensorflow as tf
for number in range(6):
    tf.function(lambda x: x + number)(tf.constant(1.0))
"""

NONE_THERE = """
import sys
sys.meta_path.insert(0, type("Nothing", (), {"find_spec": lambda *_: None}))
sys.path[:] = [path for path in sys.path if "site-packages" not in path]
from digitpad.engines.computer.libraries import load_tensorflow_libraries
load_tensorflow_libraries()
print("tensorflow" in sys.modules)
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},  # whatever a developer wants to hear of TensorFlow
        capture_output=True,
        text=True,
        timeout=GENEROUS_SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def loaded() -> subprocess.CompletedProcess[str]:
    return run(AS_THE_WINDOW_LOADS_IT)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what is loaded")
def test_they_are_loaded_before_the_import(loaded: subprocess.CompletedProcess[str]) -> None:
    assert loaded.stdout.splitlines() == ["loaded True", "ready True"]


def test_nothing_is_said_of_one_function_that_is_traced_for_each_network(
    loaded: subprocess.CompletedProcess[str],
) -> None:
    assert loaded.stderr == ""


def test_where_there_are_none_nothing_happens() -> None:
    assert run(NONE_THERE).stdout.splitlines() == ["False"]
