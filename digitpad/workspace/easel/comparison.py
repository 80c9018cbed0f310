"""A second network that answers beside the first."""

from PySide6.QtCore import QObject, Signal

from digitpad.network.snapshot import Snapshot
from digitpad.runs.run import Run
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.training.run_list import RunList


class Comparison(QObject):
    """Keeps the newest weights of the compared run at hand, so that no answer waits for a disk.

    Attributes:
        run: the compared run, None if there is none.
        snapshot: its newest weights, None until they have been read.

    Signals:
        changed(): another run, or other weights.
    """

    changed = Signal()

    def __init__(self, runs: RunList, jobs: FileJobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run: Run | None = None
        self.snapshot: Snapshot | None = None
        self._runs = runs
        self._jobs = jobs
        runs.changed.connect(self._follow)

    def begin(self, run: Run) -> None:
        """Let a run's network, as it is at any time, answer beside the first."""
        self.run, self.snapshot = run, None
        if run.is_at_hand:
            self.snapshot = run.snapshot
        else:
            self._jobs.do(lambda: (run, run.snapshot), self._take, lambda _: None)
        self.changed.emit()

    def end(self) -> None:
        """Let one network answer again."""
        if self.run is not None:
            self.run = self.snapshot = None
            self.changed.emit()

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
        elif run.is_at_hand and run.snapshot is not self.snapshot:
            self.snapshot = run.snapshot
            self.changed.emit()
