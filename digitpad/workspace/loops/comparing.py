"""Runs by different loops side by side: their paces, and how far their losses are apart. NumPy alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run

UNCOUNTED_BATCHES = 64
"""The first ones, in which a loop is compiled."""

LEAST_BATCHES, MOST_BATCHES = 16, 4096
"""So many further ones tell a pace, and no more are looked at: the newest."""

PACE_BATCHES = UNCOUNTED_BATCHES + LEAST_BATCHES
"""What a run must have done to tell a pace."""


@dataclass(frozen=True)
class Agreement:
    """How far apart the losses are of two runs that a recipe alone has made, by different loops.

    ``largest`` is the largest difference of a batch's loss in the first ``batches``, which both have done.
    """

    ours: Run
    by_keras: Run
    batches: int
    largest: float


def images_per_second(run: Run) -> float | None:
    """Return a run's pace while it trains, compiling and waiting left out; None if it has done too little."""
    seconds = run.history.seconds
    if len(seconds) < PACE_BATCHES:
        return None
    # The median: what is compiled once more, for a smaller last batch, belongs to no other batch.
    each = float(np.median(np.diff(seconds[UNCOUNTED_BATCHES:][-MOST_BATCHES:])))
    return run.recipe.images_a_batch / each if each > 0 else None


def paces(runs: Sequence[Run], recipe: Recipe) -> Mapping[Loop, tuple[Run, float]]:
    """Return by loop the newest run of such a network, optimizer and batches that tells a pace, and that pace."""
    found = {}
    for run in runs:
        if _kind(run.recipe) == _kind(recipe) and (pace := images_per_second(run)) is not None:
            found[run.loop] = run, pace
    return found


def agreement(runs: Sequence[Run], recipe: Recipe) -> Agreement | None:
    """Return how far the newest runs of a recipe by our loop and by Keras' agree; None if there are no two."""
    alike = [run for run in runs if run.recipe == recipe and run.is_by_recipe and len(run.history)]
    ours = next((run for run in reversed(alike) if run.loop is not Loop.KERAS), None)
    by_keras = next((run for run in reversed(alike) if run.loop is Loop.KERAS), None)
    if ours is None or by_keras is None:
        return None
    batches = min(len(ours.history), len(by_keras.history))
    apart = ours.history.losses[:batches] - by_keras.history.losses[:batches]
    return Agreement(ours, by_keras, batches, float(np.abs(apart).max()))


def _kind(recipe: Recipe) -> tuple[object, ...]:
    """Return what decides how long a batch takes."""
    return recipe.architecture, recipe.optimizer, recipe.images_a_batch
