"""What the recipe in the fields will cost on this computer, and what is in its way."""

from PySide6.QtWidgets import QWidget

from digitpad.errors import RecipeError
from digitpad.runs.estimate import check_affordable, seconds_an_epoch
from digitpad.runs.recipe import Recipe
from digitpad.ui.plain import PlainLabel
from digitpad.ui.translated import Translated
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.wording.network_texts import cost_words, zeros_words
from digitpad.workspace.wording.sentences import sentence


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
        seconds, problem = None, None
        # How fast this computer is, is measured on the thread that loads TensorFlow, and known from then on.
        if self._readiness.has_tensorflow:
            seconds = seconds_an_epoch(self._recipe)
            try:
                check_affordable(self._recipe)
            except RecipeError as found:
                problem = found
        words = cost_words(self._recipe, seconds if problem is None else None)
        said = [words, "" if problem is None else sentence(problem), zeros_words(self._recipe)]
        self.setText(" ".join(filter(None, said)))
        role = "muted" if problem is None else "error"
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)
