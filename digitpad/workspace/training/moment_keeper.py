"""Keeps the moments of runs as they train, and no more of them than the disk shall hold."""

from PySide6.QtCore import QObject, Signal

from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Ending
from digitpad.runs.moments.best import best_moment
from digitpad.runs.moments.choice import MOST, ends_by_hand, least_missed, was_intervened
from digitpad.runs.moments.moment import Moment
from digitpad.runs.moments.plan import planned
from digitpad.runs.run import Run
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.runs.run_list import RunList

MOST_BYTES = 500_000_000
"""Of all runs' moments together."""

MOST_AT_HAND_BYTES = 16 << 20
"""What a run's moments may take of the memory while it is under way: ten of the lesson's network."""


class MomentKeeper(QObject):
    """Hears of the weights that a run comes by, and keeps those that are worth it.

    The disk gets them when the run has ended, or where they are many or large: those of a run that is stepped
    through are in the store of unsaved work already, and need not be written twice.

    These are the planned ones, those before and after whatever is done to the run by hand, those of the epoch that
    it would end with by validation, and its last.

    Attributes:
        most_bytes: what all runs' moments may take; the oldest runs' go first.

    Signals:
        thinned(): an earlier run has fewer moments now, as there is no room for all; told once.
    """

    thinned = Signal()

    def __init__(self, runs: RunList, jobs: FileJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.most_bytes = MOST_BYTES
        self._runs = runs
        self._jobs = jobs
        self._has_told = False
        self._at_most: int | None = None  # what is taken is no more; counted when that is too much
        runs.rowsInserted.connect(self._count_again)
        runs.modelReset.connect(self._count_again)

    @property
    def bytes(self) -> int:
        """What the moments of all runs take."""
        return sum(len(run.moments) * run.moments[0].bytes for run in self._runs.runs if run.moments)

    def follow(self, run: Run, snapshot: Snapshot) -> None:
        """A run has come to these weights, or begins with them; its own are still those that came before."""
        before = run.snapshot if run.is_at_hand else None
        if before is not None and was_intervened(run.history, before.updates, snapshot.updates):
            self.keep(run, before)
            self.keep(run, snapshot)
        elif snapshot.updates in planned(run.recipe) or _is_chosen(run, snapshot.updates):
            self.keep(run, snapshot)

    def end(self, run: Run, how: Ending) -> None:
        """A part of a run has ended: keep the run's last weights, or those that batches by hand led to."""
        snapshot = run.snapshot if run.is_at_hand else None
        if snapshot is not None and (how is not Ending.PAUSED or ends_by_hand(run.history, snapshot.updates)):
            self.keep(run, snapshot)
        if how is not Ending.PAUSED:
            self._shelve(run)

    def keep(self, run: Run, snapshot: Snapshot) -> None:
        """Keep these weights of a run, unless it has them; it lets go of others when it has too many."""
        if any(kept.updates == snapshot.updates for kept in run.moments):
            return
        moment = Moment(snapshot)
        self._runs.keep_moment(run, moment)
        if sum(kept.bytes for kept in run.moments if kept.at_hand is not None) > MOST_AT_HAND_BYTES:
            self._shelve(run)
        kept = list(run.moments)
        while len(kept) > MOST and (missed := least_missed(kept, _wanted(run))) is not None:
            kept.remove(missed)
        if len(kept) < len(run.moments):
            self._runs.have_moments(run, kept)
        if self._at_most is not None:
            self._at_most += moment.bytes
        self._thin()

    def _shelve(self, run: Run) -> None:
        moments, shelf = [moment for moment in run.moments if moment.at_hand is not None], self._runs.shelf

        def work() -> None:
            for moment in moments:
                moment.shelve(shelf)

        if moments:
            self._jobs.do(work, lambda _: None, lambda _: None)

    def _thin(self) -> None:
        if self._at_most is None or self._at_most > self.most_bytes:
            self._at_most = self.bytes
        if self._at_most <= self.most_bytes:
            return
        # The oldest runs' moments between their first and last, then all of theirs.
        for which in (least_missed, _first):
            for run in self._runs.runs:
                if self._at_most <= self.most_bytes:
                    break
                kept = list(run.moments)
                while self._at_most > self.most_bytes and (missed := which(kept)) is not None:
                    kept.remove(missed)
                    self._at_most -= missed.bytes
                if len(kept) < len(run.moments):
                    self._runs.have_moments(run, kept)
        if not self._has_told:
            self._has_told = True
            self.thinned.emit()

    def _count_again(self) -> None:
        self._at_most = None


def _is_chosen(run: Run, updates: int) -> bool:
    """Say whether a run may end with these weights, or has ended by itself after them."""
    is_best = run.recipe.best_weights and updates == run.best_epoch
    return is_best or (updates == len(run.history) and run.is_out_of_patience)


def _wanted(run: Run) -> set[int]:
    """Return after how many batches a run's weights are kept rather than others."""
    chosen = {found.updates for found in [best_moment(run)] if found is not None and run.recipe.best_weights}
    return chosen | set(planned(run.recipe))


def _first(moments: list[Moment]) -> Moment | None:
    return moments[0] if moments else None
