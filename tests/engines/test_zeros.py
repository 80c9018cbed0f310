"""Weights that all begin as 0: what is said of them, against what training makes of them."""

import numpy as np
import pytest

from digitpad.arrays import WHITE
from digitpad.data.mnist import Dataset
from digitpad.data.training_data import TrainingData
from digitpad.engines.loop import TrainingLoop
from digitpad.engines.program import Execution
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Fate, Initializer, fate_of_zeros
from digitpad.network.snapshot import Snapshot
from digitpad.runs.recipe import Optimizer, Recipe
from tests.conftest import BATCH_SIZE, TRAIN_IMAGES

RELU, TANH, SIGMOID, NONE = Activation

ALIKE_TO = 1e-4
"""Each core sums its own part of a product in an order of its own."""


def trained(dataset: Dataset, activations: tuple[Activation, ...], optimizer: Optimizer) -> Snapshot:
    """Return a network with six units a hidden layer after an epoch from zeros."""
    recipe = Recipe(
        epochs=1,
        batch_size=BATCH_SIZE,
        optimizer=optimizer,
        learning_rate=0.1 if optimizer is Optimizer.NAIVE_SGD else 0.01,
        initializer=Initializer.ZEROS,
        architecture=Architecture(tuple(HiddenLayer(6, activation) for activation in activations)),
        data=TrainingData(count=TRAIN_IMAGES),
    )
    loop = TrainingLoop(recipe, dataset, Execution.EAGER)  # each would be compiled for a second of training
    loop.attach()
    while not loop.finished:
        loop.advance()
    snapshot = loop.snapshot()
    loop.detach()
    return snapshot


@pytest.mark.parametrize(
    ("activations", "fate"),
    [
        ((), Fate.LEARNS),
        ((RELU,), Fate.STUCK),
        ((TANH,), Fate.STUCK),
        ((NONE,), Fate.STUCK),
        ((SIGMOID,), Fate.ALIKE),
        ((SIGMOID, SIGMOID), Fate.ALIKE),
        ((SIGMOID, RELU), Fate.STUCK),
        ((TANH, SIGMOID), Fate.STUCK),
    ],
)
def test_what_is_said_is_what_happens(
    small_dataset: Dataset, activations: tuple[Activation, ...], fate: Fate
) -> None:
    network = trained(small_dataset, activations, Optimizer.RMSPROP)
    assert fate_of_zeros(network.architecture) is fate
    assert network.weights[-1].any(), "the last biases learn in any case"
    answers = network.probabilities(small_dataset.test_images[:100].astype(np.float32) / WHITE)
    same_for_all = bool((answers == answers[0]).all())
    assert same_for_all == (fate is Fate.STUCK)
    assert network.weights[0].any() == (fate is not Fate.STUCK)
    if fate is Fate.LEARNS:
        assert np.ptp(network.weights[0], axis=1).max() > 0.01
    if fate is Fate.ALIKE:
        for w in network.weights[:-2:2]:
            assert np.ptp(w, axis=1).max() < ALIKE_TO


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_with_relu_nothing_but_the_last_biases_moves(small_dataset: Dataset, optimizer: Optimizer) -> None:
    network = trained(small_dataset, (RELU, RELU), optimizer)
    assert [weight.any() for weight in network.weights] == [False] * 5 + [True]
