"""What a pen leaves on the canvas between going down and coming up: one stroke, or several."""

from digitpad.drawing.clipping import Point, clip_segment, inside


class PenTrail:
    """Collects a pen's positions as strokes inside the unit square.

    A pen that leaves the square ends its stroke at the edge and begins a new one where it comes back, so
    that what is stored is what can be seen.
    """

    def __init__(self, first: Point) -> None:
        self.strokes: list[list[Point]] = [[first]] if inside(first) else []
        self._last = first

    def move(self, point: Point) -> bool:
        """Follow the pen to ``point``; say whether any ink was added."""
        start, self._last = self._last, point
        part = None if point == start else clip_segment(start, point)
        if part is None:
            return False
        if not inside(start) or not self.strokes:
            self.strokes.append([part[0]])
        self.strokes[-1].append(part[1])
        return True
