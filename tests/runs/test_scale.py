"""How far the axes reach: the few runs that decide it decide as all of them do."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.runs.axis import Axis
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.scale import EXPLODING_FOR, Scale, decisive, explodes

MOST_DECISIVE = 7


def runs_of(seed: int) -> list[Run]:
    """Return forty runs of different length, pace, recipe and losses; a few have none."""
    chance = np.random.default_rng(seed)
    found = []
    for number in range(40):
        recipe = replace(Recipe(), epochs=int(chance.integers(1, 9)), batch_size=int(chance.integers(1, 500)))
        run = Run(number, f"Run {number}", recipe)
        losses = chance.gamma(1, 4, int(chance.integers(0, 30))).astype(np.float32)
        run.history.extend(losses, float(chance.random() * 5))
        found.append(run)
    return found


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize("axis", Axis)
def test_a_few_runs_decide_what_all_would(axis: Axis, logarithmic: bool, whole: bool) -> None:
    scale = Scale(axis, logarithmic=logarithmic, whole=whole)
    for seed in range(20):
        runs = runs_of(seed)
        few = decisive(runs)
        assert len(few) <= MOST_DECISIVE
        assert scale.reach(few, None) == scale.reach(runs, None)
        assert scale.losses(few) == scale.losses(runs)
        growing = runs[7]
        with_growing = [run for run in runs if run in few or run is growing]
        assert scale.reach(with_growing, growing) == scale.reach(runs, growing)


def test_of_no_runs_none_decides() -> None:
    assert decisive([]) == []


def test_by_epoch_the_axis_goes_to_the_end_of_the_run_of_most_epochs() -> None:
    """Not to that of the run of most batches: five epochs of large ones were cut after the first of small ones."""
    large, small = (
        Run(number, "", replace(Recipe(), epochs=epochs, batch_size=size))
        for number, (epochs, size) in enumerate([(5, 1000), (1, 100)])
    )
    for run, epochs in ((large, 4), (small, 1)):
        run.history.extend(np.ones(epochs * run.recipe.batches_per_epoch, np.float32), 1.0)
    assert len(small.history) > len(large.history)
    assert Scale(Axis.EPOCH).reach([large, small], None) == 4.0
    assert Scale(Axis.EPOCH, whole=True).reach([large, small], None) == 5.0


@pytest.mark.parametrize(
    ("losses", "said"),
    [
        ([], False),
        ([2.3], False),
        ([2.3, 1.5, 0.5], False),
        ([2.3, 9.9], False),  # a few batches of guessing wrong for sure
        ([2.3, 15.7], True),
        ([2.3, 875.0, 9.5, 4.0, 2.9], True),  # it jumps about: what is said must not come and go with each batch
        ([2.3, 15.7, *[2.3] * EXPLODING_FOR], False),  # it has come down
        ([12.0, 11.0], False),  # it began so
        ([12.0, 40.0], True),
    ],
)
def test_a_loss_that_explodes(losses: list[float], said: bool) -> None:
    run = Run(0, "Run 1", Recipe())
    run.history.extend(np.array(losses, np.float32), 1.0)
    assert explodes(run) is said
