"""Pages one of which is shown, with a button for each above them."""

from collections.abc import Mapping
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.page_stack import PageStack
from digitpad.ui.views.words import SPACING

Key = TypeVar("Key", bound=Enum)


class Chapters(QWidget, Generic[Key]):
    """A view's pages by their keys.

    Attributes:
        choices: a button for each page.

    Signals:
        chosen(Key): the page with this key was asked for; whoever hears it shows that.
    """

    chosen = Signal(object)

    def __init__(self, pages: Mapping[Key, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._stack = PageStack(self)
        # Not by Qt's autoExclusive, which takes the buttons of the pages, deep below, for some of these.
        self._one = QButtonGroup(self)
        self.choices = {key: self._choice(key) for key in pages}
        row = FlowLayout(None, SPACING, fills=True)
        for key, button in self.choices.items():
            self._stack.addWidget(pages[key])
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def name(self, names: Mapping[Key, str]) -> None:
        """Call the pages so."""
        for key, button in self.choices.items():
            button.setText(names[key])
            button.setToolTip(names[key])

    def show_page(self, key: Key) -> None:
        """Show the page with this key."""
        self.choices[key].setChecked(True)
        self._stack.setCurrentWidget(self._pages[key])

    def offer_choice(self, on: bool) -> None:
        """Show the buttons, or leave them out."""
        for button in self.choices.values():
            button.setVisible(on)

    def _choice(self, key: Key) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        self._one.addButton(button)
        button.setProperty("role", "boxed")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(1)  # else the names decide how large the letters can be
        button.clicked.connect(lambda: self.chosen.emit(key))
        return button
