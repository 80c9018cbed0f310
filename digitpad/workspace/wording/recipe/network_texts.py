"""What is said of a network before it trains: its layers, what they cost, and what zeros do to it."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.errors import RecipeError
from digitpad.network.architecture import Activation, Architecture
from digitpad.network.initial import Fate, Initializer, fate_of_zeros
from digitpad.runs.estimate import check_affordable, seconds_an_epoch
from digitpad.runs.recipe import Recipe
from digitpad.workspace.wording.numbers import duration, unbroken, whole
from digitpad.workspace.wording.recipe.recipe_texts import activation_names
from digitpad.workspace.wording.sentences import sentence

SHORT_SECONDS = 0.5
"""What takes less has no whole seconds."""


def activation_words(activation: Activation) -> str:
    """Return what an activation is called beside its layer's units, where there is little room."""
    if activation is Activation.NONE:
        return QCoreApplication.translate("NetworkPicture", "none")
    return activation_names()[activation]


def layer_labels(architecture: Architecture) -> list[tuple[str, str]]:
    """Return how many there are, and of what, for each column of a picture: pixels first, digits last."""
    kinds = [QCoreApplication.translate("NetworkPicture", "pixels")]
    kinds += [activation_words(layer.activation) for layer in architecture.hidden]
    kinds.append(QCoreApplication.translate("NetworkPicture", "softmax"))
    return [(whole(size), kind) for size, kind in zip(architecture.sizes, kinds, strict=True)]


def arrow_captions(architecture: Architecture) -> list[tuple[str, str]]:
    """Return for each arrow of the picture the shape of its W, as the lesson's code has it, and its parameters."""
    shapes = (f"({inputs}, {units})" for inputs, units in pairwise(architecture.sizes))
    return list(zip(shapes, map(whole, architecture.layer_parameters), strict=True))


def picture_words(architecture: Architecture) -> str:
    """Describe a network's picture to who does not see it, column by column."""
    first, *others = [" ".join(label) for label in layer_labels(architecture)]
    form = QCoreApplication.translate("NetworkPicture", "through W {shape} to {layer}, {parameters} parameters")
    captions = arrow_captions(architecture)
    steps = [
        form.format(shape=shape, layer=layer, parameters=parameters)
        for layer, (shape, parameters) in zip(others, captions, strict=True)
    ]
    return "; ".join([first, *steps])


def cost_words(recipe: Recipe, seconds: float | None) -> str:
    """Say how many parameters a network has, and how long an epoch will take; None if nobody knows yet."""
    count = _Counted().parameters(recipe.architecture.parameters)
    if seconds is None:
        return QCoreApplication.translate("NetworkCost", "{count}.").format(count=count)
    if seconds < SHORT_SECONDS:
        form = QCoreApplication.translate("NetworkCost", "{count}, less than {time} an epoch here.")
        return form.format(count=count, time=unbroken(duration(1)))
    form = QCoreApplication.translate("NetworkCost", "{count}, about {time} an epoch here.")
    return form.format(count=count, time=unbroken(duration(seconds)))


def harm_of_zeros(recipe: Recipe) -> str:
    """Say why a network whose weights all begin as 0 learns nothing, or less than it could; "" of any other."""
    match fate_of_zeros(recipe.architecture) if recipe.initializer is Initializer.ZEROS else Fate.LEARNS:
        case Fate.STUCK:
            return QCoreApplication.translate(
                "NetworkCost",
                "All weights begin as 0, so a hidden layer gives 0 and no gradient comes through it: the answer "
                "stays the same for every picture.",
            )
        case Fate.ALIKE:
            return QCoreApplication.translate(
                "NetworkCost",
                "All weights begin as 0, so all units of a hidden layer have the same gradient and stay alike: it "
                "learns as if it had one unit.",
            )
    return ""


def harm_of_zeros_in_short(recipe: Recipe) -> str:
    """Say the same where there is room for a few words."""
    if not harm_of_zeros(recipe):
        return ""
    if fate_of_zeros(recipe.architecture) is Fate.STUCK:
        return QCoreApplication.translate("NetworkCost", "From all zeros no gradient comes through.")
    return QCoreApplication.translate("NetworkCost", "From all zeros all units stay alike.")


def zeros_words(recipe: Recipe) -> str:
    """Say what a beginning of zeros does to a network, be it no harm; "" of any other beginning."""
    if recipe.initializer is Initializer.ZEROS and not recipe.architecture.hidden:
        return QCoreApplication.translate(
            "NetworkCost", "Without a hidden layer zeros do no harm: each digit has a gradient of its own."
        )
    return harm_of_zeros(recipe)


def cost_remark(recipe: Recipe, *, is_measured: bool) -> tuple[str, bool]:
    """Return what a recipe costs on this computer, and what else is to be said, and whether Train would refuse it.

    How fast this computer is must be measured already for anything but the number of parameters.
    """
    problem: RecipeError | None = None
    try:
        if is_measured:
            check_affordable(recipe)
    except RecipeError as found:
        problem = found
    seconds = seconds_an_epoch(recipe) if is_measured and problem is None else None
    refusal = "" if problem is None else sentence(problem)
    said = cost_words(recipe, seconds), refusal, zeros_words(recipe)
    return " ".join(filter(None, said)), problem is not None


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def parameters(self, count: int) -> str:
        return str(self.tr("%Ln parameter(s)", "", count))
