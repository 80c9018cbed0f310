"""Drives a training session away from the window's thread."""

import logging
import time
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance

from digitpad.learning.progress import DivergedError
from digitpad.learning.recipe import Recipe
from digitpad.ui.tensorflow_loader import lower_priority

if TYPE_CHECKING:
    from digitpad.learning.session import TrainingSession

log = logging.getLogger(__name__)

SNAPSHOT_SECONDS = 1 / 30
"""Least time between two snapshots of the weights: the bars need no more pictures than that."""


class Step(Enum):
    """How far a step goes: one batch, or to the end of the epoch."""

    BATCH = auto()
    EPOCH = auto()


class TrainingThread(QThread):
    """Trains until the recipe is done or somebody asks it to end; always ends with one of its last signals.

    Attributes:
        recipe: what the run is made of.
        session: the run under way; None until the thread has begun it.
        line_by_line: whether a new session runs the lesson's loop eagerly, as it stands on the page.
        step: how far to go before pausing; None for the whole run.
        pausing: whether to end with ``paused`` instead of ``stopped`` when interrupted.

    Signals:
        begun(TrainingSession): the run has started, or goes on.
        advanced(Advance): some batches are done, with all their losses.
        snapshot_taken(Snapshot): the weights as they are now, at most 30 times a second.
        completed(): all epochs are done.
        paused(), stopped(): the run was asked to end, and did; the session can go on.
        failed(str): the run cannot go on; a sentence that says why and what to do.
    """

    begun = Signal(object)
    advanced = Signal(object)
    snapshot_taken = Signal(object)
    completed = Signal()
    paused = Signal()
    stopped = Signal()
    failed = Signal(str)

    def __init__(
        self, recipe: Recipe, session: "TrainingSession | None" = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.recipe = recipe
        self.session = session
        self.line_by_line = False
        self.step: Step | None = None
        self.pausing = False

    def run(self) -> None:
        """Train, and say how it ended."""
        lower_priority()
        try:
            session = self._session()
            self.begun.emit(session)
            session.attach()
            try:
                self._train(session)
            finally:
                session.detach()
        except DivergedError as error:
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

    def _session(self) -> "TrainingSession":
        from digitpad.data.mnist import load_dataset
        from digitpad.learning.program import Execution
        from digitpad.learning.session import TrainingSession

        if self.session is None:
            execution = Execution.EAGER if self.line_by_line else None
            self.session = TrainingSession(self.recipe, load_dataset(), execution)
        return self.session

    def _ending(self, session: "TrainingSession") -> SignalInstance:
        if session.finished:
            return self.completed
        return self.paused if self.pausing or self.step is not None else self.stopped

    def _train(self, session: "TrainingSession") -> None:
        last_snapshot = 0.0
        end = self._end(session)
        while session.batches_done < end and not self.isInterruptionRequested():
            advance = session.advance(end - session.batches_done)
            if len(advance.losses) == 0:  # the images are still being prepared
                continue
            self.advanced.emit(advance)
            now = time.monotonic()
            if now - last_snapshot >= SNAPSHOT_SECONDS:
                last_snapshot = now
                self._show(session)
        self._show(session)

    def _end(self, session: "TrainingSession") -> int:
        """Return the number of batches to stop at."""
        if self.step is Step.BATCH:
            return session.batches_done + 1
        if self.step is Step.EPOCH:
            return (session.batches_done // session.batches_per_epoch + 1) * session.batches_per_epoch
        return session.total_batches

    def _show(self, session: "TrainingSession") -> None:
        snapshot = session.snapshot()
        if snapshot.finite:  # else the next batch's loss ends the run; the last good network stays
            self.snapshot_taken.emit(snapshot)
