"""A part of the page: what is shown, which scrolls where there is little room, and the buttons below it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.scrolled import scrolled
from digitpad.ui.views.words import SPACING

SHORT_EMS = 15
"""A panel that is lower, in heights of a line, has its buttons scroll with the rest."""


class Panel(Translated, QWidget):
    """To be filled by its heirs.

    Attributes:
        column: what is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        page = QWidget()
        self.column = QVBoxLayout()
        self._scrolling, self._standing = QVBoxLayout(page), QVBoxLayout(self)
        for layout in (self.column, self._scrolling, self._standing):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(SPACING)
        self._scrolling.addLayout(self.column, 1)
        self._standing.addWidget(scrolled(page), 1)
        self._buttons = QWidget(self)
        self._row = FlowLayout(spacing=SPACING)
        self._buttons.setLayout(self._row)
        self._standing.addWidget(self._buttons)
        self._is_short = False

    def add_buttons(self, *buttons: QWidget) -> None:
        """Have these below all that is shown."""
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        is_short = self.height() < SHORT_EMS * self.fontMetrics().height()
        if is_short != self._is_short:
            self._is_short = is_short
            (self._scrolling if is_short else self._standing).addWidget(self._buttons)
