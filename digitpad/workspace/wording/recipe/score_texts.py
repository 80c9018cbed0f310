"""What is said of a run's scores: the names of the sets, the best epoch, and why the test is not chosen by."""

import math

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run, short_name
from digitpad.runs.scores.best import newest_gap
from digitpad.runs.scores.score import SETS, Score
from digitpad.workspace.wording.numbers import decimal, plain_percent, short, short_percent, whole

BEST = "★"
"""Stands for the best epoch by validation."""

SYMBOLS = {"training": "●", "validation": "■", "test": "▽"}
"""Stand for the sets on their curves."""

NO_BREAK = "\u00a0"

HUGE_LOSS, MOST_WHOLE = 999.95, 99_999.5
"""From here on a loss is told without decimals, and from there on in two digits and by its power of ten."""


def choose_by_validation() -> str:
    """Say in a sentence what is chosen by, what is not, and why."""
    return QCoreApplication.translate(
        "Scores", "Choose by validation: who chooses by the test set no longer knows how new images are read."
    )


def chosen_by(recipe: Recipe) -> list[str]:
    """Say what a recipe holds out, what is chosen by it, and how weights decay, but for what is as usual."""
    usual, parts = choosing_parts(Recipe()), choosing_parts(recipe)
    return [said for name, said in parts.items() if said != usual[name]]


def choosing_parts(recipe: Recipe) -> dict[str, str]:
    """Return what a recipe says of validation, weight decay, patience and best weights, by its fields' names."""
    held_out = QCoreApplication.translate("Recipe", "validation: {share}")
    decay = QCoreApplication.translate("Recipe", "weight decay {decay}")
    without = QCoreApplication.translate("Recipe", "no weight decay")
    impatient = QCoreApplication.translate("Recipe", "no patience")
    best_ones = QCoreApplication.translate("Recipe", "best epoch’s weights")
    last_ones = QCoreApplication.translate("Recipe", "last epoch’s weights")
    return {
        "validation": held_out.format(share=short_percent(recipe.data.validation)),
        "weight_decay": decay.format(decay=short(recipe.weight_decay)) if recipe.weight_decay else without,
        "patience": _Counted().patience(recipe.patience) if recipe.patience else impatient,
        "best_weights": best_ones if recipe.best_weights else last_ones,
    }


def no_scores_text() -> str:
    """Say why there is nothing to see of a run that was trained before scores were measured."""
    return QCoreApplication.translate("Scores", "Not measured: this run comes from an earlier version.")


def set_names() -> dict[str, str]:
    """Return what the sets are called, by the names of their scores."""
    return {
        "training": QCoreApplication.translate("Scores", "training"),
        "validation": QCoreApplication.translate("Scores", "validation"),
        "test": QCoreApplication.translate("Scores", "test"),
    }


def score_text(score: Score | None) -> str:
    """Return a loss and an accuracy."""
    return "–" if score is None else f"{decimal(score.loss, 3)} · {plain_percent(score.accuracy)}"


def measured_text(run: Run, updates: int, name: str) -> str:
    """Say what was measured of a run on the set ``name`` after so many batches."""
    score = getattr(dict(run.history.scores)[updates], name)
    form = _Counted().measured(updates)
    return form.format(run=short_name(run.name), set=set_names()[name], score=score_text(score))


def loss_text(loss: float) -> str:
    """Return a loss in so few digits that it needs no more room than 0.000 does, or hardly more."""
    if not math.isfinite(loss):
        return "NaN"
    if abs(loss) >= HUGE_LOSS:
        return short(round(loss) if abs(loss) < MOST_WHOLE else float(f"{loss:.1e}"))
    return decimal(loss, 3 if abs(loss) < 9.9995 else 2 if abs(loss) < 99.995 else 1)


def exact_loss(loss: float) -> str:
    """Return a batch's loss with four decimals, as it is read in a plot; one of an exploding run in six digits."""
    return decimal(loss, 4) if abs(loss) < HUGE_LOSS else short(loss)


def scores_tip(run: Run) -> str:
    """Say after how many batches a run's scores were measured, and which epoch was the best one."""
    if not run.history.scores:
        return no_scores_text() if run.history.accuracies else ""
    done = run.measured_at or 0
    if run.has_gone_on:
        form = QCoreApplication.translate(
            "Scores", "Measured after batch {batch}; the run is at batch {now} by now."
        )
    else:
        form = QCoreApplication.translate("Scores", "Measured after batch {batch}.")
    lines = [form.format(batch=whole(done), now=whole(len(run.history)))]
    if dict(run.history.scores)[done].test_is_ours:
        lines.append(
            QCoreApplication.translate("Scores", "The test is of our held-out digits, as MNIST was not at hand.")
        )
    best_one = best_epoch_text(run)
    return " ".join([*lines, f"{best_one}.", choose_by_validation()] if best_one else lines)


