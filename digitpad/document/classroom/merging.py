"""Digits of several files, of groups or computers, added together: nothing twice, and no two pens as one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digitpad.document.classroom.class_set import ClassSet
from digitpad.drawing.pen import is_dot
from digitpad.drawing.stroke_lines import MAX_PEN, LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.errors import UserError

SAME_HAND = 2
"""So many drawings that are the same stroke by stroke are no chance: who drew them is one and the same."""

Known = dict[Drawing, int | None]
"""The pen of each drawing that is there already."""


@dataclass(frozen=True)
class Merged:
    """What adding files has come to.

    Attributes:
        content: the class's digits with those of the files.
        added: how many are new, and no mere dots.
        dots: how many are new and no more than where a pen touched: they are set aside, for the class to say.
        known: how many were there already, by their strokes, or came twice.
        otherwise: of these, how many have another label in their file: the one that is there stays.
        unlabelled: how many have no label, and were left out.
        too_many: how many found no room, and were left out.
    """

    content: ClassSet
    added: int = 0
    dots: int = 0
    known: int = 0
    otherwise: int = 0
    unlabelled: int = 0
    too_many: int = 0


def merged(content: ClassSet, files: Iterable[Sequence[LabelledDrawing]], reserved: int = 0) -> Merged:
    """Return the class's digits with those of files at their end, as many as there is room for.

    A drawing that is there already stays as it is, its label too. The pens of each file stay apart from ours and
    from those of the other files: they keep their numbers if none of these is taken. Only who has drawn some of
    ours too is one of our pens. The first ``reserved`` numbers are ours as soon as we have pens: some of these may
    still be to draw. Raises UserError if there are more pens than numbers.
    """
    known: Known = {entry.drawing: entry.pen for entry in (*content.aside, *content.drawings)}
    pens = {pen for pen in known.values() if pen is not None}
    if pens:
        pens |= set(range(1, reserved + 1))
    labels = {entry.drawing: entry.label for entry in (*content.aside, *content.drawings)}
    new: list[LabelledDrawing] = []
    found = otherwise = unlabelled = 0
    for file in files:
        labelled = [entry for entry in file if entry.label is not None]
        fresh: dict[Drawing, LabelledDrawing] = {}
        for entry in labelled:
            if entry.drawing not in known:
                fresh.setdefault(entry.drawing, entry)
        numbers = _numbers(labelled, fresh.values(), known, pens)
        added = [replace(entry, pen=numbers.get(entry.pen)) for entry in fresh.values()]
        known |= {entry.drawing: entry.pen for entry in added}
        pens |= {entry.pen for entry in added if entry.pen is not None}
        unlabelled += len(file) - len(labelled)
        found += len(labelled) - len(added)
        labels = {entry.drawing: entry.label for entry in added} | labels
        otherwise += sum(labels[entry.drawing] != entry.label for entry in labelled)
        new += added
    room = content.room_for(new)
    digits: list[LabelledDrawing] = []
    dots: list[LabelledDrawing] = []
    for entry in new[:room]:
        (dots if is_dot(entry.drawing) else digits).append(entry)
    larger = content.with_added(digits).with_aside(*dots)
    return Merged(larger, len(digits), len(dots), found, otherwise, unlabelled, len(new) - room)


def _numbers(
    labelled: Iterable[LabelledDrawing], fresh: Iterable[LabelledDrawing], known: Known, taken: set[int]
) -> Mapping[int | None, int]:
    """Return the number by which each pen of a file is known among ours."""
    numbers = _same_hands(labelled, known)
    others = sorted({entry.pen for entry in fresh if entry.pen is not None} - numbers.keys())
    if taken.isdisjoint(others):
        return numbers | {pen: pen for pen in others}
    first = max(taken) + 1
    if first + len(others) - 1 > MAX_PEN:
        raise UserError("too-many-pens", most=MAX_PEN)
    return numbers | dict(zip(others, range(first, MAX_PEN + 1), strict=False))


def _same_hands(labelled: Iterable[LabelledDrawing], known: Known) -> dict[int | None, int]:
    """Return those pens of a file that are pens of ours, as some of their drawings are there already."""
    shared = Counter(
        (entry.pen, pen)
        for entry in labelled
        if entry.pen is not None and (pen := known.get(entry.drawing)) is not None
    )
    return {theirs: ours for (theirs, ours), count in reversed(shared.most_common()) if count >= SAME_HAND}
