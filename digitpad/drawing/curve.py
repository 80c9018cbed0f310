"""The smooth curve through a stroke's points, the same on the canvas and in what the network sees."""

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from digitpad.drawing.strokes import Points

DOT_LENGTH = 1e-3
"""Qt draws no path without a length, so a dot is a path of a thousandth of a pixel."""

STRAIGHT = 0.9
"""A way whose ends are at least this share of its length apart has no bend: that of a corner of 50 degrees."""


def stroke_path(points: Points, scale: float = 1.0, origin: tuple[float, float] = (0.0, 0.0)) -> QPainterPath:
    """Return the curve through ``points`` (n, 2), each seen from ``origin`` and multiplied by ``scale``.

    Quadratic Bézier curves from midpoint to midpoint, the points themselves as control points: no corners
    where a fast hand left few points. A pen that never moved leaves a dot.
    """
    # Plain floats: Qt takes them several times faster than NumPy scalars.
    moved = ((points - origin) * scale).tolist()
    first = QPointF(*moved[0])
    path = QPainterPath(first)
    if (points == points[0]).all():
        path.lineTo(first + QPointF(DOT_LENGTH, 0))
        return path
    for here, after in pairwise(moved[1:]):
        path.quadTo(QPointF(*here), QPointF((here[0] + after[0]) / 2, (here[1] + after[1]) / 2))
    path.lineTo(QPointF(*moved[-1]))
    return path


def draw_path(painter: QPainter, path: QPainterPath, width: float) -> None:
    """Draw ``path`` in white, ``width`` pixels wide, without gaps.

    Where a line turns back within its own width Qt's stroker winds the inside the other way round and leaves
    a wedge of it empty. So the pieces of each bend are drawn once more, each by itself, half a pixel short of
    the edge on either side: the edge stays as smooth as Qt made it.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(round_pen(width))
    painter.drawPath(path)
    painter.setPen(round_pen(max(width - 1, 1)))
    painter.drawPath(_bends_in_pieces(path, width))


def _bends_in_pieces(path: QPainterPath, width: float) -> QPainterPath:
    pieces = QPainterPath()
    for polygon in path.toSubpathPolygons(QTransform()):
        points = polygon.toList()
        for start in np.flatnonzero(_bent(np.array([point.toTuple() for point in points]), width)).tolist():
            pieces.moveTo(points[start])
            pieces.lineTo(points[start + 1])
    return pieces


def _bent(points: Points, reach: float) -> npt.NDArray[np.bool_]:
    """Tell, of each line between two of ``points``, whether the way bends within ``reach`` of it."""
    along = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    ends = np.minimum(np.searchsorted(along, along + reach), len(points) - 1)
    bends = np.hypot(*(points[ends] - points).T) < STRAIGHT * (along[ends] - along)
    changes = np.zeros(len(points))
    np.add.at(changes, np.flatnonzero(bends), 1)
    np.add.at(changes, ends[bends], -1)
    return np.cumsum(changes)[:-1] > 0


def round_pen(width: float) -> QPen:
    """Return a white pen with round ends and joins, ``width`` pixels wide."""
    return QPen(
        Qt.GlobalColor.white, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
