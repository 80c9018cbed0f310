"""A list to choose from that is as high as its letters."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget


class ChoiceBox(QComboBox):
    """A QComboBox whose least size follows its letters: Qt's own keeps it until the style is another one.

    A click opens its list and leaves the keys where they are; the wheel moves it where Tab has led to it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what is behind it have a wheel that is not meant for it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is chosen, with dots where it has less room than it needs: Qt would cut it."""
        painter, option, style = QStylePainter(self), QStyleOptionComboBox(), self.style()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        dots = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), dots, room.width())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Forget sizes that were other letters'."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.measure_anew()

    def measure_anew(self) -> None:
        """Have the size that letters and words ask for now: of other words, too, Qt keeps the least size."""
        super().changeEvent(QEvent(QEvent.Type.StyleChange))
        self.updateGeometry()
