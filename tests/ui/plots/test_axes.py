"""The axes of the plots."""

import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.ui.plots.axes import CountAxis, ValueAxis
from digitpad.ui.plots.plot import Plot
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size, colors
from digitpad.ui.views.loss.curve_choice import Curves
from tests.sentences import written_as_in
from tests.ui.lesson import settle
from tests.ui.pasts import past_run
from tests.ui.plots.labels import labels_at, rooms_of_labels

USUAL = 100


@pytest.mark.parametrize(
    ("least", "most", "pixels", "labelled"),
    [
        (0.04, 2.5, 85, [0.1, 0.3, 1]),
        (0.04, 2.5, 300, [0.05, 0.1, 0.2, 0.5, 1, 2]),
        (0.01, 100, 85, [0.01, 0.1, 1, 10, 100]),
        (1e-6, 1e8, 85, [1e-4, 1, 1e4, 1e8]),
    ],
)
def test_the_labels_of_a_logarithmic_axis_never_touch(
    qapp: QApplication, least: float, most: float, pixels: int, labelled: list[float]
) -> None:
    ((_, logarithms),) = ValueAxis("left").logTickValues(np.log10(least), np.log10(most), pixels, [])
    np.testing.assert_allclose(10 ** np.array(logarithms), labelled)


def test_the_words_below_an_axis_do_not_touch_its_numbers(qtbot: QtBot) -> None:
    """pyqtgraph leaves out a fifth of their line: in a projector's letters they stood in the numbers."""
    plot, letters = Plot(), QFont()
    qtbot.addWidget(plot)
    plot.dress(letters, colors())
    plot.name_x("số hình vẽ để huấn luyện: W1[182, 203]")
    plot.resize(900, 300)
    plot.show()
    plot.grab()
    letters.setPixelSize(28)
    plot.dress(letters, colors())
    plot.getPlotItem().layout.activate()  # room is given before anything is painted
    image, first = plot.grab().toImage(), round(plot.getAxis("bottom").mapToScene(0, 0).y()) + 2
    left = round(plot.getAxis("left").width())
    rows = [{image.pixel(x, y) for x in range(left, image.width())} for y in range(first, image.height())]
    bands = "".join("x" if len(seen) > 1 else " " for seen in rows).split()
    assert len(bands) == 2, "numbers and words are one"


def test_an_empty_plot_has_no_numbers_above_it(window: MainWindow) -> None:
    plot = window.views["loss"].plot.plot
    assert labels_at(plot, "left"), "there is nothing to be read at all"
    assert labels_at(plot, "top") == []


@pytest.mark.parametrize("curves", Curves)
def test_the_0_of_each_axis_is_there_in_letters_of_every_size(
    window: MainWindow, qtbot: QtBot, curves: Curves
) -> None:
    """215 % are projector mode's on a screen of 1920×1080."""
    window.resize(1920, 1080)
    run = past_run(window, [2.0, 1.0, 0.5, 0.25])
    window.workspace.runs.note_sample(run, 0, 0.08)
    plot = window.views["loss"].plot
    plot.curves.choose(curves.value)
    try:
        for percent in (100, 150, 215, 300):
            choose_text_size(percent)
            settle(qtbot)
            plot.redraw()
            for shown in (plot.plot, plot.accuracies):
                if shown.isVisible():
                    assert float(labels_at(shown, "left")[0]) == 0, percent
                    half = shown.fontMetrics().height() // 2
                    assert shown.getAxis("bottom").height() >= half, f"for its lower half at {percent} %"
            assert float(labels_at(plot.curves.lowest, "bottom")[0]) == 0, percent
    finally:
        choose_text_size(USUAL)


@pytest.mark.parametrize("letters", [13, 20, 26])
@pytest.mark.parametrize("pixels", [80, 120, 430])
@pytest.mark.parametrize(("least", "most"), [(-0.03, 1.15), (0, 2.6), (2.1, 2.4), (0, 3e4)])
def test_labels_beside_a_plot_are_a_line_apart_and_have_as_many_places(
    qapp: QApplication, least: float, most: float, pixels: int, letters: int
) -> None:
    axis, font = ValueAxis("left"), QFont()
    font.setPixelSize(letters)
    axis.setStyle(tickFont=font)
    (spacing, places), *_ = axis.tickValues(least, most, pixels)
    heights = sorted((place - least) / (most - least) * pixels for place in places)
    line = QFontMetricsF(font).height()
    assert (
        all(upper - lower >= line - 1 for lower, upper in pairwise(heights)) or len(heights) <= 3 * pixels / line
    )
    assert spacing is not None
    assert len({len(text.partition(".")[2]) for text in axis.tickStrings(places, 1.0, spacing)}) <= 1


def test_the_numbers_of_the_strip_are_whole_in_letters_of_every_size(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 720)
    run = past_run(window, [2.0, 1.0, 0.5, 0.25])
    run.probabilities.extend(range(4), np.full((4, 10), 0.1, np.float32))
    loss = window.views["loss"]
    loss.history.setChecked(True)
    try:
        for percent in (100, 125, 150, 200):
            choose_text_size(percent)
            settle(qtbot)
            strip = loss.probabilities.plot
            assert strip.getAxis("bottom").height() >= strip.fontMetrics().height(), percent
            rooms = rooms_of_labels(strip, "left")
            assert len(rooms) >= 2, percent
            digits = 0.75 * strip.fontInfo().pixelSize()
            assert all(lower - upper >= digits for upper, lower in pairwise(sorted(rooms))), percent
            assert min(rooms) >= digits / 2 - 1, (
                f"the upper half of the highest one is above the plot: {percent} %"
            )
    finally:
        loss.history.setChecked(False)
        choose_text_size(USUAL)


@pytest.mark.parametrize(("language", "label"), [("English", "0.50"), ("Vietnamese", "0,50")])
def test_labels_are_written_as_the_language_has_them(qapp: QApplication, language: str, label: str) -> None:
    with written_as_in(QLocale.Language[language]):
        assert ValueAxis("left").tickStrings([0.0, 0.45, 0.5], 1.0, 0.05)[2] == label


@pytest.mark.parametrize(("language", "label"), [("English", "1,500"), ("Vietnamese", "1.500")])
def test_batches_are_in_groups_however_the_axis_is_spaced(qapp: QApplication, language: str, label: str) -> None:
    axis = CountAxis("bottom")
    with written_as_in(QLocale.Language[language]):
        assert axis.tickStrings([1500.0], 1, 500) == [label]
        axis.logarithmic = True
        assert axis.tickStrings([math.log10(1501)], 1, 1) == [label]


@pytest.mark.parametrize("pixels", [60, 104, 200, 640])
@pytest.mark.parametrize(("least", "most"), [(-0.55, 0.55), (0, 2345), (0, 1), (1000, 60_000)])
def test_the_labels_of_a_linear_axis_never_touch(
    qapp: QApplication, least: float, most: float, pixels: int
) -> None:
    axis = CountAxis("bottom")
    (_, places), *_ = axis.tickValues(least, most, pixels)
    assert places, "there is nothing to be read at all"
    letters = QFontMetricsF(QFont())
    spans = [
        (at - width / 2, at + width / 2)
        for place in sorted(places)
        for at, width in [
            (
                (place - least) / (most - least) * pixels,
                letters.horizontalAdvance(axis.tickStrings([place], 1, 1)[0]),
            )
        ]
    ]
    assert all(left[1] < right[0] for left, right in pairwise(spans))
