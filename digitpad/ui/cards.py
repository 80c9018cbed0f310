"""Frames around what belongs together, and the room between them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.ui.theme import colors

MARGIN = 8
"""Logical pixels around and between the cards."""

PADDING = 10
"""Logical pixels between a card's edge and what is in it."""

RADIUS = 10.0


class Card(QWidget):
    """A ground with round corners for what belongs together, one below the other.

    It paints itself: a ground of the style sheet would become that of the fields on it too.
    """

    def __init__(self, *contents: QWidget, parent: QWidget | None = None) -> None:
        """With its ``parent`` from the beginning: else all that is in it would be dressed once more."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        for content in contents:
            column.addWidget(content, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and frame."""
        now = colors()
        painter = QPainter(self)
        # What follows the pen lies inside, on nothing but ground; a frame takes as long however little is seen.
        if self.rect().adjusted(PADDING, PADDING, -PADDING, -PADDING).contains(event.rect()):
            painter.fillRect(event.rect(), QColor(now.card))
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.border), 1, Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(now.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
