"""How a batch's loss changes with one weight, reckoned anew: what the tape's slope can be checked against.

The network's own arithmetic in float64 and without TensorFlow. One weight reaches a single unit, so all but its
column of sums stays as it was, and a point of the curve costs a few hundredths of the whole.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from digitpad.arrays import Doubles, Floats, Labels
from digitpad.network.architecture import Architecture
from digitpad.network.snapshot import activate

BLOCK = 4096
"""Images whose losses are reckoned at a time: what is in memory is bounded, however large a batch is."""

BEND = 0.1
"""Share by which the slopes to both sides of a weight may differ where the curve counts as straight."""

LEAST_DIFFERENCE = 1e-8
"""Of two losses, to be told apart when they are written: a quotient of less cannot be checked by hand."""

MOST_KEPT = 8_000_000
"""Sums of the weight's layer that are kept from point to point, 64 MB; those of a larger batch are made anew."""


@dataclass(frozen=True)
class Slope:
    """A weight, the batch's mean loss at its value, and to both sides of it.

    ``lower`` and ``upper`` are the mean losses at ``value`` − ``epsilon`` and ``value`` + ``epsilon``.
    """

    value: float
    epsilon: float
    loss: float
    lower: float
    upper: float

    @property
    def quotient(self) -> float:
        """(L₊ − L₋) / 2ε."""
        return (self.upper - self.lower) / (2 * self.epsilon)

    @property
    def bends(self) -> bool:
        """Whether the curve is another one below the weight than above: the quotient is then no tangent's."""
        below, above = self.loss - self.lower, self.upper - self.loss
        return abs(above - below) > BEND * max(abs(above), abs(below))


class BatchLoss:
    """The mean loss of a batch as a function of one weight of a network, all others as they are."""

    def __init__(
        self,
        architecture: Architecture,
        weights: Sequence[Floats],
        images: Floats,
        labels: Labels,
        tensor: int,
        index: tuple[int, ...],
    ) -> None:
        """``images`` are (n, 784) in [0, 1], ``labels`` (n,); the weight is ``weights[tensor][index]``."""
        self._architecture = architecture
        self._weights = [np.asarray(weight, np.float64) for weight in weights]
        self._images, self._labels = images, labels
        self._layer, self._is_bias = divmod(tensor, 2)
        self._index = index
        self.value = float(weights[tensor][index])
        units = architecture.sizes[self._layer + 1]
        self._kept = list(self._blocks()) if len(images) * units <= MOST_KEPT else None

    def of(self, index: tuple[int, ...]) -> "BatchLoss":
        """Return the loss as a function of another weight of the first layer's W, to which its sums are the same.

        Raises ValueError unless this is such a weight's.
        """
        if self._layer or self._is_bias:
            raise ValueError("not a weight of the first layer")
        found = copy(self)
        found._index, found.value = index, float(self._weights[0][index])
        if self._kept is not None:
            blocks = zip(range(0, len(self._images), BLOCK), self._kept, strict=True)
            found._kept = [
                (sums, np.asarray(self._images[start : start + BLOCK, index[0]], np.float64), labels)
                for start, (sums, _, labels) in blocks
            ]
        return found

    @property
    def operations(self) -> int:
        """Multiplications that a point of the curve costs, roughly."""
        if self._kept is None:
            return len(self._labels) * self._architecture.parameters
        sizes = self._architecture.sizes[self._layer + 1 :]
        return len(self._labels) * sum(inputs * units for inputs, units in pairwise(sizes))

    def at(self, value: float) -> float:
        """Return the mean loss if the weight were ``value``."""
        total = 0.0
        for sums, reach, labels in self._blocks() if self._kept is None else self._kept:
            moved = sums.copy()
            moved[:, self._index[-1]] += (value - self.value) * reach
            total += float(self._losses(moved, labels).sum())
        return total / len(self._labels)

    def slope(self, epsilon: float) -> Slope:
        """Return the losses at the weight's value and ``epsilon`` below and above it."""
        value = self.value
        return Slope(value, epsilon, self.at(value), self.at(value - epsilon), self.at(value + epsilon))

    def straight_slope(self, epsilons: Sequence[float]) -> Slope:
        """Return the slope by the first of these widths, which become smaller, between which no unit switches.

        Where there is none, it is that by the last one that can be read.
        """
        found = self.slope(epsilons[0])
        for epsilon in epsilons[1:]:
            if not found.bends:
                break
            closer = self.slope(epsilon)
            if closer.bends and abs(closer.upper - closer.lower) < LEAST_DIFFERENCE:
                break
            found = closer
        return found

    def _blocks(self) -> Iterator[tuple[Doubles, Doubles, Labels]]:
        """Yield the sums of the layer, and what reaches the unit through the weight, some images a time."""
        for start in range(0, len(self._images), BLOCK):
            values = np.asarray(self._images[start : start + BLOCK], np.float64)
            for number in range(self._layer):
                values = self._sums(number, values)
                activate(self._architecture.hidden[number].activation, values)
            reach = np.ones(len(values)) if self._is_bias else values[:, self._index[0]].copy()
            yield self._sums(self._layer, values), reach, self._labels[start : start + BLOCK]

    def _sums(self, layer: int, values: Doubles) -> Doubles:
        return np.asarray(values @ self._weights[2 * layer] + self._weights[2 * layer + 1])

    def _losses(self, sums: Doubles, labels: Labels) -> Doubles:
        hidden = self._architecture.hidden
        for number in range(self._layer, len(hidden)):
            activate(hidden[number].activation, sums)
            sums = self._sums(number + 1, sums)
        return cross_entropies(sums, labels)


def cross_entropies(logits: Doubles, labels: Labels) -> Doubles:
    """Return −log of the label's probability, float64 (n,), for logits (n, 10), however small that is."""
    highest = logits.max(axis=-1)
    logs = highest + np.log(np.exp(logits - highest[:, None]).sum(axis=-1))
    return np.asarray(logs - logits[np.arange(len(logits)), labels], np.float64)
