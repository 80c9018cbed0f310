"""Enter and Backspace belong to the field in which somebody writes, whatever commands have them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit)


def keep_keys_in_fields(window: QWidget) -> None:
    """Let no command of a window have these keys while a field of it has the focus."""
    window.installEventFilter(_FieldKeys(window))


class _FieldKeys(QObject):
    """Hears whether a key is a command's before Qt looks, as the question goes from the field up to its window."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Say no for a field."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in KEYS and isinstance(QApplication.focusWidget(), FIELDS):
                event.accept()
                return True
        return False
