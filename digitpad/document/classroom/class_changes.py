"""What has changed in a class since it was written down, in a few words: a journal has no room for all each time.

An entry is ``[key, label, source, pen]``; the key names the strokes, which are written once. A change is ``[place,
removed, entries]``: from this place on so many entries give way to these. Changes are made one after the other.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from digitpad.document.classroom.class_set import MOST_DRAWINGS
from digitpad.document.header_values import whole
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing

Entry = Sequence[str | int | None]
Change = tuple[int, int, list[Entry]]


def class_changes(
    before: Sequence[LabelledDrawing], after: Sequence[LabelledDrawing], key_of: Callable[[Drawing], str]
) -> list[Change]:
    """Return what leads from one list of drawings to another; the strokes are named by ``key_of``."""
    return [
        (place, removed, [(key_of(entry.drawing), entry.label, entry.source, entry.pen) for entry in added])
        for place, removed, added in _splices(before, after)
    ]


def _splices(
    before: Sequence[LabelledDrawing], after: Sequence[LabelledDrawing]
) -> Iterator[tuple[int, int, Sequence[LabelledDrawing]]]:
    """Yield where drawings give way to others; what both lists have stays, as far as its order does."""
    old = new = _same_at_the_start(before, after)
    places = {after[place]: place for place in reversed(range(new, len(after)))}
    for place in range(old, len(before)):
        there = places.get(before[place], -1)
        if there < new:
            continue
        if place > old or there > new:
            yield new, place - old, after[new:there]
        old, new = place + 1, there + 1
    if old < len(before) or new < len(after):
        yield new, len(before) - old, after[new:]


def _same_at_the_start(before: Sequence[LabelledDrawing], after: Sequence[LabelledDrawing]) -> int:
    """Return how many drawings both begin with: mostly all, and the very same ones."""
    most = min(len(before), len(after))
    return next((place for place in range(most) if before[place] is not after[place]), most)


def apply_changes(entries: list[Entry], changes: Sequence[Any]) -> None:
    """Make the changes that a journal tells. Raises ValueError, TypeError for what makes no sense."""
    for place, removed, added in changes:
        first = whole(place, most=len(entries))
        end = first + whole(removed, most=len(entries) - first)
        entries[first:end] = added
        if len(entries) > MOST_DRAWINGS:
            raise ValueError("more drawings than a class has")


def entry_line(entry: Entry, texts: Mapping[str, str]) -> bytes:
    """Return the line of a file of drawings that an entry is; ``texts`` are the lines of strokes, by their keys.

    Raises KeyError, ValueError, TypeError for an entry that makes no sense; what is in the line its reader checks.
    """
    key, label, source, pen = entry
    values: dict[str, object] = {"label": label, "source": source, "pen": pen}
    text = texts[str(key)].rstrip()
    return f"{text.removesuffix('}')}, {json.dumps(values)[1:]}\n".encode()
