"""Files away from the window's thread: one after the other, in order, and nothing left over at the end."""

import threading
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.drawing.stroke_files import read_drawings
from digitpad.errors import DataFileError, UserError
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.keeping.job_thread import JobThread
from tests.archives.slow_files import LINUX, held
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


@pytest.fixture
def no_thread_left() -> Iterator[None]:
    """Let every thread want more addresses than there are: no other one can be started."""
    before = threading.stack_size(1 << 50)
    yield
    threading.stack_size(before)


def test_where_the_system_has_no_thread_left_jobs_fail_and_later_ones_are_done(
    jobs: FileJobs, qtbot: QtBot, no_thread_left: None
) -> None:
    failed: list[UserError] = []
    jobs.do(lambda: "done", refuse, failed.append)
    jobs.do(lambda: "done", refuse, failed.append)
    qtbot.waitUntil(lambda: jobs.is_quiet, timeout=WAIT_MS)
    assert [problem.code for problem in failed] == ["job-failed", "job-failed"]
    threading.stack_size(0)
    done: list[str] = []
    jobs.do(lambda: "done", done.append, refuse)
    qtbot.waitUntil(lambda: done == ["done"], timeout=WAIT_MS)


def test_the_end_waits_for_nothing_that_cannot_begin(jobs: FileJobs, no_thread_left: None) -> None:
    jobs.do(lambda: "done", refuse, lambda _: None)
    jobs.do(lambda: "done", refuse, lambda _: None)
    assert [problem.code for problem in jobs.finish()] == ["job-failed", "job-failed"]


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


def test_one_thread_does_them_all_and_goes_at_the_end(jobs: FileJobs, qtbot: QtBot) -> None:
    """To start one is to wait until it has begun, in mid-training half a picture long."""
    threads: list[threading.Thread] = []
    for _ in range(3):
        jobs.do(threading.current_thread, threads.append, refuse)
        qtbot.waitUntil(lambda: jobs.is_quiet, timeout=WAIT_MS)
    assert threads[0].is_alive()
    assert len(set(threads)) == 1
    jobs.finish()
    threads[0].join(GENEROUS_SECONDS)
    assert not threads[0].is_alive()


def test_what_was_done_is_not_kept_until_the_next_job(jobs: FileJobs, qtbot: QtBot) -> None:
    """It may hold a window that is closed meanwhile, or weights."""

    class Work:
        def __call__(self) -> None:
            pass

    work = Work()
    kept = weakref.ref(work)
    jobs.do(work, lambda _: None, refuse)
    del work
    qtbot.waitUntil(lambda: jobs.is_quiet, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: kept() is None, timeout=WAIT_MS)


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


class Slow:
    """Reading that waits until it is let through, and says how far it is."""

    def __init__(self) -> None:
        self.begun, self.gate, self.ended = threading.Event(), threading.Event(), threading.Event()

    def __call__(self) -> str:
        self.begun.set()
        self.gate.wait(GENEROUS_SECONDS)
        self.ended.set()
        return "read"


@pytest.fixture
def slow() -> Iterator[Slow]:
    slow = Slow()
    yield slow
    slow.gate.set()
    assert not slow.begun.is_set() or slow.ended.wait(GENEROUS_SECONDS)


SLOW_FILE = Path("far") / "slow.digitpad"


def until_slow(jobs: FileJobs, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: jobs.slow == SLOW_FILE, timeout=WAIT_MS)


def test_a_file_that_is_read_quickly_is_never_called_slow(jobs: FileJobs, qtbot: QtBot) -> None:
    done: list[int] = []
    with qtbot.assertNotEmitted(jobs.slow_changed):
        jobs.do(lambda: 1, done.append, refuse, reading=SLOW_FILE)
        qtbot.waitUntil(lambda: done == [1], timeout=WAIT_MS)


