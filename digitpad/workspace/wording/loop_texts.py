"""What a person reads of the ways in which the loop runs, and of what really runs of Keras' listing."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from digitpad.network.architecture import ARTICLE
from digitpad.network.initial import Initializer
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Loop, Optimizer, Recipe, Schedule
from digitpad.runs.run import Run, short_name
from digitpad.workspace.loops.comparing import PACE_BATCHES, Agreement
from digitpad.workspace.training.draft import preset_of
from digitpad.workspace.wording.numbers import short, whole
from digitpad.workspace.wording.recipe.recipe_texts import (
    MOST_DIFFERENCES,
    architecture_text,
    difference,
    preset_names,
    summary,
)

Note = tuple[str, str]
"""A piece of code, and what is to be said of it."""


def loop_names() -> dict[Loop, str]:
    """Return what a user calls the ways in which the loop runs."""
    return {
        Loop.COMPILED: QCoreApplication.translate("LoopTexts", "compiled"),
        Loop.LINE_BY_LINE: QCoreApplication.translate("LoopTexts", "line by line"),
        Loop.KERAS: QCoreApplication.translate("LoopTexts", "Keras' fit"),
    }


_TRIED = {Kind.RATES: "learning_rate", Kind.OPTIMIZERS: "optimizer"}
"""The field of a recipe that the runs of an attempt are called by."""


def apart(
    run: Run, recipes: Sequence[Recipe], loops: Collection[Loop], most: int | None = MOST_DIFFERENCES
) -> str:
    """Say what sets a run apart from others of these recipes and loops, ``most`` things or all."""
    return _with_loop_apart(difference(run.recipe, recipes, most), run, recipes, loops)


def besides_name(run: Run, recipes: Sequence[Recipe], loops: Collection[Loop]) -> str:
    """Say beside a run's name what sets it apart, but for what it is called by, as those of an attempt are."""
    named = "" if run.tried is None else _TRIED[run.tried]
    return _with_loop_apart(difference(run.recipe, recipes, named=named), run, recipes, loops)


def _with_loop_apart(told: str, run: Run, recipes: Sequence[Recipe], loops: Collection[Loop]) -> str:
    if all(loop is run.loop for loop in loops):
        return told
    name = loop_names()[run.loop]
    return name if not told or all(recipe == run.recipe for recipe in recipes) else f"{name} · {told}"


def with_loop(text: str, loop: Loop) -> str:
    """Add to what is said of a run's recipe how its loop runs, if it is not compiled."""
    return text if loop is Loop.COMPILED else f"{loop_names()[loop]} · {text}"


def next_run_texts(recipe: Recipe, loop: Loop) -> tuple[str, str]:
    """Say in a line what the next run is made of: with the preset that it is, and shorter, without it."""
    preset, text = preset_names().get(preset_of(recipe)), summary(recipe)
    if recipe.architecture == ARTICLE:  # else the summary names it
        text = f"{architecture_text(recipe.architecture)} · {text}"
    return with_loop(text if preset is None else f"{preset} · {text}", loop), with_loop(text, loop)


def notes(recipe: Recipe) -> list[Note]:
    """Say line by line in what Keras' listing differs from what really runs."""
    return [
        (
            "model.fit(PyDataset(…))",
            QCoreApplication.translate(
                "LoopTexts",
                "The images come by a PyDataset, which hands out this recipe's batches in their order: both loops "
                "learn from the same ones.",
            ),
        ),
        (
            "shuffle=False",
            QCoreApplication.translate("LoopTexts", "That order is shuffled already, if the recipe says so."),
        ),
        (
            'metrics=["accuracy", BatchLoss()]',
            QCoreApplication.translate(
                "LoopTexts",
                "Keras reports means since the epoch began; this metric begins anew at each batch: its own loss.",
            ),
        ),
        ("model.set_weights(…)", _of_weights(recipe)),
        ("callbacks=[…]", _of_callbacks(recipe)),
        *_of_optimizer(recipe),
    ]


def note_text(note: Note) -> str:
    """Say a note in a line of its own."""
    form = QCoreApplication.translate("LoopTexts", "• {code}: {note}")
    return form.format(code=note[0], note=note[1])


def _of_weights(recipe: Recipe) -> str:
    if recipe.initializer is Initializer.READY_MADE:
        return QCoreApplication.translate("LoopTexts", "The first weights are the ready-made network's.")
    return QCoreApplication.translate("LoopTexts", "The first weights are digitpad's, drawn by the recipe's seed.")


def _of_callbacks(recipe: Recipe) -> str:
    text = QCoreApplication.translate(
        "LoopTexts", "A callback shows the losses, pauses and stops; going on is a new fit over what is left."
    )
    if recipe.schedule is not Schedule.CONSTANT:
        text += " " + QCoreApplication.translate("LoopTexts", "It also sets each batch's learning rate.")
    if recipe.patience or recipe.best_weights:
        text += " " + QCoreApplication.translate(
            "LoopTexts", "By validation it does what Keras has its EarlyStopping for: patience and best weights."
        )
    return text


def _of_optimizer(recipe: Recipe) -> list[Note]:
    if recipe.optimizer is not Optimizer.NAIVE_SGD:
        return []
    text = QCoreApplication.translate("LoopTexts", "Keras has no update by hand: its SGD does the same.")
    return [("optimizer", text)]


def pace_text(pace: float) -> str:
    """Say how fast a loop is."""
    form = QCoreApplication.translate("LoopTexts", "{count} images/s")
    return form.format(count=whole(round(pace)))


def awaited_pace_text() -> str:
    """Say when it will be known how fast a loop is."""
    form = QCoreApplication.translate("LoopTexts", "known of a run of {count} batches or more")
    return form.format(count=whole(PACE_BATCHES))


def agreement_text(found: Agreement | None) -> str:
    """Say whether two runs of a recipe, by our loop and by Keras', have the same losses, or how to find out."""
    if found is None:
        return QCoreApplication.translate(
            "LoopTexts", "Train by this recipe in both ways: then it says here how far apart their losses are."
        )
    form = QCoreApplication.translate(
        "LoopTexts",
        "{ours} and {keras}: largest difference of a batch's loss {difference}, in {count} batches.",
    )
    return form.format(
        ours=short_name(found.ours.name),
        keras=short_name(found.by_keras.name),
        difference=short(float(f"{found.largest:.1g}")),
        count=whole(found.batches),
    )
