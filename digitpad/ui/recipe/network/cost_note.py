"""What the recipe in the fields will cost on this computer, and what is in its way."""

from PySide6.QtWidgets import QWidget

from digitpad.runs.recipe import Recipe
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.wording.recipe.network_texts import cost_remark


class CostNote(Translated, PlainLabel):
    """Says the number of parameters and the time, or why Train would refuse; and what zeros do to a network."""

    def __init__(self, readiness: Readiness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self._readiness = readiness
        self._recipe = Recipe()
        readiness.changed.connect(self._translate)

    def show_recipe(self, recipe: Recipe) -> None:
        """Say it of this recipe."""
        self._recipe = recipe
        self._translate()

    def _translate(self) -> None:
        # How fast this computer is, is measured on the thread that loads TensorFlow, and known from then on.
        text, is_problem = cost_remark(self._recipe, is_measured=self._readiness.has_tensorflow)
        self.setText(text)
        role = "error" if is_problem else "muted"
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)
