"""How much of each pixel outlines cover, as sums: what is added later counts as if all were filled at once.

Qt fills a path that lies on itself by adding up what each part covers, and counts what runs the other way round as
less than nothing; only the sum is cut off where a pixel is full. A picture of bytes has lost that sum. So it is
reckoned here, in the whole numbers that Qt's filling has, lest a pixel at the ink's very edge be one grey in one
picture and none in the other: the whole picture is cut there.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digitpad.arrays import WHITE, Doubles, Grays, Integers, Places
from digitpad.drawing.growing.outlines import PIXEL, PIXEL_BITS

GREY_BITS = 2 * PIXEL_BITS + 1 - 8
"""Twice the area of a pixel, in that grid's squares, are 256 greys of so many bits each."""


NO_EDGES: Integers = np.empty((0, 4), np.int64)


class _Parts(NamedTuple):
    """Edges cut where they pass from cell to cell along one axis, each (n,).

    Of which edge each is a part, its cell, and where it begins and stops along that axis and ``across`` it.
    """

    edge: Places
    cell: Integers
    begin: Integers
    begin_across: Integers
    stop: Integers
    stop_across: Integers


def no_coverage(height: int, width: int) -> Doubles:
    """Return the sums of an empty picture, (height, width + 1), whole numbers in float64.

    Each is what a pixel and all to the right of it have more than the one to the left.
    """
    return np.zeros((height, width + 1))


def add_edges(coverage: Doubles, added: Integers, taken: Integers = NO_EDGES) -> None:
    """Add what lies within outlines, given as their edges, (n, 4), and take away what lies within others."""
    edges, sign = np.concatenate([added, taken]), np.repeat([1, -1], [len(added), len(taken)])
    begin_x, begin_y, stop_x, stop_y = edges.T
    rows = _cut(begin_y, begin_x, stop_y, stop_x)
    seen = (rows.begin != rows.stop) & (rows.cell >= 0) & (rows.cell < len(coverage))
    row, begin_x, begin_y, stop_x, stop_y, sign = (
        numbers[seen]
        for numbers in (rows.cell, rows.begin_across, rows.begin, rows.stop_across, rows.stop, sign[rows.edge])
    )
    part = _cut(begin_x, begin_y, stop_x, stop_y)
    width = coverage.shape[1] - 1
    row, column = row[part.edge], part.cell
    height = (part.stop_across - part.begin_across) * sign[part.edge]
    area = (part.begin + part.stop - 2 * PIXEL * column) * height
    # What is left of the picture lies before all pixels of its row, what is right of it before none.
    area[column < 0] = 0
    inside = column < width
    places = row[inside] * (width + 1) + np.maximum(column[inside], 0)
    height, area = height[inside] * (2 * PIXEL), area[inside]
    sums = np.bincount(np.concatenate([places, places + 1]), np.concatenate([height - area, area]), coverage.size)
    coverage += sums.reshape(coverage.shape)


def covered(coverage: Doubles) -> Grays:
    """Return what is covered, uint8 (height, width): 255 is all of a pixel."""
    greys: npt.NDArray[np.int32] = np.cumsum(coverage[:, :-1], axis=1).astype(np.int32) >> GREY_BITS
    return np.minimum(np.abs(greys, out=greys), WHITE, out=greys).astype(np.uint8)


def coverage_of(ink: Grays) -> Doubles:
    """Return sums that cover what a picture, uint8 (height, width), shows; as all here, they are below 0."""
    coverage = no_coverage(*ink.shape)
    coverage[:, :-1] = -np.diff(ink.astype(np.float64), axis=1, prepend=0) * (1 << GREY_BITS)
    return coverage


def laid(ink: Grays, below: Grays) -> Grays:
    """Return a picture with ink laid upon it as Qt's painter does: a pixel is covered as far as there is ink."""
    through = below.astype(np.uint16) * (WHITE - ink)
    through += (through >> 8) + 128
    return ink + (through >> 8).astype(np.uint8)


def _cut(begin: Integers, begin_across: Integers, stop: Integers, stop_across: Integers) -> _Parts:
    """Cut edges where they pass from cell to cell along an axis; where that is is rounded down, as in Qt."""
    first, ways = begin >> PIXEL_BITS, stop - begin
    passed = np.abs((stop >> PIXEL_BITS) - first)
    edge = np.repeat(np.arange(len(begin)), passed + 1)
    nth = np.arange(len(edge)) - np.repeat(np.cumsum(passed + 1) - passed - 1, passed + 1)
    onward = np.where(ways < 0, -1, 1)
    cell = first[edge] + onward[edge] * nth
    # Where each part stops, but for an edge's last one: at the line towards the next cell.
    line = (cell + (onward[edge] > 0)) * PIXEL
    length = np.maximum(np.abs(ways), 1)[edge]
    across = begin_across[edge] + np.abs(line - begin[edge]) * (stop_across - begin_across)[edge] // length
    last, later = nth == passed[edge], nth > 0
    before = np.concatenate([[0], line[:-1]]), np.concatenate([[0], across[:-1]])
    return _Parts(
        edge,
        cell,
        np.where(later, before[0], begin[edge]),
        np.where(later, before[1], begin_across[edge]),
        np.where(last, stop[edge], line),
        np.where(last, stop_across[edge], across),
    )
