"""What pens leave out: gaps in strokes, loops that open, and parts that stand beside their place. NumPy only."""

import numpy as np

from digitpad.arrays import Mask
from digitpad.handwriting.pens.skeleton import Skeletons, connected, grown, packed, pick, pixels, unpacked
from digitpad.handwriting.sheet import INK, MIDDLE, OFFSET, PAPER, Sheet

AT_JUNCTIONS = 0.7
"""Share of the parts that come off where strokes meet, where there is such a place; the others anywhere."""

LEAST_GAP = -0.3
"""px added to half of the pen's width: the ink is not quite taken away."""

OFF = 0.8
"""px around the stroke that are blank, at most, where a part comes off."""

AWAY = 2
"""px in each direction by which a part stands beside its place, at most: apart from the rest, or across it."""

LONGEST = 60
"""px: steps within which a part is known from any of its pixels."""


def open_up(sheet: Sheet, skeletons: Skeletons, share: Mask, widest: float, rng: np.random.Generator) -> None:
    """Leave a gap somewhere on those of ``share`` (n,): ``widest`` px beyond the pen's edges, at most."""
    places, found = pick(skeletons.lines, rng)
    radius = sheet.pen / 2 + rng.uniform(LEAST_GAP, widest, len(found))
    sheet.rub_out(places + OFFSET, radius, found & share)


def set_apart(sheet: Sheet, skeletons: Skeletons, share: Mask, rng: np.random.Generator) -> None:
    """Cut the strokes of those of ``share`` (n,) somewhere, and put a part beside its place."""
    count = len(share)
    junctions, meet = pick(skeletons.junctions, rng)
    anywhere, found = pick(skeletons.lines, rng)
    seeds, _ = pick(skeletons.lines, rng)
    at_junction = meet & (rng.random(count) < AT_JUNCTIONS)
    places = np.where(at_junction[:, None], junctions, anywhere) + OFFSET
    radius = sheet.pen / 2 + rng.uniform(0, OFF, count)
    down, across = rng.integers(-AWAY, AWAY + 1, (2, count))
    chosen = found & share
    sheet.rub_out(places, radius, chosen)
    which = np.flatnonzero(chosen)
    images = sheet.images[which]
    ink = packed(images[:, MIDDLE, MIDDLE] > INK)
    part = connected(pixels(seeds[which], found[which]), ink, LONGEST)
    # With its faint rim, but not into the other parts.
    rimmed = np.zeros(images.shape, bool)
    rimmed[:, MIDDLE, MIDDLE] = unpacked(grown(part) & ~(ink & ~part))
    rows = (np.arange(PAPER) - down[which, None]) % PAPER
    columns = (np.arange(PAPER) - across[which, None]) % PAPER
    moved = (images * rimmed)[np.arange(len(which))[:, None, None], rows[:, :, None], columns[:, None, :]]
    sheet.images[which] = np.maximum(images * ~rimmed, moved)
