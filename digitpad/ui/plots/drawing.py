"""Curves and symbols in a drawing's own unit: programs do not agree on clips, nor on pens that do not scale."""

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.LegendItem import ItemSample
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from digitpad.arrays import Doubles

SAMPLE = QPointF(10, 11)
"""The middle of a legend's line, as pyqtgraph draws it, 20 units wide."""


def scaling(pen: QPen) -> QPen:
    """Return a pen whose width grows with a drawing: on the screen widths are in its pixels."""
    found = QPen(pen)
    found.setCosmetic(False)
    return found


def draw_curve(painter: QPainter, item: pg.PlotDataItem, transform: QTransform, room: QRectF) -> None:
    """Draw an item's line and symbols as far as they are in ``room``; ``transform`` leads there from the axes."""
    painter.setPen(scaling(item.curve.opts["pen"]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = item.curve.getData()
    if x is not None and len(x) > 1:
        path = clipped(np.column_stack([x, y]).astype(np.float64), transform, room)
        if not path.isEmpty():  # which some programs take for a fault
            painter.drawPath(path)
    draw_symbols(painter, item.scatter, transform, room)


def clipped(points: Doubles, transform: QTransform, room: QRectF) -> QPainterPath:
    """Return the line through points of the axes, (n, 2), cut at the edges of ``room``.

    A loss that explodes stands 10⁹ units above it: some programs leave out a shape that reaches so far.
    """
    scale, move = (transform.m11(), transform.m22()), (transform.dx(), transform.dy())
    places = points * scale + move
    edges = np.array([[room.left(), room.top()], [room.right(), room.bottom()]])
    if ((edges[0] <= places) & (places <= edges[1])).all():  # most are, and need no look at each of their lines
        whole: QPainterPath = pg.arrayToQPath(*np.ascontiguousarray(places.T))
        return whole
    starts, ways = places[:-1], np.diff(places, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = (edges[:, None] - starts) / ways  # of the way, at which each edge is met: (2, n - 1, 2)
    inside = (edges[0] <= starts) & (starts <= edges[1])
    shares = np.where(ways == 0, np.where(inside, [[[-np.inf]], [[np.inf]]], np.nan), shares)
    enters = np.maximum(0, shares.min(axis=0).max(axis=1))
    leaves = np.minimum(1, shares.max(axis=0).min(axis=1))
    begins, ends = starts + enters[:, None] * ways, starts + leaves[:, None] * ways
    path, goes_on = QPainterPath(), False
    for enter, leave, begin, end in zip(enters, leaves, begins, ends, strict=True):
        is_seen = enter < leave  # of what is no number neither is true
        if is_seen:
            if not goes_on or enter > 0:
                path.moveTo(*begin)
            path.lineTo(*end)
        goes_on = is_seen and leave == 1
    return path


def draw_symbols(painter: QPainter, scatter: pg.ScatterPlotItem, transform: QTransform, room: QRectF) -> None:
    """Draw those that are in ``room``."""
    for spot, visible in zip(scatter.points(), scatter.data["visible"], strict=True):
        at = transform.map(spot.pos())
        if visible and room.contains(at):
            painter.setPen(scaling(spot.pen()))
            painter.setBrush(spot.brush())
            painter.drawPath(_symbol(spot.symbol(), spot.size(), at))


def _symbol(name: str, size: float, at: QPointF) -> QPainterPath:
    shape: QPainterPath = Symbols[name]
    return QTransform.fromTranslate(at.x(), at.y()).scale(size, size).map(shape)


class DrawnSample(ItemSample):
    """Line and symbol of an item in a legend, ``width`` units wide; the item itself may be hidden."""

    def __init__(self, item: pg.PlotDataItem, width: float) -> None:
        super().__init__(item)
        self._width = width

    def paint(self, painter: QPainter, *_: object) -> None:
        """Paint both."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = scaling(pg.mkPen(self.item.opts["pen"]))  # until one is chosen it is no QPen, and PySide6 dies of it
        pen.setWidthF(self._width)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, SAMPLE.y()), QPointF(2 * SAMPLE.x(), SAMPLE.y()))
        opts = self.item.scatter.opts
        painter.setPen(scaling(pg.mkPen(opts["pen"])))
        painter.setBrush(pg.mkBrush(opts["brush"]))
        painter.drawPath(_symbol(opts["symbol"], opts["size"], SAMPLE))
