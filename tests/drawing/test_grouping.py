"""Which strokes belong together as one digit: what is kept together, what is told apart, and what is astray."""

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest

from digitpad.drawing.grouping import MOST_STROKES, Grouping, grouped
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing

Rows = list[tuple[float, float]]

DIGITS = range(10)
ARC = [(np.cos(angle), np.sin(angle)) for angle in np.linspace(-np.pi / 2, 3 * np.pi / 2, 30)]
ONE: Rows = [(0, 0), (0, 1)]
CORNER: Rows = [(0.3, 0), (0.1, 0.35), (0, 0.6), (0.3, 0.6), (0.55, 0.6)]


def ring(x: float, y: float, across: float, down: float) -> Rows:
    """An ellipse around (x, y)."""
    return [(x + across * cos, y + down * sin) for cos, sin in ARC]


def moved(drawing: Drawing, right: float, down: float = 0, scale: float = 1) -> list[npt.NDArray[np.float64]]:
    """A drawing's strokes with its box at (right, down)."""
    left, top, *_ = drawing.box()
    return [(stroke - [left, top]) * scale + [right, down] for stroke in drawing.strokes]


def side_by_side(digits: list[int], gap: float, scales: tuple[float, ...] = (1,)) -> tuple[Drawing, Grouping]:
    """Digits on a line, the gap in their heights (0.56); and how they belong together."""
    strokes: list[npt.NDArray[np.float64]] = []
    groups = []
    x = 0.0
    for place, digit in enumerate(digits):
        scale = scales[place % len(scales)]
        one = moved(sample_digit(digit), x, 0.56 * (1 - scale), scale)
        groups.append(tuple(range(len(strokes), len(strokes) + len(one))))
        strokes += one
        x = max(float(stroke[:, 0].max()) for stroke in one) + 0.56 * gap
    return Drawing.of(strokes), Grouping(tuple(groups))


def test_an_empty_drawing_has_no_groups() -> None:
    assert grouped(Drawing()) == Grouping()


def test_groups_are_drawings_of_the_same_strokes() -> None:
    drawing = Drawing.of([[(0, 0), (0, 1)], [(2, 0), (2, 1)], [(0, 0.5), (0.2, 0.5)], [(9, 9)]])
    grouping = Grouping(((0, 2), (1,)), (3,))
    first, second = grouping.drawings(drawing)
    assert [stroke is drawing.strokes[number] for stroke, number in zip(first.strokes, (0, 2), strict=True)]
    assert second.strokes[0] is drawing.strokes[1]
    assert len(grouping.without_strays(drawing).strokes) == 3
    assert grouping.newest == 0


def test_what_has_no_strays_stays_the_same_object() -> None:
    drawing = sample_digit(4)
    assert grouped(drawing).without_strays(drawing) is drawing


