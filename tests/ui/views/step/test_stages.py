"""Every card at every stage of every kind of step: what no line has made is not shown, and nothing breaks."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from digitpad.engines.acts.tape import SHOWN, Act, Stop, Tape
from digitpad.network.architecture import Architecture
from digitpad.runs.recipe import Optimizer
from digitpad.ui.views.step.step_panel import StepPanel
from digitpad.workspace.stepping.choice import Choice
from tests.ui.views.step.tapes import NO_HIDDEN, TWO_HIDDEN, made_tape, recipe_of, stages, stop_at

NUMBERS = {
    Act.LOSS: lambda panel: panel.cards[Act.LOSS].formula.text(),
    Act.MEAN: lambda panel: panel.mean.average.text(),
    Act.GRADIENTS: lambda panel: "".join(map("".join, panel.gradients.tensors.texts())),
    Act.UPDATE: lambda panel: panel.update_.formula.text(),
    Act.AGAIN: lambda panel: panel.again.losses.text(),
}
"""What each card says first once it can say something."""


@pytest.mark.parametrize("architecture", [NO_HIDDEN, Architecture(), TWO_HIDDEN], ids=lambda a: len(a.hidden))
@pytest.mark.parametrize("optimizer", [Optimizer.NAIVE_SGD, Optimizer.ADAM])
@pytest.mark.parametrize(("size", "own"), [(1, True), (3, False), (200, True)])
def test_cards_show_what_is_known(
    architecture: Architecture, optimizer: Optimizer, size: int, own: bool, panel: StepPanel
) -> None:
    recipe = recipe_of(architecture=architecture, optimizer=optimizer, batch_size=size)
    for tape in stages(made_tape(recipe, own=own)):
        panel.show_stop(Stop(None, tape), Choice(picture=500, tensor=9, row=900, column=900), None)
        assert panel.card is panel.cards[tape.act]
        for act, button in panel.bar.buttons.items():
            assert button.isEnabled() == (tape.batch is not None and act <= tape.act)
        for act, card in panel.cards.items():
            card.show_tape(tape, panel.card.choice)
            if act in NUMBERS:
                assert bool(NUMBERS[act](panel)) == (act <= tape.complete or act == Act.UPDATE == tape.act), act
        assert panel.grab().width() == panel.width()
    grid = panel.cards[Act.FORWARD].grid
    assert grid.count == min(size, SHOWN)


def test_layers_appear_as_they_run(panel: StepPanel) -> None:
    card = panel.cards[Act.FORWARD]
    tape = made_tape(recipe_of(architecture=TWO_HIDDEN, batch_size=128))
    seen = []
    for stage in stages(tape):
        card.show_tape(stage, Choice())
        seen.append([words.text() for words in card.formulas if words.text()])
    assert seen[-1] == [
        "(128, 784)·(784, 40) + (40,) → tanh → (128, 40)",
        "(128, 40)·(40, 23) + (23,) → relu → (128, 23)",
        "(128, 23)·(23, 10) + (10,) → softmax → (128, 10)",
    ]
    assert [len(texts) for texts in seen[:6]] == [0, 0, 1, 2, 3, 3]


def test_a_smaller_network_leaves_no_rows_of_a_larger_one(panel: StepPanel) -> None:
    large, small = made_tape(recipe_of(architecture=TWO_HIDDEN)), made_tape(recipe_of(architecture=NO_HIDDEN))
    for tape, rows in ((large, 6), (small, 2), (large, 6)):
        for act in Act:
            panel.show_stop(stop_at(tape), Choice(tensor=5), act)
        assert len(panel.gradients.tensors.texts()) == rows
        assert panel.gradients.tensors.button(1).isVisibleTo(panel.gradients)
        formulas = [words.text() for words in panel.cards[Act.FORWARD].formulas if words.text()]
        assert len(formulas) == rows // 2
    panel.gradients.show_tape(small, Choice())
    assert not panel.gradients.tensors.button(5).isVisibleTo(panel.gradients)


def test_only_some_of_a_large_batch_are_shown_and_it_is_said(panel: StepPanel) -> None:
    tape = made_tape(recipe_of(architecture=NO_HIDDEN, batch_size=2000), own=True)
    panel.show_stop(stop_at(tape), Choice(picture=0), Act.BATCH)
    card = panel.cards[Act.BATCH]
    assert card.shapes.text() == "images_batch (2000, 784) float32 · labels_batch (2000,)"
    assert card.counts.text() == "128 of the batch’s 2,000 pictures are shown · 1 picture drawn here"
    assert card.words.text() == "Picture 1, drawn here, label 4"
    panel.show_stop(stop_at(tape), Choice(), Act.LOSS)
    loss = panel.cards[Act.LOSS]
    assert loss.counts.text().startswith("128 of the batch’s 2,000 pictures are shown"), "of all the mean is made"
    panel.show_stop(stop_at(made_tape(recipe_of(batch_size=8))), Choice(), Act.LOSS)
    assert loss.counts.text() == ""
    panel.show_stop(stop_at(tape), Choice(), Act.AGAIN)
    assert "of the 128 shown" in panel.again.right.text()


def test_tensors_that_have_not_moved_yet_have_no_length(panel: StepPanel) -> None:
    tape = made_tape(recipe_of(architecture=NO_HIDDEN))
    half = replace(tape, after=(tape.after[0], tape.before[1]), updated=False, again=None)
    panel.update_.show_tape(half, Choice())
    moved, still = panel.update_.tensors.texts()
    assert moved[0] != "–"
    assert still == ["–", "–"]


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_none_are_shown_as_such(value: float, panel: StepPanel) -> None:
    tape = made_tape(recipe_of(architecture=TWO_HIDDEN))
    broken = spoilt(tape, np.float32(value))
    for act in Act:
        panel.show_stop(stop_at(broken), Choice(), act)
        panel.show_slope(None, [(0.1, value), (0.2, 1.0)], value)
        assert not panel.grab().isNull()
    assert panel.mean.average.text().endswith(("NaN", "∞"))


def spoilt(tape: Tape, value: np.float32) -> Tape:
    """Return a tape of a run that has diverged."""
    spoil = lambda arrays: tuple(np.full_like(array, value) for array in arrays)  # noqa: E731
    return replace(
        tape,
        layers=tuple(replace(layer, outputs=np.full_like(layer.outputs, value)) for layer in tape.layers),
        probabilities=np.full_like(tape.probabilities, np.nan),
        losses=np.full_like(tape.losses, value),
        mean=float(value),
        gradients=spoil(tape.gradients),
        after=spoil(tape.after),
        again=replace(
            tape.again,
            losses=np.full_like(tape.losses, value),
            probabilities=np.full_like(tape.probabilities, np.nan),
        ),
    )


def test_each_label_says_something_or_takes_no_room(panel: StepPanel) -> None:
    for stage in stages(made_tape(recipe_of(architecture=NO_HIDDEN))):
        panel.show_stop(Stop(None, stage), Choice(), None)
        empty = [label for label in panel.card.findChildren(QLabel) if label.isVisible() and not label.text()]
        assert empty == []