def measured_earlier_text(run: Run, figure: str) -> str:
    """Say of a figure after how many batches it was measured, for those who do not see that it is grey."""
    form = QCoreApplication.translate("Scores", "{figure}, after batch {batch}")
    return form.format(figure=figure, batch=whole(run.measured_at or 0))


def other_digits_tip() -> str:
    """Say in a sentence why a figure is grey that was measured on some of the class's digits."""
    return QCoreApplication.translate("Scores", "Our digits, or their labels, have changed since.")


def other_digits_text(figure: str) -> str:
    """Say of such a figure that it is of before, for those who do not see that it is grey."""
    return QCoreApplication.translate("Scores", "{figure}, before our digits changed").format(figure=figure)


def gap_text(run: Run, what: str) -> str:
    """Name the newest gap in "loss" or "accuracy" between training and validation; nothing without one."""
    found = newest_gap(run.history.scores)
    if found is None:
        return ""
    gap = found[1]
    size = decimal(gap.loss, 3) if what == "loss" else plain_percent(gap.accuracy)
    return QCoreApplication.translate("Scores", "gap {size}").format(size=size)


def curves_text(run: Run, *, is_short: bool = False) -> str:
    """Say what the curves of a run's scores are, by their symbols, and, if not in short, what they say last."""
    if not run.history.scores:
        later = QCoreApplication.translate("Scores", "Measured at each epoch’s end, and where the run pauses.")
        return no_scores_text() if run.history.accuracies else later
    scores, names = run.history.scores[-1][1], set_names()
    if scores.test_is_ours:
        names["test"] = QCoreApplication.translate("Scores", "test on our held-out digits")
    form = QCoreApplication.translate("Scores", "{symbol} {set} {score}")
    parts = [
        form.format(symbol=SYMBOLS[name], set=names[name], score="" if is_short else score_text(score))
        .strip()
        .replace(" ", NO_BREAK)
        for name in SETS
        if (score := getattr(scores, name)) is not None
    ]
    done = run.best_epoch
    if done is not None:
        form = QCoreApplication.translate("Scores", "{symbol} best epoch: {epoch}")
        epoch = whole(done // run.recipe.batches_per_epoch)
        parts.append(form.format(symbol=BEST, epoch=epoch).replace(" ", NO_BREAK))
    return "  ".join(parts)


def ending_text(run: Run) -> str:
    """Say in a sentence or two what validation had to do with a run's end; nothing if it had nothing."""
    per_epoch = run.recipe.batches_per_epoch
    done = run.best_epoch
    if done is None:
        return ""
    epoch, lines = whole(done // per_epoch), []
    if run.is_out_of_patience and len(run.history) < run.recipe.total_batches:
        form = _Counted().stopped(run.recipe.patience)
        lines.append(form.format(epoch=whole(len(run.history) // per_epoch), best=epoch))
    if run.recipe.best_weights and run.finished:
        if run.kept_epoch is None:
            form = QCoreApplication.translate(
                "Scores", "The weights of epoch {epoch}, the best one, are lost: it keeps its last ones."
            )
        else:
            form = QCoreApplication.translate("Scores", "It keeps the weights of epoch {epoch}, the best one.")
        lines.append(form.format(epoch=epoch))
    return " ".join(lines)


def best_epoch_text(run: Run) -> str:
    """Name a run's best epoch by validation; nothing if there is none."""
    done = run.best_epoch
    if done is None:
        return ""
    form = QCoreApplication.translate("Scores", "{run}: epoch {epoch} is the best one in validation")
    return form.format(run=short_name(run.name), epoch=whole(done // run.recipe.batches_per_epoch))


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def patience(self, count: int) -> str:
        return str(self.tr("patience of %Ln epoch(s)", "", count))

    def measured(self, updates: int) -> str:
        return str(self.tr("{run}, after %Ln update(s): {set} {score}", "", updates))

    def stopped(self, patience: int) -> str:
        return str(
            self.tr(
                "Stopped by itself after epoch {epoch}: "
                "for %Ln epoch(s) no better than epoch {best} in validation.",
                "",
                patience,
            )
        )
