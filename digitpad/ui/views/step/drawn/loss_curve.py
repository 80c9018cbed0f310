"""A small curve of the run's losses so far, and the dot where the new one will stand."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Doubles, Floats
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.acts.figures import significant
from digitpad.workspace.wording.numbers import whole

HEIGHT_EMS, WIDTH_EMS = 6.0, 14.0
"""Size in heights of a line."""

DOT = 4.5
"""Radius of the dot, in logical pixels."""


class LossCurve(Translated, QWidget):
    """Losses from the run's first batch to its newest, and the dot of the batch that is stepped through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses: Floats = np.zeros(0, np.float32)
        self._number, self._mean = 0, math.nan
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._translate()

    def show_losses(self, losses: Floats) -> None:
        """Show the run's losses so far, float32 (n,)."""
        self._losses = losses
        self.update()

    def show_dot(self, number: int, mean: float) -> None:
        """Put the dot at batch ``number``, from 0, and this loss."""
        self._number, self._mean = number, mean
        self._translate()
        self.update()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Losses of the run so far"))
        if math.isfinite(self._mean):
            words = self.tr("the new dot: batch {batch}, loss {loss}")
            self.setAccessibleDescription(
                words.format(batch=whole(self._number + 1), loss=significant(self._mean))
            )
        self.setToolTip(self.tr("The dot is where this loss will stand in the plot of all losses"))

    def sizeHint(self) -> QSize:
        """As high as some lines."""
        line = self.fontMetrics().height()
        return QSize(round(WIDTH_EMS * line), round(HEIGHT_EMS * line))

    def minimumSizeHint(self) -> QSize:
        """Half of that."""
        return self.sizeHint() / 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axes, curve and dot."""
        painter, now, letters = QPainter(self), colors(), self.fontMetrics()
        line = letters.height()
        known = self._losses[: self._number]  # a step that was taken already has its loss in the run's
        finite = [*known[np.isfinite(known)][:1].tolist(), *([self._mean] if math.isfinite(self._mean) else [])]
        top = max([float(np.nanmax(known[np.isfinite(known)], initial=0.0)), *finite, 1e-9])
        left = letters.horizontalAdvance("0.000") + 4.0
        right, floor = self.width() - 2 * DOT, self.height() - 1.2 * line
        painter.setPen(QColor(now.border))
        painter.drawLine(QPointF(left, 0), QPointF(left, floor))
        painter.drawLine(QPointF(left, floor), QPointF(self.width(), floor))
        painter.setPen(QColor(now.muted))
        painter.drawText(QPointF(0, letters.ascent()), significant(top))
        painter.drawText(QPointF(left - letters.horizontalAdvance("0") - 4, floor), "0")
        last = whole(self._number)
        painter.drawText(QPointF(right - letters.horizontalAdvance(last) + DOT, self.height() - 2), last)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = (right - left) / max(self._number, 1), (floor - DOT - 2) / top
        numbers, losses = seen(known, round(right - left))
        painter.setPen(QPen(QColor(now.runs[0]), 1.5))
        corners = [
            QPointF(left + x * wide, floor - min(max(y, 0.0), top) * high)
            for x, y in zip(numbers.tolist(), losses.tolist(), strict=True)
        ]
        painter.drawPolyline(QPolygonF(corners))
        if math.isfinite(self._mean):
            dot = QPointF(left + self._number * wide, floor - max(self._mean, 0.0) * high)
            painter.setPen(QPen(QColor(now.card), 1.5))
            painter.setBrush(QColor(now.runs[1]))
            painter.drawEllipse(dot, DOT, DOT)
            painter.setPen(QPen(QColor(now.muted), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(left, dot.y()), dot - QPointF(DOT, 0))
        painter.end()


def seen(losses: Floats, pixels: int) -> tuple[Doubles, Doubles]:
    """Return what can be seen of losses (n,) on so many pixels, peak and trough of each: places and values."""
    values = np.nan_to_num(losses.astype(np.float64), nan=0.0, posinf=float(np.finfo(np.float32).max))
    share = max(1, 2 * len(values) // max(2 * pixels, 1))
    if share == 1:
        return np.arange(len(values), dtype=np.float64), values
    starts = np.arange(0, len(values), share)
    pairs = np.column_stack([np.maximum.reduceat(values, starts), np.minimum.reduceat(values, starts)])
    return np.repeat(starts.astype(np.float64), 2), pairs.ravel()
