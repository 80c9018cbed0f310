"""What is said of a run's scores: the names of the sets, the best epoch, and why the test is not chosen by."""

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.runs.run import Run, short_name
from digitpad.runs.scores.best import best
from digitpad.runs.scores.score import Score
from digitpad.workspace.wording.numbers import decimal, plain_percent, whole

BEST = "★"
"""Stands for the best epoch by validation."""


def choose_by_validation() -> str:
    """Say in a sentence what is chosen by, and what is not."""
    return QCoreApplication.translate(
        "Scores", "Choose by validation; the test set only tells how good the choice is."
    )


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


def newest_score_text(run: Run, name: str) -> str:
    """Return what was measured of a run last on the set ``name``; with validation the best epoch's number."""
    scores = run.history.scores[-1][1] if run.history.scores else None
    text = score_text(None if scores is None else getattr(scores, name))
    done = best(run.history.scores, run.recipe.batches_per_epoch)
    if name != "validation" or done is None:
        return text
    return f"{text} {BEST} {whole(done // run.recipe.batches_per_epoch)}"


def scores_tip(run: Run) -> str:
    """Say after how many batches a run's scores were measured, and which epoch was the best one."""
    if not run.history.scores:
        return no_scores_text() if run.history.accuracies else ""
    form = QCoreApplication.translate("Scores", "Measured after batch {batch}.")
    lines = [form.format(batch=whole(run.history.scores[-1][0]))]
    best_one = best_epoch_text(run)
    return " ".join([*lines, f"{best_one}.", choose_by_validation()] if best_one else lines)


def ending_text(run: Run) -> str:
    """Say in a sentence or two what validation had to do with a run's end; nothing if it had nothing."""
    per_epoch = run.recipe.batches_per_epoch
    done = best(run.history.scores, per_epoch)
    if done is None:
        return ""
    epoch, lines = whole(done // per_epoch), []
    if run.is_out_of_patience:
        form = _Counted().stopped(run.recipe.patience)
        lines.append(form.format(epoch=whole(len(run.history) // per_epoch), best=epoch))
    if run.recipe.best_weights and run.finished:
        snapshot = run.snapshot if run.is_at_hand else None
        if snapshot is not None and snapshot.updates != done:
            form = QCoreApplication.translate(
                "Scores", "The weights of epoch {epoch}, the best one, are lost: it keeps its last ones."
            )
        else:
            form = QCoreApplication.translate("Scores", "It keeps the weights of epoch {epoch}, the best one.")
        lines.append(form.format(epoch=epoch))
    return " ".join(lines)


def best_epoch_text(run: Run) -> str:
    """Name a run's best epoch by validation; nothing if there is none."""
    done = best(run.history.scores, run.recipe.batches_per_epoch)
    if done is None:
        return ""
    form = QCoreApplication.translate("Scores", "{run}: epoch {epoch} is the best one in validation")
    return form.format(run=short_name(run.name), epoch=whole(done // run.recipe.batches_per_epoch))


class _Counted(QObject):
    """Numbers with what is counted; an object, as lupdate knows plurals in tr() alone."""

    def stopped(self, patience: int) -> str:
        return str(
            self.tr(
                "Stopped by itself after epoch {epoch}: "
                "for %Ln epoch(s) no better than epoch {best} in validation.",
                "",
                patience,
            )
        )
