"""The same network as Keras would have it: the oracle of the tests in this folder."""

from collections.abc import Sequence

import keras
import numpy as np

from digitpad.arrays import Images, Labels

Weights = Sequence[np.ndarray]
Hidden = Sequence[tuple[str, int]]
"""Activation and units of each hidden layer."""

KERAS_NAMES = {"none": "linear"}
ARCHITECTURES: tuple[Hidden, ...] = (
    (),
    (("relu", 32),),
    (("tanh", 40), ("sigmoid", 24)),
    (("sigmoid", 30), ("none", 20), ("relu", 25), ("tanh", 12)),
)
"""Networks that have all of it: none to four hidden layers, and every activation."""


def keras_twin(
    weights: Weights, optimizer: keras.optimizers.Optimizer | str = "sgd", hidden: Hidden = (("relu", 512),)
) -> keras.Sequential:
    """Return a compiled Keras model, 784 → ``hidden`` → 10 softmax, with these weights."""
    model = keras.Sequential(
        [
            keras.Input((784,)),
            *(keras.layers.Dense(units, activation=KERAS_NAMES.get(name, name)) for name, units in hidden),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.set_weights([np.asarray(array) for array in weights])
    accuracy = keras.metrics.SparseCategoricalAccuracy("accuracy")
    model.compile(optimizer, loss="sparse_categorical_crossentropy", metrics=[accuracy])
    model.optimizer.build(model.trainable_variables)  # in the first step's trace it would take a second one
    return model


def as_inputs(images: Images) -> np.ndarray:
    """Return float32 pixels from 0 to 1."""
    return images.reshape(len(images), -1).astype(np.float32) / 255


def keras_accuracy(weights: Weights, images: Images, labels: Labels) -> float:
    """Return the share of images that Keras reads right with these weights."""
    twin = keras_twin(weights)
    return float(twin.evaluate(as_inputs(images), labels, len(images), verbose=0, return_dict=True)["accuracy"])


def keras_losses(
    model: keras.Sequential, images: Images, labels: Labels, batch_size: int, batches: int
) -> list[float]:
    """Train on the first ``batches`` batches in the order of the file; return each one's own mean loss."""
    losses = []
    for start in range(0, batches * batch_size, batch_size):
        batch = slice(start, start + batch_size)
        # train_on_batch reports a running mean since the last reset.
        model.reset_metrics()
        losses.append(
            float(model.train_on_batch(as_inputs(images[batch]), labels[batch], return_dict=True)["loss"])
        )
    return losses
