"""Card 4: one number for the whole batch, and where it will stand in the plot."""

import numpy as np
from PySide6.QtWidgets import QWidget

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import Act
from digitpad.ui.views.step.cards.card import StepCard
from digitpad.ui.views.step.drawn.loss_curve import LossCurve
from digitpad.ui.views.words import LargeWords, Words
from digitpad.workspace.stepping.checks import mean_term
from digitpad.workspace.wording.acts.names import act_headings
from digitpad.workspace.wording.acts.texts import (
    all_losses_text,
    mean_text,
    other_mean_text,
    page_mean_text,
    sum_text,
)


class MeanCard(StepCard):
    """The mean written out, all that it is the mean of, and its dot in the run's curve.

    Attributes:
        formula, average: the mean as a sum, and as the page's own number.
        total: the sum of all losses.
        other: that the page's number is another one.
        curve: the run's losses.
        losses: all of the batch's losses.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formula, self.total, self.other = Words("", self), Words("muted", self), Words("error", self)
        self.losses = Words("muted", self)
        self.average = LargeWords(self)
        self.curve = LossCurve(self)
        for widget in (self.average, self.formula, self.total, self.other):
            self.column.addWidget(widget)
        self.column.addWidget(self.curve, 1)
        self.column.addWidget(self.losses)
        self.details += [self.total, self.losses]
        self._translate()

    def show_losses(self, losses: Floats) -> None:
        """Show the run's losses so far, float32 (n,), in the small curve."""
        self.curve.show_losses(np.asarray(losses, np.float32))

    def redraw(self) -> None:
        """Show the mean."""
        self.heading.setText(act_headings()[Act.MEAN])
        tape = self.tape
        term = None if tape is None else mean_term(tape)
        self.curve.setVisible(term is not None)
        if tape is None or term is None:
            for label in (self.average, self.formula, self.total, self.other, self.losses):
                label.setText("")
            return
        self.average.setText(page_mean_text(tape, term))
        self.formula.setText(mean_text(tape, term))
        self.total.setText(sum_text(tape, term))
        self.other.setText(other_mean_text(term))
        self.losses.setText(all_losses_text(tape))
        self.curve.show_dot(tape.number, term.page)
