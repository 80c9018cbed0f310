"""“Guess first”: what the class says before the step goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from digitpad.ui.translated import Translated
from digitpad.ui.views.words import SPACING, Words
from digitpad.ui.wheel import WheelGuard
from digitpad.workspace.wording.acts.figures import common_places, fixed, places_for, significant
from digitpad.workspace.wording.acts.slope_texts import direction_text

PLACES = 100
"""Steps of the slider from 0 to MOST times the loss of before."""

MOST = 2.0


class GuessBar(Translated, QWidget):
    """A question with two buttons, or with a slider and a button. Hidden while nothing is asked.

    Attributes:
        question: its words.
        up, down: the answers to where a weight goes.
        slider, take: the answer to where the loss goes.

    Signals:
        slope_guessed(bool): the weight is guessed to go up, or down.
        loss_guessed(float): the loss is guessed to become this.
    """

    slope_guessed = Signal(bool)
    loss_guessed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self._about = Words("heading", self), Words("", self)
        self.up, self.down, self.take = (QPushButton(self) for _ in range(3))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, PLACES)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        WheelGuard(self).guard(self.slider)
        self._weight: tuple[str, float] | None = None
        self._before: float | None = None
        row = QHBoxLayout()
        for widget in (self.up, self.down):
            row.addWidget(widget)
        for button in (self.up, self.down, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.slider, 2)
        row.addWidget(self.take)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACING)
        column.setSpacing(SPACING)
        column.addWidget(self.question)
        column.addWidget(self._about)
        column.addLayout(row)
        self.up.clicked.connect(lambda: self.slope_guessed.emit(True))
        self.down.clicked.connect(lambda: self.slope_guessed.emit(False))
        self.take.clicked.connect(lambda: self.loss_guessed.emit(self.loss))
        self.slider.valueChanged.connect(self._show)
        self._translate()

    def ask_slope(self, name: str, value: float) -> None:
        """Ask whether this weight will go up or down."""
        self._weight, self._before = (name, value), None
        self._translate()

    def ask_loss(self, before: float) -> None:
        """Ask what the loss will be, which is ``before`` now."""
        self._weight, self._before = None, before
        self.slider.setValue(round(PLACES / MOST))
        self._translate()

    def ask_nothing(self) -> None:
        """Be gone."""
        self._weight = self._before = None
        self._translate()

    @property
    def loss(self) -> float:
        """The loss at which the slider stands."""
        return (self._before or 0.0) * MOST * self.slider.value() / PLACES

    def _translate(self) -> None:
        self.up.setText(direction_text(True))
        self.down.setText(direction_text(False))
        self.take.setText(self.tr("That is our guess"))
        self.slider.setAccessibleName(self.tr("Guessed loss"))
        self._show()

    def _show(self) -> None:
        for button in (self.up, self.down):
            button.setVisible(self._weight is not None)
        for widget in (self.slider, self.take):
            widget.setVisible(self._before is not None)
        self.setVisible(self._weight is not None or self._before is not None)
        if self._weight is not None:
            name, value = self._weight
            words = self.tr("Guess first: will {name} = {value} go up or down?")
            self.question.setText(words.format(name=name, value=significant(value)))
            self._about.setText("")
        elif self._before is not None:
            words = self.tr("Guess first: the loss is {before}. Will it fall, and to what?")
            self.question.setText(words.format(before=significant(self._before)))
            self._about.setText(self.tr("to about {loss}").format(loss=self._written(self.loss)))
            self.slider.setAccessibleDescription(self._about.text())

    def _written(self, loss: float) -> str:
        before = self._before or 1.0
        return fixed(loss, common_places(MOST * before, places_for(before)))
