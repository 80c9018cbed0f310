"""A run that is chosen by validation, in the real window: trained, paused, gone on with, to its end."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.engines.pacing import FULL, SPEEDS, Pace, Way
from digitpad.runs.events import Ending, Scored
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.scores.best import best
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import FEW_UNITS, reported

RECIPE = Recipe(
    epochs=40,
    batch_size=50,
    learning_rate=0.02,
    patience=2,
    best_weights=True,
    data=TrainingData(count=2000, validation=0.1),
    architecture=FEW_UNITS,
)
BRISK = Pace(Way.STEADY, SPEEDS[-1])
"""Leaves time to pause an epoch of 36 batches."""


def click(window: MainWindow, qtbot: QtBot, button: str) -> None:
    qtbot.mouseClick(window.panel.buttons[button], Qt.MouseButton.LeftButton)


def current(window: MainWindow) -> Run:
    run = window.workspace.runs.current
    assert run is not None
    return run


def test_it_ends_by_itself_with_its_best_weights_however_it_was_paused(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(RECIPE)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(ready, qtbot, "train")
    first = current(ready)
    per_epoch = RECIPE.batches_per_epoch
    best_epoch = best(first.history.scores, per_epoch)
    assert best_epoch is not None
    assert len(first.history) == best_epoch + 2 * per_epoch < RECIPE.total_batches
    said = ready.panel.message.toolTip()
    assert f"Stopped by itself after epoch {len(first.history) // per_epoch}" in said
    assert f"keeps the weights of epoch {best_epoch // per_epoch}, the best one" in said
    ready.workspace.training.set_pace(BRISK)
    with reported(ready, qtbot, Scored):
        click(ready, qtbot, "train")
    with reported(ready, qtbot, Ending.PAUSED):
        click(ready, qtbot, "train")
    paused = current(ready)
    assert paused is not first
    qtbot.waitUntil(lambda: paused.history.scores[-1][0] == len(paused.history))  # measured where it has paused
    ready.workspace.training.set_pace(FULL)
    with reported(ready, qtbot, Ending.COMPLETED):
        click(ready, qtbot, "train")
    np.testing.assert_array_equal(paused.history.losses, first.history.losses)
    qtbot.waitUntil(lambda: not first.is_at_hand and not paused.is_at_hand)
    one, other = first.snapshot, paused.snapshot
    assert one is not None
    assert other is not None
    assert one.updates == other.updates == best_epoch
    np.testing.assert_array_equal(one.weights[0], other.weights[0])


def test_an_epoch_s_step_is_measured_and_a_batch_s_is_not(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(replace(RECIPE, patience=0, best_weights=False))
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    assert not current(ready).history.scores
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step_epoch"].trigger()
    ((batches, scores),) = current(ready).history.scores
    assert batches == RECIPE.batches_per_epoch
    assert scores.test is not None
    assert scores.test.accuracy == current(ready).accuracy
