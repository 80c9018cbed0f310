"""What a network reads of drawings: the place where drawing and learning meet, for all who ask."""

from collections.abc import Sequence

import numpy as np

from digitpad.arrays import PIXELS, Floats
from digitpad.drawing.raster import rasterize
from digitpad.drawing.strokes import Drawing


def glyphs(drawings: Sequence[Drawing]) -> Floats:
    """Return what the network sees of each drawing: float32 (n, 784) in [0, 1]."""
    return np.array([rasterize(drawing).glyph.reshape(PIXELS) for drawing in drawings], np.float32)
