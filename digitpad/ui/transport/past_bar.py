"""Says above the view that the past is shown, and leads back to now."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from digitpad.ui.announcing import Announcer
from digitpad.ui.keeping.message_bar import MessageBar
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.time_texts import past_text
from digitpad.workspace.workspace import Workspace


class PastBar(MessageBar):
    """Shows while a moment of a run is looked at; hidden else.

    Attributes:
        back: the button that returns to now.
        spoken: tells a screen reader.
    """

    def __init__(
        self, workspace: Workspace, to_now: QAction, parent: QWidget | None = None, *, aloud: bool = True
    ) -> None:
        """``aloud`` if a screen reader is to hear of it: where there are several bars, from one of them."""
        super().__init__(parent)
        self._is_aloud = aloud
        self._past, self._learnt, self._training = workspace.past, workspace.learnt, workspace.training
        self._to_now = to_now
        self._is_short = False
        self._text = ""
        self.back = self.add_button(to_now.trigger, primary=True)
        self.spoken = Announcer(self.message, self._words)
        runs = workspace.runs  # one of them may be renamed
        for change in (self._past.changed, self._learnt.changed, self._training.state_changed, runs.changed):
            change.connect(self._follow)
        self._translate()

    def set_projector(self, on: bool) -> None:
        """Say no more than can be read from the last row."""
        self._is_short = on
        self._follow()

    def _follow(self) -> None:
        is_training = self._training.state in (State.TRAINING, State.ENDING)
        text = past_text(self._past, self._learnt, is_training=is_training, is_short=self._is_short)
        if text == self._text:
            return
        self._text = text
        if text:
            self.message.setText(text)
        self.setVisible(bool(text))
        if self._is_aloud:
            self.spoken.note()

    def _words(self) -> str:
        """Return what a screen reader is to say: what is shown, and afterwards that this is over."""
        if self._text or not self.message.text():
            return self._text
        return self._to_now.iconText()

    def _translate(self) -> None:
        self.back.setText(self._to_now.iconText())
        self.back.setToolTip(self._to_now.toolTip())
        self._follow()
