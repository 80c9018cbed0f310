"""Which digit a pen is asked for next: each equally often, in no order that can be foreseen."""

from collections.abc import Iterable

import numpy as np

from digitpad.arrays import CLASSES
from digitpad.drawing.stroke_lines import LabelledDrawing


def given_by(entries: Iterable[LabelledDrawing], pen: int) -> list[LabelledDrawing]:
    """Return the drawings that a pen has given."""
    return [entry for entry in entries if entry.pen == pen]


def next_prompt(entries: Iterable[LabelledDrawing], pen: int, seed: int = 0) -> int:
    """Return a digit: one of those that this pen has given least often, and of these the rarest in the class.

    So no pen gives a digit twice before it has given each once, and pens that stop early are made up for by the
    next ones. Of several the seed decides. The same entries lead to the same digit: what was taken back is asked
    for again.
    """
    everything = list(entries)
    own = _counts(given_by(everything, pen))
    by_class = _counts(everything)
    rarest = own == own.min()
    rarest &= by_class == by_class[rarest].min()
    generator = np.random.default_rng([seed, pen, int(own.sum())])
    return int(generator.choice(np.flatnonzero(rarest)))


def _counts(entries: list[LabelledDrawing]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.bincount([entry.label for entry in entries if entry.label is not None], minlength=CLASSES)
