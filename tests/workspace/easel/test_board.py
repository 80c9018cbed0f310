"""The board by its gestures: what is drawn, what can be undone, what is announced, and where it is full."""

import numpy as np
import pytest

from digitpad.drawing.clipping import Point
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import MAX_POINTS, MAX_STROKES, Drawing
from digitpad.workspace.easel.board import MOST_CHANGES, Board

LEAVES_AND_RETURNS = [(0.5, 0.5), (1.2, 0.5), (1.2, 0.7), (0.5, 0.7)]
TWO_BARS = Drawing.of([[(0.2, 0.2), (0.2, 0.8)], [(0.8, 0.2), (0.8, 0.8)]])


class Witness:
    """Writes down what a board announces."""

    def __init__(self, board: Board) -> None:
        self.drawings: list[Drawing] = []
        self.replaced: list[Drawing] = []
        self.times_filled = 0
        board.drawing_changed.connect(self.drawings.append)
        board.replaced.connect(self.replaced.append)
        board.filled.connect(self._count)

    def _count(self) -> None:
        self.times_filled += 1


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def witness(board: Board) -> Witness:
    return Witness(board)


def begin(board: Board, *points: Point, erase: bool = False) -> None:
    """Press and move, and leave the gesture under way."""
    board.press(points[0], erase=erase)
    for point in points[1:]:
        board.move(point)


def gesture(board: Board, *points: Point, erase: bool = False) -> None:
    begin(board, *points, erase=erase)
    board.release()


def rows(drawing: Drawing) -> list[list[list[float]]]:
    return [stroke.tolist() for stroke in drawing.strokes]


class TestStrokes:
    def test_a_stroke_grows_point_by_point_and_settles_at_its_end(self, board: Board, witness: Witness) -> None:
        begin(board, (0.1, 0.1), (0.2, 0.1), (0.3, 0.1))
        assert [len(drawing.strokes[0]) for drawing in witness.drawings] == [1, 2, 3]
        assert rows(board.drawing) == [[[0.1, 0.1], [0.2, 0.1], [0.3, 0.1]]]
        assert [stroke.tolist() for stroke in board.growing] == [[[0.1, 0.1], [0.2, 0.1], [0.3, 0.1]]]
        assert board.is_drawing
        assert not board.settled
        board.release()
        assert board.settled == board.drawing == witness.drawings[-1]
        assert not board.growing
        assert not board.is_drawing
        assert witness.replaced == []

    def test_standing_still_is_not_announced(self, board: Board, witness: Witness) -> None:
        begin(board, (0.1, 0.1), (0.1, 0.1))
        assert len(witness.drawings) == 1

    def test_a_tap_is_a_dot(self, board: Board) -> None:
        gesture(board, (0.5, 0.5))
        assert rows(board.drawing) == [[[0.5, 0.5]]]

    def test_a_pen_that_leaves_and_returns_makes_two_strokes_and_one_change(self, board: Board) -> None:
        gesture(board, *LEAVES_AND_RETURNS)
        assert [len(stroke) for stroke in board.drawing.strokes] == [2, 2]
        np.testing.assert_allclose(board.drawing.strokes[0][-1], (1.0, 0.5))
        assert board.undo_stack.count() == 1
        board.undo()
        assert not board.drawing

    def test_a_pen_that_never_comes_in_leaves_nothing(self, board: Board, witness: Witness) -> None:
        begin(board, (1.5, 0.5), (1.5, 0.7))
        assert board.is_drawing
        board.release()
        assert witness.drawings == []
        assert board.undo_stack.count() == 0

    def test_moves_and_releases_without_a_press_do_nothing(self, board: Board, witness: Witness) -> None:
        board.move((0.5, 0.5))
        board.release()
        board.cancel()
        assert witness.drawings == []
        assert board.undo_stack.count() == 0

    def test_a_second_press_ends_the_first_gesture(self, board: Board) -> None:
        begin(board, (0.1, 0.1), (0.2, 0.1))
        gesture(board, (0.1, 0.9), (0.2, 0.9))
        assert len(board.drawing.strokes) == 2
        assert board.undo_stack.count() == 2

    def test_a_cancelled_stroke_leaves_nothing(self, board: Board, witness: Witness) -> None:
        board.show_drawing(TWO_BARS)
        begin(board, *LEAVES_AND_RETURNS)
        board.cancel()
        assert board.drawing == witness.drawings[-1] == TWO_BARS
        board.move((0.5, 0.5))
        board.release()
        assert board.drawing == TWO_BARS
        assert board.undo_stack.count() == 0


