"""What is said of a run's scores: the names of the sets, the best epoch, and why the test is not chosen by."""

from PySide6.QtCore import QCoreApplication, QObject

from digitpad.runs.run import Run, short_name
from digitpad.runs.scores.best import best
from digitpad.workspace.wording.numbers import whole


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
