"""The first weights of a network, drawn by NumPy: it can answer before TensorFlow is loaded."""

from enum import Enum, StrEnum, auto

import numpy as np

from digitpad.arrays import Doubles
from digitpad.network.architecture import Activation, Architecture
from digitpad.network.snapshot import Snapshot, frozen

UNIFORM_HIGH = 0.1
"""The article draws its first weights from [0, 0.1)."""


class Initializer(StrEnum):
    """Where the first weights come from."""

    UNIFORM = "uniform"
    GLOROT_UNIFORM = "glorot-uniform"
    HE_UNIFORM = "he-uniform"
    ZEROS = "zeros"
    """All the same: what becomes of them ``fate_of_zeros`` says."""
    READY_MADE = "ready-made"
    """Nothing is drawn: they are the ready-made network's (``runs.checkpoint.untrained``)."""


class Fate(Enum):
    """What training can make of a network whose weights and biases all begin as 0."""

    LEARNS = auto()
    """Without a hidden layer all weights have gradients of their own."""
    ALIKE = auto()
    """All units of a hidden layer stay alike: it learns as if it had a single one."""
    STUCK = auto()
    """The weights of the pixels stay 0: whatever the image, the answer is the same."""


def fate_of_zeros(architecture: Architecture) -> Fate:
    """Return what becomes of this network from zeros, whatever trains it on whatever images.

    The gradient of W is its layer's input times what comes back from above. Hidden layers of relu, tanh or none
    give 0 from zeros: the W above one has no gradient, stays 0, and lets nothing back, so that the layer keeps
    giving 0. Sigmoid gives 1/2, to every unit the same: W above learns, the same for each unit; so all of them are
    alike for ever, and only if all layers are of sigmoid does what is learnt reach down to the image.
    """
    if not architecture.hidden:
        return Fate.LEARNS
    all_sigmoid = all(layer.activation is Activation.SIGMOID for layer in architecture.hidden)
    return Fate.ALIKE if all_sigmoid else Fate.STUCK


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
