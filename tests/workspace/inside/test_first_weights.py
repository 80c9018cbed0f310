"""The untrained network of a recipe, drawn on a thread."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.checkpoint import untrained
from digitpad.runs.recipe import Recipe
from digitpad.workspace.inside.first_weights import FirstWeights

RECIPE = Recipe(architecture=Architecture((HiddenLayer(20),)))


@pytest.mark.usefixtures("qapp")
def test_it_is_that_of_the_recipe_and_drawn_once(qtbot: QtBot) -> None:
    first = FirstWeights()
    with qtbot.waitSignal(first.found):
        assert first.of(RECIPE) is None
        assert not first.is_quiet
    found = first.of(RECIPE)
    assert found is not None
    for drawn, wanted in zip(found.weights, untrained(RECIPE).weights, strict=True):
        np.testing.assert_array_equal(drawn, wanted)
    assert first.of(replace(RECIPE, epochs=RECIPE.epochs + 1)) is found  # other epochs, the same first weights
    assert first.is_quiet
    with qtbot.waitSignal(first.found):
        assert first.of(replace(RECIPE, seed=7, initializer=Initializer.UNIFORM)) is None
    first.shut_down()


@pytest.mark.usefixtures("qapp")
def test_nothing_begins_after_the_end(qtbot: QtBot) -> None:
    first = FirstWeights()
    assert first.of(RECIPE) is None
    first.shut_down()
    assert first.is_quiet
    assert first.of(RECIPE) is None
    assert first.is_quiet
