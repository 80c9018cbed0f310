"""What the newest attempt has shown, as a table: its runs, the best one first."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt

from digitpad.runs.queue.plan import Attempt, Kind, Standing
from digitpad.runs.queue.ranking import Ranking, ranked, result_of
from digitpad.runs.run import Run
from digitpad.workspace.index import Index
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.queue.queue_texts import advice_text, best_text, compared, result_text, value_of
from digitpad.workspace.queue.run_queue import RunQueue
from digitpad.workspace.wording.numbers import plain_percent
from digitpad.workspace.wording.sentences import sentence


class Column(IntEnum):
    """What the table says of a run."""

    VALUE = 0
    VALIDATION = 1
    TEST = 2
    TRAINED = 3


class AttemptRows(QAbstractTableModel):
    """The results of the queue's newest attempt, in order; read anew by ``refresh``.

    Attributes:
        summary: which is the best, in a sentence; empty as long as the attempt is under way, or there is none.
        advice: what that is worth.
        has_validation: whether anything is held out of what these runs learn from.
    """

    def __init__(self, queue: RunQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self._kind = Kind.RATES
        self._rows: list[tuple[str, ...]] = []
        self.summary = self.advice = ""
        self.has_validation = False

    def refresh(self) -> None:
        """Read the runs, which go on, anew."""
        attempt = self._queue.newest_attempt
        entries = [] if attempt is None else self._queue.of(attempt)
        ranking, values = _ranking(entries)
        if attempt is not None:
            self._kind = attempt.kind
        self.has_validation = any(found.validation is not None for found in ranking.results)
        is_over = bool(entries) and all(entry.has_ended for entry in entries)
        self.summary = _summary(self._kind, entries) if is_over else ""
        self.advice = advice_text(ranking) if is_over else ""
        rows: list[tuple[str, ...]] = [
            (values[found.run], _percent(found.validation), _percent(found.test), result_text(found))
            for found in ranking.results
        ]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the number of runs."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title."""
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._title(Column(section)) if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        shown = index.isValid() and role == Qt.ItemDataRole.DisplayRole
        return self._rows[index.row()][index.column()] if shown else None

    def _title(self, column: Column) -> str:
        return {
            Column.VALUE: compared(self._kind),
            Column.VALIDATION: QCoreApplication.translate("Queue", "Validation"),
            Column.TEST: QCoreApplication.translate("Queue", "Test"),
            Column.TRAINED: QCoreApplication.translate("Queue", "Trained"),
        }[column]


def _percent(share: float | None) -> str:
    return "–" if share is None else plain_percent(share)


def summary_of(queue: RunQueue, attempt: Attempt) -> str:
    """Say which run of an attempt is the best by now, or why none of them could begin."""
    return _summary(attempt.kind, queue.of(attempt))


def _summary(kind: Kind, entries: Sequence[Entry]) -> str:
    ranking, values = _ranking(entries)
    problems = [entry.problem for entry in entries if entry.standing is Standing.FAILED and entry.problem]
    if ranking.best is None and problems and len(problems) == len(entries):
        return sentence(problems[0])  # what they have in common was in the way of all
    return best_text(kind, ranking, values)


def _ranking(entries: Sequence[Entry]) -> tuple[Ranking, dict[Run, str]]:
    """Put the runs of an attempt in order; return what they are called in it, too."""
    begun = [(entry, entry.run) for entry in entries if entry.run is not None]
    ranking = ranked([result_of(run, is_whole=entry.standing is not Standing.DIVERGED) for entry, run in begun])
    return ranking, {run: value_of(entry.plan) for entry, run in begun}
