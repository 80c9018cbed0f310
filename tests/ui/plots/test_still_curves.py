"""Curves that do not change: painted a few a turn, and not again before something changes."""

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from digitpad.arrays import Floats
from digitpad.data.training_data import TrainingData
from digitpad.drawing.raster import gray_array
from digitpad.runs.recipe import Recipe
from digitpad.ui.plots import still_curves
from digitpad.ui.plots.run_curve import RunCurve
from digitpad.ui.plots.still_curves import StillCurves
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.pasts import past_run

LONG = Recipe(epochs=2, batch_size=1, data=TrainingData(count=1000))
RUNS = 3
COARSE = 8
"""Pixels."""


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


def test_each_run_has_one_curve_made_for_it(
    window: MainWindow, still: StillCurves, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To make one takes longer than to paint it; losses and mean are painted one after the other, and again."""
    made: list[RunCurve] = []

    class Counted(RunCurve):
        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    monkeypatch.setattr(still_curves, "RunCurve", Counted)
    for _ in range(2):
        picture(window)
        still.complete()
        window.resize(window.width() + 20, window.height())
    assert len(made) == RUNS


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


def test_on_other_axes_the_picture_before_is_stretched_until_the_next_is_complete(
    window: MainWindow, still: StillCurves, qtbot: QtBot
) -> None:
    picture(window)
    still.complete()
    before = darkness(picture(window))
    window.views["loss"].plot.plot.setRange(xRange=(0, 3000), padding=0)
    stretched = darkness(picture(window))
    assert not still.is_complete
    still.complete()
    painted = darkness(picture(window))
    assert np.abs(stretched - painted).mean() < 0.25 * np.abs(before - painted).mean()


def test_what_stood_on_an_axis_of_another_kind_is_not_stretched(
    window: MainWindow, still: StillCurves, qtbot: QtBot
) -> None:
    picture(window)
    still.complete()
    plot = window.views["loss"].plot
    drawn = darkness(picture(window))
    (left, right), (bottom, top) = plot.plot.viewRange()
    plot.log_axis.setChecked(True)
    plot.plot.setRange(xRange=(left, right), yRange=(bottom, top), padding=0)  # copied, it would stand as before
    empty = darkness(picture(window))
    assert not still.is_complete
    middle = tuple(slice(length // 3, -length // 4) for length in drawn.shape)
    assert np.abs(empty[middle] - drawn[middle]).mean() > 1


def darkness(image: QImage) -> Floats:
    """Return how dark a picture is, coarsely: a line a pixel wide may be a pixel elsewhere."""
    greys = image.convertToFormat(QImage.Format.Format_Grayscale8)
    grey = gray_array(greys.convertToFormat(QImage.Format.Format_RGB32))
    height, width = (length // COARSE * COARSE for length in grey.shape)
    cells = grey[:height, :width].reshape(height // COARSE, COARSE, width // COARSE, COARSE)
    return 255 - cells.mean(axis=(1, 3), dtype=np.float32)
