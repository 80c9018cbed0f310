"""Drawings of a class, made for tests."""

import numpy as np

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing
from digitpad.drawing.strokes import Drawing


def hand(digit: int, seed: int) -> Drawing:
    """Return this digit as a hand of its own draws it: no two seeds draw the same."""
    rng = np.random.default_rng(seed)
    slant, size, place = rng.uniform(-0.2, 0.2), rng.uniform(0.7, 1.0), rng.uniform(-0.05, 0.05, 2)
    turn = size * np.array([[1, 0], [slant, 1]])
    return Drawing.of([(stroke - 0.5) @ turn + 0.5 + place for stroke in sample_digit(digit).strokes])


def collected(count: int, pens: int = 0, first: int = 0) -> list[LabelledDrawing]:
    """Return drawings in turn of each digit, ten of each pen after the other; without pens of nobody known.

    ``first`` is the seed of the first drawing.
    """
    return [
        LabelledDrawing(hand(place % 10, first + place), place % 10, pen=place // 10 % pens + 1 if pens else None)
        for place in range(count)
    ]
