"""What a person calls the parts of a recipe."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.network.architecture import Activation, Architecture
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Optimizer, Recipe, Schedule
from digitpad.workspace.wording.numbers import short, whole
from digitpad.workspace.wording.recipe.data_texts import (
    data_difference,
    data_in_common,
    data_texts,
    order_names,
    order_of,
)
from digitpad.workspace.wording.recipe.score_texts import choosing_parts, chosen_by


def preset_names() -> dict[str, str]:
    """Return what a user calls the recipes that come with the program."""
    return {
        "keras": QCoreApplication.translate("Recipe", "The article's Keras recipe"),
        "from-scratch": QCoreApplication.translate("Recipe", "The article's from-scratch recipe"),
        "handwriting": QCoreApplication.translate("Recipe", "Recognise my handwriting"),
    }


def optimizer_names() -> dict[Optimizer, str]:
    """Return what a user calls the optimizers."""
    return {
        Optimizer.NAIVE_SGD: QCoreApplication.translate("Recipe", "SGD by hand"),
        Optimizer.SGD: QCoreApplication.translate("Recipe", "SGD (Keras)"),
        Optimizer.RMSPROP: QCoreApplication.translate("Recipe", "RMSprop (Keras)"),
        Optimizer.ADAM: QCoreApplication.translate("Recipe", "Adam (Keras)"),
    }


def initializer_names() -> dict[Initializer, str]:
    """Return what a user calls the first weights, by where they come from."""
    return {
        Initializer.GLOROT_UNIFORM: QCoreApplication.translate("Recipe", "Glorot uniform"),
        Initializer.HE_UNIFORM: QCoreApplication.translate("Recipe", "He uniform"),
        Initializer.ZEROS: QCoreApplication.translate("Recipe", "all zeros"),
        Initializer.READY_MADE: QCoreApplication.translate("Recipe", "ready-made"),
        Initializer.UNIFORM: QCoreApplication.translate("Recipe", "Uniform 0 to 0.1"),
    }


def schedule_names() -> dict[Schedule, str]:
    """Return what a user calls the ways of a learning rate through a run."""
    return {
        Schedule.CONSTANT: QCoreApplication.translate("Recipe", "constant"),
        Schedule.COSINE: QCoreApplication.translate("Recipe", "up, then down"),
    }


def activation_names() -> dict[Activation, str]:
    """Return what a user calls the activations of hidden layers."""
    return {
        Activation.RELU: QCoreApplication.translate("Recipe", "relu"),
        Activation.TANH: QCoreApplication.translate("Recipe", "tanh"),
        Activation.SIGMOID: QCoreApplication.translate("Recipe", "sigmoid"),
        Activation.NONE: QCoreApplication.translate("Recipe", "no activation"),
    }


def architecture_text(architecture: Architecture) -> str:
    """Name the hidden layers: "512 relu", "no hidden layer"."""
    if not architecture.hidden:
        return QCoreApplication.translate("Recipe", "no hidden layer")
    names = activation_names()
    return " → ".join(f"{whole(layer.units)} {names[layer.activation]}" for layer in architecture.hidden)


def summary(recipe: Recipe) -> str:
    """Say in a few words what a run was made of; the article's network and usual first weights need none."""
    text = QCoreApplication.translate("Recipe", "{optimizer} · rate {rate} · batch {batch} · seed {seed}").format(
        optimizer=optimizer_names()[recipe.optimizer],
        rate=_rate_of(recipe),
        batch=whole(recipe.batch_size),
        seed=recipe.seed,
    )
    parts = [architecture_text(recipe.architecture)] if recipe.architecture != Architecture() else []
    parts += [text, *data_texts(recipe.data)]
    if not recipe.shuffle:
        parts.append(order_names()[order_of(recipe)])
    parts += chosen_by(recipe)
    if recipe.initializer is not Initializer.GLOROT_UNIFORM:  # Keras' own
        parts.append(first_weights_text(recipe.initializer))
    return " · ".join(parts)


