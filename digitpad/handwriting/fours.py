"""The ways to write a 4 that MNIST hardly has: a long bar, a short stem beside a tall arm, a triangle.

MNIST's own are mostly open and upright: an arm, a bar, and a stem as tall as the arm. NumPy only.
"""

from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Floats, Mask, Places
from digitpad.handwriting.sheet import PIXEL, RIM, Reals, Sheet, first_marked, last_marked, points

SHORT_STEMS = 0.4  # share of fours whose stem begins not far above the bar, or at it, as in a stroke of lightning
TRIANGLES = 0.3  # share of fours that are closed: a slanted line from the bar's left end to the stem's top
LEAST_GAP_ROWS = 3  # rows with paper between arm and stem, from which on a four counts as open
SLANTS = (-1.0, 0.3)  # px in x for each px in y: how the gap between arm and stem may lean


@dataclass(frozen=True)
class Parts:
    """What a four is made of: `bar` y, `bar_left`, `bar_right` (n,); `arm` and `stem`, masks (n, 48, 48).

    Arm and stem are all that is left and right of the gap between them, ink or not, above the bar; `is_open`
    (n,) says whether there is such a gap.
    """

    bar: Places
    bar_left: Places
    bar_right: Places
    arm: Mask
    stem: Mask
    is_open: Mask

    @classmethod
    def of(cls, sheet: Sheet) -> "Parts":
        # The bar is the row with the most ink in the lower middle.
        bar = (sheet.images.sum(axis=2) * sheet.rows_between(0.4, 0.85)).argmax(axis=1)
        ink = sheet.ink[np.arange(len(bar)), bar]
        gap, is_open = _gap(sheet, bar)
        above = ((bar - sheet.pen)[:, None] > PIXEL)[:, :, None]
        right = gap[:, :, None] < PIXEL
        return cls(bar, first_marked(ink), last_marked(ink), above & ~right, above & right, is_open)


def four(sheet: Sheet, rng: np.random.Generator) -> None:
    """4: its bar runs on to the right of the stem; or its stem is short; or it is a triangle."""
    n, height = len(sheet.images), sheet.height
    parts = Parts.of(sheet)
    kind, coin = rng.random((2, n))
    short = parts.is_open & (kind < SHORT_STEMS)
    triangle = ~short & (kind < SHORT_STEMS + TRIANGLES)
    stem_top = _top(sheet, parts.stem)
    _shorten_stem(sheet, parts, rng, short)
    sheet.erase(parts.arm, triangle & parts.is_open & (coin < 0.6))
    sheet.line(points(parts.bar, parts.bar_left + 1), stem_top, triangle)
    length = rng.uniform(0.1, 0.5, n) * height
    tilt = rng.normal(0, 0.08, n) * height
    sheet.line(
        points(parts.bar, parts.bar_right - 1),
        points(parts.bar + tilt, parts.bar_right + length),
        np.where(short | triangle, coin > 0.45, True),
    )


def _shorten_stem(sheet: Sheet, parts: Parts, rng: np.random.Generator, chosen: Mask) -> None:
    """Cut the stem off near the bar, and let the arm grow."""
    n, height = len(sheet.images), sheet.height
    arm_top = _top(sheet, parts.arm)
    kept = rng.uniform(-0.1, 0.25, n) * height
    sheet.erase(parts.stem & ((parts.bar - kept)[:, None] > PIXEL)[:, :, None], chosen)
    more = rng.uniform(0.1, 0.4, n) * height
    sheet.line(arm_top, arm_top + points(-more, rng.uniform(0, 0.5, n) * more), chosen)


def _top(sheet: Sheet, part: Mask) -> Floats:
    """Return the topmost inked point (n, 2) of a part: the middle of its first row."""
    ink = sheet.ink & part
    y = first_marked(np.max(ink, axis=2))
    row = ink[np.arange(len(y)), y]
    return points(y, row @ PIXEL / np.maximum(row.sum(axis=1), 1))


def _gap(sheet: Sheet, bar: Places) -> tuple[Reals, Mask]:
    """Return the x (n, 48), for each row, of a straight line between arm and stem, and whether it is paper (n,).

    The line goes through the middles of the ink of those rows above the bar whose middle is blank.
    """
    images = sheet.images
    mass = images.sum(axis=2)
    middle = images @ PIXEL / np.maximum(mass, 1e-6)
    at_middle = np.take_along_axis(images, np.rint(middle).astype(np.intp)[:, :, None], axis=2)[:, :, 0]
    blank = (at_middle < RIM) & (mass > 0) & ((bar - sheet.pen / 2)[:, None] > PIXEL)
    count = blank.sum(axis=1)
    weight = blank / np.maximum(count, 1)[:, None]
    mean_y, mean_x = weight @ PIXEL, (weight * middle).sum(axis=1)
    y, x = PIXEL - mean_y[:, None], middle - mean_x[:, None]
    slant = (weight * y * x).sum(axis=1) / np.maximum((weight * y**2).sum(axis=1), 0.5)
    return mean_x[:, None] + np.clip(slant, *SLANTS)[:, None] * y, count >= LEAST_GAP_ROWS
