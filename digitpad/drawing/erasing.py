"""Finding the strokes that an eraser touches."""

import numpy as np
import numpy.typing as npt

from digitpad.drawing.clipping import Point
from digitpad.drawing.strokes import Drawing, Points


def stroke_under(drawing: Drawing, point: Point, reach: float) -> int | None:
    """Return the number of the topmost stroke that passes within ``reach`` of ``point``, or None."""
    for number in reversed(range(len(drawing.strokes))):
        if distance_to_stroke(drawing.strokes[number], point) <= reach:
            return number
    return None


def without_swept(drawing: Drawing, start: Point, end: Point, reach: float) -> Drawing:
    """Return the drawing without the strokes that pass within ``reach`` of the line from start to end."""
    sweep = np.array([start, end])
    low, high = sweep.min(axis=0) - reach, sweep.max(axis=0) + reach
    kept = [
        stroke
        for stroke in drawing.strokes
        if (stroke.max(axis=0) < low).any()  # most are far away, and that is quickly seen
        or (stroke.min(axis=0) > high).any()
        or distance_to_sweep(stroke, sweep) > reach
    ]
    return Drawing(tuple(kept)) if len(kept) < len(drawing.strokes) else drawing


def distance_to_stroke(stroke: Points, point: Point) -> float:
    """Return the distance from ``point`` to the line through the stroke's points (n, 2)."""
    target = np.asarray(point)
    starts, ends = _segments(stroke)
    along = ends - starts
    lengths = (along**2).sum(axis=1)
    share = ((target - starts) * along).sum(axis=1) / np.where(lengths > 0, lengths, 1)
    nearest = starts + np.clip(share, 0, 1)[:, None] * along
    return float(np.sqrt(((nearest - target) ** 2).sum(axis=1).min()))


def distance_to_sweep(stroke: Points, sweep: Points) -> float:
    """Return the distance between the line through the stroke's points (n, 2) and a straight one, (2, 2)."""
    starts, ends = _segments(stroke)
    start, end = sweep
    sides = _turn(end - start, starts - start) * _turn(end - start, ends - start)
    other_sides = _turn(ends - starts, start - starts) * _turn(ends - starts, end - starts)
    if ((sides < 0) & (other_sides < 0)).any():
        return 0.0
    # Two lines that do not cross are nearest to each other at an end of one of them.
    along = end - start
    length = float(along @ along)
    share = np.clip((stroke - start) @ along / length, 0, 1) if length > 0 else np.zeros(len(stroke))
    from_points = np.sqrt(((start + share[:, None] * along - stroke) ** 2).sum(axis=1).min())
    return min(float(from_points), *(distance_to_stroke(stroke, (float(x), float(y))) for x, y in sweep))


def _segments(stroke: Points) -> tuple[Points, Points]:
    """Return where each of the stroke's lines starts and ends; a single point is a line without a length."""
    return stroke[: max(1, len(stroke) - 1)], stroke[1:] if len(stroke) > 1 else stroke


def _turn(one: Points, other: Points) -> npt.NDArray[np.float64]:
    """Return the cross product of directions: its sign tells to which side of ``one`` the other points."""
    return np.asarray(one[..., 0] * other[..., 1] - one[..., 1] * other[..., 0])
