"""The loss before and after the step on one scale, and what the class has guessed."""

import math

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.acts.figures import significant

WIDTH_EMS = 12.0
ROWS = 3
"""Lines of the widget: the marks' names, the scale, the guess's name."""

MARK = 5.0
"""Half the width of a mark, in logical pixels."""

ROOM = 1.1
"""How much longer the scale is than the largest number on it."""


class FallScale(Translated, QWidget):
    """A line from 0 on with an arrow from the loss before to the loss after, and a mark at the guess."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._after = 0.0, 0.0
        self._guess: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    def show_losses(self, before: float, after: float, guess: float | None) -> None:
        """Show both losses, and the guessed one unless it is None."""
        self._before, self._after, self._guess = before, after, guess
        self._translate()
        self.update()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("The loss before and after the step"))
        words = self.tr("before {before}, after {after}")
        text = words.format(before=significant(self._before), after=significant(self._after))
        if self._guess is not None:
            guessed = self.tr("guessed {guess}")
            text += f", {guessed.format(guess=significant(self._guess))}"
        self.setAccessibleDescription(text)
        self._guessed_word = self.tr("guess")
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """Three lines."""
        line = self.fontMetrics().height()
        return QSize(round(WIDTH_EMS * line), ROWS * line)

    def minimumSizeHint(self) -> QSize:
        """Room for both numbers."""
        return QSize(self.sizeHint().width() // 2, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint scale, arrow and marks."""
        numbers = [self._before, self._after, self._guess or 0.0]
        if not all(map(math.isfinite, numbers)):
            return
        painter, now, letters = QPainter(self), colors(), self.fontMetrics()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, wide = self.height() / 2, (self.width() - 2 * MARK) / (max(*numbers, 1e-12) * ROOM)
        before, after = (QPointF(MARK + number * wide, y) for number in numbers[:2])
        painter.setPen(QPen(QColor(now.border), 2))
        painter.drawLine(QPointF(MARK, y), QPointF(self.width() - MARK, y))
        painter.setPen(QPen(QColor(now.accent), 3))
        painter.drawLine(before, after)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent))
        painter.drawEllipse(before, MARK - 1, MARK - 1)
        back = MARK * 1.6 * (1 if after.x() < before.x() else -1)
        painter.drawPolygon(QPolygonF([after, after + QPointF(back, -MARK), after + QPointF(back, MARK)]))
        painter.setPen(QColor(now.muted))
        painter.drawText(QPointF(0, y + 1.4 * MARK + letters.ascent()), "0")
        if self._guess is not None:
            self._paint_guess(painter, MARK + self._guess * wide, y)
        painter.end()

    def _paint_guess(self, painter: QPainter, x: float, y: float) -> None:
        """Mark the guess by an open diamond on a stem: another shape, not only another colour."""
        now, letters = colors(), self.fontMetrics()
        painter.setPen(QPen(QColor(now.runs[1]), 2))
        painter.setBrush(QColor(now.card))
        middle = QPointF(x, y)
        corners = [
            middle + QPointF(*step) for step in ((0, -MARK - 2), (MARK + 2, 0), (0, MARK + 2), (-MARK - 2, 0))
        ]
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(QColor(now.text))
        words = self._guessed_word
        left = min(
            max(0.0, x - letters.horizontalAdvance(words) / 2), self.width() - letters.horizontalAdvance(words)
        )
        painter.drawText(QPointF(left, y - MARK - 4), words)
