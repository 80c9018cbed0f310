"""The network of a recipe: its layers, and where its first weights come from."""

from typing import Any

from PySide6.QtWidgets import QWidget

from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Recipe
from digitpad.ui.recipe.section import COLUMNS, Section
from digitpad.ui.recipe.training_section import name_entries
from digitpad.workspace.wording.recipe_texts import initializer_names


class NetworkSection(Section):
    """The first weights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.initializer = self.choice(initializer_names())
        self.place(self.initializer, 1, 0, COLUMNS)
        self._translate()
        self.fit()

    def _translate(self) -> None:
        self.heading.setText(self.tr("Network"))
        self.name(self.initializer, self.tr("First &weights"), self.tr("Where the first weights come from"))
        name_entries({self.initializer: initializer_names()})

    def fill(self, recipe: Recipe) -> None:
        """Show a recipe's network."""
        self.initializer.setCurrentIndex(self.initializer.findData(str(recipe.initializer)))

    def changes(self, shown: Recipe) -> dict[str, Any]:
        """Return what is written."""
        return {"initializer": Initializer(self.initializer.currentData())}
