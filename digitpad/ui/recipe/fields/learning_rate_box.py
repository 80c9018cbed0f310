"""Fields for learning rates, and for weight decay, which span many powers of ten."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.recipe.learning_rates import parse_decay, parse_learning_rate, written

SUGGESTIONS = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0)


DECAYS = (0.0, 0.0001, 0.001, 0.01, 0.1)


class LearningRateValidator(QValidator):
    """Accepts a number that ``parse`` takes, with a point or a comma, also as 1e-3."""

    def __init__(self, parse: Callable[[str], float | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parse = parse

    def validate(self, text: str, position: int) -> object:
        """Say whether the text is such a number, could become one, or cannot."""
        if self._parse(text) is not None:
            return (QValidator.State.Acceptable, text, position)
        if all(character in "0123456789.,eE+- " for character in text):
            return (QValidator.State.Intermediate, text, position)
        return (QValidator.State.Invalid, text, position)


class LearningRateBox(Translated, ChoiceBox):
    """An editable list of usual learning rates.

    Attributes:
        suggestions: the usual ones, ascending.

    Signals:
        value_changed(float | None): what is written now; None while it is no learning rate.
        value_committed(float): a learning rate was chosen, or written and left or confirmed.
    """

    suggestions: tuple[float, ...] = SUGGESTIONS

    value_changed = Signal(object)
    value_committed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # one writes in it
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # else a 0 on its way to 0.5 becomes 0.0001
        self.addItems([written(rate) for rate in self.suggestions])
        self.setValidator(LearningRateValidator(self.parsed, self))
        self._translate()
        self.setMinimumContentsLength(6)
        self.editTextChanged.connect(lambda text: self.value_changed.emit(self.parsed(text)))

        self.activated.connect(self._commit)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._commit)

    def _translate(self) -> None:
        value, text = self.value(), self.currentText()
        with QSignalBlocker(self):  # the rate is the same one, however it is written
            for place, rate in enumerate(self.suggestions):
                self.setItemText(place, written(rate))
            self.setEditText(text if value is None else written(value))
        # Its name for a screen reader comes with its label, as that of every field.
        self.setToolTip(self.tip())

    def parsed(self, text: str) -> float | None:
        """Return the value that a text names, or None if it names none."""
        return parse_learning_rate(text)

    def tip(self) -> str:
        """Say what it is."""
        return self.tr("How long each step downhill is: weight ← weight − learning rate · gradient")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the next usual learning rate from the one that is written."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._go_to_next(larger=steps > 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel goes the same way."""
        self._go_to_next(larger=event.angleDelta().y() > 0)
        event.accept()

    def _go_to_next(self, *, larger: bool) -> None:
        value = self.value()
        if value is None:
            return
        near = [rate for rate in self.suggestions if (rate > value if larger else rate < value)]
        if near:
            self.set_value(min(near) if larger else max(near))
            self._commit()

    def _commit(self) -> None:
        value = self.value()
        if value is not None:
            self.value_committed.emit(value)

    def value(self) -> float | None:
        """Return the learning rate that is written, or None if it is none."""
        return self.parsed(self.currentText())

    def set_value(self, value: float) -> None:
        """Write a learning rate."""
        self.setEditText(written(value))


class DecayBox(LearningRateBox):
    """An editable list of usual weight decays."""

    suggestions = DECAYS

    def parsed(self, text: str) -> float | None:
        """Return the weight decay that a text names, or None if it names none."""
        return parse_decay(text)

    def tip(self) -> str:
        """Say what it is."""
        return self.tr(
            "Each update also makes every weight smaller: weight ← weight − decay · learning rate · weight"
        )