class TestErasing:
    def test_the_stroke_under_it_goes_and_comes_back(self, board: Board, witness: Witness) -> None:
        board.show_drawing(TWO_BARS)
        gesture(board, (0.5, 0.5), (0.79, 0.5), erase=True)
        assert board.drawing == witness.drawings[-1] == Drawing(TWO_BARS.strokes[:1])
        board.undo()
        assert board.drawing == TWO_BARS

    def test_several_strokes_of_one_gesture_are_one_change(self, board: Board) -> None:
        board.show_drawing(TWO_BARS)
        gesture(board, (0.2, 0.5), (0.8, 0.5), erase=True)
        assert not board.drawing
        assert board.undo_stack.count() == 1
        board.undo()
        assert board.drawing == TWO_BARS

    def test_a_fast_eraser_takes_all_that_lies_between_two_of_its_places(
        self, board: Board, witness: Witness
    ) -> None:
        board.show_drawing(Drawing((*TWO_BARS.strokes, *Drawing.of([[(0.2, 0.95), (0.8, 0.95)]]).strokes)))
        gesture(board, (-0.3, 0.5), (1.2, 0.5), erase=True)
        assert rows(board.drawing) == [[[0.2, 0.95], [0.8, 0.95]]]
        assert len(witness.drawings) == 3  # shown, swept, and settled as a change

    def test_where_strokes_cross_a_press_takes_the_topmost_alone(self, board: Board) -> None:
        board.show_drawing(Drawing.of([[(0.2, 0.5), (0.8, 0.5)], [(0.5, 0.2), (0.5, 0.8)]]))
        gesture(board, (0.5, 0.5), erase=True)
        assert rows(board.drawing) == [[[0.2, 0.5], [0.8, 0.5]]]

    def test_erasing_nothing_leaves_nothing_to_undo(self, board: Board, witness: Witness) -> None:
        gesture(board, (0.5, 0.5), erase=True)
        assert witness.drawings == []
        assert board.undo_stack.count() == 0

    def test_a_cancelled_erasure_brings_all_back(self, board: Board, witness: Witness) -> None:
        board.show_drawing(TWO_BARS)
        begin(board, (0.2, 0.5), (0.8, 0.5), erase=True)
        board.cancel()
        assert board.drawing == witness.drawings[-1] == TWO_BARS
        assert board.undo_stack.count() == 0


