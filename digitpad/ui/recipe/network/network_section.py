"""The network of a recipe: its layers, drawn and in fields, and where its first weights come from."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from digitpad.network.architecture import ARTICLE, MAX_HIDDEN, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Recipe
from digitpad.ui.recipe.network.cost_note import CostNote
from digitpad.ui.recipe.network.layer_row import LayerRow
from digitpad.ui.recipe.network.network_picture import NetworkPicture
from digitpad.ui.recipe.section import COLUMNS, Section
from digitpad.ui.recipe.training_section import name_entries
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.wording.recipe.recipe_texts import initializer_names


class NetworkSection(Section):
    """Rows of hidden layers below their picture, and the first weights.

    Attributes:
        rows: the fields of as many layers as there can be; those of the network's are shown.
    """

    def __init__(self, readiness: Readiness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._fixed = False
        self._filling = False
        self.picture = NetworkPicture(self)
        self.rows = [LayerRow(number + 1, self) for number in range(MAX_HIDDEN)]
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.initializer = self.choice(initializer_names())
        self.note = CostNote(readiness, self)
        self._arrange()
        self.picture.chosen.connect(self._go_to)
        self.add.clicked.connect(self._add_layer)
        for number, row in enumerate(self.rows):
            row.edited.connect(self._edit)
            row.removed.connect(lambda number=number: self._remove_layer(number))
        self._translate()
        self.fit()

    @property
    def fields(self) -> list[QWidget]:
        """What can be written in, in the order of the keyboard."""
        return [*(field for row in self.rows for field in row.fields), self.add, self.initializer]

    @property
    def network(self) -> Architecture:
        """What is written."""
        return Architecture(tuple(row.layer for row in self.rows[: self._count]))

    def fill(self, recipe: Recipe) -> None:
        """Show a recipe's network."""
        self._filling = True
        self._show_layers(recipe.architecture.hidden)
        self.initializer.setCurrentIndex(self.initializer.findData(str(recipe.initializer)))
        self._filling = False
        self.note.show_recipe(recipe)

    def changes(self, shown: Recipe) -> dict[str, Any]:
        """Return what is written."""
        return {"architecture": self.network, "initializer": Initializer(self.initializer.currentData())}

    def set_fixed(self, fixed: bool) -> None:
        """Let nothing be changed, or all that can be."""
        self._fixed = fixed
        super().set_fixed(fixed)
        self._show_possible()

    def _arrange(self) -> None:
        layers = QVBoxLayout()
        layers.addWidget(self.picture)
        for row in self.rows:
            layers.addWidget(row)
        layers.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.grid.addLayout(layers, 1, 0, 1, COLUMNS)
        self.place(self.initializer, 2, 0, COLUMNS)
        self.grid.addWidget(self.note, 3, 0, 1, COLUMNS)

    def _translate(self) -> None:
        self.heading.setText(self.tr("Network"))
        self.name(self.initializer, self.tr("First &weights"), self.tr("Where the first weights come from"))
        name_entries({self.initializer: initializer_names()})
        self.add.setText(self.tr("&Add a layer"))
        self._show_possible()

    def _show_layers(self, layers: Sequence[HiddenLayer]) -> None:
        """Write layers into the rows, and show as many; what is half written already stays."""
        self._count = len(layers)
        for number, row in enumerate(self.rows):
            row.setVisible(number < self._count)
            if number < self._count:
                row.show_layer(layers[number])
        self.picture.show_network(self.network)
        self._show_possible()

    def _show_possible(self) -> None:
        """Say what can be chosen for so many layers: the ready-made weights are the article's network's alone."""
        is_full = self._count == MAX_HIDDEN
        self.add.setEnabled(not (is_full or self._fixed))
        if is_full:
            tip = self.tr("There are {most} hidden layers, and no network here has more").format(
                most=whole(MAX_HIDDEN)
            )
        else:
            tip = self.tr("One more hidden layer before the answer, like the one before it")
        self.add.setToolTip(tip)
        model = self.initializer.model()
        if isinstance(model, QStandardItemModel):
            ready_made = model.item(self.initializer.findData(str(Initializer.READY_MADE)))
            ready_made.setEnabled(self.network == ARTICLE)

    def _edit(self) -> None:
        """Something else is written in a row."""
        if self._filling:
            return
        self._change(self.network.hidden)

    def _change(self, layers: Sequence[HiddenLayer]) -> None:
        """Have these layers, and say so once."""
        self._filling = True
        self._show_layers(layers)
        if self.network != ARTICLE and self.initializer.currentData() == Initializer.READY_MADE:
            blocked = self.initializer.blockSignals(True)
            self.initializer.setCurrentIndex(self.initializer.findData(str(Initializer.GLOROT_UNIFORM)))
            self.initializer.blockSignals(blocked)
        self._filling = False
        self.edited.emit()

    def _add_layer(self) -> None:
        layers = self.network.hidden
        self._change([*layers, layers[-1] if layers else HiddenLayer()])
        self._go_to(self._count - 1)

    def _remove_layer(self, number: int) -> None:
        layers, had_keys = list(self.network.hidden), self.rows[number].remove.hasFocus()
        del layers[number]
        self._change(layers)
        if had_keys:  # not left on a row that is gone; after a click the canvas has them
            (self.rows[min(number, self._count - 1)].remove if self._count else self.add).setFocus()

    def _go_to(self, layer: int) -> None:
        """Let a layer's units be written."""
        self.rows[layer].units.setFocus()
        self.rows[layer].units.selectAll()
