"""A sentence as large as its room allows, for the last row."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitpad.ui.announcing import Announcer
from digitpad.ui.theme import colors

LEAST_EMS, MOST_EMS = 1.4, 8.0
"""Size of the letters, in those around it."""

LINES, LEAST_LETTERS = 2, 10
"""What must have room: so many lines of so many letters."""

FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class GrowingWords(QWidget):
    """Paints a sentence in the largest letters that let it in, and has it read out when it changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._font = QFont(self.font())
        self.spoken = Announcer(self, self.in_a_line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def text(self) -> str:
        """Return what is said."""
        return self._text

    def in_a_line(self) -> str:
        """Return what is said, as it is read out."""
        return " ".join(self._text.split())

    def say(self, text: str) -> None:
        """Say another sentence."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(self.in_a_line())
            self.spoken.note()
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Two lines in the smallest letters that will do."""
        font = QFont(self.font())
        font.setPixelSize(round(LEAST_EMS * self.fontInfo().pixelSize()))
        letters = QFontMetrics(font)
        return QSize(LEAST_LETTERS * letters.averageCharWidth(), LINES * letters.lineSpacing())

    def sizeHint(self) -> QSize:
        """More than the least."""
        least = self.minimumSizeHint()
        return QSize(2 * least.width(), 2 * least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the letters grow with the room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the letters for what was said meanwhile."""
        self._fit()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sentence."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(QColor(colors().text))
        painter.drawText(self.rect(), FLAGS, self._text)
        painter.end()

    def _fit(self) -> None:
        """Find the largest letters with which no word is cut and no line too many, once somebody sees them."""
        if not self.isVisible():
            return
        letters = self.fontInfo().pixelSize()
        small, large = round(LEAST_EMS * letters), round(MOST_EMS * letters)
        while small < large:
            middle = (small + large + 1) // 2
            if self._has_room(middle):
                small = middle
            else:
                large = middle - 1
        self._font = self._of_size(small)
        self.update()

    def _has_room(self, pixels: int) -> bool:
        metrics = QFontMetrics(self._of_size(pixels))
        room = QRect(0, 0, self.width(), 1 << 16)
        needed = metrics.boundingRect(room, FLAGS, self._text)
        return needed.width() <= self.width() and needed.height() <= self.height()

    def _of_size(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setBold(True)
        return font
