"""Whatever a thread raises, its last report comes; its priority is lowered, and never raised."""

import errno
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.errors import UserError
from digitpad.workspace.worker import WORKER_NICENESS, Worker, outcome
from tests.conftest import GENEROUS_SECONDS, ROOT
from tests.workspace.conftest import WAIT_MS

REPORTING = """
import os, sys, threading
from PySide6.QtCore import QCoreApplication
from digitpad.workspace.worker import Worker
application = QCoreApplication([])
worker = Worker(None, lambda _: os.getpriority(os.PRIO_PROCESS, threading.get_native_id()), repr, "job-failed")
worker.reported.connect(lambda _, last: (print(last, flush=True), application.quit()))
worker.start()
code = application.exec()
worker.wait()
sys.exit(code)
"""


@pytest.mark.parametrize("error", [SystemExit("gone"), KeyboardInterrupt(), MemoryError(), ValueError("bad")])
def test_the_last_report_comes_whatever_is_raised(home: QObject, qtbot: QtBot, error: BaseException) -> None:
    def work(_: Worker) -> object:
        raise error

    worker = Worker("subject", work, lambda problem: problem, "job-failed", home)
    with qtbot.waitSignal(worker.reported, timeout=WAIT_MS) as reported:
        worker.start()
    subject, problem = reported.args
    worker.wait()
    assert subject == "subject"
    assert isinstance(problem, UserError)
    assert problem.code == "job-failed"


@pytest.mark.skipif(sys.platform != "linux", reason="others grant threads that Linux refuses")
@pytest.mark.qt_log_ignore("QThread::start: Thread stack size error")
def test_the_last_report_comes_where_the_system_has_no_thread_left(home: QObject, qtbot: QtBot) -> None:
    worker = Worker("subject", lambda _: "done", lambda problem: problem, "job-failed", home)
    worker.setStackSize(1)  # which no system grants, as if it had no thread left
    heard: list[object] = []
    worker.reported.connect(lambda _, last: heard.append(last))
    with qtbot.waitSignal(worker.reported, timeout=WAIT_MS):
        worker.start()
        assert heard == [], "whoever begins it hears of it once it is put down what has begun"
    assert worker.wait()
    (problem,) = heard
    assert problem is worker.last
    assert isinstance(problem, UserError)
    assert problem.code == "job-failed"


@pytest.mark.skipif(sys.platform != "linux", reason="priorities are lowered on Linux alone")
@pytest.mark.parametrize(("before", "expected"), [(0, WORKER_NICENESS), (15, 15), (19, 19)])
def test_a_program_of_low_priority_works_too(before: int, expected: int) -> None:
    """As on a terminal server, which starts every pupil's programs with one of 15."""
    done = subprocess.run(
        [sys.executable, "-c", REPORTING],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=GENEROUS_SECONDS,
        preexec_fn=lambda: os.nice(before),
    )
    assert (done.stdout.strip(), done.returncode) == (str(expected), 0), done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="priorities are lowered on Linux alone")
@pytest.mark.parametrize("refused", ["getpriority", "setpriority"])
def test_a_system_that_refuses_to_speak_of_priorities(monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    """As some sandboxes do: the work is done all the same."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "getpriority", lambda *_: 0)
    monkeypatch.setattr(os, "setpriority", lambda *_: None)
    monkeypatch.setattr(os, refused, refuse)
    assert outcome(lambda: "done", str, "job-failed") == "done"
