"""The first weights of a network, drawn by NumPy: it can answer before TensorFlow is loaded."""

from enum import StrEnum

import numpy as np

from digitpad.arrays import Doubles
from digitpad.network.architecture import Architecture
from digitpad.network.snapshot import Snapshot, frozen

UNIFORM_HIGH = 0.1
"""The article draws its first weights from [0, 0.1)."""


class Initializer(StrEnum):
    """Where the first weights come from."""

    UNIFORM = "uniform"
    GLOROT_UNIFORM = "glorot-uniform"
    HE_UNIFORM = "he-uniform"
    ZEROS = "zeros"
    """All the same: with a hidden layer of relu nothing but the last bias ever learns."""
    READY_MADE = "ready-made"
    """Nothing is drawn: they are the ready-made network's (``runs.checkpoint.untrained``)."""


def initial_snapshot(architecture: Architecture, initializer: Initializer, seed: int) -> Snapshot:
    """Return the untrained network: the same weights whenever the seed is the same; biases are 0.

    Raises ValueError for READY_MADE, whose weights are not drawn.
    """
    if initializer is Initializer.READY_MADE:
        raise ValueError("the ready-made network's weights are not drawn")
    generator = np.random.default_rng(seed)
    weights = [
        _first_matrix(generator, shape, initializer) if len(shape) == 2 else np.zeros(shape)
        for shape in architecture.shapes
    ]
    return Snapshot(frozen(weights), architecture=architecture)


def _first_matrix(generator: np.random.Generator, shape: tuple[int, ...], initializer: Initializer) -> Doubles:
    if initializer is Initializer.UNIFORM:
        return generator.uniform(0, UNIFORM_HIGH, shape)
    if initializer is Initializer.ZEROS:
        return np.zeros(shape)
    # He et al. 2015, as Keras' he_uniform; Glorot & Bengio 2010, as its glorot_uniform.
    limit = np.sqrt(6 / (shape[0] if initializer is Initializer.HE_UNIFORM else sum(shape)))
    return generator.uniform(-limit, limit, shape)
