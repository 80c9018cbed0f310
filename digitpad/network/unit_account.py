"""What one unit of the first layer makes of a picture, and what comes of it: the sums that are written out."""

from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Floats
from digitpad.network.architecture import Activation
from digitpad.network.explanation import Ledger, Trace
from digitpad.network.snapshot import activate


@dataclass(frozen=True)
class UnitAccount:
    """A unit's way from a picture to a digit's logit, in float64.

    Attributes:
        products: the sum of its weights times the pixels.
        bias: what is added to that.
        activation: what is made of both together; None for a digit's own sum, which is its logit.
        output: what comes of that.
        digit, against: whose logit the share is in, and whose is taken away from it; None for none.
        way: what its output is multiplied with on the way to the digit; None where nothing comes out of it and
            further layers lie between.
        share: ``output`` × ``way``; for a digit's own sum that itself.
        is_direct: whether ``way`` is a weight of the network, as no further layer lies between.
    """

    products: float
    bias: float
    activation: Activation | None
    output: float
    digit: int
    against: int | None
    way: float | None
    share: float
    is_direct: bool

    @property
    def total(self) -> float:
        """What the activation gets."""
        return self.products + self.bias


def products_of(weights: Floats, trace: Trace, unit: int) -> float:
    """Return the sum of a unit's ``weights``, of float32 (784, units), times the picture's pixels, in float64."""
    return float(weights[:, unit].astype(np.float64) @ trace.image.astype(np.float64))


def unit_account(trace: Trace, account: Ledger, unit: int) -> UnitAccount:
    """Return the account of a unit of the first hidden layer, from 0, or without one of the digit ``unit``."""
    snapshot = trace.snapshot
    weights, biases = snapshot.weights[0], snapshot.weights[1]
    products = products_of(weights, trace, unit)
    bias = float(biases[unit])
    hidden = snapshot.architecture.hidden
    if not hidden:
        total = products + bias
        return UnitAccount(products, bias, None, total, unit, None, None, total, True)
    value = np.array([products + bias])
    activate(hidden[0].activation, value)
    output, share = float(value[0]), float(account.units[0][unit])
    way: float | None
    if len(hidden) == 1:
        last = snapshot.weights[2][unit].astype(np.float64)
        way = float(last[account.digit] - (0 if account.against is None else last[account.against]))
    else:
        passed = float(trace.outputs[0][unit])
        way = share / passed if passed else None
    share = share if way is None else output * way
    return UnitAccount(
        products, bias, hidden[0].activation, output, account.digit, account.against, way, share, len(hidden) == 1
    )
