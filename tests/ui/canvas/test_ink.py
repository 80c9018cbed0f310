"""The canvas's ink: what is taken away leaves the rest as if it had been drawn alone."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from digitpad.drawing.strokes import Drawing
from digitpad.ui.canvas.ink import CanvasInk

SIDE = 401
CROSSING = Drawing.of(
    [
        [(0.1, 0.1), (0.9, 0.9)],
        [(0.9, 0.1), (0.5, 0.3), (0.1, 0.9)],
        [(0.3, 0.33), (0.4, 0.9)],
        [(0.62, 0.4)],
    ]
)
FRACTION = 1.5


def ink(ratio: float) -> CanvasInk:
    made = CanvasInk()
    made.resize(SIDE, ratio)
    return made


def picture(shown: CanvasInk, ratio: float) -> QImage:
    pixels = round(SIDE * ratio)
    image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.red)
    painter = QPainter(image)
    shown.paint(painter, QRect(0, 0, SIDE, SIDE), None)
    painter.end()
    return image


@pytest.mark.parametrize("ratio", [1.0, FRACTION, 2.0])
@pytest.mark.parametrize("gone", range(len(CROSSING.strokes)))
def test_a_stroke_that_goes_takes_nothing_with_it(gone: int, ratio: float) -> None:
    left = Drawing(CROSSING.strokes[:gone] + CROSSING.strokes[gone + 1 :])
    shown, anew = ink(ratio), ink(ratio)
    shown.redraw(CROSSING)
    shown.settle(left)
    anew.redraw(left)
    assert picture(shown, ratio) == picture(anew, ratio)


@pytest.mark.parametrize("ratio", [1.0, FRACTION, 2.0])
def test_a_stroke_that_comes_back_is_there_again(ratio: float) -> None:
    shown, anew = ink(ratio), ink(ratio)
    shown.redraw(Drawing(CROSSING.strokes[1:]))
    shown.settle(CROSSING)
    anew.redraw(Drawing((*CROSSING.strokes[1:], CROSSING.strokes[0])))
    assert picture(shown, ratio) == picture(anew, ratio)


def test_another_drawing_leaves_nothing_of_the_one_before() -> None:
    shown, anew = ink(1.0), ink(1.0)
    other = Drawing.of([[(0.2, 0.8), (0.8, 0.8)]])
    shown.redraw(CROSSING)
    shown.settle(other)
    anew.redraw(other)
    assert picture(shown, 1.0) == picture(anew, 1.0)
