"""Space trains and pauses after a click on a list or a text, too: it is theirs where Tab has led to them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

CLICK = Qt.FocusReason.MouseFocusReason
BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def leave_space(*widgets: QWidget) -> None:
    """Let the window have Space from these once they were clicked, whose other keys are their own."""
    for widget in widgets:
        widget.installEventFilter(_ClickedList(widget))


class _ClickedList(QObject):
    """Remembers of one of them whether a click gave it the focus."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._was_clicked = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Let what is behind it have Space."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in (CLICK, *BY_KEYS):
            self._was_clicked = event.reason() is CLICK
        return self._was_clicked and isinstance(event, QKeyEvent) and self._passes_on(event)

    def _passes_on(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space and not event.modifiers():
            event.ignore()
            return True
        return False
