"""A long drawing's way to 28×28 while it grows: what it has already is not drawn again with each point.

Drawn anew, ten thousand points take a third of a second. So what the strokes cover is kept, and only each new
piece of the curve is added, as long as the boxes around points and curve stay: the pen is as wide in any box, and
with another one all is another picture.
"""

import numpy as np

from digitpad.arrays import SIDE, Grays
from digitpad.drawing.growing.growing_box import GrowingBox
from digitpad.drawing.growing.growing_ink import GrowingInk
from digitpad.drawing.growing.sheet import Sheet
from digitpad.drawing.raster import FINE, Stages, rasterize, render_canvas, stages_of
from digitpad.drawing.strokes import Drawing, Points

FEW_POINTS = 256
"""Drawings of fewer points are as well drawn anew by ``rasterize``, in a few milliseconds."""


class GrowingRaster:
    """Takes one drawing after another through all stages, fast where each is the one before with more ink.

    The stages are those of ``rasterize``: a fine pixel differs by a few greys of 255, as Qt rounds each sum, and
    one of the 20×20 picture by less than 1.
    """

    def __init__(self) -> None:
        self._strokes: tuple[Points, ...] = ()
        self._box = GrowingBox()
        self._sheet: Sheet | None = None
        self._ink: GrowingInk | None = None

    def rasterize(self, drawing: Drawing) -> Stages:
        """Take a drawing through all stages. Raises ValueError for an empty drawing."""
        if not self._continues(drawing):
            self._begin()
        self._strokes = drawing.strokes
        sheet = self._box.sheet_for(drawing.strokes)
        ink = None if sheet is None else self._ink_on(sheet, drawing.strokes)
        return rasterize(drawing) if ink is None else stages_of(ink)

    def render_canvas(self, drawing: Drawing, pen: float) -> Grays:
        """Return the whole canvas as it looks, uint8 (224, 224), as ``raster.render_canvas`` does.

        It is to be asked for this alone: its box is the canvas, whatever is drawn.
        """
        if not self._continues(drawing):
            self._begin()
        self._strokes = drawing.strokes
        ink = self._ink_on(Sheet.of_canvas(SIDE * FINE, pen), drawing.strokes)
        return render_canvas(drawing, pen) if ink is None else ink

    def _begin(self) -> None:
        """Know of no drawing."""
        self._strokes, self._box = (), GrowingBox()
        self._sheet = self._ink = None

    def _continues(self, drawing: Drawing) -> bool:
        """Say whether a drawing begins with all that the one before had."""
        before, now = self._strokes, drawing.strokes
        if len(now) < len(before):
            return False
        *ended, newest = zip(before, now, strict=False) if before else [(np.empty(0), np.empty(0))]
        return bool(np.array_equal(newest[0], newest[1][: len(newest[0])])) and all(
            mine is theirs or np.array_equal(mine, theirs) for mine, theirs in ended
        )

    def _ink_on(self, sheet: Sheet, strokes: tuple[Points, ...]) -> Grays | None:
        """Return all strokes on a sheet; None where the newest one can only be drawn anew."""
        if self._ink is None or sheet != self._sheet:
            self._sheet, self._ink = sheet, GrowingInk(sheet, strokes[:-1])
        return self._ink.picture(strokes)
