"""The canvas's ink as an image, so that painting is only copying."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from digitpad.drawing.curve import draw_path, stroke_path
from digitpad.drawing.pen import PEN_SHARE
from digitpad.drawing.strokes import Drawing, Points

Growing = Sequence[Points]
"""The strokes of a gesture under way, the one that still grows last."""

LONG_STROKE = 1000
"""A stroke of more points stays as it was drawn point by point: to draw it whole would stop the window."""


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
        self._newest: Points | None = None
        self._whole.fill(Qt.GlobalColor.black)
        for stroke in settled.strokes:
            self._whole = self._with_ended(self._whole, stroke, grew_upon_it=False)
        self._settled = settled
        self._end_growth()
        self.grow(growing)

    def settle(self, settled: Drawing) -> None:
        """Show these strokes, and none that grows: those that are drawn already stay, where no other one goes."""
        before = {id(stroke) for stroke in self._settled.strokes}
        after = {id(stroke) for stroke in settled.strokes}
        if before and not before & after:
            self.redraw(settled)
            return
        gone = [stroke for stroke in self._settled.strokes if id(stroke) not in after]
        self._wipe(gone, [stroke for stroke in settled.strokes if id(stroke) in before])
        for stroke in settled.strokes:
            if id(stroke) not in before:
                self._whole = self._with_ended(self._whole, stroke, self._strokes_at_end == 0)
        self._settled = settled
        self._end_growth()

    def _end_growth(self) -> None:
        self._at_end = QImage(self._whole)  # … and what has ended of the gesture under way
        self._image = QImage(self._whole)
        self._strokes_at_end = self._points_drawn = 0
        self._newest = None

    def _wipe(self, gone: Sequence[Points], left: Sequence[Points]) -> None:
        """Take strokes away, and draw again what lay about them."""
        ratio = self._whole.devicePixelRatio()
        border = self.pen_width / 2 + 2
        for stroke in gone:
            pixels = scaled(self._box(stroke, border), ratio).toAlignedRect()
            place = scaled(QRectF(pixels), 1 / ratio)  # whole pixels: what is cut through one would be drawn twice
            painter = QPainter(self._whole)
            painter.setClipRect(place)
            painter.fillRect(place, Qt.GlobalColor.black)
            for other in left:
                if self._box(other, border).intersects(place):
                    draw_path(painter, stroke_path(other, self.side), self.pen_width)
            painter.end()

    def _with_ended(self, image: QImage, stroke: Points, grew_upon_it: bool) -> QImage:
        """Return an image with one more stroke, which has ended; a long one as it grew, if it did so there."""
        newest = self._newest
        if grew_upon_it and newest is not None and len(stroke) > LONG_STROKE and np.array_equal(newest, stroke):
            image = QImage(self._image)
            path = self._loose_end(stroke)
        else:
            path = stroke_path(stroke, self.side)
        painter = QPainter(image)
        draw_path(painter, path, self.pen_width)
        painter.end()
        return image

    def _box(self, stroke: Points, border: float) -> QRectF:
        """Return where a stroke is, in logical pixels, and so much around it."""
        (left, top), (right, bottom) = stroke.min(axis=0) * self.side, stroke.max(axis=0) * self.side
        return QRectF(left, top, right - left, bottom - top).adjusted(-border, -border, border, border)

    def grow(self, growing: Growing) -> None:
        """Draw what has been added to these strokes since the last call; to be called after ``redraw``."""
        if not growing:
            return
        at_end = growing[self._strokes_at_end : -1]
        if at_end:
            for place, stroke in enumerate(at_end):
                self._at_end = self._with_ended(self._at_end, stroke, grew_upon_it=place == 0)
            self._image = QImage(self._at_end)
            self._strokes_at_end += len(at_end)
            self._points_drawn = 0
        newest = growing[-1]
        for count in range(max(self._points_drawn + 1, 3), len(newest) + 1):
            self._draw_bend(newest[count - 3 : count], begins=count == 3)
        self._points_drawn = len(newest)
        self._newest = newest

    def paint(self, painter: QPainter, rect: QRect, newest: Points | None) -> None:
        """Copy the part of the ink in ``rect``, and on top the loose end of the stroke that grows."""
        ratio = self._image.devicePixelRatio()
        target = QRectF(rect)
        source = QRectF(target.topLeft() * ratio, target.size() * ratio)
        painter.drawImage(target, self._image, source)
        if newest is not None:
            draw_path(painter, self._loose_end(newest), self.pen_width)

    def dirty_rect(self, newest: Points) -> QRect:
        """Return what must be painted again after a point was added to a stroke."""
        points = [self._at(point) for point in newest[-4:]]
        xs, ys = [point.x() for point in points], [point.y() for point in points]
        border = self.pen_width / 2 + 2
        box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return box.adjusted(-border, -border, border, border).toAlignedRect()

    def _draw_bend(self, points: Points, *, begins: bool) -> None:
        """Draw the curve around the middle one of three points, from the first one if the stroke begins there."""
        before, bend, after = (self._at(point) for point in points)
        path = QPainterPath(before if begins else (before + bend) / 2)
        path.quadTo(bend, (bend + after) / 2)
        painter = QPainter(self._image)
        draw_path(painter, path, self.pen_width)
        painter.end()

    def _loose_end(self, stroke: Points) -> QPainterPath:
        if len(stroke) <= 2:
            return stroke_path(stroke, self.side)
        before, end = self._at(stroke[-2]), self._at(stroke[-1])
        path = QPainterPath((before + end) / 2)
        path.lineTo(end)
        return path

    def _at(self, point: Points) -> QPointF:
        return QPointF(point[0] * self.side, point[1] * self.side)


def scaled(rect: QRectF, factor: float) -> QRectF:
    """Return a rectangle in a unit that is ``1 / factor`` times as large."""
    return QRectF(rect.topLeft() * factor, rect.size() * factor)
