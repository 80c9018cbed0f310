"""A button for a command, in words alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget


class CommandButton(QToolButton):
    """As wide as there is room; a click leaves the keys where they are."""

    def __init__(self, action: QAction, parent: QWidget | None = None, role: str = "boxed") -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setProperty("role", role)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
