"""How a recipe trains: epochs, batches, optimizer, learning rate, and the seed."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from digitpad.data.training_data import SEEDS
from digitpad.runs.recipe import BATCH_SIZES, EPOCHS, Optimizer, Recipe, Schedule
from digitpad.ui.recipe.fields.learning_rate_box import LearningRateBox
from digitpad.ui.recipe.section import Section
from digitpad.workspace.wording.recipe.recipe_texts import optimizer_names, schedule_names


class TrainingSection(Section):
    """While what is written is no learning rate, ``learning_rate.value()`` is None, and the recipe's stays."""

    def __init__(self, new_seed: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.epochs = self.number(EPOCHS)
        self.batch_size = self.number(BATCH_SIZES)
        self.learning_rate = LearningRateBox(self)
        self.learning_rate.value_changed.connect(self.edited)
        self.optimizer = self.choice(optimizer_names())
        self.schedule = self.choice(schedule_names())
        self.seed = self.number(SEEDS)
        self.new_seed = QToolButton(self)
        self.new_seed.setDefaultAction(new_seed)
        self.place(self.epochs, 1, 0)
        self.place(self.batch_size, 1, 1)
        self.place(self.learning_rate, 2, 0)
        self.place(self.optimizer, 2, 1)
        self.place(self.schedule, 3, 0)
        self.place(self.seed, 3, 1, beside=self.new_seed)
        self._translate()
        self.fit()

    def _translate(self) -> None:
        self.heading.setText(self.tr("Training"))
        name = self.name
        name(self.epochs, self.tr("&Epochs"), self.tr("How often every image is shown"))
        name(self.batch_size, self.tr("&Batch size"), self.tr("Images looked at before the weights change once"))
        name(self.optimizer, self.tr("&Optimizer"), self.tr("Who turns gradients into new weights"))
        name(self.learning_rate, self.tr("Learning &rate"), self.learning_rate.toolTip())
        name(self.schedule, self.tr("S&chedule"), self.tr("How the learning rate goes through the run"))
        name(self.seed, self.tr("See&d"), self.tr("Decides the first weights and the order of the images"))
        choices: dict[QComboBox, Mapping[Any, str]] = {
            self.optimizer: optimizer_names(),
            self.schedule: schedule_names(),
        }
        name_entries(choices)
        self.localize()

    def fill(self, recipe: Recipe) -> None:
        """Show how a recipe trains, but for its learning rate, which ``fill_rate`` shows."""
        self.epochs.setValue(recipe.epochs)
        self.batch_size.setValue(recipe.batch_size)
        self.seed.setValue(recipe.seed)
        self.optimizer.setCurrentIndex(self.optimizer.findData(str(recipe.optimizer)))
        self.schedule.setCurrentIndex(self.schedule.findData(str(recipe.schedule)))

    def fill_rate(self, recipe: Recipe) -> None:
        """Show its learning rate; what a user is writing stays as it is written: 0.10 is 0.1 too."""
        if self.learning_rate.value() != recipe.learning_rate:
            self.learning_rate.set_value(recipe.learning_rate)

    def changes(self, shown: Recipe) -> dict[str, Any]:
        """Return what is written."""
        rate = self.learning_rate.value()
        return {
            "epochs": self.epochs.value(),
            "batch_size": self.batch_size.value(),
            "learning_rate": shown.learning_rate if rate is None else rate,
            "optimizer": Optimizer(self.optimizer.currentData()),
            "schedule": Schedule(self.schedule.currentData()),
            "seed": self.seed.value(),
        }


def name_entries(choices: Mapping[QComboBox, Mapping[Any, str]]) -> None:
    """Say what the entries of some boxes are called, by their data."""
    for box, names in choices.items():
        for place in range(box.count()):  # filled anew it would choose another entry, and say so
            box.setItemText(place, names[box.itemData(place)])
