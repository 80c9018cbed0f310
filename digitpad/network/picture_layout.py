"""Where the parts of a picture of a network are, in whatever letters: columns, and arrows between them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from digitpad.network.architecture import UNITS

COLUMN_EMS, COLUMN_WIDTH_EMS = 3.6, 1.1
"""Height of the highest column, and width of all, in heights of a line."""

GAP_EMS, PITCH_EMS = 0.4, 8.0
"""Least room between two texts, and most between two columns."""

TRUNK_EMS, ROW_GAP_EMS = 0.35, 0.2
"""Room between an arrow and the columns beside it, and between texts and columns."""

TEXT_LINES = 2
"""Of each label and caption."""


@dataclass(frozen=True)
class PictureLayout:
    """Lengths are in pixels from the left and upper edge of the picture.

    Attributes:
        columns: the middle of each layer's column, the pixels' first.
        arrows: the middle between a column and the next one.
        pitch: the distance of two columns.
        scale: by how much letters are smaller than usual, 1 for not at all.
        is_staggered: whether captions of the arrows stand by turns above and below the columns.
        em: the height of a line of usual letters.
    """

    columns: tuple[float, ...]
    arrows: tuple[float, ...]
    pitch: float
    scale: float
    is_staggered: bool
    em: float

    @property
    def axis(self) -> float:
        """Where the arrows are."""
        return (TEXT_LINES + ROW_GAP_EMS + COLUMN_EMS / 2) * self.em

    @property
    def labels_top(self) -> float:
        """Where the columns' labels begin."""
        return self.axis + COLUMN_EMS * self.em / 2

    @property
    def labels_bottom(self) -> float:
        """Where they end."""
        return self.labels_top + TEXT_LINES * self.em

    @property
    def height(self) -> float:
        """How high the picture is."""
        return self.labels_bottom + (ROW_GAP_EMS + (TEXT_LINES if self.is_staggered else 0)) * self.em

    @property
    def half_column(self) -> float:
        """Half of a column's width."""
        return min(COLUMN_WIDTH_EMS * self.em, self.pitch / 3) / 2

    @property
    def half_arrow(self) -> float:
        """Half of an arrow's length."""
        return self.pitch / 2 - self.half_column - TRUNK_EMS * self.em

    def column_height(self, units: int) -> float:
        """Return how high a column of so many units is."""
        return height_share(units) * COLUMN_EMS * self.em

    def caption_top(self, arrow: int) -> float:
        """Return where the caption of an arrow begins."""
        return self.labels_bottom + ROW_GAP_EMS * self.em / 2 if self.is_staggered and arrow % 2 else 0.0

    def column_at(self, x: float, y: float) -> int | None:
        """Return whose column or label is there; None for nobody's."""
        number = min(range(len(self.columns)), key=lambda number: abs(self.columns[number] - x))
        is_near = abs(self.columns[number] - x) <= self.pitch / 2
        is_between = self.axis - COLUMN_EMS * self.em / 2 <= y <= self.labels_bottom
        return number if is_near and is_between else None


def laid_out(labels: Sequence[float], captions: Sequence[float], width: float, em: float) -> PictureLayout:
    """Place columns with labels of these widths, and arrows with captions of these, in the middle of ``width``.

    ``em`` is the height of a line of usual letters. Where there is no room for all captions side by side they
    stand by turns in two rows; where there is none for these either, letters shrink.
    """
    gap, most_pitch = GAP_EMS * em, PITCH_EMS * em
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
    return PictureLayout(columns, arrows, pitch, scale, is_staggered, em)


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