class TestUndo:
    def test_clear_and_back(self, board: Board) -> None:
        gesture(board, (0.2, 0.2), (0.4, 0.4))
        gesture(board, (0.6, 0.6), (0.8, 0.8))
        both = board.drawing
        board.undo()
        assert board.drawing == Drawing(both.strokes[:1])
        board.redo()
        assert board.drawing == both
        board.clear()
        assert not board.drawing
        board.undo()
        assert board.drawing == both

    def test_clearing_nothing_leaves_nothing_to_undo(self, board: Board, witness: Witness) -> None:
        board.clear()
        assert board.undo_stack.count() == 0
        assert witness.replaced == []

    def test_each_change_has_a_name(self, board: Board) -> None:
        names = []
        gesture(board, (0.2, 0.2), (0.4, 0.2))
        names.append(board.undo_stack.undoText())
        gesture(board, (0.3, 0.2), erase=True)
        names.append(board.undo_stack.undoText())
        board.set_drawing(TWO_BARS, "Two bars")
        names.append(board.undo_stack.undoText())
        board.clear()
        names.append(board.undo_stack.undoText())
        assert names == ["Stroke", "Erase", "Two bars", "Clear"]

    def test_undo_in_mid_stroke_takes_that_stroke_and_no_other(self, board: Board) -> None:
        gesture(board, (0.2, 0.2), (0.4, 0.4))
        begin(board, (0.2, 0.6), (0.4, 0.6))
        board.undo()
        assert len(board.drawing.strokes) == 1
        board.move((0.6, 0.6))
        board.release()
        assert len(board.drawing.strokes) == 1
        board.redo()
        assert rows(board.drawing)[1] == [[0.2, 0.6], [0.4, 0.6]]

    def test_undo_in_mid_erasure_keeps_the_order_of_changes(self, board: Board) -> None:
        gesture(board, (0.2, 0.2), (0.2, 0.6))
        gesture(board, (0.7, 0.2), (0.7, 0.6))
        begin(board, (0.7, 0.4), erase=True)
        counts = [len(board.drawing.strokes)]
        for _ in range(3):
            board.undo()
            counts.append(len(board.drawing.strokes))
        assert counts == [1, 2, 1, 0]

    @pytest.mark.parametrize("erase", [False, True])
    def test_an_undo_that_passes_the_board_by_ends_the_gesture_too(self, board: Board, erase: bool) -> None:
        board.set_drawing(TWO_BARS, "")
        begin(board, (0.2, 0.5), (0.3, 0.5), erase=erase)
        board.undo_stack.undo()
        assert not board.drawing
        board.move((0.8, 0.5))
        board.release()
        assert not board.drawing
        assert board.undo_stack.count() == 1
        board.redo()
        assert board.drawing == TWO_BARS


class TestAnotherDrawing:
    def test_what_gives_way_is_announced(self, board: Board, witness: Witness) -> None:
        board.set_drawing(TWO_BARS, "")
        board.set_drawing(sample_digit(7), "")
        board.set_drawing(sample_digit(7), "")
        board.clear()
        assert witness.replaced == [Drawing(), TWO_BARS, sample_digit(7)]
        assert witness.drawings == [TWO_BARS, sample_digit(7), Drawing()]

    def test_a_stroke_under_way_is_part_of_what_gives_way(self, board: Board, witness: Witness) -> None:
        begin(board, (0.2, 0.2), (0.4, 0.2))
        board.set_drawing(sample_digit(7), "")
        assert [rows(drawing) for drawing in witness.replaced] == [[[[0.2, 0.2], [0.4, 0.2]]]]
        board.move((0.6, 0.2))
        board.release()
        assert board.drawing == sample_digit(7)
        board.undo()
        assert board.drawing == witness.replaced[0]

    @pytest.mark.parametrize("erase", [False, True])
    def test_a_drawing_that_is_shown_in_mid_gesture_stays(
        self, board: Board, witness: Witness, erase: bool
    ) -> None:
        board.show_drawing(TWO_BARS)
        begin(board, (0.2, 0.5), (0.3, 0.5), erase=erase)
        before = len(witness.drawings)
        board.show_drawing(sample_digit(7))
        board.move((0.5, 0.5))
        board.release()
        assert board.drawing == sample_digit(7)
        assert witness.drawings[before:] == [sample_digit(7)]
        assert board.undo_stack.count() == 0


def dots(count: int) -> Drawing:
    return Drawing.of([[(0.1 + 0.0005 * number, 0.9)] for number in range(count)])


def line(points: int) -> Drawing:
    return Drawing.of([np.stack([np.linspace(0.1, 0.9, points), np.full(points, 0.9)], axis=1)])


def points_in(drawing: Drawing) -> int:
    return sum(len(stroke) for stroke in drawing.strokes)


