"""Paces and agreement of runs, by hand-worked histories."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.data.training_data import TrainingData
from digitpad.runs.recipe import KERAS_RECIPE, Loop, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.loops.comparing import UNCOUNTED_BATCHES, agreement, images_per_second, paces

ENOUGH = UNCOUNTED_BATCHES + 40


def a_run(number: int, loop: Loop, losses: np.ndarray, each: float = 0.01, recipe: Recipe = KERAS_RECIPE) -> Run:
    """Return a run that compiled for 3 s, took so long for each batch, and compiled once more at its 90th."""
    run = Run(number, f"Run {number}", recipe, loop=loop)
    seconds = each * np.arange(1, len(losses) + 1) + 3
    seconds[90:] += 0.5
    run.history.restore(losses.astype(np.float32), seconds)
    return run


def test_a_pace_is_that_of_most_batches_after_the_first() -> None:
    run = a_run(1, Loop.KERAS, np.ones(ENOUGH), 0.01)
    assert images_per_second(run) == pytest.approx(12_800)
    assert images_per_second(a_run(1, Loop.KERAS, np.ones(UNCOUNTED_BATCHES + 5))) is None


def test_a_batch_has_no_more_images_than_there_are() -> None:
    few = replace(KERAS_RECIPE, batch_size=60_000, data=TrainingData(count=100))
    run = a_run(1, Loop.KERAS, np.ones(ENOUGH), 0.01, few)
    assert images_per_second(run) == pytest.approx(10_000)
    assert not paces([run], replace(few, data=TrainingData(count=1000)))


def test_each_loop_has_the_pace_of_its_newest_run_of_such_a_network() -> None:
    other = replace(KERAS_RECIPE, batch_size=64)
    runs = [
        a_run(1, Loop.COMPILED, np.ones(ENOUGH), 0.04),
        a_run(2, Loop.COMPILED, np.ones(ENOUGH), 0.02, replace(KERAS_RECIPE, seed=7)),
        a_run(3, Loop.KERAS, np.ones(ENOUGH), 0.08),
        a_run(4, Loop.KERAS, np.ones(3)),
        a_run(5, Loop.LINE_BY_LINE, np.ones(ENOUGH), 0.08, other),
    ]
    found = paces(runs, KERAS_RECIPE)
    assert {loop: run.number for loop, (run, _) in found.items()} == {Loop.COMPILED: 2, Loop.KERAS: 3}
    assert found[Loop.COMPILED][1] == pytest.approx(6_400)


class TestAgreement:
    def test_is_the_largest_difference_in_the_batches_that_both_have(self) -> None:
        ours = np.array([2.0, 1.0, 0.5, 0.25])
        runs = [
            a_run(1, Loop.LINE_BY_LINE, ours),
            a_run(2, Loop.KERAS, ours[:3] + np.array([0, -0.125, 0.0625])),
            a_run(3, Loop.KERAS, ours, recipe=replace(KERAS_RECIPE, seed=7)),
        ]
        found = agreement(runs, KERAS_RECIPE)
        assert found is not None
        assert (found.ours.number, found.by_keras.number, found.batches) == (1, 2, 3)
        assert found.largest == 0.125

    def test_is_told_of_no_run_in_which_somebody_had_a_hand(self) -> None:
        runs = [a_run(1, Loop.COMPILED, np.ones(3)), a_run(2, Loop.KERAS, np.ones(3))]
        runs[1].history.add_rate_change(0.5)
        assert agreement(runs, KERAS_RECIPE) is None
        assert agreement(runs[:1], KERAS_RECIPE) is None
        assert agreement([], KERAS_RECIPE) is None
