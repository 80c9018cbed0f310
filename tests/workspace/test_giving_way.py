"""Threads that let the window's thread go on soon, and only as long as they work."""

import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from digitpad.workspace.giving_way import SOON_SECONDS, giving_way
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.conftest import WAIT_MS

USUAL = sys.getswitchinterval()


def test_as_long_as_any_thread_works_and_no_longer() -> None:
    may_end = [threading.Event(), threading.Event()]
    begun = [threading.Event(), threading.Event()]

    def work(number: int) -> None:
        with giving_way():
            begun[number].set()
            assert may_end[number].wait(GENEROUS_SECONDS)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread, event in zip(threads, begun, strict=True):
        thread.start()
        assert event.wait(GENEROUS_SECONDS)
    for thread, event in zip(threads, may_end, strict=True):
        assert sys.getswitchinterval() == pytest.approx(SOON_SECONDS)
        event.set()
        thread.join(GENEROUS_SECONDS)
    assert sys.getswitchinterval() == USUAL


def test_what_goes_wrong_leaves_nothing_behind() -> None:
    with pytest.raises(KeyError), giving_way():
        raise KeyError
    assert sys.getswitchinterval() == USUAL


def test_so_do_those_that_read_and_write_files(workspace: Workspace, qtbot: QtBot) -> None:
    found: list[float] = []
    workspace.jobs.do(sys.getswitchinterval, found.append, lambda problem: pytest.fail(str(problem)))
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT_MS)
    assert found == [pytest.approx(SOON_SECONDS)]
    qtbot.waitUntil(lambda: workspace.is_quiet and sys.getswitchinterval() == USUAL, timeout=WAIT_MS)
