"""A network's weights at one moment, and what they answer: NumPy alone, safe to hand between threads."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from digitpad.data.mnist import CLASSES, PIXELS
from digitpad.runs.recipe import Initializer, Recipe

Floats = npt.NDArray[np.float32]

HIDDEN = 512
"""Units of the article's hidden layer."""

SHAPES: tuple[tuple[int, ...], ...] = ((PIXELS, HIDDEN), (HIDDEN,), (HIDDEN, CLASSES), (CLASSES,))
"""The shapes of the article's four weights: W and b of the hidden layer, W and b of the output layer."""

UNIFORM_HIGH = 0.1
"""The article draws its first weights from [0, 0.1)."""


@dataclass(frozen=True)
class Snapshot:
    """An immutable copy of a network's weights, taken after ``updates`` training steps.

    ``weights`` are float32 W (784, 512), b (512,), W (512, 10), b (10,), read-only. Raises ValueError for
    other shapes.
    """

    weights: tuple[Floats, ...]
    updates: int = 0

    def __post_init__(self) -> None:
        shapes = tuple(array.shape for array in self.weights)
        if shapes != SHAPES:
            raise ValueError(f"weights of shapes {shapes} are not the network's {SHAPES}")

    @property
    def finite(self) -> bool:
        """Whether all weights are finite numbers; those of a run that diverged are not."""
        return all(bool(np.isfinite(array).all()) for array in self.weights)

    def probabilities(self, images: Floats) -> Floats:
        """Return softmax probabilities (n, 10) for float32 images (n, 784) in [0, 1]; one image, one row."""
        hidden_w, hidden_b, output_w, output_b = self.weights
        hidden = np.maximum(images @ hidden_w + hidden_b, 0)
        return softmax(hidden @ output_w + output_b)


def softmax(logits: Floats) -> Floats:
    """Turn logits (…, 10) into probabilities that sum to 1 along the last axis."""
    # Subtracting the largest keeps exp() from overflowing and changes no quotient.
    exponentials = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(exponentials / exponentials.sum(axis=-1, keepdims=True), np.float32)


def frozen(arrays: Sequence[npt.ArrayLike]) -> tuple[Floats, ...]:
    """Return read-only float32 copies of ``arrays``."""
    copies = tuple(np.array(array, np.float32) for array in arrays)
    for copy in copies:
        copy.flags.writeable = False
    return copies


def initial_snapshot(recipe: Recipe) -> Snapshot:
    """Return the untrained network of a recipe: the same weights whenever the seed is the same."""
    generator = np.random.default_rng(recipe.seed)
    weights = [
        _first_matrix(generator, shape, recipe.initializer) if len(shape) == 2 else np.zeros(shape)
        for shape in SHAPES
    ]
    return Snapshot(frozen(weights))


def _first_matrix(
    generator: np.random.Generator, shape: tuple[int, ...], initializer: Initializer
) -> npt.NDArray[np.float64]:
    if initializer is Initializer.UNIFORM:
        return generator.uniform(0, UNIFORM_HIGH, shape)
    limit = np.sqrt(6 / sum(shape))  # Glorot & Bengio 2010, as Keras' glorot_uniform
    return generator.uniform(-limit, limit, shape)