ONE_DIGIT: dict[str, list[Rows]] = {
    "1 with its foot apart": [ONE, [(-0.25, 1.08), (0.25, 1.08)]],
    "1 with a foot far below": [ONE, [(-0.25, 1.4), (0.25, 1.4)]],
    "1 with its flag apart": [ONE, [(-0.3, 0.25), (-0.08, 0.02)]],
    "1 drawn over once more": [ONE, [(0.02, 0.05), (0.01, 0.98)]],
    "5 with a floating bar": [
        [(0, 0), (0, 0.45), (0.3, 0.4), (0.4, 0.7), (0.2, 1), (-0.1, 0.9)],
        [(0.1, -0.1), (0.5, -0.12)],
    ],
    "5 with its bar at the right": [[(0, 0), (0, 0.45), (0.3, 0.6), (0, 1)], [(0.42, 0.02), (0.8, 0)]],
    "7 with a bar through it": [[(0, 0), (0.5, 0), (0.15, 1)], [(0.05, 0.5), (0.5, 0.48)]],
    "7 in two strokes": [[(0, 0), (0.5, 0.02)], [(0.55, 0.03), (0.2, 1)]],
    "4 whose bar crosses": [CORNER, [(0.45, 0.1), (0.45, 1)]],
    "4 whose bar ends the arm": [CORNER, [(0.56, 0.2), (0.54, 1)]],
    "4 whose bar stands apart": [CORNER, [(0.68, 0.05), (0.66, 1)]],
    "4 whose bar leans and stands far apart": [CORNER, [(1.0, 0.05), (0.8, 1)]],
    "4 whose bar is short": [CORNER, [(0.6, 0.35), (0.58, 0.95)]],
    "4 whose bar has a hook": [CORNER, [(0.56, 0.15), (0.64, 0.08), (0.66, 0.3), (0.62, 1)]],
    "4 with its bar first": [[(0.6, 0), (0.6, 1)], CORNER],
    "4 in three strokes": [[(0.3, 0), (0, 0.6)], [(0, 0.6), (0.6, 0.62)], [(0.5, 0.2), (0.5, 1)]],
    "9 of a ring and a bar": [ring(0.25, 0.3, 0.25, 0.3), [(0.52, 0.02), (0.5, 1)]],
    "0 with a slash beyond it": [ring(0, 0.5, 0.3, 0.5), [(0.45, -0.2), (-0.45, 1.2)]],
    "narrow 0 with an upright slash": [ring(0, 0.5, 0.08, 0.5), [(0, -0.1), (0, 1.1)]],
    "0 with a level bar": [ring(0, 0.5, 0.3, 0.5), [(-0.5, 0.5), (0.5, 0.5)]],
    "8 of two rings": [ring(0, 0.22, 0.2, 0.22), ring(0.02, 0.72, 0.25, 0.28)],
    "equals sign": [[(0, 0), (0.6, 0)], [(0, 0.25), (0.6, 0.24)]],
    "plus sign": [[(0, 0.5), (1, 0.5)], [(0.5, 0), (0.5, 1)]],
    "dot on an i": [ONE, [(0.02, -0.12)]],
    "dot within": [ring(0, 0.5, 0.3, 0.5), [(0, 0.5)]],
    "two above each other": [ring(0, 0.5, 0.3, 0.5), ring(0.05, 1.7, 0.3, 0.5)],
    "two points": [[(0, 0)], [(5, 3)]],
    "dots alone": [[(0, 0), (0.02, 0.01)], [(5, 3)], [(1, 7), (1.01, 7)]],
}


class TestOneDigit:
    @pytest.mark.parametrize("digit", DIGITS)
    def test_the_examples(self, digit: int) -> None:
        drawing = sample_digit(digit)
        assert grouped(drawing) == Grouping((tuple(range(len(drawing.strokes))),))

    @pytest.mark.parametrize("name", ONE_DIGIT)
    def test_parts_are_kept(self, name: str) -> None:
        drawing = Drawing.of(ONE_DIGIT[name])
        assert grouped(drawing) == Grouping((tuple(range(len(drawing.strokes))),))

    def test_what_has_more_strokes_than_eight_digits_is_one_scribble(self) -> None:
        apart = [[(3 * number, 0), (3 * number, 1)] for number in range(2)]
        hatched = [[(0, share / MOST_STROKES), (0.5, share / MOST_STROKES)] for share in range(MOST_STROKES - 2)]
        drawing = Drawing.of([*apart, *hatched])
        assert len(grouped(drawing).groups) == 2
        assert grouped(drawing.with_stroke([(9, 9)])).strays == (
            MOST_STROKES,
        )  # dots are no strokes of a scribble
        scribble = drawing.with_stroke([(9, 0), (9, 1)])
        assert grouped(scribble) == Grouping((tuple(range(MOST_STROKES + 1)),))

    def test_one_dot(self) -> None:
        assert grouped(Drawing.of([[(0.3, 0.3)]])) == Grouping(((0,),))


