"""The runs that the program keeps, with deletions that can be undone."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from digitpad.runs.events import Plan
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.run import Run, proper_name, short_name
from digitpad.runs.shelf import Shelf


class RunList(QObject):
    """The runs of this session, in the order they began.

    Attributes:
        runs: those that were not deleted.
        current: the run that trains, or trained last; None before the first.
        undo_stack: deletions, each of which can be undone.
        shelf: where the weights of ended runs lie.

    Signals:
        changed(): a run came or went, or its name, visibility or end is another one.
    """

    changed = Signal()

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: list[Run] = []
        self.current: Run | None = None
        self.undo_stack = undo_stack
        self.shelf = Shelf()
        self._next_number = 0

    def begin(self, plan: Plan) -> Run:
        """Add a new run and make it the current one."""
        number, self._next_number = self._next_number, self._next_number + 1
        name = self.tr("Run %1").replace("%1", str(number + 1))
        history = LossHistory(plan.batches_per_epoch)
        run = Run(number, name, plan.recipe, history, plan.total_batches, line_by_line=plan.execution == "eager")
        self.runs.append(run)
        self.current = run
        self.changed.emit()
        return run

    def make_current(self, run: Run) -> None:
        """This run trains again."""
        self.current = run
        self.changed.emit()

    def rename(self, run: Run, name: str) -> None:
        """Give a run another name; an empty one is ignored, and a very long one cut."""
        name = proper_name(name)
        if name and name != run.name:
            run.name = name
            self.changed.emit()

    def show(self, run: Run, visible: bool) -> None:
        """Show or hide a run's curve."""
        if visible != run.visible:
            run.visible = visible
            self.changed.emit()

    def delete(self, run: Run) -> None:
        """Delete a run; the deletion can be undone."""
        self.undo_stack.push(_DeleteRun(self, run))

    def put(self, runs: list[Run], current: Run | None) -> None:
        """Have these runs instead of those there were."""
        self.runs, self.current = list(runs), current
        self._next_number = max([self._next_number, *(run.number + 1 for run in runs)])
        self.changed.emit()


class _DeleteRun(QUndoCommand):
    """Takes one run out of the list, whatever else has come or gone; puts it back where it was."""

    def __init__(self, runs: RunList, run: Run) -> None:
        super().__init__(runs.tr("Delete %1").replace("%1", short_name(run.name).replace("&", "&&")))
        self._runs = runs
        self._run = run
        self._place = runs.runs.index(run)
        self._was_current = False
        self._current_then: Run | None = None

    def redo(self) -> None:
        kept = [run for run in self._runs.runs if run is not self._run]
        current = self._runs.current
        self._was_current = current is self._run
        if self._was_current:
            current = kept[-1] if kept else None
        self._current_then = current
        self._runs.put(kept, current)

    def undo(self) -> None:
        runs = self._runs.runs
        current = self._runs.current
        if self._was_current and current is self._current_then:  # no other run has begun since
            current = self._run
        self._runs.put([*runs[: self._place], self._run, *runs[self._place :]], current)
