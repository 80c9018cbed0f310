"""A run that is planned: its recipe, how its loop will run, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum

from digitpad.runs.recipe import Loop, Recipe


class Kind(StrEnum):
    """What the runs of an attempt differ in."""

    RATES = "rates"
    OPTIMIZERS = "optimizers"


class Standing(StrEnum):
    """What became of a planned run."""

    WAITING = "waiting"
    """It has not begun, or was interrupted and will go on."""
    DONE = "done"
    STOPPED = "stopped"
    """Somebody stopped it."""
    DIVERGED = "diverged"
    """Its loss, or a weight, is no finite number any more: that is a result, too."""
    FAILED = "failed"


@dataclass(frozen=True)
class Attempt:
    """Runs that were planned together to be compared; ``number`` sets it apart from the others of a session."""

    kind: Kind
    number: int


@dataclass(frozen=True)
class Plan:
    """A run to be; ``attempt`` is what it belongs to, if it was not planned by itself."""

    recipe: Recipe
    loop: Loop = Loop.COMPILED
    attempt: Attempt | None = None

    @property
    def tried(self) -> Kind | None:
        """What its attempt's runs differ in; None if it belongs to none."""
        return None if self.attempt is None else self.attempt.kind


@dataclass(frozen=True)
class KeptPlan:
    """A plan as a session keeps it; ``run`` is the place of its run in the session, None if it has none."""

    plan: Plan
    standing: Standing = Standing.WAITING
    run: int | None = None
