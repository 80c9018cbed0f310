"""What the table of runs says of each, in the language of the window."""

from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from digitpad.data.pictures import ClassPictures
from digitpad.runs.run import Run
from digitpad.workspace.wording.numbers import bare_percent, decimal, whole
from digitpad.workspace.wording.plain_text import as_tip
from digitpad.workspace.wording.recipe.score_texts import (
    BEST,
    choose_by_validation,
    loss_text,
    measured_earlier_text,
    other_digits_text,
    other_digits_tip,
    scores_tip,
)
from digitpad.workspace.wording.run_texts import BY_HAND, deviation_lines, summary_of, with_deviations


class Column(IntEnum):
    """What the table says of a run."""

    NAME = 0
    DIFFERENCE = 1
    TRAINING = 2
    VALIDATION = 3
    TEST = 4
    TRAINING_LOSS = 5
    VALIDATION_LOSS = 6
    TEST_LOSS = 7
    BEST_EPOCH = 8
    EPOCHS = 9
    SECONDS = 10
    RECIPE = 11


ACCURACIES = {Column.TRAINING: "training", Column.VALIDATION: "validation", Column.TEST: "test"}
LOSSES = {Column.TRAINING_LOSS: "training", Column.VALIDATION_LOSS: "validation", Column.TEST_LOSS: "test"}
"""Columns of what was measured last, and of which set."""

_FIGURES_OF_SETS = frozenset({*ACCURACIES, *LOSSES})

SCORED = _FIGURES_OF_SETS | {Column.BEST_EPOCH}

IN_WORDS = frozenset({Column.NAME, Column.DIFFERENCE, Column.RECIPE})
"""All others are numbers, one below the other."""


RUN_ROLE = Qt.ItemDataRole.UserRole
"""The data of this role is the Run itself."""

EARLIER_ROLE = RUN_ROLE + 1
"""The data of this role is whether a figure tells of another network than the run's of now, or of other digits
than the class has now."""

FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NOTHING = "–"


def title(column: Column) -> str:
    """Return a column's title, in two lines where that is narrower."""
    accuracy = QCoreApplication.translate("RunList", "{set}\n%")
    loss = QCoreApplication.translate("RunList", "{set}\nloss")
    sets = {
        "training": QCoreApplication.translate("RunList", "Training"),
        "validation": QCoreApplication.translate("RunList", "Validation"),
        "test": QCoreApplication.translate("RunList", "Test"),
    }
    return {
        Column.NAME: QCoreApplication.translate("RunList", "Run"),
        Column.DIFFERENCE: QCoreApplication.translate("RunList", "Differs in"),
        **{column: accuracy.format(set=sets[name]) for column, name in ACCURACIES.items()},
        **{column: loss.format(set=sets[name]) for column, name in LOSSES.items()},
        Column.BEST_EPOCH: QCoreApplication.translate("RunList", "{mark} best\nepoch").format(mark=BEST),
        Column.EPOCHS: QCoreApplication.translate("RunList", "Epochs"),
        Column.SECONDS: QCoreApplication.translate("RunList", "Seconds"),
        Column.RECIPE: QCoreApplication.translate("RunList", "Recipe"),
    }[column]


def title_in_line(column: Column) -> str:
    """Return a column's title in one line."""
    return title(column).replace("\n", " ")


def title_tip(column: Column) -> str | None:
    """Return what a column's title says when it is pointed at; None for nothing."""
    if column not in SCORED:
        return None
    if column is Column.BEST_EPOCH:
        what = QCoreApplication.translate("RunList", "The epoch with the least loss in validation.")
    elif column in LOSSES:
        what = QCoreApplication.translate("RunList", "The loss, as it was measured last.")
    else:
        what = QCoreApplication.translate("RunList", "The accuracy in per cent, as it was measured last.")
    if column is not Column.BEST_EPOCH:
        what += " " + QCoreApplication.translate(
            "RunList", "Grey: the run has gone on since, or our digits have changed."
        )
    return as_tip(f"{what} {choose_by_validation()}")


