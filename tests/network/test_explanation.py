"""The account of a logit: what the shares add up to."""

import numpy as np
import pytest

from digitpad.arrays import PIXELS
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.explanation import ledger, slopes, traced, ways
from digitpad.network.snapshot import Snapshot, frozen, softmax

RELU, TANH, SIGMOID, NONE = Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.NONE


def network(*activations: Activation, seed: int = 0) -> Snapshot:
    """Return a network of small layers with these activations, biases too."""
    generator = np.random.default_rng(seed)
    architecture = Architecture(tuple(HiddenLayer(20 + place, kind) for place, kind in enumerate(activations)))
    return Snapshot(frozen([generator.normal(0, 0.2, shape) for shape in architecture.shapes]), 0, architecture)


@pytest.fixture
def image() -> np.ndarray:
    return np.random.default_rng(3).random(PIXELS, np.float32)


@pytest.mark.parametrize("kinds", [(), (RELU,), (RELU, RELU), (NONE, RELU), (RELU,) * 4])
@pytest.mark.parametrize("against", [None, 8])
def test_shares_add_up_to_the_logit(kinds: tuple[Activation, ...], against: int | None, image: np.ndarray) -> None:
    trace = traced(network(*kinds), image)
    found = ledger(trace, 3, against)
    wanted = trace.logits[3] - (0 if against is None else trace.logits[against])
    assert found.total == pytest.approx(wanted)
    assert found.pixels.sum() + sum(found.biases) == pytest.approx(wanted, abs=1e-4)
    assert abs(found.remainder) < 1e-4
    for number, units in enumerate(found.units):  # and so does each layer, with the biases above it
        assert units.sum() + sum(found.biases[number + 1 :]) == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize("kind", [TANH, SIGMOID])
def test_a_curved_activation_leaves_a_remainder(kind: Activation, image: np.ndarray) -> None:
    found = ledger(traced(network(kind), image), 3)
    assert abs(found.remainder) > 1e-3
    assert found.pixels.sum() + sum(found.biases) + found.remainder == pytest.approx(found.total, abs=1e-6)
    assert found.units[0].sum() + found.biases[1] == pytest.approx(found.total, abs=1e-4)


def test_what_a_unit_counts_for_is_the_weights_on_the_ways_from_it(image: np.ndarray) -> None:
    trace = traced(network(RELU, RELU), image)
    found, weights = ledger(trace, 3), trace.snapshot.weights
    assert found.gains[1] == pytest.approx(weights[4][:, 3])
    by_hand = [sum(weights[2][0, unit] * weights[4][unit, 3] for unit in np.flatnonzero(trace.outputs[1] > 0))]
    assert found.gains[0][0] == pytest.approx(by_hand[0], abs=1e-5)
    for units, gains, outputs in zip(found.units, found.gains, trace.outputs, strict=True):
        assert units == pytest.approx(outputs * gains, abs=1e-5)


def test_ways_lead_from_the_pixels_to_a_units_sum(image: np.ndarray) -> None:
    snapshot = network(RELU, RELU)
    trace = traced(snapshot, image)
    assert ways(trace, 0, 4) == pytest.approx(snapshot.weights[0][:, 4])
    moved = image.copy()
    moved[400] += 1e-3  # so little that no unit turns on or off
    slope = (traced(snapshot, moved).sums[1][2] - trace.sums[1][2]) / 1e-3
    assert ways(trace, 1, 2)[400] == pytest.approx(slope, abs=5e-3)


def test_ways_pass_each_layer_below_in_its_order(image: np.ndarray) -> None:
    snapshot = network(NONE, NONE, NONE)
    first, second, third = (snapshot.weights[number].astype(np.float64) for number in (0, 2, 4))
    assert ways(traced(snapshot, image), 2, 5) == pytest.approx(first @ second @ third[:, 5], abs=1e-4)


@pytest.mark.parametrize("kind", list(Activation))
def test_slopes_are_those_of_the_activation(kind: Activation, image: np.ndarray) -> None:
    trace = traced(network(kind), image)
    step = np.float32(1e-2)
    shifted = Snapshot(
        (trace.snapshot.weights[0], trace.snapshot.weights[1] + step, *trace.snapshot.weights[2:]),
        architecture=trace.snapshot.architecture,
    )
    moved = (traced(shifted, image).outputs[0] - trace.outputs[0]) / step
    far = np.abs(trace.sums[0]) > step  # a unit at its threshold has two slopes
    assert slopes(kind, trace.sums[0], trace.outputs[0])[far] == pytest.approx(moved[far], abs=1e-2)


def test_the_logits_are_the_answers(image: np.ndarray) -> None:
    snapshot = network(RELU, TANH)
    assert softmax(traced(snapshot, image).logits) == pytest.approx(snapshot.probabilities(image), abs=1e-6)


def test_no_picture() -> None:
    with pytest.raises(ValueError, match="picture"):
        traced(network(), np.zeros(3, np.float32))


@pytest.mark.parametrize("kind", list(Activation))
def test_the_slope_is_what_the_difference_gains_with_a_pixel(kind: Activation, image: np.ndarray) -> None:
    snapshot, step = network(kind), np.float32(1e-3)
    found = ledger(traced(snapshot, image), 3, 8)
    np.testing.assert_allclose(found.pixels, image * found.slope, atol=1e-6)
    for pixel in (0, 400, 783):
        more = image.copy()
        more[pixel] += step
        gained = (ledger(traced(snapshot, more), 3, 8).total - found.total) / step
        assert gained == pytest.approx(found.slope[pixel], abs=0.02)
