"""The boxes around a growing drawing: around its points, and around the curves through them, which cut corners."""

from PySide6.QtGui import QPainterPath, QTransform

from digitpad.drawing.curve import part_of_curve
from digitpad.drawing.growing.sheet import Sheet
from digitpad.drawing.raster import Box, scale_of
from digitpad.drawing.strokes import Points

NOWHERE: Box = (float("inf"), float("inf"), -float("inf"), -float("inf"))

MIRRORED = QTransform.fromScale(-1, -1)


class GrowingBox:
    """Finds the sheet for one drawing after another, each the one before with more ink."""

    def __init__(self) -> None:
        self._seen = 0
        self._points = NOWHERE
        self._number = self._settled = 0
        self._ended = self._around_settled = NOWHERE

    def sheet_for(self, strokes: tuple[Points, ...]) -> Sheet | None:
        """Return the sheet for these strokes; None for a dot."""
        before = self._points
        for stroke in strokes[max(self._seen - 1, 0) :]:
            (left, top), (right, bottom) = stroke.min(axis=0).tolist(), stroke.max(axis=0).tolist()
            self._points = _united(self._points, (left, top, right, bottom))
        self._seen = len(strokes)
        scale = scale_of(self._points)
        if scale is None:
            return None
        if self._points != before:
            self._forget_curves()
        origin = self._points[:2]
        for stroke in strokes[self._number : -1]:
            self._ended = _united(self._ended, _as_qt_says(self._around((stroke - origin) * scale)))
            self._settled, self._around_settled = 0, NOWHERE
        self._number = len(strokes) - 1
        newest = self._around((strokes[-1] - origin) * scale)
        return Sheet.around(origin, scale, _united(self._ended, _as_qt_says(newest)))

    def _forget_curves(self) -> None:
        self._number = self._settled = 0
        self._ended = self._around_settled = NOWHERE

    def _around(self, points: Points) -> Box:
        """Return the box around the newest stroke's curve; only that is looked at which is new."""
        settled = 0 if (points == points[0]).all() else max(len(points) - 2, 0)
        if settled > self._settled:
            part = part_of_curve(points, self._settled, settled)
            self._around_settled = _united(self._around_settled, _around_path(part))
            self._settled = settled
        return _united(self._around_settled, _around_path(part_of_curve(points, settled)))


def _around_path(path: QPainterPath) -> Box:
    """Return the box around a path, to the last bit: Qt's own says how wide it is, and rounds where it ends."""
    near, far = path.boundingRect(), MIRRORED.map(path).boundingRect()
    return near.left(), near.top(), -far.left(), -far.top()


def _as_qt_says(box: Box) -> Box:
    """Return the box of a whole stroke's curve as Qt rounds it: the exact picture is placed by that."""
    left, top, right, bottom = box
    return left, top, left + (right - left), top + (bottom - top)


def _united(one: Box, other: Box) -> Box:
    (left, top, right, bottom), (others_left, others_top, others_right, others_bottom) = one, other
    return min(left, others_left), min(top, others_top), max(right, others_right), max(bottom, others_bottom)
