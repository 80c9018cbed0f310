"""Keeps the moments of runs as they train, and no more of them than the disk shall hold."""

from PySide6.QtCore import QObject, Signal

from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Ending
from digitpad.runs.moments.choice import MOST, ends_by_hand, least_missed, was_intervened
from digitpad.runs.moments.moment import Moment
from digitpad.runs.moments.plan import planned
from digitpad.runs.run import Run
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.training.run_list import RunList

MOST_BYTES = 500_000_000
"""Of all runs' moments together."""


class MomentKeeper(QObject):
    """Hears of the weights that a run comes by, and keeps those that are worth it; the disk gets them at once.

    These are the planned ones, those before and after whatever is done to the run by hand, and its last.

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
        elif snapshot.updates in planned(run.recipe):
            self.keep(run, snapshot)

    def end(self, run: Run, how: Ending) -> None:
        """A part of a run has ended: keep the run's last weights, or those that batches by hand led to."""
        snapshot = run.snapshot if run.is_at_hand else None
        if snapshot is not None and (how is not Ending.PAUSED or ends_by_hand(run.history, snapshot.updates)):
            self.keep(run, snapshot)

    def keep(self, run: Run, snapshot: Snapshot) -> None:
        """Keep these weights of a run, unless it has them; it lets go of others when it has too many."""
        if any(kept.updates == snapshot.updates for kept in run.moments):
            return
        moment = Moment(snapshot)
        self._runs.keep_moment(run, moment)
        self._jobs.do(lambda: moment.shelve(self._runs.shelf), lambda _: None, lambda _: None)
        while len(run.moments) > MOST and (missed := least_missed(run.moments, planned(run.recipe))) is not None:
            self._runs.forget_moment(run, missed)
        self._thin()

    def _thin(self) -> None:
        while self.bytes > self.most_bytes:
            self._runs.forget_moment(*self._least_missed())
            if not self._has_told:
                self._has_told = True
                self.thinned.emit()

    def _least_missed(self) -> tuple[Run, Moment]:
        """Return what goes first: the oldest run's moments between its first and its last, then all of it."""
        for run in self._runs.runs:
            if (moment := least_missed(run.moments)) is not None:
                return run, moment
        return next((run, run.moments[0]) for run in self._runs.runs if run.moments)
