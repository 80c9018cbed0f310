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
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.loss.curve_choice import Curves
from tests.sentences import written_as_in
from tests.ui.lesson import settle
from tests.ui.pasts import past_run
from tests.ui.plots.labels import labels_at

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


def test_an_empty_plot_has_no_numbers_above_it(window: MainWindow) -> None:
    plot = window.views["loss"].plot.plot
    assert labels_at(plot, "left"), "there is nothing to be read at all"
    assert labels_at(plot, "top") == []


@pytest.mark.parametrize("percent", [100, 150, 215, 300])
@pytest.mark.parametrize("curves", Curves)
def test_the_0_of_each_axis_is_there_in_letters_of_every_size(
    window: MainWindow, qtbot: QtBot, curves: Curves, percent: int
) -> None:
    """215 % are projector mode's on a screen of 1920×1080."""
    window.resize(1920, 1080)
    run = past_run(window, [2.0, 1.0, 0.5, 0.25])
    window.workspace.runs.note_sample(run, 0, 0.08)
    plot = window.views["loss"].plot
    plot.curves.choose(curves.value)
    try:
        choose_text_size(percent)
        settle(qtbot)
        plot.redraw()
        for shown in (plot.plot, plot.accuracies):
            if shown.isVisible():
                assert float(labels_at(shown, "left")[0]) == 0
                assert shown.getAxis("bottom").height() >= shown.fontMetrics().height() // 2, "for its lower half"
        assert float(labels_at(plot.curves.lowest, "bottom")[0]) == 0
    finally:
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
