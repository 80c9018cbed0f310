"""What is asked: why this digit, rather than which other."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from digitpad.arrays import CLASSES
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plain import PlainLabel, give_tip
from digitpad.ui.translated import Translated
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.wheel import WheelGuard

NOBODY = -1
"""In the signals: the digit of the answer, or no digit to compare with."""


class QuestionBar(Translated, QWidget):
    """“Why … rather than …?”

    Attributes:
        digit, against: the lists of digits, above them the answer's, or none.

    Signals:
        chosen(int): this digit was chosen; −1 for that of the answer.
        compared(int): the difference to this digit was asked for; −1 for none.
    """

    chosen = Signal(int)
    compared = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why, self._rather = PlainLabel(), PlainLabel()
        self.digit, self.against = ChoiceBox(), ChoiceBox()
        row = FlowLayout(self)
        for widget in (self._why, self.digit, self._rather, self.against):
            row.addWidget(widget)
        guard = WheelGuard(self)
        guard.guard(self.digit, self.against)
        for box, signal in ((self.digit, self.chosen), (self.against, self.compared)):
            for digit in range(NOBODY, CLASSES):
                box.addItem("" if digit == NOBODY else str(digit), digit)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.activated.connect(lambda place, signal=signal: signal.emit(place + NOBODY))
        for label, box in ((self._why, self.digit), (self._rather, self.against)):
            label.setBuddy(box)
        self._translate()

    def show_choice(self, digit: int | None, against: int | None) -> None:
        """Show what is asked; None for the answer's digit, and for no other."""
        for box, value in ((self.digit, digit), (self.against, against)):
            place = 0 if value is None else value - NOBODY
            if place != box.currentIndex():
                box.setCurrentIndex(place)

    def _translate(self) -> None:
        self._why.setText(self.tr("Why"))
        self._rather.setText(self.tr("rather than"))
        self.digit.setItemText(0, self.tr("the answer"))
        self.against.setItemText(0, self.tr("– any –"))
        self.digit.setAccessibleName(self.tr("Digit that is explained"))
        self.against.setAccessibleName(self.tr("Digit to compare with"))
        give_tip(self.digit, self.tr("Whose logit is taken apart: the answer’s, whatever it is, or one digit’s"))
        give_tip(
            self.against,
            self.tr(
                "Take apart by how much the logit is above this digit’s: what speaks for the one and not the other"
            ),
        )
        for box in (self.digit, self.against):
            box.measure_anew()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Have the words at the height of those in the boxes."""
        for label in (self._why, self._rather):
            label.setMinimumHeight(self.digit.sizeHint().height())
