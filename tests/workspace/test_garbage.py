"""Garbage: collected between two events of the window's thread, whoever made it."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from digitpad.workspace.garbage import GarbageCollector
from tests.conftest import FreshPython
from tests.workspace.conftest import WAIT_MS
from tests.workspace.cycles import ends_of

PUT_OFF = """
import gc
from PySide6.QtCore import QCoreApplication
from digitpad.workspace.garbage import GarbageCollector, collect_what_is_due, without_collection
from tests.workspace.cycles import ends_of

application = QCoreApplication([])
collector = GarbageCollector(application)
with without_collection():
    ended = ends_of(3)
    collect_what_is_due()
    assert ended == []
    assert not gc.isenabled()
gc.unfreeze()
assert not gc.isenabled(), "whoever puts it off must not switch Python's own collection on"
gc.collect()
assert len(ended) == 3
"""


@pytest.fixture
def collector(home: QObject) -> GarbageCollector:
    gc.collect()
    return GarbageCollector(home)


@pytest.mark.usefixtures("collector")
class TestCollecting:
    def test_nothing_is_collected_while_somebody_only_allocates(self) -> None:
        assert ends_of(20) == []

    def test_what_a_worker_left_is_collected_on_the_windows_thread(self, qtbot: QtBot) -> None:
        ended: list[list[int]] = []
        worker = threading.Thread(target=lambda: ended.append(ends_of(5)))
        worker.start()
        worker.join()
        qtbot.waitUntil(lambda: len(ended[0]) == 5, timeout=WAIT_MS)
        assert set(ended[0]) == {threading.get_ident()}


def test_it_is_put_off_while_much_is_made_that_stays(fresh_python: FreshPython) -> None:
    """In a process of its own: here what stays is TensorFlow's million objects, which this would look through."""
    done = fresh_python("-c", PUT_OFF)
    assert done.returncode == 0, done.stderr


def test_without_a_window_python_collects_as_ever(fresh_python: FreshPython) -> None:
    code = (
        "import gc\n"
        "from digitpad.workspace.garbage import without_collection\n"
        "with without_collection(): assert not gc.isenabled()\n"
        "assert gc.isenabled()\n"
    )
    done = fresh_python("-c", code)
    assert done.returncode == 0, done.stderr


def test_the_programs_window_has_a_collector(fresh_python: FreshPython) -> None:
    code = (
        "import gc\n"
        "from digitpad.ui.application import make_application\n"
        "application = make_application()\n"
        "assert not gc.isenabled()\n"
    )
    done = fresh_python("-c", code)
    assert done.returncode == 0, done.stderr
