"""A small picture enlarged: whatever way it takes, each of its pixels is where Qt's brush puts it."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from digitpad.arrays import SIDE, Grays
from digitpad.ui.drawn.squares import paint_squares

Paint = Callable[[QPainter, QRectF, QImage], None]

TABLE = [QColor(place, place // 2, 255 - place).rgb() for place in range(256)]


def picture(kind: QImage.Format) -> QImage:
    greys: Grays = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE)).astype(np.uint8)
    image = QImage(greys.tobytes(), SIDE, SIDE, SIDE, QImage.Format.Format_Indexed8).copy()
    image.setColorTable(TABLE)
    return image.convertToFormat(kind)


def painted(paint: Paint, ratio: float, left: float, side: float, kind: QImage.Format) -> QImage:
    ground = QImage(round(500 * ratio), round(500 * ratio), QImage.Format.Format_RGB32)
    ground.setDevicePixelRatio(ratio)
    ground.fill(0)
    painter = QPainter(ground)
    painter.setClipRect(QRectF(0, 0, 300, 400))
    painter.translate(left, 2 * left)
    paint(painter, QRectF(0, 0, side, side), picture(kind))
    painter.end()
    return ground


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2])
@pytest.mark.parametrize("left", [0, 3, 0.5])
@pytest.mark.parametrize("side", [112, 113, 420])
@pytest.mark.parametrize("kind", [QImage.Format.Format_Indexed8, QImage.Format.Format_RGB32])
def test_the_squares_are_where_a_brush_puts_them(
    ratio: float, left: float, side: float, kind: QImage.Format
) -> None:
    brushed = painted(QPainter.drawImage, ratio, left, side, QImage.Format.Format_Indexed8)
    assert painted(paint_squares, ratio, left, side, kind) == brushed


def test_whole_squares_go_in_the_format_that_qt_enlarges_itself() -> None:
    class Watched(QPainter):
        """Notes in which format images are painted."""

        seen: list[QImage.Format]

        def drawImage(self, place: QRectF, image: QImage) -> None:  # type: ignore[override]  # noqa: N802
            self.seen.append(image.format())

    ground = QImage(500, 500, QImage.Format.Format_RGB32)
    painter = Watched(ground)
    painter.seen = []
    for side in (4 * SIDE, 4 * SIDE + 1):
        paint_squares(painter, QRectF(0, 0, side, side), picture(QImage.Format.Format_Indexed8))
    painter.end()
    assert painter.seen == [QImage.Format.Format_RGB32, QImage.Format.Format_RGB888]
