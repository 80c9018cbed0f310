"""The different recipes of many runs."""

from dataclasses import replace

from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.workspace.runs.distinct import DistinctRecipes


def recipes(*seeds: int) -> list[Recipe]:
    return [replace(KERAS_RECIPE, seed=seed) for seed in seeds]


def test_those_that_are_alike_come_once_in_their_order() -> None:
    assert DistinctRecipes().of(recipes(3, 1, 3, 2, 1)) == recipes(3, 1, 2)


def test_what_comes_and_goes() -> None:
    distinct = DistinctRecipes()
    runs = recipes(1, 2, 1)
    assert distinct.of(runs) == recipes(1, 2)
    assert distinct.of([*runs, *recipes(2, 4)]) == recipes(1, 2, 4)
    assert distinct.of(runs[1:]) == recipes(2, 1)
    assert distinct.of([]) == []
    assert distinct.of(recipes(2)) == recipes(2)
