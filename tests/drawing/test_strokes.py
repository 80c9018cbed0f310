"""Drawings are values: they do not change, compare by their points, and hold only points that make sense."""

import math
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.drawing.strokes import Drawing

coordinates = st.floats(-1e9, 1e9)
strokes = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=6)


class TestImmutability:
    def test_points_cannot_be_written(self) -> None:
        drawing = Drawing.of([[(0, 0), (1, 1)]])
        with pytest.raises(ValueError, match="read-only"):
            drawing.strokes[0][0, 0] = 5

    def test_strokes_cannot_be_exchanged(self) -> None:
        with pytest.raises(FrozenInstanceError):
            Drawing().strokes = ()  # type: ignore[misc]

    def test_what_it_was_made_of_may_change(self) -> None:
        points = np.array([[0.0, 0.0], [1.0, 1.0]])
        growing = [[0.5, 0.5]]
        drawing = Drawing.of([points, growing])
        points[0] = 9
        growing.append([9, 9])
        assert drawing == Drawing.of([[(0, 0), (1, 1)], [(0.5, 0.5)]])

    def test_one_more_stroke_is_another_drawing(self) -> None:
        drawing = Drawing.of([[(0, 0)]])
        longer = drawing.with_stroke([(1, 2), (3, 4)])
        assert [stroke.tolist() for stroke in longer.strokes] == [[[0, 0]], [[1, 2], [3, 4]]]
        assert len(drawing.strokes) == 1


class TestBadInput:
    @pytest.mark.parametrize(
        "points",
        [
            [],
            [1, 2],
            [(1, 2, 3)],
            [(1,), (2,)],
            [[(1, 2)]],
            [(1, 2), (3,)],
            [("left", "top")],
            [(math.nan, 0)],
            [(0, math.inf)],
            [(0, 0), (-math.inf, 0)],
            [(1.001e9, 0)],
            np.zeros((0, 2)),
        ],
        ids=str,
    )
    def test_no_stroke(self, points: object) -> None:
        with pytest.raises(ValueError):
            Drawing.of([points])  # type: ignore[list-item]
        with pytest.raises(ValueError):
            Drawing.of([[(0, 0)]]).with_stroke(points)  # type: ignore[arg-type]

    def test_the_largest_coordinates(self) -> None:
        assert Drawing.of([[(1e9, -1e9)]]).box() == (1e9, -1e9, 1e9, -1e9)


class TestEquality:
    def test_the_same_points_in_the_same_strokes(self) -> None:
        drawing = Drawing.of([[(0, 0), (1, 1)], [(2, 2)]])
        assert drawing == Drawing.of(drawing.strokes)
        assert hash(drawing) == hash(Drawing.of(drawing.strokes))
        for other in (
            Drawing.of([[(0, 0), (1, 1), (2, 2)]]),
            Drawing.of([[(2, 2)], [(0, 0), (1, 1)]]),
            Drawing.of([[(0, 0), (1, 1)]]),
            Drawing.of([[(0, 0), (1, 1)], [(2, 2.1)]]),
            Drawing(),
            "a drawing",
        ):
            assert drawing != other

    def test_equal_drawings_have_equal_hashes_whatever_the_sign_of_zero(self) -> None:
        plus, minus = Drawing.of([[(0.0, 1)]]), Drawing.of([[(-0.0, 1)]])
        assert plus == minus
        assert hash(plus) == hash(minus)


def test_a_drawing_is_true_if_there_is_ink() -> None:
    assert not Drawing()
    assert not Drawing.of([])
    assert Drawing.of([[(0, 0)]])


def test_an_empty_drawing_has_no_box() -> None:
    with pytest.raises(ValueError, match="empty"):
        Drawing().box()


@given(st.lists(strokes, min_size=1, max_size=4))
def test_the_box_is_that_of_all_points(lines: list[list[tuple[float, float]]]) -> None:
    points = [point for line in lines for point in line]
    left, top, right, bottom = Drawing.of(lines).box()
    assert (left, right) == (min(x for x, _ in points), max(x for x, _ in points))
    assert (top, bottom) == (min(y for _, y in points), max(y for _, y in points))
