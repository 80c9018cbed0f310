"""A run as the program keeps it: what it was made of, how it went, and what it ended with."""

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from digitpad.learning.recipe import Recipe
from digitpad.learning.snapshot import Snapshot
from digitpad.ui.loss_history import LossHistory

if TYPE_CHECKING:
    from digitpad.learning.session import TrainingSession

DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
"""Curves differ by dash pattern too, for those who cannot tell the colours apart."""


@dataclass(eq=False)
class Run:
    """One training run of this session.

    ``number`` (from 0) chooses colour and dash pattern; ``total_batches`` is how far the run goes when done.
    ``session`` is where it can be continued, None for one that was read from a file.
    """

    number: int
    name: str
    recipe: Recipe
    history: LossHistory
    total_batches: int = 0
    visible: bool = True
    snapshot: Snapshot | None = None
    session: "TrainingSession | None" = None
    line_by_line: bool = False
    probabilities: list[tuple[int, list[float]]] = field(default_factory=list)
    """For the digit on the canvas: batches done, and its ten probabilities then."""

    @property
    def dash(self) -> Qt.PenStyle:
        """The dash pattern of the run's curve."""
        return DASHES[self.number % len(DASHES)]

    @property
    def accuracy(self) -> float | None:
        """The newest test accuracy, None before the first epoch's end."""
        return self.history.accuracies[-1][1] if self.history.accuracies else None

    @property
    def seconds(self) -> float:
        """Seconds spent training."""
        return float(self.history.seconds[-1]) if len(self.history) else 0.0

    @property
    def finished(self) -> bool:
        """Whether all its batches are done."""
        return len(self.history) >= self.total_batches > 0


class RunList(QObject):
    """The runs of this session, in the order they began.

    Attributes:
        runs: those that were not deleted.
        current: the run that trains, or trained last; None before the first.
        undo_stack: deletions, each of which can be undone.

    Signals:
        changed(): a run came or went, or its name or visibility is another one.
    """

    changed = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: list[Run] = []
        self.current: Run | None = None
        self.undo_stack = undo_stack
        self._numbers = count()

    def begin(self, recipe: Recipe, batches_per_epoch: int, total_batches: int) -> Run:
        """Add a new run and make it the current one."""
        number = next(self._numbers)
        name = self.tr("Run %1").replace("%1", str(number + 1))
        run = Run(number, name, recipe, LossHistory(batches_per_epoch), total_batches)
        self.runs.append(run)
        self.current = run
        self.changed.emit()
        return run

    def make_current(self, run: Run) -> None:
        """This run trains again."""
        self.current = run
        self.changed.emit()

    def rename(self, run: Run, name: str) -> None:
        """Give a run another name; an empty one is ignored."""
        if name.strip() and name != run.name:
            run.name = name.strip()
            self.changed.emit()

    def show(self, run: Run, visible: bool) -> None:
        """Show or hide a run's curve."""
        if visible != run.visible:
            run.visible = visible
            self.changed.emit()

    def delete(self, run: Run) -> None:
        """Delete a run; the deletion can be undone."""
        self.undo_stack.push(_DeleteRun(self, run))

    def replace(self, runs: list[Run]) -> None:
        """Have these runs instead of those there were."""
        self.runs = list(runs)
        if self.current not in self.runs:
            self.current = self.runs[-1] if self.runs else None
        self.changed.emit()


class _DeleteRun(QUndoCommand):
    def __init__(self, runs: RunList, run: Run) -> None:
        super().__init__(runs.tr("Delete %1").replace("%1", run.name))
        self._runs = runs
        self._before = list(runs.runs)
        self._after = [kept for kept in runs.runs if kept is not run]

    def redo(self) -> None:
        self._runs.replace(self._after)

    def undo(self) -> None:
        self._runs.replace(self._before)
