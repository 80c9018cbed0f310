"""Keras' listing of a recipe: code that runs, and makes the very network and optimizer that our engine has."""

from dataclasses import replace

import keras
import numpy as np
import pytest

from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE, Optimizer, Recipe
from digitpad.workspace.loops.listing import listing

BOOK = """\
import keras
from keras import layers

model = keras.Sequential([
    layers.Dense(512, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    optimizer="rmsprop",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(
    train_images,
    train_labels,
    epochs=5,
    batch_size=128,
)"""

DEEP = Recipe(
    epochs=2,
    batch_size=8,
    learning_rate=0.25,
    optimizer=Optimizer.ADAM,
    initializer=Initializer.ZEROS,
    shuffle=False,
    weight_decay=0.01,
    architecture=Architecture((HiddenLayer(6, Activation.NONE), HiddenLayer(5, Activation.TANH))),
)


def test_of_the_lessons_recipe_it_is_the_books() -> None:
    assert "\n".join(listing(KERAS_RECIPE)) == BOOK


@pytest.mark.parametrize(
    "recipe",
    [
        DEEP,
        replace(FROM_SCRATCH_RECIPE, epochs=1, batch_size=16),
        replace(DEEP, architecture=Architecture(()), initializer=Initializer.HE_UNIFORM, optimizer=Optimizer.SGD),
    ],
    ids=["deep", "from scratch", "no hidden layer"],
)
def test_it_runs_and_makes_what_the_recipe_says(recipe: Recipe) -> None:
    generator = np.random.default_rng(0)
    names = {
        "train_images": generator.random((16, 784), np.float32),
        "train_labels": generator.integers(0, 10, 16),
    }
    code = "\n".join(listing(recipe)).replace("model.fit(", "history = model.fit(")
    # What is tested is that this text is a program.
    exec(code, names)
    model = names["model"]
    assert tuple(weight.shape for weight in model.weights) == recipe.architecture.shapes
    optimizer = model.optimizer
    is_adam = recipe.optimizer is Optimizer.ADAM
    assert isinstance(optimizer, keras.optimizers.Adam if is_adam else keras.optimizers.SGD)
    assert float(optimizer.learning_rate) == pytest.approx(recipe.learning_rate)
    assert (optimizer.weight_decay or 0) == recipe.weight_decay
    assert names["history"].params["epochs"] == recipe.epochs
