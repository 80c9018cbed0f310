"""A message that stays above the view until somebody has answered it, or it is not true any more."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from digitpad.errors import UserError
from digitpad.ui.files.session_files import SessionFiles
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
    """Says that what is done now would be lost in a crash, and lets it be saved elsewhere.

    Once somebody has answered, it comes again when more was made, however often the disk refuses until then.
    """

    def __init__(self, files: SessionFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._problem: UserError | None = None
        self._answered: object = None
        self.save = self.add_button(lambda: files.save_as(self._leave), primary=True)
        self.leave = self.add_button(self._leave, primary=False)
        self._translate()

    def tell(self, problem: UserError) -> None:
        """Say why this session cannot be kept, if that is news, and it is not in a file of its own."""
        self._problem = problem
        self._translate()
        self.setVisible(self._files.is_modified and self._files.made != self._answered)

    def take_back(self) -> None:
        """It is kept by now; what was answered counts no more."""
        self._answered = None
        self.hide()

    def _leave(self) -> None:
        self._answered = self._files.made
        self.hide()

    def _translate(self) -> None:
        self.save.setText(self.tr("Save &elsewhere …"))
        self.save.setToolTip(self.tr("Save runs, drawings and recipe to a file of your choice"))
        self.leave.setText(self.tr("Not now"))
        self.leave.setToolTip(self.tr("Go on; it is said again when something more would be lost"))
        if self._problem is not None:
            self.message.setText(self.tr("This work is not being kept: it would be lost when the program ends."))
            give_tip(self.message, sentence(self._problem))