def is_of_earlier(run: Run, column: Column) -> bool:
    """Say whether a figure tells of an earlier network than the run's of now."""
    return column in _FIGURES_OF_SETS and run.has_gone_on and _measured(run, column) != NOTHING


def is_of_other_digits(run: Run, column: Column, ours: ClassPictures | None) -> bool:
    """Say whether a figure was measured on some of the class's digits, and these, or their labels, are others now.

    ``ours`` is what a run would learn from now; None while nobody knows. What is trained on is measured with the
    labels that are learnt; the test is of their digits where MNIST was missing.
    """
    if column not in _FIGURES_OF_SETS or not run.drawings or _measured(run, column) == NOTHING:
        return False
    if column in (Column.TRAINING, Column.TRAINING_LOSS):
        return ours is None or ours.digest != run.drawings
    if column in (Column.TEST, Column.TEST_LOSS) and run.scores is not None and run.scores.test_is_ours:
        return ours is None or ours.held_out.digest != run.scores.test_of
    return False


def cell(run: Run, column: Column, role: int, ours: ClassPictures | None = None) -> Any:
    """Return what a cell has to say in one of Qt's roles, or of those above; None if nothing.

    ``ours`` are the class's digits as a run would learn from them now.
    """
    if role == RUN_ROLE:
        return run
    if role == EARLIER_ROLE:
        return is_of_earlier(run, column) or is_of_other_digits(run, column, ours)
    if role == Qt.ItemDataRole.CheckStateRole and column is Column.NAME:
        return Qt.CheckState.Checked if run.visible else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.DisplayRole and column is Column.NAME and not run.is_by_recipe:
        return f"{run.name} {BY_HAND}"
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
        return _text(run, column)
    if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
        return with_deviations(run.name, run)
    if role == Qt.ItemDataRole.AccessibleTextRole and is_of_earlier(run, column):
        return measured_earlier_text(run, _measured(run, column))
    if role == Qt.ItemDataRole.AccessibleTextRole and is_of_other_digits(run, column, ours):
        return other_digits_text(_measured(run, column))
    if role == Qt.ItemDataRole.TextAlignmentRole and column not in IN_WORDS:
        return FIGURES
    if role == Qt.ItemDataRole.ToolTipRole and column in IN_WORDS:
        said = run.name if column is Column.NAME else summary_of(run)
        if run.is_by_recipe:
            return as_tip(said)
        return f"<p>{escape(said)}</p><p>{'<br>'.join(deviation_lines(run))}</p>"
    if role == Qt.ItemDataRole.ToolTipRole and column in SCORED:
        of_others = is_of_other_digits(run, column, ours)
        return as_tip(" ".join([scores_tip(run), *([other_digits_tip()] if of_others else [])]))
    return None


def _text(run: Run, column: Column) -> str:
    match column:
        case Column.NAME:
            return run.name
        case Column.EPOCHS:
            return decimal(run.epochs, 1)
        case Column.SECONDS:
            return decimal(run.seconds, 1)
        case Column.RECIPE:
            return summary_of(run)
        case Column.BEST_EPOCH:
            done = run.best_epoch
            return NOTHING if done is None else whole(done // run.recipe.batches_per_epoch)
        case Column.DIFFERENCE:  # what others are like, a run does not know: RunRows says it
            return ""
    return _measured(run, column)


def _measured(run: Run, column: Column) -> str:
    """Return an accuracy or a loss; the test's accuracy is known of earlier versions' runs too."""
    scores = run.scores
    score = None if scores is None else getattr(scores, {**ACCURACIES, **LOSSES}[column])
    if score is not None:
        return loss_text(score.loss) if column in LOSSES else bare_percent(score.accuracy)
    if column is Column.TEST and run.accuracy is not None:
        return bare_percent(run.accuracy)
    return NOTHING
