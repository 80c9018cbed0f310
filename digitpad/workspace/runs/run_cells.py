"""What the table of runs says of each, in the language of the window."""

from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from digitpad.runs.run import Run
from digitpad.workspace.wording.numbers import decimal, plain_percent
from digitpad.workspace.wording.plain_text import as_tip
from digitpad.workspace.wording.recipe.score_texts import BEST, choose_by_validation, newest_score_text, scores_tip
from digitpad.workspace.wording.run_texts import BY_HAND, deviation_lines, summary_of, with_deviations


class Column(IntEnum):
    """What the table says of a run."""

    NAME = 0
    ACCURACY = 1
    EPOCHS = 2
    SECONDS = 3
    TRAINING = 4
    VALIDATION = 5
    TEST = 6
    RECIPE = 7


SCORED = {Column.TRAINING: "training", Column.VALIDATION: "validation", Column.TEST: "test"}
"""Columns of what was measured last, and whose scores they show."""


RUN_ROLE = Qt.ItemDataRole.UserRole
"""The data of this role is the Run itself."""


def title(column: Column) -> str:
    """Return a column's title."""
    return {
        Column.NAME: QCoreApplication.translate("RunList", "Run"),
        Column.ACCURACY: QCoreApplication.translate("RunList", "Test accuracy"),
        Column.EPOCHS: QCoreApplication.translate("RunList", "Epochs"),
        Column.SECONDS: QCoreApplication.translate("RunList", "Seconds"),
        Column.TRAINING: QCoreApplication.translate("RunList", "Training"),
        Column.VALIDATION: QCoreApplication.translate("RunList", "Validation"),
        Column.TEST: QCoreApplication.translate("RunList", "Test"),
        Column.RECIPE: QCoreApplication.translate("RunList", "Recipe"),
    }[column]


def title_tip(column: Column) -> str | None:
    """Return what a column's title says when it is pointed at; None for nothing."""
    if column not in SCORED:
        return None
    what = QCoreApplication.translate(
        "RunList", "Loss and accuracy, and the best epoch by validation, marked by {mark}."
    )
    return as_tip(f"{what.format(mark=BEST)} {choose_by_validation()}")


def cell(run: Run, column: Column, role: int) -> Any:
    """Return what a cell has to say in one of Qt's roles, or in RUN_ROLE; None if nothing."""
    if role == RUN_ROLE:
        return run
    if role == Qt.ItemDataRole.CheckStateRole and column is Column.NAME:
        return Qt.CheckState.Checked if run.visible else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.DisplayRole and column is Column.NAME and not run.is_by_recipe:
        return f"{run.name} {BY_HAND}"
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
        return _text(run, column)
    if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.NAME:
        return with_deviations(run.name, run)
    if role == Qt.ItemDataRole.ToolTipRole and column in (Column.NAME, Column.RECIPE):
        if run.is_by_recipe:
            return as_tip(_text(run, column))
        return f"<p>{escape(_text(run, column))}</p><p>{'<br>'.join(deviation_lines(run))}</p>"
    if role == Qt.ItemDataRole.ToolTipRole and column in SCORED:
        return as_tip(scores_tip(run))
    return None


def _text(run: Run, column: Column) -> str:
    match column:
        case Column.NAME:
            return run.name
        case Column.ACCURACY:
            return "–" if run.accuracy is None else plain_percent(run.accuracy)
        case Column.EPOCHS:
            return decimal(run.epochs, 1)
        case Column.SECONDS:
            return decimal(run.seconds, 1)
        case Column.TRAINING | Column.VALIDATION | Column.TEST:
            return newest_score_text(run, SCORED[column])
        case Column.RECIPE:
            return summary_of(run)
