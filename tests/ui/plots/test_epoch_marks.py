"""The marks above a plot: a run's epochs, and what its learning rate became."""

from collections.abc import Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.runs.axis import Axis
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.ui.plots.epoch_marks import EpochMarks
from digitpad.ui.plots.plot import Plot
from digitpad.ui.theme import colors
from tests.sentences import written_as_in
from tests.ui.plots.labels import labels_at


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[pg.PlotWidget]:
    plot = Plot()
    qtbot.addWidget(plot)
    plot.resize(800, 300)
    plot.setXRange(0, 20, padding=0)
    plot.show()
    qtbot.waitExposed(plot)
    with written_as_in(QLocale.Language.English):
        yield plot


@pytest.fixture
def marks(plot: pg.PlotWidget) -> EpochMarks:
    marks = EpochMarks(plot)
    marks.fit()
    return marks


def run_of(batches: int) -> Run:
    run = Run(0, "Run 1", Recipe(batch_size=10, data=TrainingData(count=100)))
    run.history.extend(np.ones(batches, np.float32), 1.0)
    return run


def test_a_learning_rate_changed_twice_without_a_batch_between_shows_the_second(
    plot: pg.PlotWidget, marks: EpochMarks
) -> None:
    run = run_of(5)
    run.change_learning_rate(0.5)
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["rate 0.5"]
    run.change_learning_rate(0.25)
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["rate 0.25"]


def test_epochs_are_labelled_with_their_accuracy(plot: pg.PlotWidget, marks: EpochMarks) -> None:
    run = run_of(10)
    run.history.add_accuracy(0.5)
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["50.0 %\nepoch 1"]
    run.history.extend(np.ones(5, np.float32), 1.0)
    run.change_learning_rate(0.1)
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["50.0 %\nepoch 1", "rate 0.1"]
    marks.set_compact(True)
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["50.0 %", "rate 0.1"]


def test_another_run_has_its_own(plot: pg.PlotWidget, marks: EpochMarks) -> None:
    first, second = run_of(5), run_of(5)
    first.change_learning_rate(0.5)
    marks.update(first, Axis.BATCH, 20)
    marks.update(second, Axis.BATCH, 20)
    assert labels_at(plot, "top") == []
    marks.update(first, Axis.BATCH, 20)
    marks.clear()
    assert labels_at(plot, "top") == []


def test_room_above_is_taken_only_while_a_run_is_marked(plot: pg.PlotWidget, marks: EpochMarks) -> None:
    """Before the first run a strip above the plot was empty."""
    line = plot.fontMetrics().height()
    heights = []
    for act in (lambda: None, lambda: marks.update(run_of(3), Axis.BATCH, 20.0), marks.clear):
        act()
        heights.append(plot.getAxis("top").height())
    assert heights[0] == heights[2] < line
    assert heights[1] > 2 * line


def test_batches_by_hand_are_marked_with_how_many_they_are(plot: pg.PlotWidget, marks: EpochMarks) -> None:
    run = run_of(5)
    run.history.add_intervention(Intervention(2, How.BATCHES, 3, (7,), alone=True))
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["✎ 3"]
    run.history.extend(np.ones(15, np.float32), 1.0)
    run.history.add_intervention(Intervention(15, How.BATCHES, 5, (7,), alone=True))
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["✎ 3", "✎ 5"]


def test_of_an_epoch_that_a_run_was_given_its_end_before_it_tells(plot: pg.PlotWidget, marks: EpochMarks) -> None:
    run = run_of(10)
    run.history.add_accuracy(0.5)
    run.history.add_intervention(Intervention(10, How.EPOCH))
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["50.0 %\nepoch 1 ✎"]


def test_where_there_is_little_room_epochs_and_rates_come_first(plot: pg.PlotWidget, marks: EpochMarks) -> None:
    run = run_of(10)
    run.history.add_accuracy(0.5)
    for first in (8, 9, 10):
        run.history.add_intervention(Intervention(first, How.BATCHES, 1, (7,)))
    marks.update(run, Axis.BATCH, 2000)
    assert labels_at(plot, "top") == ["50.0 %\nepoch 1 ✎"]


def test_an_epoch_whose_word_would_be_cut_at_the_right_has_its_number_alone(
    plot: pg.PlotWidget, marks: EpochMarks
) -> None:
    plot.dress(plot.font(), colors())
    plot.setXRange(0, 20, padding=0)
    run = run_of(20)
    for done in (10, 20):
        run.history.accuracies.append((done, 0.5))
    marks.update(run, Axis.BATCH, 20)
    assert labels_at(plot, "top") == ["50.0 %\nepoch 1", "50.0 %\n2"]
    plot.setXRange(0, 24, padding=0)
    marks.translate()
    marks.update(run, Axis.BATCH, 24)
    assert labels_at(plot, "top") == ["50.0 %\nepoch 1", "50.0 %\nepoch 2"]


def test_of_many_epochs_only_those_with_a_label_have_a_line(plot: pg.PlotWidget, marks: EpochMarks) -> None:
    """Sixty lines would be a grid before the curves."""
    run = run_of(600)
    for epoch in range(1, 61):
        run.history.accuracies.append((10 * epoch, 0.9))
    plot.setXRange(0, 640, padding=0)
    marks.update(run, Axis.BATCH, 640)
    assert len(marks.epochs) == len(labels_at(plot, "top"))
    assert 2 < len(marks.epochs) < 20
    assert marks.epochs[-1] == 600
    marks.update(run, Axis.BATCH, 6)
    assert len(marks.epochs) == 60


def test_labels_give_way_when_the_plot_gets_narrower(plot: pg.PlotWidget, marks: EpochMarks, qtbot: QtBot) -> None:
    run = run_of(60)
    for epoch in range(1, 7):
        run.history.accuracies.append((10 * epoch, 0.9))
    plot.setXRange(0, 64, padding=0)
    marks.update(run, Axis.BATCH, 64)
    assert len(labels_at(plot, "top")) == 6
    plot.resize(300, 300)
    qtbot.waitUntil(lambda: plot.getPlotItem().vb.width() < 300)
    narrow = labels_at(plot, "top")
    assert 0 < len(narrow) < 6
    marks.clear()
    plot.resize(800, 300)
    qtbot.waitUntil(lambda: plot.getPlotItem().vb.width() > 300)
    assert labels_at(plot, "top") == []
