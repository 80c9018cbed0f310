"""The words of errors that have to do with recipes; as in ``error_texts.py``."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

RECIPE_SENTENCES: dict[str, object] = {
    "recipe-whole-number": QT_TRANSLATE_NOOP(
        "Errors", "The {field} must be a whole number from {least} to {most}, not {value}."
    ),
    "recipe-choice": QT_TRANSLATE_NOOP("Errors", "The {field} must be one of {choices}, not {value}."),
    "recipe-batches": QT_TRANSLATE_NOOP(
        "Errors",
        "This run would have {batches} batches, and {most} are the most that one can have. Choose fewer epochs or "
        "a larger batch size.",
    ),
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
    "recipe-hidden-text": QT_TRANSLATE_NOOP(
        "Errors", "The hidden layers must be “none”, or numbers of units such as 128,64, not {value}."
    ),
    "recipe-memory": QT_TRANSLATE_NOOP(
        "Errors",
        "This run would take about {needed} MB of memory, and this computer has {allowed} MB to spare for it. "
        "Choose fewer units or layers, or a smaller batch size.",
    ),
    "recipe-seconds": QT_TRANSLATE_NOOP(
        "Errors",
        "On this computer one batch would take about {seconds} seconds, and more than {most} is too long to wait "
        "for. Choose a smaller batch size, or fewer units or layers.",
    ),
    "recipe-left-out": QT_TRANSLATE_NOOP("Errors", "The digits left out must be some of 0 to 9, not {value}."),
    "recipe-all-left-out": QT_TRANSLATE_NOOP(
        "Errors", "All ten digits are left out: there is nothing to learn from. Keep at least one."
    ),
    "recipe-by-label": QT_TRANSLATE_NOOP("Errors", "“by_label” must be true or false, not {value}."),
    "recipe-shuffled-by-label": QT_TRANSLATE_NOOP(
        "Errors",
        "Images that are shuffled are in no order: choose one of both, shuffled or in the order of the labels.",
    ),
    "recipe-best-weights": QT_TRANSLATE_NOOP("Errors", "“best_weights” must be true or false, not {value}."),
    "recipe-needs-validation": QT_TRANSLATE_NOOP(
        "Errors",
        "Patience and best weights go by validation, and no images are held out for it. Hold out some, such as "
        "10 %.",
    ),
    "recipe-decay-by-hand": QT_TRANSLATE_NOOP(
        "Errors",
        "The lesson's SGD by hand knows no weight decay: choose an optimizer of Keras', or a decay of 0.",
    ),
    "run-chosen-by-validation": QT_TRANSLATE_NOOP(
        "Errors",
        "Validation has chosen how {name} ends. To go on from one of its epochs, choose that in the time line and "
        "press Train: a new run begins there.",
    ),
}

RECIPE_WORDS: dict[str, object] = {
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
    "mix": QT_TRANSLATE_NOOP("Errors", "share of our digits"),
    "wrong-labels": QT_TRANSLATE_NOOP("Errors", "share of wrong labels"),
    "data-seed": QT_TRANSLATE_NOOP("Errors", "seed of the images"),
    "weight-decay": QT_TRANSLATE_NOOP("Errors", "weight decay"),
    "patience": QT_TRANSLATE_NOOP("Errors", "patience"),
    "validation": QT_TRANSLATE_NOOP("Errors", "share held out for validation"),
    "loop": QT_TRANSLATE_NOOP("Errors", "way of the loop"),
}
"""Parts of a recipe, after "the"."""
