"""The curve through a stroke's points."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from digitpad.drawing.curve import draw_path, round_pen, stroke_path
from digitpad.drawing.raster import gray_array

coordinates = st.floats(-100, 100)


def position(path: QPainterPath, share: float) -> tuple[float, float]:
    """Return the point at this share of the path's elements."""
    point = path.pointAtPercent(share)
    return point.x(), point.y()


def test_two_points_are_a_straight_line() -> None:
    path = stroke_path(np.array([(1.0, 2.0), (4.0, 6.0)]))
    assert path.length() == pytest.approx(5)
    assert position(path, 0.5) == pytest.approx((2.5, 4))


def test_three_points_by_hand() -> None:
    """From the first point to the middle of the last two, pulled by the second; then straight on."""
    path = stroke_path(np.array([(0.0, 0.0), (4.0, 8.0), (8.0, 0.0)]))
    box = path.boundingRect()
    # B(t) = 2t(1−t)·(4, 8) + t²·(6, 4): y = 16t − 12t² is largest at t = 2/3.
    assert box.bottom() == pytest.approx(16 / 3)
    assert (box.left(), box.top(), box.right()) == pytest.approx((0, 0, 8))
    assert path.elementAt(3).x == pytest.approx(6)
    assert path.elementAt(3).y == pytest.approx(4)


@given(st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=8))
def test_it_begins_and_ends_at_the_strokes_ends_and_stays_in_its_box(points: list[tuple[float, float]]) -> None:
    stroke = np.array(points)
    path = stroke_path(stroke)
    if (stroke == stroke[0]).all():
        assert path.length() < 0.01
        return
    assert position(path, 0) == pytest.approx(points[0], abs=1e-9)
    end = path.currentPosition()
    assert (end.x(), end.y()) == pytest.approx(points[-1], abs=1e-9)
    box = path.boundingRect()
    (left, top), (right, bottom) = stroke.min(axis=0), stroke.max(axis=0)
    assert left - 1e-9 <= box.left()
    assert box.right() <= right + 1e-9
    assert top - 1e-9 <= box.top()
    assert box.bottom() <= bottom + 1e-9


@pytest.mark.parametrize("points", [[(3.0, 4.0)], [(3.0, 4.0)] * 3])
def test_a_pen_that_never_moved_leaves_a_dot(points: list[tuple[float, float]]) -> None:
    path = stroke_path(np.array(points), scale=1000)
    assert not path.isEmpty()
    assert position(path, 0) == pytest.approx((3000, 4000))
    assert 0 < path.length() < 0.01


def test_scale_and_origin() -> None:
    path = stroke_path(np.array([(10.0, 10.0), (11.0, 12.0)]), scale=3, origin=(9, 8))
    assert position(path, 0) == pytest.approx((3, 6))
    assert position(path, 1) == pytest.approx((6, 12))


def test_the_pen_is_round_and_white() -> None:
    pen = round_pen(2.3)
    assert pen.widthF() == 2.3
    assert pen.capStyle() is Qt.PenCapStyle.RoundCap
    assert pen.joinStyle() is Qt.PenJoinStyle.RoundJoin
    assert pen.color().name() == "#ffffff"


SIDE = 64
WIDTH = 14.0
inner = st.tuples(st.integers(16, 48), st.integers(16, 48))


@given(st.lists(inner, min_size=1, max_size=6))
@example([(20, 20), (40, 40), (22, 20)])  # turns back within its own width
@example([(20, 40), (21, 30), (22, 31), (23, 32)])  # a hook at its end
def test_a_path_is_drawn_without_gaps(points: list[tuple[int, int]]) -> None:
    path = stroke_path(np.array(points, float))
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_path(painter, path, WIDTH)
    painter.end()
    drawn = gray_array(image)
    line = np.array([position(path, share) for share in np.linspace(0, 1, 200)])
    away, some = distances(line), drawn[::2, ::2]
    assert some[away < WIDTH / 2 - 1.45].min(initial=255) >= 250
    assert some[away > WIDTH / 2 + 1].max(initial=0) == 0


def distances(line: np.ndarray) -> np.ndarray:
    """Return how far the middle of each second pixel of each second row is from points close together."""
    places = np.arange(0, SIDE, 2) + 0.5
    middles = np.stack(np.meshgrid(places, places), axis=-1).reshape(-1, 2)
    squares = (middles**2).sum(axis=1, keepdims=True) - 2 * middles @ line.T + (line**2).sum(axis=1)
    return np.sqrt(squares.min(axis=1).clip(0)).reshape(len(places), -1)
