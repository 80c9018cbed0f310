"""What the sums behind a step's cards are, and ways through its gradients."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.engines.acts.tape import SHOWN, Tape
from digitpad.runs.recipe import Optimizer
from digitpad.workspace.stepping.checks import (
    answers,
    loss_term,
    losses_around,
    mean_term,
    moves,
    shown_losses,
    update_term,
)
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.gradients import BINS, in_unit, next_unit, spread, steepest
from tests.ui.views.step.tapes import NO_HIDDEN, TWO_HIDDEN, made_tape, recipe_of, stages


@pytest.fixture(scope="module")
def tape() -> Tape:
    return made_tape(recipe_of(architecture=TWO_HIDDEN))


@pytest.fixture(scope="module")
def wide() -> Tape:
    """More pictures than are shown, the first one the class's own."""
    return made_tape(recipe_of(architecture=NO_HIDDEN, batch_size=200), own=True)


def test_nothing_is_known_before_its_line(tape: Tape) -> None:
    known = [
        (loss_term(stage, 0), mean_term(stage), update_term(stage, Choice()), answers(stage), losses_around(stage))
        for stage in stages(tape)
    ]
    first = [next(place for place, values in enumerate(known) if values[at] is not None) for at in range(5)]
    assert known[-1].count(None) == 0
    assert first == sorted(first)
    assert len(set(first[:4])) == 4
    for values in known[: first[0]]:
        assert values == (None,) * 5


def test_losses_are_those_of_the_pictures_shown_the_class_s_own_first(wide: Tape) -> None:
    losses = shown_losses(wide)
    assert losses is not None
    assert wide.losses is not None
    assert losses.tolist() == wide.losses[:SHOWN].tolist()
    assert len(wide.losses) == 200
    own = loss_term(wide, 0)
    assert own is not None
    assert own.label == 4
    assert own.agrees
    assert all(loss_term(wide, picture).agrees for picture in range(SHOWN))


def test_what_the_page_made_otherwise_does_not_agree(tape: Tape) -> None:
    assert tape.losses is not None
    assert tape.mean is not None
    doubled = replace(tape, losses=2 * tape.losses)
    assert not loss_term(doubled, 0).agrees
    assert not mean_term(replace(tape, mean=2 * tape.mean)).agrees
    assert mean_term(replace(tape, mean=float("nan"), losses=tape.losses * np.nan)).agrees, "both are no numbers"


def test_an_update_by_hand_is_plain_and_an_optimizer_s_is_not(tape: Tape) -> None:
    choice = steepest(tape)
    term = update_term(tape, choice)
    assert term.plain
    assert term.factor == term.slope
    adam = made_tape(recipe_of(architecture=NO_HIDDEN, optimizer=Optimizer.ADAM, learning_rate=1e-3))
    term = update_term(adam, steepest(adam))
    assert not term.plain
    assert term.factor == pytest.approx((term.before - term.after) / term.rate)
    assert abs(term.factor) == pytest.approx(1, rel=0.01), "Adam's first step has the length of the rate"


def test_a_change_that_float32_cannot_tell_is_lost(tape: Tape) -> None:
    still = replace(tape, rate=1e-12, after=tape.before)
    term = update_term(still, steepest(still))
    assert term.lost
    assert term.plain
    assert not update_term(tape, steepest(tape)).lost


def test_a_rate_of_0_has_no_factor(tape: Tape) -> None:
    term = update_term(replace(tape, rate=0.0, after=tape.before), steepest(tape))
    assert term.plain
    assert term.before == term.after


def test_moves_are_distances(tape: Tape) -> None:
    assert tape.after is not None
    for move, old, new in zip(moves(tape.before, tape.after), tape.before, tape.after, strict=True):
        assert move.norm == pytest.approx(float(np.linalg.norm((new - old).astype(np.float64))), rel=1e-5)
        assert move.largest == pytest.approx(float(np.abs(new - old).max()))


def test_the_steepest_weight_is_the_largest_of_its_tensor(tape: Tape) -> None:
    assert tape.gradients is not None
    for tensor, gradient in enumerate(tape.gradients):
        choice = steepest(tape, Choice(picture=7, tensor=tensor))
        assert (choice.picture, choice.tensor) == (7, tensor)
        assert abs(gradient[choice.index(gradient.shape)]) == np.abs(gradient).max()
    assert steepest(tape).tensor == 0


def test_before_there_are_gradients_a_weight_that_matters_is_proposed(tape: Tape) -> None:
    assert tape.batch is not None
    for stage in stages(tape):
        if stage.gradients is None and stage.probabilities is not None:
            choice = steepest(stage)
            assert tape.batch.images[:, choice.row].mean() > 0.3
            assert np.abs(tape.layers[0].outputs[:, choice.column]).mean() > 0
            assert steepest(stage, Choice(tensor=3)).column < 23


def test_gradients_that_are_no_numbers_break_nothing(tape: Tape) -> None:
    assert tape.gradients is not None
    broken = replace(tape, gradients=tuple(np.full_like(gradient, np.nan) for gradient in tape.gradients))
    assert steepest(broken).tensor == 0
    assert next_unit(broken, Choice(), 1).column == 1
    found = spread(broken.gradients[0])
    assert (found.largest, found.rms, found.counts.sum()) == (0.0, 0.0, 0)


def test_the_next_unit_has_a_gradient(tape: Tape) -> None:
    assert tape.gradients is not None
    gradient = np.zeros_like(tape.gradients[0])
    gradient[5, 3], gradient[100, 30], gradient[200, 30] = 1, 0.5, -2
    sparse = replace(tape, gradients=(gradient, *tape.gradients[1:]))
    ahead = next_unit(sparse, Choice(column=3), 1)
    assert (ahead.row, ahead.column) == (200, 30), "where the unit is steepest"
    assert next_unit(sparse, ahead, 1).column == 3, "around the end"
    assert next_unit(sparse, Choice(column=10), -1).column == 3
    assert next_unit(sparse, Choice(column=3), -1).column == 30
    assert in_unit(sparse, Choice(row=9), 4) == Choice(row=9, column=4), "a dead unit has no steepest weight"
    dead = replace(tape, gradients=(np.zeros_like(gradient), *tape.gradients[1:]))
    assert next_unit(dead, Choice(row=9, column=4), 1) == Choice(row=9, column=4)


@pytest.mark.parametrize("scale", [1e-42, 1e-30, 1e-3, 1e30])
def test_a_histogram_is_numpy_s_but_for_what_lies_on_an_edge(scale: float) -> None:
    values = (np.random.default_rng(0).standard_normal((784, 51)) * scale).astype(np.float32)
    found = spread(values)
    expected, _ = np.histogram(values, bins=BINS, range=(-found.largest, found.largest))
    on_an_edge = 2 if scale > 1e-38 else len(values)  # the smallest numbers of float32 are few
    assert np.abs(found.counts - expected).max() <= on_an_edge
    assert found.counts.sum() == values.size


def test_a_spread_counts_all(tape: Tape) -> None:
    assert tape.gradients is not None
    for gradient in tape.gradients:
        found = spread(gradient)
        assert found.counts.sum() == gradient.size
        assert len(found.counts) == BINS
        assert found.largest == pytest.approx(float(np.abs(gradient).max()))
        assert found.rms == pytest.approx(float(np.sqrt((gradient.astype(np.float64) ** 2).mean())))
