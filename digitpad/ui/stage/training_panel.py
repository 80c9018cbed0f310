"""Where a run is prepared, started, watched, paused and stopped."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from digitpad.ui.stage.recipe_form import RecipeForm

TRAIN_WIDTH = 104
"""Logical pixels: Train, Pause and Resume have the same."""


class TrainingPanel(QWidget):
    """The recipe's fields and whatever stands in tabs beside it, the buttons that drive a run, and how far it is.

    Attributes:
        form: the recipe's fields.
        tabs: the bar of tabs.
        buttons: Train, Step, Stop and Reset, by the names of their commands.

    Signals:
        folded(bool): what the tabs show is out of the way now, or is there again.
    """

    folded = Signal(bool)

    def __init__(self, form: RecipeForm, commands: Sequence[QAction], parent: QWidget | None = None) -> None:
        """``commands`` get a button each, the first as the most important."""
        super().__init__(parent)
        self.form = form
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.pages = QStackedWidget(self)
        self.pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.buttons = {command.objectName(): self._button(command) for command in commands}
        first = self.buttons[commands[0].objectName()]
        first.setProperty("role", "primary")
        first.setMinimumWidth(TRAIN_WIDTH)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the training"))
        self.message = QLabel(self)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAccessibleName(self.tr("State of the training"))
        self._arrange()
        self.add_tab(form, self.tr("Recipe"))
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.tabs.tabBarClicked.connect(lambda _: self.set_folded(False))

    def add_tab(self, page: QWidget, title: str) -> None:
        """Put another page beside the recipe."""
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(page)
        self.pages.addWidget(holder)
        self.tabs.addTab(title)

    def set_folded(self, folded: bool) -> None:
        """Leave the room of recipe and runs to the plots; a click on a tab brings them back."""
        if self.pages.isHidden() != folded:
            self.pages.setVisible(not folded)
            self.folded.emit(folded)

    def say(self, text: str, *, error: bool = False) -> None:
        """Show a sentence on the state of the training."""
        role = "error" if error else "muted"
        if self.message.property("role") != role:
            self.message.setProperty("role", role)
            self.message.style().polish(self.message)
        self.message.setText(text)
        self.message.setToolTip(text)

    def _button(self, command: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(command)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.tabs)
        top.addStretch()
        for button in self.buttons.values():
            top.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.message)
        words.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.pages)
        column.addSpacing(4)
        column.addLayout(words)
