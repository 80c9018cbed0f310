"""What pens do at the ends of strokes: they go on, hook and curl, or run into what is there. NumPy only."""

import numpy as np

from digitpad.arrays import SIDE, Floats, Mask, Places
from digitpad.handwriting.pens.skeleton import Rows, connected, middles, pixels, unpacked
from digitpad.handwriting.sheet import INK, OFFSET, PAPER, Sheet

STEPS = 14
"""Points of what is added to an end: of the longest, 12 px, they are less than 1 px apart."""

TANGENT = 5
"""px back from its end by which a stroke's direction is told."""

STRAIGHT = 0.5
"""Share of the added ends that go on as they were, but for `WAVER` and `TREMBLE`; the others hook or curl."""

WAVER, TREMBLE = 15.0, 10.0
"""Degrees, standard deviations: how far a straight end turns along its way, and at once."""

CORNERS = 0.35
"""Share of the ends that turn at once, as a hook or a flag does, and not little by little, as a curl."""

LOOK_AHEAD = 2.2
"""px: paper that an end leaves before other ink, so that it closes no loop that makes another digit."""

BRIDGE = 7.0
"""px: how far an end may be from other ink that it is led to."""

RIM = 2.0
"""px of the sheet's edge that stay blank."""


def lengthen(
    sheet: Sheet, lines: Rows, ends: Places, which: Places, hook: float, most: float, rng: np.random.Generator
) -> None:
    """Let strokes go on from their ends.

    Args:
        sheet: is drawn on.
        lines: skeletons (n, 28).
        ends: one end of each picture, (y, x), (n, 2), in px of the picture.
        which: numbers of the pictures it is done to, (k,).
        hook: degrees by which the end turns at most.
        most: of the digit's height, how long it becomes at most.
        rng: decides.
    """
    ways = _ways(lines[which], ends[which], hook, rng)
    length = (rng.uniform(0.1, most, len(which)) * sheet.height[which]).astype(np.float32)
    start = (ends[which] + OFFSET).astype(np.float32)[:, None]
    path: Floats = start + np.cumsum(ways * (length / STEPS)[:, None, None], axis=1, dtype=np.float32)
    path = _stopped(path, sheet.images[which] > INK, sheet.pen[which])
    sheet.trace(np.clip(path, RIM, PAPER - 1 - RIM), which)


def bridge(sheet: Sheet, lines: Rows, ends: Places, chosen: Mask) -> None:
    """Lead ends (n, 2) on to the nearest other stroke, where that is near: loops close, bars are reached."""
    own = connected(pixels(ends, chosen), lines, int(BRIDGE))
    along = np.arange(SIDE, dtype=np.float32)
    y, x = ((along - ends[:, axis, None]) ** 2 for axis in (0, 1))
    away = np.where(unpacked(lines & ~own), y[:, :, None] + x[:, None, :], np.inf).reshape(len(ends), -1)
    nearest = away.argmin(axis=1)
    which = np.flatnonzero(chosen & (away[np.arange(len(ends)), nearest] <= BRIDGE**2))
    start = (ends[which] + OFFSET)[:, None]
    way = np.stack([nearest // SIDE, nearest % SIDE], axis=1)[which] - ends[which]
    path = start + way[:, None] * np.linspace(0, 1, STEPS)[:, None]
    sheet.trace(path.astype(np.float32), which)


def _ways(lines: Rows, ends: Places, hook: float, rng: np.random.Generator) -> Floats:
    """Return the directions (k, STEPS, 2), of length 1, in which ends go on."""
    count = len(ends)
    back = middles(connected(pixels(ends, np.ones(count, bool)), lines, TANGENT))
    start = np.arctan2(ends[:, 0] - back[:, 0], ends[:, 1] - back[:, 1])
    curl = rng.uniform(-hook, hook, count)
    turn = np.where(rng.random(count) < STRAIGHT, rng.normal(0, WAVER, count), curl)
    done = (np.arange(STEPS) + 0.5) / STEPS
    corner = done > rng.uniform(0.05, 0.6, count)[:, None]
    share = np.where((rng.random(count) < CORNERS)[:, None], corner, done)
    angle = start[:, None] + np.deg2rad(rng.normal(0, TREMBLE, count)[:, None] + turn[:, None] * share)
    return np.stack([np.sin(angle), np.cos(angle)], axis=2).astype(np.float32)


def _stopped(path: Floats, ink: Mask, pen: Floats) -> Floats:
    """Let each path (k, STEPS, 2) end before it comes to other ink than that of the end it starts from."""
    ways = np.diff(path, axis=1, prepend=2 * path[:, :1] - path[:, 1:2])
    ways /= np.maximum(np.hypot(ways[:, :, :1], ways[:, :, 1:]), 1e-6)
    ahead = np.clip(np.rint(path + LOOK_AHEAD * ways), 0, PAPER - 1).astype(np.intp)
    from_start = ahead - path[:, :1]
    is_away = np.hypot(from_start[:, :, 0], from_start[:, :, 1]) > (pen / 2 + 1.5)[:, None]
    hits = ink[np.arange(len(path))[:, None], ahead[:, :, 0], ahead[:, :, 1]] & is_away
    last = np.where(hits.any(axis=1), np.maximum(hits.argmax(axis=1) - 2, 0), STEPS - 1)
    kept = np.minimum(np.arange(STEPS), last[:, None])
    return np.take_along_axis(path, kept[:, :, None], axis=1)
