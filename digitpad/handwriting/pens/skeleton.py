"""The middle lines of many pictures' strokes, where these end and where they meet. NumPy only.

Each row of a picture is one whole number, a pixel a bit, so that one operation works on all pixels of all pictures
at once: neighbours are what is there when the rows are moved by a bit or a row. The thinning is that of Guo and
Hall, "Parallel Thinning with Two-Subiteration Algorithms" (1989).
"""

from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from digitpad.arrays import SIDE, Floats, Mask, Places

Rows = NDArray[np.uint32]
"""Binary pictures (n, 28): bit x of a row is the pixel in column x."""

MOST_ROUNDS = 12
"""Each takes a pixel away on all sides of a stroke; what is thicker than 24 px is no stroke."""

SPUR = 2
"""px: an end so near to where strokes meet is a burr of the thinning, and no end of a stroke."""

LONGEST_WAY = 40
"""px: within so many steps the paper outside is reached, but for the inside of a narrow spiral."""

ONE = np.uint32(1)
INSIDE = np.uint32(2**SIDE - 1)
"""A row all of whose pixels are marked."""


@dataclass(frozen=True)
class Skeletons:
    """The middle lines of n pictures: ``lines``, their ``ends`` and their ``junctions``, each (n, 28)."""

    lines: Rows
    ends: Rows
    junctions: Rows

    @classmethod
    def of(cls, ink: Rows) -> "Skeletons":
        """Thin ``ink`` (n, 28) until only lines are left that are a pixel wide."""
        lines = thinned(ink)
        around = neighbours(lines)
        crossings = [~before & after for before, after in zip(around, [*around[1:], around[0]], strict=True)]
        one, several = _one_and_more(crossings)
        three_or_more = _at_least_three(crossings)
        crowded = _at_least_three(around)
        junctions = lines & three_or_more
        ends = lines & one & ~several & ~crowded
        for _ in range(SPUR):
            three_or_more = grown(three_or_more & lines) & lines
        return cls(lines, ends & ~three_or_more, junctions)


def packed(marked: Mask) -> Rows:
    """Return pictures, bool (n, 28, 28), as rows (n, 28)."""
    wide = np.zeros((*marked.shape[:2], 32), bool)
    wide[:, :, :SIDE] = marked
    bits = np.packbits(wide, axis=2, bitorder="little").view("<u4")[:, :, 0]
    return bits.astype(np.uint32)


def unpacked(rows: Rows) -> Mask:
    """Return rows (n, 28) as pictures, bool (n, 28, 28)."""
    octets = np.ascontiguousarray(rows).astype("<u4")[:, :, None].view(np.uint8)
    return np.unpackbits(octets, axis=2, count=SIDE, bitorder="little").view(np.bool_)


def neighbours(rows: Rows) -> list[Rows]:
    """Return for each pixel of (n, 28) its eight neighbours, clockwise from the one above; paper is outside."""
    above, below = np.zeros_like(rows), np.zeros_like(rows)
    above[:, 1:], below[:, :-1] = rows[:, :-1], rows[:, 1:]
    return [above, above >> ONE, rows >> ONE, below >> ONE, below, below << ONE, rows << ONE, above << ONE]


def grown(rows: Rows) -> Rows:
    """Return what is marked, and all its neighbours."""
    wide: Rows = (rows | rows << ONE | rows >> ONE) & INSIDE
    found = wide.copy()
    found[:, 1:] |= wide[:, :-1]
    found[:, :-1] |= wide[:, 1:]
    return found


def connected(seed: Rows, within: Rows, steps: int) -> Rows:
    """Return what ``steps`` steps from pixel to pixel reach from ``seed`` inside ``within``, each (n, 28)."""
    reached = seed & within
    for _ in range(steps):
        reached = grown(reached) & within
    return reached


