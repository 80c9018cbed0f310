"""One stroke of a long drawing while it grows: what it covers is kept as sums, to which each point adds."""

from math import hypot

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from digitpad.arrays import Doubles, Grays, GrowingArray, Integers, Places
from digitpad.drawing.curve import add_pieces, bent, draw_pieces, part_of_curve, points_of, width_in_bends
from digitpad.drawing.growing.coverage import add_edges, coverage_of, covered, laid, no_coverage
from digitpad.drawing.growing.outlines import end_of, outlines_of
from digitpad.drawing.growing.sheet import Sheet
from digitpad.drawing.raster import painted_by
from digitpad.drawing.strokes import Points

MANY_LINES = 1_000
"""Of bends: Qt has painted more of them sooner than they are reckoned here."""

SAME_PLACE = 1e-9
"""Pixels: nearer places may be one to Qt."""

ASIDE = QPointF(0.6, 0.8)
"""A way of length 1, in pixels."""

FLAT, ROUND = Qt.PenCapStyle.FlatCap, Qt.PenCapStyle.RoundCap


class GrowingStroke:
    """Lays a stroke upon a picture as ``draw_path`` does, fast where it is the one before with more points.

    The stroke's curve is settled up to a boundary that no later point moves; between its parts it is cut straight.
    The pieces of bends, which ``draw_path`` draws a second time, are settled once the way beyond them is long
    enough to tell what bends.
    """

    def __init__(self, sheet: Sheet) -> None:
        """Begin with nothing on this sheet."""
        self._sheet = sheet
        self._pen = sheet.pen
        self._points: Points = np.empty((0, 2))
        self._settled = 0
        self._coverage = no_coverage(sheet.height, sheet.width)
        self._way = GrowingArray("float64", (2,))
        self._along = GrowingArray("float64")
        self._settled_lines = 0
        self._pieces = no_coverage(sheet.height, sheet.width)

    def grow(self, stroke: Points) -> None:
        """Take the stroke's points, (n, 2), of which those before are the first."""
        self._points = self._sheet.in_pixels(stroke)
        ended = self._next_boundary()
        if ended == self._settled:
            return
        path = self._placed(part_of_curve(self._points, self._settled, ended))
        self._cover(path, ended)
        way = points_of(path.toSubpathPolygons(QTransform())[0])
        self._lengthen(way if self._settled == 0 else way[1:])
        self._settled = ended

    @property
    def is_closed(self) -> bool:
        """Whether it ends where it begins: Qt then joins its ends, which cannot be undone with the next point."""
        return self._settled > 0 and bool(np.abs(self._points[0] - self._points[-1]).max() < SAME_PLACE)

    def laid_upon(self, below: Grays) -> Grays:
        """Return a picture with the stroke upon it, whatever the last point may still bend as it is now."""
        loose = self._placed(part_of_curve(self._points, self._settled))
        coverage = self._coverage.copy()
        if self._settled:
            longer, before = self._behind_piece(loose)
            cut, start = end_of(longer.pointAtPercent(0), ASIDE, self._pen)
            add_edges(
                coverage,
                np.concatenate([outlines_of(longer, self._pen, ROUND), cut]),
                np.concatenate([before, start]),
            )
        else:
            add_edges(coverage, outlines_of(loose, self._pen, ROUND))
        ink = laid(covered(coverage), below)
        pieces = self._pieces_with(loose)
        return laid(covered(pieces), ink) if pieces.any() else ink

    def _next_boundary(self) -> int:
        """Return the last boundary at which the curve can be cut: where the pen was on its way, and, of the first
        part, not where it began."""
        points, begun = self._points, self._settled
        cuts = begun + 1 + np.flatnonzero((points[begun + 1 : -1] != points[begun + 2 :]).any(axis=1))
        if begun == 0:
            middles = (points[cuts] + points[cuts + 1]) / 2
            cuts = cuts[(middles != points[0]).any(axis=1)]
        return int(cuts[-1]) if len(cuts) else begun

    def _cover(self, path: QPainterPath, ended: int) -> None:
        """Add what the curve covers from what is settled to another boundary, where it is cut straight."""
        if self._settled:
            longer, before = self._behind_piece(path)
            add_edges(self._coverage, outlines_of(longer, self._pen, FLAT), before)
        else:
            x, y = (self._points[ended + 1] - self._points[ended]).tolist()
            cut, end = end_of(path.currentPosition(), QPointF(x, y) / hypot(x, y), self._pen)
            add_edges(self._coverage, np.concatenate([outlines_of(path, self._pen, ROUND), cut]), end)

    def _behind_piece(self, path: QPainterPath) -> tuple[QPainterPath, Integers]:
        """Return the curve's last settled piece with a path behind it, and what that piece alone covers.

        Where two pieces meet Qt may fill in a corner, if only the smallest numbers make it one. The line before
        that piece, which both have, keeps Qt from joining what comes back to where it began to a ring, as a pen
        does that trembles between two pixels.
        """
        piece = self._placed(part_of_curve(self._points, self._settled - 1, self._settled))
        longer = QPainterPath(piece.pointAtPercent(0) + ASIDE)
        longer.lineTo(piece.pointAtPercent(0))
        longer.connectPath(piece)
        before = outlines_of(longer, self._pen, FLAT)
        longer.connectPath(path)
        return longer, before

    def _placed(self, path: QPainterPath) -> QPainterPath:
        return self._sheet.placed.map(path)

    def _lengthen(self, way: Points) -> None:
        """Add what has been settled to the way."""
        before = self._way.view[-1:]
        steps = np.diff(np.concatenate([before, way]), axis=0)
        begun = self._along.view[-1] if len(before) else 0.0
        lengths = begun + np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))
        self._along.extend(lengths if len(before) else np.concatenate([[begun], lengths]))
        self._way.extend(way)

    def _pieces_with(self, loose: QPainterPath) -> Doubles:
        """Return what all pieces of bends cover, settled or not."""
        way, along, done = self._way.view, self._along.view, self._settled_lines
        first = final = 0
        if len(way):
            # Bends that begin earlier do not reach so far, and those that begin later may yet become others.
            first = max(int(along.searchsorted(along[done] - self._pen)) - 1, 0)
            final = int(along.searchsorted(along[-1] - self._pen, side="right"))
        end = points_of(loose.toSubpathPolygons(QTransform())[0])
        window = np.concatenate([way[first:], end[1:]]) if len(way) else end
        lines = np.flatnonzero(bent(window, self._pen))
        lines = lines[lines >= done - first]
        self._settled_lines = max(final, done)
        self._pieces = self._with_pieces(window, lines[lines < final - first])
        return self._with_pieces(window, lines[lines >= final - first])

    def _with_pieces(self, way: Points, lines: Places) -> Doubles:
        """Return what the settled pieces cover together with these lines of a way."""
        if not len(lines):
            return self._pieces
        pieces = QPainterPath()
        add_pieces(pieces, way, lines)
        if len(lines) > MANY_LINES:

            def draw(painter: QPainter) -> None:
                draw_pieces(painter, pieces, self._pen)

            return self._pieces + coverage_of(painted_by(draw, self._sheet.width, self._sheet.height))
        coverage = self._pieces.copy()
        add_edges(coverage, outlines_of(pieces, width_in_bends(self._pen), ROUND))
        return coverage
