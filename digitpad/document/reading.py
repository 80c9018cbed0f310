"""A network reads drawings: the one place where drawing and learning meet, for canvas and command line alike."""

from collections.abc import Sequence

import numpy as np

from digitpad.arrays import PIXELS, Floats
from digitpad.drawing.raster import rasterize
from digitpad.drawing.strokes import Drawing
from digitpad.network.snapshot import Snapshot


def glyphs(drawings: Sequence[Drawing]) -> Floats:
    """Return what the network sees of each drawing: float32 (n, 784) in [0, 1]."""
    return np.array([rasterize(drawing).glyph.reshape(PIXELS) for drawing in drawings], np.float32)


def read_drawings_with(snapshot: Snapshot, drawings: Sequence[Drawing]) -> Floats:
    """Return the probabilities, float32 (n, 10), that the network gives each drawing."""
    return snapshot.probabilities(glyphs(drawings))
