"""A network as a Keras model, for those who want to go on with Keras."""

import tempfile
from pathlib import Path

import keras

from digitpad.archives.writing import not_saved, write_atomically
from digitpad.arrays import CLASSES, PIXELS
from digitpad.network.architecture import Activation
from digitpad.network.snapshot import Snapshot

SUFFIX = ".keras"


def keras_model(snapshot: Snapshot) -> keras.Sequential:
    """Return a Keras model of the snapshot's architecture and with its weights."""
    layers = [keras.layers.Input((PIXELS,))]
    for layer in snapshot.architecture.hidden:
        activation = None if layer.activation is Activation.NONE else layer.activation.value
        layers.append(keras.layers.Dense(layer.units, activation=activation))
    model = keras.Sequential([*layers, keras.layers.Dense(CLASSES, activation="softmax")])
    model.set_weights(list(snapshot.weights))
    return model


def save_keras_model(path: Path, snapshot: Snapshot) -> None:
    """Write a ``.keras`` file that ``keras.models.load_model`` opens, wholly or not at all.

    Raises DataFileError if the disk refuses.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"network{SUFFIX}"
        try:
            keras_model(snapshot).save(made)
            data = made.read_bytes()
        except OSError as error:
            raise not_saved(path, error) from error
    write_atomically(path, lambda file: file.write(data))
