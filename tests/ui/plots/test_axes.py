"""The axes of the plots."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from digitpad.ui.plots.axes import ValueAxis
from digitpad.ui.stage.main_window import MainWindow
from tests.sentences import written_as_in
from tests.ui.plots.labels import labels_at


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


@pytest.mark.parametrize(("language", "label"), [("English", "0.50"), ("Vietnamese", "0,50")])
def test_labels_are_written_as_the_language_has_them(qapp: QApplication, language: str, label: str) -> None:
    with written_as_in(QLocale.Language[language]):
        assert ValueAxis("left").tickStrings([0.0, 0.45, 0.5], 1.0, 0.05)[2] == label
