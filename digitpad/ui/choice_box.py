"""A list to choose from that is as high as its letters."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """A QComboBox whose least size follows its letters: Qt's own keeps it until the style is another one."""

    def changeEvent(self, event: QEvent) -> None:
        """Forget sizes that were other letters'."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.measure_anew()

    def measure_anew(self) -> None:
        """Have the size that letters and words ask for now: of other words, too, Qt keeps the least size."""
        super().changeEvent(QEvent(QEvent.Type.StyleChange))
        self.updateGeometry()
