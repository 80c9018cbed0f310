"""Every number on the cards can be found by a pocket calculator from the others, as they are displayed."""

import math
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import Tape
from digitpad.network.slope import BatchLoss
from digitpad.network.snapshot import frozen
from digitpad.runs.recipe import Optimizer
from digitpad.ui.views.step.cards.again_card import AgainCard
from digitpad.ui.views.step.cards.gradients_card import GradientsCard
from digitpad.ui.views.step.cards.loss_card import LossCard
from digitpad.ui.views.step.cards.mean_card import MeanCard
from digitpad.ui.views.step.cards.update_card import UpdateCard
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.gradients import steepest
from digitpad.workspace.wording.acts.names import next_text
from tests.ui.views.step.reading import agrees, numbers
from tests.ui.views.step.tapes import NO_HIDDEN, TWO_HIDDEN, made_tape, recipe_of

MAKERS: dict[str, Callable[[], Tape]] = {
    "lesson": made_tape,
    "no hidden layer, trained": lambda: made_tape(recipe_of(architecture=NO_HIDDEN), trained=40),
    "two hidden layers, Adam": lambda: made_tape(
        recipe_of(architecture=TWO_HIDDEN, optimizer=Optimizer.ADAM, learning_rate=1e-3)
    ),
    "RMSprop, small rate": lambda: made_tape(recipe_of(optimizer=Optimizer.RMSPROP, learning_rate=1e-5)),
    "SGD, weight decay": lambda: made_tape(recipe_of(optimizer=Optimizer.SGD, weight_decay=0.02)),
    "Adam, weight decay": lambda: made_tape(
        recipe_of(optimizer=Optimizer.ADAM, learning_rate=1e-3, weight_decay=0.5, architecture=NO_HIDDEN)
    ),
    "one picture": lambda: made_tape(recipe_of(batch_size=1, architecture=NO_HIDDEN), trained=30),
    "an own drawing": lambda: made_tape(recipe_of(batch_size=32, architecture=NO_HIDDEN), own=True),
    "60,000 pictures": lambda: made_tape(recipe_of(batch_size=60_000, architecture=NO_HIDDEN)),
}
FEW = 12
"""Pictures and weights that are looked at of each tape."""


@cache
def tape_of(name: str) -> Tape:
    return MAKERS[name]()


@pytest.fixture(params=list(MAKERS))
def tape(request: pytest.FixtureRequest) -> Tape:
    return tape_of(request.param)


def choices(tape: Tape) -> list[Choice]:
    """Return the steepest weight of each tensor, and some at random."""
    rng = np.random.default_rng(0)
    found = [steepest(tape, Choice(tensor=tensor)) for tensor in range(len(tape.before))]
    return [
        *found,
        *(Choice(0, int(rng.integers(len(tape.before))), *rng.integers(0, 784, 2)) for _ in range(FEW)),
    ]


@pytest.mark.usefixtures("language")
def test_a_picture_s_loss_is_minus_log_of_its_probability(tape: Tape, qtbot: QtBot) -> None:
    card = LossCard()
    qtbot.addWidget(card)
    assert tape.batch is not None
    for picture in {0, len(tape.batch.labels) - 1, *range(min(FEW, len(tape.batch.labels)))}:
        card.show_tape(tape, Choice(picture))
        probability, loss = numbers(card.formula.text())
        assert agrees(-math.log(probability.value), loss), card.formula.text()
        assert loss.value == pytest.approx(float(tape.losses[picture]), abs=loss.half * 1.001)


@pytest.mark.parametrize("probability", [0.5, 0.99, 0.9999, 0.9999997, 1e-4, 3e-7, 1e-12, 1e-30, 0.1, 0.95])
@pytest.mark.usefixtures("language")
def test_also_where_it_is_nearly_sure_or_nearly_impossible(probability: float, qtbot: QtBot) -> None:
    card = LossCard()
    qtbot.addWidget(card)
    card.show_tape(with_first_loss(probability, -math.log(probability)), Choice(0))
    shown, loss = numbers(card.formula.text())
    assert agrees(-math.log(shown.value), loss), card.formula.text()
    assert loss.value == pytest.approx(-math.log(probability), rel=0.01)


@pytest.mark.usefixtures("language")
def test_a_probability_below_float32_comes_from_its_loss(qtbot: QtBot) -> None:
    card = LossCard()
    qtbot.addWidget(card)
    card.show_tape(with_first_loss(0.0, 2000.0), Choice(0))
    text = card.formula.text()
    mantissa = numbers(text.partition("·")[0])[0].value
    exponent = int(
        text.partition("·10")[2].partition(" ")[0].translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789"))
    )
    assert math.log(mantissa) + exponent * math.log(10) == pytest.approx(-2000, abs=0.01)
    assert numbers(text)[-1].value == 2000


