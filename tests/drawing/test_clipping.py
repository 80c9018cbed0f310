"""Clipping against looking at the segment point by point."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digitpad.drawing.clipping import Point, clip_segment, inside

SAMPLES = 400
ROUNDING = 1e-9

near = st.floats(-2, 3) | st.sampled_from([0.0, 1.0, 0.5, -1.0, 2.0])
points = st.tuples(near, near)


def along(start: Point, end: Point) -> list[Point]:
    """Return points evenly along the segment, both ends included."""
    (x0, y0), (x1, y1) = start, end
    return [(x0 + (x1 - x0) * i / SAMPLES, y0 + (y1 - y0) * i / SAMPLES) for i in range(SAMPLES + 1)]


def well_inside(point: Point) -> bool:
    return all(ROUNDING < coordinate < 1 - ROUNDING for coordinate in point)


def distance_to(point: Point, start: Point, end: Point) -> float:
    """Return the distance from a point to a segment."""
    (px, py), (x0, y0), (x1, y1) = point, start, end
    dx, dy = x1 - x0, y1 - y0
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else min(1.0, max(0.0, ((px - x0) * dx + (py - y0) * dy) / length))
    return float(((px - x0 - share * dx) ** 2 + (py - y0 - share * dy) ** 2) ** 0.5)


@given(start=points, end=points)
@example(start=(-1.0, 0.0), end=(2.0, 0.0))
@example(start=(0.0, -1.0), end=(-1.0, 0.0))
@example(start=(-1e10, 0.5), end=(1.0000000000000002, 0.5))
@example(start=(-5e-324, 0.5), end=(10.0, 0.5))
def test_what_is_left_is_what_can_be_seen(start: Point, end: Point) -> None:
    part = clip_segment(start, end)
    seen = [point for point in along(start, end) if well_inside(point)]
    if part is None:
        assert not seen
        return
    assert inside(part[0])
    assert inside(part[1])
    for corner in part:
        assert distance_to(corner, start, end) <= ROUNDING * max(1, *map(abs, (*start, *end)))
    for point in seen:
        assert distance_to(point, *part) <= ROUNDING
    # The direction is kept.
    dot = sum((b - a) * (d - c) for a, b, c, d in zip(start, end, *part, strict=True))
    assert dot >= -ROUNDING


@given(start=st.tuples(st.floats(0, 1), st.floats(0, 1)), end=st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_segment_inside_stays_exactly_as_it_is(start: Point, end: Point) -> None:
    assert clip_segment(start, end) == (start, end)


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        ((-1, 0.5), (2, 0.5), ((0, 0.5), (1, 0.5))),
        ((0.5, 2), (0.5, -1), ((0.5, 1), (0.5, 0))),
        ((0.25, 0.5), (1.75, 0.5), ((0.25, 0.5), (1, 0.5))),
        ((-0.5, -0.5), (1.5, 1.5), ((0, 0), (1, 1))),
        ((-0.5, 0.5), (0.5, -0.5), ((0, 0), (0, 0))),
        ((-1, 0.5), (-0.1, 0.5), None),
        ((-1, 1.5), (2, 1.5), None),
        ((-0.5, 0.4), (0.4, -0.5), None),
        ((2, 2), (2, 2), None),
    ],
)
def test_hand_worked(start: Point, end: Point, part: tuple[Point, Point] | None) -> None:
    assert clip_segment(start, end) == part


@pytest.mark.parametrize(
    ("point", "expected"),
    [((0, 0), True), ((1, 1), True), ((0.5, 0), True), ((-1e-9, 0.5), False), ((0.5, 1 + 1e-9), False)],
)
def test_the_edge_is_inside(point: Point, expected: bool) -> None:
    assert inside(point) is expected
