"""Recipes: only values that make sense, and back from JSON unchanged."""

import json
import math
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.runs.recipe import (
    FROM_SCRATCH_RECIPE,
    KERAS_RECIPE,
    PRESETS,
    Initializer,
    Optimizer,
    Recipe,
    RecipeError,
    Schedule,
    TrainingImages,
)

recipes = st.builds(
    Recipe,
    epochs=st.integers(1, 1000),
    batch_size=st.integers(1, 60_000),
    learning_rate=st.floats(min_value=0, exclude_min=True, allow_infinity=False) | st.integers(1, 10),
    optimizer=st.sampled_from(Optimizer),
    initializer=st.sampled_from(Initializer),
    seed=st.integers(0, 2**31 - 1),
    shuffle=st.booleans(),
    schedule=st.sampled_from(Schedule),
    images=st.sampled_from(TrainingImages),
)

BAD = [
    ("epochs", 0, "epochs must be a whole number from 1 to 1,000, not 0"),
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
    ("initializer", "zeros", "initializer must be one of uniform, glorot-uniform, not 'zeros'"),
    ("initializer", [], "initializer must be one of"),
    ("schedule", "linear", "schedule must be one of constant, cosine, not 'linear'"),
    ("images", 3, "images must be one of plain, varied, not 3"),
    ("shuffle", 1, "“shuffle” must be true or false"),
    ("shuffle", "yes", "“shuffle” must be true or false"),
]


@pytest.mark.parametrize(("name", "value", "said"), BAD)
def test_a_value_that_makes_no_sense_is_a_sentence(name: str, value: object, said: str) -> None:
    changes: dict[str, Any] = {name: value}
    with pytest.raises(RecipeError) as caught:
        replace(KERAS_RECIPE, **changes)
    message = str(caught.value)
    assert said in message
    assert message.endswith(".")
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
    assert recipe.as_dict()[name] == value


def test_missing_and_unknown_entries_are_named() -> None:
    values = dict(KERAS_RECIPE.as_dict())
    del values["epochs"]
    values["momentum"] = 0.9
    with pytest.raises(RecipeError, match="missing or unknown entries: epochs, momentum"):
        Recipe.from_dict(values)


def test_names_become_choices() -> None:
    recipe = Recipe(optimizer="adam", initializer="uniform")  # type: ignore[arg-type]
    assert recipe.optimizer is Optimizer.ADAM
    assert recipe.initializer is Initializer.UNIFORM


def test_a_recipe_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        KERAS_RECIPE.epochs = 6  # type: ignore[misc]


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
        "images": "plain",
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
        "images": "plain",
    }
    assert next(iter(PRESETS.values())) is KERAS_RECIPE
    assert FROM_SCRATCH_RECIPE in PRESETS.values()
