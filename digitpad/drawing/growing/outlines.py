"""The outlines that Qt fills where it draws a path in a round pen, as the edges that its filling cuts them into.

Each edge leads from one corner to another, (n, 4): x and y where it begins, and where it stops, in whole parts of
a pixel. Curves are taken apart by Qt's rule, so that each corner is where its painter has it; a path's own
polygons are coarser.
"""

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from digitpad.arrays import Doubles, Integers, Mask

PIXEL_BITS = 8
PIXEL = 1 << PIXEL_BITS
"""Parts of a pixel's side."""

CORNERS = 64
"""Of a pixel's side: the ends and control points of what is filled lie on such a grid."""

ROUND = 0.5522847498
"""Of a circle's radius: how far the control points of a quarter are from its ends."""

FLATNESS = 0.25
"""How far from a straight line a curve's control points may be together, in pixels, for it to be taken for one."""

HALVINGS = 9
"""How often a curve is halved at most."""

HALVES = (
    np.array(
        [
            [8, 0, 0, 0],
            [4, 4, 0, 0],
            [2, 4, 2, 0],
            [1, 3, 3, 1],
            [1, 3, 3, 1],
            [0, 2, 4, 2],
            [0, 0, 4, 4],
            [0, 0, 0, 8],
        ]
    )
    / 8.0
)
"""The control points of both halves of a curve, made of its own four."""

ELEMENT = np.dtype([("kind", ">i4"), ("place", ">f8", (2,))])
COUNT_BYTES = 4
"""A path in a stream is the number of its elements, and then these, all big-endian."""

MOVE, LINE, CURVE = (
    kind.value
    for kind in (
        QPainterPath.ElementType.MoveToElement,
        QPainterPath.ElementType.LineToElement,
        QPainterPath.ElementType.CurveToElement,
    )
)


def outlines_of(path: QPainterPath, width: float, cap: Qt.PenCapStyle) -> Integers:
    """Return the edges around what is filled where such a pen draws a path, (n, 4)."""
    return _edges(_stroker(width, cap).createStroke(path))


def end_of(place: QPointF, ahead: QPointF, width: float) -> tuple[Integers, Integers]:
    """Return the edges of the half disc of a line that ends at ``place`` on its way ``ahead``, of length 1.

    To take it away add the first edges, which cover nothing, and take away the second: the cut then runs as it
    does around a line that ends there without one. Run the other way round, an edge is rounded otherwise.
    """
    radius = width / 2
    on, side = ahead * radius, QPointF(ahead.y(), -ahead.x()) * radius
    cut = QPainterPath(place + side)
    cut.lineTo(place - side)
    end = QPainterPath(place + side)
    end.cubicTo(place + side + on * ROUND, place + on + side * ROUND, place + on)
    end.cubicTo(place + on - side * ROUND, place - side + on * ROUND, place - side)
    return _edges(cut), _edges(end)


def _edges(path: QPainterPath) -> Integers:
    """Return the edges around what is within a path, each part of which Qt closes."""
    data = QByteArray()
    QDataStream(data, QIODevice.OpenModeFlag.WriteOnly) << path
    elements = np.frombuffer(data.data(), ELEMENT, path.elementCount(), COUNT_BYTES)
    kinds, places = elements["kind"], elements["place"].astype(np.float64)
    begins, lines, curves = (np.flatnonzero(kinds == kind) for kind in (MOVE, LINE, CURVE))
    ends = np.append(begins[1:], len(kinds)) - 1
    straight = np.concatenate([lines - 1, ends]), np.concatenate([lines, begins])
    edges = np.concatenate(
        [np.hstack([places[at] for at in straight]), _straightened(places[curves[:, None] + np.arange(-1, 3)])]
    )
    return np.floor(edges * CORNERS + 0.5).astype(np.int64) * (PIXEL // CORNERS)


def _straightened(curves: Doubles) -> Doubles:
    """Return the edges, (m, 4), that cubic curves, (n, 4, 2), are taken apart into by halving them."""
    edges = []
    for _ in range(HALVINGS):
        bent = _is_bent(curves)
        edges.append(curves[~bent][:, ::3].reshape(-1, 4))
        curves = (HALVES @ curves[bent]).reshape(-1, 4, 2)
        if not len(curves):
            break
    return np.concatenate([*edges, curves[:, ::3].reshape(-1, 4)])


def _is_bent(curves: Doubles) -> Mask:
    """Tell, of each curve, whether its control points are far from the line between its ends; from its beginning,
    where that is shorter than a pixel."""
    way = curves[:, 3] - curves[:, 0]
    back = curves[:, :1] - curves[:, 1:3]
    length = np.abs(way).sum(axis=1)
    off = np.abs(way[:, None, 0] * back[:, :, 1] - way[:, None, 1] * back[:, :, 0]).sum(axis=1)
    off = np.where(length > 1, off, np.abs(back).sum(axis=(1, 2)))
    return np.asarray(off >= FLATNESS * np.maximum(length, 1))


@lru_cache(maxsize=16)
def _stroker(width: float, cap: Qt.PenCapStyle) -> QPainterPathStroker:
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(cap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker
