"""The sentence for each error a person can mend: the one place where errors have words.

A sentence says what happened, in which file, and what to do now. ``{placeholders}`` are the error's values.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from digitpad.errors import UserError, Word
from digitpad.workspace.numbers import short, whole

log = logging.getLogger(__name__)

CONTEXT = "Errors"

SENTENCES: dict[str, object] = {
    # Archives: headers.
    "other-format": QT_TRANSLATE_NOOP("Errors", "{path} is not {what}. Nothing was loaded."),
    "version-senseless": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}: its format version makes no sense. Nothing was loaded."
    ),
    "newer-format": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is of format version {version}; this digitpad reads versions up to {newest}. Open it with the "
        "digitpad that saved it, or install a newer one.",
    ),
    "no-fields": QT_TRANSLATE_NOOP("Errors", "{path} is not {what}: its header is damaged. Nothing was loaded."),
    "field-missing": QT_TRANSLATE_NOOP(
        "Errors", "{path} is not {what}: its header is incomplete, “{field}” is missing. Nothing was loaded."
    ),
    "unknown-field": QT_TRANSLATE_NOOP(
        "Errors",
        "{path} is not {what} that this digitpad can read: its header has the unknown entry “{field}”. Nothing "
        "was loaded; open it with the digitpad that saved it, or install a newer one.",
    ),
    # Recipes.
    "recipe-whole-number": QT_TRANSLATE_NOOP(
        "Errors", "The {field} must be a whole number from {least} to {most}, not {value}."
    ),
    "recipe-choice": QT_TRANSLATE_NOOP("Errors", "The {field} must be one of {choices}, not {value}."),
    "recipe-rate-no-number": QT_TRANSLATE_NOOP("Errors", "The learning rate must be a number, not {value}."),
    "recipe-rate": QT_TRANSLATE_NOOP("Errors", "The learning rate must be a finite number above 0, not {value}."),
    "recipe-shuffle": QT_TRANSLATE_NOOP("Errors", "“shuffle” must be true or false, not {value}."),
    "recipe-hidden-layers": QT_TRANSLATE_NOOP(
        "Errors", "A network can have {most} hidden layers at most, not {count}. Take some of them away."
    ),
    "recipe-no-list": QT_TRANSLATE_NOOP("Errors", "The hidden layers must be a list, not {value}."),
    "recipe-no-object": QT_TRANSLATE_NOOP("Errors", "The {field} must be an object with entries, not {value}."),
    "recipe-unknown-field": QT_TRANSLATE_NOOP(
        "Errors",
        "The {field} has the entry {unknown}, which this digitpad does not know. Take the entry out, or install a "
        "newer digitpad.",
    ),
    # Training.
    "diverged": QT_TRANSLATE_NOOP(
        "Errors",
        "The loss stopped being a number at batch {batch}: with a learning rate of {rate} the steps are so large "
        "that the weights overflow. Choose a smaller learning rate and train again.",
    ),
    "weights-overflowed": QT_TRANSLATE_NOOP(
        "Errors",
        "The weights stopped being numbers by batch {batch}: with a learning rate of {rate} the steps are so "
        "large that they overflow. Choose a smaller learning rate and train again.",
    ),
    "training-failed": QT_TRANSLATE_NOOP(
        "Errors", "Training stopped because of an error: {reason}. You can train again."
    ),
    "tensorflow-missing": QT_TRANSLATE_NOOP(
        "Errors",
        "TensorFlow could not be started, so training is not possible; drawing still works. Install digitpad "
        "again, or run it on a computer whose processor has AVX. ({reason})",
    ),
    "job-failed": QT_TRANSLATE_NOOP("Errors", "A file could not be read or written: {reason}."),
}

WORDS: dict[str, object] = {
    # Kinds of files, as the object of "is not".
    "network": QT_TRANSLATE_NOOP("Errors", "a network saved by digitpad (.npz)"),
    "session": QT_TRANSLATE_NOOP("Errors", "a session saved by digitpad"),
    "drawings": QT_TRANSLATE_NOOP("Errors", "a file of drawings"),
    "mnist-file": QT_TRANSLATE_NOOP("Errors", "digitpad's MNIST file"),
    "familiarity-file": QT_TRANSLATE_NOOP("Errors", "digitpad's file of what digits look like"),
    # Parts of a recipe, after "the".
    "recipe": QT_TRANSLATE_NOOP("Errors", "recipe"),
    "epochs": QT_TRANSLATE_NOOP("Errors", "number of epochs"),
    "batch-size": QT_TRANSLATE_NOOP("Errors", "batch size"),
    "seed": QT_TRANSLATE_NOOP("Errors", "seed"),
    "optimizer": QT_TRANSLATE_NOOP("Errors", "optimizer"),
    "initializer": QT_TRANSLATE_NOOP("Errors", "initializer"),
    "schedule": QT_TRANSLATE_NOOP("Errors", "schedule"),
    "architecture": QT_TRANSLATE_NOOP("Errors", "architecture"),
    "hidden": QT_TRANSLATE_NOOP("Errors", "hidden layer"),
    "units": QT_TRANSLATE_NOOP("Errors", "number of units in a hidden layer"),
    "activation": QT_TRANSLATE_NOOP("Errors", "activation"),
    "data": QT_TRANSLATE_NOOP("Errors", "training data"),
    "images": QT_TRANSLATE_NOOP("Errors", "kind of images"),
    "count": QT_TRANSLATE_NOOP("Errors", "number of images"),
    "data-seed": QT_TRANSLATE_NOOP("Errors", "seed of the images"),
}
"""What a ``Word`` is called: kinds of files, fields of a recipe."""


def sentence(error: UserError) -> str:
    """Return what to tell a person, in the program's language."""
    template = SENTENCES.get(error.code)
    if template is None:
        log.error("no sentence for the error %s", error)
        return str(error)
    values = {name: _written(value) for name, value in error.values.items()}
    return QCoreApplication.translate(CONTEXT, str(template)).format(**values)


def _written(value: object) -> str:
    if isinstance(value, UserError):
        return sentence(value)
    if isinstance(value, Word):
        return QCoreApplication.translate(CONTEXT, str(WORDS[value]))
    if isinstance(value, bool | str | Path) or value is None:
        return str(value)
    if isinstance(value, int):
        return whole(value) if abs(value) < 2**31 else f"{value:,}"[:60]
    return short(value) if isinstance(value, float) else str(value)
