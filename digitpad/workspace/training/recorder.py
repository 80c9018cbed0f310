"""Applies what an engine reports, to the run and to the network that answers; only then is it published."""

from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import (
    Advanced,
    Begun,
    CheckpointTaken,
    Ended,
    Ending,
    Event,
    Intervened,
    Scored,
    SnapshotTaken,
)
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.easel.recognizer import Recognizer
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.moment_keeper import MomentKeeper


class Recorder:
    """Keeps the run under way up to date, and lets its weights answer the canvas.

    Whoever hears of a change finds everything that belongs to it changed already, in whatever order they listen.
    """

    def __init__(
        self, runs: RunList, network: AnsweringNetwork, recognizer: Recognizer, moments: MomentKeeper
    ) -> None:
        self._runs = runs
        self._moments = moments
        self._network = network
        self._recognizer = recognizer

    def record(self, run: Run, event: Event) -> None:
        """Apply an event of the run that trains."""
        with self._runs.held(), self._network.held():
            match event:
                case Begun():
                    self._begin(run, event)
                case Intervened(intervention):
                    self._runs.intervene(run, intervention)
                case Advanced():
                    self._runs.extend(run, event)
                case Scored(batches, scores):
                    self._runs.score(run, batches, scores)
                case SnapshotTaken(snapshot):
                    self._take(run, snapshot)
                case CheckpointTaken(checkpoint):
                    if not (run.is_at_hand and run.snapshot is checkpoint.snapshot):  # those have answered already
                        self._take(run, checkpoint.snapshot)
                    self._runs.keep(run, checkpoint)
                case Ended(how):
                    self._network.end()
                    self._moments.end(run, how)
                    if how is not Ending.PAUSED:
                        self._runs.shelve(run)

    def record_late(self, run: Run, event: Event) -> bool:
        """Add what a run has learnt while it was being stopped; if its network still answers, this does so now.

        Say whether the event is a part of the run now.
        """
        with self._runs.held(), self._network.held():
            return self._add_late(run, event)

    def _add_late(self, run: Run, event: Event) -> bool:
        done = len(run.history)
        if isinstance(event, Intervened) and event.intervention.first <= done < event.intervention.end:
            run.history = run.history.until()  # the one there was may be on its way to a file
            self._runs.intervene(run, event.intervention)
            return True
        if isinstance(event, Advanced) and event.first_batch == done:
            run.history = run.history.until()
            self._runs.extend(run, event)
            return True
        if isinstance(event, Scored) and event.batches_done == done:
            self._runs.score(run, done, event.scores)
            return True
        if isinstance(event, CheckpointTaken) and _is_newest(run, event.checkpoint.snapshot):
            self._runs.keep(run, event.checkpoint)  # first: the one before lies on the shelf
            if self._network.learn_late(run, event.checkpoint.snapshot):
                run.probabilities = run.probabilities.until()
                self._answer(run, event.checkpoint.snapshot)
            self._moments.end(run, Ending.STOPPED)
            self._runs.shelve(run)
            return True
        return False

    def _begin(self, run: Run, event: Begun) -> None:
        # The network first: rows of a table are announced as they come.
        if event.checkpoint is None:
            self._network.begin(run, event.snapshot)
            self._runs.begin(run, event.snapshot)
            self._take(run, event.snapshot)  # what the untrained network says belongs to the run too
        else:
            self._network.begin(run, event.checkpoint.snapshot)
            self._runs.go_on(run, event.checkpoint)
            self._moments.follow(run, event.checkpoint.snapshot)

    def _take(self, run: Run, snapshot: Snapshot) -> None:
        self._moments.follow(run, snapshot)
        self._network.follow(snapshot)
        self._answer(run, snapshot)

    def _answer(self, run: Run, snapshot: Snapshot) -> None:
        """Note what a run's newest weights say of the drawing."""
        answer = self._recognizer.answer_by(snapshot)
        self._runs.take(run, snapshot, None if answer is None else answer.probabilities)


def _is_newest(run: Run, snapshot: Snapshot) -> bool:
    """Say whether weights are what a run has come to, or ends with; else its thread never came to train."""
    ends_with_best = run.finished and run.recipe.best_weights
    return snapshot.updates == len(run.history) or (ends_with_best and snapshot.updates == run.best_epoch)
