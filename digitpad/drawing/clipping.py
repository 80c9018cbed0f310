"""Cutting a moving pen off at the canvas's edge."""

Point = tuple[float, float]


def clip_segment(start: Point, end: Point) -> tuple[Point, Point] | None:
    """Return the part of the segment inside the unit square, or None if it passes by (Liang & Barsky 1984)."""
    enter, leave = 0.0, 1.0
    for here, there in zip(start, end, strict=True):
        change = there - here
        for toward, room in ((-change, here), (change, 1.0 - here)):
            if toward == 0:
                if room < 0:
                    return None
            elif toward < 0:
                enter = max(enter, room / toward)
            else:
                leave = min(leave, room / toward)
    if enter > leave:
        return None
    return _along(start, end, enter), _along(start, end, leave)


def inside(point: Point) -> bool:
    """Say whether a point lies in the unit square."""
    return 0 <= point[0] <= 1 and 0 <= point[1] <= 1


def _along(start: Point, end: Point, share: float) -> Point:
    if share in (0.0, 1.0):
        x, y = end if share else start
    else:
        x, y = (a + share * (b - a) for a, b in zip(start, end, strict=True))
    # Rounding can leave any of these a hair outside.
    return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
