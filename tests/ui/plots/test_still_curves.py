"""Curves that do not change: painted a few a turn, and not again before something changes."""

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.runs.recipe import Recipe
from digitpad.ui.plots import still_curves
from digitpad.ui.plots.still_curves import StillCurves
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.pasts import past_run

LONG = Recipe(epochs=2, batch_size=1, data=TrainingData(count=1000))
RUNS = 3


@pytest.fixture
def still(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> StillCurves:
    """The curves of a window with some runs, none of which has been painted; one is painted a turn."""
    monkeypatch.setattr(still_curves, "TURN_SECONDS", 0.0)
    for number in range(RUNS):
        past_run(window, list(np.linspace(3 + number, 0.1, 1500)), recipe=LONG)
    window.workspace.runs.put(window.workspace.runs.runs, None)  # none of them is live
    plot = window.views["loss"].plot
    plot.redraw()
    assert len(plot.shown) == RUNS
    return plot.plot.still


def picture(window: MainWindow) -> QImage:
    return window.views["loss"].plot.plot.grab().toImage()


def test_one_paint_is_short_and_the_others_follow(window: MainWindow, still: StillCurves, qtbot: QtBot) -> None:
    with qtbot.waitSignal(still.completed):
        first = picture(window)
        assert not still.is_complete
    assert picture(window) != first
    assert still.is_complete


def test_a_complete_picture_is_only_copied(window: MainWindow, still: StillCurves, qtbot: QtBot) -> None:
    picture(window)
    still.complete()
    assert still.is_complete
    before = picture(window)
    with qtbot.assertNotEmitted(still.completed, wait=50):
        assert picture(window) == before


def test_the_picture_before_stays_until_the_next_is_complete(
    window: MainWindow, still: StillCurves, qtbot: QtBot
) -> None:
    picture(window)
    still.complete()
    before = picture(window)
    window.views["loss"].plot.smoothing.setValue(400)
    with qtbot.waitSignal(still.completed):
        assert picture(window) == before
        assert not still.is_complete
    assert picture(window) != before


def test_no_runs_no_curves(window: MainWindow, still: StillCurves) -> None:
    picture(window)
    still.complete()
    window.workspace.runs.put([], None)
    window.views["loss"].plot.redraw()
    picture(window)
    assert still.is_complete