def test_a_slow_file_is_named_until_it_is_read(jobs: FileJobs, qtbot: QtBot, slow: Slow) -> None:
    done: list[str] = []
    jobs.do(slow, done.append, refuse, reading=SLOW_FILE)
    until_slow(jobs, qtbot)
    assert done == []
    with qtbot.waitSignal(jobs.slow_changed, timeout=WAIT_MS):
        slow.gate.set()
    assert jobs.slow is None
    qtbot.waitUntil(lambda: done == ["read"], timeout=WAIT_MS)


def test_after_cancelling_the_next_job_is_done_and_the_slow_one_is_not_heard_of(
    jobs: FileJobs, qtbot: QtBot, slow: Slow
) -> None:
    done: list[str] = []
    jobs.do(slow, done.append, refuse, reading=SLOW_FILE)
    jobs.do(lambda: "next", done.append, refuse)
    until_slow(jobs, qtbot)
    jobs.cancel()
    assert jobs.slow is None
    qtbot.waitUntil(lambda: done == ["next"], timeout=WAIT_MS)
    assert jobs.is_quiet
    slow.gate.set()
    assert slow.ended.wait(GENEROUS_SECONDS)
    settle(qtbot)
    assert done == ["next"]


def test_nothing_is_cancelled_that_is_written_or_quick(jobs: FileJobs, qtbot: QtBot, slow: Slow) -> None:
    done: list[str] = []
    jobs.do(slow, done.append, refuse)
    jobs.cancel()
    slow.gate.set()
    qtbot.waitUntil(lambda: done == ["read"], timeout=WAIT_MS)


def test_closing_waits_for_what_is_written_and_not_for_what_is_read(
    jobs: FileJobs, qtbot: QtBot, slow: Slow
) -> None:
    done: list[str] = []
    never = Slow()
    jobs.do(slow, refuse, refuse, reading=SLOW_FILE)
    jobs.do(lambda: done.append("written"), refuse, refuse)
    jobs.do(never, refuse, refuse, reading=SLOW_FILE)
    assert slow.begun.wait(GENEROUS_SECONDS)
    assert jobs.finish() == []
    assert done == ["written"]
    assert not slow.ended.is_set()
    assert not never.begun.is_set()
    slow.gate.set()
    settle(qtbot)


@LINUX
def test_a_drive_that_does_not_answer(jobs: FileJobs, qtbot: QtBot, tmp_path: Path) -> None:
    """A real one, as far as the program can see: the system lets nobody open the file."""
    path, other = tmp_path / "held.jsonl", tmp_path / "other.jsonl"
    for file in (path, other):
        file.write_text('{"strokes": [[[1, 2]]]}')
    done: list[int] = []
    with held(path) as holder:
        jobs.do(lambda: read_drawings(path), refuse, refuse, reading=path)
        jobs.do(lambda: read_drawings(other), lambda read: done.append(len(read)), refuse, reading=other)
        qtbot.waitUntil(lambda: jobs.slow == path, timeout=WAIT_MS)
        jobs.cancel()
        qtbot.waitUntil(lambda: done == [1], timeout=WAIT_MS)
        jobs.do(lambda: read_drawings(path), refuse, refuse, reading=path)
        assert jobs.finish() == []
        holder.kill()
    settle(qtbot)


def test_what_still_runs_when_its_window_goes_ends_without_a_word(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[object] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    begun, let_go = threading.Event(), threading.Event()
    threads: list[threading.Thread] = []

    def work() -> None:
        threads.append(threading.current_thread())
        begun.set()
        assert let_go.wait(GENEROUS_SECONDS)

    jobs = FileJobs()
    jobs.do(work, refuse, refuse)
    assert begun.wait(GENEROUS_SECONDS)
    jobs.close()
    assert isinstance(threads[0], JobThread)
    assert threads[0].is_at_work
    jobs.do(failing(RuntimeError("nobody begins it")), refuse, refuse)
    assert jobs.is_quiet
    shiboken6.delete(jobs)
    let_go.set()
    threads[0].join(GENEROUS_SECONDS)
    assert not threads[0].is_alive()
    assert not threads[0].is_at_work
    assert raised == []
