"""Runs as training leaves them, made without training: for tests of what is shown of them."""

from functools import cache

import numpy as np

from digitpad.data.training_data import TrainingData
from digitpad.network.architecture import Architecture
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Advanced
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import FEW_UNITS

SMALL = Recipe(epochs=2, batch_size=100, data=TrainingData(count=1000), architecture=FEW_UNITS)
"""Ten batches an epoch, twenty in all."""


@cache
def drawn(architecture: Architecture, initializer: Initializer, seed: int) -> Snapshot:
    """Return a network's first weights, which nobody can change: to draw 400,000 numbers takes milliseconds."""
    return initial_snapshot(architecture, initializer, seed)


def past_run(
    window: MainWindow,
    losses: list[float],
    *,
    seconds: float = 1.0,
    accuracy: float | None = None,
    recipe: Recipe = SMALL,
    tried: Kind | None = None,
    answers: bool = False,
) -> Run:
    """Put a run into the list that has had these losses, in so many seconds; let it answer if it ``answers``."""
    runs = window.workspace.runs
    run = runs.new(recipe, tried=tried)
    runs.begin(run, drawn(recipe.architecture, recipe.initializer, recipe.seed))
    runs.extend(run, Advanced(0, np.array(losses, np.float32), seconds, accuracy))
    weights = drawn(recipe.architecture, recipe.initializer, run.number).weights
    snapshot = Snapshot(weights, len(losses), recipe.architecture)
    runs.take(run, snapshot, None)
    if answers:
        window.workspace.network.take_run(run, snapshot)
    return run
