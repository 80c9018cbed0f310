"""Card 2: layer by layer from the pictures to the answers."""

import math
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.arrays import CLASSES, Floats
from digitpad.engines.acts.tape import Act, Tape
from digitpad.ui.answer.bars import ProbabilityBars
from digitpad.ui.drawn.lights import Lights
from digitpad.ui.views.step.cards.card import Beside, StepCard
from digitpad.ui.views.step.drawn.picture_grid import PictureGrid
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.wording.acts.names import act_headings, layer_name
from digitpad.workspace.wording.acts.texts import active_text, layer_text, picture_text, right_text

BESIDE_EMS = 18.0
"""Heights of a line from which on lights and bars stand side by side."""

BARS_EMS = 1.05
"""Height of a bar's row."""


class _Lamps(QWidget):
    """A layer's lights for the chosen picture, and a few words on them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.active, self.lights = Words("muted", self), Lights(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 3)
        column.addWidget(self.lights)
        column.addWidget(self.active)

    def show_outputs(self, outputs: Floats, name: str) -> None:
        """Show what a layer of this name made of the picture, float32 (units,)."""
        self.lights.setAccessibleName(name)
        self.active.setText(active_text(outputs))
        self.lights.setAccessibleDescription(self.active.text())
        self.lights.show_outputs(outputs)


class ForwardCard(StepCard):
    """What each layer made, growing as they run; the chosen picture's lights and its ten probabilities.

    Attributes:
        formulas: one a layer that has run, and some hidden ones.
        lamps: one a hidden layer that has run, and some hidden ones.
        words: what is chosen.
        bars: its probabilities.
        right: how many answers are right.
        grid: all pictures with their answers.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formulas: list[Words] = []
        self.lamps: list[_Lamps] = []
        self._rows, self._lit = QVBoxLayout(), QWidget(self)
        self._rows.setSpacing(SPACING // 3)
        lit = QVBoxLayout(self._lit)
        lit.setContentsMargins(0, 0, 0, 0)
        lit.addStretch(1)
        self.words, self.right = Words("", self), Words("heading", self)
        self.bars = ProbabilityBars(self)
        self.grid = PictureGrid(self)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.words)
        self._body = Beside(self._lit, self.bars, BESIDE_EMS, self)
        for widget in (self._body, self.right, self.grid):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.grid.chosen.connect(lambda number: self.chosen.emit(replace(self.choice, picture=number)))
        self._fit()
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.bars.setFixedHeight(round(CLASSES * BARS_EMS * self.fontMetrics().height()))

    def _show_layers(self, tape: Tape) -> None:
        """Have a formula for each layer that has run, and lights for each hidden one."""
        layers = len(tape.before) // 2
        while len(self.formulas) < len(tape.layers):
            self.formulas.append(Words("", self))
            self.lamps.append(_Lamps(self._lit))
            self.details.append(self.lamps[-1].active)
            self._rows.addWidget(self.formulas[-1])
            lit = self._lit.layout()
            assert isinstance(lit, QVBoxLayout)
            lit.insertWidget(lit.count() - 1, self.lamps[-1])
        for number, (formula, lamps) in enumerate(zip(self.formulas, self.lamps, strict=True)):
            has_run = number < len(tape.layers)
            lamps.setVisible(has_run and number < layers - 1)  # of the output layer the bars tell more
            formula.setText(layer_text(tape.layers[number]) if has_run else "")
            if has_run:
                name = layer_name(number, layers)
                formula.setToolTip(name)
                lamps.show_outputs(tape.layers[number].outputs[self.picture], name)

    def redraw(self) -> None:
        """Show what the layers have made so far."""
        self.heading.setText(act_headings()[Act.FORWARD])
        tape = self.tape
        if tape is None:
            return
        self._show_layers(tape)
        self.words.setText(picture_text(tape, self.picture))
        self.right.setText(right_text(tape))
        has_answers = tape.probabilities is not None
        self.bars.setVisible(has_answers)
        if tape.probabilities is not None:
            shares = [float(share) for share in tape.probabilities[self.picture]]
            self.bars.show_probabilities(shares if all(map(math.isfinite, shares)) else None)
        self.grid.show_pictures(tape, self.picture)
