"""Drives a training session away from the window's thread."""

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from digitpad.learning.progress import DivergedError
from digitpad.learning.recipe import Recipe
from digitpad.ui.tensorflow_loader import lower_priority

if TYPE_CHECKING:
    from digitpad.learning.session import TrainingSession

log = logging.getLogger(__name__)

SNAPSHOT_SECONDS = 1 / 30
"""Least time between two snapshots of the weights: the bars need no more pictures than that."""


class TrainingThread(QThread):
    """Trains until the recipe is done or somebody asks it to stop; always ends with one of its last signals.

    Attributes:
        recipe: what the run is made of.
        session: the run under way; None until the thread has begun it.

    Signals:
        begun(int, int): the run has started; batches in an epoch and in all.
        advanced(Advance): some batches are done, with all their losses.
        snapshot_taken(Snapshot): the weights as they are now, at most 30 times a second.
        completed(): all epochs are done.
        stopped(): the run was asked to stop, and did.
        failed(str): the run cannot go on; a sentence that says why and what to do.
    """

    begun = Signal(int, int)
    advanced = Signal(object)
    snapshot_taken = Signal(object)
    completed = Signal()
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: TrainingSession | None = None
        self.recipe = recipe

    def run(self) -> None:
        """Train, and say how it ended."""
        lower_priority()
        from digitpad.data.mnist import load_dataset
        from digitpad.learning.session import TrainingSession

        try:
            session = self.session = TrainingSession(self.recipe, load_dataset())
            self.begun.emit(session.batches_per_epoch, session.total_batches)
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
            (self.completed if session.finished else self.stopped).emit()

    def _train(self, session: "TrainingSession") -> None:
        last_snapshot = 0.0
        while not session.finished and not self.isInterruptionRequested():
            advance = session.advance()
            if len(advance.losses) == 0:  # the images are still being prepared
                continue
            self.advanced.emit(advance)
            now = time.monotonic()
            if now - last_snapshot >= SNAPSHOT_SECONDS:
                last_snapshot = now
                self._show(session)
        self._show(session)

    def _show(self, session: "TrainingSession") -> None:
        snapshot = session.snapshot()
        if snapshot.finite:  # else the next batch's loss ends the run; the last good network stays
            self.snapshot_taken.emit(snapshot)
