"""Which columns find room, and what is said to set runs apart: without a window."""

from dataclasses import replace

import pytest

from digitpad.data.training_data import TrainingData
from digitpad.runs.recipe import KERAS_RECIPE, Loop, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.runs.differences import Differences
from digitpad.workspace.runs.run_cells import LOSSES, Column
from digitpad.workspace.runs.run_columns import OF_VALIDATION, fitting, telling

HELD_OUT = replace(KERAS_RECIPE, data=TrainingData(count=1000, validation=0.1))
WIDTHS = dict.fromkeys(Column, 10)
NO_WISH = 0, 0


def runs(*recipes: Recipe) -> list[Run]:
    return [Run(number, f"Run {number}", recipe) for number, recipe in enumerate(recipes)]


class TestColumns:
    def test_without_validation_there_are_none_of_it(self) -> None:
        assert not telling(runs(KERAS_RECIPE), differ=True) & OF_VALIDATION
        assert telling(runs(KERAS_RECIPE, HELD_OUT), differ=True) == set(Column)

    def test_where_nothing_differs_the_recipe_stands_in_its_place(self) -> None:
        columns = telling(runs(HELD_OUT), differ=False)
        assert Column.DIFFERENCE not in columns
        assert fitting(columns, WIDTHS, NO_WISH, 30) == {Column.NAME, Column.RECIPE, Column.VALIDATION}

    def test_words_give_way_to_a_score(self) -> None:
        columns = frozenset(Column)
        assert fitting(columns, WIDTHS, NO_WISH, 29) == {Column.NAME, Column.VALIDATION}
        narrow = {**WIDTHS, Column.TEST: 5}
        assert fitting(columns, narrow, NO_WISH, 25) == {Column.NAME, Column.DIFFERENCE, Column.TEST}
        assert fitting(columns, narrow, NO_WISH, 18) == {Column.NAME, Column.TEST}
        assert fitting(columns, WIDTHS, NO_WISH, 19) == {Column.NAME, Column.DIFFERENCE}

    @pytest.mark.parametrize(
        ("room", "more"),
        [
            (30, {Column.VALIDATION}),
            (40, {Column.VALIDATION, Column.TEST}),
            (70, {Column.VALIDATION, Column.TEST, Column.TRAINING, Column.EPOCHS, Column.BEST_EPOCH}),
            (80, {Column.VALIDATION, Column.TEST, Column.TRAINING, *LOSSES}),
            (10 * len(Column), set(Column)),
        ],
    )
    def test_the_most_telling_come_first_and_losses_together(self, room: int, more: set[Column]) -> None:
        found = fitting(frozenset(Column), WIDTHS, NO_WISH, room)
        assert found == {Column.NAME, Column.DIFFERENCE, *more}

    def test_words_take_their_room_before_what_tells_less(self) -> None:
        found = fitting(frozenset(Column), WIDTHS, (30, 0), 70)
        assert found == {Column.NAME, Column.DIFFERENCE, Column.VALIDATION, Column.TEST}


class TestDifferences:
    def test_what_few_have_in_common_comes_first(self) -> None:
        rate = replace(HELD_OUT, learning_rate=0.01)
        listed = runs(HELD_OUT, replace(HELD_OUT, batch_size=64), replace(rate, batch_size=32))
        found = Differences()
        assert found.follow(listed)
        assert found.of(listed[2]) == "0.01 · × 32"
        assert found.of(listed[1]) == "× 64 · 0.001"

    def test_of_runs_that_are_alike_nothing_is_said(self) -> None:
        listed = runs(HELD_OUT, HELD_OUT)
        found = Differences()
        found.follow(listed)
        assert not found.are_any
        assert found.of(listed[0]) == ""

    def test_they_are_found_anew_only_where_something_is_made_otherwise(self) -> None:
        listed = runs(HELD_OUT, KERAS_RECIPE)
        found = Differences()
        assert found.follow(listed)
        assert not found.follow(listed)
        assert not found.follow([*listed, Run(2, "Run 2", HELD_OUT)])
        assert found.follow([*listed, Run(2, "Run 2", HELD_OUT, loop=Loop.KERAS)])
        assert found.of(listed[0]).startswith("compiled · ")
