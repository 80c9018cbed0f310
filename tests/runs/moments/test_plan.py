"""After which batches a run's weights are kept."""

from dataclasses import replace

import pytest

from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.moments.plan import MOST, MOST_BYTES, planned
from digitpad.runs.recipe import Recipe

LESSON = Recipe()


def test_the_lesson() -> None:
    assert planned(LESSON) == (0, 1, 3, 10, 30, 100, 300, 469, 938, 1407, 1876, 2345)


@pytest.mark.parametrize("epochs", [1, 2, 20, 100])
def test_first_and_last_are_kept_and_not_too_many(epochs: int) -> None:
    recipe = replace(LESSON, epochs=epochs)
    found = planned(recipe)
    assert found[0] == 0
    assert found[-1] == recipe.total_batches
    assert list(found) == sorted(set(found))
    assert len(found) <= MOST


def test_a_larger_network_keeps_fewer() -> None:
    large = replace(LESSON, architecture=Architecture((HiddenLayer(2048),)))
    assert 2 < len(planned(large)) < len(planned(LESSON))
    assert len(planned(large)) * 4 * large.architecture.parameters <= MOST_BYTES
    largest = replace(LESSON, architecture=Architecture((HiddenLayer(2048),) * 4))
    assert planned(largest) == (0, largest.total_batches)
