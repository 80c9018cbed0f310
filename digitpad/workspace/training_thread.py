"""Drives a training session away from the window's thread."""

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advance, DivergedError
from digitpad.runs.recipe import Recipe
from digitpad.workspace.loader import lower_priority

if TYPE_CHECKING:
    from digitpad.engines.loop import TrainingSession

log = logging.getLogger(__name__)

SNAPSHOT_SECONDS = 1 / 30
"""Least time between two snapshots of the weights: the bars need no more pictures than that."""

CHECKPOINT_SECONDS = 2.0
"""Time between two checkpoints: what a crash can cost of a run."""

SLOW_SECONDS = 0.1
"""Batches that take longer than this have a checkpoint each."""


class Step(Enum):
    """How far a step goes: one batch, or to the end of the epoch."""

    BATCH = auto()
    EPOCH = auto()


@dataclass(frozen=True)
class Job:
    """What a thread is to do: a recipe, where to go on from, how far, and whether as the lesson's eager loop."""

    recipe: Recipe
    checkpoint: Checkpoint | None = None
    step: Step | None = None
    line_by_line: bool = False


class TrainingThread(QThread):
    """Trains until the job is done or somebody asks it to end; always ends with one of its last signals.

    Attributes:
        job: what it is to do.
        pausing: whether to end with ``paused`` instead of ``stopped`` when interrupted.
        program_is_free: set when the thread has let go of the compiled program.
        learning_rate: None, or another learning rate, to be used from the next batches on.

    Signals:
        begun(Plan): the run has started, or goes on.
        advanced(Advance): some batches are done, with all their losses.
        snapshot_taken(Snapshot): the weights as they are now, at most 30 times a second.
        checkpoint_taken(Checkpoint): all that the run needs to go on from here, every two seconds and at the end.
        completed(): all epochs are done.
        paused(), stopped(): the run was asked to end, and did.
        failed(str): the run cannot go on; a sentence that says why and what to do.
    """

    begun = Signal(object)
    advanced = Signal(object)
    snapshot_taken = Signal(object)
    checkpoint_taken = Signal(object)
    completed = Signal()
    paused = Signal()
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, job: Job, before: Sequence[threading.Event] = (), parent: QObject | None = None) -> None:
        """Prepare to do ``job`` when all ``before`` are set: by threads that use the same compiled program."""
        super().__init__(parent)
        self.job = job
        self.pausing = False
        self.learning_rate: float | None = None
        self.program_is_free = threading.Event()
        self._before = before

    def run(self) -> None:
        """Train, and say how it ended."""
        lower_priority()
        for program_is_free in self._before:
            program_is_free.wait()
        if self.isInterruptionRequested():  # stopped before it could begin
            self.program_is_free.set()
            self.stopped.emit()
            return
        try:
            session = self._session()
            self.begun.emit(session.plan)
            session.attach()
            try:
                self._train(session)
            finally:
                session.detach()
        except DivergedError as error:
            if error.advance is not None:  # a class shall see the loss shoot up
                self.advanced.emit(error.advance)
            self.failed.emit(str(error))
        except Exception as error:  # a boundary: whatever goes wrong here must reach the user as a sentence
            log.exception("training failed")
            self.failed.emit(
                self.tr("Training stopped because of an error: %1. You can train again.").replace(
                    "%1", str(error).splitlines()[0] if str(error) else type(error).__name__
                )
            )
        else:
            self._ending(session).emit()
        finally:
            self.program_is_free.set()

    def _session(self) -> "TrainingSession":
        from digitpad.data.mnist import load_dataset
        from digitpad.engines.loop import TrainingSession
        from digitpad.engines.program import Execution

        execution = Execution.EAGER if self.job.line_by_line else None
        return TrainingSession(self.job.recipe, load_dataset(), execution, self.job.checkpoint)

    def _ending(self, session: "TrainingSession") -> SignalInstance:
        if session.finished:
            return self.completed
        stepped = self.job.step is not None and not self.isInterruptionRequested()
        return self.paused if self.pausing or stepped else self.stopped

    def _train(self, session: "TrainingSession") -> None:
        last_snapshot = last_checkpoint = time.monotonic()
        end = self._end(session)
        while session.batches_done < end and not self.isInterruptionRequested():
            self._set_learning_rate(session)
            advance = session.advance(end - session.batches_done)
            if len(advance.losses) == 0:  # the images are still being prepared
                continue
            self.advanced.emit(advance)
            now = time.monotonic()
            if now - last_checkpoint >= CHECKPOINT_SECONDS or _is_slow(advance):
                last_checkpoint = last_snapshot = now
                self._keep(session)
            elif now - last_snapshot >= SNAPSHOT_SECONDS:
                last_snapshot = now
                self.snapshot_taken.emit(session.snapshot())
        self._set_learning_rate(session)  # asked for during the last batches: it is what the run goes on with
        self._keep(session)

    def _set_learning_rate(self, session: "TrainingSession") -> None:
        if self.learning_rate is not None:
            session.set_learning_rate(self.learning_rate)

    def _end(self, session: "TrainingSession") -> int:
        """Return the number of batches to stop at."""
        if self.job.step is Step.BATCH:
            return session.batches_done + 1
        if self.job.step is Step.EPOCH:
            return (session.batches_done // session.batches_per_epoch + 1) * session.batches_per_epoch
        return session.total_batches

    def _keep(self, session: "TrainingSession") -> None:
        checkpoint = session.checkpoint()
        self.snapshot_taken.emit(checkpoint.snapshot)
        self.checkpoint_taken.emit(checkpoint)


def _is_slow(advance: Advance) -> bool:
    return advance.seconds > SLOW_SECONDS * len(advance.losses)
