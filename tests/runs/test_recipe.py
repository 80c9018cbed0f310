"""Recipes: only values that make sense, and back from JSON unchanged."""

import hashlib
import json
import math
import re
import weakref
from dataclasses import FrozenInstanceError, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.errors import RecipeError
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.checkpoint import untrained
from digitpad.runs.network_file import load_ready_network
from digitpad.runs.recipe import (
    FROM_SCRATCH_RECIPE,
    KERAS_RECIPE,
    MAX_BATCHES,
    PRESETS,
    Optimizer,
    Recipe,
    Schedule,
)
from digitpad.workspace.wording.sentences import sentence
from tests.conftest import ROOT
from tests.sentences import refused

architectures = st.builds(
    Architecture,
    st.lists(st.builds(HiddenLayer, st.integers(1, 2048), st.sampled_from(Activation)), max_size=4).map(tuple),
)


def affordable(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a recipe that can be: with epochs for its batches, and a network for its weights."""
    most = MAX_BATCHES // math.ceil(values["data"].count / values["batch_size"])
    ready_made = values["initializer"] is Initializer.READY_MADE
    architecture = Architecture() if ready_made else values["architecture"]
    return values | {"epochs": min(values["epochs"], most), "architecture": architecture}


def training_data(digest: bytes, **values: Any) -> TrainingData:
    """Return training data that mixes only what can be mixed, and names drawings only if there are any."""
    mix = 0.0 if values["images"] is TrainingImages.VARIED else values.pop("mix")
    return TrainingData(**values | {"mix": mix, "drawings": digest.hex() if mix else ""})


recipes = st.builds(
    lambda **values: Recipe(**affordable(values)),
    epochs=st.integers(1, 1000),
    batch_size=st.integers(1, 60_000),
    learning_rate=st.floats(min_value=0, exclude_min=True, allow_infinity=False) | st.integers(1, 10),
    optimizer=st.sampled_from(Optimizer),
    initializer=st.sampled_from(Initializer),
    seed=st.integers(0, 2**31 - 1),
    shuffle=st.booleans(),
    schedule=st.sampled_from(Schedule),
    architecture=architectures,
    data=st.builds(
        training_data,
        st.binary(min_size=32, max_size=32) | st.just(b""),
        mix=st.floats(0, 1),
        wrong_labels=st.floats(0, 0.5),
        images=st.sampled_from(TrainingImages),
        count=st.integers(1, 60_000),
        seed=st.integers(0, 2**31 - 1),
    ),
)

BAD = [
    ("epochs", 0, "number of epochs must be a whole number from 1 to 1,000, not 0"),
    ("epochs", 1001, "1,000"),
    ("epochs", 2.5, "whole number"),
    ("epochs", 2.0, "whole number"),
    ("epochs", True, "whole number"),
    ("epochs", "5", "whole number"),
    ("epochs", None, "whole number"),
    ("batch_size", 0, "batch size must be a whole number from 1 to 60,000, not 0"),
    ("batch_size", 60_001, "60,000"),
    ("batch_size", -128, "-128"),
    ("seed", -1, "seed must be a whole number from 0 to 2,147,483,647"),
    ("seed", 2**31, "seed"),
    ("learning_rate", 0, "learning rate must be a finite number above 0, not 0"),
    ("learning_rate", -1e-3, "above 0"),
    ("learning_rate", math.inf, "finite"),
    ("learning_rate", math.nan, "finite"),
    ("learning_rate", 10**400, "finite"),
    ("learning_rate", "0.001", "learning rate must be a number"),
    ("learning_rate", True, "learning rate must be a number"),
    ("learning_rate", None, "learning rate must be a number"),
    ("optimizer", "momentum", "optimizer must be one of naive-sgd, sgd, rmsprop, adam, not 'momentum'"),
    ("optimizer", None, "optimizer must be one of"),
    ("initializer", "ones", "must be one of uniform, glorot-uniform, he-uniform, zeros, ready-made, not 'ones'"),
    ("initializer", [], "initializer must be one of"),
    ("schedule", "linear", "schedule must be one of constant, cosine, not 'linear'"),
    ("shuffle", 1, "“shuffle” must be true or false"),
    ("shuffle", "yes", "“shuffle” must be true or false"),
]


@pytest.mark.parametrize(("name", "value", "said"), BAD)
def test_a_value_that_makes_no_sense_is_a_sentence(name: str, value: object, said: str) -> None:
    changes: dict[str, Any] = {name: value}
    with refused(re.escape(said), RecipeError) as caught:
        replace(KERAS_RECIPE, **changes)
    assert sentence(caught.value).endswith(".")
    with pytest.raises(RecipeError):
        Recipe.from_dict(KERAS_RECIPE.as_dict() | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"epochs": 1, "batch_size": 1, "seed": 0, "learning_rate": 5e-324},
        {"epochs": 1000, "batch_size": 60_000, "seed": 2**31 - 1, "learning_rate": 1.7e308},
    ],
)
def test_the_bounds_themselves_are_allowed(changes: dict[str, Any]) -> None:
    recipe = replace(KERAS_RECIPE, **changes)
    assert {name: getattr(recipe, name) for name in changes} == changes


@pytest.mark.parametrize(("epochs", "batch_size"), [(83, 1), (1000, 12)])
def test_the_most_batches_and_one_epoch_more(epochs: int, batch_size: int) -> None:
    recipe = Recipe(epochs=epochs, batch_size=batch_size)
    assert recipe.total_batches <= MAX_BATCHES
    longer: dict[str, Any] = {"epochs": 84} if epochs == 83 else {"batch_size": 11}
    with refused("would have 5,[04].* batches, and 5,000,000 are the most that one can have", RecipeError):
        replace(recipe, **longer)
    with pytest.raises(RecipeError):
        Recipe.from_dict(recipe.as_dict() | longer)


@given(recipe=recipes)
def test_through_json_and_back(recipe: Recipe) -> None:
    again = Recipe.from_dict(json.loads(json.dumps(recipe.as_dict())))
    assert again == recipe
    assert isinstance(again.optimizer, Optimizer)
    assert isinstance(again.initializer, Initializer)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@given(name=st.sampled_from(sorted(KERAS_RECIPE.as_dict())), value=anything)
def test_whatever_json_brings_is_a_recipe_or_a_recipe_error(name: str, value: object) -> None:
    try:
        recipe = Recipe.from_dict(KERAS_RECIPE.as_dict() | {name: value})
    except RecipeError:
        return
    # A part may leave out what is as by default.
    part = recipe.as_dict()[name]
    assert part == value or (isinstance(value, dict) and value.items() <= part.items())


def test_what_is_missing_is_as_it_is_by_default() -> None:
    assert Recipe.from_dict({}) == Recipe()
    assert Recipe.from_dict({"seed": 3, "architecture": {}, "data": {"count": 50}}) == Recipe(
        seed=3, data=TrainingData(count=50)
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"momentum": 0.9}, "The recipe has the entry 'momentum', which this digitpad does not know."),
        ({"images": "plain"}, "The recipe has the entry 'images'"),
        ({"data": {"mixture": 1}}, "The training data has the entry 'mixture'"),
        ({"architecture": {"depth": 3}}, "The architecture has the entry 'depth'"),
        ({"architecture": {"hidden": [{"bias": False}]}}, "The hidden layer has the entry 'bias'"),
        ({"architecture": {"hidden": 3}}, "The hidden layers must be a list, not 3"),
        ({"architecture": {"hidden": ["relu"]}}, "The hidden layer must be an object with entries, not 'relu'"),
        ({"architecture": None}, "The architecture must be an object with entries, not None"),
        ({"data": []}, "The training data must be an object with entries, not []"),
        ({"data": {"images": 3}}, "The kind of images must be one of plain, shifted, varied, not 3"),
    ],
)
def test_what_is_unknown_is_a_sentence(changes: dict[str, object], said: str) -> None:
    with refused(re.escape(said), RecipeError):
        Recipe.from_dict(KERAS_RECIPE.as_dict() | changes)


@pytest.mark.parametrize("values", [None, 3, "keras", []])
def test_what_is_no_object_is_a_sentence(values: Any) -> None:
    with refused("The recipe must be an object", RecipeError):
        Recipe.from_dict(values)


def test_a_recipe_of_the_first_version() -> None:
    values = json.loads((ROOT / "tests" / "files" / "version1" / "recipe.json").read_text("utf-8"))
    assert Recipe.from_dict(values) == Recipe(
        epochs=3,
        batch_size=200,
        learning_rate=0.02,
        optimizer=Optimizer.ADAM,
        initializer=Initializer.UNIFORM,
        seed=11,
        shuffle=False,
        schedule=Schedule.COSINE,
        data=TrainingData(TrainingImages.VARIED),
    )


@pytest.mark.parametrize(
    ("count", "batch_size", "batches"),
    [
        (60_000, 128, 469),
        (60_000, 60_000, 1),
        (100, 128, 1),
        (128, 128, 1),
        (129, 128, 2),
        (1, 1, 1),
        (1000, 1, 1000),
    ],
)
def test_batches_follow_from_images_and_batch_size(count: int, batch_size: int, batches: int) -> None:
    recipe = Recipe(epochs=3, batch_size=batch_size, data=TrainingData(count=count))
    assert recipe.batches_per_epoch == batches
    assert recipe.total_batches == 3 * batches
    assert recipe.images_a_batch == min(batch_size, count)
    assert [recipe.images_in(done) for done in (0, batches, 3 * batches)] == [0, count, 3 * count]


def test_an_epoch_s_last_batch_shows_fewer_images() -> None:
    recipe = Recipe(epochs=3, batch_size=60, data=TrainingData(count=100))
    assert [recipe.images_in(done) for done in range(7)] == [0, 60, 100, 160, 200, 260, 300]


def test_names_become_choices() -> None:
    recipe = Recipe(optimizer="adam", initializer="uniform")  # type: ignore[arg-type]
    assert recipe.optimizer is Optimizer.ADAM
    assert recipe.initializer is Initializer.UNIFORM


def test_a_recipe_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        KERAS_RECIPE.epochs = 6  # type: ignore[misc]


MNIST_ALONE = {
    "images": "plain",
    "count": 60_000,
    "seed": 0,
    "mix": 0.0,
    "drawings": "",
    "wrong_labels": 0.0,
    "left_out": [],
    "validation": 0.0,
    "by_label": False,
}


def test_the_articles_recipes() -> None:
    assert KERAS_RECIPE.as_dict() == {
        "epochs": 5,
        "batch_size": 128,
        "learning_rate": 1e-3,
        "optimizer": "rmsprop",
        "initializer": "glorot-uniform",
        "seed": 0,
        "shuffle": True,
        "schedule": "constant",
        "architecture": {"hidden": [{"units": 512, "activation": "relu"}]},
        "data": MNIST_ALONE,
        "weight_decay": 0.0,
        "patience": 0,
        "best_weights": False,
    }
    assert FROM_SCRATCH_RECIPE.as_dict() == {
        "epochs": 10,
        "batch_size": 128,
        "learning_rate": 1e-3,
        "optimizer": "naive-sgd",
        "initializer": "uniform",
        "seed": 0,
        "shuffle": False,
        "schedule": "constant",
        "architecture": {"hidden": [{"units": 512, "activation": "relu"}]},
        "data": MNIST_ALONE,
        "weight_decay": 0.0,
        "patience": 0,
        "best_weights": False,
    }
    assert next(iter(PRESETS.values())) is KERAS_RECIPE
    assert FROM_SCRATCH_RECIPE in PRESETS.values()


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("keras", "af41b3f67d7d696816caae2f6f03f1d70f1239c76cd371b15c15e1f366313bf9"),
        ("from-scratch", "78347324724a951e553f5edd8a6395b3107554f3a2eb8d977db6c0153a221dac"),
        ("handwriting", "af41b3f67d7d696816caae2f6f03f1d70f1239c76cd371b15c15e1f366313bf9"),
    ],
)
def test_the_presets_begin_with_the_weights_of_the_first_version(preset: str, expected: str) -> None:
    found = hashlib.sha256()
    for weight in untrained(PRESETS[preset]).weights:
        found.update(weight.astype("<f4").tobytes())
    assert found.hexdigest() == expected


def test_an_untrained_network_is_of_the_recipes_architecture() -> None:
    recipe = Recipe(architecture=Architecture((HiddenLayer(7), HiddenLayer(5, Activation.TANH))))
    snapshot = untrained(recipe)
    assert snapshot.architecture == recipe.architecture
    assert [weight.shape for weight in snapshot.weights] == [(784, 7), (7,), (7, 5), (5,), (5, 10), (10,)]
    assert not any(bias.any() for bias in snapshot.weights[1::2])
    assert np.abs(snapshot.weights[2]).max() <= (6 / 12) ** 0.5


def test_first_weights_are_kept_as_long_as_somebody_holds_them() -> None:
    one, other = (Recipe(architecture=Architecture((HiddenLayer(units),))) for units in (7, 8))
    held, let_go = untrained(one), weakref.ref(untrained(other))
    assert let_go() is None, "those of the largest network are 57 MB"
    assert untrained(one) is held


class TestTheReadyMadeNetwork:
    def test_a_run_begins_with_its_weights_and_no_update(self) -> None:
        recipe = Recipe(initializer=Initializer.READY_MADE, seed=5)
        first, ready = untrained(recipe), load_ready_network()
        assert first.updates == 0
        assert ready.snapshot.updates > 0
        for mine, readys in zip(first.weights, ready.snapshot.weights, strict=True):
            np.testing.assert_array_equal(mine, readys)

    @pytest.mark.parametrize(
        "architecture",
        [Architecture(()), Architecture((HiddenLayer(511),)), Architecture((HiddenLayer(512, Activation.TANH),))],
        ids=["none", "another size", "another activation"],
    )
    def test_another_architecture_cannot(self, architecture: Architecture) -> None:
        with refused("one hidden layer of 512 units with relu", RecipeError):
            Recipe(initializer=Initializer.READY_MADE, architecture=architecture)

    def test_its_file_has_the_network_that_can(self) -> None:
        assert load_ready_network().recipe.architecture == Recipe().architecture
