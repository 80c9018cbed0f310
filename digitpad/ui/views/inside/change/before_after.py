"""The probabilities of a few digits before and after a change, as bars."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import Floats
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.numbers import percent

ROW_EMS = 1.25
"""Height of a digit's row, in heights of a line."""

LEAST_BAR_EMS = 1.0


class BeforeAfter(Translated, QWidget):
    """A row for each digit: two bars, before above after, and both numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[int, float, float]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._translate()

    def show_change(self, digits: tuple[int, ...], before: Floats, after: Floats | None) -> None:
        """Show these digits' probabilities, float32 (10,) each; nothing if there is none after."""
        count = len(self._rows)
        self._rows = (
            [] if after is None else [(digit, float(before[digit]), float(after[digit])) for digit in digits]
        )
        self.setVisible(bool(self._rows))
        self._translate()
        if len(self._rows) != count:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All rows."""
        line = self.fontMetrics().height()
        return QSize(round(self._numbers() + (1.6 + LEAST_BAR_EMS) * line), self._row() * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows."""
        painter, now = QPainter(self), colors()
        line, row = self.fontMetrics().height(), self._row()
        end = self.width() - 0.3 * line
        room = end - self._numbers() - 1.3 * line
        for number, (digit, before, after) in enumerate(self._rows):
            top = number * row
            painter.setPen(QColor(now.text))
            painter.drawText(QRectF(0, top, line, row), Qt.AlignmentFlag.AlignCenter, str(digit))
            height = 0.36 * row
            for place, (share, color) in enumerate(((before, now.quiet), (after, now.accent))):
                bar = QRectF(line, top + 0.12 * row + place * 1.1 * height, room, height)
                painter.fillRect(bar, QColor(now.track))
                painter.fillRect(QRectF(bar.left(), bar.top(), max(1.0, share * room), height), QColor(color))
            words = QRectF(end - self._numbers(), top, self._numbers(), row)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(words, right, _change(before, after))
        painter.end()

    def _row(self) -> int:
        return round(ROW_EMS * self.fontMetrics().height())

    def _numbers(self) -> int:
        return self.fontMetrics().horizontalAdvance(_change(0.9999, 0.9999))

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Probabilities before and after"))
        words = "; ".join(f"{digit}: {_change(before, after)}" for digit, before, after in self._rows)
        self.setAccessibleDescription(words)
        self.setToolTip(self.tr("Grey before, coloured after") + (f"\n{words}" if words else ""))


def _change(before: float, after: float) -> str:
    return f"{percent(before)} → {percent(after)}"
