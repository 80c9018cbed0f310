"""Below the canvas: what the network sees, and the bar for the drawing."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digitpad.ui.canvas.digit_buttons import HEIGHT_EMS, DigitButtons
from digitpad.ui.canvas.drawing_bar import DrawingBar
from digitpad.ui.canvas.glyph_view import GlyphView
from digitpad.ui.plain import PlainLabel, give_tip
from digitpad.ui.translated import Translated
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.wording.pictures.digits_texts import Beside, seen_beside

SPACING = 2
"""Logical pixels between the lines beside the picture."""


class SightPanel(Translated, QWidget):
    """The 28×28 picture beside a small bar: pen, eraser, undo, redo, clear, leaf through.

    Where more than one digit is drawn, it says so, and has a button for each.

    Attributes:
        glyph: the picture.
        heading: what it is, or what was seen beside it: more digits, or stray dots.
        digits: the buttons by which a digit is chosen.
        place: which of how many drawings is on the canvas.
        bar: its buttons.
    """

    def __init__(self, *commands: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.glyph = GlyphView(self)
        self.heading = PlainLabel(self)
        self.heading.setProperty("role", "heading")
        self.digits = DigitButtons(self)
        self._recognition: Recognition | None = None
        self._is_silent = False
        self._chosen_for = Beside(""), False, ""
        self.place = PlainLabel(self)
        self.place.setProperty("role", "muted")
        self.bar = DrawingBar(commands, self)
        words = QVBoxLayout()
        words.setSpacing(SPACING)
        words.addWidget(self.heading)
        words.addWidget(self.digits, 1)
        words.addWidget(self.place)
        words.addWidget(self.bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.glyph)
        self._row.addLayout(words, 1)
        self._shown_place = 0, 0
        self._fit()
        self._translate()

    def show_place(self, place: int, count: int) -> None:
        """Say which of the drawings is on the canvas."""
        if (place, count) != self._shown_place:
            self._shown_place = place, count
            self._say_place()

    def _say_place(self) -> None:
        place, count = self._shown_place
        shown = self.tr("drawing {place} of {count}").format(place=place + 1, count=count) if place < count else ""
        self.place.setText(shown)
        self._show_words()

    def show_digits(self, recognition: Recognition | None, *, is_silent: bool = False) -> None:
        """Say what there is beside the digit that is seen, but no answers if silent; None for nothing."""
        self._recognition, self._is_silent = recognition, is_silent
        self.digits.show_digits(None if is_silent else recognition)
        self._show_words()

    def _show_words(self) -> None:
        said = self._words(), self._shows_several, self.place.text()
        if said != self._chosen_for:
            self._chosen_for = said
            self._choose_words()

    @property
    def _shows_several(self) -> bool:
        return self._recognition is not None and self._recognition.is_several and not self._is_silent

    def _words(self) -> Beside:
        """Return what the heading says."""
        recognition = self._recognition
        beside = [] if recognition is None else seen_beside(recognition, is_silent=self._is_silent)
        return beside[0] if beside else Beside(self.tr("What the network sees"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture what height there is, and at most half the width."""
        self.glyph.fit(min(self.height(), self.width() // 2))
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        above = (1 + HEIGHT_EMS) * self.fontMetrics().height() + 3 * SPACING  # words, and buttons for digits
        self.bar.fit(self._room(), self.height() - round(above))
        self._choose_words()

    def _room(self) -> int:
        """Return the width beside the picture, in logical pixels."""
        return self.width() - self.glyph.width() - self._row.spacing()

    def _choose_words(self) -> None:
        """Leave the heading out where it would take two lines: the picture says it too, and has to be large.

        What was seen beside the picture takes two lines where there is room for them, else as few words as can be.
        Which drawing it is of how many gives way to the buttons for digits.
        """
        said, shows_several, place = self._chosen_for
        has_place = bool(place) and (not shows_several or self._has_lines(3))
        self.place.setVisible(has_place)
        fits = self._fits(said.words)
        wraps = not fits and bool(said.tip) and self._has_lines(2 + has_place)
        is_brief = bool(said.brief) and not (fits or wraps) and self._has_lines(1 + has_place)
        is_brief = is_brief and self._fits(said.brief)
        self.heading.setText(said.brief if is_brief else said.words)
        self.heading.setAccessibleName(said.words)
        self.heading.setWordWrap(wraps)
        self.heading.setVisible(fits or wraps or is_brief)
        if said.tip != self.heading.accessibleDescription():
            give_tip(self.heading, said.tip)

    def _fits(self, words: str) -> bool:
        """Say whether there is room for these words in one line beside the picture."""
        self.heading.setWordWrap(False)
        self.heading.setText(words)
        return self.heading.sizeHint().width() <= self._room()

    def _has_lines(self, count: int) -> bool:
        """Say whether there is room for so many lines beside the buttons for digits and the bar."""
        lines = count + HEIGHT_EMS * self._shows_several
        return self.height() >= self.bar.sizeHint().height() + lines * self.fontMetrics().height() + 3 * SPACING

    def _translate(self) -> None:
        self.show_digits(self._recognition, is_silent=self._is_silent)
        self._say_place()
