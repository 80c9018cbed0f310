"""Card 5: how the loss changes with each weight."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import Act, Tape
from digitpad.network.slope import Slope
from digitpad.ui.drawn.diverging import ScaleLegend
from digitpad.ui.plain import PlainLabel
from digitpad.ui.views.step.cards.card import Beside, StepCard
from digitpad.ui.views.step.cards.slope_card import Point, SlopeCard
from digitpad.ui.views.step.cards.tensor_table import TensorTable
from digitpad.ui.views.step.drawn.weight_picture import WeightPicture
from digitpad.ui.views.words import SPACING
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.gradients import in_unit, next_unit, spreads, steepest
from digitpad.workspace.wording.acts.names import act_headings, tensor_of, weight_name
from digitpad.workspace.wording.acts.slope_texts import spread_headings, spread_texts, tape_slope_text

BESIDE_EMS = 19.0
"""Heights of a line from which on picture and plot stand side by side."""


class GradientsCard(StepCard):
    """Each tensor's gradients in figures, the chosen unit's as a picture, and the check of the chosen slope.

    Attributes:
        tensors: a line each.
        picture_of_unit: the gradients of the chosen unit's weights, or of all biases.
        unit, before, after: which unit it is, and the ways to the next that the loss depends on.
        legend: its colours.
        slope: the check.
        found: slope and points of the weight that is shown next, as far as they are known by then: so that it is
            drawn once.

    Signals:
        pushed(float): the chosen weight is to be tried at this value.
    """

    pushed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tensors = TensorTable(2, has_histograms=True, parent=self)
        self.picture_of_unit, self.legend = WeightPicture(self), ScaleLegend(self)
        self._unit_word = PlainLabel(self)
        self.unit, self.before, self.after = QSpinBox(self), QToolButton(self), QToolButton(self)
        self.slope = SlopeCard(self)
        self.found: tuple[Slope | None, Sequence[Point]] = None, ()
        self._arrange()
        self.tensors.chosen.connect(self._choose_tensor)
        self.picture_of_unit.chosen.connect(self._choose_place)
        self.unit.valueChanged.connect(self._choose_unit)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.slope.pushed.connect(self.pushed)
        self._translate()

    def _arrange(self) -> None:
        WheelGuard(self).guard(self.unit)
        self.unit.setWrapping(True)
        self.before.setText("‹")
        self.after.setText("›")
        row = QHBoxLayout()
        row.setSpacing(SPACING // 2)
        for widget in (self._unit_word, self.before, self.unit, self.after):
            row.addWidget(widget)
        for button in (self.before, self.after):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addStretch(1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 2)
        column.addWidget(self.picture_of_unit)
        column.addWidget(self.legend)
        column.addLayout(row)
        column.addStretch(1)
        self._body = Beside(left, self.slope.upper, BESIDE_EMS, self)
        for part in (self._body, self.slope, self.tensors):  # what can be checked first, then what it is a part of
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _translate(self) -> None:
        self._unit_word.setText(self.tr("unit"))
        self.unit.setAccessibleName(self.tr("Unit whose gradients are shown"))
        self.before.setAccessibleName(self.tr("Previous unit with a gradient"))
        self.before.setToolTip(self.tr("The unit before whose weights have a gradient other than 0"))
        self.after.setAccessibleName(self.tr("Next unit with a gradient"))
        self.after.setToolTip(self.tr("The next unit whose weights have a gradient other than 0"))
        super()._translate()

    def redraw(self) -> None:
        """Show the gradients."""
        self.heading.setText(act_headings()[Act.GRADIENTS])
        tape = self.tape
        gradients = None if tape is None else tape.gradients
        self.tensors.setVisible(gradients is not None and not self.is_plain)
        for widget in (self._body, self.slope):
            widget.setVisible(gradients is not None)
        if tape is None or gradients is None:
            return
        tensor, found = tensor_of(tape, self.choice), spreads(gradients)
        shapes = [gradient.shape for gradient in gradients]
        cells = [spread_texts(spread) for spread in found]
        self.tensors.show_tensors(shapes, spread_headings(), cells, tensor, found)
        self._show_unit(tape, gradients[tensor], found[tensor].largest)

    def _show_unit(self, tape: Tape, gradient: Floats, largest: float) -> None:
        tensor, index = tensor_of(tape, self.choice), self.choice.index(gradient.shape)
        values = gradient if gradient.ndim == 1 else gradient[:, index[-1]]
        self.picture_of_unit.show_values(np.ascontiguousarray(values), largest, index[0])
        self.legend.show_largest(largest)
        with QSignalBlocker(self.unit):
            self.unit.setRange(0, gradient.shape[-1] - 1)
            self.unit.setValue(index[-1])
        name, weight, slope = (
            weight_name(tape, self.choice),
            float(tape.before[tensor][index]),
            float(gradient[index]),
        )
        self.slope.show_weight(name, weight, slope, math.nan if tape.mean is None else tape.mean, *self.found)
        self.picture_of_unit.setAccessibleDescription(tape_slope_text(name, weight, slope))

    def show_slope(self, slope: Slope | None, points: Sequence[Point], gradient: float) -> None:
        """Show what was found about the chosen weight; see SlopeCard."""
        self.slope.show_slope(slope, points, gradient)

    def _choose_tensor(self, tensor: int) -> None:
        if self.tape is not None:
            self._choose(steepest(self.tape, replace(self.choice, tensor=tensor)))

    def _choose_place(self, place: int) -> None:
        if self.tape is not None:
            is_bias = self.tape.before[tensor_of(self.tape, self.choice)].ndim == 1
            self._choose(replace(self.choice, column=place) if is_bias else replace(self.choice, row=place))

    def _choose_unit(self, unit: int) -> None:
        if self.tape is not None:
            self._choose(in_unit(self.tape, self.choice, unit))

    def _turn(self, step: int) -> None:
        if self.tape is not None:
            self._choose(next_unit(self.tape, self.choice, step))

    def _choose(self, choice: Choice) -> None:
        if choice != self.choice:
            self.chosen.emit(choice)
