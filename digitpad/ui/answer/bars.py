"""Ten bars of softmax probabilities."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import CLASSES
from digitpad.ui.theme import colors
from digitpad.workspace.wording.numbers import percent

ROW_PIXELS = 21

DIGIT_EMS = 2.1
PERCENT_EMS = 4.9
"""Widths of the two columns beside the bars, in heights of the font."""


class ProbabilityBars(QWidget):
    """Ten rows: digit, bar, percentage. The winner is bold, in the accent colour and has a pointer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.probabilities: list[float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Probabilities of the ten digits"))
        self.setToolTip(self.tr("How probable the network finds each digit (softmax); together they make 100 %"))

    def show_probabilities(self, probabilities: list[float] | None) -> None:
        """Show ten numbers from 0 to 1, or empty bars for None."""
        self.probabilities = probabilities
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ten rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values = self.probabilities
        winner = None if values is None else values.index(max(values))
        height = self.height() / CLASSES
        for digit in range(CLASSES):
            row = QRectF(0, digit * height, self.width(), height)
            self._paint_row(painter, row, digit, None if values is None else values[digit], digit == winner)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, digit: int, value: float | None, wins: bool) -> None:
        now = colors()
        font = QFont(self.font())
        em = round(min(26, row.height() * 0.72))
        digit_column, percent_column = DIGIT_EMS * em, PERCENT_EMS * em
        font.setPixelSize(em)
        font.setBold(wins)
        painter.setFont(font)
        painter.setPen(QColor(now.text if wins or value is None else now.muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        left = QRectF(row.left() + 14, row.top(), digit_column - 14, row.height())
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignLeft, str(digit))
        track = row.adjusted(digit_column, row.height() * 0.2, -percent_column, -row.height() * 0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.hover))
        painter.drawRoundedRect(track, 3, 3)
        if value is None:
            return
        painter.setBrush(QColor(now.accent if wins else now.quiet))
        bar = QRectF(track.topLeft(), QSize(0, 0))
        bar.setSize(track.size())
        bar.setWidth(max(2.0, track.width() * value))
        painter.drawRoundedRect(bar, 3, 3)
        if wins:
            tip, half = row.left() + 9, row.height() * 0.24
            centre = row.center().y()
            painter.drawPolygon(
                QPolygonF([QPointF(tip - 8, centre - half), QPointF(tip - 8, centre + half), QPointF(tip, centre)])
            )
        painter.setPen(QColor(now.text if wins else now.muted))
        right = QRectF(row.right() - percent_column, row.top(), percent_column, row.height())
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, percent(value))

    def sizeHint(self) -> QSize:
        """Ten rows at a readable height."""
        return QSize(320, CLASSES * ROW_PIXELS)

    def minimumSizeHint(self) -> QSize:
        """Ten rows that can still be read."""
        return QSize(150, CLASSES * (ROW_PIXELS - 7))
