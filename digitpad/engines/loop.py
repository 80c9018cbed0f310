"""A run under way, a chunk of batches at a time: what the engines of TensorFlow are made of."""

from dataclasses import replace

import numpy as np

from digitpad.arrays import Floats, Images, Labels
from digitpad.data.mnist import Dataset
from digitpad.data.pictures import ClassPictures
from digitpad.data.training_data import NO_PICTURES
from digitpad.engines.batches import HandBatches, RunBatches
from digitpad.engines.best_epoch import BestEpoch
from digitpad.engines.program import Execution, best_execution, training_program
from digitpad.engines.stopwatch import Stopwatch
from digitpad.network.architecture import ARTICLE
from digitpad.network.snapshot import Snapshot
from digitpad.runs.by_hand import ByHand
from digitpad.runs.checkpoint import Checkpoint, Slots, slot_specs, untrained
from digitpad.runs.events import Advanced, DivergedError
from digitpad.runs.recipe import Recipe
from digitpad.runs.schedule import learning_rates
from digitpad.runs.scores.best import Scored
from digitpad.runs.scores.score import Scores

CHUNK_SECONDS = 0.033
"""How long one call of ``advance`` should take: short enough to stop at, long enough to be fast."""


class TrainingLoop:
    """A run of a recipe on a dataset, from its initial weights, or from a checkpoint, to its last batch.

    With images ``by_hand`` each batch is made of these, or they join it, and the loop is eager. ``ours`` is what
    the class has drawn, for a recipe that asks for it. The test is made of the dataset's test images; if it has
    none, of the class's that are held out. ``scored`` and ``best`` are the job's: what is known of earlier epochs.

    It trains between ``attach`` and ``detach``, on one thread. After ``detach`` another loop may use the
    compiled program; attached again, this one goes on as if nothing had happened. Raises ValueError for a
    checkpoint that is not one of this recipe.
    """

    def __init__(
        self,
        recipe: Recipe,
        dataset: Dataset,
        execution: Execution | None = None,
        checkpoint: Checkpoint | None = None,
        by_hand: ByHand | None = None,
        ours: ClassPictures | None = None,
        scored: Scored = (),
        best: Snapshot | None = None,
    ) -> None:
        self.recipe = recipe
        self.execution = execution or best_execution()
        if by_hand is not None:  # a shape that comes once is not worth compiling
            self.execution = Execution.EAGER
        self.learning_rate = recipe.learning_rate
        self.batches_done = 0
        train, held_out = (NO_PICTURES, NO_PICTURES) if ours is None else (ours.train, ours.held_out)
        self._held_out = held_out
        self._batches = (
            RunBatches(dataset, recipe, train) if by_hand is None else HandBatches(dataset, recipe, by_hand, train)
        )
        self._program = training_program(
            recipe.architecture, recipe.optimizer, self.execution, recipe.weight_decay
        )
        self._best = BestEpoch(recipe, scored, best)
        self._scores: Scores | None = None
        self._weights = untrained(recipe).weights if checkpoint is None else checkpoint.snapshot.weights
        self._slots: Slots | None = None
        self._attached = False
        self._newest: Checkpoint | None = None  # to copy large tensors takes as long as a batch: once is enough
        # Nobody knows yet how long a batch of another network, or one by hand, takes: one first, so that Pause
        # keeps its promise.
        is_known = recipe.architecture == ARTICLE and by_hand is None
        self._chunk = max(1, self._batches.capacity // 4) if is_known else 1  # the first losses come soon
        if checkpoint is not None:
            self._go_back_to(checkpoint)

    @property
    def finished(self) -> bool:
        """Whether all epochs are done, or so many of them were no better that the run ends."""
        return self.batches_done >= self.recipe.total_batches or self._best.is_out_of_patience

    @property
    def is_at_best(self) -> bool:
        """Whether an epoch has just ended whose weights are the best by now, and are wanted."""
        return self._best.is_at(self.batches_done)

    @property
    def next_rate(self) -> float:
        """The learning rate of the next batch."""
        return float(self._rates(self.batches_done, 1)[0])

    def attach(self) -> None:
        """Put this run's weights into the compiled program."""
        self._program.load(self._weights, self._slots)
        self._attached = True

    def detach(self) -> None:
        """Take this run's weights out of the compiled program; does nothing if they are not in it."""
        if self._attached:
            newest = self._newest_here
            if newest is None:
                self._weights, self._slots = self._program.weights(), self._program.slots()
            else:
                self._weights, self._slots = newest.snapshot.weights, newest.slots
            self._attached = False
            self._release()

    def let_go(self) -> None:
        """Leave the compiled program to others, and take nothing out of it: this loop is not attached again."""
        self._attached = False
        self._release()

    def make_room(self) -> None:
        """Have memory at hand for the next checkpoint, before somebody waits for that."""
        self._program.copies.make_room()

    def _release(self) -> None:
        self._program.copies.release()
        self._batches.release()

    def warm_up(self) -> None:
        """Compile everything a run needs, without training on anything."""
        for images, labels in self._batches.shapes():
            self._run(images, labels, np.empty(0, np.float32))
        self._program.predict(NO_PICTURES.images)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Use this learning rate, or a schedule of this height, from the next batch on."""
        self.learning_rate = learning_rate

    def snapshot(self) -> Snapshot:
        """Return an immutable copy of the weights as they are now. Raises DivergedError if they are not finite."""
        weights = self._program.weights() if self._attached else self._weights
        snapshot = Snapshot(weights, self.batches_done, self.recipe.architecture)
        if not snapshot.finite:
            raise DivergedError("weights-overflowed", batch=self.batches_done, rate=self.learning_rate)
        return snapshot

    def checkpoint(self, newest: Snapshot | None = None) -> Checkpoint:
        """Return all that the run needs to go on from here. Raises DivergedError if the weights are not finite.

        ``newest`` is the last snapshot that was taken; if it is of these weights, it stands for them.
        """
        if (known := self._newest_here) is not None:
            return replace(known, learning_rate=self.learning_rate)
        slots = self._program.slots() if self._attached else self._slots
        if newest is None or newest.updates != self.batches_done:
            newest = self.snapshot()
        self._newest = Checkpoint(newest, slots or (), self.learning_rate)
        return self._newest

    @property
    def _newest_here(self) -> Checkpoint | None:
        """The newest checkpoint, if nothing was trained since."""
        newest = self._newest
        return newest if newest is not None and newest.snapshot.updates == self.batches_done else None

    def last_checkpoint(self, newest: Snapshot | None = None) -> Checkpoint:
        """Return ``checkpoint``; of a run that is over and keeps its best epoch's weights, these."""
        found = self.checkpoint(newest)
        return self._best.checkpoint(found) if self.finished else found

    def advance(self, most: int | None = None) -> Advanced:
        """Train for about CHUNK_SECONDS, at most to the end of the epoch and at most ``most`` batches.

        There are no losses in the result while the images are still being prepared. Raises DivergedError if a
        loss is not finite, RuntimeError if the run is finished or not attached.
        """
        wanted = self._chunk if most is None else min(self._chunk, most)
        result = self._train(wanted)
        if len(result.losses) == self._chunk:
            pace = self._chunk * CHUNK_SECONDS / result.seconds
            # Only halfway to the measured pace: one slow call must not make the next ones tiny.
            self._chunk = min(self._batches.capacity, max(1, round((self._chunk + pace) / 2)))
        return result

    def scores(self) -> Scores:
        """Return how good the network is by now; at an epoch's end that is known."""
        if self._scores is None:
            self._scores = self._batches.scored_sets(self._held_out).scores(self._program.predict)
        return self._scores

    def _go_back_to(self, checkpoint: Checkpoint) -> None:
        slots = [(slot.dtype.name, slot.shape) for slot in checkpoint.slots]
        if slots and slots != slot_specs(self.recipe.architecture, self.recipe.optimizer):
            raise ValueError(f"{self.recipe.optimizer} does not remember {slots}")
        if checkpoint.snapshot.architecture != self.recipe.architecture:
            raise ValueError(f"a network of {checkpoint.snapshot.architecture} is not one of this recipe")
        if checkpoint.snapshot.updates > self.recipe.total_batches:
            raise ValueError(f"{checkpoint.snapshot.updates} batches are more than the run has")
        self._slots = checkpoint.slots or None
        self.batches_done, self.learning_rate = checkpoint.snapshot.updates, checkpoint.learning_rate

    def _train(self, wanted: int) -> Advanced:
        if not self._attached or self.finished:
            raise RuntimeError("the run is finished, or its loop is not attached")
        watch = Stopwatch()
        first_batch = self.batches_done
        images, labels, count = self._batches.take(first_batch, wanted)
        losses = self._run(images, labels, self._rates(first_batch, count))
        seconds = watch.seconds()
        self.batches_done += count
        self._scores = None
        if not np.isfinite(losses).all():
            good = int(np.isfinite(losses).argmin())
            error = DivergedError("diverged", batch=first_batch + good + 1, rate=self.learning_rate)
            error.advanced = Advanced(first_batch, losses[:good], seconds * good / count)
            raise error
        epoch_ends = count and not self.batches_done % self.recipe.batches_per_epoch
        advanced = Advanced(first_batch, losses, seconds)
        return self._at_epochs_end(advanced) if epoch_ends else advanced

    def _run(self, images: Images, labels: Labels, rates: Floats) -> Floats:
        """Run the program on batches; a smaller one, an epoch's last, is not worth compiling for."""
        return self._program.run(images, labels, rates, seldom=images.shape[1] < self._batches.size)

    def _at_epochs_end(self, advanced: Advanced) -> Advanced:
        """Measure the network; return the same with the share of the test images that it reads right, if any."""
        scores = self.scores()
        try:
            self._best.note(self.batches_done, scores, self.snapshot)
        except DivergedError as error:
            error.advanced = advanced
            raise
        return advanced if scores.test is None else replace(advanced, accuracy=scores.test.accuracy)

    def _rates(self, first_batch: int, count: int) -> Floats:
        return learning_rates(
            self.recipe.schedule,
            self.learning_rate,
            np.arange(first_batch, first_batch + count),
            per_epoch=self.recipe.batches_per_epoch,
            total=self.recipe.total_batches,
        )
