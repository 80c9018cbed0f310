"""Which stroke an eraser touches, by hand-worked distances."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.drawing.clipping import Point
from digitpad.drawing.erasing import distance_to_stroke, distance_to_sweep, stroke_under, without_swept
from digitpad.drawing.strokes import Drawing

CORNER = np.array([(0.0, 0.0), (4.0, 0.0), (4.0, 3.0)])


@pytest.mark.parametrize(
    ("point", "distance"),
    [
        ((0, 0), 0),
        ((2, 0), 0),
        ((2, 1), 1),
        ((2, -1), 1),
        ((-3, 4), 5),
        ((5, -1), math.sqrt(2)),
        ((4, 2), 0),
        ((7, 7), 5),
        ((1, 3), 3),
        ((3, 1), 1),
    ],
)
def test_distance_to_a_corner(point: Point, distance: float) -> None:
    assert distance_to_stroke(CORNER, point) == pytest.approx(distance)


@pytest.mark.parametrize("points", [[(1, 1)], [(1, 1), (1, 1)], [(1, 1), (1, 1), (1, 1)]])
def test_distance_to_a_dot(points: list[Point]) -> None:
    assert distance_to_stroke(np.array(points, float), (4, 5)) == pytest.approx(5)


def test_a_point_that_repeats_is_no_gap() -> None:
    line = np.array([(0.0, 0.0), (0.0, 0.0), (2.0, 0.0)])
    assert distance_to_stroke(line, (1, 1)) == pytest.approx(1)


class TestStrokeUnder:
    drawing = Drawing.of([[(0, 0), (4, 0)], [(2, -2), (2, 2)], [(9, 9)]])

    @pytest.mark.parametrize(
        ("point", "number"),
        [((0, 0.4), 0), ((2, 1.5), 1), ((2, 0), 1), ((9.3, 9), 2), ((1, 1), None), ((6, 6), None)],
    )
    def test_the_topmost_within_reach(self, point: Point, number: int | None) -> None:
        assert stroke_under(self.drawing, point, reach=0.5) == number

    def test_reach_is_a_distance(self) -> None:
        assert stroke_under(self.drawing, (4, 3), reach=5**0.5 + 0.01) == 1
        assert stroke_under(self.drawing, (4, 3), reach=5**0.5 - 0.01) is None

    def test_an_empty_drawing(self) -> None:
        assert stroke_under(Drawing(), (0, 0), reach=10) is None


class TestSweep:
    @pytest.mark.parametrize(
        ("start", "end", "distance"),
        [
            ((2, -1), (2, 1), 0),  # crosses
            ((2, 0), (2, 5), 0),  # touches
            ((0, 1), (3, 1), 1),
            ((0, 2), (2, 5), 2),  # an end to an end
            ((5, -2), (5, 9), 1),
            ((1, 1), (1, 1), 1),  # does not move
            ((6, 3), (9, 3), 2),  # in line with nothing
            ((5, 0), (9, 0), 1),  # in line with the first part
        ],
    )
    def test_distance_to_a_corner(self, start: Point, end: Point, distance: float) -> None:
        assert distance_to_sweep(CORNER, np.array([start, end], float)) == pytest.approx(distance)

    def test_distance_to_a_dot(self) -> None:
        assert distance_to_sweep(np.array([(2.0, 2.0)]), np.array([(0.0, 0.0), (4.0, 0.0)])) == pytest.approx(2)

    @given(
        st.lists(st.tuples(st.floats(-1, 2), st.floats(-1, 2)), min_size=1, max_size=5),
        st.tuples(st.floats(-1, 2), st.floats(-1, 2)),
        st.tuples(st.floats(-1, 2), st.floats(-1, 2)),
    )
    def test_it_is_the_least_distance_of_all_places_on_the_way(
        self, stroke: list[Point], start: Point, end: Point
    ) -> None:
        points = np.array(stroke, float)
        shares = np.linspace(0, 1, 301)[:, None]
        way = (1 - shares) * np.array(start) + shares * np.array(end)
        least = min(distance_to_stroke(points, (x, y)) for x, y in way.tolist())
        step = math.dist(start, end) / 300
        assert least - step <= distance_to_sweep(points, np.array([start, end])) <= least + 1e-9

    def test_what_lies_on_the_way_goes_and_the_rest_stays(self) -> None:
        bars = Drawing.of([[(x, 0), (x, 4)] for x in (1, 2, 3, 4)])
        assert without_swept(bars, (1.6, 2), (3.4, 2), reach=0.5) == Drawing((bars.strokes[0], bars.strokes[3]))
        assert without_swept(bars, (1.4, 2), (3.6, 2), reach=0.5) == Drawing()
        assert without_swept(bars, (0, 5), (5, 5), reach=0.5) == bars
        assert without_swept(Drawing(), (0, 0), (1, 1), reach=0.5) == Drawing()
