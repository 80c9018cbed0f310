"""A network's weights at one moment, and what they answer: NumPy alone, safe to hand between threads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

import numpy as np
import numpy.typing as npt

from digitpad.arrays import Doubles, Floats
from digitpad.network.architecture import ARTICLE, Activation, Architecture


@dataclass(frozen=True)
class Snapshot:
    """An immutable copy of a network's weights, taken after ``updates`` training steps.

    ``weights`` are float32, read-only, W (inputs, units) and b (units,) of each layer in turn. Raises ValueError
    for other shapes than the architecture's.
    """

    weights: tuple[Floats, ...]
    updates: int = 0
    architecture: Architecture = ARTICLE

    def __post_init__(self) -> None:
        shapes = tuple(array.shape for array in self.weights)
        if shapes != self.architecture.shapes:
            raise ValueError(f"weights of shapes {shapes} are not the network's {self.architecture.shapes}")

    @property
    def finite(self) -> bool:
        """Whether all weights are finite numbers; those of a run that diverged are not."""
        return all(bool(np.isfinite(array).all()) for array in self.weights)

    @np.errstate(over="ignore", invalid="ignore")
    def probabilities(self, images: Floats) -> Floats:
        """Return softmax probabilities (n, 10) for float32 images (n, 784) in [0, 1]; one image, one row.

        Finite weights of a run about to diverge may have sums that overflow: then they are no numbers.
        """
        values = images
        for number, layer in enumerate(self.architecture.hidden):
            values = values @ self.weights[2 * number] + self.weights[2 * number + 1]
            activate(layer.activation, values)
        return softmax(values @ self.weights[-2] + self.weights[-1])


def activate(activation: Activation, sums: Floats | Doubles) -> None:
    """Put in place of each unit's sum what the activation makes of it."""
    match activation:
        case Activation.RELU:
            np.maximum(sums, 0, out=sums)
        case Activation.TANH:
            np.tanh(sums, out=sums)
        case Activation.SIGMOID:
            # 1 / (1 + exp(-x)) by its twin, which overflows for no x.
            sums *= 0.5
            np.tanh(sums, out=sums)
            sums += 1
            sums *= 0.5
        case Activation.NONE:
            pass
        case _:
            assert_never(activation)


@np.errstate(invalid="ignore")
def softmax(logits: Floats) -> Floats:
    """Turn logits (…, 10) into probabilities that sum to 1 along the last axis; infinite ones have none."""
    # Subtracting the largest keeps exp() from overflowing and changes no quotient.
    exponentials = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=-1, keepdims=True), np.float32)


def frozen(arrays: Sequence[npt.ArrayLike]) -> tuple[Floats, ...]:
    """Return read-only float32 copies of ``arrays``."""
    copies = tuple(np.array(array, np.float32) for array in arrays)
    for copy in copies:
        copy.flags.writeable = False
    return copies
