"""The runs that the program keeps: the one place where any of them changes, as a table that views can show."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from digitpad import heap
from digitpad.arrays import Floats
from digitpad.network.snapshot import Snapshot
from digitpad.runs.by_hand import Intervention
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced
from digitpad.runs.moments.moment import Moment
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run, proper_name
from digitpad.runs.scores.score import Scores
from digitpad.runs.shelf import Shelf, Shelved
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.runs.run_cells import Column
from digitpad.workspace.runs.run_deletion import RunDeletion
from digitpad.workspace.runs.run_rows import RunRows
from digitpad.workspace.wording.run_texts import branch_name, name_now, tried_name

GIVE_BACK_MS = 1500
"""After a run's weights were shelved: by then what is kept of it has been written too, or the next run trains."""


class RunList(RunRows):
    """The runs of this session, in the order they began.

    Attributes:
        runs: those that were not deleted; to be read, not changed.
        current: the run that trains, or trained last; None before the first.
        undo_stack: deletions, each of which can be undone.
        shelf: where the weights of ended runs lie.

    Signals:
        acted(): what ``changed`` tells next somebody has done, or a run by going on; a measurement is no act.
        changed(): a run came or went, or anything of one is another now; what belongs together comes at once.
    """

    acted = Signal()
    changed = Signal()

    def __init__(self, undo_stack: QUndoStack, jobs: FileJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: list[Run] = []
        self.current: Run | None = None
        self.undo_stack = undo_stack
        self.shelf = Shelf()
        self._jobs = jobs
        self._next_number = 0
        self._held = False
        self._touched: list[Run] = []
        self._pending = self._is_act = False
        self._for_file: dict[Run, Run] = {}
        self._soon = QTimer(self, singleShot=True, interval=GIVE_BACK_MS)
        self._soon.timeout.connect(self._give_back)

    # Runs begin, go on and end.

    def new(self, recipe: Recipe, loop: Loop = Loop.COMPILED, tried: Kind | None = None) -> Run:
        """Return a run that is not in the list until it begins, called by its number or by what is ``tried``."""
        return Run(0, "", recipe, loop=loop, tried=tried)

    def begin(self, run: Run, snapshot: Snapshot) -> None:
        """Add a new run, which starts with these weights, and make it the current one."""
        run.snapshot = snapshot
        self._append(run, tried_name(run) or self.tr("Run {number}"))

    def add_branch(self, branch: Run, origin: Run) -> None:
        """Add a run that goes on from where another one was, and make it the current one."""
        self._append(branch, branch_name(origin, len(branch.history)))

    def _append(self, run: Run, name: str) -> None:
        run.number, self._next_number = self._next_number, self._next_number + 1
        run.name = proper_name(name.replace("{number}", str(run.number + 1)))
        self.current = run
        self.beginInsertRows(QModelIndex(), len(self.runs), len(self.runs))
        self.runs.append(run)
        self.endInsertRows()
        self._note(run)

    def go_on(self, run: Run, checkpoint: Checkpoint) -> None:
        """This run trains again, from this state."""
        run.go_back_to(checkpoint)
        if run in self.runs:  # else it was deleted a moment ago, and is about to end
            self.current = run
        self._note(run)

    def extend(self, run: Run, advanced: Advanced) -> None:
        """Add the losses of further batches, and the test accuracy if an epoch ended."""
        run.history.extend(advanced.losses, advanced.seconds)
        if advanced.accuracy is not None:
            run.history.add_accuracy(advanced.accuracy)
        self._note(run)

    def score(self, run: Run, batches: int, scores: Scores) -> None:
        """Note how good a run's network is after so many batches."""
        if not run.is_at_hand:
            run.history = run.history.until()  # the one there was may be on its way to a file
        run.history.add_scores(batches, scores)
        self._note(run, is_act=False)

    def intervene(self, run: Run, intervention: Intervention) -> None:
        """Note what was done to a run by hand."""
        run.history.add_intervention(intervention)
        self._note(run)

    def add_epoch(self, run: Run) -> None:
        """Let a finished run have one more epoch. Raises RecipeError if that is one too many."""
        run.add_epoch()
        self._note(run)

    def take_back_epoch(self, run: Run) -> None:
        """Let a run be finished again that nothing was trained of since it was given one more epoch."""
        run.take_back_epoch()
        self.shelve(run)
        self._note(run)

    def take(self, run: Run, snapshot: Snapshot, probabilities: Floats | None) -> None:
        """Keep a run's newest weights, and what they say of the drawing; None if there is none.

        What an earlier epoch's weights say, which a run ends with, is part of its history already.
        """
        run.snapshot = snapshot
        if len(run.probabilities) and snapshot.updates < run.probabilities.batches[-1]:
            pass
        elif probabilities is None:
            run.probabilities.add_gap(snapshot.updates)
        else:
            run.probabilities.extend(snapshot.updates, probabilities)
        self._note(run)

    def note_sample(self, run: Run, updates: int, share: float) -> None:
        """Note a run's accuracy on the sample of the test images after so many updates.

        A run that was deleted meanwhile, or has gone back, is left alone.
        """
        if run not in self.runs:
            return
        if not run.is_at_hand:
            run.history = run.history.until()  # the one there was may be on its way to a file
        if run.history.add_sample_accuracy(updates, share):
            self._note(run, is_act=False)

    def keep(self, run: Run, checkpoint: Checkpoint) -> None:
        """Keep the newest state that a run can go on from."""
        run.take_checkpoint(checkpoint)
        self._note(run)

    def keep_moment(self, run: Run, moment: Moment) -> None:
        """Keep what the network was after some of a run's batches."""
        run.keep_moment(moment)
        self._note(run)

    def have_moments(self, run: Run, moments: Sequence[Moment]) -> None:
        """Let a run have these moments and no others."""
        run.moments = tuple(moments)
        self._note(run)

    def change_rate(self, run: Run, rate: float) -> None:
        """Note that a run uses another learning rate from its next batch on."""
        run.change_learning_rate(rate)
        self._note(run)

    def shelve(self, run: Run) -> None:
        """Put an ended run's weights on the disk, away from the window's thread; till then they stay in memory.

        Then the system gets back what training it has left behind, and TensorFlow's compiler: free memory in small
        pieces.
        """
        weights = run.weights_to_shelve
        if weights is None:
            return

        def shelved(place: Shelved | None) -> None:
            run.replace_by_shelved(weights, place)  # nothing to announce: the run is what it was
            self._for_file.pop(run, None)
            self._soon.start()

        self._jobs.do(lambda: weights.put(self.shelf), shelved, lambda _: None)

    def _give_back(self) -> None:
        """Give memory back once for all the weights that were shelved."""
        self._jobs.do(heap.give_back, lambda _: None, lambda _: None)

    # What a user does with runs.

    def for_file(self, run: Run) -> Run:
        """Return a run as another thread may write it: the same as last time, if nothing of it has changed since.

        To copy a thousand takes a tenth of a second, and it is asked for each second.
        """
        if run not in self._for_file:
            self._for_file[run] = run.for_file()
        return self._for_file[run]

    def rename(self, run: Run, name: str) -> None:
        """Give a run another name; an empty one is ignored, and a very long one cut."""
        name = proper_name(name)
        if name and name != run.name:
            run.name, run.tried = name, None
            self._note(run)

    def show(self, run: Run, visible: bool) -> None:
        """Show or hide a run's curve."""
        if visible != run.visible:
            run.visible = visible
            self._note(run)

    def delete(self, run: Run) -> None:
        """Delete a run; the deletion can be undone."""
        self.undo_stack.push(RunDeletion(self, run))

    def put(self, runs: list[Run], current: Run | None) -> None:
        """Have these runs instead of those there were; the next one is numbered after them."""
        self.beginResetModel()
        self.runs, self.current = list(runs), current
        self._for_file.clear()
        self._word_names()
        self._next_number = max((run.number + 1 for run in runs), default=0)
        self.endResetModel()
        self._note(None)

    def remove(self, run: Run, current: Run | None) -> None:
        """Take a run out of the list; ``current`` is the current one then."""
        place = self.runs.index(run)
        self.current = current
        self.beginRemoveRows(QModelIndex(), place, place)
        del self.runs[place]
        self._for_file.pop(run, None)
        self.endRemoveRows()
        self._note(None)

    def insert(self, place: int, run: Run, current: Run | None) -> None:
        """Put a run back where it was; ``current`` is the current one then."""
        place = min(place, len(self.runs))
        self.current = current
        self._next_number = max(self._next_number, run.number + 1)
        self.beginInsertRows(QModelIndex(), place, place)
        self.runs.insert(place, run)
        self._word_names()
        self.endInsertRows()
        self._note(run)

    def translate(self) -> None:
        """Have all read anew, in another language: also what runs are called that nobody has named."""
        self._word_names()
        super().translate()

    def _word_names(self) -> None:
        """Call the runs of attempts by what is tried, in the program's language: no change of any of them."""
        for run in self.runs:
            name = name_now(run)
            if name != run.name:
                run.name = name
                self._for_file.pop(run, None)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Announce what happens within only at its end, when all that belongs to it has happened."""
        self._held = True
        try:
            yield
        finally:
            self._held = False
            self._announce()

    def _note(self, run: Run | None, *, is_act: bool = True) -> None:
        if run is not None:
            self._for_file.pop(run, None)
        if run is not None and run not in self.runs:  # what is left of one that is not shown to anybody
            return
        if run is not None and run not in self._touched:
            self._touched.append(run)
        self._pending, self._is_act = True, self._is_act or is_act
        if not self._held:
            self._announce()

    def _announce(self) -> None:
        touched, self._touched = self._touched, []
        pending, is_act = self._pending, self._is_act
        self._pending = self._is_act = False
        self.compare()
        for run in touched:
            if run in self.runs:
                place = self.runs.index(run)
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))
        if is_act:
            self.acted.emit()
        if pending:
            self.changed.emit()
