"""The strokes ranked by what they argue for, and what becomes of the answer without one."""

from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from digitpad.arrays import SIDE
from digitpad.ui.announcing import Announcer
from digitpad.ui.plain import give_tip
from digitpad.ui.theme import colors
from digitpad.ui.views.inside.change.before_after import BeforeAfter
from digitpad.ui.views.inside.change.panel import Panel
from digitpad.ui.views.inside.change.picture_row import PictureRow, Shown
from digitpad.ui.views.inside.change.pictures import ink_image, stroke_image
from digitpad.ui.views.inside.change.stroke_list import StrokeList
from digitpad.ui.views.words import FORMULA_EMS, SPACING, LargeWords, Words
from digitpad.workspace.inside.arguments import Arguments, Erasure, StrokeArguments
from digitpad.workspace.wording.inside.change_texts import (
    answer_text,
    argument_text,
    colors_text,
    erasure_text,
    picture_titles,
    sum_text,
    why_text,
)

WIDE_EMS = 27
"""A panel that is wider, in heights of a line, has the list beside the pictures."""


class StrokesPanel(Panel):
    """Follows the strokes' arguments when ``show_now`` is called, and by itself when more is known of them.

    Attributes:
        strokes: the list.
        argues, promise: what the chosen stroke argues for, and what is promised and comes of erasing it.
        pictures, bars: the picture with and without it, and the probabilities.
        why, sum: why the promise is not kept, and how the strokes add up.
        erase, erase_strongest: take a stroke off the canvas.
    """

    def __init__(self, state: StrokeArguments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._arguments: Arguments | None = None
        self._is_plain = False
        self._colors = Words("muted", self)
        self.strokes = StrokeList(self)
        self.argues, self.promise = LargeWords(self, FORMULA_EMS), LargeWords(self, FORMULA_EMS)
        self.pictures, self.bars = PictureRow(self), BeforeAfter(self)
        self.why, self.sum = Words("muted", self), Words("muted", self)
        self.erase, self.erase_strongest = QPushButton(self), QPushButton(self)
        self._announcer = Announcer(self.strokes, lambda: self.promise.text() if self.isVisible() else "")
        self._upper = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._upper.setSpacing(SPACING)
        self._arrange()
        self.strokes.chosen.connect(self._choose)
        self.erase.clicked.connect(lambda: self._erase(strongest=False))
        self.erase_strongest.clicked.connect(lambda: self._erase(strongest=True))
        self._translate()

    def show_now(self) -> None:
        """Show what is known; until the newest drawing's strokes are, those before it, which nobody can erase."""
        arguments = self._state.arguments()
        for widget in (self.strokes, self.erase, self.erase_strongest):
            widget.setEnabled(arguments is not None)
        if arguments is None:
            return
        self._arguments = arguments
        chosen = self._state.chosen(arguments)
        self.strokes.show_arguments(arguments, chosen)
        self._colors.setText(colors_text(arguments))
        self.argues.setText(argument_text(arguments, chosen))
        self.sum.setText(sum_text(arguments))
        erasure = self._state.erasure(arguments)
        if erasure is not None:
            self._show_erasure(arguments, erasure)

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        for words in (self._colors, self.why, self.sum):
            words.leave_out(on)
        self.erase_strongest.setVisible(not on)  # it is the one that is chosen at first
        self._is_plain = on
        self._show_anew()

    def _show_erasure(self, arguments: Arguments, erasure: Erasure) -> None:
        now, stroke = colors(), erasure.stroke
        glyph = arguments.trace.image.reshape(SIDE, SIDE)
        drawn = stroke_image(glyph, arguments.inks[stroke], bool(arguments.shares[stroke] >= 0), now)
        left = None if erasure.glyph is None else ink_image(erasure.glyph, now)
        before, without = picture_titles()
        self.pictures.show_pictures(
            Shown(drawn, before, answer_text(erasure.before)),
            Shown(left, without, "–" if erasure.after is None else answer_text(erasure.after), "→"),
        )
        digits = [arguments.digit, arguments.against]
        if erasure.after is not None and int(erasure.after.argmax()) not in digits:
            digits.append(int(erasure.after.argmax()))
        self.bars.show_change(() if self._is_plain else tuple(digits), erasure.before, erasure.after)
        self.promise.setText(erasure_text(arguments, erasure))
        self.why.setText(why_text(arguments, erasure))
        self._announcer.note()

    def _choose(self, stroke: int) -> None:
        if self._arguments is not None:
            self._state.choose(self._arguments, stroke)

    def _erase(self, *, strongest: bool) -> None:
        arguments = self._arguments
        if arguments is not None:
            stroke = arguments.order[0] if strongest else self._state.chosen(arguments)
            self._state.erase(arguments, stroke)

    def _arrange(self) -> None:
        head = QVBoxLayout()
        for widget in (self.strokes, self._colors, self.argues):
            head.addWidget(widget)
        head.addStretch()
        self._upper.addLayout(head, 2)
        self._upper.addWidget(self.pictures, 3)
        self.column.addLayout(self._upper, 1)
        parts: tuple[QWidget, ...] = (self.promise, self.bars, self.why, self.sum)
        for part in parts:
            self.column.addWidget(part)
        self.add_buttons(self.erase, self.erase_strongest)

    def _fit(self) -> None:
        super()._fit()
        is_wide = self.width() > WIDE_EMS * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._upper.setDirection(direction)
        self._upper.setStretch(0, 2 if is_wide else 0)

    def _translate(self) -> None:
        self.erase.setText(self.tr("Erase this stroke"))
        give_tip(self.erase, self.tr("Take the chosen stroke off the canvas; Undo brings it back"))
        self.erase_strongest.setText(self.tr("Erase the strongest"))
        give_tip(
            self.erase_strongest,
            self.tr("Take the stroke that argues most for the digit off the canvas; Undo brings it back"),
        )
        self.pictures.setAccessibleName(self.tr("The drawing with and without the stroke"))
        self._show_anew()

    def _show_anew(self) -> None:
        if self._arguments is not None:  # else nobody has looked at it yet
            self.show_now()
