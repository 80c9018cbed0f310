"""What a run learns from: which of MNIST's images, how many, and whether they are varied. NumPy only."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum

import numpy as np

from digitpad.arrays import CLASSES, Labels, Places
from digitpad.data.mnist import Dataset
from digitpad.data.recipe_values import choice, known_fields, whole_number

ALL_IMAGES = 60_000
"""MNIST's training images."""

COUNTS = (1, ALL_IMAGES)
SEEDS = (0, 2**31 - 1)


class TrainingImages(StrEnum):
    """Which pictures the network learns from."""

    PLAIN = "plain"
    """MNIST's own."""
    VARIED = "varied"
    """MNIST's, distorted anew each epoch, some with slashes, flags, feet and bars drawn over them."""


@dataclass(frozen=True)
class TrainingData:
    """The images of a run: ``count`` of MNIST's, drawn by ``seed``.

    As long as each digit has enough of them (MNIST: up to 54,210 images) the ten digits share them evenly, to
    within one; with one seed the fewer are then among the more. Beyond that they come as MNIST has them.
    Raises RecipeError for values that make no sense.
    """

    images: TrainingImages = TrainingImages.PLAIN
    count: int = ALL_IMAGES
    seed: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "images", choice(TrainingImages, "images", self.images))
        whole_number("count", self.count, COUNTS)
        whole_number("data-seed", self.seed, SEEDS)

    def chosen(self, labels: Labels) -> Places:
        """Return the numbers of the images, ascending (count,), among those with the digits ``labels`` (n,).

        Raises ValueError if there are fewer than ``count``.
        """
        if self.count > len(labels):
            raise ValueError(f"{self.count} images cannot be taken from {len(labels)}")
        if self.count == len(labels):
            return np.arange(len(labels))
        generator = np.random.default_rng(self.seed)
        if self.count > CLASSES * np.bincount(labels, minlength=CLASSES).min():
            return np.sort(generator.permutation(len(labels))[: self.count])
        # A digit's place in this order decides whether it gets one more when ten do not divide the number.
        ranks = generator.permutation(CLASSES)
        shares = (self.count - ranks + CLASSES - 1) // CLASSES
        by_digit = (generator.permutation(np.flatnonzero(labels == digit)) for digit in range(CLASSES))
        return np.sort(np.concatenate([own[:share] for own, share in zip(by_digit, shares, strict=True)]))

    def of(self, dataset: Dataset) -> Dataset:
        """Return the dataset with these training images alone: the same object, no copy, where they are all."""
        if self.count == len(dataset.train_labels):
            return dataset
        chosen = self.chosen(dataset.train_labels)
        return Dataset(
            dataset.train_images[chosen], dataset.train_labels[chosen], dataset.test_images, dataset.test_labels
        )

    def as_json(self) -> dict[str, object]:
        """Return these values as JSON can hold them."""
        return {**asdict(self), "images": self.images.value}

    @classmethod
    def from_json(cls, values: object) -> "TrainingData":
        """Rebuild from JSON; what is missing is as it is by default. Raises RecipeError."""
        return cls(**known_fields("data", values, _DEFAULTS))


_DEFAULTS: Mapping[str, object] = TrainingData().as_json()
