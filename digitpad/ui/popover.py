"""A few fields below a button, for what is seldom changed."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from digitpad.ui.theme import colors


class Popover(QFrame):
    """A small panel that a button opens; Esc, or a click anywhere else, closes it. Its owner lays it out."""

    def __init__(self, button: QToolButton) -> None:
        super().__init__(button, Qt.WindowType.Popup)
        self._button = button
        self._first: QWidget | None = None
        button.clicked.connect(self.open)

    def begin_with(self, field: QWidget) -> None:
        """Give this field the focus whenever it opens."""
        self._first = field

    def open(self) -> None:
        """Show it below its button, as far to the left as the screen asks for."""
        self.adjustSize()
        screen = self._button.screen().availableGeometry()
        corner = self._button.mapToGlobal(QPoint(self._button.width() - self.width(), self._button.height()))
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        self.move(left, min(corner.y(), screen.bottom() - self.height()))
        self.show()
        if self._first is not None:
            self._first.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and frame: a ground of the style sheet would become that of the fields on it too."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colors().card))
        painter.setPen(QColor(colors().border))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
