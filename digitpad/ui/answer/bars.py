"""Ten bars of softmax probabilities, and thinner ones of a second network below them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import CLASSES
from digitpad.ui.theme import colors
from digitpad.workspace.wording.numbers import percent

ROW_EMS, LEAST_ROW_EMS = 1.9, 1.25
"""Height of a row in heights of a line: as it likes to be, and at least."""

LETTER_SHARE = 0.62
LARGEST_EMS = 1.15
"""Size of a row's letters: share of the row, and at most in the letters around."""

DIGIT_EMS, GAP_EMS = 1.7, 0.5
"""Room for the digit, and between the bar and its percentage, in sizes of the letters."""

BAR_SHARE = 0.46
OTHER_SHARE = 0.16
"""Height of the bar, and of a second network's, as a share of the row."""

LEAST_BAR = 2.0


class ProbabilityBars(QWidget):
    """Ten rows: digit, bar, percentage. The winner is bold, in its run's colour and has a pointer.

    Attributes:
        probabilities, other: ten numbers from 0 to 1 of the first network and of a second; None for none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.probabilities: list[float] | None = None
        self.other: list[float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Probabilities of the ten digits"))
        self.setToolTip(self.tr("How probable the network finds each digit (softmax); together they make 100 %"))

    def show_probabilities(self, probabilities: list[float] | None) -> None:
        """Show ten numbers from 0 to 1, or empty bars for None."""
        self.probabilities = probabilities
        self.setAccessibleDescription(
            ""
            if probabilities is None
            else ", ".join(f"{digit}: {percent(share)}" for digit, share in enumerate(probabilities))
        )
        self.update()

    def show_other(self, probabilities: list[float] | None) -> None:
        """Show a second network's ten numbers below the first one's, or none."""
        self.other = probabilities
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
            self._paint_row(painter, row, digit, wins=digit == winner)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, digit: int, *, wins: bool) -> None:
        now, values = colors(), self.probabilities
        font = self._letters(row.height(), bold=wins)
        painter.setFont(font)
        em = font.pixelSize()
        percents = painter.fontMetrics().horizontalAdvance(percent(1.0)) + GAP_EMS * em
        painter.setPen(QColor(now.text if wins or values is None else now.muted))
        left = QRectF(row.left() + 0.75 * em, row.top(), DIGIT_EMS * em, row.height())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(digit))
        inset = row.height() * (1 - BAR_SHARE) / 2
        track = row.adjusted(DIGIT_EMS * em, inset, -percents, -inset)
        painter.setPen(QPen(QColor(now.quiet), 1))
        painter.setBrush(QColor(now.track))
        painter.drawRoundedRect(track, 3, 3)
        if values is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent if wins else now.quiet))
        bar = QRectF(track)
        bar.setWidth(max(LEAST_BAR, track.width() * values[digit]))
        painter.drawRoundedRect(bar, 3, 3)
        if self.other is not None:
            thin = QRectF(track.left(), track.bottom() + 1, 0, row.height() * OTHER_SHARE)
            thin.setWidth(max(LEAST_BAR, track.width() * self.other[digit]))
            painter.setBrush(QColor(now.text))
            painter.drawRect(thin)
        if wins:
            self._paint_pointer(painter, row, em)
        painter.setPen(QColor(now.text if wins else now.muted))
        right = QRectF(row.right() - percents, row.top(), percents, row.height())
        painter.drawText(
            right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, percent(values[digit])
        )

    def _paint_pointer(self, painter: QPainter, row: QRectF, em: float) -> None:
        painter.setBrush(QColor(colors().accent))
        tip, half, middle = row.left() + 0.6 * em, 0.32 * em, row.center().y()
        corners = [QPointF(row.left(), middle - half), QPointF(row.left(), middle + half), QPointF(tip, middle)]
        painter.drawPolygon(QPolygonF(corners))

    def _letters(self, height: float, *, bold: bool) -> QFont:
        font = QFont(self.font())
        usual = self.fontInfo().pixelSize()
        font.setPixelSize(max(1, round(min(LARGEST_EMS * usual, height * LETTER_SHARE))))
        font.setBold(bold)
        return font

    def sizeHint(self) -> QSize:
        """Ten rows at a readable height."""
        return QSize(150, round(CLASSES * ROW_EMS * self.fontInfo().pixelSize()))

    def minimumSizeHint(self) -> QSize:
        """Ten rows that can still be read."""
        return QSize(120, round(CLASSES * LEAST_ROW_EMS * self.fontInfo().pixelSize()))
