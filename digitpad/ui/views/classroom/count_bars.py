"""How many drawings each digit has, as ten bars side by side."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.arrays import CLASSES, Integers
from digitpad.ui.theme import colors
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.numbers import whole

LEAST_BAR_EMS, USUAL_BAR_EMS = 0.8, 4.0
"""Height of the longest bar, in heights of a line: at least, and where there is room."""

BAR_SHARE = 0.6
"""Width of a bar as a share of its column."""


class CountBars(Translated, QWidget):
    """Ten columns: count, bar, digit. The one that is asked for is marked by its digit's frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = [0] * CLASSES
        self._asked: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._translate()

    def show_counts(self, counts: Integers, asked: int | None) -> None:
        """Show how many drawings each digit has, int64 (10,), and which is asked for now."""
        shown = [int(count) for count in counts]
        if (shown, asked) != (self._counts, self._asked):
            self._counts, self._asked = shown, asked
            self._describe()
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Counts side by side in two figures, a short bar, the digits."""
        letters = self.fontMetrics()
        width = CLASSES * letters.horizontalAdvance("00")
        return QSize(width, round((2 + LEAST_BAR_EMS) * letters.height()))

    def sizeHint(self) -> QSize:
        """Room for bars that tell two counts apart."""
        least = self.minimumSizeHint()
        return QSize(2 * least.width(), round((2 + USUAL_BAR_EMS) * self.fontMetrics().height()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ten columns."""
        painter, now = QPainter(self), colors()
        line, most = self.fontMetrics().height(), max(1, *self._counts)
        room = self.height() - 2 * line
        for digit, count in enumerate(self._counts):
            left, right = (round(self.width() * place / CLASSES) for place in (digit, digit + 1))
            length = round(room * count / most)
            inset = round((right - left) * (1 - BAR_SHARE) / 2)
            bar = QRect(left + inset, line + room - length, right - left - 2 * inset, length)
            painter.fillRect(bar, QColor(now.accent if digit == self._asked else now.quiet))
            painter.setPen(QColor(now.text))
            centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(QRect(left, bar.top() - line, right - left, line), centred, whole(count))
            below = QRect(left, self.height() - line, right - left, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(digit))
            if digit == self._asked:
                painter.setPen(QColor(now.accent))
                painter.drawRect(below.adjusted(inset // 2, 0, -inset // 2 - 1, -1))
        painter.end()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Drawings of each digit"))
        self.setToolTip(self.accessibleName())
        self._describe()

    def _describe(self) -> None:
        form = self.tr("digit {digit}: {count}")
        each = (form.format(digit=digit, count=whole(count)) for digit, count in enumerate(self._counts))
        self.setAccessibleDescription(", ".join(each))
