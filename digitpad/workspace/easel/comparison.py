"""A second network that answers beside the first."""

from PySide6.QtCore import QObject, Signal

from digitpad.network.snapshot import Snapshot
from digitpad.runs.moments.moment import Moment
from digitpad.runs.run import Run
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.runs.run_list import RunList


class Comparison(QObject):
    """Keeps the newest weights of the compared run at hand, so that no answer waits for a disk.

    Attributes:
        run: the compared run, None if there is none.
        snapshot: its newest weights, None until they have been read; or those of a moment that is looked back to.
        moment: that moment, None while the newest answer.

    Signals:
        changed(): another run, or other weights.
    """

    changed = Signal()

    def __init__(self, runs: RunList, jobs: FileJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self.snapshot: Snapshot | None = None
        self.moment: Moment | None = None
        self._runs = runs
        self._jobs = jobs
        runs.changed.connect(self._follow)

    def begin(self, run: Run) -> None:
        """Let a run's network, as it is at any time, answer beside the first."""
        self.run, self.snapshot, self.moment = run, None, None
        self._take_newest(run)
        self.changed.emit()

    def look_back(self, moment: Moment, snapshot: Snapshot) -> None:
        """Let the compared run answer as it was at one of its moments."""
        if self.run is not None and (moment is not self.moment or snapshot is not self.snapshot):
            self.moment, self.snapshot = moment, snapshot
            self.changed.emit()

    def return_to_now(self) -> None:
        """Let its newest weights answer again."""
        if self.run is not None and self.moment is not None:
            self.moment = self.snapshot = None
            self._take_newest(self.run)
            self.changed.emit()

    def end(self) -> None:
        """Let one network answer again."""
        if self.run is not None:
            self.run = self.snapshot = self.moment = None
            self.changed.emit()

    def _take_newest(self, run: Run) -> None:
        if run.is_at_hand:
            self.snapshot = run.snapshot
        else:
            self._jobs.do(lambda: (run, run.snapshot), self._take, lambda _: None)

    def _take(self, read: tuple[Run, Snapshot | None]) -> None:
        run, snapshot = read
        if run is self.run and self.snapshot is None:
            self.snapshot = snapshot
            self.changed.emit()

    def _follow(self) -> None:
        run = self.run
        if run is None:
            return
        if run not in self._runs.runs:
            self.end()
        elif self.moment is None and run.is_at_hand and run.snapshot is not self.snapshot:
            self.snapshot = run.snapshot
            self.changed.emit()
