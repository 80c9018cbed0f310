"""What changed, gathered: at most once a frame, curves at most twenty times a second, and nothing lost."""

import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.workspace.changes import FRAME_MS, RUNS_SECONDS, RUNS_SHARE, Changes, Part
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import LONG

ROUNDING_MS = 2
"""What a timer may come too early."""


class Listener:
    """Writes down what was told, and when."""

    def __init__(self, changes: Changes) -> None:
        self.told: list[tuple[float, frozenset[Part]]] = []
        changes.told.connect(lambda parts: self.told.append((1000 * time.monotonic(), parts)))

    def times(self, part: Part | None = None) -> list[float]:
        return [when for when, parts in self.told if part is None or part in parts]

    def parts(self) -> set[Part]:
        return set().union(*(parts for _, parts in self.told))


@pytest.fixture
def changes(home: QObject) -> Changes:
    return Changes(home)


@pytest.fixture
def listener(changes: Changes) -> Listener:
    return Listener(changes)


def gaps(times: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(times)]


def test_what_changes_in_one_frame_is_told_together(changes: Changes, listener: Listener, qtbot: QtBot) -> None:
    for part in Part:
        changes.note(part)
        changes.note(part)
    assert listener.told == []
    qtbot.waitUntil(lambda: bool(listener.told))
    assert [parts for _, parts in listener.told] == [frozenset(Part)]


def test_the_first_change_after_a_rest_does_not_wait_for_a_frame(
    changes: Changes, listener: Listener, qtbot: QtBot
) -> None:
    order: list[str] = []
    changes.told.connect(lambda _parts: order.append("told"))
    QTimer.singleShot(FRAME_MS // 2, changes, lambda: order.append("half a frame"))
    changes.note_drawing()
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["told", "half a frame"]


def test_however_often_it_changes_it_is_told_at_most_once_a_frame(
    changes: Changes, listener: Listener, qtbot: QtBot
) -> None:
    timer = QTimer(changes)
    timer.timeout.connect(changes.note_drawing)
    timer.timeout.connect(changes.note_runs)
    timer.start(0)
    qtbot.waitUntil(lambda: len(listener.times(Part.RUNS)) > 5)
    timer.stop()
    assert min(gaps(listener.times())) >= FRAME_MS - ROUNDING_MS
    assert min(gaps(listener.times(Part.RUNS))) >= 1000 * RUNS_SECONDS - ROUNDING_MS
    assert len(listener.times(Part.DRAWING)) >= len(listener.times(Part.RUNS))


def test_curves_that_have_to_wait_are_told_in_the_end(changes: Changes, listener: Listener, qtbot: QtBot) -> None:
    changes.note_runs()
    qtbot.waitUntil(lambda: len(listener.times(Part.RUNS)) == 1)
    changes.note_runs()
    changes.note_network()
    qtbot.waitUntil(lambda: len(listener.times(Part.NETWORK)) == 1)
    qtbot.waitUntil(lambda: len(listener.times(Part.RUNS)) == 2)


def test_what_changes_while_it_is_being_told_is_told_next_time(
    changes: Changes, listener: Listener, qtbot: QtBot
) -> None:
    def once(parts: frozenset[Part]) -> None:
        if Part.RECIPE in parts:
            changes.note_state()

    changes.told.connect(once)
    changes.note_recipe()
    qtbot.waitUntil(lambda: listener.parts() == {Part.RECIPE, Part.STATE})
    assert [parts for _, parts in listener.told] == [{Part.RECIPE}, {Part.STATE}]


def test_nothing_is_told_when_nothing_changes(changes: Changes, qtbot: QtBot) -> None:
    changes.note_drawing()
    with qtbot.waitSignal(changes.told):
        pass
    with qtbot.assertNotEmitted(changes.told, wait=3 * FRAME_MS):
        pass


def test_one_slow_listener_does_not_hold_the_curves_up_for_long(
    changes: Changes, listener: Listener, qtbot: QtBot
) -> None:
    slow = [0.5]
    changes.told.connect(lambda _parts: time.sleep(slow.pop()) if slow else None)
    changes.note_runs()
    qtbot.waitUntil(lambda: len(listener.times(Part.RUNS)) == 1)
    changes.note_runs()
    qtbot.waitUntil(lambda: len(listener.times(Part.RUNS)) == 2)
    assert max(gaps(listener.times(Part.RUNS))) < 1000 * 0.5 / RUNS_SHARE / 2


def test_a_workspace_notes_what_views_follow(workspace: Workspace, qtbot: QtBot) -> None:
    listener = Listener(workspace.changes)
    workspace.board.set_drawing(sample_digit(3), "")
    qtbot.waitUntil(lambda: listener.parts() == {Part.DRAWING})
    workspace.draft.write(LONG)
    qtbot.waitUntil(lambda: listener.parts() >= {Part.DRAWING, Part.RECIPE})
    workspace.network.reset(LONG)
    qtbot.waitUntil(lambda: Part.NETWORK in listener.parts())
    workspace.training.train(LONG)
    qtbot.waitUntil(lambda: Part.STATE in listener.parts())
    workspace.runs.put([], None)
    qtbot.waitUntil(lambda: Part.RUNS in listener.parts())
