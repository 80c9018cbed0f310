"""Which entries the header of a session has for a run, in each version of the format."""

from digitpad.archives.header import REQUIRED
from digitpad.document.moment_members import MOMENTS_VERSION
from digitpad.document.score_words import EXPERIMENTS_VERSION
from digitpad.runs.recipe import Loop

_FIELDS: dict[str, object] = {
    "number": REQUIRED,
    "name": REQUIRED,
    "recipe": REQUIRED,
    "loop": Loop.COMPILED.value,
    "tried": None,
    "visible": True,
    "accuracies": [],
    "sample_accuracies": [],
    "scores": [],
    "rate_changes": [],
    "interventions": [],
    "updates": None,
    "learning_rate": None,
    "has_slots": False,
}
_FIELDS_BEFORE_EXPERIMENTS: dict[str, object] = {
    **{name: default for name, default in _FIELDS.items() if name not in ("loop", "tried", "scores")},
    "line_by_line": False,
}
_FIELDS_OF_VERSION_1: dict[str, object] = {
    **{name: default for name, default in _FIELDS_BEFORE_EXPERIMENTS.items() if name != "has_slots"},
    "batches_per_epoch": None,
    "total_batches": None,
    "slots": 0,
}


def known_fields(version: int) -> dict[str, object]:
    """Return a run's fields in a session of that version, with what is missing."""
    if version == 1:
        return _FIELDS_OF_VERSION_1
    known = _FIELDS if version >= EXPERIMENTS_VERSION else _FIELDS_BEFORE_EXPERIMENTS
    return known | {"moments": []} if version >= MOMENTS_VERSION else known
