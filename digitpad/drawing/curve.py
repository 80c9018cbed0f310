"""The smooth curve through a stroke's points, the same on the canvas and in what the network sees."""

from functools import lru_cache
from math import hypot

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTransform

from digitpad.arrays import Mask, Places
from digitpad.drawing.strokes import Points

DOT_LENGTH = 1e-3
"""Qt draws no path without a length, so a dot is a path of a thousandth of a pixel."""

STRAIGHT = 0.9
"""A way whose ends are at least this share of its length apart has no bend: that of a corner of 50 degrees."""

SLIGHT_TURN = 0.65
"""The cosine of nearly 50 degrees: the ends of a way that turns by no more are at least as far apart as that."""

ONE_LINE, ONE_CURVE = 2, 4
"""Elements of a path that is no more than that; Qt keeps quadratic curves as cubic ones."""

COUNT_BYTES = 4
"""A polygon in a stream is the number of its points, and then these, all big-endian."""


def stroke_path(points: Points, scale: float = 1.0, origin: tuple[float, float] = (0.0, 0.0)) -> QPainterPath:
    """Return the curve through ``points`` (n, 2), each seen from ``origin`` and multiplied by ``scale``.

    Quadratic Bézier curves from midpoint to midpoint, the points themselves as control points: no corners
    where a fast hand left few points. A pen that never moved leaves a dot.
    """
    return part_of_curve((points - origin) * scale)


def part_of_curve(points: Points, begun: int = 0, ended: int | None = None) -> QPainterPath:
    """Return the curve through a stroke's points (n, 2) from one boundary to another, or to its end.

    Boundary 0 is its first point, any other one the middle between that point and the next.
    """
    if begun == 0 and (points == points[0]).all():
        return _dot(QPointF(*points[0].tolist()))
    last = len(points) - 2 if ended is None else ended
    path = QPainterPath(_boundary(points, begun))
    bends = points[begun + 1 : last + 1]
    middles = (bends + points[begun + 2 : last + 2]) / 2
    # Plain floats: Qt takes them several times faster than NumPy scalars.
    for bend, middle in zip(bends.tolist(), middles.tolist(), strict=True):
        path.quadTo(*bend, *middle)
    if ended is None:
        path.lineTo(*points[-1].tolist())
    return path


def _dot(place: QPointF) -> QPainterPath:
    path = QPainterPath(place)
    path.lineTo(place + QPointF(DOT_LENGTH, 0))
    return path


def _boundary(points: Points, number: int) -> QPointF:
    return QPointF(*(points[0] if number == 0 else (points[number] + points[number + 1]) / 2).tolist())


def draw_path(painter: QPainter, path: QPainterPath, width: float) -> None:
    """Draw ``path`` in white, ``width`` pixels wide, without gaps.

    Where a line turns back within its own width Qt's stroker winds the inside the other way round and leaves
    a wedge of it empty. So the pieces of each bend are drawn once more, each by itself, half a pixel short of
    the edge on either side: the edge stays as smooth as Qt made it.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(round_pen(width))
    painter.drawPath(path)
    if _hardly_turns(path):
        return
    pieces = QPainterPath()
    for polygon in path.toSubpathPolygons(QTransform()):
        points = points_of(polygon)
        add_pieces(pieces, points, np.flatnonzero(bent(points, width)))
    if not pieces.isEmpty():
        draw_pieces(painter, pieces, width)


def draw_pieces(painter: QPainter, pieces: QPainterPath, width: float) -> None:
    """Draw the pieces of bends of a path that is ``width`` wide."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(round_pen(width_in_bends(width)))
    painter.drawPath(pieces)


def width_in_bends(width: float) -> float:
    """Return how wide the pieces of bends are drawn."""
    return max(width - 1, 1)


def add_pieces(pieces: QPainterPath, points: Points, starts: Places) -> None:
    """Add the lines that lead on from these of a way's points (n, 2), each by itself."""
    for start in starts.tolist():
        pieces.moveTo(*points[start].tolist())
        pieces.lineTo(*points[start + 1].tolist())


def _hardly_turns(path: QPainterPath) -> bool:
    """Say whether a path is a line, or a quadratic curve without a bend: a pen adds little else at a time."""
    count = path.elementCount()
    if count != ONE_CURVE or not path.elementAt(1).isCurveTo():
        return count <= ONE_LINE
    start, first, second, end = (path.elementAt(place) for place in range(ONE_CURVE))
    x, y, later_x, later_y = first.x - start.x, first.y - start.y, end.x - second.x, end.y - second.y
    return x * later_x + y * later_y >= SLIGHT_TURN * hypot(x, y) * hypot(later_x, later_y)


def points_of(polygon: QPolygonF) -> Points:
    """Return a polygon's points, float64 (n, 2): at once, as one by one they take longer than all else here."""
    data = QByteArray()
    QDataStream(data, QIODevice.OpenModeFlag.WriteOnly) << polygon
    return np.frombuffer(data.data(), ">f8", offset=COUNT_BYTES).astype(np.float64).reshape(-1, 2)


def bent(points: Points, reach: float) -> Mask:
    """Tell, of each line between two of ``points``, whether the way bends within ``reach`` of it."""
    along = np.zeros(len(points))
    np.cumsum(_lengths(points[1:] - points[:-1]), out=along[1:])
    ends = np.minimum(along.searchsorted(along + reach), len(points) - 1)
    bends = _lengths(points[ends] - points) < STRAIGHT * (along[ends] - along)
    starts = np.flatnonzero(bends)
    begun, ended = (np.bincount(places, minlength=len(points)) for places in (starts, ends[starts]))
    return np.asarray(np.cumsum(begun - ended)[:-1] > 0)


def _lengths(ways: Points) -> npt.NDArray[np.float64]:
    return np.asarray(np.hypot(ways[:, 0], ways[:, 1]))


@lru_cache(maxsize=64)
def round_pen(width: float) -> QPen:
    """Return a white pen with round ends and joins, ``width`` pixels wide: the same object, not to be changed."""
    return QPen(
        Qt.GlobalColor.white, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )
