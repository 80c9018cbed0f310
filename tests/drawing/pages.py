"""Drawings of several digits: so far apart that nobody takes them for one, and with dots far from all of them."""

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing

SIZE = 0.5
LINE = 0.65
"""Size of each digit as a share of the example's, and how far down its middle is."""

DOT = Drawing.of([[(0.5, 0.06)]])


def at(digit: int, x: float) -> Drawing:
    """Return an example of a digit whose middle is so far to the right."""
    return Drawing.of([(stroke - 0.5) * SIZE + (x, LINE) for stroke in sample_digit(digit).strokes])


def together(*drawings: Drawing) -> Drawing:
    """Return all as one drawing, in this order."""
    return Drawing(tuple(stroke for drawing in drawings for stroke in drawing.strokes))


FOUR, TWO = at(4, 0.2), at(2, 0.8)
"""4 and 2 side by side: 42."""
