"""The class's digits as state: each change is told, can be undone, and is on the disk as the pen is passed on."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.class_set import MOST_DRAWINGS, ClassSet
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.changes import Part
from digitpad.workspace.classroom.collector import News
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.keeping.store import Summary
from digitpad.workspace.workspace import Workspace
from tests.document.made import collected
from tests.workspace.conftest import WAIT_MS
from tests.workspace.kept import orphans
from tests.workspace.test_session_state import open_, save


def labels(workspace: Workspace) -> list[int | None]:
    return [entry.label for entry in workspace.class_drawings.content.drawings]


class TestChanges:
    def test_each_can_be_undone_by_its_name(self, workspace: Workspace) -> None:
        digits, stack = workspace.class_drawings, workspace.board.undo_stack
        assert digits.add(collected(5)) == len(digits) == 5
        digits.relabel([0, 4], 7)
        digits.drop([1])
        digits.change(ClassSet(aside=digits.content.drawings), lambda: "Set aside")
        assert (labels(workspace), len(digits.content.aside)) == ([], 4)
        seen = []
        while stack.canUndo():
            seen.append((stack.undoText(), labels(workspace)))
            stack.undo()
        assert seen == [
            ("Set aside", []),
            ("Drop from our digits", [7, 2, 3, 7]),
            ("Change a label", [7, 1, 2, 3, 7]),
            ("Add to our digits", [0, 1, 2, 3, 4]),
        ]
        assert not digits.content
        while stack.canRedo():
            stack.redo()
        assert len(digits.content.aside) == 4

    def test_what_changes_nothing_is_no_change(self, workspace: Workspace, qtbot: QtBot) -> None:
        digits = workspace.class_drawings
        digits.add(collected(3))
        count = workspace.board.undo_stack.count()
        with qtbot.assertNotEmitted(digits.changed):
            digits.relabel([2], 2)
            digits.add([])
            digits.drop([])
        assert workspace.board.undo_stack.count() == count

    def test_they_are_told_to_views(self, workspace: Workspace, qtbot: QtBot) -> None:
        with qtbot.waitSignal(
            workspace.changes.told, timeout=WAIT_MS, check_params_cb=lambda parts: Part.DATA in parts
        ):
            workspace.class_drawings.add(collected(1))

    def test_a_drawing_without_a_label_is_none_of_the_class(self, workspace: Workspace) -> None:
        with pytest.raises(ValueError, match="label"):
            workspace.class_drawings.add([LabelledDrawing(sample_digit(3))])
        assert not workspace.board.undo_stack.canUndo()


class TestRoom:
    def test_what_has_no_room_is_left_out_and_that_is_told(self, workspace: Workspace, qtbot: QtBot) -> None:
        digits, dot = workspace.class_drawings, LabelledDrawing(Drawing.of([[(0.5, 0.5)]]), 1)
        digits.put(ClassSet((dot,) * (MOST_DRAWINGS - 2)))
        with qtbot.waitSignal(digits.filled, timeout=WAIT_MS):
            assert digits.add(collected(5)) == 2
        full = digits.content
        with qtbot.waitSignal(digits.filled, timeout=WAIT_MS):
            digits.change(replace(full, aside=(dot,)), "Set aside")
        assert digits.content is full
        with qtbot.assertNotEmitted(digits.filled):
            digits.drop([0])
            digits.relabel([0], 3)
        assert len(digits) == MOST_DRAWINGS - 1

    def test_the_pen_that_goes_round_finds_no_room(self, workspace: Workspace) -> None:
        digits, collector = workspace.class_drawings, workspace.collector
        full = ClassSet((LabelledDrawing(Drawing.of([[(0.5, 0.5)]]), 1),) * MOST_DRAWINGS)
        digits.put(full)
        collector.begin()
        workspace.board.set_drawing(sample_digit(collector.prompt), "")
        collector.accept()
        assert collector.news is News.NO_ROOM
        assert digits.content is full
        assert workspace.board.drawing


class TestKeeping:
    def test_it_is_a_part_of_the_session(self, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
        digits, state = workspace.class_drawings, workspace.session
        assert not state.is_worth_keeping
        revision = state.revision
        digits.add(collected(12, pens=2))
        digits.change(replace(digits.content, aside=tuple(collected(1, first=50))), "Set aside")
        assert state.is_worth_keeping
        assert state.revision == revision + 2
        assert state.summary() == Summary(collected=12)
        content, path = digits.content, tmp_path / "class.digitpad"
        save(workspace, qtbot, path)
        digits.drop(range(12))
        open_(workspace, qtbot, path)
        assert digits.content == content
        assert not workspace.board.undo_stack.canUndo()

    def test_only_what_is_set_aside_is_worth_keeping_too(self, workspace: Workspace) -> None:
        workspace.class_drawings.change(ClassSet(aside=tuple(collected(1))), "Set aside")
        assert workspace.session.is_worth_keeping

    def test_a_drawing_is_on_the_disk_before_the_next_one_can_be_drawn(
        self, workspace: Workspace, settings: Settings, qtbot: QtBot
    ) -> None:
        """The pen is down already: nothing waits for it to be up."""
        for count in (1, 2, 3):
            workspace.class_drawings.add(collected(1, pens=1, first=count))
            workspace.board.press((0.2, 0.2 * count), erase=False)
            with qtbot.waitSignal(workspace.recovery.written, timeout=WAIT_MS):
                pass
            (own,) = orphans(settings)
            assert own.read().class_set == workspace.class_drawings.content
            assert len(own.read().class_set.drawings) == count
            workspace.board.release()

    def test_what_comes_while_the_disk_writes_is_written_after_it(
        self, workspace: Workspace, settings: Settings, qtbot: QtBot
    ) -> None:
        digits, recovery = workspace.class_drawings, workspace.recovery
        digits.add(collected(1))
        recovery.write()
        digits.add(collected(1, first=5))
        with qtbot.waitSignals([recovery.written] * 2, timeout=WAIT_MS):
            pass
        (own,) = orphans(settings)
        assert own.read().class_set == digits.content
