"""A network as a ``.keras`` file, for those who want to go on with Keras.

It is written without Keras, which puts into its files all that it knows, used or not, and refuses what it does not
know: they open in newer ones only. Here stands what Keras 3.5.0 knows; newer ones read what older ones wrote. The
layout is that of ``keras/src/saving/saving_lib.py``, less the date: the same network makes the same bytes.
"""

import io
import json
import zipfile
from pathlib import Path
from typing import BinaryIO

import h5py

from digitpad.archives.writing import write_atomically
from digitpad.arrays import PIXELS
from digitpad.network.architecture import Architecture
from digitpad.network.snapshot import Snapshot

OLDEST_KERAS = "3.5.0"
"""The oldest Keras that must open the files: ``scripts/check_keras_export.py`` tries it and newer ones."""

DTYPE = "float32"
"""Said of each layer, or it would be what the reader's Keras is set to."""

Config = dict[str, object]


def save_keras_model(path: Path, snapshot: Snapshot) -> None:
    """Write a ``.keras`` file that ``keras.models.load_model`` opens, wholly or not at all.

    Raises DataFileError if the disk refuses.
    """
    members = {
        "metadata.json": json.dumps({"keras_version": OLDEST_KERAS}).encode(),
        "config.json": json.dumps(keras_config(snapshot.architecture)).encode(),
        "model.weights.h5": _weights_file(snapshot),
    }

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in members.items():
                archive.writestr(zipfile.ZipInfo(name), content)

    write_atomically(path, write)


def keras_config(architecture: Architecture) -> Config:
    """Return what Keras makes the model from: the layers, each with what is not so by default."""
    entrance: Config = {"name": "input_layer", "batch_shape": [None, PIXELS], "dtype": DTYPE}
    layers = [_object("keras.layers", "InputLayer", entrance)]
    units = architecture.sizes[1:]
    activations = [layer.activation.keras_name for layer in architecture.hidden] + ["softmax"]
    for name, count, activation in zip(_dense_names(architecture), units, activations, strict=True):
        dense: Config = {"name": name, "dtype": DTYPE, "units": count, "activation": activation}
        layers.append(_object("keras.layers", "Dense", dense))
    return _object("keras", "Sequential", {"name": "sequential", "layers": layers})


def _object(module: str, class_name: str, config: Config) -> Config:
    """Return how Keras' files name an object of its own."""
    return {"module": module, "class_name": class_name, "config": config, "registered_name": None}


def _dense_names(architecture: Architecture) -> list[str]:
    """Return dense, dense_1, …: where Keras looks for each layer's weights, whatever the layer is called."""
    return ["dense", *(f"dense_{number}" for number in range(1, len(architecture.hidden) + 1))]


def _weights_file(snapshot: Snapshot) -> bytes:
    """Return an HDF5 file of W and b of each layer, as Keras finds them."""
    content = io.BytesIO()
    with h5py.File(content, "w") as file:
        file.create_group("vars")  # the model's own, of which it has none: Keras 3.5 looks into it
        for number, name in enumerate(_dense_names(snapshot.architecture)):
            for kind in (0, 1):
                file[f"layers/{name}/vars/{kind}"] = snapshot.weights[2 * number + kind]
    return content.getvalue()
