"""What need not be compiled any more, as far as the window can know."""

from dataclasses import replace

import pytest

from digitpad.data.training_data import TrainingData
from digitpad.engines.keras.program import KEPT_PROGRAMS as KEPT_BY_KERAS
from digitpad.engines.program import KEPT_PROGRAMS
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.recipe import Loop, Optimizer, Recipe
from digitpad.workspace.training import compiled
from digitpad.workspace.training.compiled import Compiled


def test_a_program_is_of_a_network_and_an_optimizer_for_batches_of_a_size() -> None:
    known, recipe = Compiled(), Recipe()
    assert not known.covers(recipe, Loop.COMPILED)
    known.note(recipe, Loop.COMPILED)
    for same in (recipe, replace(recipe, epochs=9, seed=3, learning_rate=1.0)):
        assert known.covers(same, Loop.COMPILED)
    for other in (
        replace(recipe, architecture=Architecture(())),
        replace(recipe, optimizer=Optimizer.SGD),
        replace(recipe, weight_decay=0.01),
        replace(recipe, batch_size=64),
        replace(recipe, data=TrainingData(count=100)),
    ):
        assert not known.covers(other, Loop.COMPILED)


def test_line_by_line_nothing_is_compiled() -> None:
    known = Compiled()
    assert known.covers(Recipe(), Loop.LINE_BY_LINE)
    known.note(Recipe(), Loop.LINE_BY_LINE)
    assert not known.covers(Recipe(), Loop.COMPILED)


@pytest.mark.parametrize("loop", [Loop.COMPILED, Loop.KERAS])
def test_as_many_are_remembered_as_the_engines_keep(loop: Loop) -> None:
    assert compiled.KEPT_PROGRAMS == {Loop.COMPILED: KEPT_PROGRAMS, Loop.KERAS: KEPT_BY_KERAS}
    kept = compiled.KEPT_PROGRAMS[loop]
    known = Compiled()
    recipes = [Recipe(architecture=Architecture((HiddenLayer(units),))) for units in range(1, kept + 2)]
    for recipe in recipes[:-1]:
        known.note(recipe, loop)
    known.note(recipes[0], loop)  # used again
    known.note(recipes[-1], loop)
    covered = [known.covers(recipe, loop) for recipe in recipes]
    assert covered == [True, False, *[True] * (kept - 1)]


def test_what_one_loop_has_compiled_the_other_has_not() -> None:
    known = Compiled()
    known.note(Recipe(), Loop.KERAS)
    assert known.covers(Recipe(), Loop.KERAS)
    assert not known.covers(Recipe(), Loop.COMPILED)
