"""Below the canvas: what the network sees, and the bar for the drawing."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from digitpad.ui.canvas.glyph_view import GlyphView
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated

ICON_EMS = 1.25


class SightPanel(Translated, QWidget):
    """The 28×28 picture beside a small bar: undo, redo, clear, leaf through.

    Attributes:
        glyph: the picture.
        place: which of how many drawings is on the canvas.
    """

    def __init__(self, *commands: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = GlyphView(self)
        self._heading = PlainLabel(self)
        self._heading.setProperty("role", "heading")
        self.place = PlainLabel(self)
        self.place.setProperty("role", "muted")
        self._buttons = [self._button(command) for command in commands]
        bar = QHBoxLayout()
        bar.setSpacing(0)
        for button in self._buttons:
            bar.addWidget(button)
        bar.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addStretch()
        words.addWidget(self.place)
        words.addLayout(bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.glyph)
        self._row.addLayout(words, 1)
        self._shown_place = 0, 0
        self._fit()
        self._translate()

    def show_place(self, place: int, count: int) -> None:
        """Say which of the kept drawings is on the canvas."""
        self._shown_place = place, count
        shown = self.tr("drawing {place} of {count}").format(place=place + 1, count=count) if place < count else ""
        self.place.setText(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture what height there is, and at most half the width."""
        self.glyph.fit(min(self.height(), self.width() // 2))
        self._choose_words()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        side = round(ICON_EMS * self.fontMetrics().height())
        for button in self._buttons:
            button.setIconSize(QSize(side, side))
        self._choose_words()

    def _choose_words(self) -> None:
        """Leave the heading out where it would take two lines: the picture says it too, and has to be large."""
        room = self.width() - self.glyph.width() - self._row.spacing()
        self._heading.setVisible(self._heading.sizeHint().width() <= room)

    def _translate(self) -> None:
        self._heading.setText(self.tr("What the network sees"))
        self._choose_words()
        self.show_place(*self._shown_place)

    def _button(self, command: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(command)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
