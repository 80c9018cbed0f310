"""Which runs can be taken home, and the text of their scripts."""

from enum import Enum, StrEnum, auto

from digitpad.data.training_data import TrainingImages
from digitpad.document.takeaway.comments import Comments
from digitpad.document.takeaway.keras_way import keras_parts
from digitpad.document.takeaway.lesson import lesson_parts
from digitpad.document.takeaway.part import as_notebook, as_script
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run


class Way(Enum):
    """Whose loop a script has: the lesson's own, or Keras'."""

    LESSON = auto()
    KERAS = auto()


class NotAtHome(StrEnum):
    """Why a run cannot be made again by TensorFlow and NumPy alone."""

    VARIED = "varied"
    """Its pictures are moved, scaled or varied anew each epoch, by much code of digitpad's."""
    CLASS = "class"
    """It has learnt from the class's own digits."""
    READY_MADE = "ready-made"
    """It began with the ready-made network's weights."""
    BY_HAND = "by-hand"
    """Its recipe alone does not make it."""


def why_not(run: Run) -> NotAtHome | None:
    """Return why a run cannot be taken home; None if it can."""
    if not run.is_by_recipe:
        return NotAtHome.BY_HAND
    if run.recipe.data.mix:
        return NotAtHome.CLASS
    if run.recipe.data.images is not TrainingImages.PLAIN:
        return NotAtHome.VARIED
    return NotAtHome.READY_MADE if run.recipe.initializer is Initializer.READY_MADE else None


def script(recipe: Recipe, comments: Comments, way: Way, *, notebook: bool = False) -> str:
    """Return a Python script, or a Jupyter notebook, that makes a run of this recipe.

    It needs TensorFlow and NumPy alone, and leaves each batch's loss in the list ``losses``. A script's first
    argument is MNIST's file. For the recipes of runs for which ``why_not`` is None. Raises OSError if the textbook
    cannot be read.
    """
    make = lesson_parts if way is Way.LESSON else keras_parts
    parts = make(recipe, comments, takes_argument=not notebook)
    return as_notebook(comments, parts) if notebook else as_script(comments, parts)
