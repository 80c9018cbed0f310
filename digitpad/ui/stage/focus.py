"""Who has the keys: the canvas, unless Tab or a key has led somebody elsewhere; then some belong to what has the
focus, whatever commands have them: the drawing's are the canvas's alone."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QToolButton,
    QWidget,
)

from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.recipe.sheet import RecipeSheet

WRITING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace)
FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit)

LEAFING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
LEAFED = (QAbstractSpinBox, QComboBox, QAbstractSlider, QAbstractScrollArea)
"""What has a use for them: a number goes ten further, a text a page."""


class KeysGoHome:
    """To be inherited from before a QWidget that is a window: a control that is disabled or hidden loses the keys
    to ``home``, or if there is none to the window itself, and never to the button that is next: Space would press
    it."""

    home: QWidget | None = None

    def focusNextPrevChild(self, next_: bool) -> bool:  # noqa: N802  # Qt's name
        """Go where Tab leads to."""
        focused = self.focusWidget()  # type: ignore[attr-defined]  # the widget's own
        if focused is not None and not (focused.isEnabled() and focused.isVisible()):
            (self.home or self).setFocus()  # type: ignore[union-attr]
            return True
        return bool(super().focusNextPrevChild(next_))  # type: ignore[misc]


class SheetKeys(QObject):
    """Gives the keys to the recipe's first field as its sheet opens, but for Space, if a click has opened it."""

    def __init__(self, sheet: RecipeSheet, change: QToolButton, canvas: QWidget) -> None:
        """``change`` is the button that opens it."""
        super().__init__(sheet)
        self._sheet, self._change, self._canvas = sheet, change, canvas
        self._by_key = False
        change.clicked.connect(self._leave_space)

    def follow(self, on: bool) -> None:
        """The sheet was opened, or closed."""
        self._by_key = self._change.hasFocus()
        if on:
            self._sheet.begin_again()
            window = self._sheet.window()
            if not window.isActiveWindow():  # the key was pressed in a view's own, which lies over it
                window.installEventFilter(self)
                window.raise_()
                window.activateWindow()
        (self._sheet.form.presets.preset if on else self._canvas).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Follow the window that becomes active for the sheet."""
        if event.type() == QEvent.Type.WindowActivate:
            window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._frame)  # once it has given the focus to who had it
        return False

    def _frame(self) -> None:
        """Frame the field that has the keys: a window forgets, as it becomes active, that a key led there."""
        field = self._sheet.form.presets.preset
        if field.hasFocus():
            field.clearFocus()
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_space(self) -> None:
        if self._sheet.isVisible() and not self._by_key:
            self._canvas.setFocus()
            self._sheet.form.presets.preset.setFocus(Qt.FocusReason.MouseFocusReason)


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
