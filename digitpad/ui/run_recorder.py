"""Writes down what the training thread reports: losses, accuracies, weights, probabilities."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from digitpad.learning.progress import Advance
from digitpad.learning.recipe import Recipe
from digitpad.learning.snapshot import Snapshot
from digitpad.ui.answering_network import AnsweringNetwork
from digitpad.ui.recognizer import Recognizer
from digitpad.ui.run import RunList
from digitpad.ui.training_control import TrainingControl

if TYPE_CHECKING:
    from digitpad.learning.session import TrainingSession


class RunRecorder(QObject):
    """Keeps the current run up to date, and lets its weights answer the canvas."""

    def __init__(
        self,
        control: TrainingControl,
        runs: RunList,
        network: AnsweringNetwork,
        recognizer: Recognizer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs = runs
        self._network = network
        self._recognizer = recognizer
        control.begun.connect(self._begin)
        control.resumed.connect(self._resume)
        control.advanced.connect(self._advance)
        control.snapshot_taken.connect(self._follow)
        for ending in (control.completed, control.stopped, control.paused):
            ending.connect(self._end)
        control.failed.connect(lambda _: self._end())

    def _begin(self, recipe: Recipe, session: "TrainingSession") -> None:
        run = self._runs.begin(recipe, session.batches_per_epoch, session.total_batches)
        run.session = session
        run.line_by_line = session.execution == "eager"
        self._network.begin(recipe)

    def _resume(self, session: "TrainingSession") -> None:
        run = next((run for run in self._runs.runs if run.session is session), None)
        if run is not None:
            self._runs.make_current(run)
            self._network.begin(run.recipe, run.snapshot)

    def _advance(self, advance: Advance) -> None:
        run = self._runs.current
        if run is not None:
            run.history.extend(advance.losses, advance.seconds)
            if advance.accuracy is not None:
                run.history.add_accuracy(advance.accuracy)

    def _follow(self, snapshot: Snapshot) -> None:
        self._network.follow(snapshot)
        run = self._runs.current
        if run is None:
            return
        run.snapshot = snapshot
        answer = self._recognizer.answer()
        if answer is not None:
            run.probabilities.append((snapshot.updates, [float(share) for share in answer.probabilities]))

    def _end(self) -> None:
        self._network.end()
        self._runs.changed.emit()
