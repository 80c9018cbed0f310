"""What is drawn round and beside the shares of all pixels: the outline of the ink, and where the scale ends."""

import numpy as np
from PySide6.QtCore import QLineF

from digitpad.arrays import Doubles, Floats
from digitpad.network.weight_pictures import rounded_up

INK = 0.5
"""From this grey on a pixel counts as ink; a line goes round it."""

WITHIN = 0.95
"""How many of all shares that are not 0 lie within the scale of colours, at least."""


def scale_for(shares: Doubles) -> tuple[float, bool]:
    """Return where the scale of shares ends, and whether some lie beyond: a few are much larger than all others.

    It is one of a few round numbers, so that the colours do not tremble with the pen.
    """
    sizes = np.abs(shares[shares != 0])
    if not len(sizes):
        return 1.0, False
    most = float(np.quantile(sizes, WITHIN))
    end = rounded_up(most)
    return end, bool(sizes.max() > end)


def outline(glyph: Floats) -> list[QLineF]:
    """Return the lines between ink and paper of a glyph (28, 28), in pixels."""
    ink = np.pad(glyph >= INK, 1)
    upright = np.argwhere(ink[1:-1, 1:] != ink[1:-1, :-1]).tolist()
    level = np.argwhere(ink[1:, 1:-1] != ink[:-1, 1:-1]).tolist()
    return [
        *(QLineF(column, row, column, row + 1) for row, column in upright),
        *(QLineF(column, row, column + 1, row) for row, column in level),
    ]
