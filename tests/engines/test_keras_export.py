"""A network that Keras opens, whichever Keras 3 it is, answers what it answered here."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.engines.keras_export import save_keras_model
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot, frozen
from tests.conftest import FreshPython
from tests.engines.keras_twin import ARCHITECTURES, Hidden, as_inputs
from tests.sentences import refused

KEYS_OF_KERAS_3_5 = {
    "Sequential": {"name", "trainable", "dtype", "layers", "build_input_shape"},
    "InputLayer": {"name", "batch_shape", "dtype", "sparse"},
    "Dense": {
        *("name", "trainable", "dtype", "units", "activation", "use_bias", "activity_regularizer", "lora_rank"),
        *("kernel_initializer", "kernel_regularizer", "kernel_constraint"),
        *("bias_initializer", "bias_regularizer", "bias_constraint"),
    },
}
"""What ``get_config`` of each class returns in Keras 3.5.0: keras/src/models/sequential.py, layers/core/dense.py,
layers/core/input_layer.py and layers/layer.py there. A layer refuses what is not an argument of it."""

OBJECT_KEYS = {"module", "class_name", "config", "registered_name", "build_config", "compile_config"}
"""Around each config, in Keras 3.5.0's keras/src/saving/serialization_lib.py."""

ARTICLE: Hidden = (("relu", 512),)
EACH_ALONE: tuple[Hidden, ...] = tuple(((activation.value, 16),) for activation in Activation)


def network(hidden: Hidden) -> Snapshot:
    """Return a network whose biases are not 0, so that they cannot be in each other's place."""
    architecture = Architecture(tuple(HiddenLayer(units, Activation(name)) for name, units in hidden))
    snapshot = initial_snapshot(architecture, Initializer.GLOROT_UNIFORM, 4)
    rng = np.random.default_rng(4)
    return replace(
        snapshot, weights=frozen([array + 0.1 * rng.standard_normal(array.shape) for array in snapshot.weights])
    )


def members(hidden: Hidden, folder: Path) -> dict[str, bytes]:
    """Return what is in an exported file, by name."""
    path = folder / "network.keras"
    save_keras_model(path, network(hidden))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("hidden", [*ARCHITECTURES, *EACH_ALONE, ARTICLE])
def test_a_file_answers_within_a_millionth(hidden: Hidden, tmp_path: Path) -> None:
    snapshot, path = network(hidden), tmp_path / "network.keras"
    save_keras_model(path, snapshot)
    images = as_inputs(load_dataset().test_images[:300])
    found = keras.models.load_model(path).predict(images, verbose=0)
    np.testing.assert_allclose(found, snapshot.probabilities(images), rtol=0, atol=1e-6)
    assert list(tmp_path.iterdir()) == [path]


def test_its_layers_are_the_architectures(tmp_path: Path) -> None:
    path = tmp_path / "network.keras"
    save_keras_model(path, network((("tanh", 40), ("none", 24))))
    layers = keras.models.load_model(path).layers
    assert [(layer.units, layer.activation.__name__) for layer in layers] == [
        (40, "tanh"),
        (24, "linear"),
        (10, "softmax"),
    ]


def test_keras_goes_on_training_it(tmp_path: Path) -> None:
    path, dataset = tmp_path / "network.keras", load_dataset()
    save_keras_model(path, network(ARTICLE))
    model = keras.models.load_model(path)
    model.compile("adam", loss="sparse_categorical_crossentropy")
    images, labels = as_inputs(dataset.train_images[:512]), dataset.train_labels[:512]
    losses = [float(model.train_on_batch(images, labels)) for _ in range(5)]
    assert losses[-1] < losses[0]


def test_the_readers_own_settings_change_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "network.keras"
    save_keras_model(path, network(ARTICLE))
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        layers = keras.models.load_model(path).layers
    finally:
        keras.config.set_dtype_policy(before)
    assert {layer.dtype_policy.name for layer in layers} == {"float32"}


@pytest.mark.parametrize("hidden", ARCHITECTURES)
def test_keras_3_5_knows_every_key(hidden: Hidden, tmp_path: Path) -> None:
    content = members(hidden, tmp_path)
    assert json.loads(content["metadata.json"])["keras_version"] == "3.5.0"
    model = json.loads(content["config.json"])
    for part in (model, *model["config"]["layers"]):
        assert set(part) <= OBJECT_KEYS
        assert set(part["config"]) <= KEYS_OF_KERAS_3_5[part["class_name"]]
        assert not any(isinstance(value, dict) for value in part["config"].values()), "an object of further keys"


@pytest.mark.parametrize("hidden", ARCHITECTURES)
def test_the_weights_lie_where_every_keras_3_looks(hidden: Hidden, tmp_path: Path) -> None:
    content = members(hidden, tmp_path)
    assert list(content) == ["metadata.json", "config.json", "model.weights.h5"]
    found: dict[str, tuple[int, ...]] = {}
    with h5py.File(io.BytesIO(content["model.weights.h5"])) as file:
        assert "vars" in file, "Keras 3.5 opens it, though the model itself has no weights"
        file.visititems(lambda name, item: found.update({name: item.shape} if hasattr(item, "shape") else {}))
    layers = ["dense", *(f"dense_{number}" for number in range(1, len(hidden) + 1))]
    names = [f"layers/{layer}/vars/{kind}" for layer in layers for kind in (0, 1)]
    assert found == dict(zip(names, network(hidden).architecture.shapes, strict=True))


def test_the_same_network_makes_the_same_bytes(tmp_path: Path) -> None:
    save_keras_model(tmp_path / "one.keras", network(ARTICLE))
    save_keras_model(tmp_path / "other.keras", network(ARTICLE))
    assert (tmp_path / "one.keras").read_bytes() == (tmp_path / "other.keras").read_bytes()


def test_no_keras_is_needed_to_write_it(fresh_python: FreshPython) -> None:
    asked = "import sys, digitpad.engines.keras_export; print({'keras', 'tensorflow'} & set(sys.modules))"
    process = fresh_python("-c", asked)
    assert process.stdout.strip() == "set()", process.stderr


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with refused("could not be saved"):
        save_keras_model(tmp_path / "nowhere" / "network.keras", network(()))
