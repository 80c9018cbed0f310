"""What all tests share: the process as the program sets it up, and ways to run a fresh one."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import digitpad.workspace  # noqa: F401  # before Qt is imported by anybody: see there
from digitpad.app import PROGRAMS, prepare_process
from tests.shared_programs import share_programs

prepare_process()  # before NumPy, which asks only when it is imported how many threads it may have
share_programs()  # before TensorFlow

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from pytestqt.qtbot import QtBot  # noqa: E402

from digitpad.data.mnist import Dataset, load_dataset  # noqa: E402
from digitpad.workspace.garbage import collect_what_is_due  # noqa: E402
from digitpad.workspace.keeping.job_thread import JobThread  # noqa: E402

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# As while a window runs: see digitpad.workspace.garbage.
gc.disable()

# The same examples in each run, nothing stored, and no verdict that depends on how busy the machine is.
settings.register_profile(
    "digitpad", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("digitpad")

ROOT = Path(__file__).parent.parent
GENEROUS_SECONDS = 120
"""For a process that only hangs if something is wrong."""

BATCH_SIZE = 32
TRAIN_IMAGES = 1000
"""31 batches of 32 and a last one of 8."""
TEST_IMAGES = 500

FreshPython = Callable[..., subprocess.CompletedProcess[str]]


def pytest_sessionstart() -> None:
    """End by signals that a shell has told this run to ignore, as it does those in the background, or after nohup.

    The programs that tests start would inherit that, and never end by what is sent to them.
    """
    for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        if (number := getattr(signal, name, None)) is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, usual)


def pytest_configure(config: pytest.Config) -> None:
    """Let all processes of this run of the tests share what XLA compiles, and none of a later one.

    Each program is compiled once, in earnest, and is then read from a folder, 1.5 seconds faster, by the other
    workers and the programs that tests start, which inherit the variable.
    """
    if hasattr(config, "workerinput"):
        return  # a worker of pytest-xdist, whose parent has said so already
    folder = tempfile.mkdtemp(prefix="digitpad-xla-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ[PROGRAMS] = folder
    prepare_process()


def pytest_collection_finish() -> None:
    """Spare each collection of garbage the million objects of TensorFlow, Qt and the tests, which stay."""
    gc.collect()
    gc.freeze()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their argument alone: what packs them may write the time into them, and then each
    process of a run on all cores would collect tests of other names, which pytest-xdist refuses."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def garbage_goes_between_tests() -> Iterator[None]:
    """Collect here, on the main thread: in a test nothing but an event loop does, or the test itself.

    What is to be deleted later goes before: the windows of earlier tests would be dressed anew and translated
    with each later one, up to a hundred of them. Not while a job on a file is at work, which may still have
    something to tell to a window that was closed: they go after a later test.
    """
    yield
    at_work = any(isinstance(thread, JobThread) and thread.is_at_work for thread in threading.enumerate())
    if QApplication.instance() is not None and not at_work:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_what_is_due()


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Qt in digitpad's dress, whichever test needs it first."""
    from digitpad.ui.application import make_application

    return make_application()


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """pytest-qt's, with patience for a busy machine: by itself it waits for five seconds, and then a test fails in
    which nothing was wrong."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitExposed", "waitActive"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=1000 * GENEROUS_SECONDS))
    return qtbot


@pytest.fixture(scope="session")
def fresh_python() -> FreshPython:
    """Run a fresh interpreter with the given arguments in the project's folder."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=GENEROUS_SECONDS,
        )

    return run


@pytest.fixture(scope="session")
def small_dataset() -> Dataset:
    """MNIST for a class in a hurry: its first pictures, 1,000 to train on and 500 to test with."""
    mnist = load_dataset()
    return Dataset(
        mnist.train_images[:TRAIN_IMAGES],
        mnist.train_labels[:TRAIN_IMAGES],
        mnist.test_images[:TEST_IMAGES],
        mnist.test_labels[:TEST_IMAGES],
    )
