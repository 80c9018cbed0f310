"""A sentence on the situation, with at most two things that can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from digitpad.ui.announcing import Announcer
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.words import SPACING, Words

MOST_OFFERS = 2


class SentenceBar(QWidget):
    """Hidden while there is nothing to say.

    Attributes:
        words: the sentence.
        buttons: for what is offered.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Words("", self)
        self.buttons = [QToolButton(self) for _ in range(MOST_OFFERS)]
        row = FlowLayout(None, SPACING)
        for button in self.buttons:
            button.setProperty("role", "boxed")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.words)
        column.addLayout(row)
        self.spoken = Announcer(self.words, self.words.text)
        self.show_text("")

    def show_text(self, text: str, *offers: QAction) -> None:
        """Show a sentence and a button for each of at most two actions; nothing for no text."""
        self.words.setText(text)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(offers))
            if number < len(offers) and button.defaultAction() is not offers[number]:
                button.setDefaultAction(offers[number])
        self.setVisible(bool(text))
        self.spoken.note()
