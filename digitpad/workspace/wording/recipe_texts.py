"""What a person calls the parts of a recipe."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.data.training_data import TrainingData
from digitpad.network.architecture import Activation, Architecture
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Optimizer, Recipe, Schedule
from digitpad.workspace.wording.numbers import short, short_percent, whole


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
        rate=short(recipe.learning_rate),
        batch=whole(recipe.batch_size),
        seed=recipe.seed,
    )
    parts = [architecture_text(recipe.architecture)] if recipe.architecture != Architecture() else []
    parts += [text, *_of_data(recipe.data)]
    if recipe.initializer is not Initializer.GLOROT_UNIFORM:  # Keras' own
        parts.append(first_weights_text(recipe.initializer))
    return " · ".join(parts)


def first_weights_text(initializer: Initializer) -> str:
    """Say what a network begins with, so that it can be told from all else that is said of a recipe."""
    if initializer is Initializer.READY_MADE:
        return QCoreApplication.translate("Recipe", "from the ready-made network")
    form = QCoreApplication.translate("Recipe", "first weights: {initializer}")
    return form.format(initializer=initializer_names()[initializer])


def _of_data(data: TrainingData) -> list[str]:
    """Say what is learnt from besides MNIST's images and their true labels."""
    told = []
    if data.mix:
        told.append(_of_ours(data))
    if data.wrong_labels:
        form = QCoreApplication.translate("Recipe", "wrong labels: {share}")
        told.append(form.format(share=short_percent(data.wrong_labels)))
    return told


def _of_ours(data: TrainingData) -> str:
    """Say how much of the class's digits is learnt from, and, of a run, which of their many sets it began with."""
    if data.mix == 1:
        told = QCoreApplication.translate("Recipe", "our digits alone")
    else:
        told = QCoreApplication.translate("Recipe", "our digits: {share}").format(share=short_percent(data.mix))
    if not data.drawings:
        return told
    form = QCoreApplication.translate("Recipe", "{ours}, set {name}")
    return form.format(ours=told, name=data.drawings[:SET_LETTERS])


SET_LETTERS = 4
"""Of a digest: enough to tell the sets of some lessons apart."""

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
    "epochs",
    "initializer",
    "shuffle",
    "seed",
)
"""Those of a recipe, the most telling first."""


def difference(recipe: Recipe, others: Sequence[Recipe]) -> str:
    """Say in a few words what sets a recipe apart from the others; the optimizer if nothing does."""
    words = {
        **_parts(recipe),
        "learning_rate": short(recipe.learning_rate),
        "batch_size": f"× {whole(recipe.batch_size)}",
    }
    told = [
        words[name] for name in _FIELDS if any(getattr(other, name) != getattr(recipe, name) for other in others)
    ]
    return " · ".join(told[:MOST_DIFFERENCES]) if told else words["optimizer"]


def common(recipes: Sequence[Recipe]) -> str:
    """Say what recipes, of which there is one at least, have in common; of one recipe say all."""
    first = recipes[0]
    words, usual = _parts(first), Recipe()
    shared = [name for name in _FIELDS if all(getattr(other, name) == getattr(first, name) for other in recipes)]
    told = [name for name in shared if name in _ALWAYS or getattr(first, name) != getattr(usual, name)]
    return " · ".join(words[name] for name in told)


def _parts(recipe: Recipe) -> dict[str, str]:
    """Return what a recipe says, by the names of its fields."""
    counted = _Counted()
    batches = QCoreApplication.translate("Recipe", "batches of {count}")
    rate = QCoreApplication.translate("Recipe", "rate {rate}")
    shuffled = QCoreApplication.translate("Recipe", "shuffled")
    in_order = QCoreApplication.translate("Recipe", "in the files' order")
    return {
        "optimizer": optimizer_names()[recipe.optimizer],
        "learning_rate": rate.format(rate=short(recipe.learning_rate)),
        "schedule": schedule_names()[recipe.schedule],
        "batch_size": batches.format(count=whole(recipe.batch_size)),
        "architecture": architecture_text(recipe.architecture),
        "data": " · ".join([counted.images(recipe.data.size), *_of_data(recipe.data)]),
        "epochs": counted.epochs(recipe.epochs),
        "initializer": first_weights_text(recipe.initializer),
        "shuffle": shuffled if recipe.shuffle else in_order,
        "seed": f"# {recipe.seed}",
    }


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def images(self, count: int) -> str:
        return str(self.tr("%Ln image(s)", "", count))

    def epochs(self, count: int) -> str:
        return str(self.tr("%Ln epoch(s)", "", count))
