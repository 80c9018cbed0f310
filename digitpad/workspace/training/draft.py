"""The recipe that the next run will follow, as it stands in the fields."""

from PySide6.QtCore import QObject, Signal

from digitpad.errors import RecipeError
from digitpad.runs.recipe import PRESETS, Recipe


class Draft(QObject):
    """Holds the recipe being written.

    Attributes:
        recipe: the newest recipe that makes sense.
        makes_sense: whether what is written now does; else ``recipe`` is the one before.
        problem: why what is written now is refused, if more can be said than that it makes no sense.
        own: the user's own recipe, to come back to after a look at a preset; None before there was one.

    Signals:
        changed(): another recipe is written now, or one that makes no sense.
    """

    changed = Signal()

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self.makes_sense = True
        self.problem: RecipeError | None = None
        self.own = None if preset_of(recipe) else recipe

    def write(self, recipe: Recipe | None) -> None:
        """Have another recipe; None for one that makes no sense."""
        if recipe == self.recipe and self.makes_sense:
            return
        self.makes_sense = recipe is not None
        self.problem = None
        if recipe is not None:
            self.recipe = recipe
            if not preset_of(recipe):
                self.own = recipe
        self.changed.emit()

    def refuse(self, problem: RecipeError) -> None:
        """Have written what is no recipe, for this reason."""
        self.makes_sense = False
        self.problem = problem
        self.changed.emit()


def preset_of(recipe: Recipe) -> str:
    """Return the key of the preset that a recipe is, or an empty text."""
    return next((key for key, preset in PRESETS.items() if preset == recipe), "")
