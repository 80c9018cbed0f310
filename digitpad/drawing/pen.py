"""What a pen leaves on the canvas between going down and coming up: one stroke, or several."""

from digitpad.drawing.clipping import Point, clip_segment, inside
from digitpad.drawing.strokes import MAX_POINTS, MAX_STROKES

PEN_SHARE = 0.07
"""Width of the pen as a share of the canvas's side: that of MNIST's pen in a digit of ordinary size."""


class PenTrail:
    """Collects a pen's positions as strokes inside the unit square.

    A pen that leaves the square ends its stroke at the edge and begins a new one where it comes back, so
    that what is stored is what can be seen. ``most_strokes`` and ``most_points``, each at least 1, are what
    there is room for.

    Attributes:
        strokes: what the pen has left, the newest stroke last.
        is_dry: whether there was ink that found no room; none comes after it, lest a stroke have a gap.
    """

    def __init__(self, first: Point, most_strokes: int = MAX_STROKES, most_points: int = MAX_POINTS) -> None:
        self.strokes: list[list[Point]] = [[first]] if inside(first) else []
        self.is_dry = False
        self._last = first
        self._most_strokes = most_strokes
        self._points_left = most_points - len(self.strokes)

    def move(self, point: Point) -> bool:
        """Follow the pen to ``point``; say whether any ink was added."""
        start, self._last = self._last, point
        part = None if self.is_dry or point == start else clip_segment(start, point)
        if part is None:
            return False
        begins = not inside(start)
        added = part if begins else part[1:]
        self.is_dry = len(added) > self._points_left or (begins and len(self.strokes) >= self._most_strokes)
        if self.is_dry:
            return False
        if begins:
            self.strokes.append([])
        self.strokes[-1].extend(added)
        self._points_left -= len(added)
        return True
