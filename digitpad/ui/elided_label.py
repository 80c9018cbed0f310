"""A line of text that ends in … where there is too little room for it; the tooltip has it whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption, QWidget

from digitpad.ui.plain import PlainLabel

LEAST_LETTERS = 6


class ElidedLabel(PlainLabel):
    """One line, never wider than its room; what it says, ``text()``, is always whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        letters = self.fontMetrics()
        return QSize(LEAST_LETTERS * letters.averageCharWidth(), letters.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        role = self.foregroundRole()
        self.style().drawItemText(painter, room, alignment, self.palette(), self.isEnabled(), text, role)
        painter.end()
