"""A network that Keras opens answers what it answered here."""

from pathlib import Path

import keras
import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.engines.keras_export import keras_model, save_keras_model
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot
from tests.engines.keras_twin import ARCHITECTURES, Hidden, as_inputs
from tests.sentences import refused


def network(hidden: Hidden) -> Snapshot:
    architecture = Architecture(tuple(HiddenLayer(units, Activation(name)) for name, units in hidden))
    return initial_snapshot(architecture, Initializer.GLOROT_UNIFORM, 4)


@pytest.mark.parametrize("hidden", [*ARCHITECTURES, (("relu", 512),)])
def test_a_file_answers_within_a_millionth(hidden: Hidden, tmp_path: Path) -> None:
    snapshot, path = network(hidden), tmp_path / "network.keras"
    save_keras_model(path, snapshot)
    images = as_inputs(load_dataset().test_images[:300])
    found = keras.models.load_model(path).predict(images, verbose=0)
    np.testing.assert_allclose(found, snapshot.probabilities(images), rtol=0, atol=1e-6)
    assert list(tmp_path.iterdir()) == [path]


def test_its_layers_are_the_architectures() -> None:
    layers = keras_model(network((("tanh", 40), ("none", 24)))).layers
    assert [(layer.units, layer.activation.__name__) for layer in layers] == [
        (40, "tanh"),
        (24, "linear"),
        (10, "softmax"),
    ]


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with refused("could not be saved"):
        save_keras_model(tmp_path / "nowhere" / "network.keras", network(()))
