"""What recipes say of their networks: all of it in a line, and what sets one run apart from the others."""

from dataclasses import replace

import pytest

from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, HANDWRITING_RECIPE, KERAS_RECIPE, Recipe
from digitpad.workspace.wording.recipe.network_texts import harm_of_zeros, harm_of_zeros_in_short, zeros_words
from digitpad.workspace.wording.recipe.recipe_texts import common, difference, summary

DEEP = Architecture((HiddenLayer(128), HiddenLayer(32, Activation.TANH), HiddenLayer(8, Activation.NONE)))
ONE_SIGMOID = Architecture((HiddenLayer(8, Activation.SIGMOID),))


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        (KERAS_RECIPE, "RMSprop (Keras) · rate 0.001 · batch 128 · seed 0"),
        (
            FROM_SCRATCH_RECIPE,
            "SGD by hand · rate 0.001 · batch 128 · seed 0 · in the files' order · "
            "first weights: Uniform 0 to 0.1",
        ),
        (
            HANDWRITING_RECIPE,
            "Adam (Keras) · rate 0.004 (up, then down) · batch 256 · seed 0 · varied as handwriting · "
            "weight decay 0.02",
        ),
        (
            Recipe(architecture=DEEP, initializer=Initializer.HE_UNIFORM),
            "128 relu → 32 tanh → 8 no activation · RMSprop (Keras) · rate 0.001 · batch 128 · seed 0 · "
            "first weights: He uniform",
        ),
        (
            Recipe(initializer=Initializer.READY_MADE),
            "RMSprop (Keras) · rate 0.001 · batch 128 · seed 0 · from the ready-made network",
        ),
        (
            Recipe(architecture=Architecture(())),
            "no hidden layer · RMSprop (Keras) · rate 0.001 · batch 128 · seed 0",
        ),
    ],
)
def test_a_line_says_what_is_not_as_usual(recipe: Recipe, said: str) -> None:
    assert summary(recipe) == said


def test_chips_say_what_differs() -> None:
    recipes = [
        replace(KERAS_RECIPE, architecture=architecture, initializer=initializer)
        for architecture in (DEEP, Architecture(()))
        for initializer in (Initializer.GLOROT_UNIFORM, Initializer.ZEROS)
    ]
    assert [difference(recipe, recipes) for recipe in recipes] == [
        "128 relu → 32 tanh → 8 no activation · first weights: Glorot uniform",
        "128 relu → 32 tanh → 8 no activation · first weights: all zeros",
        "no hidden layer · first weights: Glorot uniform",
        "no hidden layer · first weights: all zeros",
    ]
    assert "hidden" not in common(recipes)
    assert "first weights: all zeros" in common(recipes[1::2])


@pytest.mark.parametrize(
    ("architecture", "initializer", "harmed"),
    [
        (Architecture(), Initializer.ZEROS, True),
        (ONE_SIGMOID, Initializer.ZEROS, True),
        (Architecture(()), Initializer.ZEROS, False),
        (Architecture(), Initializer.UNIFORM, False),
    ],
)
def test_after_training_only_harm_is_told_of(
    architecture: Architecture, initializer: Initializer, harmed: bool
) -> None:
    recipe = Recipe(architecture=architecture, initializer=initializer)
    assert bool(harm_of_zeros(recipe)) == bool(harm_of_zeros_in_short(recipe)) == harmed
    assert bool(zeros_words(recipe)) == (initializer is Initializer.ZEROS)