def with_first_loss(probability: float, loss: float) -> Tape:
    """Return a tape whose first picture has this probability and this loss."""
    tape = tape_of("an own drawing")
    assert tape.probabilities is not None
    assert tape.batch is not None
    assert tape.losses is not None
    probabilities, losses = tape.probabilities.copy(), tape.losses.copy()
    probabilities[0, tape.batch.labels[0]], losses[0] = probability, loss
    return replace(tape, probabilities=probabilities, losses=losses)


@pytest.mark.usefixtures("language")
def test_a_page_that_makes_another_loss_of_it_is_told(qtbot: QtBot) -> None:
    card = LossCard()
    qtbot.addWidget(card)
    card.show_tape(with_first_loss(0.25, 2 * -math.log(0.25)), Choice(0))
    probability, loss, page = numbers(card.formula.text())
    assert agrees(-math.log(probability.value), loss)
    assert page.value == pytest.approx(2 * loss.value, abs=0.02)


@pytest.mark.usefixtures("language")
def test_the_mean_is_that_of_the_losses_shown(tape: Tape, qtbot: QtBot) -> None:
    card = MeanCard()
    qtbot.addWidget(card)
    card.show_tape(tape, Choice())
    assert tape.batch is not None
    average = numbers(card.average.text())[-1]
    assert agrees(average.value, numbers(card.formula.text())[-1])
    total, count, mean = numbers(card.total.text())
    assert agrees(total.value / count.value, mean)
    assert count.value == tape.batch.size
    assert average.value == pytest.approx(tape.mean, abs=average.half * 1.01)
    listed = numbers(card.losses.text())
    assert len(listed) == (tape.batch.size if tape.batch.size <= 128 else 0)
    if listed:
        assert agrees(sum(term.value for term in listed) / len(listed), mean)
        assert numbers(card.formula.text())[: min(2, len(listed))] == listed[:2]
    assert card.other.text() == ""


@pytest.mark.usefixtures("language")
def test_a_page_that_makes_another_number_of_the_mean_is_told(qtbot: QtBot) -> None:
    tape = tape_of("lesson")
    assert tape.mean is not None
    card = MeanCard()
    qtbot.addWidget(card)
    card.show_tape(replace(tape, mean=2 * tape.mean), Choice())
    assert numbers(card.average.text())[-1].value == pytest.approx(2 * tape.mean, abs=0.01)
    assert numbers(card.formula.text())[-1].value == pytest.approx(tape.mean, abs=0.01)
    mean, page = numbers(card.other.text())[:2]
    assert page.value == pytest.approx(2 * mean.value, rel=1e-3)


def batch_loss(tape: Tape, choice: Choice) -> BatchLoss:
    assert tape.batch is not None
    index = choice.index(tape.before[choice.tensor].shape)
    architecture, batch = tape.recipe.architecture, tape.batch
    return BatchLoss(architecture, tape.before, batch.images, batch.labels, choice.tensor, index)


@pytest.mark.parametrize("name", [name for name in MAKERS if name != "60,000 pictures"])
@pytest.mark.usefixtures("language")
def test_the_slope_is_that_of_two_losses(name: str, qtbot: QtBot) -> None:
    tape = tape_of(name)
    card = GradientsCard()
    qtbot.addWidget(card)
    assert tape.gradients is not None
    for choice in choices(tape):
        card.show_tape(tape, choice)
        gradient = float(tape.gradients[choice.tensor][choice.index(tape.before[choice.tensor].shape)])
        slope = batch_loss(tape, choice).slope(1e-3)
        card.show_slope(slope, [], gradient)
        words = card.slope.quotient_words.text()
        upper, lower, width, quotient = numbers(words.partition("=")[2])
        assert agrees((upper.value - lower.value) / width.value, quotient), words
        tape_slope = numbers(card.slope.tape_words.text())[-1]
        assert tape_slope.value == pytest.approx(gradient, abs=tape_slope.half * 1.001)
        assert quotient.value == pytest.approx(tape_slope.value, rel=0.02, abs=1e-4)


@pytest.mark.usefixtures("language")
def test_the_new_weight_is_the_old_one_less_rate_times_slope(tape: Tape, qtbot: QtBot) -> None:
    card = UpdateCard()
    qtbot.addWidget(card)
    assert tape.after is not None
    for choice in choices(tape):
        card.show_tape(tape, choice)
        text = card.formula.text()
        before, rate, factor, after = numbers(text)
        assert agrees(before.value - rate.value * factor.value, after), text
        index = choice.index(tape.before[choice.tensor].shape)
        assert before.value == pytest.approx(float(tape.before[choice.tensor][index]), abs=before.half * 1.01)
        assert rate.value == pytest.approx(tape.rate, rel=1e-6)


