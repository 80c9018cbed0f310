"""What was done to a run by hand, as its entry in a header says it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from digitpad.archives.header import REQUIRED, fields
from digitpad.arrays import CLASSES
from digitpad.document.header_values import whole
from digitpad.drawing.stroke_files import MAX_DRAWINGS
from digitpad.errors import Word
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import proper_name

_FIELDS: Mapping[str, object] = {
    "how": REQUIRED,
    "first": REQUIRED,
    "count": 0,
    "labels": [],
    "alone": False,
    "drawings": "",
    "pictures": 0,
    "origin": "",
}


def interventions_as_json(interventions: Sequence[Intervention]) -> list[dict[str, Any]]:
    """Return interventions as JSON can hold them."""
    return [_as_json(found) for found in interventions]


def _as_json(found: Intervention) -> dict[str, Any]:
    where = {"how": str(found.how), "first": found.first}
    if found.how is How.EPOCH:  # there is no more to say of it than where it began
        return where
    if found.how is How.MOMENT:
        return {**where, "origin": found.origin}
    if found.how is How.DATA:
        return {**where, "drawings": found.drawings, "pictures": found.pictures}
    return {**where, "count": found.count, "labels": list(found.labels), "alone": found.alone}


def read_interventions(entries: object, recipe: Recipe, done: int, path: Path, what: Word) -> list[Intervention]:
    """Return the interventions in a run by ``recipe`` that has done so many batches.

    Raises DataFileError for fields that nobody knows, and ValueError for what this run cannot have had.
    """
    if not isinstance(entries, list):
        raise ValueError("a run's interventions are no list")
    found = [_read(fields(entry, _FIELDS, path, what), done) for entry in entries]
    before = 0
    for place, intervention in enumerate(found):
        if intervention.first < before:
            raise ValueError("a run's interventions are out of order")
        before = intervention.end
        if intervention.how is How.EPOCH:
            previous = found[place - 1] if place else None
            is_again = previous is not None and (previous.how, previous.first) == (How.EPOCH, intervention.first)
            ends_epoch = intervention.first > 0 and intervention.first % recipe.batches_per_epoch == 0
            if is_again or not ends_epoch or intervention.first >= recipe.total_batches:
                raise ValueError("a run cannot have had a further epoch here")
        if intervention.how is How.MOMENT and intervention.first >= recipe.total_batches:
            raise ValueError("a run cannot have gone on from where nothing is left to do")
        if intervention.how is How.DATA and not recipe.data.mix:
            raise ValueError("a run on MNIST alone cannot have had other drawings")
    return found


def _read(entry: Mapping[str, Any], done: int) -> Intervention:
    if not isinstance(entry["labels"], list) or not isinstance(entry["alone"], bool):
        raise ValueError("a batch by hand has no labels, or is neither alone nor not")
    origin = entry["origin"]
    if not isinstance(origin, str) or origin != proper_name(origin):
        raise ValueError("a run went on from one whose name is none")
    first = whole(entry["first"], most=done)
    return Intervention(
        first,
        How(entry["how"]),
        whole(entry["count"], most=done - first),
        tuple(whole(label, most=CLASSES - 1) for label in entry["labels"]),
        entry["alone"],
        entry["drawings"],
        whole(entry["pictures"], most=MAX_DRAWINGS),
        origin,
    )
