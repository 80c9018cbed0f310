"""What the cards of a training step have in common."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from digitpad.engines.acts.tape import Tape
from digitpad.ui.translated import Translated
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.stepping.choice import Choice


class StepCard(Translated, QWidget):
    """A card: its heading, and below it what it shows of a tape. Nothing is shown that no line has made yet.

    Attributes:
        is_plain: whether it is for a projector, where some things are left out.
        details: the words that are among them.

    Signals:
        chosen(Choice): another picture or weight was chosen here.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.shapes = Words("heading", self), Words("muted", self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACING)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.shapes)
        self.details = [self.shapes]
        self.is_plain = False
        self.tape: Tape | None = None
        self.choice = Choice()

    def show_tape(self, tape: Tape, choice: Choice) -> None:
        """Show what is known, and what is chosen of it."""
        self.tape, self.choice = tape, choice
        self.redraw()

    def redraw(self) -> None:
        """Show the tape anew, in the program's language."""
        raise NotImplementedError

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, or show it again."""
        self.is_plain = on
        for words in self.details:
            words.leave_out(on)
        self.redraw()

    def _translate(self) -> None:
        self.redraw()

    @property
    def picture(self) -> int:
        """The chosen picture, or the last one where the batch has fewer."""
        shown = 0 if self.tape is None or self.tape.batch is None else len(self.tape.batch.labels)
        return max(0, min(self.choice.picture, shown - 1))


class Beside(QWidget):
    """Two widgets side by side, or one below the other where there is too little room."""

    def __init__(self, first: QWidget, second: QWidget, least_ems: float, parent: QWidget | None = None) -> None:
        """They stand side by side from ``least_ems`` heights of a line on."""
        super().__init__(parent)
        self._least_ems = least_ems
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(2 * SPACING)
        self._box.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(second, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand as there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        wide = self.width() >= self._least_ems * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._box.direction():
            self._box.setDirection(direction)
