"""What an attempt is made of, which of its runs is the best, and how long a queue will take."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.checkpoint import untrained
from digitpad.runs.queue.attempts import RATES, plans
from digitpad.runs.queue.plan import Attempt, Kind
from digitpad.runs.queue.ranking import ranked, result_of
from digitpad.runs.queue.time_left import seconds_left
from digitpad.runs.recipe import KERAS_RECIPE, Loop, Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Score, Scores

HELD_OUT = replace(KERAS_RECIPE, data=replace(KERAS_RECIPE.data, validation=0.1))


def run_with(*scores: Scores, recipe: Recipe = HELD_OUT, accuracy: float | None = None) -> Run:
    """Return a run of which an epoch ended at each of these scores."""
    run = Run(0, "a run", recipe)
    run.history.extend(np.ones(recipe.batches_per_epoch * max(1, len(scores)), np.float32), 1.0)
    for epoch, found in enumerate(scores, 1):
        run.history.add_scores(epoch * recipe.batches_per_epoch, found)
    if accuracy is not None:
        run.history.add_accuracy(accuracy)
    return run


def scores(validation: float, test: float, loss: float = 0.5) -> Scores:
    return Scores(validation=Score(loss, validation), test=Score(loss, test))


class TestAnAttempt:
    def test_has_a_rate_for_each_power_of_ten(self) -> None:
        recipe = replace(KERAS_RECIPE, epochs=2, seed=7)
        found = plans(Attempt(Kind.RATES, 1), recipe, Loop.LINE_BY_LINE)
        assert [plan.recipe.learning_rate for plan in found] == list(RATES)
        assert pytest.approx([10.0**power for power in range(-5, 2)]) == RATES
        assert {replace(plan.recipe, learning_rate=recipe.learning_rate) for plan in found} == {recipe}
        assert {plan.loop for plan in found} == {Loop.LINE_BY_LINE}
        assert {plan.attempt for plan in found} == {Attempt(Kind.RATES, 1)}

    def test_has_each_optimizer(self) -> None:
        found = plans(Attempt(Kind.OPTIMIZERS, 1), KERAS_RECIPE, Loop.COMPILED)
        assert [plan.recipe.optimizer for plan in found] == list(Optimizer)

    def test_leaves_out_the_one_that_its_weight_decay_is_nothing_for(self) -> None:
        found = plans(Attempt(Kind.OPTIMIZERS, 1), replace(KERAS_RECIPE, weight_decay=0.01), Loop.COMPILED)
        assert {plan.recipe.optimizer for plan in found} == set(Optimizer) - {Optimizer.NAIVE_SGD}


class TestARanking:
    def test_is_by_validation_even_if_the_test_says_otherwise(self) -> None:
        one, other = run_with(scores(0.9, 0.99)), run_with(scores(0.95, 0.8))
        found = ranked([result_of(one), result_of(other)])
        assert found.by_validation
        assert [result.run for result in found.results] == [other, one]
        assert found.best is not None
        assert found.measured(found.best) == 0.95

    def test_is_by_the_test_where_nothing_is_held_out(self) -> None:
        one, other = run_with(accuracy=0.8, recipe=KERAS_RECIPE), run_with(accuracy=0.9, recipe=KERAS_RECIPE)
        found = ranked([result_of(one), result_of(other)])
        assert not found.by_validation
        assert [result.run for result in found.results] == [other, one]

    def test_is_by_the_test_for_all_if_one_of_them_has_no_validation(self) -> None:
        one, other = run_with(scores(0.99, 0.8)), run_with(accuracy=0.9, recipe=KERAS_RECIPE)
        found = ranked([result_of(one), result_of(other)])
        assert not found.by_validation
        assert [result.run for result in found.results] == [other, one]

    def test_has_those_last_that_diverged_or_were_never_measured(self) -> None:
        good, diverged, unmeasured = run_with(scores(0.5, 0.5)), run_with(scores(0.9, 0.9)), run_with()
        found = ranked([result_of(diverged, is_whole=False), result_of(unmeasured), result_of(good)])
        assert found.best is not None
        assert found.best.run is good
        assert found.results[0].run is good

    def test_has_no_best_one_before_anything_is_measured(self) -> None:
        assert ranked([result_of(run_with())]).best is None
        assert ranked([]).best is None

    def test_is_by_the_epoch_whose_weights_a_run_keeps(self) -> None:
        course = scores(0.97, 0.96, loss=0.1), scores(0.9, 0.91, loss=0.4)
        assert result_of(run_with(*course)).validation == 0.9
        recipe = replace(HELD_OUT, best_weights=True, epochs=len(course))
        ends = [run_with(*course, recipe=recipe) for _ in course]
        for epoch, run in enumerate(ends, 1):  # the best weights, and the last ones, as the best are lost
            run.snapshot = replace(untrained(recipe), updates=epoch * recipe.batches_per_epoch)
        assert [(result_of(run).validation, result_of(run).test) for run in ends] == [(0.97, 0.96), (0.9, 0.91)]


class TestTheTimeLeft:
    def test_is_unknown_before_the_first_batch(self) -> None:
        assert seconds_left(Run(0, "", KERAS_RECIPE), [KERAS_RECIPE]) is None

    def test_is_that_of_the_batches_that_are_left(self) -> None:
        run = Run(0, "", KERAS_RECIPE)
        run.history.extend(np.ones(100, np.float32), 2.0)
        rest = KERAS_RECIPE.total_batches - 100
        assert seconds_left(run, []) == pytest.approx(rest * 0.02)
        both = seconds_left(run, [KERAS_RECIPE])
        assert both == pytest.approx((rest + KERAS_RECIPE.total_batches) * 0.02)

    def test_is_longer_for_what_has_more_to_multiply(self) -> None:
        run = Run(0, "", KERAS_RECIPE)
        run.history.extend(np.ones(100, np.float32), 2.0)
        larger = replace(KERAS_RECIPE, architecture=Architecture((HiddenLayer(2048),)))
        small, large = seconds_left(run, [KERAS_RECIPE]), seconds_left(run, [larger])
        assert small is not None
        assert large is not None
        assert large > 1.5 * small
