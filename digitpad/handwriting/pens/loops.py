"""What pens do to loops: these are small or wide, and run full of ink. NumPy only."""

import numpy as np

from digitpad.arrays import Floats, Mask
from digitpad.handwriting.pens.skeleton import connected, grown, holes, middles, pick, pixels, unpacked
from digitpad.handwriting.sheet import MIDDLE, OFFSET, PAPER, PIXEL, Sheet

SQUEEZE = (-0.25, 0.9)
"""How much farther from a loop's middle its ink is fetched: from a loop that is wider to one half as wide."""

REACH = (3.5, 5.5)
"""px, standard deviation of the Gaussian within which that is so."""

ACROSS = 20
"""px: steps within which a loop is known from any of its pixels."""

SMALL = 12
"""px²: the paper inside a loop that may run full."""

FULL = 235.0
"""Its grey level then."""


def squeeze(sheet: Sheet, share: Mask, rng: np.random.Generator) -> None:
    """Make a loop smaller or wider on those of ``share`` (n,) that have one."""
    paper = holes(sheet.rows())
    places, found = pick(paper, rng)
    which = np.flatnonzero(found & share)
    centre = middles(connected(pixels(places[which], found[which]), paper[which], ACROSS)) + OFFSET
    more = rng.uniform(*SQUEEZE, len(which)).astype(np.float32)
    reach = rng.uniform(*REACH, len(which)).astype(np.float32)
    y, x = (PIXEL[MIDDLE] - centre[:, axis, None] for axis in (0, 1))
    near_y, near_x = (np.exp(-0.5 * (away / reach[:, None]) ** 2) for away in (y, x))
    stretch = 1 + more[:, None, None] * near_y[:, :, None] * near_x[:, None, :]
    source_y = centre[:, 0, None, None] + y[:, :, None] * stretch
    source_x = centre[:, 1, None, None] + x[:, None, :] * stretch
    sheet.images[which, MIDDLE, MIDDLE] = _read(sheet.images[which], source_y, source_x)


def fill(sheet: Sheet, share: Mask, rng: np.random.Generator) -> None:
    """Let a small loop run full of ink on those of ``share`` (n,) that have one."""
    paper = holes(sheet.rows())
    places, found = pick(paper, rng)
    loop = connected(pixels(places, found & share), paper, SMALL)
    inside = unpacked(grown(loop))
    inside &= (unpacked(loop).sum(axis=(1, 2)) <= SMALL)[:, None, None]
    inside &= (found & share)[:, None, None]
    middle = sheet.images[:, MIDDLE, MIDDLE]
    middle[inside] = np.maximum(middle[inside], FULL)


def _read(images: Floats, y: Floats, x: Floats) -> Floats:
    """Read sheets (k, 48, 48) at the points (y, x), (k, 28, 28) each, bilinearly."""
    y, x = np.clip(y, 0, PAPER - 1.01), np.clip(x, 0, PAPER - 1.01)
    row, column = y.astype(np.intp), x.astype(np.intp)
    below, right = y - row, x - column
    corner = row * PAPER + column + PAPER**2 * np.arange(len(images), dtype=np.intp)[:, None, None]

    def at(offset: int) -> Floats:
        return np.take(images, corner + offset)

    upper = at(0) * (1 - right) + at(1) * right
    lower = at(PAPER) * (1 - right) + at(PAPER + 1) * right
    return np.asarray(upper * (1 - below) + lower * below, np.float32)
