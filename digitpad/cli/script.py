"""``digitpad train --script``: the run as a Python script or a notebook to take home."""

from pathlib import Path

from digitpad.archives.writing import write_atomically
from digitpad.document.takeaway.takeaway import Way, script
from digitpad.errors import UserError
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.wording.language import with_plurals
from digitpad.workspace.wording.takeaway_texts import comments_on, why_not_home

NOTEBOOK = ".ipynb"
TITLE = "digitpad train"
"""What stands in a script where the window names a run."""


def as_script(recipe: Recipe, loop: Loop, path: Path) -> bytes:
    """Return what a file of this name is to hold: in Keras' way for a run by Keras' ``fit``, else in the lesson's.

    Its comments are in English, as all that the commands say. Raises UserError for a run that cannot be made again
    by TensorFlow and NumPy alone.
    """
    with with_plurals():
        why_not = why_not_home(Run(0, TITLE, recipe))
        if why_not:
            raise UserError("no-script", reason=why_not)
        way = Way.KERAS if loop is Loop.KERAS else Way.LESSON
        return script(recipe, comments_on(recipe, TITLE), way, notebook=path.suffix.lower() == NOTEBOOK).encode()


def write_script(path: Path, content: bytes) -> None:
    """Write it. Raises DataFileError if the disk refuses."""
    write_atomically(path, lambda file: file.write(content))