def holes(ink: Rows) -> Rows:
    """Return the paper (n, 28) that ink encloses: no way leads to it from the picture's edge."""
    paper = ~ink & INSIDE
    edge = np.full_like(ink, 1 | 1 << (SIDE - 1))
    edge[:, [0, -1]] = INSIDE
    outside = edge & paper
    for _ in range(LONGEST_WAY):
        # Not across corners: a stroke that goes aslant is no thinner there.
        further = outside | outside << ONE | outside >> ONE
        further[:, 1:] |= outside[:, :-1]
        further[:, :-1] |= outside[:, 1:]
        outside = further & paper
    return paper & ~outside


def pick(marked: Rows, rng: np.random.Generator) -> tuple[Places, Mask]:
    """Choose a marked pixel of each picture at random: its (y, x), (n, 2), and whether there is one, (n,)."""
    count = np.cumsum(unpacked(marked).reshape(len(marked), -1), axis=1, dtype=np.int16)
    number = (rng.random(len(marked)) * np.maximum(count[:, -1], 1)).astype(np.int16)
    place = (count > number[:, None]).argmax(axis=1)
    return np.stack([place // SIDE, place % SIDE], axis=1), count[:, -1] > 0


def pixels(places: Places, chosen: Mask) -> Rows:
    """Mark the pixel (y, x) of each of the ``chosen`` pictures; ``places`` is (n, 2)."""
    rows = np.zeros((len(places), SIDE), np.uint32)
    rows[np.arange(len(places)), places[:, 0]] = np.where(chosen, ONE << places[:, 1].astype(np.uint32), 0)
    return rows


def middles(marked: Rows) -> Floats:
    """Return the mean (y, x) of each picture's marked pixels, float32 (n, 2)."""
    found = unpacked(marked).astype(np.float32)
    count = np.maximum(found.sum(axis=(1, 2)), 1)
    along = np.arange(SIDE, dtype=np.float32)
    return np.stack([found.sum(axis=2) @ along / count, found.sum(axis=1) @ along / count], axis=1)


def thinned(ink: Rows) -> Rows:
    """Return ``ink`` (n, 28) thinned to lines."""
    lines = ink & INSIDE
    for _ in range(MOST_ROUNDS):
        before = lines
        for side in (0, 4):
            lines = lines & ~_removable(lines, side)
        if np.array_equal(lines, before):
            break
    return lines


def _removable(lines: Rows, side: int) -> Rows:
    """Return what one half of a round takes away: at the lower left (0) or at the upper right (4)."""
    p = neighbours(lines)
    pairs = [p[i] | p[i + 1] for i in (0, 2, 4, 6)]
    shifted = [p[i] | p[(i + 1) % 8] for i in (7, 1, 3, 5)]
    crossings = [~p[i] & (p[(i + 1) % 8] | p[(i + 2) % 8]) for i in (0, 2, 4, 6)]
    one, several = _one_and_more(crossings)
    enough = _two_of_four(pairs) & _two_of_four(shifted)
    inner = reduce(np.bitwise_and, pairs + shifted)
    kept = (p[(4 + side) % 8] | p[(5 + side) % 8] | ~p[(7 + side) % 8]) & p[(6 + side) % 8]
    found: Rows = one & ~several & enough & ~inner & ~kept
    return found


def _two_of_four(marked: list[Rows]) -> Rows:
    a, b, c, d = marked
    found: Rows = reduce(np.bitwise_or, [a & b, c & d, (a | b) & (c | d)])
    return found


def _one_and_more(marked: list[Rows]) -> tuple[Rows, Rows]:
    """Return where at least one is marked, and where at least two are."""
    one, several = np.zeros_like(marked[0]), np.zeros_like(marked[0])
    for each in marked:
        several = several | (one & each)
        one = one | each
    return one, several


def _at_least_three(marked: list[Rows]) -> Rows:
    one, two, three = (np.zeros(marked[0].shape, np.uint32) for _ in range(3))
    for each in marked:
        three = three | (two & each)
        two = two | (one & each)
        one = one | each
    return three
