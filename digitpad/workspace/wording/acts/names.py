"""What the acts of a training step are called, and the tensors and weights that they are about."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from digitpad.engines.acts.tape import Act, Tape
from digitpad.runs.recipe import Optimizer
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.wording.acts.figures import trimmed
from digitpad.workspace.wording.recipe.recipe_texts import optimizer_names

BY_HAND = frozenset({Optimizer.NAIVE_SGD, Optimizer.SGD})
"""Optimizers that do what the lesson's update does: w ← w − rate × g. Keras' SGD knows weight decay besides."""


def act_names() -> dict[Act, str]:
    """Return what the acts are called on the bar, in a word each."""
    return {
        Act.BATCH: QCoreApplication.translate("Act", "Batch"),
        Act.FORWARD: QCoreApplication.translate("Act", "Forward"),
        Act.LOSS: QCoreApplication.translate("Act", "Loss"),
        Act.MEAN: QCoreApplication.translate("Act", "Mean"),
        Act.GRADIENTS: QCoreApplication.translate("Act", "Gradients"),
        Act.UPDATE: QCoreApplication.translate("Act", "Update"),
        Act.AGAIN: QCoreApplication.translate("Act", "Again"),
    }


def act_headings() -> dict[Act, str]:
    """Return what each act's card says that it shows."""
    return {
        Act.BATCH: QCoreApplication.translate("Act", "What the step learns from"),
        Act.FORWARD: QCoreApplication.translate("Act", "What the network answers"),
        Act.LOSS: QCoreApplication.translate("Act", "How wrong each answer is"),
        Act.MEAN: QCoreApplication.translate("Act", "One number for the whole batch"),
        Act.GRADIENTS: QCoreApplication.translate("Act", "How the loss changes with each weight"),
        Act.UPDATE: QCoreApplication.translate("Act", "Every weight takes a step downhill"),
        Act.AGAIN: QCoreApplication.translate("Act", "The same batch once more"),
    }


def next_text(tape: Tape | None) -> str:
    """Say in a few words, as a formula where there is one, what the step does next."""
    if tape is None or tape.batch is None:
        return QCoreApplication.translate("Act", "next: a batch")
    match tape.complete:
        case Act.BATCH:
            return QCoreApplication.translate("Act", "next: inputs · W + b, layer by layer")
        case Act.FORWARD:
            return QCoreApplication.translate("Act", "next: −log of each label’s probability")
        case Act.LOSS:
            return QCoreApplication.translate("Act", "next: the mean of the losses")
        case Act.MEAN:
            return QCoreApplication.translate("Act", "next: the slope of the loss for each weight")
        case Act.GRADIENTS:
            return _rule_text(tape)
        case Act.UPDATE:
            return QCoreApplication.translate("Act", "next: the same batch again")
        case _:
            return QCoreApplication.translate("Act", "next: another batch")


def _rule_text(tape: Tape) -> str:
    """Write what becomes of each weight w that has the gradient g."""
    recipe = tape.recipe
    if recipe.optimizer in BY_HAND:
        rule = (
            QCoreApplication.translate("Act", "next: w ← w − {rate} × (g + {decay} × w)")
            if recipe.weight_decay
            else QCoreApplication.translate("Act", "next: w ← w − {rate} × g")
        )
    elif recipe.weight_decay:
        rule = QCoreApplication.translate(
            "Act", "next: w ← w − {rate} × (what {optimizer} makes of g + {decay} × w)"
        )
    else:
        rule = QCoreApplication.translate("Act", "next: w ← w − {rate} × what {optimizer} makes of g")
    return rule.format(
        rate=trimmed(tape.rate), decay=trimmed(recipe.weight_decay), optimizer=optimizer_name(recipe.optimizer)
    )


def optimizer_name(optimizer: Optimizer) -> str:
    """Return an optimizer's own name, without who made it: "Adam", not "Adam (Keras)"."""
    return optimizer_names()[optimizer].partition(" (")[0]


def shape_text(shape: Sequence[int]) -> str:
    """Write a shape as Python does: (784, 512), (512,)."""
    return str(tuple(int(size) for size in shape))


def tensor_name(tensor: int) -> str:
    """Return what a tensor of weights is called, from 0: W1, b1, W2, …"""
    layer, is_bias = divmod(tensor, 2)
    return f"{'b' if is_bias else 'W'}{layer + 1}"


def weight_name(tape: Tape, choice: Choice) -> str:
    """Return what the chosen weight is called: W1[239, 17], b1[17]."""
    tensor = tensor_of(tape, choice)
    index = choice.index(tape.before[tensor].shape)
    return f"{tensor_name(tensor)}[{', '.join(map(str, index))}]"


def tensor_of(tape: Tape, choice: Choice) -> int:
    """Return the place of the chosen tensor, which another network may not have."""
    return min(choice.tensor, len(tape.before) - 1)


def layer_name(layer: int, layers: int) -> str:
    """Name a layer by its number, from 0; the last gives the answer."""
    if layer == layers - 1:
        return QCoreApplication.translate("Act", "output layer")
    return QCoreApplication.translate("Act", "hidden layer {number}").format(number=layer + 1)
