"""What a person calls the parts of a recipe."""

from PySide6.QtCore import QCoreApplication

from digitpad.network.architecture import Activation, Architecture
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Optimizer, Recipe, Schedule
from digitpad.workspace.wording.numbers import short, whole


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
    """Return what a user calls the ways to draw the first weights."""
    return {
        Initializer.GLOROT_UNIFORM: QCoreApplication.translate("Recipe", "Glorot uniform"),
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
    """Say in a few words what a run was made of; the article's network needs no words."""
    text = QCoreApplication.translate("Recipe", "{optimizer} · rate {rate} · batch {batch} · seed {seed}").format(
        optimizer=optimizer_names()[recipe.optimizer],
        rate=short(recipe.learning_rate),
        batch=whole(recipe.batch_size),
        seed=recipe.seed,
    )
    return text if recipe.architecture == Architecture() else f"{architecture_text(recipe.architecture)} · {text}"
