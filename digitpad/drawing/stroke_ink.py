"""Each stroke's own part of the picture that the network sees."""

from collections.abc import Callable

import numpy as np

from digitpad.arrays import INK_SIDE, SIDE, WHITE, Floats
from digitpad.drawing.raster import (
    FINE,
    PEN,
    area_average,
    brighten,
    ink_box,
    moved,
    pad_to_square,
    painted,
    placed_paths,
    shifts,
)
from digitpad.drawing.strokes import Drawing


def stroke_ink(drawing: Drawing, wanted: Callable[[], bool] = lambda: True) -> Floats | None:
    """Take the glyph of a drawing apart into its strokes, in the box, scale and place of the whole.

    Where strokes cross, a pixel is divided in proportion to what each would lay on it alone. Returns float32
    (strokes, 28, 28) in [0, 1], which add up to ``rasterize(drawing).glyph``; None as soon as nobody ``wanted`` it
    any more. Raises ValueError for an empty drawing.
    """
    paths, width, height = placed_paths(drawing)
    ink = painted(paths, width, height, PEN * FINE)
    box = ink_box(ink)
    small = np.rint(brighten(area_average(pad_to_square(ink[box], INK_SIDE * FINE), INK_SIDE)))
    alone = np.empty((len(paths), INK_SIDE, INK_SIDE), np.float32)
    for number, path in enumerate(paths):
        if not wanted():
            return None
        own = painted([path], width, height, PEN * FINE)[box]
        alone[number] = area_average(pad_to_square(own, INK_SIDE * FINE), INK_SIDE)
    together = alone.sum(axis=0)
    parts = alone * np.divide(small, together, out=np.zeros_like(small), where=together > 0)
    down, right = shifts(small)
    inks = np.empty((len(paths), SIDE, SIDE), np.float32)
    for number, part in enumerate(parts):
        inks[number] = moved(part, down, right)
    return np.asarray(inks / np.float32(WHITE), np.float32)


def without_stroke(drawing: Drawing, number: int) -> Drawing:
    """Return the drawing without one of its strokes, counted from 0."""
    return Drawing(drawing.strokes[:number] + drawing.strokes[number + 1 :])
