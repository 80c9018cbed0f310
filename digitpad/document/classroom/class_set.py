"""The class's own digits as a value: what was collected, what is set aside, and which pens are held out."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

import numpy as np

from digitpad.arrays import CLASSES, Integers, Places
from digitpad.drawing.stroke_files import MAX_LETTERS_IN_ALL, MAX_POINTS_IN_ALL, MAX_STROKES_IN_ALL
from digitpad.drawing.stroke_lines import LabelledDrawing, as_line

MOST_DRAWINGS = 20_000
"""Of a class, those set aside included: what a school collects in a year. All can be saved in one file."""


@dataclass(frozen=True)
class ClassSet:
    """Drawings with their labels, in the order in which they came.

    Attributes:
        drawings: those that are trained on and tested with; each has a label.
        aside: those that did not look like their digit, until the class has said what becomes of them.
    """

    drawings: tuple[LabelledDrawing, ...] = ()
    aside: tuple[LabelledDrawing, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything was collected."""
        return bool(self.drawings or self.aside)

    def with_added(self, entries: Iterable[LabelledDrawing]) -> "ClassSet":
        """Return the set with these drawings at its end. Raises ValueError for one without a label."""
        added = tuple(entries)
        if any(entry.label is None for entry in added):
            raise ValueError("a drawing of the class has a label")
        larger = self._grown(replace(self, drawings=(*self.drawings, *added)), added)
        vars(larger)["_per_digit"] = self._per_digit + _per_digit(added)
        return larger

    @property
    def fits(self) -> bool:
        """Whether all of it can be saved in one file."""
        own = (*self.drawings, *self.aside)
        return ClassSet().room_for(own) == len(own)

    def room_for(self, entries: Sequence[LabelledDrawing]) -> int:
        """Return how many of these, from the first, could be added so that all can be saved in one file."""
        room = min(max(MOST_DRAWINGS - len(self.drawings) - len(self.aside), 0), len(entries))
        for (measure, most), taken in zip(_bounds(), self._taken, strict=True):
            ends = accumulate(map(measure, entries[:room]), initial=taken)
            room = min(room, max(sum(end <= most for end in ends) - 1, 0))
        return room

    def with_aside(self, *entries: LabelledDrawing) -> "ClassSet":
        """Return the set with these drawings set aside, until the class has said what becomes of them."""
        larger = self._grown(replace(self, aside=(*self.aside, *entries)), entries)
        vars(larger)["_per_digit"] = self._per_digit
        return larger

    @cached_property
    def _taken(self) -> tuple[int, ...]:
        """How much of each of the bounds the drawings take."""
        return _amounts(self.everything)

    def _grown(self, larger: "ClassSet", entries: Sequence[LabelledDrawing]) -> "ClassSet":
        """Return a set that has these entries more; what all of them take need not be added up anew."""
        added = zip(self._taken, _amounts(entries), strict=True)
        vars(larger)["_taken"] = tuple(own + more for own, more in added)  # as cached_property would keep it
        return larger

    @property
    def everything(self) -> tuple[LabelledDrawing, ...]:
        """All drawings, those that are set aside after the others; their places are what is below speaks of."""
        return (*self.drawings, *self.aside)

    def added_to(self, before: "ClassSet") -> tuple[LabelledDrawing, ...] | None:
        """Return what this set has at its ends that the one before had not; None if it lacks any of that."""
        parts = (self.drawings, before.drawings), (self.aside, before.aside)
        if any(own[: len(former)] != former for own, former in parts):
            return None
        return tuple(entry for own, former in parts for entry in own[len(former) :])

    def decided(self, places: Iterable[int], label: int | None = None) -> "ClassSet":
        """Return the set with these of ``everything`` kept, by their own label or by this one.

        What was set aside comes to the end of the others.
        """
        chosen = set(places)
        said = [
            replace(entry, label=label) if place in chosen and label is not None else entry
            for place, entry in enumerate(self.everything)
        ]
        first = len(self.drawings)
        kept = [entry for place, entry in enumerate(said[first:], first) if place in chosen]
        aside = [entry for place, entry in enumerate(said[first:], first) if place not in chosen]
        return replace(self, drawings=(*said[:first], *kept), aside=tuple(aside))

    def without(self, places: Iterable[int]) -> "ClassSet":
        """Return the set without these of ``everything``."""
        dropped, first = set(places), len(self.drawings)
        left = [(place, entry) for place, entry in enumerate(self.everything) if place not in dropped]
        return ClassSet(
            tuple(entry for place, entry in left if place < first),
            tuple(entry for place, entry in left if place >= first),
        )

    def counts(self) -> Integers:
        """Return how many drawings each digit has, int64 (10,)."""
        return self._per_digit.copy()

    @cached_property
    def _per_digit(self) -> Integers:
        """What ``counts`` returns: as with ``_taken``, what is added is counted alone."""
        return _per_digit(self.drawings)

    @property
    def pens(self) -> int:
        """The highest number of a pen; 0 if no pen is known."""
        return max((entry.pen or 0 for entry in (*self.drawings, *self.aside)), default=0)


