"""The fields of a recipe: a preset, and what can be changed of it."""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from digitpad.network.initial import Initializer
from digitpad.runs.recipe import BATCH_SIZES, EPOCHS, PRESETS, SEEDS, Optimizer, Recipe
from digitpad.ui.stage.learning_rate_box import LearningRateBox

NEW_SEEDS = 10_000
"""A new seed is below this: short enough to be read aloud."""

FIELD_HEIGHT = 30
"""Logical pixels: one height for boxes and lists, so that their labels stand in line."""


def optimizer_names() -> dict[Optimizer, str]:
    """Return what a user calls the optimizers."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("RecipeForm", text)

    return {
        Optimizer.NAIVE_SGD: tr("SGD by hand"),
        Optimizer.SGD: tr("SGD (Keras)"),
        Optimizer.RMSPROP: tr("RMSprop (Keras)"),
        Optimizer.ADAM: tr("Adam (Keras)"),
    }


class RecipeForm(QWidget):
    """Shows a recipe and lets it be edited.

    Signals:
        recipe_changed(Recipe | None): another recipe is written now; None while the learning rate is none.
    """

    recipe_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = next(iter(PRESETS.values()))
        self.preset = self._choice(
            [(self._preset_name(key), key) for key in PRESETS],
            self.tr("A recipe from the lesson; changing a field makes it your own"),
        )
        self.preset.addItem(self.tr("My own recipe"), "")
        self.epochs = self._number(EPOCHS, self.tr("How often every image is shown"))
        self.batch_size = self._number(BATCH_SIZES, self.tr("Images looked at before the weights change once"))
        self.seed = self._number(SEEDS, self.tr("Decides the first weights and the order of the images"))
        self.new_seed = QToolButton(self)
        self.new_seed.setText(self.tr("New"))
        self.new_seed.setToolTip(self.tr("Draw another seed: other first weights, another order of the images"))
        self.new_seed.setAccessibleName(self.tr("New seed"))
        self.new_seed.clicked.connect(lambda: self.seed.setValue(secrets.randbelow(NEW_SEEDS)))
        self.learning_rate = LearningRateBox(self)
        self.optimizer = self._choice(
            [(name, optimizer) for optimizer, name in optimizer_names().items()],
            self.tr("Who turns gradients into new weights"),
        )
        self.initializer = self._choice(
            [
                (self.tr("Glorot uniform"), Initializer.GLOROT_UNIFORM),
                (self.tr("Uniform 0 to 0.1"), Initializer.UNIFORM),
            ],
            self.tr("How the first weights are drawn"),
        )
        self._arrange()
        self.set_recipe(self._shown)
        self._connect()

    def recipe(self) -> Recipe | None:
        """Return the recipe as it is written, or None while the learning rate is none."""
        rate = self.learning_rate.value()
        if rate is None:
            return None
        return replace(
            self._shown,
            epochs=self.epochs.value(),
            batch_size=self.batch_size.value(),
            learning_rate=rate,
            optimizer=Optimizer(self.optimizer.currentData()),
            initializer=Initializer(self.initializer.currentData()),
            seed=self.seed.value(),
        )

    def set_recipe(self, recipe: Recipe) -> None:
        """Write a recipe into the fields."""
        self._shown = recipe
        self.blockSignals(True)
        self.epochs.setValue(recipe.epochs)
        self.batch_size.setValue(recipe.batch_size)
        self.seed.setValue(recipe.seed)
        self.learning_rate.set_value(recipe.learning_rate)
        self.optimizer.setCurrentIndex(self.optimizer.findData(recipe.optimizer))
        self.initializer.setCurrentIndex(self.initializer.findData(recipe.initializer))
        self.blockSignals(False)
        self._name_preset()
        self.recipe_changed.emit(recipe)

    def set_fixed(self, fixed: bool, *, rate_too: bool) -> None:
        """Let nothing be changed while a run is under way, but perhaps the learning rate."""
        for field in (self.preset, self.epochs, self.batch_size, self.optimizer, self.initializer, self.seed):
            field.setEnabled(not fixed)
        self.new_seed.setEnabled(not fixed)
        self.learning_rate.setEnabled(not rate_too)

    def _preset_name(self, key: str) -> str:
        return {
            "keras": self.tr("The article's Keras recipe"),
            "from-scratch": self.tr("The article's from-scratch recipe"),
            "handwriting": self.tr("Recognise my handwriting"),
        }[key]

    def _choice(self, entries: Sequence[tuple[str, str]], tip: str) -> QComboBox:
        box = QComboBox(self)
        for text, data in entries:
            box.addItem(text, str(data))
        box.setToolTip(tip)
        box.setMinimumContentsLength(8)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _number(self, bounds: tuple[int, int], tip: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(*bounds)
        box.setToolTip(tip)
        box.setGroupSeparatorShown(True)
        return box

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        rows = [
            [
                (self.tr("&Preset"), self.preset, 6),
                (self.tr("&Epochs"), self.epochs, 3),
                (self.tr("&Batch size"), self.batch_size, 3),
            ],
            [
                (self.tr("&Optimizer"), self.optimizer, 4),
                (self.tr("Learning &rate"), self.learning_rate, 2),
                (self.tr("First &weights"), self.initializer, 3),
                (self.tr("See&d"), self.seed, 3),
            ],
        ]
        for number, row in enumerate(rows):
            column = 0
            for text, field, span in row:
                grid.addLayout(self._labelled(text, field), number, column, 1, span)
                column += span
        for column in range(12):
            grid.setColumnStretch(column, 1)

    def _labelled(self, text: str, field: QWidget) -> QVBoxLayout:
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        field.setMinimumWidth(60)
        field.setFixedHeight(FIELD_HEIGHT)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(field, 1)
        if field is self.seed:
            self.new_seed.setFixedHeight(FIELD_HEIGHT)
            row.addWidget(self.new_seed)
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        self.preset.activated.connect(self._choose_preset)
        for number in (self.epochs, self.batch_size, self.seed):
            number.valueChanged.connect(self._edited)
        for choice in (self.optimizer, self.initializer):
            choice.currentIndexChanged.connect(self._edited)
        self.learning_rate.value_changed.connect(self._edited)

    def _choose_preset(self) -> None:
        key = self.preset.currentData()
        if key:
            self.set_recipe(PRESETS[key])

    def _edited(self) -> None:
        self._name_preset()
        if not self.signalsBlocked():
            self.recipe_changed.emit(self.recipe())

    def _name_preset(self) -> None:
        recipe = self.recipe()
        key = next((key for key, preset in PRESETS.items() if preset == recipe), "")
        self.preset.setCurrentIndex(self.preset.findData(key))
