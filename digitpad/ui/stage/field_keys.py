"""Some keys belong to what has the focus, whatever commands have them: the drawing's are the canvas's alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from digitpad.ui.canvas.canvas import Canvas

WRITING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit)

LEAFING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
LEAFED = (QAbstractSpinBox, QComboBox, QAbstractSlider, QAbstractScrollArea)
"""What has a use for them: a number goes ten further, a text a page."""


def keep_keys_in_fields(window: QWidget) -> None:
    """Let no command of a window have the keys of that which has the focus in it."""
    window.installEventFilter(_FieldKeys(window))


class _FieldKeys(QObject):
    """Hears whether a key is a command's before Qt looks, as the question goes from the field up to its window."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Say no for a field."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and _is_its_own(Qt.Key(event.key()), QApplication.focusWidget()):
                event.accept()
                return True
        return False


def _is_its_own(key: Qt.Key, focused: QWidget | None) -> bool:
    if key == Qt.Key.Key_Delete:  # whoever has gone to a button or a list does not mean the drawing
        return not (focused is None or focused.isWindow() or isinstance(focused, Canvas))
    return isinstance(focused, FIELDS) if key in WRITING else key in LEAFING and isinstance(focused, LEAFED)
