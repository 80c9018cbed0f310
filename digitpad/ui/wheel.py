"""The wheel scrolls; it changes a field only where somebody has gone to that field."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Keeps the wheel from fields without the focus: one notch would change a rate for good."""

    def __init__(self, parent: QObject, *, always: bool = False) -> None:
        """``always`` keeps it from them with the focus too: from those that have it before anybody wants them."""
        super().__init__(parent)
        self._always = always

    def guard(self, *fields: QWidget) -> None:
        """Watch over these fields."""
        for field in fields:
            field.installEventFilter(self)
            if field.focusPolicy() is Qt.FocusPolicy.WheelFocus:  # else the wheel itself would give it the focus
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Let what is behind the field have the wheel."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            if watched.hasFocus() and not self._always:
                return False
            event.ignore()
            return True
        return False
