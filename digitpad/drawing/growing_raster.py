"""A long drawing's way to 28×28 while it grows: what it has already is not drawn again with each point.

Drawn anew, ten thousand points take a third of a second. So the fine picture is kept, and each new piece of the
curve is laid upon it, as long as the box around the curve stays: the pen is as wide in any box, and with another
one all is another picture.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from digitpad.arrays import SIDE, Grays
from digitpad.drawing.raster import FINE, INK_EXTENT, MARGIN, PEN, Stages, painted, rasterize, stages_of
from digitpad.drawing.strokes import Drawing, Points

FEW_POINTS = 256
"""Drawings of fewer points are as well drawn anew by ``rasterize``, in a few milliseconds."""

DOT_LENGTH = 1e-6
"""Length of a dot in the drawing's unit, as Qt draws nothing that has none."""

HALF_PEN = PEN * FINE / 2


class GrowingRaster:
    """Takes one drawing after another through all stages, fast where each is the one before with more ink.

    The unit of the drawings is about their size. The stages are those of ``rasterize``, but for edges where the
    curve crosses itself: in one path Qt counts them twice. A pixel of the 20×20 picture differs by up to 10 of
    255 there.
    """

    def __init__(self) -> None:
        self._begin()

    def rasterize(self, drawing: Drawing) -> Stages:
        """Take a drawing through all stages. Raises ValueError for an empty drawing."""
        if not self._continues(drawing):
            self._begin()
        added = _joined(self._settle(drawing.strokes))
        loose = _loose_end(drawing.strokes[-1])
        box = _united(self._box, loose.boundingRect())
        if max(box.width(), box.height()) <= 2 * DOT_LENGTH:
            self._begin()
            return rasterize(drawing)
        if box != self._inked_box:
            self._redraw(box)
        else:
            for path in added:
                _lay(self._placed.map(path), PEN * FINE, self._ink)
        ink = self._ink.copy()
        _lay(self._placed.map(loose), PEN * FINE, ink)
        return stages_of(ink)

    def _begin(self) -> None:
        """Know of no drawing."""
        self._strokes: tuple[Points, ...] = ()
        self._paths: list[QPainterPath] = []
        self._box: QRectF | None = None
        self._inked_box: QRectF | None = None
        self._placed = QTransform()
        self._ink: Grays = np.zeros((0, 0), np.uint8)

    def render_canvas(self, drawing: Drawing, pen: float) -> Grays:
        """Return the whole canvas as it looks, uint8 (224, 224), as ``raster.render_canvas`` does.

        It is to be asked for this alone, and with the same pen: its box is the canvas, whatever is drawn.
        """
        if not self._continues(drawing):
            self._begin()
        added = _joined(self._settle(drawing.strokes))
        side = SIDE * FINE
        if self._inked_box is None:
            self._inked_box, self._placed = QRectF(0, 0, 1, 1), QTransform.fromScale(side, side)
            self._ink = painted([self._placed.map(path) for path in self._paths], side, side, pen * side)
        else:
            for path in added:
                _lay(self._placed.map(path), pen * side, self._ink)
        ink = self._ink.copy()
        _lay(self._placed.map(_loose_end(drawing.strokes[-1])), pen * side, ink)
        return ink

    def _continues(self, drawing: Drawing) -> bool:
        """Say whether a drawing begins with all that the one before had."""
        before, now = self._strokes, drawing.strokes
        if len(now) < len(before):
            return False
        *ended, newest = zip(before, now, strict=False) if before else [(np.empty(0), np.empty(0))]
        return bool(np.array_equal(newest[0], newest[1][: len(newest[0])])) and all(
            mine is theirs or np.array_equal(mine, theirs) for mine, theirs in ended
        )

    def _settle(self, strokes: tuple[Points, ...]) -> list[QPainterPath]:
        """Note the pieces that later points cannot bend any more; return those that are new."""
        first, known = max(len(self._strokes) - 1, 0), self._strokes[-1:]
        added: list[QPainterPath] = []
        for number, stroke in enumerate(strokes[first:], start=first):
            begun = len(known[0]) if number == first and known else 0
            added += _bends(stroke, begun)
            if number < len(strokes) - 1:
                added.append(_loose_end(stroke))
        self._strokes = strokes
        self._paths = _joined(added, self._paths)
        for piece in added:
            self._box = _united(self._box, piece.boundingRect())
        return added

    def _redraw(self, box: QRectF) -> None:
        """Draw all settled pieces for this box around the curve."""
        scale, border = INK_EXTENT / max(box.width(), box.height()), HALF_PEN + MARGIN
        self._placed = QTransform(scale, 0, 0, scale, border - box.left() * scale, border - box.top() * scale)
        self._inked_box = box
        width, height = (int(np.ceil(length * scale + 2 * border)) for length in (box.width(), box.height()))
        self._ink = painted([self._placed.map(path) for path in self._paths], width, height, PEN * FINE)


def _bends(stroke: Points, begun: int) -> Iterator[QPainterPath]:
    """Yield the curve around each point that has neighbours, after those that a stroke of ``begun`` points had."""
    first = max(begun - 2, 0)
    points = [QPointF(*point) for point in stroke[first:].tolist()]
    for place in range(1, len(points) - 1):
        before, bend, after = points[place - 1 : place + 2]
        piece = QPainterPath(before if first + place == 1 else (before + bend) / 2)
        piece.quadTo(bend, (bend + after) / 2)
        yield piece


def _loose_end(stroke: Points) -> QPainterPath:
    """Return the end of the curve that the next point would bend; all of it, if it is a dot."""
    end = QPointF(*stroke[-1].tolist())
    if (stroke == stroke[-1]).all():
        path = QPainterPath(end)
        path.lineTo(end + QPointF(DOT_LENGTH, 0))
        return path
    before = QPointF(*stroke[-2].tolist())
    path = QPainterPath(before if len(stroke) == 2 else (before + end) / 2)
    path.lineTo(end)
    return path


def _joined(pieces: list[QPainterPath], paths: Sequence[QPainterPath] = ()) -> list[QPainterPath]:
    """Return paths with pieces added to the end of the last one, where they go on without a gap."""
    found = list(paths)
    for piece in pieces:
        if found and piece.pointAtPercent(0) == found[-1].currentPosition():
            found[-1].connectPath(piece)
        else:
            found.append(QPainterPath(piece))
    return found


def _united(one: QRectF | None, other: QRectF) -> QRectF:
    """Return the box around both; Qt's own function passes over boxes that are lines."""
    if one is None:
        return other
    corner = QPointF(min(one.left(), other.left()), min(one.top(), other.top()))
    return QRectF(corner, QPointF(max(one.right(), other.right()), max(one.bottom(), other.bottom())))


def _lay(path: QPainterPath, pen: float, ink: Grays) -> None:
    """Lay a piece, drawn with such a pen, upon the picture: what is brighter there stays, so that no edge is
    counted twice, and what lies outside is cut off."""
    reach = pen / 2 + 1
    height, width = ink.shape
    place = path.boundingRect().adjusted(-reach, -reach, reach, reach).toAlignedRect() & QRect(0, 0, width, height)
    if not place.isEmpty():
        piece = painted([path.translated(-place.topLeft())], place.width(), place.height(), pen)
        below = ink[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
        np.maximum(below, piece, out=below)
