"""A hidden layer of a recipe: its units, its activation, and a button that takes it away."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from digitpad.network.architecture import UNITS, Activation, HiddenLayer, doubled
from digitpad.ui.choice_box import ChoiceBox
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.workspace.wording.recipe.network_texts import activation_words


class UnitsBox(QSpinBox):
    """A number of units; arrow keys and wheel go to the next power of two, as layers usually have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(*UNITS)

    def stepBy(self, steps: int) -> None:  # noqa: N802  # Qt's name
        """Double or halve, so many times."""
        self.setValue(doubled(self.value(), steps))
        self.selectAll()


class LayerRow(Translated, QWidget):
    """Shows a layer in fields on one line.

    Signals:
        edited(): something else is written in a field.
        removed(): the layer shall go.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """``number`` counts hidden layers from 1."""
        super().__init__(parent)
        self._number = number
        self.label = PlainLabel(self)
        self.label.setProperty("role", "muted")
        self.units = UnitsBox(self)
        self.units.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.activation = ChoiceBox(self)
        for activation in Activation:
            self.activation.addItem("", str(activation))
        self.activation.setMinimumContentsLength(4)
        self.activation.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.remove = QToolButton(self)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.remove.setText("×")
        self.label.setBuddy(self.units)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.label)
        line.addWidget(self.units, 1)
        line.addWidget(self.activation, 1)
        line.addWidget(self.remove)
        self.units.valueChanged.connect(self.edited)
        self.activation.currentIndexChanged.connect(self.edited)
        self.remove.clicked.connect(self.removed)
        self._translate()

    @property
    def fields(self) -> list[QWidget]:
        """What can be written in, or clicked, in the order of the keyboard."""
        return [self.units, self.activation, self.remove]

    @property
    def layer(self) -> HiddenLayer:
        """What is written."""
        return HiddenLayer(self.units.value(), Activation(self.activation.currentData()))

    def show_layer(self, layer: HiddenLayer) -> None:
        """Write a layer into the fields; what stands there already, perhaps half written, stays."""
        if self.layer != layer:
            self.units.setValue(layer.units)
            self.activation.setCurrentIndex(self.activation.findData(str(layer.activation)))

    def _translate(self) -> None:
        number = self._number
        self.label.setText(self.tr("Layer &{number}").format(number=number))
        self.units.setLocale(QLocale())
        self.units.setAccessibleName(self.tr("Units of layer {number}").format(number=number))
        self.units.setToolTip(self.tr("How many units it has, 1 to 2048; the arrow keys double and halve them"))
        self.activation.setAccessibleName(self.tr("Activation of layer {number}").format(number=number))
        self.activation.setToolTip(self.tr("What the layer makes of each unit's sum before handing it on"))
        self.remove.setAccessibleName(self.tr("Take layer {number} away").format(number=number))
        self.remove.setToolTip(self.tr("Take this layer away"))
        for place, activation in enumerate(Activation):
            self.activation.setItemText(place, activation_words(activation))
