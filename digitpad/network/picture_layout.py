"""Where the parts of a picture of a network are, in whatever letters: columns, and arrows between them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from digitpad.network.architecture import UNITS


@dataclass(frozen=True)
class PictureLayout:
    """Lengths are in pixels from the left edge of the picture.

    Attributes:
        columns: the middle of each layer's column, the pixels' first.
        arrows: the middle between a column and the next one.
        pitch: the distance of two columns.
        scale: by how much letters are smaller than usual, 1 for not at all.
        is_staggered: whether captions of the arrows stand by turns above and below the columns.
    """

    columns: tuple[float, ...]
    arrows: tuple[float, ...]
    pitch: float
    scale: float
    is_staggered: bool

    def column_at(self, x: float) -> int:
        """Return whose column is nearest."""
        return min(range(len(self.columns)), key=lambda number: abs(self.columns[number] - x))


def laid_out(
    labels: Sequence[float], captions: Sequence[float], width: float, gap: float, most_pitch: float
) -> PictureLayout:
    """Place columns with labels of these widths, and arrows with captions of these, in the middle of ``width``.

    Neighbours keep ``gap`` between them, and columns are at most ``most_pitch`` apart if their texts need no more.
    Where there is no room for all captions side by side they stand by turns in two rows; where there is none for
    these either, letters shrink.
    """
    side_by_side = _least_pitch(labels, captions, gap, rows=1)
    edge = max(labels[0], labels[-1]) / 2
    is_staggered = 2 * edge + side_by_side * len(captions) > width
    pitch = _least_pitch(labels, captions, gap, rows=2) if is_staggered else side_by_side
    scale = min(1.0, width / (2 * edge + pitch * len(captions)))
    edge, pitch = edge * scale, pitch * scale
    pitch = max(pitch, min(most_pitch, (width - 2 * edge) / len(captions)))
    first = (width - pitch * len(captions)) / 2
    columns = tuple(first + pitch * number for number in range(len(labels)))
    arrows = tuple(column + pitch / 2 for column in columns[:-1])
    return PictureLayout(columns, arrows, pitch, scale, is_staggered)


def _least_pitch(labels: Sequence[float], captions: Sequence[float], gap: float, rows: int) -> float:
    """Return how far columns are apart at least so that no text touches another, nor an edge."""
    of_labels = [(left + right) / 2 + gap for left, right in pairwise(labels)]
    of_captions = [
        ((left + right) / 2 + gap) / rows for left, right in zip(captions, captions[rows:], strict=False)
    ]
    edge = max(labels[0], labels[-1])
    of_edges = [caption - edge for caption in (captions[0], captions[-1])]
    return max(of_labels + of_captions + of_edges)


def height_share(units: int) -> float:
    """Return how high a column of so many units is beside the highest one, (0, 1]: each doubling adds the same."""
    return math.log2(units + 1) / math.log2(UNITS[1] + 1)
