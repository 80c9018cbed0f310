"""What a session says of its queue: an entry of its header for each planned run."""

from collections.abc import Sequence
from typing import Any

from digitpad.data.recipe_values import choice
from digitpad.document.header_values import whole
from digitpad.runs.queue.plan import Attempt, KeptPlan, Kind, Plan, Standing
from digitpad.runs.recipe import Loop, Recipe

QUEUE_VERSION = 5
"""Of a session, from which on it can have a queue."""

MOST_PLANS = 1_000
"""More than a class has patience for."""

_ENTRIES = frozenset({"recipe", "loop", "kind", "number", "standing", "run"})


def queue_as_json(queue: Sequence[KeptPlan]) -> list[dict[str, Any]]:
    """Return what the header says of a queue."""
    return [_as_json(kept) for kept in queue]


def read_queue(entries: object, runs: int) -> tuple[KeptPlan, ...]:
    """Return the queue of a session that has so many runs.

    Raises RecipeError, or ValueError, TypeError and KeyError for what makes no sense.
    """
    if not isinstance(entries, list) or len(entries) > MOST_PLANS:
        raise ValueError("a queue is a list, and none is so long")
    return tuple(_read(said, runs) for said in entries)


def _as_json(kept: KeptPlan) -> dict[str, Any]:
    attempt = kept.plan.attempt
    return {
        "recipe": kept.plan.recipe.as_dict(),
        "loop": kept.plan.loop.value,
        "kind": None if attempt is None else attempt.kind.value,
        "number": 0 if attempt is None else attempt.number,
        "standing": kept.standing.value,
        "run": kept.run,
    }


def _read(said: object, runs: int) -> KeptPlan:
    if not isinstance(said, dict) or said.keys() != _ENTRIES:
        raise ValueError("this is no planned run")
    attempt = None
    if said["kind"] is not None:
        attempt = Attempt(Kind(said["kind"]), whole(said["number"]))
    plan = Plan(Recipe.from_dict(said["recipe"]), choice(Loop, "loop", said["loop"]), attempt)
    run = None if said["run"] is None else whole(said["run"], most=runs - 1)
    return KeptPlan(plan, Standing(said["standing"]), run)
