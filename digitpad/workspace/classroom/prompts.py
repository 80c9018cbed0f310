"""Which digit a pen is asked for next: each equally often, in no order that can be foreseen."""

from collections.abc import Iterable

import numpy as np

from digitpad.arrays import CLASSES, Integers
from digitpad.drawing.stroke_lines import LabelledDrawing


class Tally:
    """Counts, once, how often each pen has given each digit.

    Attributes:
        by_class: how many drawings each digit has, int64 (10,).
    """

    def __init__(self, entries: Iterable[LabelledDrawing], before: "Tally | None" = None) -> None:
        """``entries`` are counted in addition to those of ``before``, which stays as it is."""
        by_pen: dict[int | None, list[int]] = {}
        if before is not None:
            by_pen |= {pen: list(counts) for pen, counts in before._by_pen.items()}
        for entry in entries:
            counts = by_pen.get(entry.pen)
            if counts is None:
                counts = by_pen[entry.pen] = [0] * CLASSES
            if entry.label is not None:
                counts[entry.label] += 1
        self._by_pen: dict[int | None, list[int]] = by_pen
        self.by_class: Integers = np.sum([*by_pen.values(), [0] * CLASSES], axis=0, dtype=np.int64)

    def by(self, pen: int) -> Integers:
        """Return how many drawings of each digit a pen has given, int64 (10,)."""
        return np.array(self._by_pen.get(pen, [0] * CLASSES), np.int64)


def next_prompt(tally: Tally, pen: int, seed: int = 0) -> int:
    """Return a digit: one of those that this pen has given least often, and of these the rarest in the class.

    So no pen gives a digit twice before it has given each once, and pens that stop early are made up for by the
    next ones. Of several the seed decides. The same drawings lead to the same digit: what was taken back is asked
    for again.
    """
    own = tally.by(pen)
    rarest = own == own.min()
    rarest &= tally.by_class == tally.by_class[rarest].min()
    generator = np.random.default_rng([seed, pen, int(own.sum())])
    return int(generator.choice(np.flatnonzero(rarest)))
