"""Card 3: −log of the true label's probability, for each picture."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from digitpad.arrays import Floats, Mask
from digitpad.engines.acts.tape import Act, Tape
from digitpad.ui.views.step.cards.card import StepCard
from digitpad.ui.views.step.drawn.loss_bars import LossBars
from digitpad.ui.views.words import LargeWords, Words
from digitpad.workspace.stepping.checks import given_answers, loss_term, shown_losses
from digitpad.workspace.wording.acts.names import act_headings
from digitpad.workspace.wording.acts.texts import (
    loss_shape,
    loss_text,
    natural_logarithm,
    picture_text,
    shown_text,
)


class LossCard(StepCard):
    """A bar for each picture, and the chosen one's loss written out.

    Attributes:
        formula: the chosen picture's loss, as a pocket calculator finds it.
        words: what is chosen.
        counts: of how many pictures there are bars, if not of all.
        bars: one a picture.
        in_order, largest_first: the switch of their order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.logarithm, self.counts = Words("", self), Words("muted", self), Words("muted", self)
        self.formula = LargeWords(self)
        self.bars = LossBars(self)
        self.in_order, self.largest_first = QRadioButton(self), QRadioButton(self)
        self._orders = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.in_order, self.largest_first):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._orders.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.in_order.setChecked(True)
        self._losses: tuple[Tape | None, Floats, Mask] = (None, np.zeros(0, np.float32), np.zeros(0, np.bool_))
        for widget in (self.words, self.formula, self.logarithm):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.column.addWidget(self.counts)
        self.column.addWidget(self.bars, 1)
        self.largest_first.toggled.connect(self.bars.set_largest_first)
        self.bars.chosen.connect(lambda number: self.chosen.emit(replace(self.choice, picture=number)))
        self._translate()

    def _translate(self) -> None:
        self.in_order.setText(self.tr("batch order"))
        self.largest_first.setText(self.tr("largest first"))
        super()._translate()

    def redraw(self) -> None:
        """Show the losses."""
        self.heading.setText(act_headings()[Act.LOSS])
        self.logarithm.setText(natural_logarithm())
        tape = self.tape
        term = None if tape is None else loss_term(tape, self.picture)
        for widget in (self.bars, self.in_order, self.largest_first):
            widget.setVisible(term is not None)
        if tape is None or term is None or tape.losses is None:
            self.formula.setText("")
            self.counts.setText("")
            return
        self.shapes.setText(loss_shape(tape))
        losses, wrong = self._of(tape)
        self.counts.setText(shown_text(tape) if len(losses) < len(tape.losses) else "")
        self.words.setText(picture_text(tape, self.picture))
        self.formula.setText(loss_text(term))
        self.bars.show_losses(losses, wrong, self.picture, f"{self.words.text()}, {self.formula.text()}")

    def _of(self, tape: Tape) -> tuple[Floats, Mask]:
        """Return the shown pictures' losses, and which answers are wrong: the same arrays as long as it is one."""
        known, losses, wrong = self._losses
        if known is None or known.losses is not tape.losses or known.batch is not tape.batch:
            found = shown_losses(tape)
            assert found is not None
            assert tape.probabilities is not None
            assert tape.batch is not None
            losses, wrong = found, given_answers(tape.probabilities) != tape.batch.labels
            self._losses = tape, losses, wrong
        return losses, wrong
