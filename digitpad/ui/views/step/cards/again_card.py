"""Card 7: the same batch once more, by the new weights."""

import math
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from digitpad.engines.acts.tape import Act
from digitpad.ui.views.step.cards.card import StepCard
from digitpad.ui.views.step.drawn.fall_scale import FallScale
from digitpad.ui.views.step.drawn.picture_grid import PictureGrid
from digitpad.ui.views.words import LargeWords, Words
from digitpad.workspace.stepping.checks import answers, losses_around
from digitpad.workspace.wording.acts.names import act_headings
from digitpad.workspace.wording.acts.slope_texts import loss_guess_text
from digitpad.workspace.wording.acts.texts import answers_text, before_after_text, changed_text, fell_text


class AgainCard(StepCard):
    """The loss before and after the step, and which answers have changed.

    Attributes:
        losses: both losses.
        fell: whether the loss fell.
        guess_words, scale: the guess beside the truth.
        right: how many answers were right, and are.
        grid: the pictures whose answer is another one.
        words: which of them is chosen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.losses = LargeWords(self)
        self.fell, self.guess_words = Words("", self), Words("heading", self)
        self.right, self.words = Words("", self), Words("muted", self)
        self.scale, self.grid = FallScale(self), PictureGrid(self)
        self._guess: float | None = None
        for widget in (
            self.losses,
            self.scale,
            self.guess_words,
            self.fell,
            self.right,
            self.words,
            self.grid,
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.grid.chosen.connect(lambda number: self.chosen.emit(replace(self.choice, picture=number)))
        self._translate()

    def show_guess(self, loss: float | None) -> None:
        """Set beside the truth the loss that the class has guessed; None is no guess."""
        if loss != self._guess:
            self._guess = loss
            self.redraw()

    def redraw(self) -> None:
        """Show what the step has done to its own batch."""
        self.heading.setText(act_headings()[Act.AGAIN])
        tape = self.tape
        around = None if tape is None else losses_around(tape)
        found = None if tape is None else answers(tape)
        self.grid.setVisible(around is not None)
        self.scale.setVisible(around is not None and all(map(math.isfinite, around)))
        if tape is None or around is None or found is None:
            for label in (self.losses, self.fell, self.guess_words, self.right, self.words):
                label.setText("")
            return
        before, after = around
        self.losses.setText(before_after_text(before, after))
        self.fell.setText(fell_text(before, after))
        self.scale.show_losses(before, after, self._guess)
        self.guess_words.setText("" if self._guess is None else loss_guess_text(self._guess, after))
        self.right.setText(answers_text(tape, found))
        changed = [int(number) for number in found.changed]
        self.words.setText(changed_text(tape, self.picture) if self.picture in changed else "")
        self.grid.show_pictures(tape, self.picture, changed)
