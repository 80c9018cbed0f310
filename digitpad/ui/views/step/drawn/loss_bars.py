"""A bar for each picture, as high as its loss."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Floats, Mask, Places
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.acts.figures import significant

HEIGHT_EMS, LEAST_HEIGHT_EMS = 7.0, 4.0
LEAST_WIDTH_EMS = 8.0
"""Size in heights of a line."""

POINTER_EMS = 0.45
"""The pointer below the chosen bar."""

MOST_BAR_EMS = 2.0
"""How wide a bar is at most: one that filled the card would be none."""

LEAST_BAR = 1.0
"""Pixels: the smallest loss is seen to be there."""


class LossBars(Translated, QWidget):
    """Bars in the batch's order, or the largest first; click or arrow keys choose one.

    Bars of wrong answers are full, those of right ones empty: they differ by more than colour.

    Signals:
        chosen(int): the bar of this picture, from 0, was chosen here.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses = np.zeros(0, np.float32)
        self._wrong: Mask = np.zeros(0, np.bool_)
        self._order: Places = np.arange(0)
        self._chosen = 0
        self._largest_first = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._translate()

    def show_losses(self, losses: Floats, wrong: Mask, chosen: int, words: str) -> None:
        """Show losses (n,), which of the answers are wrong (n,), and the chosen one, of which ``words`` tell."""
        if losses is not self._losses:
            self._losses, self._wrong = losses, wrong
            self._sort()
        self._chosen = chosen
        self.setAccessibleDescription(words)
        self.update()

    def set_largest_first(self, on: bool) -> None:
        """Have the largest loss first, or the batch's order."""
        self._largest_first = on
        self._sort()
        self.update()

    @property
    def order(self) -> list[int]:
        """The pictures' numbers from left to right."""
        return [int(number) for number in self._order]

    def _sort(self) -> None:
        numbers = np.arange(len(self._losses))
        self._order = np.argsort(-self._losses, kind="stable") if self._largest_first else numbers

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Loss of each picture"))
        self.setToolTip(self.tr("A bar for each picture: full where the answer is wrong, empty where it is right"))

    def sizeHint(self) -> QSize:
        """As high as some lines."""
        line = self.fontMetrics().height()
        return QSize(round(2 * LEAST_WIDTH_EMS * line), round(HEIGHT_EMS * line))

    def minimumSizeHint(self) -> QSize:
        """Bars that can be told apart by their heights."""
        line = self.fontMetrics().height()
        return QSize(round(LEAST_WIDTH_EMS * line), round(LEAST_HEIGHT_EMS * line))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar under the pointer."""
        self._choose_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose on while the button is down."""
        self._choose_at(event.position().x())

    def _choose_at(self, x: float) -> None:
        place = int(x / self._pitch()) if len(self._order) else -1
        if 0 <= place < len(self._order):
            self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a neighbour by the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = self._place() + step
        if 0 <= place < len(self._order):
            self._choose(place)

    def _pitch(self) -> float:
        """Return how far two bars are apart: the whole width is for many, and a few stay bars."""
        return min(self.width() / len(self._order), MOST_BAR_EMS * self.fontMetrics().height())

    def _place(self) -> int:
        found = np.flatnonzero(self._order == self._chosen)
        return int(found[0]) if len(found) else -1

    def _choose(self, place: int) -> None:
        number = int(self._order[place])
        if number != self._chosen:
            self._chosen = number
            self.update()
            self.chosen.emit(number)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars, axis and pointer."""
        if not len(self._order):
            return
        painter, now, line = QPainter(self), colors(), self.fontMetrics().height()
        floor, pitch = self.height() - POINTER_EMS * line - 2, self._pitch()
        losses = self._losses[self._order]
        largest = float(losses[np.isfinite(losses)].max(initial=0.0)) or 1.0
        known = np.clip(
            np.nan_to_num(losses, nan=0.0, posinf=largest), 0, largest
        )  # what is no number has no height
        heights = known / largest * (floor - line)
        spare = 1.0 if pitch > 4 else 0.0
        for place, height in enumerate(np.maximum(heights, LEAST_BAR).tolist()):
            bar = QRectF(place * pitch, floor - height, max(1.0, pitch - spare), height)
            self._paint_bar(painter, bar, int(self._order[place]))
        painter.setPen(QColor(now.border))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        painter.setPen(QColor(now.muted))
        top = math.nan if np.isnan(losses).all() else largest
        painter.drawText(QPointF(0, self.fontMetrics().ascent()), significant(top))
        self._paint_pointer(painter, (self._place() + 0.5) * pitch, floor + 1, POINTER_EMS * line)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: QRectF, number: int) -> None:
        now = colors()
        color = QColor(now.text if number == self._chosen else now.runs[1] if self._wrong[number] else now.runs[0])
        painter.setPen(color)
        if self._wrong[number] or bar.width() < 3:
            painter.fillRect(bar, color)
        else:
            painter.drawRect(bar.adjusted(0.5, 0.5, -1, 0))

    def _paint_pointer(self, painter: QPainter, x: float, top: float, size: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().accent if self.hasFocus() else colors().text))
        corners = [QPointF(x, top), QPointF(x - size / 2, top + size), QPointF(x + size / 2, top + size)]
        painter.drawPolygon(QPolygonF(corners))
