"""The canvas's ink as an image, so that painting is only copying."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from digitpad.drawing.clipping import Point
from digitpad.drawing.curve import draw_path, stroke_path
from digitpad.drawing.strokes import Drawing

PEN_SHARE = 0.07
"""Width of the pen as a share of the canvas's side: that of MNIST's pen in a digit of ordinary size."""


class CanvasInk:
    """White ink on black, ``side`` logical pixels wide, sharp at the screen's pixel ratio."""

    def __init__(self) -> None:
        self.side = 0.0
        self._image = QImage()

    @property
    def pen_width(self) -> float:
        """In logical pixels."""
        return self.side * PEN_SHARE

    def resize(self, side: float, ratio: float) -> None:
        """Make room for a canvas of this side (logical pixels) and pixel ratio; the ink is gone."""
        self.side = side
        pixels = max(1, round(side * ratio))
        self._image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(Qt.GlobalColor.black)

    def redraw(self, drawing: Drawing) -> None:
        """Draw all strokes anew."""
        self._image.fill(Qt.GlobalColor.black)
        painter = QPainter(self._image)
        for stroke in drawing.strokes:
            draw_path(painter, stroke_path(stroke, self.side), self.pen_width)
        painter.end()

    def extend(self, stroke: list[Point]) -> None:
        """Draw the newest part of a growing stroke that later points cannot bend any more."""
        if len(stroke) < 3:
            return
        before, bend, after = (self._at(point) for point in stroke[-3:])
        path = QPainterPath(before if len(stroke) == 3 else (before + bend) / 2)
        path.quadTo(bend, (bend + after) / 2)
        painter = QPainter(self._image)
        draw_path(painter, path, self.pen_width)
        painter.end()

    def paint(self, painter: QPainter, rect: QRect, strokes: list[list[Point]]) -> None:
        """Copy the part of the ink in ``rect``, and on top the loose ends of the growing strokes."""
        ratio = self._image.devicePixelRatio()
        target = QRectF(rect)
        source = QRectF(target.topLeft() * ratio, target.size() * ratio)
        painter.drawImage(target, self._image, source)
        for stroke in strokes:
            end = self._at(stroke[-1])
            start = end if len(stroke) == 1 else self._at(stroke[-2])
            path = QPainterPath(start if len(stroke) == 2 else (start + end) / 2)
            path.lineTo(end)
            draw_path(painter, path, self.pen_width)

    def dirty_rect(self, stroke: list[Point]) -> QRect:
        """Return what must be painted again after a point was added to ``stroke``."""
        points = [self._at(point) for point in stroke[-4:]]
        xs, ys = [point.x() for point in points], [point.y() for point in points]
        border = self.pen_width / 2 + 2
        box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return box.adjusted(-border, -border, border, border).toAlignedRect()

    def _at(self, point: Point) -> QPointF:
        return QPointF(point[0] * self.side, point[1] * self.side)
