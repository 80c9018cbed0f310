"""The queue of this session: the one place where any of its entries changes."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from digitpad.errors import UserError
from digitpad.runs.queue.attempts import plans
from digitpad.runs.queue.plan import Attempt, KeptPlan, Kind, Plan, Standing
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.index import Index
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.queue.queue_rows import QueueRows
from digitpad.workspace.wording.undo_texts import Name, NamedChange

MOST_ENTRIES = 200
"""A queue is read by people; and how long it will take is reckoned anew with each curve."""


class RunQueue(QueueRows):
    """Runs that wait for their turn, after those that have had it; what a user does with them can be undone.

    Signals:
        changed(): there are other entries, or something became of one.
        left_out(list[Plan]): there was no room for these runs.
    """

    changed = Signal()
    left_out = Signal(object)

    def __init__(self, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._undo_stack = undo_stack
        self._last_number = 0  # of an attempt; never given twice, as Undo may bring back what was cleared

    @property
    def waiting(self) -> list[Entry]:
        """Those whose turn has still to come, the next one first."""
        return [entry for entry in self.entries if entry.waits]

    @property
    def newest_attempt(self) -> Attempt | None:
        """The attempt that began last; None if there is none."""
        begun = [entry.plan.attempt for entry in self.entries if not entry.waits]
        return next((attempt for attempt in reversed(begun) if attempt is not None), None)

    def of(self, attempt: Attempt) -> list[Entry]:
        """Return the entries that belong to an attempt."""
        return [entry for entry in self.entries if entry.plan.attempt == attempt]

    # What a user does with it.

    def add(self, added: Sequence[Plan], name: Name | None = None) -> None:
        """Have more runs wait, as many as there is room for; which there is none for, is told."""
        room = max(0, MOST_ENTRIES - len(self.entries))
        entries = [Entry(plan) for plan in added[:room]]
        if entries:
            self._change([*self.waiting, *entries], name or (lambda: self.tr("Add to the queue")))
        if len(added) > room:
            self.left_out.emit(list(added[room:]))

    def add_attempt(self, kind: Kind, recipe: Recipe, loop: Loop) -> None:
        """Have the runs of an attempt wait."""
        numbers = [entry.plan.attempt.number for entry in self.entries if entry.plan.attempt is not None]
        self._last_number = max([self._last_number, *numbers]) + 1
        attempt = Attempt(kind, self._last_number)
        names: dict[Kind, Name] = {
            Kind.RATES: lambda: self.tr("Try learning rates"),
            Kind.OPTIMIZERS: lambda: self.tr("Try optimizers"),
        }
        self.add(plans(attempt, recipe, loop), names[kind])

    def remove(self, entry: Entry) -> None:
        """Let a run wait no longer."""
        if entry.waits:
            rest = [other for other in self.waiting if other is not entry]
            self._change(rest, lambda: self.tr("Remove from the queue"))

    def move(self, entry: Entry, by: int) -> None:
        """Let a run have its turn earlier (by < 0) or later among those that wait."""
        waiting = self.waiting
        if entry in waiting:
            self._put_at(entry, waiting.index(entry) + by)

    def clear(self) -> None:
        """Take all away but what is under way. Those that wait come back by Undo; the runs themselves stay."""
        if self.waiting:
            self._change([], lambda: self.tr("Clear the queue"))
        self.arrange([entry for entry in self.entries if not entry.has_ended])
        self.changed.emit()

    def moveRows(  # noqa: N802  # Qt's name
        self, source: Index, row: int, count: int, target: Index, before: int
    ) -> bool:
        """Drag a row to before another one, as far as both wait."""
        entry = self.entries[row]
        if count != 1 or not entry.waits or before in (row, row + 1):
            return False
        place = before - (len(self.entries) - len(self.waiting))
        self._put_at(entry, place - 1 if before > row else place)
        return True

    def _put_at(self, entry: Entry, place: int) -> None:
        rest = [other for other in self.waiting if other is not entry]
        place = max(0, min(place, len(rest)))
        order = [*rest[:place], entry, *rest[place:]]
        if order != self.waiting:
            self._change(order, lambda: self.tr("Change the queue's order"))

    def _change(self, after: list[Entry], name: Name) -> None:
        self._undo_stack.push(_QueueChange(self, self.waiting, after, name))

    # What becomes of it.

    def have_waiting(self, wanted: Sequence[Entry]) -> None:
        """Let these wait, in this order, as far as they have not had their turn by now."""
        begun = [entry for entry in self.entries if not entry.waits]
        self.arrange([*begun, *(entry for entry in wanted if entry.waits)])
        self.changed.emit()

    def take_turn(self, entry: Entry) -> None:
        """It is the turn of this one."""
        entry.is_under_way = True
        self._note()

    def become(self, entry: Entry, run: Run) -> None:
        """An entry has become a run."""
        entry.run = run
        self._note()

    def end(self, entry: Entry, standing: Standing, problem: UserError | None = None) -> None:
        """An entry's turn is over; it may be that it waits again."""
        entry.is_under_way, entry.standing, entry.problem = False, standing, problem
        self._note()

    def put(self, kept: Sequence[KeptPlan], runs: Sequence[Run]) -> None:
        """Have the entries that a session has kept instead of those there were."""
        self.beginResetModel()
        entries = [_entry(found, None if found.run is None else runs[found.run]) for found in kept]
        self.entries = sorted(entries, key=lambda entry: entry.waits)
        self.endResetModel()
        self.changed.emit()

    def kept(self, runs: Sequence[Run]) -> tuple[KeptPlan, ...]:
        """Return what a session with these runs keeps: what is under way will wait then."""
        places = {run: place for place, run in enumerate(runs)}
        return tuple(
            KeptPlan(entry.plan, entry.standing, None if entry.run is None else places.get(entry.run))
            for entry in self.entries
        )

    def _note(self) -> None:
        self.show_anew()
        self.changed.emit()


def _entry(kept: KeptPlan, run: Run | None) -> Entry:
    """Return an entry as it was kept; one whose run was kept with its last batch, and not its end, is done."""
    is_done = kept.standing is Standing.WAITING and run is not None and run.finished
    return Entry(kept.plan, run, Standing.DONE if is_done else kept.standing)


class _QueueChange(NamedChange):
    """Lets others wait, or in another order."""

    def __init__(self, queue: RunQueue, before: list[Entry], after: list[Entry], name: Name) -> None:
        super().__init__(name)
        self._queue, self._before, self._after = queue, before, after

    def redo(self) -> None:
        """Have those that were wanted."""
        self._queue.have_waiting(self._after)

    def undo(self) -> None:
        """Have those that there were."""
        self._queue.have_waiting(self._before)
