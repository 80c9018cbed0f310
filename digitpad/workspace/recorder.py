"""Writes down what the training thread reports: losses, accuracies, weights, probabilities."""

from dataclasses import replace

from PySide6.QtCore import QObject

from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advance, Plan
from digitpad.runs.run import Run
from digitpad.workspace.answering_network import AnsweringNetwork
from digitpad.workspace.recognizer import Recognizer
from digitpad.workspace.run_list import RunList
from digitpad.workspace.training import State, TrainingControl


class RunRecorder(QObject):
    """Keeps the run under way up to date, and lets its weights answer the canvas."""

    def __init__(
        self,
        control: TrainingControl,
        runs: RunList,
        network: AnsweringNetwork,
        recognizer: Recognizer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._runs = runs
        self._network = network
        self._recognizer = recognizer
        self._first_rate: float | None = None
        control.begun.connect(self._begin)
        control.resumed.connect(self._resume)
        control.advanced.connect(self._advance)
        control.snapshot_taken.connect(self._follow)
        control.checkpoint_taken.connect(self._keep)
        control.paused.connect(self._pause)
        for ending in (control.completed, control.stopped):
            ending.connect(self._end)
        control.failed.connect(lambda _: self._end())
        control.late.connect(self._complete)

    @property
    def run(self) -> Run | None:
        """The run that trains, is paused, or trained last; also when it was deleted meanwhile."""
        return self._control.run

    def change_learning_rate(self, rate: float) -> None:
        """Let the run under way use another learning rate from its next batch on, and mark where."""
        run = self.run
        if not self._control.is_under_way:
            return
        if run is None:  # about to begin
            if self._control.set_learning_rate(rate):
                self._first_rate = rate
            return
        if self._control.state is State.PAUSED and run.checkpoint is not None:
            changed = run.checkpoint.learning_rate != rate
            run.take_checkpoint(replace(run.checkpoint, learning_rate=rate))
        else:
            changed = self._control.set_learning_rate(rate)
        if changed:
            run.history.add_rate_change(rate)
            self._runs.changed.emit()

    def _begin(self, plan: Plan) -> None:
        run = self._control.run = self._runs.begin(plan)
        if self._first_rate is not None:
            run.history.add_rate_change(self._first_rate)
            self._first_rate = None
        self._network.begin(run)

    def _resume(self, run: Run) -> None:
        run.go_back_to_checkpoint()
        self._runs.make_current(run)
        self._network.begin(run)

    def _advance(self, advance: Advance) -> None:
        if self.run is not None:
            _record(self.run, advance)

    def _follow(self, snapshot: Snapshot) -> None:
        self._network.follow(snapshot)
        if self.run is None:
            return
        first = not self.run.is_trained
        self.run.snapshot = snapshot
        if first:  # from now on the run can be compared
            self._runs.changed.emit()
        answer = self._recognizer.answer()
        if answer is None:
            self.run.probabilities.add_gap(snapshot.updates)
        else:
            self.run.probabilities.extend(snapshot.updates, answer.probabilities)

    def _keep(self, checkpoint: Checkpoint) -> None:
        if self.run is not None:
            self.run.take_checkpoint(checkpoint)

    def _complete(self, run: Run, report: Advance | Checkpoint) -> None:
        """Add what a run has learnt while it was being stopped, unless it goes on again from before that."""
        if run is self.run and self._control.is_under_way:
            return
        if isinstance(report, Advance):
            if report.first_batch != len(run.history):
                return
            run.history = run.history.until()  # the one there was may be on its way to a file
            _record(run, report)
        elif report.snapshot.updates == len(run.history):  # else a thread's that never came to train
            run.take_checkpoint(report)
            run.shelve(self._runs.shelf)
        if run in self._runs.runs:
            self._runs.changed.emit()

    def _pause(self) -> None:
        self._network.end()
        self._runs.changed.emit()

    def _end(self) -> None:
        self._first_rate = None
        self._network.end()
        if self.run is not None:
            self.run.shelve(self._runs.shelf)
        self._runs.changed.emit()


def _record(run: Run, advance: Advance) -> None:
    run.history.extend(advance.losses, advance.seconds)
    if advance.accuracy is not None:
        run.history.add_accuracy(advance.accuracy)
