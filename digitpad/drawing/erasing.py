"""Finding the stroke that an eraser touches."""

import numpy as np

from digitpad.drawing.clipping import Point
from digitpad.drawing.strokes import Drawing, Points


def stroke_under(drawing: Drawing, point: Point, reach: float) -> int | None:
    """Return the number of the topmost stroke that passes within ``reach`` of ``point``, or None."""
    for number in reversed(range(len(drawing.strokes))):
        if distance_to_stroke(drawing.strokes[number], point) <= reach:
            return number
    return None


def distance_to_stroke(stroke: Points, point: Point) -> float:
    """Return the distance from ``point`` to the line through the stroke's points (n, 2)."""
    target = np.asarray(point)
    starts, ends = stroke[: max(1, len(stroke) - 1)], stroke[1:] if len(stroke) > 1 else stroke
    along = ends - starts
    lengths = (along**2).sum(axis=1)
    share = ((target - starts) * along).sum(axis=1) / np.where(lengths > 0, lengths, 1)
    nearest = starts + np.clip(share, 0, 1)[:, None] * along
    return float(np.sqrt(((nearest - target) ** 2).sum(axis=1).min()))
