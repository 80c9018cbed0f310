"""All strokes of a growing drawing on one sheet: those that have ended as a picture, the newest one upon it."""

from collections.abc import Sequence

from digitpad.arrays import Grays
from digitpad.drawing.curve import part_of_curve
from digitpad.drawing.growing.coverage import laid
from digitpad.drawing.growing.growing_stroke import GrowingStroke
from digitpad.drawing.growing.sheet import Sheet
from digitpad.drawing.raster import painted
from digitpad.drawing.strokes import Points


class GrowingInk:
    """Draws the strokes of one drawing after another, each the one before with more ink."""

    def __init__(self, sheet: Sheet, ended: Sequence[Points]) -> None:
        """Begin with strokes that have ended, drawn as the exact picture has them."""
        self._sheet = sheet
        self._number = len(ended)
        self._ended = self._drawn_anew(ended)
        self._newest = GrowingStroke(sheet)

    def picture(self, strokes: Sequence[Points]) -> Grays | None:
        """Return the sheet with all strokes, uint8 (height, width), within a few greys of what Qt paints.

        None where the newest stroke is closed and can only be drawn anew.
        """
        for stroke in strokes[self._number : -1]:
            self._end(stroke)
        self._number = len(strokes) - 1
        self._newest.grow(strokes[-1])
        return None if self._newest.is_closed else self._newest.laid_upon(self._ended)

    def _end(self, stroke: Points) -> None:
        """Lay a stroke that has ended upon those before it."""
        self._newest.grow(stroke)
        closed = self._newest.is_closed
        self._ended = (
            laid(self._drawn_anew([stroke]), self._ended) if closed else self._newest.laid_upon(self._ended)
        )
        self._newest = GrowingStroke(self._sheet)

    def _drawn_anew(self, strokes: Sequence[Points]) -> Grays:
        sheet = self._sheet
        paths = [sheet.placed.map(part_of_curve(sheet.in_pixels(stroke))) for stroke in strokes]
        return painted(paths, sheet.width, sheet.height, sheet.pen)
