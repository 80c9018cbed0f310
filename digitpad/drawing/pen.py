"""What a pen leaves on the canvas between going down and coming up: one stroke, or several."""

from digitpad.arrays import GrowingArray
from digitpad.drawing.clipping import Point, clip_segment, inside
from digitpad.drawing.strokes import MAX_POINTS, MAX_STROKES, Drawing, Points

PEN_SHARE = 0.07
"""Width of the pen as a share of the canvas's side: that of MNIST's pen in a digit of ordinary size."""

FIRST_POINTS = 64
"""Points that a stroke has room for at first."""


class PenTrail:
    """Collects a pen's positions as strokes inside the unit square.

    A pen that leaves the square ends its stroke at the edge and begins a new one where it comes back, so
    that what is stored is what can be seen. ``most_strokes`` and ``most_points``, each at least 1, are what
    there is room for.

    Attributes:
        is_dry: whether there was ink that found no room; none comes after it, lest a stroke have a gap.
    """

    def __init__(self, first: Point, most_strokes: int = MAX_STROKES, most_points: int = MAX_POINTS) -> None:
        self._strokes: list[GrowingArray] = []
        self._seen: tuple[Points, ...] | None = None
        self.is_dry = False
        self._last = first
        self._most_strokes = most_strokes
        self._points_left = most_points
        if inside(first):
            self._begin()
            self._add([first])

    @property
    def strokes(self) -> tuple[Points, ...]:
        """What the pen has left, the newest stroke last: read-only, float64 (n, 2) each.

        They are views, so that a long stroke costs no more to look at than a short one.
        """
        if self._seen is None:
            self._seen = tuple(_read_only(stroke) for stroke in self._strokes)
        return self._seen

    def move(self, point: Point) -> bool:
        """Follow the pen to ``point``; say whether any ink was added."""
        start, self._last = self._last, point
        part = None if self.is_dry or point == start else clip_segment(start, point)
        if part is None:
            return False
        begins = not inside(start)
        added = part if begins else part[1:]
        self.is_dry = len(added) > self._points_left or (begins and len(self._strokes) >= self._most_strokes)
        if self.is_dry:
            return False
        if begins:
            self._begin()
        self._add(added)
        return True

    def _begin(self) -> None:
        self._strokes.append(GrowingArray("float64", (2,), FIRST_POINTS))

    def _add(self, points: tuple[Point, ...] | list[Point]) -> None:
        # + 0 turns -0.0 into 0.0: equal numbers, but a hash goes by their bytes.
        self._strokes[-1].extend([(x + 0.0, y + 0.0) for x, y in points])
        self._seen = None
        self._points_left -= len(points)


def is_dot(drawing: Drawing) -> bool:
    """Say whether a drawing, in the canvas's unit, is no more than where a pen touched it.

    Raises ValueError for an empty one.
    """
    left, top, right, bottom = drawing.box()
    return max(right - left, bottom - top) < PEN_SHARE


def _read_only(stroke: GrowingArray) -> Points:
    points = stroke.view
    points.flags.writeable = False
    return points
