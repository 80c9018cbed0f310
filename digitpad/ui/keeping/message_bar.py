"""A message that stays above the view until somebody has answered it, or it is not true any more."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from digitpad.errors import UserError
from digitpad.ui.plain import PlainLabel, give_tip
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.sentences import sentence


class MessageBar(Translated, QFrame):
    """A sentence and buttons; hidden at first. Who inherits from it says what stands there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.message = PlainLabel(self)
        self.message.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 10, 4)
        self._row.addWidget(self.message, 1)
        self.hide()

    def add_button(self, act: Callable[[], object], *, primary: bool) -> QPushButton:
        """Add a button that does this."""
        button = QPushButton(self)
        if primary:
            button.setProperty("role", "primary")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click would take the keys along, to Train, as it hides
        button.clicked.connect(act)
        self._row.addWidget(button)
        return button


class UnkeptBar(MessageBar):
    """Says that what is done now would be lost in a crash, and lets it be saved elsewhere."""

    def __init__(self, save: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: UserError | None = None
        self.save = self.add_button(save, primary=True)
        self.leave = self.add_button(self.hide, primary=False)
        self._translate()

    def tell(self, problem: UserError) -> None:
        """Say why this session cannot be kept."""
        self._problem = problem
        self._translate()
        self.show()

    def _translate(self) -> None:
        self.save.setText(self.tr("Save &elsewhere …"))
        self.save.setToolTip(self.tr("Save runs, drawings and recipe to a file of your choice"))
        self.leave.setText(self.tr("Not now"))
        self.leave.setToolTip(self.tr("Go on; it is said again when something more would be lost"))
        if self._problem is not None:
            self.message.setText(self.tr("This work is not being kept: it would be lost when the program ends."))
            give_tip(self.message, sentence(self._problem))
