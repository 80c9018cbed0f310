"""What is said of a run that is taken home: the comments of its script, and why another one stays."""

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.data.training_data import TrainingData
from digitpad.document.takeaway.comments import Comments
from digitpad.document.takeaway.takeaway import NotAtHome, why_not
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.wording.numbers import short_percent, whole
from digitpad.workspace.wording.recipe.recipe_texts import summary


def why_not_home(run: Run) -> str:
    """Say in a sentence why a run cannot be taken home; nothing if it can."""
    why = why_not(run)
    return "" if why is None else _sentences()[why]


def _sentences() -> dict[NotAtHome, str]:
    return {
        NotAtHome.VARIED: QCoreApplication.translate(
            "Takeaway",
            "It cannot be taken home: digitpad itself changes its pictures anew in each epoch.",
        ),
        NotAtHome.CLASS: QCoreApplication.translate(
            "Takeaway",
            "It cannot be taken home: it learns from our own digits, which a script does not have.",
        ),
        NotAtHome.READY_MADE: QCoreApplication.translate(
            "Takeaway", "It cannot be taken home: it begins with the ready-made network's weights."
        ),
        NotAtHome.BY_HAND: QCoreApplication.translate(
            "Takeaway",
            "It cannot be taken home: its learning rate was changed on the way, or something was done by hand.",
        ),
    }


def comments(run: Run) -> Comments:
    """Return what a run's script says between its lines, in the program's language."""
    has_ended = run.finished or run.recipe.patience
    return comments_on(run.recipe, run.name, None if has_ended else len(run.history))


def comments_on(recipe: Recipe, name: str, done: int | None = None) -> Comments:
    """Return the same for a run of this name; ``done`` is how many batches it has done if it has not ended."""
    return Comments(
        title=f"{name}: {summary(recipe)}",
        needs=_needs(recipe, done),
        **_of_data(recipe.data),
        **_of_network(recipe),
        **_of_training(recipe),
    )


def _needs(recipe: Recipe, done: int | None) -> str:
    text = QCoreApplication.translate(
        "Takeaway",
        "Made by digitpad. It needs TensorFlow and NumPy alone, and comes to the run's losses and accuracy again.",
    )
    if done is None:
        return text
    form = QCoreApplication.translate(
        "Takeaway", "The run itself has done {done} of its {total} batches; here it goes to its end."
    )
    return f"{text} {form.format(done=whole(done), total=whole(recipe.total_batches))}"


def _of_data(data: TrainingData) -> dict[str, str]:
    digits = ", ".join(map(str, data.left_out))
    return {
        "mnist": QCoreApplication.translate(
            "Takeaway", "MNIST, as Keras keeps it, from this file; if there is none, Keras downloads it."
        ),
        "left_out": QCoreApplication.translate("Takeaway", "What the network never sees: {digits}.").format(
            digits=digits
        ),
        "validation": QCoreApplication.translate(
            "Takeaway", "{share} of each digit's images are held out, to validate by."
        ).format(share=short_percent(data.validation)),
        "chosen": QCoreApplication.translate("Takeaway", "It learns from {count} of the images.").format(
            count=whole(data.of_mnist)
        ),
        "wrong_labels": QCoreApplication.translate(
            "Takeaway", "{share} of the labels are made wrong, on purpose."
        ).format(share=short_percent(data.wrong_labels)),
        "by_label": QCoreApplication.translate("Takeaway", "One digit comes after the other, as the labels say."),
    }


def _of_network(recipe: Recipe) -> dict[str, str]:
    if recipe.initializer is Initializer.ZEROS:
        weights = QCoreApplication.translate("Takeaway", "All first weights are zeros.")
    else:
        weights = QCoreApplication.translate("Takeaway", "The first weights: the run's own, by the same seed.")
    return {
        "layers": QCoreApplication.translate(
            "Takeaway", "A layer makes activation(inputs · W + b); a network is layers, one after the other."
        ),
        "weights": weights,
        "network": QCoreApplication.translate("Takeaway", "From 784 pixels to ten probabilities."),
        "compile": QCoreApplication.translate("Takeaway", "Who updates the weights, and what is to become small."),
    }


def _of_training(recipe: Recipe) -> dict[str, str]:
    if recipe.epochs > 1:
        rates = QCoreApplication.translate(
            "Takeaway", "Each batch's learning rate: up in the first epoch, then down along half a cosine."
        )
    else:
        rates = QCoreApplication.translate("Takeaway", "Each batch's learning rate: down along half a cosine.")
    return {
        "rates": rates,
        "batches": QCoreApplication.translate("Takeaway", "Hands out images and labels, a batch at a time."),
        "update": QCoreApplication.translate("Takeaway", "One step downhill, by the slopes of all weights."),
        "step": QCoreApplication.translate("Takeaway", "One training step: forward, loss, gradients, update."),
        "fit": QCoreApplication.translate(
            "Takeaway", "Shows the network all images, epoch after epoch, and keeps each batch's loss."
        ),
        "order": QCoreApplication.translate("Takeaway", "The run's own batches: each epoch in another order."),
        "losses": QCoreApplication.translate(
            "Takeaway", "Keeps each batch's own loss; Keras would tell the mean since the epoch began."
        ),
        "train": " ".join(_ending(recipe)),
        "test": QCoreApplication.translate("Takeaway", "How well are images read that it has never seen?"),
    }


def _ending(recipe: Recipe) -> list[str]:
    """Say when the training ends, and with which weights."""
    told = [QCoreApplication.translate("Takeaway", "Now it learns.")]
    if recipe.patience:
        told.append(_Counted().epochs(recipe.patience))
    if recipe.best_weights:
        told.append(QCoreApplication.translate("Takeaway", "It keeps the weights that were best in validation."))
    return told


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def epochs(self, count: int) -> str:
        return str(self.tr("It ends after %Ln epoch(s) without a better one in validation.", "", count))