@pytest.mark.parametrize("name", ["two hidden layers, Adam", "RMSprop, small rate"])
@pytest.mark.usefixtures("language")
def test_what_an_optimizer_made_of_the_slope_is_said(name: str, qtbot: QtBot) -> None:
    tape = tape_of(name)
    card = UpdateCard()
    qtbot.addWidget(card)
    choice = steepest(tape)
    card.show_tape(tape, choice)
    assert tape.gradients is not None
    gradient = float(tape.gradients[0][choice.row, choice.column])
    assert card.factor.text().startswith(("RMSprop", "Adam"))
    told = sorted(numbers(card.factor.text()), key=lambda read: abs(read.value - gradient))
    assert told[0].value == pytest.approx(gradient, rel=1e-3)
    used = numbers(card.formula.text())[2]
    assert told[1] == used, "the sum uses what the optimizer made"


@pytest.mark.parametrize("name", ["SGD, weight decay", "Adam, weight decay"])
@pytest.mark.usefixtures("language")
def test_what_weight_decay_adds_to_the_slope_is_written_out(name: str, qtbot: QtBot) -> None:
    tape = tape_of(name)
    card = UpdateCard()
    qtbot.addWidget(card)
    decay, said = tape.recipe.weight_decay, 0
    for choice in choices(tape):
        card.show_tape(tape, choice)
        text, tensor = card.factor.text(), tape.before[choice.tensor]
        value = float(tensor[choice.index(tensor.shape)])
        if not (text and value):  # it is too little for a float32, or nothing: the weight goes by the slope alone
            continue
        said += 1
        *_, made, share, weight, factor = numbers(text)
        assert share.value == decay
        assert weight.value == pytest.approx(value, rel=1e-3)
        slack = made.half + weight.half + factor.half
        assert abs(made.value + share.value * weight.value - factor.value) <= 1.01 * slack, text
        assert factor == numbers(card.formula.text())[2], "the sum uses all of it"
    assert said
    before = replace(tape, after=None, updated=False, again=None)
    assert [read.value for read in numbers(next_text(before))] == [pytest.approx(tape.rate), decay]


@pytest.mark.usefixtures("language")
def test_a_change_shows_three_digits_where_float32_has_them(qtbot: QtBot) -> None:
    tape = tape_of("lesson")
    card = UpdateCard()
    qtbot.addWidget(card)
    card.show_tape(tape, steepest(tape))
    before, *_, after = numbers(card.formula.text())
    assert abs(before.value - after.value) / (2 * before.half) > 99


@pytest.mark.parametrize("rate", [1e-5, 1e-6, 1e-7, 1e-8, 1e-12])
@pytest.mark.usefixtures("language")
def test_what_float32_cannot_tell_apart_is_not_written(rate: float, qtbot: QtBot) -> None:
    tape = tape_of("lesson")
    assert tape.gradients is not None
    after = frozen([weight - np.float32(rate) * g for weight, g in zip(tape.before, tape.gradients, strict=True)])
    small = replace(tape, rate=rate, after=after)
    card = UpdateCard()
    qtbot.addWidget(card)
    for choice in choices(tape):
        card.show_tape(small, choice)
        before, shown_rate, factor, made = numbers(card.formula.text())
        assert agrees(before.value - shown_rate.value * factor.value, made), card.formula.text()
    card.show_tape(small, (choice := steepest(tape)))
    is_lost = bool(after[0][choice.row, choice.column] == tape.before[0][choice.row, choice.column])
    assert bool(card.factor.text()) == is_lost == (rate < 1e-7)


@pytest.mark.usefixtures("language")
def test_how_far_the_tensors_moved(tape: Tape, qtbot: QtBot) -> None:
    card = UpdateCard()
    qtbot.addWidget(card)
    card.show_tape(tape, Choice())
    assert tape.after is not None
    for (norm, largest), old, new in zip(card.tensors.texts(), tape.before, tape.after, strict=True):
        moved = new.astype(np.float64) - old
        assert numbers(norm)[0].value == pytest.approx(float(np.sqrt((moved**2).sum())), rel=0.006)
        assert numbers(largest)[0].value == pytest.approx(float(np.abs(moved).max()), rel=0.006)


@pytest.mark.usefixtures("language")
def test_before_and_after_differ_by_what_is_said(tape: Tape, qtbot: QtBot) -> None:
    card = AgainCard()
    qtbot.addWidget(card)
    card.show_tape(tape, Choice())
    before, after = numbers(card.losses.text())
    change = numbers(card.fell.text())[-1]
    assert agrees(abs(before.value - after.value), change), card.losses.text()
    assert tape.losses is not None
    assert before.value == pytest.approx(float(mean(tape.losses)), abs=before.half * 1.01)
    assert tape.probabilities is not None
    assert tape.again is not None
    assert tape.batch is not None
    labels = tape.batch.labels
    right = [int((p.argmax(axis=1) == labels).sum()) for p in (tape.probabilities, tape.again.probabilities)]
    assert [read.value for read in numbers(card.right.text())[:3]] == [*right, len(labels)]


def mean(losses: Floats) -> np.float64:
    return np.mean(losses, dtype=np.float64)
