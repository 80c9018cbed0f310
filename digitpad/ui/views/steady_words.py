"""Words that follow the pen: as long as they have room, nothing around them is laid out anew."""

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from digitpad.ui.views.words import Words

REST_MS = 700
"""So long they must be the same before they give room away: what stands below would jump with the pen."""


class SteadyWords(QWidget):
    """The room of some words. A label in a layout has this laid out anew with each text, which takes longer than
    all else that follows the pen.

    Attributes:
        words: what is seen.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        words.setParent(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.updateGeometry)
        self._follow()

    def text(self) -> str:
        """Return what is said."""
        return self.words.text()

    def setText(self, text: str) -> None:  # noqa: N802  # Qt's name
        """Say this."""
        self.words.setText(text)
        self._follow()

    def leave_out(self, on: bool) -> None:
        """Be hidden whatever there is to say, or say it again."""
        self.words.leave_out(on)
        self._follow()

    def _follow(self) -> None:
        self.setVisible(not self.words.isHidden())
        if not self.isVisible():  # else the words ask for their room themselves
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Give the words the room that they ask for."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        needed = self.sizeHint()
        if self.hasHeightForWidth():
            needed = QSize(self.width(), self.heightForWidth(self.width()))
        if needed.width() > self.width() or needed.height() > self.height():
            self._rest.stop()
            self.updateGeometry()
        elif needed != self.size():
            self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room."""
        self.words.setGeometry(self.rect())

    def hasHeightForWidth(self) -> bool:
        """Where the words may take several lines."""
        return self.words.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of their lines."""
        return self.words.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As the words ask."""
        return self.words.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As the words ask."""
        return self.words.minimumSizeHint()
