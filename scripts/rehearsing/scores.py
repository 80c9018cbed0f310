"""What a class may conclude: accuracies on held-out writers, and what chance alone would change. NumPy only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Integers

MINUS = "\u2212"


@dataclass(frozen=True)
class Score:
    """How many were read right, as the mean of several seeds.

    Attributes:
        accuracy: the share of all drawings.
        by_drawings: the binomial standard error, had other drawings been drawn.
        by_seeds: the standard deviation between seeds.
    """

    accuracy: float
    by_drawings: float
    by_seeds: float


@dataclass(frozen=True)
class Gain:
    """How much more one network reads right than another, of the same drawings.

    Attributes:
        difference: of the accuracies, as the mean of the writers.
        error: the standard error, had other writers drawn.
        writers: how many they are.
    """

    difference: float
    error: float
    writers: int

    @property
    def is_one(self) -> bool:
        """Whether chance alone would make as much in fewer than 5 of 100 such classes."""
        return self.writers > 1 and abs(self.difference) > student(self.writers - 1) * self.error


def student(freedom: int) -> float:
    """Return how many standard errors lie on either side of 95 per cent of Student's t, to 2 % from 4 degrees on.

    Fisher's and Cornish's expansion about the normal distribution's (Abramowitz and Stegun, 26.7.5).
    """
    z = 1.959964
    return z + (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)


Right = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
"""Whether each drawing was read right, by each seed: (seeds, n)."""


def score(right: Right) -> Score:
    """Return how many of the drawings were read right."""
    seeds, count = right.shape
    by_seed = right.mean(axis=1)
    accuracy = float(by_seed.mean())
    spread = float(by_seed.std(ddof=1)) if seeds > 1 else 0.0
    return Score(accuracy, float(np.sqrt(accuracy * (1 - accuracy) / count)), spread)


def gain(right: Right, than: Right, pens: Integers) -> Gain:
    """Return how much better the first is; ``pens`` (n,) are who drew, whose drawings are alike."""
    better = right.mean(axis=0) - than.mean(axis=0)
    by_pen = np.array([better[pens == pen].mean() for pen in np.unique(pens)])
    error = float(by_pen.std(ddof=1) / np.sqrt(len(by_pen))) if len(by_pen) > 1 else float("inf")
    return Gain(float(by_pen.mean()), error, len(by_pen))


def table(results: Mapping[str, Right], pens: Integers, first: str) -> Sequence[str]:
    """Return lines for the README: each accuracy, and its difference from the one named ``first``."""
    lines = [
        f"| trained on | read right of {len(pens)} by {len(np.unique(pens))} writers | ± other drawings "
        f"| ± other seeds | more than {first}, ± other writers |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, right in results.items():
        found, more = score(right), gain(right, results[first], pens)
        difference = "" if name == first else f"{100 * more.difference:+.1f} ± {100 * more.error:.1f}"
        if difference and not more.is_one:
            difference += ": no difference"
        lines.append(
            f"| {name} | {100 * found.accuracy:.1f} % | {100 * found.by_drawings:.1f} "
            f"| {100 * found.by_seeds:.1f} | {difference.replace('-', MINUS)} |"
        )
    return lines