def _bounds() -> Sequence[tuple[Callable[[LabelledDrawing], int], int]]:
    """Return what else a file of drawings has room for, of all drawings together."""
    return (
        (lambda entry: len(entry.drawing.strokes), MAX_STROKES_IN_ALL),
        (lambda entry: entry.drawing.point_count, MAX_POINTS_IN_ALL),
        (lambda entry: len(entry.source), MAX_LETTERS_IN_ALL),
    )


def _amounts(entries: Sequence[LabelledDrawing]) -> tuple[int, ...]:
    return tuple(sum(map(measure, entries)) for measure, _ in _bounds())


def _per_digit(entries: Sequence[LabelledDrawing]) -> Integers:
    return np.bincount([entry.label or 0 for entry in entries], minlength=CLASSES)


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Which drawings are trained on, and which the network never sees before it is tested on them.

    Attributes:
        train, test: their places, ascending; no place is in both.
        by_pen: whether whole pens are held out; else single drawings are, and one pen may be in both.
        pens: the pens held out; empty if not ``by_pen``.
    """

    train: Places
    test: Places
    by_pen: bool
    pens: tuple[int, ...] = ()


def held_out(drawings: Sequence[LabelledDrawing], share: float, seed: int) -> HeldOut:
    """Hold out about this share of the drawings: of pens where each drawing has one and there are several.

    At least one pen, or drawing, stays on either side, as long as there are two. Where single drawings are held
    out, each digit gives its share. ``share`` 0 holds out nothing. The seed alone decides which.
    """
    everything = np.arange(len(drawings))
    generator = np.random.default_rng(seed)
    pens = sorted({entry.pen for entry in drawings if entry.pen is not None})
    if share <= 0 or len(drawings) < 2:
        return HeldOut(everything, everything[:0], by_pen=False)
    if len(pens) > 1 and all(entry.pen is not None for entry in drawings):
        count = min(max(round(share * len(pens)), 1), len(pens) - 1)
        chosen = sorted(int(pen) for pen in generator.permutation(pens)[:count])
        is_test = np.isin([entry.pen or 0 for entry in drawings], chosen)
        return HeldOut(np.flatnonzero(~is_test), np.flatnonzero(is_test), by_pen=True, pens=tuple(chosen))
    is_test = np.zeros(len(drawings), bool)
    labels = np.array([entry.label or 0 for entry in drawings])
    for digit in range(CLASSES):
        own = generator.permutation(np.flatnonzero(labels == digit))
        is_test[own[: round(share * len(own))]] = True
    if is_test.all() or not is_test.any():  # a share of so few rounds to all, or to none
        is_test[:] = False
        is_test[generator.integers(len(drawings))] = True
    return HeldOut(np.flatnonzero(~is_test), np.flatnonzero(is_test), by_pen=False)


def drawing_digest(entry: LabelledDrawing) -> bytes:
    """Return 32 bytes that say which drawing and label this is, whatever its pen.

    Raises ValueError for a drawing that no file can hold.
    """
    return hashlib.sha256(as_line(LabelledDrawing(entry.drawing, entry.label))).digest()


def content_hash(
    drawings: Iterable[LabelledDrawing], digest: Callable[[LabelledDrawing], bytes] = drawing_digest
) -> str:
    """Return 64 hexadecimal digits that say which drawings and labels these are, whatever their order or pens.

    ``digest`` gives ``drawing_digest``, of whoever has reckoned it already. Raises ValueError as that does.
    """
    return hashlib.sha256(b"".join(sorted(map(digest, drawings)))).hexdigest()
