"""An engine that leaves all to Keras' ``fit``: nobody can pull it batch by batch, and it keeps the protocol."""

import time

import keras
import numpy as np

from digitpad.data.mnist import Dataset
from digitpad.data.training_data import NO_PICTURES
from digitpad.engines.protocol import Control, Job, Report
from digitpad.network.evaluation import accuracy
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, DivergedError, SnapshotTaken
from digitpad.runs.recipe import Optimizer
from tests.engines.keras_twin import as_inputs

OPTIMIZERS = {
    Optimizer.SGD: keras.optimizers.SGD,
    Optimizer.RMSPROP: keras.optimizers.RMSprop,
    Optimizer.ADAM: keras.optimizers.Adam,
}
SNAPSHOT_BATCHES = 3
"""Batches from one snapshot to the next."""


class FitEngine:
    """Trains in the order of the file, without a schedule, by Keras' own optimizers."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def run(self, job: Job, report: Report, control: Control) -> None:
        """Train as the protocol says. Raises DivergedError."""
        recipe = job.recipe
        assert not recipe.shuffle
        data = recipe.data.of(self._dataset, NO_PICTURES if job.ours is None else job.ours.train)
        start = untrained(recipe) if job.checkpoint is None else job.checkpoint.snapshot
        rate = recipe.learning_rate if job.checkpoint is None else job.checkpoint.learning_rate
        model = keras.Sequential([keras.Input((784,))])
        for layer in recipe.architecture.hidden:
            model.add(
                keras.layers.Dense(
                    layer.units, activation=None if layer.activation == "none" else layer.activation
                )
            )
        model.add(keras.layers.Dense(10, activation="softmax"))
        model.set_weights(start.weights)
        optimizer = OPTIMIZERS[recipe.optimizer](rate)
        model.compile(optimizer, "sparse_categorical_crossentropy", jit_compile=False)
        optimizer.build(model.trainable_variables)
        slots = [variable for variable in optimizer.variables if variable is not optimizer.learning_rate]
        if job.checkpoint is not None:
            for slot, value in zip(slots, job.checkpoint.slots, strict=True):
                slot.assign(value)
        teller = Teller(job, report, control, data)
        teller.set_model(model)
        report(Begun("fit", start, job.checkpoint))
        while teller.done < job.end and not control.end_wanted:
            # To the end of this epoch: the first one may have begun before.
            first = teller.done % recipe.batches_per_epoch * recipe.batch_size
            model.fit(
                as_inputs(data.train_images[first:]),
                data.train_labels[first:],
                recipe.batch_size,
                shuffle=False,
                verbose=0,
                callbacks=[teller],
            )
        teller.follow()
        values = tuple(np.asarray(slot.numpy()) for slot in slots)
        report(CheckpointTaken(Checkpoint(teller.snapshot(), values, float(optimizer.learning_rate))))


class Teller(keras.callbacks.Callback):
    """Tells what Keras does, and tells Keras to stop."""

    def __init__(self, job: Job, report: Report, control: Control, data: Dataset) -> None:
        super().__init__()
        self.done = job.first_batch
        self._job = job
        self._report = report
        self._control = control
        self._data = data
        self._began = self._pace = 0.0

    def follow(self) -> None:
        """Use the learning rate that is wanted."""
        if self._control.learning_rate is not None:
            self.model.optimizer.learning_rate = self._control.learning_rate

    def snapshot(self) -> Snapshot:
        """Return the weights as they are now."""
        return Snapshot(frozen(self.model.get_weights()), self.done, self._job.recipe.architecture)

    def on_train_batch_begin(self, batch: int, logs: object = None) -> None:
        self.model.reset_metrics()  # else the loss is a mean since the epoch began
        self.follow()
        self._began, self._pace = time.perf_counter(), self._control.seconds_for(self.done)

    def on_train_batch_end(self, batch: int, logs: dict[str, float]) -> None:
        seconds = time.perf_counter() - self._began
        if not np.isfinite(logs["loss"]):
            raise DivergedError("diverged", batch=self.done + 1, rate=float(self.model.optimizer.learning_rate))
        self.done += 1
        epoch_ends = self.done % self._job.recipe.batches_per_epoch == 0
        share = self._accuracy() if epoch_ends else None
        self._report(Advanced(self.done - 1, np.array([logs["loss"]], np.float32), seconds, share))
        if self.done % SNAPSHOT_BATCHES == 0:
            self._report(SnapshotTaken(self.snapshot()))
        rest = self._began + self._pace - time.perf_counter()
        if rest > 0 and self.done < self._job.end:
            self._control.wait(rest)
        self.model.stop_training = self._control.end_wanted or self.done >= self._job.end

    def _accuracy(self) -> float:
        snapshot = self.snapshot()
        return accuracy(
            lambda images: snapshot.probabilities(as_inputs(images)),
            self._data.test_images,
            self._data.test_labels,
        )
