"""The fine picture that strokes are drawn on: where they lie there, and how wide the pen is."""

from dataclasses import dataclass

from PySide6.QtGui import QTransform

from digitpad.drawing.raster import FINE, PEN, Box, placing
from digitpad.drawing.strokes import Points


@dataclass(frozen=True)
class Sheet:
    """Leads strokes into a picture, by the very steps of ``raster``.

    Qt's stroker takes another way for the smallest difference, where a line turns back.

    Attributes:
        origin, scale: seen from there, and so much larger, points are in pixels.
        placed: leads from these pixels to the picture's.
        pen: its width in pixels; ``height`` and ``width`` are the picture's.
    """

    origin: tuple[float, float]
    scale: float
    placed: QTransform
    pen: float
    height: int
    width: int

    @classmethod
    def around(cls, origin: tuple[float, float], scale: float, curves: Box) -> "Sheet":
        """Return the one for a drawing whose curves, in pixels, lie in this box."""
        placed, width, height = placing(curves, is_dot=False)
        return cls(origin, scale, placed, PEN * FINE, height, width)

    @classmethod
    def of_canvas(cls, side: int, pen: float) -> "Sheet":
        """Return the whole canvas, so many pixels wide; the pen's width is in its unit."""
        return cls((0.0, 0.0), side, QTransform(), pen * side, side, side)

    def in_pixels(self, stroke: Points) -> Points:
        """Return a stroke's points, (n, 2), before they are placed."""
        return (stroke - self.origin) * self.scale
