"""A drawing as data: strokes of points, each from pen-down to pen-up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

MAX_COORDINATE = 1e9
"""No tablet's unit is so small that a drawing needs more."""

MAX_STROKES = 1_000
MAX_POINTS = 100_000
"""In a drawing that is to be kept; on the canvas more cannot be drawn."""


FITTED = 0.75
"""Share of the canvas that a drawing in another unit is given."""


@dataclass(frozen=True, eq=False)
class Drawing:
    """An immutable drawing.

    Each stroke is read-only float64 (n, 2) with n ≥ 1: x grows to the right, y grows down, the unit is
    arbitrary (the canvas uses its own side as 1). Make one with ``Drawing.of``.
    """

    strokes: tuple[Points, ...] = ()

    @classmethod
    def of(cls, strokes: Iterable[Sequence[Sequence[float]] | npt.NDArray[np.floating]]) -> "Drawing":
        """Copy strokes given as rows of (x, y). Raises ValueError for another shape or points out of bounds."""
        return cls(tuple(_stroke(points) for points in strokes))

    def with_stroke(self, points: Sequence[Sequence[float]]) -> "Drawing":
        """Return this drawing with one more stroke."""
        return Drawing((*self.strokes, _stroke(points)))

    def __bool__(self) -> bool:
        """Whether there is any ink."""
        return bool(self.strokes)

    @cached_property
    def point_count(self) -> int:
        """How many points it has."""
        return sum(map(len, self.strokes))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Drawing):
            return NotImplemented
        return len(self.strokes) == len(other.strokes) and all(
            mine is theirs or np.array_equal(mine, theirs)
            for mine, theirs in zip(self.strokes, other.strokes, strict=True)
        )

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # A few of its numbers tell most drawings apart; all of them would take a millisecond with each pen point.
        ends = self.strokes[:1] + self.strokes[-1:]
        points = (stroke[place].tobytes() for stroke in ends for place in (0, -1))
        return hash((len(self.strokes), *(len(stroke) for stroke in ends), *points))

    def fitted(self) -> "Drawing":
        """Return this drawing as the canvas can show it: moved and scaled if it leaves the unit square."""
        if not self.strokes:
            return self
        left, top, right, bottom = self.box()
        if left >= 0 and top >= 0 and right <= 1 and bottom <= 1:
            return self
        scale = FITTED / max(right - left, bottom - top, 1e-9)
        middle = np.array([(left + right) / 2, (top + bottom) / 2])
        return Drawing.of([(stroke - middle) * scale + 0.5 for stroke in self.strokes])

    def box(self) -> tuple[float, float, float, float]:
        """Return (left, top, right, bottom) of all points. Raises ValueError for an empty drawing."""
        if not self.strokes:
            raise ValueError("an empty drawing has no box")
        points = np.concatenate(self.strokes)
        (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
        return float(left), float(top), float(right), float(bottom)


def _stroke(points: Sequence[Sequence[float]] | npt.NDArray[np.floating]) -> Points:
    # + 0 turns -0.0 into 0.0: equal numbers, but a hash goes by their bytes.
    stroke = np.array(points, np.float64) + 0.0
    if stroke.ndim != 2 or stroke.shape[1] != 2 or not len(stroke):
        raise ValueError(f"a stroke is rows of x and y, not an array of shape {stroke.shape}")
    if not (np.abs(stroke) <= MAX_COORDINATE).all():
        raise ValueError(f"a stroke's points must be numbers within ±{MAX_COORDINATE:g}")
    stroke.flags.writeable = False
    return stroke
