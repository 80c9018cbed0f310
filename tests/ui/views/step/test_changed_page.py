"""A page with a line that a class has inserted: code and cards show what that line has made."""

from dataclasses import replace
from pathlib import Path

import pytest

from digitpad.data.mnist import Dataset
from digitpad.engines.acts.protocol import Go
from digitpad.engines.acts.tape import Act, Stop
from digitpad.engines.protocol import Job
from digitpad.network.slope import BatchLoss
from digitpad.runs.recipe import Optimizer
from digitpad.textbook import training
from digitpad.ui.views.step.step_panel import StepPanel
from digitpad.workspace.stepping.gradients import steepest
from tests.engines.acts.stepping import stops
from tests.engines.acts.test_tape_engine import RECIPE, copy_of_the_page
from tests.ui.views.step.reading import agrees, marked, numbers

INSERTED = "average_loss = average_loss * 2"
BY_HAND = replace(RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1)


@pytest.fixture
def step(small_dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[Act, Stop]:
    """A step by a copy of the page whose loss is twice as large, by what is complete."""
    page = copy_of_the_page(tmp_path, "average_loss = ", INSERTED)
    monkeypatch.setattr(training, "one_training_step", page.one_training_step)
    return {stop.tape.complete: stop for stop in stops(small_dataset, Job(BY_HAND), Go.CARD)}


def show(panel: StepPanel, stop: Stop) -> None:
    panel.show_stop(stop, steepest(stop.tape), None)


def test_the_line_is_marked_before_it_runs(panel: StepPanel, step: dict[Act, Stop]) -> None:
    show(panel, step[Act.MEAN])
    assert [row.strip() for row in marked(panel.code)] == [INSERTED]


@pytest.mark.usefixtures("language")
def test_the_loss_before_and_after_is_the_one_that_the_page_makes(panel: StepPanel, step: dict[Act, Stop]) -> None:
    last = step[Act.AGAIN]
    show(panel, last)
    before, after = numbers(panel.again.losses.text())
    tape = last.tape
    assert tape.mean is not None
    assert tape.again is not None
    assert before.value == pytest.approx(tape.mean, abs=before.half * 1.01)
    assert after.value == pytest.approx(tape.again.mean, abs=after.half * 1.01)
    assert agrees(before.value - after.value, numbers(panel.again.fell.text())[-1])
    panel.show_stop(last, steepest(tape), Act.MEAN)
    average = numbers(panel.mean.average.text())[-1]
    assert average.value == pytest.approx(before.value, abs=average.half + before.half)


@pytest.mark.usefixtures("language")
def test_why_the_slopes_differ_is_said(panel: StepPanel, step: dict[Act, Stop]) -> None:
    stop = step[Act.GRADIENTS]
    tape, choice = stop.tape, steepest(stop.tape)
    show(panel, stop)
    assert tape.batch is not None
    assert tape.gradients is not None
    assert tape.mean is not None
    index = choice.index(tape.before[choice.tensor].shape)
    loss = BatchLoss(
        tape.recipe.architecture, tape.before, tape.batch.images, tape.batch.labels, choice.tensor, index
    )
    slope, gradient = loss.straight_slope((0.01, 0.001, 0.0001)), float(tape.gradients[choice.tensor][index])
    panel.show_slope(slope, [], gradient)
    card = panel.gradients.slope
    assert numbers(card.tape_words.text())[-1].value == pytest.approx(gradient, rel=1e-3)
    page, network = numbers(card.difference_words.text())
    assert page.value == pytest.approx(tape.mean, abs=page.half * 1.01)
    assert network.value == pytest.approx(slope.loss, abs=network.half * 1.01)
    assert page.value == pytest.approx(2 * network.value, rel=0.01)
