"""Which pictures are taken: evenly by their digits, held out, in what order, and told wrongly. NumPy only."""

from collections.abc import Sequence

import numpy as np

from digitpad.arrays import CLASSES, Labels, Places

WRONG, HELD_OUT, SAMPLE = 2001, 2002, 2003
"""Keep what is drawn for wrong labels, a validation part and a sample apart from what the same seed draws else.

No epoch has these numbers: a run shuffles its epoch 1 by (seed, 1), and by the same numbers the wrongly labelled
would be those that it learns from first there, all in a row.
"""


def evenly(labels: Labels, count: int, seed: int, digits: Sequence[int] = range(CLASSES)) -> Places:
    """Return numbers of pictures with the digits ``labels`` (n,), ascending (count,), each digit's share of them.

    All of them show one of ``digits``. Raises ValueError if there are fewer.
    """
    if count > len(labels):
        raise ValueError(f"{count} images cannot be taken from {len(labels)}")
    if count == len(labels):
        return np.arange(len(labels))
    generator = np.random.default_rng(seed)
    if count > len(digits) * np.bincount(labels, minlength=CLASSES)[list(digits)].min():
        return np.sort(generator.permutation(len(labels))[:count])
    # A digit's place in this order decides whether it gets one more when the number cannot be divided.
    ranks = generator.permutation(len(digits))
    shares = (count - ranks + len(digits) - 1) // len(digits)
    by_digit = (generator.permutation(np.flatnonzero(labels == digit)) for digit in digits)
    return np.sort(np.concatenate([own[:part] for own, part in zip(by_digit, shares, strict=True)]))


def held_out(labels: Labels, share: float, seed: int, digits: Sequence[int]) -> Places:
    """Return numbers of pictures with the digits ``labels`` (n,), ascending: this share of each of ``digits``.

    With one seed the fewer are among the more, and which are a digit's depends on no other digit.
    """
    found = [np.arange(0)]
    for digit in digits if share else ():  # who holds nothing out need not look for it
        places = np.flatnonzero(labels == digit)
        own = np.random.default_rng((seed, HELD_OUT, digit)).permutation(places)
        found.append(own[: round(share * len(places))])
    return np.sort(np.concatenate(found))


def sampled(order: Places, most: int, seed: int) -> Places:
    """Return at most so many of the numbers in ``order`` (n,), in their order; with one seed the same ones."""
    places = np.random.default_rng((seed, SAMPLE)).permutation(len(order))[:most]
    return order[np.sort(places)]


def told(digits: Labels, parts: Sequence[Places], share: float, seed: int) -> Labels:
    """Return labels (n,) of which each part's share is wrong; a picture that comes twice is told alike."""
    generator = np.random.default_rng((seed, WRONG))
    labels = digits.copy()
    for numbers in map(np.unique, parts):
        wrong = generator.permutation(numbers)[: round(share * len(numbers))]
        labels[wrong] = (digits[wrong] + generator.integers(1, CLASSES, len(wrong))) % CLASSES
    return labels


def spread(parts: Sequence[Places]) -> Places:
    """Return the numbers of all parts in one row, in which each part is spread evenly and keeps its order."""
    positions = [(np.arange(len(part)) + 0.5) / len(part) for part in parts]
    return np.concatenate(parts)[np.argsort(np.concatenate(positions), kind="stable")]
