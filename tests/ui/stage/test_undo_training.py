"""Taking training back, and one more epoch, by their commands in the window."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import Ending
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import FEW_UNITS, reported, settle, step

SMALL = Recipe(epochs=1, batch_size=100, data=TrainingData(count=1000), architecture=FEW_UNITS)
OFFER = "Take back the last step, the last batches by hand, or the reset"


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English again after each test."""
    yield
    speak()


def test_it_says_what_it_takes_back(ready: MainWindow, qtbot: QtBot) -> None:
    undo = ready.actions_["undo_training"]
    assert not undo.isEnabled()
    assert undo.toolTip() == OFFER
    ready.workspace.draft.write(SMALL)
    step(ready, qtbot)
    run = ready.workspace.training.run
    assert undo.toolTip() == "Take back the last batch of Run 1"
    own = ByHand(load_dataset().test_images[:1], np.array([3], np.uint8))
    with reported(ready, qtbot, Ending.PAUSED):
        ready.workspace.training.train_by_hand(run, own, 4)
    assert undo.toolTip() == "Take back the last 4 batches of Run 1"
    with reported(ready, qtbot, Ending.STOPPED):
        ready.actions_["reset"].trigger()
    assert undo.toolTip() == "Let the network answer again that answered before the reset"
    ready.actions_["language_vi"].trigger()
    qtbot.waitUntil(lambda: undo.toolTip() == "Cho mạng đã trả lời trước khi đặt lại trả lời tiếp")
    ready.actions_["language_en"].trigger()
    qtbot.waitUntil(lambda: undo.toolTip().startswith("Let the network"))
    undo.trigger()
    for done in (1, 0):
        with reported(ready, qtbot, Ending.PAUSED):
            undo.trigger()
        assert len(run.history) == done
        assert ready.panel.time_line.share == done / SMALL.total_batches
    assert not undo.isEnabled()
    assert undo.toolTip() == OFFER


def test_the_keys_give_a_finished_run_one_more_epoch(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(SMALL)
    more = ready.actions_["one_more_epoch"]
    with reported(ready, qtbot, Ending.COMPLETED):
        ready.actions_["train"].trigger()
    settle(qtbot)
    assert more.isEnabled()
    run = ready.workspace.runs.current
    with reported(ready, qtbot, Ending.PAUSED):
        QTest.keySequence(ready, more.shortcut())
    assert not more.isEnabled()
    assert ready.workspace.training.state is State.PAUSED
    assert run.recipe == replace(SMALL, epochs=2)
    assert ready.sheet.form.training.epochs.value() == 2
    with reported(ready, qtbot, Ending.COMPLETED):
        ready.actions_["train"].trigger()
    assert len(run.history) == 20
