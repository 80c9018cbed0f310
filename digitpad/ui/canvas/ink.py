"""The canvas's ink as an image, so that painting is only copying."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from digitpad.drawing.clipping import Point
from digitpad.drawing.curve import draw_path, stroke_path
from digitpad.drawing.pen import PEN_SHARE
from digitpad.drawing.strokes import Drawing, Points

Growing = Sequence[Sequence[Point]]
"""The strokes of a gesture under way, the one that still grows last."""


class CanvasInk:
    """White ink on black, ``side`` logical pixels wide, sharp at the screen's pixel ratio.

    Strokes that are at their end are drawn whole. Of one that grows, the image has what later points cannot bend
    any more; the loose end that is left changes with each point and is painted on top.
    """

    def __init__(self) -> None:
        self.resize(1.0, 1.0)

    @property
    def pen_width(self) -> float:
        """In logical pixels."""
        return self.side * PEN_SHARE

    def resize(self, side: float, ratio: float) -> None:
        """Make room for a canvas of this side (logical pixels) and pixel ratio; the ink is gone."""
        self.side = side
        pixels = max(1, round(side * ratio))
        self._whole = QImage(pixels, pixels, QImage.Format.Format_RGB32)
        self._whole.setDevicePixelRatio(ratio)
        self.redraw(Drawing())

    def redraw(self, settled: Drawing, growing: Growing = ()) -> None:
        """Draw all strokes anew."""
        self._whole.fill(Qt.GlobalColor.black)
        for stroke in settled.strokes:
            self._draw_whole(stroke)
        self._image = QImage(self._whole)
        self._strokes_at_end = self._points_drawn = 0
        self.grow(growing)

    def grow(self, growing: Growing) -> None:
        """Draw what has been added to these strokes since the last call; to be called after ``redraw``."""
        if not growing:
            return
        at_end = growing[self._strokes_at_end : -1]
        if at_end:
            for stroke in at_end:
                self._draw_whole(np.array(stroke))
            self._image = QImage(self._whole)
            self._strokes_at_end += len(at_end)
            self._points_drawn = 0
        newest = growing[-1]
        for count in range(max(self._points_drawn + 1, 3), len(newest) + 1):
            self._draw_bend(newest[count - 3 : count], begins=count == 3)
        self._points_drawn = len(newest)

    def paint(self, painter: QPainter, rect: QRect, newest: Sequence[Point] | None) -> None:
        """Copy the part of the ink in ``rect``, and on top the loose end of the stroke that grows."""
        ratio = self._image.devicePixelRatio()
        target = QRectF(rect)
        source = QRectF(target.topLeft() * ratio, target.size() * ratio)
        painter.drawImage(target, self._image, source)
        if newest:
            draw_path(painter, self._loose_end(newest), self.pen_width)

    def dirty_rect(self, newest: Sequence[Point]) -> QRect:
        """Return what must be painted again after a point was added to a stroke."""
        points = [self._at(point) for point in newest[-4:]]
        xs, ys = [point.x() for point in points], [point.y() for point in points]
        border = self.pen_width / 2 + 2
        box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return box.adjusted(-border, -border, border, border).toAlignedRect()

    def _draw_whole(self, stroke: Points) -> None:
        painter = QPainter(self._whole)
        draw_path(painter, stroke_path(stroke, self.side), self.pen_width)
        painter.end()

    def _draw_bend(self, points: Sequence[Point], *, begins: bool) -> None:
        """Draw the curve around the middle one of three points, from the first one if the stroke begins there."""
        before, bend, after = (self._at(point) for point in points)
        path = QPainterPath(before if begins else (before + bend) / 2)
        path.quadTo(bend, (bend + after) / 2)
        painter = QPainter(self._image)
        draw_path(painter, path, self.pen_width)
        painter.end()

    def _loose_end(self, stroke: Sequence[Point]) -> QPainterPath:
        if len(stroke) <= 2:
            return stroke_path(np.array(stroke), self.side)
        before, end = self._at(stroke[-2]), self._at(stroke[-1])
        path = QPainterPath((before + end) / 2)
        path.lineTo(end)
        return path

    def _at(self, point: Point) -> QPointF:
        return QPointF(point[0] * self.side, point[1] * self.side)
