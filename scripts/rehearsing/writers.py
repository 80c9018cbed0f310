"""A class of writers whose drawings lie in a file: who draws which digit when the pen comes round."""

from collections import defaultdict
from collections.abc import Iterable

from digitpad.arrays import CLASSES
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing


class Writers:
    """Gives each writer's drawings of a digit, one after the other.

    A writer is known by the pen, or else by the source. Raises ValueError if there are fewer writers who have
    drawn each digit ``each`` times than are wanted.
    """

    def __init__(self, entries: Iterable[LabelledDrawing], wanted: int, each: int) -> None:
        by_writer: dict[str, list[list[Drawing]]] = defaultdict(lambda: [[] for _ in range(CLASSES)])
        for entry in entries:
            if entry.label is not None:
                by_writer[str(entry.pen or entry.source)][entry.label].append(entry.drawing)
        able = [digits for digits in by_writer.values() if min(map(len, digits)) >= each]
        if len(able) < wanted:
            raise ValueError(f"{len(able)} writers have drawn each digit {each} times, and {wanted} are wanted")
        self._digits = able[:wanted]

    def draw(self, pen: int, digit: int) -> Drawing:
        """Return this pen's next drawing of a digit; pens are counted from 1."""
        return self._digits[pen - 1][digit].pop(0).fitted()
