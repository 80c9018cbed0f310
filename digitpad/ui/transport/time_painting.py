"""Where batches are on the time line, and what is painted there."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from digitpad.arrays import Doubles, Floats
from digitpad.runs.run import Run
from digitpad.ui.theme import colors

CURVE_PIXELS = 2
MARK_PIXELS = 2
POINTS = 240
"""Losses that the small curve is made of at most: more cannot be seen."""

HANDLE_EMS, TICK_SHARE = 0.6, 0.4
"""Width of the handle, in heights of a line, and height of a moment's tick, as a share of the time line's."""

FLAG_SHARE = 0.62
"""Height of the flag's cloth, as a share of the time line's."""

ROUND = 3


def small_curve(losses: Floats, points: int = POINTS) -> tuple[Doubles, Doubles]:
    """Return updates done and losses in at most so many points, float64 (n,), each a mean of its share.

    The shares are as wide as each other by the logarithm of the batches. A loss stands where it was measured: the
    first one, at 0, is the untrained network's, as on the plot.
    """
    edges = np.expm1(np.linspace(0, math.log1p(len(losses)), points + 1))
    edges = np.unique(np.rint(edges).astype(np.intp))
    means = np.add.reduceat(losses, edges[:-1], dtype=np.float64) / np.diff(edges)
    return np.asarray((edges[:-1] + edges[1:] - 1) / 2, np.float64), np.asarray(means, np.float64)


class TimePainting:
    """A run's time in a rectangle: x is the logarithm of the batches done, plus one."""

    def __init__(self, room: QRect, em: int, run: Run | None) -> None:
        self._handle = max(2, round(HANDLE_EMS * em / 2)) * 2
        self._track = QRectF(room).adjusted(0, 1, 0, -1)
        self._line = self._track.adjusted(self._handle / 2, 0, -self._handle / 2, 0)
        self._run = run
        self._end = math.log1p(1 if run is None else run.recipe.total_batches)

    def x_of(self, batches: float) -> float:
        """Return where so many batches are."""
        return self._line.left() + self._line.width() * math.log1p(batches) / self._end

    def batches_at(self, x: float) -> float:
        """Return how many batches are there, from 0 to all."""
        share = min(1.0, max(0.0, (x - self._line.left()) / max(1.0, self._line.width())))
        return math.expm1(share * self._end)

    def paint_track(self, painter: QPainter, *, busy: bool, apart: bool) -> None:
        """Paint the track, the part that is done, and the loss in it; ``apart`` nothing but a grey loss."""
        now, run = colors(), self._run
        painter.fillRect(self._track, QColor(now.hover if busy else now.track))
        if busy or run is None or not len(run.history):
            return
        done = QRectF(self._track)
        done.setRight(max(self._track.left() + MARK_PIXELS, self.x_of(len(run.history))))
        if not apart:
            painter.fillRect(done, QColor(now.hover))
        painter.setPen(QPen(QColor(now.muted) if apart else self._color, 1))
        curve = self._curve(run.history.losses)
        for _ in range(CURVE_PIXELS):  # a line of one pixel is drawn ten times as fast as one of two
            painter.drawPolyline(curve)
            curve.translate(0, 1)
        if not apart:
            mark = QRectF(done.right() - MARK_PIXELS / 2, self._track.top(), MARK_PIXELS, self._track.height())
            painter.fillRect(mark, self._color)

    def paint_moments(self, painter: QPainter, moments: Sequence[int]) -> None:
        """Paint a tick at each moment that is kept."""
        height = round(TICK_SHARE * self._track.height())
        for batches in moments:
            x = round(self.x_of(batches))
            painter.fillRect(
                QRectF(x - MARK_PIXELS / 2, self._track.bottom() - height, MARK_PIXELS, height),
                QColor(colors().muted),
            )

    def paint_flag(self, painter: QPainter, batches: int, digit: int, handle: int | None) -> None:
        """Plant a flag with a digit where it came to be read for good; its cloth hangs clear of the handle."""
        now, track = colors(), self._track
        x, side = round(self.x_of(batches)), round(FLAG_SHARE * track.height())
        painter.fillRect(QRectF(x - MARK_PIXELS / 2, track.top(), MARK_PIXELS, track.height()), QColor(now.text))
        cloth = QRectF(self._left_of_cloth(x, side, handle), track.top(), side, side)
        painter.fillRect(cloth, QColor(now.text))
        font = QFont(painter.font())
        font.setBold(True)
        font.setPixelSize(max(6, round(0.92 * side)))
        painter.setFont(font)
        painter.setPen(QColor(now.card))
        painter.drawText(cloth, Qt.AlignmentFlag.AlignCenter, str(digit))

    def _left_of_cloth(self, pole: int, side: int, handle: int | None) -> float:
        track, half = self._track, self._handle / 2
        middle = -math.inf if handle is None else round(self.x_of(handle))
        places = (pole, pole - side, middle + half, middle - half - side)
        fits = (
            left
            for left in places
            if track.left() <= left <= track.right() - side and not middle - half - side < left < middle + half
        )
        return next(fits, track.right() - side)

    def paint_handle(self, painter: QPainter, batches: int, *, looks_back: bool) -> None:
        """Paint the handle; while somebody looks back it is filled, as that is not what trains."""
        now = colors()
        x = round(self.x_of(batches))
        handle = QRectF(x - self._handle / 2, self._track.top(), self._handle, self._track.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.text if looks_back else self._color), MARK_PIXELS))
        painter.setBrush(QColor(now.accent) if looks_back else QColor(now.card))
        painter.drawRoundedRect(handle.adjusted(1, 1, -1, -1), ROUND, ROUND)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def paint_focus(self, painter: QPainter) -> None:
        """Show that keys go here."""
        painter.setPen(QPen(QColor(colors().accent), MARK_PIXELS))
        painter.drawRect(self._track.adjusted(1, 0, -1, 0))

    @property
    def _color(self) -> QColor:
        now = colors()
        return QColor(now.accent if self._run is None else now.run_color(self._run.number))

    def _curve(self, losses: Floats) -> QPolygonF:
        updates, means = small_curve(losses)
        xs = self._line.left() + self._line.width() * np.log1p(updates) / self._end
        highest = max(float(means.max()), 1e-9)
        room = self._track.height() - CURVE_PIXELS - 1
        ys = self._track.bottom() - CURVE_PIXELS - means / highest * room
        return QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)])
