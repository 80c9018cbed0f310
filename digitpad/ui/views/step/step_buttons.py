"""Below code and card: what can be done, and what comes next."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from digitpad.engines.acts.tape import Tape
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.translated import Translated
from digitpad.ui.views.words import SPACING
from digitpad.workspace.wording.acts.names import next_text

PRIMARY = "next_card"
"""The most important command."""

ICON_EMS = 1.2
"""Side of a button's icon, in heights of a line."""

BUTTON_EMS, WORDS_EMS = 3.1, 3.8
"""Width of a button with its icon alone, and what it is wider than its words, in heights of a line."""

LEAST_NEXT_EMS = 3.0
"""Width of what comes next, at least, before buttons give up their words."""


class StepButtons(Translated, QWidget):
    """A button for each command, and a few words at the right.

    Attributes:
        buttons: by the commands' names.
        next: what comes next.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """``actions`` get a button each, in this order; ``next_card``, if it is there, as the most important."""
        super().__init__(parent)
        self.buttons = {name: self._button(name, action) for name, action in actions.items()}
        self.next = ElidedLabel(self)
        self.next.setProperty("role", "muted")
        self.next.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._tape: Tape | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.next, 1)
        self._translate()

    def show_next(self, tape: Tape | None) -> None:
        """Say what follows on what is known; None is nothing yet."""
        self._tape = tape
        self.next.setText(next_text(tape))
        self.next.setToolTip(self.next.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have words on the buttons as long as there is room for them."""
        super().resizeEvent(event)
        self._choose_words()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._choose_words()

    def minimumSizeHint(self) -> QSize:
        """Buttons without words."""
        line = self.fontMetrics().height()
        icons = len(self.buttons) * (round(BUTTON_EMS * line) + SPACING)
        return QSize(icons + round(LEAST_NEXT_EMS * line), super().minimumSizeHint().height())

    def _translate(self) -> None:
        self.next.setAccessibleDescription(self.tr("What comes next"))
        self.show_next(self._tape)
        self._choose_words()

    def _button(self, name: str, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setProperty("role", "primary" if name == PRIMARY else "boxed")
        # A click leaves the focus where it is: keys go on choosing pictures and weights.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # Its words change with what it does, in whatever language.
        action.changed.connect(self._choose_words)
        return button

    def _choose_words(self) -> None:
        """Show icons alone where words would not fit; the most important command keeps its words longest."""
        line = self.fontMetrics().height()
        icon, frame = round(BUTTON_EMS * line) + SPACING, round(WORDS_EMS * line) + SPACING
        room = self.width() - round(LEAST_NEXT_EMS * line)
        words = {
            name: frame + QFontMetrics(button.font()).horizontalAdvance(button.text())
            for name, button in self.buttons.items()
        }
        shown = set(words) if sum(words.values()) <= room else set()
        if not shown and PRIMARY in words and words[PRIMARY] + (len(words) - 1) * icon <= room:
            shown = {PRIMARY}
        for name, button in self.buttons.items():
            button.setIconSize(QSize(round(ICON_EMS * line), round(ICON_EMS * line)))
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            button.setToolButtonStyle(style if name in shown else Qt.ToolButtonStyle.ToolButtonIconOnly)
