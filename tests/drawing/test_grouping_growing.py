"""Grouping follows the pen: the same wherever a drawing lies, steady while it grows, quick however much it is."""

import gc
import sys
import weakref
from collections.abc import Callable
from itertools import groupby
from types import FrameType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.drawing.grouping import Grouping, grouped
from digitpad.drawing.pen import PenTrail
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import MAX_STROKES, Drawing, Points

places = st.tuples(st.integers(0, 40), st.integers(0, 20))
drawings = st.lists(st.lists(places, min_size=1, max_size=5), min_size=1, max_size=9).map(Drawing.of)


@given(drawings)
def test_each_stroke_has_one_place(drawing: Drawing) -> None:
    found = grouped(drawing)
    numbers = [*found.strays, *(stroke for group in found.groups for stroke in group)]
    assert sorted(numbers) == list(range(len(drawing.strokes)))
    assert all(group == tuple(sorted(group)) for group in (*found.groups, found.strays))
    assert all(found.groups)
    assert found.groups


@given(drawings, st.integers(-30, 15), st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_unit_and_place_do_not_matter(drawing: Drawing, power: int, right: int, down: int) -> None:
    # By powers of two and whole numbers, which floats hold exactly: else a tie may be decided by rounding.
    elsewhere = Drawing.of((stroke + np.array([right, down])) * 2.0**power for stroke in drawing.strokes)
    assert grouped(elsewhere) == grouped(drawing)


@given(drawings)
def test_what_was_asked_before_does_not_matter(drawing: Drawing) -> None:
    for count in range(1, len(drawing.strokes) + 1):
        grouped(Drawing(drawing.strokes[:count]))
    assert grouped(drawing) == grouped(Drawing.of(drawing.strokes))


def following(strokes: list[Points]) -> list[Grouping]:
    """What is said of a drawing with each point that a pen adds to it; its strokes lie on the canvas."""
    drawing, said = Drawing(), []
    for stroke in strokes:
        trail = PenTrail((float(stroke[0, 0]), float(stroke[0, 1])))
        for x, y in stroke.tolist():
            trail.move((x, y))
            said.append(grouped(Drawing((*drawing.strokes, *trail.strokes))))
        drawing = Drawing((*drawing.strokes, *trail.strokes))
    return said


@pytest.mark.parametrize("digit", range(10))
def test_one_digit_stays_one_while_it_is_drawn(digit: int) -> None:
    assert all(len(found.groups) == 1 for found in following(list(sample_digit(digit).strokes)))


@pytest.mark.parametrize("digit", range(10))
def test_a_second_digit_is_there_once_and_for_all(digit: int) -> None:
    first = [stroke * 0.7 for stroke in sample_digit(4).strokes]
    second = [stroke * 0.7 + [0.32, 0.02] for stroke in sample_digit(digit).strokes]
    said = following(first + second)[sum(map(len, first)) :]
    assert said[-1].groups == (tuple(range(2)), tuple(range(2, 2 + len(second))))
    # Until then what is begun is a dot, or still too low for a digit of its own.
    assert [count for count, _ in groupby(len(found.groups) for found in said)] == [1, 2]


def test_of_a_stroke_that_grows_only_what_is_new_is_looked_at() -> None:
    room = np.zeros((1000, 2))
    room[:, 1] = np.linspace(0, 1, 1000)
    other = Drawing.of([[(5, 0), (5, 1)]]).strokes[0]
    for count in (400, 401):
        assert grouped(Drawing((room[:count], other))).groups == ((0,), (1,))
        room[:300, 0] = 9.0  # which no pen ever does: whoever looks there again sees another digit
    assert grouped(Drawing((room[:402].copy(), other))).groups == ((0, 1),)


def test_a_stroke_of_which_a_part_is_taken_back_is_looked_at_anew() -> None:
    room = np.array([(0, 0), (0, 1), (5, 1.0)])
    other = Drawing.of([[(2, 0), (2, 1)]]).strokes[0]
    assert grouped(Drawing((room, other))).groups == ((0, 1),)
    assert grouped(Drawing((room[:2], other))).groups == ((0,), (1,))


def test_a_part_of_a_stroke_is_no_beginning_of_it() -> None:
    room = np.array([(0, 0), (0, 1), (9, 0), (9, 1.0)])
    first, last = room[:2], room[2:]
    assert grouped(Drawing((last, first))).groups == ((1,), (0,))
    assert grouped(Drawing((first, last))).groups == ((0,), (1,))


def test_nothing_keeps_strokes_that_are_gone() -> None:
    trail = PenTrail((0.2, 0.2))
    trail.move((0.2, 0.8))
    drawing = Drawing((*trail.strokes, *sample_digit(4).strokes))
    grouped(drawing)
    strokes = [weakref.ref(stroke) for stroke in drawing.strokes]
    owner = weakref.ref(drawing.strokes[0].base)
    del drawing, trail
    gc.collect()
    assert [stroke() for stroke in (*strokes, owner)] == [None] * 4


def dots(count: int, rng: np.random.Generator) -> list[Points]:
    return [np.array([[0.5, 0.2], [0.5, 0.7]]), *rng.uniform(0, 1, (count - 1, 1, 2))]


def bars(count: int, rng: np.random.Generator) -> list[Points]:
    return [np.array([[place, 0.4], [place, 0.5]]) for place in rng.uniform(0, 1, count)]


def scribbles(count: int, rng: np.random.Generator) -> list[Points]:
    return [place + rng.uniform(0, 0.1, (6, 2)) for place in rng.uniform(0, 0.9, (count, 2))]


def work(drawing: Drawing) -> int:
    """How many functions are called to group a drawing whose strokes are known."""
    grouped(drawing)
    calls = 0

    def count(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        grouped(drawing)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("kind", [dots, bars, scribbles])
def test_twice_as_many_strokes_are_twice_the_work(
    kind: Callable[[int, np.random.Generator], list[Points]],
) -> None:
    rng = np.random.default_rng(0)
    few, many = (work(Drawing.of(kind(count, rng))) for count in (MAX_STROKES // 4, MAX_STROKES))
    assert many < 4.4 * few
    assert many < 60 * MAX_STROKES
