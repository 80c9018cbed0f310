"""What a network reads of drawings: the place where drawing and learning meet, for all who ask."""

from collections.abc import Sequence

import numpy as np

from digitpad.arrays import PIXELS, Floats
from digitpad.drawing.grouping import grouped
from digitpad.drawing.raster import rasterize
from digitpad.drawing.strokes import Drawing


def glyphs(drawings: Sequence[Drawing]) -> Floats:
    """Return what the network sees of each drawing: float32 (n, 784) in [0, 1].

    Each is taken for one digit, as those that have a label are; stray dots are left out, as in the window.
    """
    digits = (grouped(drawing).without_strays(drawing) for drawing in drawings)
    return np.array([rasterize(digit).glyph.reshape(PIXELS) for digit in digits], np.float32)
