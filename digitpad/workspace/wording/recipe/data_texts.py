"""What a person calls the data that a recipe learns from, and what follows from it for an epoch."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.arrays import CLASSES
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.runs.recipe import Recipe
from digitpad.workspace.wording.numbers import short_percent, whole

SET_LETTERS = 4
"""Of a digest: enough to tell the sets of some lessons apart."""

MOST_NAMED = 5
"""If more digits are left out, those that are kept are named instead."""

SHUFFLED, FILE, LABELS = "shuffled", "file", "labels"
"""The orders of an epoch's images, as ``digitpad train --order`` calls them."""

USUAL = TrainingData()


def images_names() -> dict[TrainingImages, str]:
    """Return what a user calls the pictures that are learnt from."""
    return {
        TrainingImages.PLAIN: QCoreApplication.translate("Recipe", "as they are"),
        TrainingImages.SHIFTED: QCoreApplication.translate("Recipe", "shifted and scaled"),
        TrainingImages.VARIED: QCoreApplication.translate("Recipe", "varied as handwriting"),
    }


def order_names() -> dict[str, str]:
    """Return what a user calls the orders in which an epoch goes through its images."""
    return {
        SHUFFLED: QCoreApplication.translate("Recipe", "shuffled"),
        FILE: QCoreApplication.translate("Recipe", "in the files' order"),
        LABELS: QCoreApplication.translate("Recipe", "in the order of the labels"),
    }


def order_of(recipe: Recipe) -> str:
    """Return the key of a recipe's order."""
    if recipe.shuffle:
        return SHUFFLED
    return LABELS if recipe.data.by_label else FILE


def count_text(data: TrainingData) -> str:
    """Say how many images an epoch has."""
    return _Counted().images(data.size)


def data_texts(data: TrainingData) -> list[str]:
    """Say in what this data is another than MNIST's images as they are with their true labels."""
    parts = _parts(data)
    told = [name for name in parts if _value(data, name) != _value(USUAL, name)]
    if data.mix == 1 and "count" in told:  # as many as there are of ours
        told.remove("count")
    return [parts[name] for name in told]


def data_difference(data: TrainingData, others: Sequence[TrainingData]) -> str:
    """Say what sets this data apart from the others; nothing if that is its order alone."""
    parts = _parts(data)
    told = [name for name in parts if any(_value(other, name) != _value(data, name) for other in others)]
    return " · ".join(parts[name] for name in told)


def data_in_common(datas: Sequence[TrainingData]) -> str:
    """Say what data, one at least, has in common where that is not the usual; then also how much it is."""
    first = datas[0]
    parts = _parts(first)
    shared = [name for name in parts if all(_value(other, name) == _value(first, name) for other in datas)]
    told = [name for name in shared if _value(first, name) != _value(USUAL, name)]
    if told and "count" in shared:
        told = ["count", *(name for name in told if name != "count")]
    return " · ".join(parts[name] for name in told)


def epoch_text(recipe: Recipe) -> str:
    """Say what an epoch of this recipe is: its batches, its images, and how many of each digit."""
    counted, size = _Counted(), recipe.data.size
    if recipe.data.mix == 1:
        return QCoreApplication.translate("Recipe", "An epoch has all of our digits to learn from.")
    if size <= recipe.batch_size:
        form = QCoreApplication.translate("Recipe", "one batch of {size} an epoch")
        return ", ".join([form.format(size=whole(size)), *_of_each(recipe.data)])
    batches = counted.batches(recipe.batches_per_epoch, recipe.batch_size, size % recipe.batch_size)
    return ", ".join([batches, counted.images(size), *_of_each(recipe.data)])


def _of_each(data: TrainingData) -> list[str]:
    if data.mix:
        return []
    if len(data.left_out) == CLASSES - 1:
        (only,) = set(range(CLASSES)) - set(data.left_out)
        return [QCoreApplication.translate("Recipe", "all of them {digit}").format(digit=only)]
    each = data.of_each_digit
    if each is None:
        return [QCoreApplication.translate("Recipe", "of each digit as many as MNIST has")]
    if each[0] == each[1]:
        return [QCoreApplication.translate("Recipe", "{count} of each digit").format(count=whole(each[0]))]
    form = QCoreApplication.translate("Recipe", "{few} or {more} of each digit")
    return [form.format(few=whole(each[0]), more=whole(each[1]))]


def _parts(data: TrainingData) -> dict[str, str]:
    """Return what data says, by the names of its fields, but for its order; the most telling first."""
    wrong = QCoreApplication.translate("Recipe", "wrong labels: {share}")
    right = QCoreApplication.translate("Recipe", "true labels")
    drawn = QCoreApplication.translate("Recipe", "images # {seed}")
    return {
        "count": count_text(data),
        "left_out": _left_out(data.left_out),
        "images": images_names()[data.images],
        "mix": _of_ours(data),
        "wrong_labels": wrong.format(share=short_percent(data.wrong_labels)) if data.wrong_labels else right,
        "seed": drawn.format(seed=data.seed),
    }


def _value(data: TrainingData, name: str) -> object:
    return (data.mix, data.drawings) if name == "mix" else getattr(data, name)


def _left_out(digits: tuple[int, ...]) -> str:
    if not digits:
        return QCoreApplication.translate("Recipe", "all ten digits")
    if len(digits) <= MOST_NAMED:
        named, form = digits, QCoreApplication.translate("Recipe", "without {digits}")
    else:
        named = tuple(digit for digit in range(CLASSES) if digit not in digits)
        form = QCoreApplication.translate("Recipe", "only {digits}")
    return form.format(digits=", ".join(map(str, named)))


def _of_ours(data: TrainingData) -> str:
    """Say how much of the class's digits is learnt from, and, of a run, which of their many sets it began with."""
    if not data.mix:
        return QCoreApplication.translate("Recipe", "MNIST alone")
    if data.mix == 1:
        told = QCoreApplication.translate("Recipe", "our digits alone")
    else:
        told = QCoreApplication.translate("Recipe", "our digits: {share}").format(share=short_percent(data.mix))
    if not data.drawings:
        return told
    form = QCoreApplication.translate("Recipe", "{ours}, set {name}")
    return form.format(ours=told, name=data.drawings[:SET_LETTERS])


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def images(self, count: int) -> str:
        return str(self.tr("%Ln image(s)", "", count))

    def batches(self, count: int, size: int, rest: int) -> str:
        said = str(self.tr("%Ln batch(es) of {size} an epoch", "", count)).format(size=whole(size))
        if not rest:
            return said
        return str(self.tr("{batches} (the last of {rest})")).format(batches=said, rest=whole(rest))
