"""An untrained network: where its first weights lie, and that a seed decides them."""

import numpy as np
import pytest

from digitpad.network.architecture import ARTICLE, Activation, Architecture, HiddenLayer
from digitpad.network.initial import Fate, Initializer, fate_of_zeros, initial_snapshot

DRAWN = [Initializer.UNIFORM, Initializer.GLOROT_UNIFORM, Initializer.HE_UNIFORM]
LIMITS = {
    Initializer.UNIFORM: [(0.0, 0.1), (0.0, 0.1)],
    Initializer.GLOROT_UNIFORM: [(-0.068041, 0.068041), (-0.107211, 0.107211)],  # √(6 / 1296), √(6 / 522)
    Initializer.HE_UNIFORM: [(-0.087482, 0.087482), (-0.108253, 0.108253)],  # √(6 / 784), √(6 / 512)
}
"""Of the article's two matrices, 784 → 512 → 10."""


@pytest.mark.parametrize("initializer", DRAWN)
def test_weights_fill_the_range_that_the_initializer_names_and_biases_are_0(initializer: Initializer) -> None:
    weights = initial_snapshot(ARTICLE, initializer, 0).weights
    for matrix, (low, high) in zip(weights[::2], LIMITS[initializer], strict=True):
        assert matrix.dtype == np.float32
        assert low - 1e-5 <= matrix.min() <= low + 0.002 * (high - low)
        assert high - 0.002 * (high - low) <= matrix.max() <= high + 1e-5
        assert matrix.mean() == pytest.approx((low + high) / 2, abs=0.02 * (high - low))
    assert not any(bias.any() for bias in weights[1::2])


@pytest.mark.parametrize("initializer", DRAWN)
def test_the_seed_decides(initializer: Initializer) -> None:
    first, again, other = (initial_snapshot(ARTICLE, initializer, seed).weights[0] for seed in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    assert (first != other).mean() > 0.99


def test_zeros_are_zeros_and_the_ready_made_network_is_not_drawn() -> None:
    assert not any(weight.any() for weight in initial_snapshot(ARTICLE, Initializer.ZEROS, 0).weights)
    with pytest.raises(ValueError, match="not drawn"):
        initial_snapshot(ARTICLE, Initializer.READY_MADE, 0)


@pytest.mark.parametrize(
    ("kinds", "fate"),
    [
        ((), Fate.LEARNS),
        ((Activation.RELU,), Fate.STUCK),
        ((Activation.SIGMOID,), Fate.ALIKE),
        ((Activation.SIGMOID, Activation.TANH), Fate.STUCK),
    ],
)
def test_what_becomes_of_zeros(kinds: tuple[Activation, ...], fate: Fate) -> None:
    assert fate_of_zeros(Architecture(tuple(HiddenLayer(8, kind) for kind in kinds))) is fate
