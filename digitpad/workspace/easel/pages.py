"""Which drawings a sketchbook has room for, and those of a file made ready for it on a thread that may wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from digitpad.document.session_file import MAX_PAGES
from digitpad.drawing.stroke_files import MAX_POINTS_IN_ALL, read_drawings
from digitpad.drawing.strokes import MAX_POINTS, Drawing

MOST_PAGES = MAX_PAGES
MOST_POINTS = MAX_POINTS_IN_ALL - MAX_POINTS
"""Of all pages, so that they can be saved with what is on the canvas. The oldest are forgotten."""


@dataclass(frozen=True)
class ReadPages:
    """Drawings of a file as the canvas can show them, no more than a sketchbook has room for.

    Equal ones are the same one, and what takes time to be known of them is known. The file has ``count`` drawings,
    of which ``labelled`` say what they are meant to be.
    """

    pages: tuple[Drawing, ...]
    count: int
    labelled: int = 0


def read_pages(path: Path) -> ReadPages:
    """Read a file of drawings. Raises what ``read_drawings`` raises."""
    entries = read_drawings(path)
    drawings = [entry.drawing.fitted() for entry in entries[:MOST_PAGES]]
    known: dict[Drawing, Drawing] = {}
    pages = [known.setdefault(drawing, drawing) for drawing in drawings]
    labelled = sum(entry.label is not None for entry in entries)
    return ReadPages(tuple(fitting(pages, MOST_PAGES, MOST_POINTS)), len(entries), labelled)


def weight(drawing: Drawing) -> int:
    """Return a drawing's points, or three for each stroke: of strokes, too, a file has not room for any number."""
    return max(drawing.point_count, 3 * len(drawing.strokes))


def fitting(drawings: Sequence[Drawing], most: int, most_points: int) -> list[Drawing]:
    """Return the first of ``drawings``, as many as these bounds let through."""
    ends = accumulate(map(weight, drawings[:most]))
    return list(drawings[: sum(end <= most_points for end in ends)])
