"""Which runs an attempt is made of: a recipe, varied in one respect."""

from collections.abc import Iterator
from dataclasses import replace

from digitpad.runs.queue.plan import Attempt, Kind, Plan
from digitpad.runs.recipe import Loop, Optimizer, Recipe

RATES = (1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0, 10.0)
"""Learning rates, one for each power of ten: from one that hardly learns to one that most networks cannot bear."""


def plans(attempt: Attempt, recipe: Recipe, loop: Loop) -> list[Plan]:
    """Return the runs of an attempt by this recipe, which is the same in all that they are not compared by."""
    varied = {Kind.RATES: _by_rate, Kind.OPTIMIZERS: _by_optimizer}[attempt.kind]
    return [Plan(other, loop, attempt) for other in varied(recipe)]


def _by_rate(recipe: Recipe) -> Iterator[Recipe]:
    return (replace(recipe, learning_rate=rate) for rate in RATES)


def _by_optimizer(recipe: Recipe) -> Iterator[Recipe]:
    # The update by hand has no weight decay, and another recipe would be no comparison.
    possible = (found for found in Optimizer if not (recipe.weight_decay and found is Optimizer.NAIVE_SGD))
    return (replace(recipe, optimizer=optimizer) for optimizer in possible)
