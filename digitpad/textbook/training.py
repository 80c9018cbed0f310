"""The training loop of the lesson: batches, one step, the update of the weights, and ``fit``.

Source: François Chollet, *Deep Learning with Python*, chapter 2, as retold in a student's blog. What the
retelling gets wrong is mended here, and only that:

- ``tf.Variable(initial_value`` lacks its parenthesis, and ``def next(self)::`` has a colon too many;
- the loss and its mean stand outside ``with tf.GradientTape()``, so the tape sees no loss and every gradient
  is ``None``; here they stand inside;
- ``fit`` takes a ``batch_size`` and never passes it to ``BatchGenerator``; here it does;
- the learning rate is a global of the module; here it is an argument whose default is that global.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy.typing as npt
import tensorflow as tf

from digitpad.textbook.network import NaiveSequential

LEARNING_RATE = 1e-3

Array = npt.NDArray[Any]
Update = Callable[[Sequence[tf.Tensor], Sequence[tf.Variable]], None]


class BatchGenerator:
    """Hands out images and labels a batch at a time, in order; the last batch may be smaller."""

    def __init__(self, images: Array, labels: Array, batch_size: int = 128) -> None:
        if len(images) != len(labels):
            raise ValueError(f"{len(images)} images cannot go with {len(labels)} labels")
        self.index = 0
        self.images = images
        self.labels = labels
        self.batch_size = batch_size
        self.num_batches = math.ceil(len(images) / batch_size)

    def next(self) -> tuple[Array, Array]:
        """Return the next ``batch_size`` images and labels."""
        images = self.images[self.index : self.index + self.batch_size]
        labels = self.labels[self.index : self.index + self.batch_size]
        self.index += self.batch_size
        return images, labels


def update_weights(
    gradients: Sequence[tf.Tensor], weights: Sequence[tf.Variable], learning_rate: float = LEARNING_RATE
) -> None:
    """Take one step downhill, by hand: w ← w − learning_rate · g."""
    for g, w in zip(gradients, weights, strict=True):
        w.assign_sub(g * learning_rate)


def optimizer_update(optimizer: keras.optimizers.Optimizer) -> Update:
    """Return an update that leaves the step to a Keras optimizer, as one does in practice."""

    def update(gradients: Sequence[tf.Tensor], weights: Sequence[tf.Variable]) -> None:
        optimizer.apply_gradients(zip(gradients, weights, strict=True))

    return update


def one_training_step(
    model: NaiveSequential,
    images_batch: tf.Tensor,
    labels_batch: tf.Tensor,
    update: Update = update_weights,
) -> tf.Tensor:
    """Learn from one batch: forward, loss, gradients, update.

    ``images_batch`` is float32 (batch, 784) in [0, 1], ``labels_batch`` integers (batch,). Returns the batch's
    mean loss before the update, float32.
    """
    with tf.GradientTape() as tape:
        predictions = model(images_batch)
        per_sample_losses = keras.losses.sparse_categorical_crossentropy(labels_batch, predictions)
        average_loss = tf.reduce_mean(per_sample_losses)
    gradients = tape.gradient(average_loss, model.weights)
    update(gradients, model.weights)
    return average_loss


def fit(
    model: NaiveSequential,
    images: Array,
    labels: Array,
    epochs: int,
    batch_size: int = 128,
) -> None:
    """Show the model all images ``epochs`` times, printing the loss every 100 batches."""
    for epoch_counter in range(epochs):
        print(f"Epoch {epoch_counter}")
        batch_generator = BatchGenerator(images, labels, batch_size)
        for batch_counter in range(batch_generator.num_batches):
            images_batch, labels_batch = batch_generator.next()
            loss = one_training_step(model, images_batch, labels_batch)
            if batch_counter % 100 == 0:
                print(f"loss at batch {batch_counter}: {loss:.2f}")
