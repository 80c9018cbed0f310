"""Where a stroke lies and how it runs, as far as grouping asks: reckoned once for all who ask again."""

import weakref
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from digitpad.drawing.strokes import MAX_STROKES, Points

SAMPLED = 32
"""Points that tell how a stroke runs, however many it has."""

STRAIGHT = 0.12
"""A stroke that nowhere leaves the line between its ends by more than this share of it is straight."""

NARROW = 0.4
"""Width of a stroke as a share of its height, up to which small hooks and waves do not matter."""

AT_THE_FOOT = 0.35
"""Share of a corner's height within which it turns to the right."""

LEAST_ARM = 0.2
"""Width of a corner as a share of its height: a stem that ends in a small hook has no arm."""

ASTRAY = 0.2
"""Share of its width by which a corner may go to the right on its way down."""

END = 0.1
"""Share of its width within which a corner ends at its right edge."""

KNOWN = 4 * MAX_STROKES
"""Strokes that are remembered at most."""


@dataclass(frozen=True, eq=False)
class StrokeShape:
    """A stroke's box, and some of its points in their order, the last one always: float64 (n, 2)."""

    left: float
    top: float
    right: float
    bottom: float
    sample: Points

    @cached_property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @cached_property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @cached_property
    def extent(self) -> float:
        """The longer side of the box."""
        return max(self.right - self.left, self.bottom - self.top)

    @cached_property
    def is_upright(self) -> bool:
        """Whether it is a bar: taller than wide, and either narrow or straight."""
        if self.height <= self.width:
            return False
        return self.width <= NARROW * self.height or self._is_straight()

    def _is_straight(self) -> bool:
        (x, y), (across, down) = self.sample[0], self.sample[-1] - self.sample[0]
        # Twice the triangles over the line between the ends: their heights times its length.
        areas = np.abs((self.sample[:, 0] - x) * down - (self.sample[:, 1] - y) * across)
        # Smaller: of a ring that closes both are 0.
        return bool(areas.max() < STRAIGHT * (across**2 + down**2))

    @cached_property
    def is_corner(self) -> bool:
        """Whether it goes down and then to the right, where it ends: the left part of an open four."""
        x, y = self.sample.T
        if self.width < LEAST_ARM * self.height or x[-1] < self.right - END * self.width:
            return False
        steps, heights = np.diff(x), (y[1:] + y[:-1]) / 2
        on_its_way = heights < self.bottom - AT_THE_FOOT * self.height
        return bool(steps[on_its_way & (steps > 0)].sum() < ASTRAY * self.width)


_shapes: dict[int, tuple[weakref.ref[Points], int, StrokeShape]] = {}
"""By the id of a stroke, which never changes, or of the array that a pen fills: how many of its points have been
looked at, and their shape. It goes when nobody has that array any more."""


def shape_of(stroke: Points) -> StrokeShape:
    """Return the shape of a drawing's stroke; of one that grows under the pen only what is new is looked at."""
    known = _known(stroke)
    if known is not None:
        return known[1]
    owner = _filled(stroke)
    before = None if owner is None else _known(owner)
    # What was taken back from a pen's stroke is part of no shape.
    grows = before is not None and before[0] <= len(stroke)
    shape = _measured(stroke, *before) if before is not None and grows else _measured(stroke)
    for array in (stroke,) if owner is None else (stroke, owner):
        _keep(array, len(stroke), shape)
    return shape


def _known(array: Points) -> tuple[int, StrokeShape] | None:
    known = _shapes.get(id(array))
    return (known[1], known[2]) if known is not None and known[0]() is array else None


def _keep(array: Points, count: int, shape: StrokeShape) -> None:
    if len(_shapes) >= KNOWN:  # a file of thousands is read: nobody asks for these again
        _shapes.clear()
    number = id(array)
    _shapes[number] = weakref.ref(array, lambda _: _shapes.pop(number, None)), count, shape


def _filled(stroke: Points) -> Points | None:
    """Return the array of which a stroke is the beginning, as a pen's is; None if it is none's."""
    owner = stroke.base
    if not isinstance(owner, np.ndarray) or owner.strides != stroke.strides or owner.dtype != stroke.dtype:
        return None
    begins = owner.__array_interface__["data"][0] == stroke.__array_interface__["data"][0]
    return owner if begins else None


def _measured(stroke: Points, begun: int = 0, before: StrokeShape | None = None) -> StrokeShape:
    """Return a stroke's shape; that of its first ``begun`` points may be known."""
    new = stroke[max(begun - 1, 0) :]
    (left, top), (right, bottom) = new.min(axis=0).tolist(), new.max(axis=0).tolist()
    if before is not None:
        left, top = min(left, before.left), min(top, before.top)
        right, bottom = max(right, before.right), max(bottom, before.bottom)
    places = np.linspace(0, len(stroke) - 1, min(len(stroke), SAMPLED)).astype(np.intp)
    return StrokeShape(left, top, right, bottom, stroke[places])
