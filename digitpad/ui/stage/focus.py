"""Who has the keys: the canvas, unless Tab or a key has led somebody elsewhere."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from digitpad.ui.recipe.sheet import RecipeSheet


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
        (self._sheet.form.presets.preset if on else self._canvas).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_space(self) -> None:
        if self._sheet.isVisible() and not self._by_key:
            self._canvas.setFocus()
            self._sheet.form.presets.preset.setFocus(Qt.FocusReason.MouseFocusReason)
