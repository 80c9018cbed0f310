"""Where the pictures of a grid stand, so that all of them can be painted as one: gaps are whole weights too.

Lengths are logical pixels.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from digitpad.arrays import SIDE

GAP = 3
"""Weights between two pictures side by side: room for the frame around one."""


@dataclass(frozen=True)
class Tiling:
    """So many pictures, some in a row, with a line of words below each.

    Attributes:
        count, columns: how many there are, and how many stand in a row.
        dot: side of a weight.
        below: from a picture to the one below, in weights.
        left: where the first column begins.
    """

    count: int
    columns: int
    dot: float
    below: int
    left: float

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-self.count // self.columns)

    @property
    def step(self) -> tuple[float, float]:
        """From a picture to the next one beside it and below it."""
        return (SIDE + GAP) * self.dot, (SIDE + self.below) * self.dot

    @property
    def height(self) -> float:
        """Of all rows."""
        return self.top + self.rows * self.step[1]

    @property
    def top(self) -> float:
        """Where the first row begins: there is room for a frame above."""
        return GAP / 2 * self.dot

    def picture(self, place: int) -> QRectF:
        """Return where a picture is."""
        row, column = divmod(place, self.columns)
        across, down = self.step
        return QRectF(self.left + column * across, self.top + row * down, SIDE * self.dot, SIDE * self.dot)

    def tile(self, place: int) -> QRectF:
        """Return where a picture is with its words and half of the gaps around."""
        picture, half = self.picture(place), GAP / 2 * self.dot
        return QRectF(picture.left() - half, picture.top() - half, self.step[0], self.step[1])

    def at(self, point: QPointF) -> int | None:
        """Return the place of the picture at a point; None if there is none."""
        half = GAP / 2 * self.dot
        column, row = (point.x() - self.left + half) // self.step[0], point.y() // self.step[1]
        place = int(row) * self.columns + int(column)
        return place if 0 <= column < self.columns and 0 <= place < self.count else None

    def shown(self, top: float, height: float) -> range:
        """Return the places of whole rows that are to be seen from ``top`` on."""
        first = max(0, int((top - self.top) // self.step[1]))
        last = min(self.rows, int((top + height - self.top) // self.step[1]) + 1)
        return range(first * self.columns, min(self.count, max(first, last) * self.columns))


def scrolling(count: int, width: float, side: float, words: float, ratio: float) -> Tiling:
    """Return as many columns of pictures with at most this ``side`` as there is room for.

    ``words`` is the height of a line below each, ``ratio`` how many of the screen's dots a logical pixel has.
    """
    return _tiling(count, None, width, max(1, int(side * ratio / SIDE)) / ratio, words)


def fitting(count: int, width: float, height: float, words: float, ratio: float) -> Tiling:
    """Return the largest pictures that can all be seen at once; the least ones if there is no room for them."""
    best = _tiling(count, None, width, 1 / ratio, words)
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        across = width / (columns * (SIDE + GAP))
        # Below each are the words, in whole weights, and a gap: one weight more at most.
        down = (height - rows * words) / (rows * (SIDE + GAP + 1) + GAP / 2)
        found = _tiling(count, columns, width, min(across, down), words)
        if found.dot > best.dot:
            best = found
    return best


def _tiling(count: int, columns: int | None, width: float, dot: float, words: float) -> Tiling:
    across = (SIDE + GAP) * dot
    columns = max(1, min(count, int(width // across))) if columns is None else columns
    left = (width - columns * across) / 2 + GAP / 2 * dot
    return Tiling(count, columns, dot, int(-(-words // dot)) + GAP, round(left))
