"""Passing the pen: what is asked for, what is taken, and how it is taken back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from digitpad.document.classroom.class_set import ClassSet
from digitpad.drawing.growing.growing_raster import FEW_POINTS
from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.classroom.collector import News
from digitpad.workspace.classroom.prompts import Tally, next_prompt
from digitpad.workspace.workspace import Workspace

DOT = Drawing.of([[(0.5, 0.5), (0.51, 0.5)]])


def draw(workspace: Workspace, drawing: Drawing) -> None:
    """Draw as a pen does: stroke by stroke."""
    for stroke in drawing.strokes:
        first, *rest = [(float(x), float(y)) for x, y in stroke]
        workspace.board.press(first, erase=False)
        for point in rest:
            workspace.board.move(point)
        workspace.board.release()


def give(workspace: Workspace, count: int = 1) -> list[int]:
    """Draw what is asked for and hand it in, so often; return what was asked for."""
    asked = []
    for _ in range(count):
        asked.append(workspace.collector.prompt)
        draw(workspace, sample_digit(workspace.collector.prompt))
        workspace.collector.accept()
    return asked


@pytest.fixture
def collecting(workspace: Workspace) -> Workspace:
    workspace.network.take_ready_made()
    workspace.collector.begin()
    return workspace


class TestPrompts:
    @given(st.lists(st.integers(1, 25), max_size=6), st.integers(0, 5))
    def test_each_digit_comes_equally_often_within_one(self, turns: list[int], seed: int) -> None:
        entries: list[LabelledDrawing] = []
        for pen, count in enumerate(turns, 1):
            for _ in range(count):
                entries.append(LabelledDrawing(Drawing(), next_prompt(Tally(entries), pen, seed), pen=pen))
            for some in (entries, [entry for entry in entries if entry.pen == pen]):
                counts = np.bincount([entry.label for entry in some], minlength=10)
                assert counts.max() - counts.min() <= 1

    def test_the_order_is_shuffled_and_the_seeds(self) -> None:
        def order(seed: int) -> list[int]:
            entries: list[LabelledDrawing] = []
            for _ in range(10):
                entries.append(LabelledDrawing(Drawing(), next_prompt(Tally(entries), 1, seed), pen=1))
            return [entry.label or 0 for entry in entries]

        assert sorted(order(0)) == list(range(10))
        assert order(0) == order(0)
        assert len({tuple(order(seed)) for seed in range(5)}) == 5
        assert order(0) != list(range(10))


class TestCounts:
    def test_they_are_those_of_all_drawings_whatever_becomes_of_them(self, collecting: Workspace) -> None:
        collector, drawings = collecting.collector, collecting.class_drawings

        def is_so() -> bool:
            fresh = Tally(drawings.content.everything)
            by_pen = all((collector.tally.by(pen) == fresh.by(pen)).all() for pen in range(1, collector.pens + 1))
            return by_pen and list(collector.tally.by_class) == list(fresh.by_class)

        give(collecting, 3)
        collector.pass_pen()
        before = collector.tally
        counted = list(before.by_class)
        give(collecting, 2)
        assert is_so()
        assert list(before.by_class) == counted
        for change in (
            lambda: drawings.relabel([0, 4], 9),
            lambda: drawings.drop([1]),
            collecting.board.undo_stack.undo,
            collecting.board.undo_stack.undo,
            collector.take_back,
        ):
            change()
            assert is_so()

    def test_what_was_just_read_is_not_read_once_more(self, collecting: Workspace) -> None:
        draw(collecting, sample_digit(3))
        answer = collecting.recognizer.answer()
        assert answer is not None
        assert collecting.recognizer.glyph_of(answer.drawing) is answer.glyph

    def test_what_was_laid_together_is_read_exactly(self, collecting: Workspace) -> None:
        angles = np.linspace(0, 6 * np.pi, 2 * FEW_POINTS)
        spiral = Drawing.of(
            [np.column_stack([0.5 + angles / 50 * np.cos(angles), 0.5 + angles / 50 * np.sin(angles)])]
        )
        draw(collecting, spiral)
        answer = collecting.recognizer.answer()
        assert answer is not None
        assert np.array_equal(collecting.recognizer.glyph_of(answer.drawing), rasterize(answer.drawing).glyph)


class TestARound:
    def test_what_is_drawn_is_taken_as_what_was_asked_for(self, collecting: Workspace) -> None:
        asked = give(collecting, 10)
        taken = collecting.class_drawings.content
        assert sorted(asked) == list(range(10))
        assert [entry.label for entry in taken.drawings] == asked
        assert {entry.pen for entry in taken.drawings} == {1}
        assert taken.aside == ()
        assert collecting.collector.given == 10
        assert collecting.collector.news is News.TAKEN
        assert not collecting.board.drawing

    def test_the_sketchbook_does_not_keep_it_too(self, collecting: Workspace) -> None:
        give(collecting, 2)
        draw(collecting, sample_digit(1))
        collecting.board.clear()
        assert collecting.sketchbook.pages == []
        collecting.collector.end()
        draw(collecting, sample_digit(1))
        collecting.board.clear()
        assert len(collecting.sketchbook.pages) == 1

    def test_what_was_on_the_canvas_before_goes_to_the_sketchbook(self, workspace: Workspace) -> None:
        draw(workspace, sample_digit(3))
        workspace.collector.begin()
        assert not workspace.board.drawing
        assert workspace.sketchbook.pages == [sample_digit(3)]

    def test_pens_go_round(self, collecting: Workspace) -> None:
        collector = collecting.collector
        collector.set_pens(3)
        pens = []
        for _ in range(4):
            pens.append(collector.pen)
            give(collecting)
            collector.pass_pen()
        assert pens == [1, 2, 3, 1]
        assert [entry.pen for entry in collecting.class_drawings.content.drawings] == pens

    def test_a_drawing_left_by_the_pen_before_is_no_other_pens(self, collecting: Workspace) -> None:
        draw(collecting, sample_digit(5))
        collecting.collector.pass_pen()
        assert not collecting.board.drawing
        collecting.collector.accept()
        assert len(collecting.class_drawings) == 0

    def test_a_drawing_of_a_pen_that_is_none_any_more_is_no_other_pens(self, collecting: Workspace) -> None:
        collecting.collector.choose_pen(9)
        draw(collecting, sample_digit(5))
        collecting.collector.set_pens(4)
        assert (collecting.collector.pen, collecting.collector.pens) == (4, 4)
        assert not collecting.board.drawing

    def test_what_is_handed_in_again_is_not_asked_for_again(self, collecting: Workspace) -> None:
        asked = give(collecting)
        collecting.board.undo()
        assert [collecting.collector.prompt] == asked
        collecting.collector.accept()
        assert [entry.label for entry in collecting.class_drawings.content.drawings] == asked
        assert [collecting.collector.prompt] != asked

    def test_what_a_pen_has_left_comes_back_with_its_turn(self, collecting: Workspace) -> None:
        asked = collecting.collector.prompt
        draw(collecting, sample_digit(asked))
        collecting.collector.pass_pen()
        collecting.board.undo()
        assert (collecting.collector.pen, collecting.collector.prompt) == (1, asked)
        collecting.collector.accept()
        assert [(entry.label, entry.pen) for entry in collecting.class_drawings.content.drawings] == [(asked, 1)]
        collecting.board.undo()
        collecting.board.undo()
        collecting.board.redo()
        assert collecting.collector.pen == 1

    def test_what_was_taken_back_before_it_cannot_be_made_again(self, workspace: Workspace) -> None:
        draw(workspace, sample_digit(1))
        workspace.board.undo()
        while workspace.board.undo_stack.canUndo():
            workspace.board.undo()
        workspace.collector.begin()
        assert not workspace.conditions().can_redo
        assert not workspace.conditions().can_undo
        workspace.board.redo()
        assert not workspace.board.drawing
        give(workspace)
        workspace.board.undo()
        assert workspace.conditions().can_redo

    def test_a_later_round_has_the_same_pen_and_another_sitting_a_new_one(self, collecting: Workspace) -> None:
        collector = collecting.collector
        collector.choose_pen(7)
        give(collecting)
        collector.end()
        collector.begin()
        assert collector.pen == 7
        collector.end()
        other = ClassSet((LabelledDrawing(sample_digit(2), 2, pen=12),))
        collecting.class_drawings.put(other)
        collector.begin()
        assert collector.pen == 13

    def test_another_session_ends_it(self, collecting: Workspace) -> None:
        collecting.class_drawings.put(ClassSet())
        assert not collecting.collector.is_collecting


class TestWhatIsNotTaken:
    def test_an_empty_canvas(self, collecting: Workspace) -> None:
        collecting.collector.accept()
        assert collecting.collector.news is News.NO_INK
        assert not collecting.class_drawings.content

    def test_a_dot_stays_on_the_canvas(self, collecting: Workspace) -> None:
        draw(collecting, DOT)
        collecting.collector.accept()
        assert collecting.collector.news is News.ONLY_A_DOT
        assert not collecting.class_drawings.content
        assert collecting.board.drawing

    def test_anything_while_nobody_collects(self, workspace: Workspace) -> None:
        draw(workspace, sample_digit(workspace.collector.prompt))
        workspace.collector.accept()
        workspace.collector.take_back()
        assert not workspace.class_drawings.content
        assert workspace.board.drawing == sample_digit(workspace.collector.prompt)


@pytest.mark.parametrize("offset", range(1, 10))
def test_another_digit_is_set_aside(collecting: Workspace, offset: int) -> None:
    asked = collecting.collector.prompt
    draw(collecting, sample_digit((asked + offset) % 10))
    collecting.collector.accept()
    content = collecting.class_drawings.content
    assert content.drawings == ()
    assert [(entry.label, entry.pen) for entry in content.aside] == [(asked, 1)]
    assert collecting.collector.news is News.SET_ASIDE
    assert collecting.collector.prompt != asked


class TestTakingBack:
    def test_the_last_one_goes_and_is_asked_for_again(self, collecting: Workspace) -> None:
        asked = give(collecting, 3)
        draw(collecting, sample_digit(8))
        collecting.collector.take_back()
        assert [entry.label for entry in collecting.class_drawings.content.drawings] == asked[:2]
        assert collecting.collector.prompt == asked[2]
        assert not collecting.board.drawing
        assert collecting.collector.news is News.TAKEN_BACK
        collecting.collector.take_back()
        collecting.collector.take_back()
        assert not collecting.collector.can_take_back
        collecting.collector.take_back()
        assert len(collecting.class_drawings) == 0

    def test_it_has_the_pen_again_that_gave_it(self, collecting: Workspace) -> None:
        asked = give(collecting, 2)
        collecting.collector.pass_pen()
        collecting.collector.take_back()
        assert collecting.collector.pen == 1
        assert collecting.collector.prompt == asked[1]

    def test_what_is_set_aside_too(self, collecting: Workspace) -> None:
        draw(collecting, sample_digit((collecting.collector.prompt + 3) % 10))
        collecting.collector.accept()
        collecting.collector.take_back()
        assert not collecting.class_drawings.content

    def test_that_can_be_undone(self, collecting: Workspace) -> None:
        give(collecting, 2)
        before = collecting.class_drawings.content
        collecting.collector.take_back()
        collecting.board.undo()
        assert collecting.class_drawings.content == before


class TestUndo:
    def test_one_step_brings_the_drawing_back_to_its_pen(self, collecting: Workspace) -> None:
        asked = give(collecting, 2)
        collecting.collector.pass_pen()
        collecting.board.undo()
        assert len(collecting.class_drawings) == 1
        assert collecting.board.drawing == sample_digit(asked[1])
        assert collecting.collector.pen == 1
        assert collecting.collector.prompt == asked[1]
        collecting.collector.accept()
        assert [entry.label for entry in collecting.class_drawings.content.drawings] == asked

    def test_nothing_from_before_the_round_is_undone(self, workspace: Workspace) -> None:
        draw(workspace, sample_digit(3))
        workspace.collector.begin()
        assert workspace.board.undo_stack.canUndo()
        assert not workspace.conditions().can_undo
        give(workspace)
        assert workspace.conditions().can_undo
        for _ in range(1 + len(sample_digit(workspace.class_drawings.content.everything[0].label).strokes)):
            assert workspace.conditions().can_undo
            workspace.board.undo()
        assert not workspace.conditions().can_undo
        workspace.collector.end()
        assert workspace.conditions().can_undo


class TestConditions:
    def test_what_trains_is_off_and_leafing_too(self, ready: Workspace) -> None:
        ready.sketchbook.add([sample_digit(1), sample_digit(2)])
        before = ready.conditions()
        assert before.can_toggle
        assert before.can_begin_or_go_on
        ready.collector.begin()
        now = ready.conditions()
        assert not now.can_toggle
        assert not now.can_begin_or_go_on
        assert not now.can_go_on
        assert not now.can_have_epoch
        ready.collector.end()
        assert ready.conditions().can_toggle


def test_no_pictures_are_made_while_a_pen_goes_round(collecting: Workspace, qtbot: QtBot) -> None:
    space = collecting
    space.board.set_drawing(sample_digit(space.collector.prompt), "")
    space.collector.accept()
    assert space.material.is_quiet
    assert not space.material.is_ready
    space.collector.end()
    qtbot.waitUntil(lambda: space.material.is_ready)
    assert len(space.material.newest.drawings) == 1
