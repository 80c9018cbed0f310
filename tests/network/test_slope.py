"""The loss as a function of one weight: the same as of the whole network, and its slope the tape's."""

import numpy as np
import pytest

from digitpad.arrays import Doubles
from digitpad.network import slope
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.slope import BatchLoss
from digitpad.network.snapshot import Snapshot

ARCHITECTURES = [
    Architecture(()),
    Architecture((HiddenLayer(12, Activation.TANH),)),
    Architecture((HiddenLayer(9, Activation.SIGMOID), HiddenLayer(7, Activation.RELU))),
]


def mean_loss(weights: list[Doubles], architecture: Architecture, images: Doubles, labels: Doubles) -> float:
    """The definition: every layer over every image, then −log of the label's probability."""
    values = images
    for number, layer in enumerate(architecture.hidden):
        sums = values @ weights[2 * number] + weights[2 * number + 1]
        values = {
            Activation.TANH: np.tanh,
            Activation.SIGMOID: lambda x: 1 / (1 + np.exp(-x)),
            Activation.RELU: lambda x: np.maximum(x, 0),
        }[layer.activation](sums)
    exponentials = np.exp(values @ weights[-2] + weights[-1])
    probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    return float(-np.log(probabilities[np.arange(len(labels)), labels]).mean())


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda a: str(a.sizes))
@pytest.mark.parametrize("kept", [True, False])
def test_every_tensor_s_weights_move_the_loss_as_the_whole_network_says(
    architecture: Architecture, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not kept:
        monkeypatch.setattr(slope, "MOST_KEPT", 0)
        monkeypatch.setattr(slope, "BLOCK", 7)
    rng = np.random.default_rng(0)
    images = rng.random((20, 784), np.float32)
    labels = rng.integers(0, 10, 20).astype(np.uint8)
    snapshot: Snapshot = initial_snapshot(architecture, Initializer.GLOROT_UNIFORM, 1)
    for tensor, weight in enumerate(snapshot.weights):
        index = tuple(int(rng.integers(0, size)) for size in weight.shape)
        batch_loss = BatchLoss(architecture, snapshot.weights, images, labels, tensor, index)
        for value in (batch_loss.value, -0.3, 0.7):
            weights = [np.asarray(other, np.float64).copy() for other in snapshot.weights]
            weights[tensor][index] = value
            expected = mean_loss(weights, architecture, images.astype(np.float64), labels)
            assert batch_loss.at(value) == pytest.approx(expected, abs=1e-12)


def test_a_label_that_is_as_good_as_impossible_has_a_loss_all_the_same() -> None:
    logits = np.zeros((1, 10))
    logits[0, 3] = 5000.0
    assert slope.cross_entropies(logits, np.array([4], np.uint8)) == pytest.approx([5000.0])


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=lambda a: str(a.sizes))
@pytest.mark.parametrize("kept", [True, False])
def test_another_weight_of_the_first_layer_has_the_sums_at_hand(
    architecture: Architecture, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slope, "BLOCK", 7)
    if not kept:
        monkeypatch.setattr(slope, "MOST_KEPT", 0)
    rng = np.random.default_rng(3)
    images, labels = rng.random((20, 784), np.float32), rng.integers(0, 10, 20).astype(np.uint8)
    weights = initial_snapshot(architecture, Initializer.GLOROT_UNIFORM, 1).weights
    first = BatchLoss(architecture, weights, images, labels, 0, (0, 0))
    before = first.at(0.7)
    own, other = BatchLoss(architecture, weights, images, labels, 0, (500, 3)), first.of((500, 3))
    assert other.value == own.value
    assert other.slope(0.01) == own.slope(0.01)
    assert first.at(0.7) == before
    with pytest.raises(ValueError, match="first layer"):
        BatchLoss(architecture, weights, images, labels, 1, (0,)).of((1,))


def at_a_kink(weight: float, above: float = 1.0) -> BatchLoss:
    """One relu, one bright pixel: the loss by this weight, which switches the relu on above 0.

    ``above`` is the weight from the relu to the digit.
    """
    architecture = Architecture((HiddenLayer(1),))
    weights = [np.zeros(shape) for shape in architecture.shapes]
    weights[0][0, 0], weights[2][0, 3] = weight, above
    image = np.zeros((1, 784), np.float32)
    image[0, 0] = 1.0
    return BatchLoss(architecture, weights, image, np.array([3], np.uint8), 0, (0, 0))


def test_the_slope_is_found_so_near_to_the_weight_that_no_unit_switches() -> None:
    widths = (0.01, 0.001, 0.0001)
    loss = at_a_kink(0.005)
    tape_slope = 1 / (1 + 9 * np.exp(-0.005)) - 1  # softmax less one, times the pixel and the weight above
    assert loss.slope(0.01).bends
    assert loss.slope(0.01).quotient != pytest.approx(tape_slope, rel=0.2)
    found = loss.straight_slope(widths)
    assert (found.epsilon, found.bends) == (0.001, False)
    assert found.quotient == pytest.approx(tape_slope, rel=1e-3)
    assert at_a_kink(0.5).straight_slope(widths).epsilon == 0.01
    assert at_a_kink(0.0).straight_slope(widths).bends, "on the kink there is no tangent"
    # The losses to both sides differ by 9e-8 for the second width, by 9e-9 for the last, which nobody can read.
    assert at_a_kink(0.0, above=1e-4).straight_slope(widths).epsilon == 0.001