class TestSideBySide:
    def test_a_corner_takes_no_more_than_an_upright_bar(self) -> None:
        beside = ring(1.05, 0.5, 0.3, 0.5)  # as near as the bar of a four may be
        assert grouped(Drawing.of([CORNER, beside])).groups == ((0,), (1,))

    @pytest.mark.parametrize("last", [(0.85, 0.7), (0.85, 0.72)], ids=["closed", "open"])
    def test_a_ring_that_ends_where_it_began_is_no_bar_of_a_nine(self, last: tuple[float, float]) -> None:
        """As a mouse draws it, whose points are whole pixels."""
        three = [(0.1, 0), (0.6, 0), (0.3, 0.4), (0.6, 0.7), (0.1, 0.8)]
        nought = [(0.85, 0.7), (0.7, 0.8), (0.68, 1.0), (0.85, 1.2), (1.0, 1.0), (1.0, 0.8), last]
        assert grouped(Drawing.of([three, nought])).groups == ((0,), (1,))

    @pytest.mark.parametrize("gap", [0.1, 0.5])
    @pytest.mark.parametrize("scales", [(1.0, 1.0), (1.0, 0.7), (0.7, 1.0)])
    def test_any_two_of_the_examples(self, gap: float, scales: tuple[float, ...]) -> None:
        for left, right in product(DIGITS, DIGITS):
            drawing, apart = side_by_side([left, right], gap, scales)
            assert grouped(drawing) == apart, f"{left}{right}"

    def test_those_that_reach_a_little_into_each_other(self) -> None:
        for left, right in product(DIGITS, DIGITS):
            drawing, apart = side_by_side([left, right], -0.05)
            assert grouped(drawing) == apart, f"{left}{right}"

    def test_lines_close_to_each_other(self) -> None:
        assert grouped(Drawing.of([ONE, [(0.11, 0), (0.11, 1)]])).groups == ((0,), (1,))

    def test_a_year(self) -> None:
        drawing, apart = side_by_side([2, 0, 4, 5], 0.2, (1, 0.8, 1.1))
        assert grouped(drawing) == apart

    @pytest.mark.parametrize("order", [(4, 2), (2, 4)])
    def test_they_are_told_from_left_to_right_whichever_came_first(self, order: tuple[int, int]) -> None:
        drawing, apart = side_by_side(list(order), 0.3)
        count = len(apart.groups[0])
        backwards = grouped(Drawing((*drawing.strokes[count:], *drawing.strokes[:count])))
        later = len(drawing.strokes) - count
        assert backwards.groups == (tuple(range(later, len(drawing.strokes))), tuple(range(later)))
        assert backwards.newest == 0
        assert grouped(drawing).newest == 1

    def test_a_bar_goes_to_the_digit_that_it_reaches_into(self) -> None:
        (seven, bar), one = ONE_DIGIT["7 with a bar through it"], [(0.62, 0.0), (0.62, 1.0)]
        wide = [bar[0], (0.6, 0.48)]
        assert grouped(Drawing.of([seven, one, wide])).groups == ((0, 2), (1,))

    def test_a_floating_bar_goes_to_the_nearest(self) -> None:
        five, bar = ONE_DIGIT["5 with its bar at the right"]
        assert grouped(Drawing.of([five, bar, ring(1.3, 0.5, 0.3, 0.5)])).groups == ((0, 1), (2,))

    def test_what_is_begun_far_from_a_digit_is_another(self) -> None:
        assert grouped(Drawing.of([ring(0, 0.5, 0.3, 0.5), [(0.7, 0.1), (1.1, 0.1)]])).groups == ((0,), (1,))

    def test_dots_go_to_the_digit_they_are_near_to(self) -> None:
        drawing, apart = side_by_side([4, 2], 0.4)
        left, top, *_ = apart.drawings(drawing)[1].box()
        assert grouped(drawing.with_stroke([(left, top - 0.05)])).groups == ((0, 1), (2, 3))


class TestStrays:
    @pytest.mark.parametrize("digit", DIGITS)
    @pytest.mark.parametrize("size", [1.2, 0.45])
    def test_dots_far_from_a_digit(self, digit: int, size: float) -> None:
        rng = np.random.default_rng(digit)
        one = moved(sample_digit(digit), 0.4, 0.3, size)
        points = np.concatenate(one)
        for _ in range(20):
            dots = []
            while len(dots) < 3:
                place = rng.uniform(0, 1, 2)
                if np.maximum(points.min(axis=0) - place, place - points.max(axis=0)).max() > 0.12:
                    dots.append(place + rng.uniform(-0.005, 0.005, (rng.integers(1, 4), 2)))
            drawing = Drawing.of([dots[0], *one, *dots[1:]])
            strays = (0, 1 + len(one), 2 + len(one))
            assert grouped(drawing) == Grouping((tuple(range(1, 1 + len(one))),), strays)

    def test_beside_two_digits(self) -> None:
        drawing, apart = side_by_side([4, 2], 0.3)
        assert grouped(drawing.with_stroke([(0.3, -0.5)])) == Grouping(apart.groups, (len(drawing.strokes),))

    def test_dots_do_not_support_each_other(self) -> None:
        dots: list[Rows] = [[(2 + place / 50, 2)] for place in range(5)]
        assert grouped(Drawing.of([ONE, *dots])) == Grouping(((0,),), (1, 2, 3, 4, 5))

    def test_a_dash_is_none(self) -> None:
        assert not grouped(Drawing.of([ONE, [(1, 0.5), (1.3, 0.5)]])).strays
