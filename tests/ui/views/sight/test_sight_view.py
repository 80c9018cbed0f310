"""The view that shows what the preprocessing is good for."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.drawing.pen import PEN_SHARE
from digitpad.drawing.raster import render_canvas, shrunk
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow


def small_in_a_corner(digit: int) -> Drawing:
    return Drawing.of([stroke * 0.3 + (0.02, 0.6) for stroke in sample_digit(digit).strokes])


def test_both_answers_are_shown_and_follow_the_canvas(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    panel = window.views["sight"].panel
    assert panel.isVisible()
    assert panel.answer.digit.text() == "–"
    window.workspace.board.set_drawing(small_in_a_corner(7), "small 7")
    qtbot.waitUntil(lambda: panel.answer.digit.text() == "7")
    picture = shrunk(render_canvas(window.workspace.board.drawing, PEN_SHARE))
    plain = window.workspace.network.snapshot.probabilities(picture.reshape(-1))
    assert panel.plain_answer.digit.text() == str(np.argmax(plain))
    window.workspace.board.clear()
    qtbot.waitUntil(lambda: panel.answer.digit.text() == "–")


def test_plain_resize_leaves_place_and_size_as_drawn() -> None:
    picture = shrunk(render_canvas(small_in_a_corner(1), PEN_SHARE))
    assert picture.shape == (28, 28)
    rows, columns = np.nonzero(picture)
    assert rows.min() > 14
    assert columns.max() < 14
