"""Each digit's way to 28×28, made anew only where its strokes are others than before."""

from collections.abc import Sequence

from digitpad.drawing.growing.growing_raster import FEW_POINTS, GrowingRaster
from digitpad.drawing.raster import Stages, rasterize
from digitpad.drawing.strokes import Drawing


class DigitStages:
    """Keeps the stages of the digits that were asked for last: a pen in one of them costs nothing for the others.

    A long digit under the pen is laid together from pieces, as ``GrowingRaster`` does, until somebody wants it
    exactly.
    """

    def __init__(self) -> None:
        self._known: dict[Drawing, Stages] = {}
        self._laid: set[Drawing] = set()
        self._growing = GrowingRaster()

    @property
    def is_exact(self) -> bool:
        """Whether each is what ``rasterize`` makes of it."""
        return not self._laid

    def of(self, digits: Sequence[Drawing], newest: int) -> list[Stages]:
        """Return the stages of each; the digit with this number is the one that can grow.

        As long as a digit's strokes are the same, so is the object.
        """
        known, laid = self._known, self._laid
        self._known, self._laid = {}, set()
        for number, digit in enumerate(digits):
            stages = known.get(digit)
            is_laid = digit in laid
            if stages is None:
                is_laid = number == newest and digit.point_count >= FEW_POINTS
                stages = (self._growing.rasterize if is_laid else rasterize)(digit)
            self._known[digit] = stages
            if is_laid:
                self._laid.add(digit)
        return [self._known[digit] for digit in digits]

    def exact(self, drawing: Drawing) -> Stages:
        """Return what ``rasterize`` makes of a drawing, which is at hand where it is one of those digits."""
        known = self._known.get(drawing)
        return rasterize(drawing) if known is None or drawing in self._laid else known

    def refine(self) -> None:
        """Make exactly what was laid together."""
        for digit in self._laid:
            self._known[digit] = rasterize(digit)
        self._laid = set()
