"""Leafing through what was drawn before."""

from pathlib import Path

import numpy as np
import pytest

from digitpad.document.session_file import SavedSession, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.sketchbook import MOST_PAGES, Sketchbook


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def sketchbook(board: Board) -> Sketchbook:
    return Sketchbook(board)


def show_one_after_the_other(board: Board, *digits: int) -> None:
    """Draw each digit on an empty board, as a class does."""
    for digit in digits:
        board.clear()
        board.set_drawing(sample_digit(digit), "")


def others(count: int) -> list[Drawing]:
    return [Drawing.of([[(0.1, 0.0001 * number), (0.5, 0.5)]]) for number in range(count)]


def test_what_was_cleared_can_be_leafed_back_to(board: Board, sketchbook: Sketchbook) -> None:
    show_one_after_the_other(board, 1, 2, 3)
    seen = []
    for _ in range(3):
        sketchbook.turn(-1)
        seen.append(board.drawing)
    assert seen == [sample_digit(2), sample_digit(1), sample_digit(1)]
    assert not sketchbook.has_previous
    for _ in range(3):
        sketchbook.turn(1)
    assert board.drawing == sample_digit(3)
    assert not sketchbook.has_next
    board.undo()
    assert board.drawing == sample_digit(2)
    assert sketchbook.place == 1


def test_the_only_drawing_can_be_leafed_back_to_when_it_was_cleared(board: Board, sketchbook: Sketchbook) -> None:
    show_one_after_the_other(board, 1)
    assert not sketchbook.has_previous
    board.clear()
    assert sketchbook.has_previous
    sketchbook.turn(-1)
    assert board.drawing == sample_digit(1)


def test_a_drawing_that_is_there_twice_does_not_hold_up_the_leafing(board: Board, sketchbook: Sketchbook) -> None:
    sketchbook.add([sample_digit(digit) for digit in (1, 2, 1, 2)])
    seen = [board.drawing]
    while sketchbook.has_next:
        sketchbook.turn(1)
        seen.append(board.drawing)
    while sketchbook.has_previous:
        sketchbook.turn(-1)
        seen.append(board.drawing)
    assert seen == [sample_digit(digit) for digit in (1, 2, 1, 2, 1, 2, 1)]


def test_more_drawings_than_there_is_room_for_leave_the_own_ones(board: Board, sketchbook: Sketchbook) -> None:
    show_one_after_the_other(board, 1, 2)
    assert sketchbook.add(others(MOST_PAGES)) == MOST_PAGES - 2
    assert len(sketchbook.pages) == MOST_PAGES
    assert sketchbook.pages[:2] == [sample_digit(1), sample_digit(2)]
    assert board.drawing == others(1)[0]
    assert sketchbook.place == 2
    assert sketchbook.add(others(3)) == 0


def test_the_oldest_page_gives_way_to_the_newest(board: Board, sketchbook: Sketchbook) -> None:
    sketchbook.put(others(MOST_PAGES), MOST_PAGES - 1)
    show_one_after_the_other(board, 1)
    board.clear()
    assert len(sketchbook.pages) == MOST_PAGES
    assert sketchbook.pages[0] == others(2)[1]
    assert sketchbook.pages[-1] == sample_digit(1)


def test_other_pages_take_the_place_of_those_there_were(board: Board, sketchbook: Sketchbook) -> None:
    show_one_after_the_other(board, 1, 2)
    sketchbook.put([sample_digit(5), sample_digit(6)], 1)
    assert board.drawing == sample_digit(6)
    assert sketchbook.pages == [sample_digit(5), sample_digit(6)]
    assert sketchbook.place == 1
    assert not board.undo_stack.canUndo()


def test_with_what_is_on_the_canvas_nothing_is_left_out_and_nothing_is_there_twice(
    board: Board, sketchbook: Sketchbook
) -> None:
    assert sketchbook.with_canvas() == ([], 0)
    show_one_after_the_other(board, 1, 2)
    assert sketchbook.with_canvas() == ([sample_digit(1), sample_digit(2)], 1)
    sketchbook.turn(-1)
    assert sketchbook.with_canvas() == ([sample_digit(1), sample_digit(2)], 0)


def test_it_says_when_its_place_is_another(board: Board, sketchbook: Sketchbook) -> None:
    show_one_after_the_other(board, 1, 2)
    places: list[int] = []
    sketchbook.changed.connect(lambda: places.append(sketchbook.place))
    sketchbook.turn(-1)
    assert places[-1] == 0
    board.press((0.5, 0.9), erase=False)
    assert places[-1] == 2


@pytest.mark.parametrize("pages", [-1, 1])
def test_leafing_in_mid_stroke_keeps_no_half_drawing(board: Board, sketchbook: Sketchbook, pages: int) -> None:
    show_one_after_the_other(board, 1)
    board.clear()
    board.press((0.2, 0.2), erase=False)
    board.move((0.4, 0.2))
    stroke = board.drawing
    sketchbook.turn(pages)
    board.move((0.6, 0.2))
    board.release()
    board.clear()
    assert sketchbook.pages == [sample_digit(1), stroke]


def test_other_pages_in_mid_stroke_forget_the_stroke(board: Board, sketchbook: Sketchbook) -> None:
    board.press((0.2, 0.2), erase=False)
    board.move((0.4, 0.2))
    sketchbook.put([sample_digit(5)], 0)
    board.move((0.6, 0.2))
    board.release()
    assert board.drawing == sample_digit(5)
    assert sketchbook.pages == [sample_digit(5)]
    assert not board.undo_stack.canUndo()


@pytest.mark.parametrize("dots", [True, False], ids=["strokes", "points"])
def test_what_is_kept_can_always_be_saved(
    board: Board, sketchbook: Sketchbook, tmp_path: Path, dots: bool
) -> None:
    """A file has no room for any number of points or strokes: the oldest pages give way."""
    points = [[(n / 1000, 0.5)] for n in range(999)] if dots else [[(n / 4000, 0.5) for n in range(4000)]]
    page = Drawing.of(points)
    pages = [Drawing((*page.strokes, np.array([[0.1, n / 500]]))) for n in range(400)]
    sketchbook.put(pages, 399)
    assert 0 < len(sketchbook.pages) < 400
    assert sketchbook.pages[-1] == pages[-1]
    save_session(tmp_path / "kept.digitpad", SavedSession(drawings=tuple(sketchbook.with_canvas()[0])))
