"""What is said of validation in a recipe, beside other recipes, and of a run's scores."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.data.training_data import TrainingData
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Score, Scores
from digitpad.workspace.wording.recipe.recipe_texts import common, difference, summary
from digitpad.workspace.wording.recipe.score_texts import (
    curves_text,
    ending_text,
    exact_loss,
    gap_text,
    loss_text,
    scores_tip,
)

pytestmark = pytest.mark.usefixtures("qapp")  # which speaks English

HELD_OUT = Recipe(data=TrainingData(validation=0.1))
ALL = replace(HELD_OUT, weight_decay=0.01, patience=3, best_weights=True)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_recipe_names_what_is_unusual() -> None:
    assert "validation" not in summary(Recipe())
    assert plain(summary(HELD_OUT)).endswith("seed 0 · validation: 10 %")
    said = "validation: 10 % · weight decay 0.01 · patience of 3 epochs · best epoch’s weights"
    assert plain(summary(ALL)).endswith(said)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (Recipe(), HELD_OUT, ("validation: 0 %", "validation: 10 %")),
        (HELD_OUT, replace(HELD_OUT, weight_decay=1e-3), ("no weight decay", "weight decay 0.001")),
        (replace(HELD_OUT, patience=1), HELD_OUT, ("patience of 1 epoch", "no patience")),
        (HELD_OUT, replace(HELD_OUT, best_weights=True), ("last epoch’s weights", "best epoch’s weights")),
    ],
    ids=["validation", "decay", "patience", "weights"],
)
def test_runs_are_told_apart_by_it(one: Recipe, other: Recipe, said: tuple[str, str]) -> None:
    recipes = [one, other]
    assert tuple(plain(difference(recipe, recipes)) for recipe in recipes) == said


def test_what_recipes_have_in_common_names_it() -> None:
    assert "weight decay 0.01" in common([ALL, replace(ALL, seed=1)])
    assert "decay" not in common([Recipe(), Recipe(seed=1)])


def test_the_gap_is_to_the_test_where_nothing_is_held_out() -> None:
    run = Run(0, "Run 1", Recipe())
    run.history.add_scores(0, Scores(Score(0.25, 0.95), None, Score(0.75, 0.9)))
    assert gap_text(run, "loss") == "gap 0.500"
    assert plain(gap_text(run, "accuracy")) == "gap 5.0 %"
    assert plain(curves_text(run, is_short=True)) == "● training  ▽ test"
    run.history.add_scores(0, Scores(None, None, Score(0.75, 0.9)))
    assert gap_text(run, "loss") == ""


def test_whose_test_it_is_is_said_where_it_is_not_mnists() -> None:
    run = Run(0, "Run 1", Recipe())
    run.history.add_scores(0, Scores(Score(0.25, 0.95), None, Score(0.75, 0.9), test_of="0f" * 32))
    assert plain(curves_text(run, is_short=True)) == "● training  ▽ test on our held-out digits"
    assert "held-out digits" in scores_tip(run)
    run.history.add_scores(0, Scores(Score(0.25, 0.95), None, Score(0.75, 0.9)))
    assert "held-out" not in scores_tip(run)


def test_a_run_whose_patience_was_out_with_its_last_epoch_has_not_stopped_by_itself() -> None:
    recipe = replace(HELD_OUT, epochs=3, patience=2)
    for epochs, said in ((3, ""), (4, "Stopped by itself after epoch 3")):
        run = Run(0, "Run 1", replace(recipe, epochs=epochs))
        per_epoch = recipe.batches_per_epoch
        run.history.extend(np.ones(3 * per_epoch, np.float32), 1.0)
        for epoch, loss in enumerate((0.1, 0.2, 0.3), 1):
            run.history.add_scores(epoch * per_epoch, Scores(validation=Score(loss, 0.9)))
        assert ending_text(run).startswith(said)
        assert bool(ending_text(run)) == bool(said)


@pytest.mark.parametrize(
    ("loss", "told", "exact"),
    [
        (0.6981, "0.698", "0.6981"),
        (16.118, "16.12", "16.1180"),
        (1234.56, "1235", "1234.56"),
        (151_493.156, "150000", "151493"),
        (6.77e34, "6.8e+34", "6.77e+34"),
    ],
)
def test_a_loss_that_explodes_needs_no_more_room_than_another(loss: float, told: str, exact: str) -> None:
    assert (loss_text(loss), exact_loss(loss)) == (told, exact)
