"""What pens do to any digit: ends grow and shrink, loops close, open and fill, parts come off. NumPy only.

MNIST's writers were Americans who wrote with care. How others differ from them is much the same whatever the
digit; ``HABITS`` says how often and how far, so that none becomes another digit.
"""

from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Images, Labels, Mask
from digitpad.handwriting.pens.breaks import open_up, set_apart
from digitpad.handwriting.pens.ends import bridge, lengthen
from digitpad.handwriting.pens.loops import fill, squeeze
from digitpad.handwriting.pens.skeleton import Skeletons, pick
from digitpad.handwriting.sheet import OFFSET, Sheet

BLOCK = 256
"""Images worked on at a time: enough to outweigh NumPy's calls, few enough for the processor's cache."""

ENDS = 2
"""How often an end is picked and changed, perhaps the same one twice."""


@dataclass(frozen=True)
class Habits:
    """How pens take a digit: shares of its pictures, but where another unit is said.

    ``lengthened`` and ``shortened`` are of the ends that are picked, ``longest`` is a share of the digit's height,
    ``hook`` in degrees, ``cut`` and ``gap`` in px; ``squeezed`` and ``filled`` are of those that have a loop,
    ``bridged`` of those whose ends are near to other strokes.
    """

    lengthened: float = 0.5
    longest: float = 0.4
    hook: float = 100.0
    shortened: float = 0.1
    cut: float = 3.0
    opened: float = 0.15
    gap: float = 1.2
    apart: float = 0.1
    bridged: float = 0.0
    squeezed: float = 0.3
    filled: float = 0.4


HABITS = {
    0: Habits(0.3, 0.3, 120, opened=0.35, gap=2.2, apart=0.05, squeezed=0.05, filled=0),
    # With a hook at its top a 1 is a 7, with one at its foot a 2.
    1: Habits(0.3, 0.35, 25, shortened=0.05, gap=0.8, apart=0),
    2: Habits(0.6, 0.5, 150, cut=4.0, bridged=0.12),
    # What joins a 3's bows to anything makes an 8 or a 9 of it.
    3: Habits(0.5, 0.4, 130),
    4: Habits(0.5, 0.45, 35, shortened=0.2, cut=5.0, opened=0.2, apart=0.3, bridged=0.15),
    5: Habits(0.5, 0.45, apart=0.3, bridged=0.05),
    # With a short stem a 6 is a 0, and so is a 9.
    6: Habits(0.6, 0.6, 150, cut=2.5, gap=1.5, bridged=0.1, filled=0.6),
    7: Habits(0.3, 0.35, 25, cut=2.0, gap=1.0),
    8: Habits(0.3, 0.4, 120, opened=0.4, gap=2.0, bridged=0.15, filled=0.6),
    9: Habits(0.4, 0.5, 110, cut=2.5, opened=0.25, gap=1.8, apart=0.12, bridged=0.15, filled=0.6),
}
"""What is wanted of each digit's pens; a hook of 25° is hardly one."""


def draw_habits(images: Images, labels: Labels, seed: int) -> Images:
    """Return ``images`` (n, 784), uint8, of the digits ``labels`` (n,), as other pens would have drawn them."""
    drawn = images.copy()
    for digit, habits in HABITS.items():
        places = np.flatnonzero(labels == digit)
        rng = np.random.default_rng((seed, digit))
        for start in range(0, len(places), BLOCK):
            block = places[start : start + BLOCK]
            sheet = Sheet.of(images[block])
            take_liberties(sheet, habits, rng)
            drawn[block] = sheet.fitted()
    return drawn


def take_liberties(sheet: Sheet, habits: Habits, rng: np.random.Generator) -> None:
    """Change what is drawn on a sheet, as these habits say."""

    def share(of: float) -> Mask:
        return np.asarray(rng.random(len(sheet.images)) < of)

    squeeze(sheet, share(habits.squeezed), rng)
    skeletons = Skeletons.of(sheet.rows())
    fill(sheet, share(habits.filled), rng)
    is_apart = share(habits.apart)
    set_apart(sheet, skeletons, is_apart, rng)
    open_up(sheet, skeletons, share(habits.opened) & ~is_apart, habits.gap, rng)
    ends, found = pick(skeletons.ends, rng)
    bridge(sheet, skeletons.lines, ends, found & share(habits.bridged))
    for _ in range(ENDS):
        _change_an_end(sheet, skeletons, habits, rng)


def _change_an_end(sheet: Sheet, skeletons: Skeletons, habits: Habits, rng: np.random.Generator) -> None:
    ends, found = pick(skeletons.ends, rng)
    kind = rng.random(len(ends))
    is_short = kind < habits.shortened
    is_long = ~is_short & (kind < habits.shortened + habits.lengthened)
    sheet.rub_out(ends + OFFSET, rng.uniform(2, habits.cut + 0.5, len(ends)), found & is_short)
    which = np.flatnonzero(found & is_long)
    lengthen(sheet, skeletons.lines, ends, which, habits.hook, habits.longest, rng)
