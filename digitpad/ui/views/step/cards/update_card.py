"""Card 6: one weight's step written out, and how far each tensor has moved."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from digitpad.engines.acts.tape import Act
from digitpad.ui.views.step.cards.card import StepCard
from digitpad.ui.views.step.cards.tensor_table import TensorTable
from digitpad.ui.views.words import FORMULA_EMS, LargeWords, Words
from digitpad.workspace.stepping.checks import moves, update_term
from digitpad.workspace.stepping.gradients import steepest
from digitpad.workspace.wording.acts.names import act_headings, tensor_of, weight_name
from digitpad.workspace.wording.acts.slope_texts import (
    factor_text,
    moved_headings,
    moved_texts,
    update_guess_text,
    update_text,
)


class UpdateCard(StepCard):
    """The chosen weight before and after, and all tensors' moves, growing as they are updated.

    Attributes:
        name: the chosen weight.
        formula: its step, as a pocket calculator finds it.
        factor: what an optimizer made of the slope.
        guess_words: what the class guessed, beside what is so.
        tensors: how far each has moved.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.factor, self.guess_words = Words("", self), Words("", self), Words("heading", self)
        self.formula = LargeWords(self, FORMULA_EMS)
        self.tensors = TensorTable(2, has_histograms=False, parent=self)
        self._guess: bool | None = None
        for widget in (self.name, self.formula, self.factor, self.guess_words, self.tensors):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.tensors.chosen.connect(self._choose_tensor)
        self._translate()

    def show_guess(self, up: bool | None) -> None:
        """Set beside the step whether the class has guessed that the weight goes up; None is no guess."""
        if up is not self._guess:
            self._guess = up
            self.redraw()

    def redraw(self) -> None:
        """Show the step."""
        self.heading.setText(act_headings()[Act.UPDATE])
        tape = self.tape
        term = None if tape is None else update_term(tape, self.choice)
        self.tensors.setVisible(term is not None)
        if tape is None or term is None or tape.after is None:
            for label in (self.name, self.formula, self.factor, self.guess_words):
                label.setText("")
            return
        self.name.setText(weight_name(tape, self.choice))
        self.formula.setText(update_text(term))
        self.factor.setText(factor_text(tape, term))
        self.guess_words.setText("" if self._guess is None else update_guess_text(self._guess, term))
        shapes, chosen = [weight.shape for weight in tape.before], tensor_of(tape, self.choice)
        cells = [moved_texts(move) for move in moves(tape.before, tape.after)]
        self.tensors.show_tensors(shapes, moved_headings(), cells, chosen)

    def _choose_tensor(self, tensor: int) -> None:
        if self.tape is not None:
            self.chosen.emit(steepest(self.tape, replace(self.choice, tensor=tensor)))