def _rate_of(recipe: Recipe) -> str:
    """Return a recipe's learning rate, and how it goes through the run if it does not stay."""
    rate = short(recipe.learning_rate)
    return rate if recipe.schedule is Schedule.CONSTANT else f"{rate} ({schedule_names()[recipe.schedule]})"


def first_weights_text(initializer: Initializer) -> str:
    """Say what a network begins with, so that it can be told from all else that is said of a recipe."""
    if initializer is Initializer.READY_MADE:
        return QCoreApplication.translate("Recipe", "from the ready-made network")
    form = QCoreApplication.translate("Recipe", "first weights: {initializer}")
    return form.format(initializer=initializer_names()[initializer])


MOST_DIFFERENCES = 2
"""How many there is room for beside a curve's name."""

_ALWAYS = frozenset({"optimizer", "learning_rate", "batch_size", "architecture", "epochs"})
"""What is said of a recipe even if it is as usual."""

_FIELDS = (
    "optimizer",
    "learning_rate",
    "schedule",
    "batch_size",
    "architecture",
    "data",
    "validation",
    "weight_decay",
    "patience",
    "best_weights",
    "epochs",
    "initializer",
    "shuffle",
    "seed",
)
"""Those of a recipe, the most telling first."""


def difference(
    recipe: Recipe, others: Sequence[Recipe], most: int | None = MOST_DIFFERENCES, named: str = ""
) -> str:
    """Say what sets a recipe apart from the others, ``most`` things or all; the optimizer if nothing does.

    What it shares with the fewest of them comes first. The field that its run is ``named`` by is not said again,
    and nothing if it is all that sets it apart.
    """
    words = {
        **_parts(recipe),
        "learning_rate": short(recipe.learning_rate),
        "batch_size": f"× {whole(recipe.batch_size)}",
        "data": data_difference(recipe.data, [other.data for other in others]),
    }
    alike = {name: sum(_value(other, name) == _value(recipe, name) for other in others) for name in _FIELDS}
    apart = sorted((name for name in _FIELDS if alike[name] < len(others)), key=lambda name: alike[name])
    told = [words[name] for name in apart if words[name] and name != named]
    return " · ".join(told[:most]) if told or named else words["optimizer"]


def common(recipes: Sequence[Recipe]) -> str:
    """Say what recipes, of which there is one at least, have in common; of one recipe say all."""
    first = recipes[0]
    words, usual = _parts(first), Recipe()
    words["data"] = data_in_common([recipe.data for recipe in recipes])
    shared = [name for name in _FIELDS if all(_value(other, name) == _value(first, name) for other in recipes)]
    told = [name for name in shared if name in _ALWAYS or _value(first, name) != _value(usual, name)]
    return " · ".join(words[name] for name in _FIELDS if words[name] and (name in told or name == "data"))


def _value(recipe: Recipe, name: str) -> object:
    """Return what is to be compared of a recipe; its order is said by two fields."""
    if name == "validation":
        return recipe.data.validation
    return order_of(recipe) if name == "shuffle" else getattr(recipe, name)


def _parts(recipe: Recipe) -> dict[str, str]:
    """Return what a recipe says, by the names of its fields."""
    counted = _Counted()
    batches = QCoreApplication.translate("Recipe", "batches of {count}")
    rate = QCoreApplication.translate("Recipe", "rate {rate}")
    return {
        **choosing_parts(recipe),
        "optimizer": optimizer_names()[recipe.optimizer],
        "learning_rate": rate.format(rate=short(recipe.learning_rate)),
        "schedule": schedule_names()[recipe.schedule],
        "batch_size": batches.format(count=whole(recipe.batch_size)),
        "architecture": architecture_text(recipe.architecture),
        "epochs": counted.epochs(recipe.epochs),
        "initializer": first_weights_text(recipe.initializer),
        "shuffle": order_names()[order_of(recipe)],
        "seed": f"# {recipe.seed}",
    }


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def epochs(self, count: int) -> str:
        return str(self.tr("%Ln epoch(s)", "", count))
