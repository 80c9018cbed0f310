"""What is read under the mouse: losses, accuracies, of which run and after how many updates."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.runs.axis import Axis
from digitpad.runs.run import Run
from digitpad.ui.plots.plot import Plot
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.loss.curve_choice import Curves
from digitpad.ui.views.loss.loss_plot import LossPlot
from digitpad.ui.views.loss.reading import Reading
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import settle
from tests.ui.pasts import past_run
from tests.ui.pointer import hover, leave
from tests.ui.views.loss.readings import reading_of

LOSSES = [2.0, 1.0, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05]
SHARES = {0: 0.1, 4: 0.5, 10: 0.8}
NEAR = 40
"""Pixels between the spot and the words beside it."""


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    yield
    speak()


def plot_of(window: MainWindow) -> LossPlot:
    plot = window.views["loss"].plot
    assert isinstance(plot, LossPlot)
    return plot


def choose(window: MainWindow, qtbot: QtBot, curves: Curves, axis: Axis = Axis.BATCH) -> LossPlot:
    plot = plot_of(window)
    plot.curves.choose(curves.value)
    plot.axis.setCurrentIndex(plot.axis.findData(axis.value))
    plot.smoothing.setValue(1)
    settle(qtbot)
    plot.redraw()
    QApplication.processEvents()
    return plot


def measured_run(window: MainWindow, shares: dict[int, float], accuracy: float | None = None) -> Run:
    run = past_run(window, LOSSES, seconds=10.0, accuracy=accuracy)
    for updates, share in shares.items():
        window.workspace.runs.note_sample(run, updates, share)
    return run


def read(reading: Reading) -> str:
    """Return what is read now, nothing if nothing is."""
    assert reading.label.isVisible() == reading.spot.isVisible()
    return reading.label.text() if reading.label.isVisible() else ""


def wait_for(qtbot: QtBot, reading: Reading, plot: Plot, at: tuple[float, float], words: str) -> None:
    """Move the mouse there until such words are read: pyqtgraph takes no more than 100 moves a second."""

    def is_read() -> bool:
        hover(plot, *at)
        return words in read(reading)

    qtbot.waitUntil(is_read)


def spot(reading: Reading) -> tuple[float, float]:
    return reading.spot.pos().x(), reading.spot.pos().y()


def test_by_seconds_it_is_of_the_nearest_loss(window: MainWindow, qtbot: QtBot) -> None:
    past_run(window, LOSSES, seconds=10.0)
    plot = choose(window, qtbot, Curves.LOSS, Axis.SECONDS)
    hover(plot.plot, 3.4, 0.5)
    assert read(plot.reading) == "Run 1, after 3 updates: loss 0.4000"


@pytest.mark.parametrize("curves", [Curves.ACCURACY, Curves.BOTH])
class TestAccuracy:
    def test_on_the_sample_and_on_all_images(self, window: MainWindow, qtbot: QtBot, curves: Curves) -> None:
        measured_run(window, SHARES, accuracy=0.79)
        plot = choose(window, qtbot, curves)
        reading = reading_of(plot.accuracies)
        for at, words, place in (
            ((4.4, 52), "Run 1, after 4 updates: accuracy 50.0 % on 1,000 test images", (4, 50)),
            ((9.9, 89), "Run 1, after 10 updates: accuracy 80.0 % on 1,000 test images", (10, 80)),
            ((9.9, 70), "Run 1, after 10 updates: accuracy 79.0 % on all 10,000 test images", (10, 79)),
        ):
            wait_for(qtbot, reading, plot.accuracies, at, words)
            assert read(reading) == words
            assert spot(reading) == place

    def test_on_every_axis(self, window: MainWindow, qtbot: QtBot, curves: Curves) -> None:
        measured_run(window, SHARES)
        for axis, x in ((Axis.BATCH, 4), (Axis.LOGARITHM, np.log10(5)), (Axis.EPOCH, 0.4), (Axis.SECONDS, 4)):
            plot = choose(window, qtbot, curves, axis)
            leave(plot.accuracies)
            hover(plot.accuracies, x, 50)
            assert "after 4 updates" in read(reading_of(plot.accuracies)), axis
            assert spot(reading_of(plot.accuracies)) == pytest.approx((x, 50)), axis

    def test_of_the_run_whose_point_is_nearest(self, window: MainWindow, qtbot: QtBot, curves: Curves) -> None:
        measured_run(window, {10: 0.2})
        second = measured_run(window, {1: 0.95}, accuracy=0.9)
        measured_run(window, {})
        plot = choose(window, qtbot, curves)
        for place, name in (((10, 25), "Run 1"), ((1, 92), "Run 2"), ((10, 85), "Run 2")):
            wait_for(qtbot, reading_of(plot.accuracies), plot.accuracies, place, f"{name}, ")
        window.workspace.runs.show(second, False)
        settle(qtbot)
        plot.redraw()
        wait_for(qtbot, reading_of(plot.accuracies), plot.accuracies, (1, 92), "Run 1, ")

    def test_what_is_measured_meanwhile(self, window: MainWindow, qtbot: QtBot, curves: Curves) -> None:
        run = measured_run(window, {0: 0.1})
        plot = choose(window, qtbot, curves)
        hover(plot.accuracies, 5, 60)
        assert "after 0 updates" in read(reading_of(plot.accuracies))
        window.workspace.runs.note_sample(run, 1, 0.6)
        plot.redraw()
        words = "Run 1, after 1 update: accuracy 60.0 % on 1,000 test images"
        wait_for(qtbot, reading_of(plot.accuracies), plot.accuracies, (5, 60), words)

    def test_nothing_where_nothing_was_measured(self, window: MainWindow, qtbot: QtBot, curves: Curves) -> None:
        past_run(window, LOSSES)
        plot = choose(window, qtbot, curves)
        hover(plot.accuracies, 5, 50)
        assert read(reading_of(plot.accuracies)) == ""

    @pytest.mark.parametrize("language", ["en", "vi"])
    def test_the_words_stand_beside_the_spot_and_inside(
        self, window: MainWindow, qtbot: QtBot, curves: Curves, language: str
    ) -> None:
        window.actions_[f"language_{language}"].trigger()
        run = measured_run(window, SHARES, accuracy=0.79)
        window.workspace.runs.rename(run, "a name of twenty letters and more")
        plot = choose(window, qtbot, curves)
        label = reading_of(plot.accuracies).label
        for x, y, updates in ((0, 10, " 0 "), (4, 50, " 4 "), (10, 80, " 10 ")):
            wait_for(qtbot, reading_of(plot.accuracies), plot.accuracies, (x, y), updates)
            assert plot.accuracies.rect().contains(label.geometry())
            assert label.heightForWidth(label.width()) <= label.height() or not label.wordWrap()
            place = plot.accuracies.mapFromScene(plot.accuracies.getPlotItem().vb.mapViewToScene(QPointF(x, y)))
            near = label.geometry().adjusted(-NEAR, -NEAR, NEAR, NEAR)
            assert near.contains(place)
            assert not label.geometry().contains(place), "the spot itself is to be seen"


class TestLeaving:
    def test_what_is_read_goes_with_the_pointer(self, window: MainWindow, qtbot: QtBot) -> None:
        measured_run(window, SHARES)
        plot = choose(window, qtbot, Curves.BOTH)
        pairs: list[tuple[Plot, Reading]] = [
            (plot.plot, plot.reading),
            (plot.accuracies, reading_of(plot.accuracies)),
        ]
        for over, reading in pairs:
            hover(over, 4, 0.5)
            assert read(reading) != ""
            leave(over)
            assert read(reading) == ""


def test_it_speaks_another_language_at_once(window: MainWindow, qtbot: QtBot) -> None:
    measured_run(window, SHARES)
    plot = choose(window, qtbot, Curves.BOTH)
    hover(plot.accuracies, 4, 50)
    hover(plot.plot, 3, 0.5)
    assert read(reading_of(plot.accuracies)) != ""
    window.actions_["language_vi"].trigger()
    settle(qtbot)
    assert (
        "sau 4 lần cập nhật: độ chính xác 50,0% trên 1.000 ảnh kiểm tra"
        in reading_of(plot.accuracies).label.text()
    )
    assert "sau 3 lần cập nhật: mất mát 0,4000" in plot.reading.label.text()


def test_it_stays_beside_its_spot_with_other_letters_and_in_another_room(window: MainWindow, qtbot: QtBot) -> None:
    measured_run(window, SHARES)
    plot = choose(window, qtbot, Curves.LOSS)
    window.actions_["language_vi"].trigger()
    settle(qtbot)
    hover(plot.plot, 3, 0.5)
    label = plot.reading.label

    def fits() -> bool:
        spot = plot.plot.mapFromScene(plot.plot.getPlotItem().vb.mapViewToScene(QPointF(3, 0.4)))
        near = label.geometry().adjusted(-NEAR, -NEAR, NEAR, NEAR)
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = label.wordWrap() or label.width() >= label.sizeHint().width()
        return (
            plot.plot.rect().contains(label.geometry())
            and near.contains(spot)
            and wide
            and label.height() >= needed
        )

    assert fits()
    letters = label.fontMetrics().height()
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: label.fontMetrics().height() > letters)
    qtbot.waitUntil(fits)
    assert label.isVisible()
