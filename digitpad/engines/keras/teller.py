"""The callback by which Keras' ``fit`` tells how it goes, and is told what is wanted of it."""

import math
import time
from collections.abc import Callable, Mapping

import keras
import numpy as np

from digitpad.engines.best_epoch import BestEpoch
from digitpad.engines.keras.feed import BatchFeed
from digitpad.engines.keras.program import BATCH_LOSS, KerasProgram
from digitpad.engines.loop import CHUNK_SECONDS
from digitpad.engines.protocol import Control, Job, Report
from digitpad.engines.scoring import ScoredSets
from digitpad.engines.stopwatch import Stopwatch
from digitpad.engines.tensorflow_engine import (
    CHECKPOINT_SECONDS,
    SLOW_SECONDS,
    SNAPSHOT_SECONDS,
    SNAPSHOT_SHARE,
)
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced, CheckpointTaken, DivergedError, Scored, SnapshotTaken
from digitpad.runs.moments.plan import planned
from digitpad.runs.schedule import learning_rates


class Teller(keras.callbacks.Callback):
    """Tells the losses of single batches, weights and accuracies; paces ``fit``, changes its rate, and ends it.

    Attributes:
        done: how many batches of the run are done.
        learning_rate: what the run goes on with: a rate, or the height of a schedule.
    """

    def __init__(
        self,
        program: KerasProgram,
        job: Job,
        feed: BatchFeed,
        sets: Callable[[], ScoredSets],
        best: BestEpoch,
        report: Report,
        control: Control,
    ) -> None:
        """``feed`` has the run's batches, ``sets`` what is measured at epochs' ends; ``best`` hears of that."""
        super().__init__()
        self.done = job.first_batch
        self.learning_rate = job.recipe.learning_rate if job.checkpoint is None else job.checkpoint.learning_rate
        self._program, self._job, self._feed = program, job, feed
        self._sets, self._best = sets, best
        self._report, self._control = report, control
        self._losses: list[float] = []
        self._seconds = 0.0
        self._watch = Stopwatch()
        # Of the last one the checkpoint at the end tells.
        self._moments = [moment for moment in planned(job.recipe) if moment < job.end]
        self._told_at = self._last_checkpoint = time.monotonic()
        self._next_snapshot = self._last_checkpoint + SNAPSHOT_SECONDS
        self._begun_at = self._pace = 0.0

    @property
    def is_wanted(self) -> bool:
        """Whether to go on with another batch."""
        return self.done < self._job.end and not (self._best.is_out_of_patience or self._control.end_wanted)

    def follow(self) -> None:
        """Use the learning rate that is wanted."""
        if self._control.learning_rate is not None:
            self.learning_rate = self._control.learning_rate

    def checkpoint(self) -> Checkpoint:
        """Return all that the run needs to go on. Raises DivergedError if the weights are not finite."""
        return Checkpoint(self._snapshot(), self._program.slots(), self.learning_rate)

    def end(self) -> None:
        """Tell what the run goes on with, or ends with."""
        self._tell()  # of batches after which it was the next one that nobody waited for
        self.follow()  # asked for during the last batches
        newest = last = self.checkpoint()
        if self.done >= self._job.recipe.total_batches or self._best.is_out_of_patience:
            last = self._best.checkpoint(newest)
        if last is not newest:  # it ends with an earlier epoch's weights: its last are a moment of it too
            self._report(SnapshotTaken(newest.snapshot))
        self._report(CheckpointTaken(last))

    def fit(self) -> None:
        """Let Keras fit what is left: of an epoch that has begun its rest, else all whole epochs."""
        per_epoch, into_epoch = self._job.recipe.batches_per_epoch, self.done % self._job.recipe.batches_per_epoch
        self._feed.first, self._feed.count = self.done, per_epoch - into_epoch
        epochs = 1 if into_epoch else math.ceil((self._job.end - self.done) / per_epoch)
        self._program.model.fit(self._feed, epochs=epochs, shuffle=False, verbose=0, callbacks=[self])

    def on_epoch_begin(self, epoch: int, logs: object = None) -> None:
        """Have the feed hand out this epoch's batches; nothing has trained since the watch was set."""
        self._feed.first = self.done
        self._watch = Stopwatch()

    def on_train_batch_begin(self, batch: int, logs: object = None) -> None:
        """Have the batch's images at hand, and give it its learning rate. Raises GivenUpError."""
        self._feed.wait_for(batch)
        self.follow()
        recipe = self._job.recipe
        [rate] = learning_rates(
            recipe.schedule,
            self.learning_rate,
            np.array([self.done]),
            per_epoch=recipe.batches_per_epoch,
            total=recipe.total_batches,
        )
        self._program.use_rate(float(rate))
        self._begun_at, self._pace = time.monotonic(), self._control.seconds_for(self.done)

    def on_train_batch_end(self, batch: int, logs: Mapping[str, float]) -> None:
        """Take the loss, tell what is due, wait as long as the pace asks for, and end what is not wanted."""
        self._seconds += self._watch.seconds()
        loss = float(np.float32(logs[BATCH_LOSS]))
        if not np.isfinite(loss):
            self._tell_losses()  # a class shall see the loss shoot up; of the weights it has made nothing is kept
            raise DivergedError("diverged", batch=self.done + 1, rate=self.learning_rate)
        self._losses.append(loss)
        self.done += 1
        rest = self._begun_at + self._pace - time.monotonic() if self._pace else 0.0
        if self._is_due(max(rest, 0.0)):
            self._tell()
            rest = self._begun_at + self._pace - time.monotonic()
        if rest > 0 and self.is_wanted:
            self._control.wait(rest)
        self.model.stop_training = not self.is_wanted
        if self.model.stop_training:
            self._tell()
        self._watch = Stopwatch()

    def _is_due(self, rest: float) -> bool:
        """Whether somebody would wait too long for these losses, or something else belongs to this batch."""
        waited = time.monotonic() + rest - self._told_at >= CHUNK_SECONDS
        return waited or self._epoch_ends or self.done in self._moments or not self.is_wanted

    @property
    def _epoch_ends(self) -> bool:
        return self.done % self._job.recipe.batches_per_epoch == 0

    def _tell(self) -> None:
        """Tell the losses that nobody knows yet, and the weights if it is time for them."""
        if not self._losses:
            return
        is_slow = self._seconds > SLOW_SECONDS * len(self._losses)
        scores = self._sets().scores(self._program.predict) if self._epoch_ends else None
        self._tell_losses(None if scores is None or scores.test is None else scores.test.accuracy)
        if scores is not None:
            self._best.note(self.done, scores, self._snapshot)
            self._report(Scored(self.done, scores))
        now = time.monotonic()
        if now - self._last_checkpoint >= CHECKPOINT_SECONDS or is_slow:
            self._last_checkpoint = now
            self._report(CheckpointTaken(self.checkpoint()))
            if is_slow and self.is_wanted:
                self._program.copies.make_room()
        elif now >= self._next_snapshot or self.done in self._moments or self._best.is_at(self.done):
            self._report(SnapshotTaken(self._snapshot()))
        else:
            return
        self._next_snapshot = now + max(SNAPSHOT_SECONDS, (time.monotonic() - now) / SNAPSHOT_SHARE)

    def _tell_losses(self, accuracy: float | None = None) -> None:
        """Tell the losses that nobody knows yet, if any, and what share of the test's images is read right now."""
        self._told_at = time.monotonic()
        losses, seconds = np.array(self._losses, np.float32), self._seconds
        self._losses, self._seconds = [], 0.0
        if len(losses):
            self._report(Advanced(self.done - len(losses), losses, seconds, accuracy))

    def _snapshot(self) -> Snapshot:
        snapshot = Snapshot(self._program.weights(), self.done, self._job.recipe.architecture)
        if not snapshot.finite:
            raise DivergedError("weights-overflowed", batch=self.done, rate=self.learning_rate)
        return snapshot