class TestFull:
    def test_the_last_stroke_there_is_room_for_is_drawn_to_its_end(self, board: Board, witness: Witness) -> None:
        board.show_drawing(dots(MAX_STROKES - 1))
        gesture(board, (0.2, 0.2), (0.3, 0.2), (0.4, 0.2), (0.5, 0.2))
        assert rows(board.drawing)[-1] == [[0.2, 0.2], [0.3, 0.2], [0.4, 0.2], [0.5, 0.2]]
        assert witness.times_filled == 0
        full = board.drawing
        gesture(board, (0.2, 0.4), (0.3, 0.4), (0.4, 0.4))
        assert witness.times_filled == 1
        assert board.drawing == full

    def test_the_last_stroke_may_begin_outside(self, board: Board, witness: Witness) -> None:
        board.show_drawing(dots(MAX_STROKES - 1))
        gesture(board, (-0.2, 0.2), (0.3, 0.2), (0.4, 0.2))
        assert rows(board.drawing)[-1] == [[0.0, 0.2], [0.3, 0.2], [0.4, 0.2]]
        assert witness.times_filled == 0

    def test_the_last_stroke_ends_where_the_pen_leaves(self, board: Board, witness: Witness) -> None:
        board.show_drawing(dots(MAX_STROKES - 1))
        begin(board, *LEAVES_AND_RETURNS[:3])
        assert witness.times_filled == 0
        for point in [*LEAVES_AND_RETURNS[3:], (0.4, 0.7), (1.2, 0.7), (0.4, 0.6)]:
            board.move(point)
        assert witness.times_filled == 1
        board.release()
        assert rows(board.drawing)[-1] == [[0.5, 0.5], [1.0, 0.5]]
        assert len(board.drawing.strokes) == MAX_STROKES

    def test_the_last_point_there_is_room_for_is_drawn(self, board: Board, witness: Witness) -> None:
        board.show_drawing(line(MAX_POINTS - 2))
        begin(board, (0.2, 0.2), (0.3, 0.2))
        assert witness.times_filled == 0
        for point in [(0.4, 0.2), (0.5, 0.2)]:
            board.move(point)
        assert witness.times_filled == 1
        board.release()
        assert rows(board.drawing)[-1] == [[0.2, 0.2], [0.3, 0.2]]
        board.press((0.2, 0.4), erase=False)
        assert witness.times_filled == 2

    def test_a_pen_that_comes_in_needs_room_for_two_points(self, board: Board, witness: Witness) -> None:
        board.show_drawing(line(MAX_POINTS - 1))
        gesture(board, (-0.2, 0.2), (0.2, 0.2), (0.3, 0.2))
        assert points_in(board.drawing) == MAX_POINTS - 1
        assert witness.times_filled == 1
        gesture(board, (0.2, 0.2))
        assert points_in(board.drawing) == MAX_POINTS
        assert witness.times_filled == 1

    @pytest.mark.parametrize("undo", [False, True])
    def test_what_goes_makes_room(self, board: Board, witness: Witness, undo: bool) -> None:
        board.set_drawing(dots(MAX_STROKES - 1), "")
        gesture(board, (0.5, 0.2), (0.6, 0.2))
        if undo:
            board.undo()
        else:
            gesture(board, (0.55, 0.2), erase=True)
        gesture(board, (0.2, 0.2), (0.3, 0.2), (0.4, 0.2))
        assert rows(board.drawing)[-1] == [[0.2, 0.2], [0.3, 0.2], [0.4, 0.2]]
        assert witness.times_filled == 0

    def test_erasing_is_possible_when_all_is_full(self, board: Board, witness: Witness) -> None:
        board.show_drawing(Drawing((*dots(MAX_STROKES - 2).strokes, *TWO_BARS.strokes)))
        gesture(board, (0.2, 0.5), (0.8, 0.5), erase=True)
        assert len(board.drawing.strokes) == MAX_STROKES - 2
        assert witness.times_filled == 0

    def test_undo_in_mid_stroke_when_the_stroke_was_the_last(self, board: Board) -> None:
        board.show_drawing(dots(MAX_STROKES - 1))
        begin(board, *LEAVES_AND_RETURNS)
        board.undo()
        assert board.drawing == dots(MAX_STROKES - 1)
        board.redo()
        assert rows(board.drawing)[-1] == [[0.5, 0.5], [1.0, 0.5]]


def test_what_can_be_undone_is_bounded(board: Board) -> None:
    for number in range(MOST_CHANGES + 50):
        board.set_drawing(Drawing.of([[(number / 1000, 0.5), (0.5, 0.5)]]), lambda: "change")
    assert board.undo_stack.count() == MOST_CHANGES
    for _ in range(MOST_CHANGES + 50):
        board.undo()
    assert board.drawing == Drawing.of([[(0.049, 0.5), (0.5, 0.5)]])
