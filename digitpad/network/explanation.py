"""Why a network gives its answer: what each pixel and each unit adds to it. NumPy alone.

A layer of ReLU units is, for one picture, a linear map: a unit that is on passes its sum on, one that is off
passes nothing. So a logit can be taken apart **exactly** into a share of each pixel and of each bias, however many
such layers there are: a pixel's grey times the product of the weights on all ways that are on from it to the
digit. This is "gradient × input" (Shrikumar et al. 2016), which for ReLU networks sums up to the logit without its
biases. For tanh and sigmoid, whose slope changes on the way, something is left over: the remainder.
"""

from dataclasses import dataclass

import numpy as np

from digitpad.arrays import PIXELS, Doubles, Floats
from digitpad.network.architecture import Activation
from digitpad.network.snapshot import Snapshot, activate


@dataclass(frozen=True, eq=False)
class Trace:
    """What each layer makes of one picture.

    ``image`` is float32 (784,) in [0, 1]; ``sums`` has for each hidden layer the units' sums with their biases,
    float32 (units,), ``outputs`` what their activation makes of these; ``logits`` is float32 (10,).
    """

    snapshot: Snapshot
    image: Floats
    sums: tuple[Floats, ...]
    outputs: tuple[Floats, ...]
    logits: Floats

    @property
    def finite(self) -> bool:
        """Whether its logits are numbers: huge weights may lead beyond those of float32."""
        return bool(np.isfinite(self.logits).all())


@dataclass(frozen=True, eq=False)
class Ledger:
    """The account of a logit, or of the difference of two.

    Attributes:
        digit: whose logit it is.
        against: whose logit is taken away from it; None for none.
        total: the logit, or the difference.
        pixels: each pixel's share, float64 (784,).
        units: for each hidden layer each unit's share, float64 (units,): its output times its gain.
        gains: for each hidden layer how much a unit's output counts for the total, float32 (units,): the products
            of the weights on all ways that are on from it to the digit, added.
        biases: the share of each layer's biases, from the first hidden layer to the digits.
        remainder: what shares and biases leave open of the total: nothing but rounding for ReLU layers and for
            layers without an activation.
        slope: by how much the total grows with each pixel's grey, float32 (784,); times the greys, the shares.

    ``pixels.sum() + sum(biases) + remainder`` is the total. The same goes for the last hidden layer's units and
    the last bias, without any remainder, whatever the activation.
    """

    digit: int
    against: int | None
    total: float
    pixels: Doubles
    units: tuple[Doubles, ...]
    gains: tuple[Floats, ...]
    biases: tuple[float, ...]
    remainder: float
    slope: Floats

    @property
    def finite(self) -> bool:
        """Whether it can be added up: huge weights may lead beyond the numbers of float32."""
        return bool(np.isfinite(self.remainder) and np.isfinite(self.pixels).all())


@np.errstate(over="ignore", invalid="ignore")
def traced(snapshot: Snapshot, image: Floats) -> Trace:
    """Follow a picture, float32 (784,) in [0, 1], through a network; its sums may overflow, see ``Trace.finite``.

    Raises ValueError for another shape.
    """
    if image.shape != (PIXELS,):
        raise ValueError(f"{image.shape} is no picture")
    weights, values = snapshot.weights, image
    sums: list[Floats] = []
    outputs: list[Floats] = []
    for number, layer in enumerate(snapshot.architecture.hidden):
        added = values @ weights[2 * number] + weights[2 * number + 1]
        values = added.copy()
        activate(layer.activation, values)
        sums.append(added)
        outputs.append(values)
    return Trace(snapshot, image, tuple(sums), tuple(outputs), values @ weights[-2] + weights[-1])


@np.errstate(over="ignore", invalid="ignore")
def ledger(trace: Trace, digit: int, against: int | None = None) -> Ledger:
    """Take a digit's logit apart, or by how much it is above another's."""
    weights, hidden = trace.snapshot.weights, trace.snapshot.architecture.hidden
    last, bias = weights[-2], weights[-1]
    into, total = last[:, digit], float(trace.logits[digit])
    share = float(bias[digit])
    if against is not None:
        into, total = into - last[:, against], total - float(trace.logits[against])
        share -= float(bias[against])
    units: list[Doubles] = []
    gains: list[Floats] = []
    biases = [share]
    for number in reversed(range(len(hidden))):
        units.append(trace.outputs[number].astype(np.float64) * into)
        gains.append(into)
        slope = into * slopes(hidden[number].activation, trace.sums[number], trace.outputs[number])
        biases.append(float(np.dot(slope.astype(np.float64), weights[2 * number + 1])))
        into = weights[2 * number] @ slope
    pixels = trace.image.astype(np.float64) * into
    remainder = total - float(pixels.sum()) - sum(biases)
    upwards = tuple(reversed(units)), tuple(reversed(gains)), tuple(reversed(biases))
    return Ledger(digit, against, total, pixels, *upwards, remainder, into)


@np.errstate(over="ignore", invalid="ignore")
def ways(trace: Trace, layer: int, unit: int) -> Floats:
    """Return how much each pixel moves a unit's sum, float32 (784,); ``layer`` counts the hidden ones from 0.

    In the first layer that is the unit's own weights; farther up the ways that are on, each with its product.
    """
    weights, hidden = trace.snapshot.weights, trace.snapshot.architecture.hidden
    into = weights[2 * layer][:, unit]
    for number in reversed(range(layer)):
        slope = into * slopes(hidden[number].activation, trace.sums[number], trace.outputs[number])
        into = weights[2 * number] @ slope
    return into


def slopes(activation: Activation, sums: Floats, outputs: Floats) -> Floats:
    """Return how much each unit's output grows with its sum, float32 (units,)."""
    match activation:
        case Activation.RELU:
            return (sums > 0).astype(np.float32)
        case Activation.TANH:
            return np.asarray(1 - outputs**2, np.float32)
        case Activation.SIGMOID:
            return np.asarray(outputs * (1 - outputs), np.float32)
        case Activation.NONE:
            return np.ones_like(sums)
