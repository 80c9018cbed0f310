"""What need not be compiled any more, as far as the window can know."""

from dataclasses import replace

from digitpad.data.training_data import TrainingData
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
        replace(recipe, batch_size=64),
        replace(recipe, data=TrainingData(count=100)),
    ):
        assert not known.covers(other, Loop.COMPILED)


def test_line_by_line_nothing_is_compiled() -> None:
    known = Compiled()
    assert known.covers(Recipe(), Loop.LINE_BY_LINE)
    known.note(Recipe(), Loop.LINE_BY_LINE)
    assert not known.covers(Recipe(), Loop.COMPILED)


def test_as_many_are_remembered_as_the_engines_keep() -> None:
    assert compiled.KEPT_PROGRAMS == KEPT_PROGRAMS
    known = Compiled()
    recipes = [Recipe(architecture=Architecture((HiddenLayer(units),))) for units in range(1, KEPT_PROGRAMS + 2)]
    for recipe in recipes[:-1]:
        known.note(recipe, Loop.COMPILED)
    known.note(recipes[0], Loop.COMPILED)  # used again
    known.note(recipes[-1], Loop.COMPILED)
    covered = [known.covers(recipe, Loop.COMPILED) for recipe in recipes]
    assert covered == [True, False, *[True] * (KEPT_PROGRAMS - 1)]
