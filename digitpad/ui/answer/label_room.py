"""The room of a label whose words follow the pen."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class LabelRoom(QWidget):
    """Holds a label that needs as much room with any words: on one line, or on as many as are left for it.

    A label in a layout has that laid out anew with each text, for nothing here.
    """

    def __init__(self, label: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label.setParent(self)
        self._label = label
        self._line = 0
        self.setSizePolicy(label.sizePolicy())

    def event(self, event: QEvent) -> bool:
        """Ask for room when the letters are others, whatever else the label asks for."""
        if event.type() == QEvent.Type.LayoutRequest and self._line != self._label.fontMetrics().height():
            self._line = self._label.fontMetrics().height()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room."""
        self._label.setGeometry(self.rect())

    def sizeHint(self) -> QSize:
        """As the label asks."""
        return self._label.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As the label asks."""
        return self._label.minimumSizeHint()
