"""Which stroke an eraser touches, by hand-worked distances."""

import math

import numpy as np
import pytest

from digitpad.drawing.clipping import Point
from digitpad.drawing.erasing import distance_to_stroke, stroke_under
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
