"""Measures the run under way on a sample of the test images, a few times a second, on a thread of its own."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from digitpad.arrays import Images, Labels
from digitpad.data.mnist import load_dataset
from digitpad.data.pictures import Pictures
from digitpad.data.sample import sample_of
from digitpad.errors import DataFileError, UserError
from digitpad.network.evaluation import snapshot_accuracy
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Begun, CheckpointTaken, Ended, Event, SnapshotTaken
from digitpad.runs.run import Run
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.training import Training
from digitpad.workspace.worker import Worker

LEAST_SECONDS = 0.25
"""From the beginning of one measurement to that of the next."""

SHARE = 0.05
"""Share of a core's time that measurements may take: those of a large network come less often."""

MOST_DUE = 8
"""Weights that wait to be measured, whatever comes after them. Who steps through a huge network waits longer for
its measurements than for its steps; the oldest are left out then."""

PATIENCE_SECONDS = 0.2
"""How long closing waits for what is still to be measured."""


@dataclass(eq=False)
class _Measurement:
    run: Run
    snapshot: Snapshot
    held_out: Pictures
    wanted: bool = True


@dataclass(frozen=True)
class _Measured:
    share: float | None
    """None if it was not wanted any more before the end."""
    seconds: float
    """Of a core, not of a clock: waiting for others costs nobody anything."""


class Sampler(QObject):
    """Follows what training reports, and notes each measurement in its run.

    The weights that a run begins with and those at the end of a stint are always measured, others when it is time;
    those too that a stint ends with long after nobody waited for it any more.
    Without MNIST the class's digits that are held out take the sample's place, as they do at an epoch's end. If
    there are none of them either, nothing is said of it: who trains hears of it anyway.
    """

    def __init__(self, training: Training, runs: RunList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._supplies = training.supplies
        self._due: list[_Measurement] = []
        self._newest: _Measurement | None = None
        self._worker: Worker | None = None
        self._hopeless: Run | None = None
        self._began = self._next = 0.0
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        training.reported.connect(self._follow)
        training.learnt_late.connect(self._follow_late)

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work, and nothing it found waits to be noted."""
        return self._worker is None

    def shut_down(self) -> None:
        """End the thread and wait for it; what is measured by then is noted, and nothing is begun any more."""
        self._newest = None
        end = time.monotonic() + PATIENCE_SECONDS
        while (worker := self._worker) is not None:
            if not worker.wait(max(0, round(1000 * (end - time.monotonic())))):
                self._closed = True
                worker.requestInterruption()
                worker.wait()
            self._on_report(worker.subject, worker.last)
        self._closed = True
        self._timer.stop()

    def _follow(self, run: Run, event: Event) -> None:
        match event:
            case Begun(snapshot=snapshot, checkpoint=None):
                self._due.append(self._measurement(run, snapshot))
            case Begun(checkpoint=checkpoint) if checkpoint is not None:
                self._forget_after(run, checkpoint.snapshot.updates)
                self._due.append(self._measurement(run, checkpoint.snapshot))
            case SnapshotTaken(snapshot):
                self._newest = self._measurement(run, snapshot)
            case CheckpointTaken(checkpoint):
                self._newest = self._measurement(run, checkpoint.snapshot)
            case Ended() if self._newest is not None:
                self._due.append(self._newest)
                self._newest = None
        self._begin()

    def _follow_late(self, run: Run, event: Event) -> None:
        """The run's stint has ended already: what it has learnt last of all is due at once."""
        if isinstance(event, CheckpointTaken):
            self._due.append(self._measurement(run, event.checkpoint.snapshot))
            self._begin()

    def _measurement(self, run: Run, snapshot: Snapshot) -> _Measurement:
        return _Measurement(run, snapshot, self._supplies.held_out)

    def _forget_after(self, run: Run, updates: int) -> None:
        """A run goes on from here: what it had learnt beyond is no part of it any more."""
        under_way = [] if self._worker is None else [self._worker.subject]
        for measurement in (*self._due, *under_way):
            if isinstance(measurement, _Measurement) and measurement.run is run:
                measurement.wanted = measurement.wanted and measurement.snapshot.updates <= updates

    def _begin(self) -> None:
        """Begin what is due, or else to measure the newest weights if it is time."""
        del self._due[:-MOST_DUE]
        while self._is_free and self._due:
            self._measure(self._due.pop(0))
        if not self._is_free or self._newest is None:
            return
        rest = self._next - time.monotonic()
        if rest > 0:
            self._timer.start(1 + int(1000 * rest))
        else:
            newest, self._newest = self._newest, None
            self._measure(newest)

    @property
    def _is_free(self) -> bool:
        return self._worker is None and not self._closed

    def _measure(self, measurement: _Measurement) -> None:
        """Begin to measure, unless nobody would learn anything by it."""
        run, updates = measurement.run, measurement.snapshot.updates
        known = any(done == updates for done, _ in run.history.sample_accuracies)
        if known or not measurement.wanted or run is self._hopeless or run not in self._runs.runs:
            return

        def work(worker: Worker) -> _Measured:
            start = time.thread_time()
            images, labels = _sample(measurement.held_out)
            share = snapshot_accuracy(
                measurement.snapshot,
                images,
                labels,
                lambda: measurement.wanted and not worker.isInterruptionRequested(),
            )
            return _Measured(share, time.thread_time() - start)

        self._began = time.monotonic()
        self._worker = Worker(measurement, work, lambda problem: problem, "job-failed", self)
        self._worker.reported.connect(self._on_report)
        self._worker.start()

    def _on_report(self, measurement: object, result: object) -> None:
        worker = self._worker
        if worker is None or not isinstance(measurement, _Measurement) or worker.subject is not measurement:
            return  # it was waited for in the meantime
        worker.wait()  # it has said its last word, so this takes no time
        worker.deleteLater()
        self._worker = None
        self._next = self._began + LEAST_SECONDS
        match result:
            case _Measured(share, seconds):
                self._next = max(self._next, self._began + seconds / SHARE)
                if share is not None and measurement.wanted:
                    self._runs.note_sample(measurement.run, measurement.snapshot.updates, share)
            case UserError():
                self._hopeless = measurement.run
        self._begin()


def _sample(held_out: Pictures) -> tuple[Images, Labels]:
    """Return what is measured on, uint8 (n, 784) and (n,): MNIST's sample, or these where it is missing.

    Raises DataFileError if there are none.
    """
    try:
        return sample_of(load_dataset())  # slow the first time in a process
    except DataFileError:
        if not len(held_out):
            raise
        return held_out.images, held_out.labels
