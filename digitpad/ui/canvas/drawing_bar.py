"""The bar below the canvas: which tool is in hand, and what else a drawing needs."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

ICON_EMS, LEAST_ICON_EMS = 1.25, 1.0
"""Side of an icon as usual, and so small that two lines of buttons are better if there is room for them."""


class DrawingBar(QWidget):
    """A button for each command, in one line, or in two where that is narrow and high.

    Attributes:
        buttons: in the order of the commands.
    """

    def __init__(self, commands: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = [_CommandButton(command, self) for command in commands]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 0
        self._place(len(self.buttons))

    def fit(self, width: int, height: int) -> None:
        """Be no wider than this, in logical pixels, and no higher where there are two lines."""
        line = self.fontMetrics().height()
        count, frame = len(self.buttons), self._frame()
        columns, usual = count, round(ICON_EMS * line)
        if count * (LEAST_ICON_EMS * line + frame) > width and 2 * (usual + frame) <= height:
            columns = (count + 1) // 2
        self._place(columns)
        side = min(usual, width // columns - frame)
        for button in self.buttons:
            button.setIconSize(QSize(side, side))

    def _frame(self) -> int:
        """Return by how much a button is wider and higher than its icon."""
        return self.buttons[0].sizeHint().width() - self.buttons[0].iconSize().width()

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._grid.setColumnStretch(columns, 1)
        self._columns = columns
        for number, button in enumerate(self.buttons):
            self._grid.addWidget(button, number // columns, number % columns)

    def minimumSizeHint(self) -> QSize:
        """Ask for one line: the second one takes what is there."""
        return QSize(0, max(button.sizeHint().height() for button in self.buttons))


class _CommandButton(QToolButton):
    """A command's button. A click on the tool in hand leaves it there, as a second click comes easily."""

    def __init__(self, command: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDefaultAction(command)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def nextCheckState(self) -> None:  # noqa: N802  # Qt's name
        """Give the command, which changes what is checked."""
        command = self.defaultAction()
        if command.actionGroup() is None or not command.isChecked():
            command.trigger()
