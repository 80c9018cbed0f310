"""Files away from the window's thread: one after the other, in order, and nothing left over at the end."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.errors import DataFileError, UserError
from digitpad.workspace.keeping.file_jobs import FileJobs
from tests.conftest import GENEROUS_SECONDS
from tests.sentences import told
from tests.workspace.conftest import WAIT_MS, settle


@pytest.fixture
def jobs(home: QObject) -> Iterator[FileJobs]:
    jobs = FileJobs(home)
    yield jobs
    jobs.finish()
    assert jobs.is_quiet


def refuse(problem: UserError) -> None:
    raise AssertionError(f"nobody expected {problem}")


def failing(error: Exception) -> Callable[[], object]:
    def work() -> object:
        raise error

    return work


def test_work_is_done_elsewhere_and_told_here(jobs: FileJobs, qtbot: QtBot) -> None:
    here = threading.get_ident()
    done: list[tuple[int, int]] = []
    jobs.do(threading.get_ident, lambda there: done.append((there, threading.get_ident())), refuse)
    assert not jobs.is_quiet
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    ((there, told_on),) = done
    assert there != here
    assert told_on == here
    assert jobs.is_quiet


def test_two_at_once_are_done_one_after_the_other(jobs: FileJobs, qtbot: QtBot) -> None:
    at_work: list[str] = []
    gate = threading.Event()
    told_of: list[str] = []

    def work(name: str, *, wait: bool) -> str:
        at_work.append(name)
        if wait:
            assert gate.wait(GENEROUS_SECONDS)
        assert at_work[-1] == name, "somebody else works meanwhile"
        return name

    jobs.do(lambda: work("first", wait=True), told_of.append, refuse)
    for name in ("second", "third"):
        jobs.do(lambda name=name: work(name, wait=False), told_of.append, refuse)
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_quiet, timeout=WAIT_MS)
    assert told_of == at_work == ["first", "second", "third"]


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (RuntimeError(), "RuntimeError"),
        (DataFileError("file-unreadable", path="a.digitpad", reason="gone"), "a.digitpad could not be read: gone"),
    ],
    ids=["disk", "fault", "foreseen"],
)
def test_an_exception_becomes_a_sentence_and_the_next_job_is_done(
    jobs: FileJobs, qtbot: QtBot, error: Exception, sentence: str
) -> None:
    problems: list[UserError] = []
    done: list[int] = []
    jobs.do(failing(error), refuse, problems.append)
    jobs.do(lambda: 2, done.append, refuse)
    qtbot.waitUntil(lambda: jobs.is_quiet, timeout=WAIT_MS)
    (problem,) = problems
    assert sentence in told(problem)
    assert done == [2]


def test_a_job_may_ask_for_another_when_it_is_done(jobs: FileJobs, qtbot: QtBot) -> None:
    done: list[str] = []

    def again(_: object) -> None:
        jobs.do(lambda: "second", done.append, refuse)

    jobs.do(lambda: "first", again, refuse)
    qtbot.waitUntil(lambda: done == ["second"], timeout=WAIT_MS)


def test_at_closing_everything_is_done_and_problems_are_told_once(jobs: FileJobs, qtbot: QtBot) -> None:
    done: list[str] = []
    for name in ("first", "second"):
        jobs.do(lambda name=name: done.append(name), refuse, refuse)
    jobs.do(failing(OSError("the disk is gone")), refuse, refuse)
    jobs.do(lambda: done.append("last"), refuse, refuse)
    problems = jobs.finish()
    assert done == ["first", "second", "last"]
    assert ["the disk is gone" in told(problem) for problem in problems] == [True]
    assert jobs.is_quiet
    settle(qtbot)  # nobody is called any more
    assert jobs.finish() == []


def test_what_is_done_but_not_told_yet_is_not_done_again_at_closing(jobs: FileJobs, qtbot: QtBot) -> None:
    finished = threading.Event()
    times: list[int] = []

    def work() -> None:
        times.append(1)
        finished.set()

    jobs.do(work, refuse, refuse)
    assert finished.wait(GENEROUS_SECONDS)
    assert jobs.finish() == []
    settle(qtbot)
    assert times == [1]
