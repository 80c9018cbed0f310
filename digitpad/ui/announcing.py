"""What a screen reader is told of changes: politely, after what it is saying, once they have come to rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

REST_MS = 700
"""What changes with each stroke, or each batch, would never let a reader come to an end."""


class Announcer(QObject):
    """Announces what a widget says whenever that has been the same for a while.

    Signals:
        announced(str): this was said.
    """

    announced = Signal(str)

    def __init__(self, widget: QWidget, words: Callable[[], str]) -> None:
        """``words`` returns what is to be said; nothing is, while it is empty."""
        super().__init__(widget)
        self._widget = widget
        self._words = words
        self._said = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._announce)

    def note(self) -> None:
        """Something may have changed."""
        self._rest.start()

    def _announce(self) -> None:
        words = self._words()
        if words and words != self._said:
            self._said = words
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, words))
            self.announced.emit(words)
