"""Which recipe of the lesson the fields began with."""

from PySide6.QtWidgets import QWidget

from digitpad.runs.recipe import Recipe
from digitpad.ui.recipe.section import COLUMNS, Section
from digitpad.ui.recipe.training_section import name_entries
from digitpad.workspace.wording.recipe.recipe_texts import preset_names

OWN = ""
"""The data of the entry for a recipe that is no preset."""


class PresetSection(Section):
    """The choice of a preset; choosing one fills all other sections, so that nothing is written in this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading.hide()
        self.preset = self.choice([*preset_names(), OWN])
        self.preset.currentIndexChanged.disconnect(self.edited)
        self.place(self.preset, 1, 0, COLUMNS)
        self._translate()
        self.fit()

    def _translate(self) -> None:
        self.name(
            self.preset,
            self.tr("&Preset"),
            self.tr("A recipe from the lesson; changing a field makes it your own"),
        )
        name_entries({self.preset: {**preset_names(), OWN: self.tr("My own recipe")}})

    def fill(self, recipe: Recipe) -> None:
        """Which preset it is the draft says."""
