"""One unit's way from a picture to a logit."""

import numpy as np
import pytest

from digitpad.arrays import PIXELS
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.explanation import ledger, traced
from digitpad.network.snapshot import Snapshot, frozen
from digitpad.network.unit_account import unit_account

RELU, TANH, SIGMOID, NONE = Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.NONE
UNITS = 12


def network(*activations: Activation) -> Snapshot:
    generator = np.random.default_rng(5)
    architecture = Architecture(tuple(HiddenLayer(UNITS, kind) for kind in activations))
    return Snapshot(frozen([generator.normal(0, 0.2, shape) for shape in architecture.shapes]), 0, architecture)


@pytest.fixture
def image() -> np.ndarray:
    return np.random.default_rng(3).random(PIXELS, np.float32)


@pytest.mark.parametrize("kinds", [(RELU,), (TANH,), (SIGMOID, RELU), (NONE,), (RELU, TANH, RELU)])
@pytest.mark.parametrize("against", [None, 8])
def test_it_is_what_the_network_makes_of_it(kinds: tuple[Activation, ...], against: int | None, image) -> None:
    trace = traced(network(*kinds), image)
    whole = ledger(trace, 3, against)
    for unit in range(UNITS):
        found = unit_account(trace, whole, unit)
        assert found.total == pytest.approx(float(trace.sums[0][unit]), abs=1e-4)
        assert found.output == pytest.approx(float(trace.outputs[0][unit]), abs=1e-4)
        assert found.share == pytest.approx(float(whole.units[0][unit]), abs=1e-4)
        is_off = bool(trace.outputs[0][unit] == 0)
        assert (found.way is None) == (is_off and len(kinds) > 1), "then nobody can say by what to multiply"
        assert found.is_direct == (len(kinds) == 1)
        if found.way is not None:
            assert found.output * found.way == pytest.approx(found.share, abs=1e-9)


def test_without_hidden_layers_it_is_the_digit_s_logit(image) -> None:
    trace = traced(network(), image)
    for digit in range(10):
        found = unit_account(trace, ledger(trace, 3), digit)
        assert found.activation is None
        assert found.digit == digit
        assert found.total == pytest.approx(float(trace.logits[digit]), abs=1e-4)


def test_of_one_hidden_layer_the_way_is_a_weight_also_where_nothing_comes_out(image) -> None:
    snapshot = network(RELU)
    trace = traced(snapshot, image)
    off = int(np.flatnonzero(trace.outputs[0] == 0)[0])
    found = unit_account(trace, ledger(trace, 3), off)
    assert found.way == pytest.approx(float(snapshot.weights[2][off, 3]))
    assert found.share == 0
