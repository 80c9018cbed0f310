"""What is drawn round and beside the shares of all pixels: the outline of the ink, and where the scale ends."""

from functools import cache

import numpy as np
from PySide6.QtCore import QLineF

from digitpad.arrays import SIDE, Doubles, Floats
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
    end = rounded_up(_quantile(sizes, WITHIN))
    return end, bool(sizes.max() > end)


def _quantile(values: Doubles, share: float) -> float:
    """Return what ``np.quantile`` does, which takes five times as long for the few hundred pixels of a digit."""
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    ordered = np.partition(values, (below, above))
    low, high, way = float(ordered[below]), float(ordered[above]), place - below
    return low + (high - low) * way if way < 0.5 else high - (high - low) * (1 - way)


def outline(glyph: Floats) -> list[QLineF]:
    """Return the lines between ink and paper of a glyph (28, 28), in pixels."""
    ink = np.zeros((SIDE + 2, SIDE + 2), bool)
    ink[1:-1, 1:-1] = glyph >= INK
    upright = np.flatnonzero(ink[1:-1, 1:] != ink[1:-1, :-1]).tolist()
    level = np.flatnonzero(ink[1:, 1:-1] != ink[:-1, 1:-1]).tolist()
    uprights, levels = _all_lines()
    return [*map(uprights.__getitem__, upright), *map(levels.__getitem__, level)]


@cache
def _all_lines() -> tuple[list[QLineF], list[QLineF]]:
    """Return the lines at the sides of all pixels, and those above and below them, row by row: not to be changed.

    The outline follows the pen, and to make a line takes much longer than to find it.
    """
    places = range(SIDE + 1)
    return (
        [QLineF(column, row, column, row + 1) for row in range(SIDE) for column in places],
        [QLineF(column, row, column + 1, row) for row in places for column in range(SIDE)],
    )
