"""What a run learns from: MNIST's images, the class's own or both, how many, and with which labels. NumPy only."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from digitpad.arrays import CLASSES, Images, Labels, Places
from digitpad.data.choosing import evenly, held_out, sampled, spread, told
from digitpad.data.mnist import Dataset, load_dataset
from digitpad.data.pictures import Pictures
from digitpad.data.recipe_values import choice, known_fields, share, shown, whole_number
from digitpad.errors import DataFileError, RecipeError

ALL_IMAGES = 60_000
"""MNIST's training images."""

COUNTS = (1, ALL_IMAGES)
SEEDS = (0, 2**31 - 1)

MOST_WRONG = 0.5
"""Share of labels that can be made wrong on purpose."""

MOST_HELD_OUT = 0.5
"""Share of MNIST's training images that can be held out for validation."""

OF_EACH_DIGIT = (5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)
"""How many of MNIST's training images show each digit: from these the number of batches follows without a file."""

SAMPLE_IMAGES = 2000
"""Most pictures of a training set that it is measured on what was learnt of them."""

NO_PICTURES = Pictures()


class TrainingImages(StrEnum):
    """Which pictures the network learns from."""

    PLAIN = "plain"
    """MNIST's own."""
    SHIFTED = "shifted"
    """MNIST's, moved and scaled at random, anew each epoch."""
    VARIED = "varied"
    """MNIST's, distorted anew each epoch, some with slashes, flags, feet and bars drawn over them."""


@dataclass(frozen=True, eq=False)
class TrainingSet:
    """The pictures that a run's batches are made of.

    Attributes:
        images: uint8 (n, 784), of which some may be in no batch.
        digits: what they show, uint8 (n,).
        labels: what the network is told that they show, uint8 (n,): others if some are wrong on purpose.
        order: numbers of the pictures of an epoch that is not shuffled, (count,); one can be there more than once.
        validation: what is held out of MNIST's training images, with their true labels.
        sample: some of the pictures that are trained on, with the labels told: what was learnt of them is measured
            on these. They are as MNIST or the class has them, also where they are trained on moved or varied.
    """

    images: Images
    digits: Labels
    labels: Labels
    order: Places
    validation: Pictures = NO_PICTURES
    sample: Pictures = NO_PICTURES


@dataclass(frozen=True)
class TrainingData:
    """The images of a run: ``count`` an epoch, or all there are if those are fewer, drawn by ``seed``.

    First the validation part is held out, the same share of each digit, then the others are chosen: whatever
    ``count`` is, recipes with one seed are validated on the same images. As long as each digit has enough of them
    (MNIST: up to 54,210 images) the digits share them evenly, to within one; with one seed the fewer are then
    among the more. Beyond that they come as MNIST has them.
    Raises RecipeError for values that make no sense.

    Attributes:
        mix: share of an epoch's images that are the class's own digits; 0 is MNIST alone, 1 is these alone.
        drawings: which of the class's drawings a run has begun with, as ``ClassPictures.digest`` says it; empty
            without any, and in a recipe by which no run has begun.
        wrong_labels: share of the labels that are another digit than the true one, on purpose; those of the
            validation part stay true.
        left_out: digits that the network never sees, ascending; the validation part has none of them either.
        validation: share of MNIST's training images that are held out, to choose by.
        by_label: whether an epoch that is not shuffled goes through the digits one after the other: all that the
            network is told are 0 first.
    """

    images: TrainingImages = TrainingImages.PLAIN
    count: int = ALL_IMAGES
    seed: int = 0
    mix: float = 0.0
    drawings: str = ""
    wrong_labels: float = 0.0
    left_out: tuple[int, ...] = ()
    validation: float = 0.0
    by_label: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "images", choice(TrainingImages, "images", self.images))
        whole_number("count", self.count, COUNTS)
        whole_number("data-seed", self.seed, SEEDS)
        object.__setattr__(self, "mix", share("mix", self.mix, 1.0))
        object.__setattr__(self, "wrong_labels", share("wrong-labels", self.wrong_labels, MOST_WRONG))
        object.__setattr__(self, "validation", share("validation", self.validation, MOST_HELD_OUT))
        object.__setattr__(self, "left_out", _left_out(self.left_out))
        if not isinstance(self.by_label, bool):
            raise RecipeError("recipe-by-label", value=shown(self.by_label))
        if not is_digest(self.drawings) and self.drawings != "":
            raise RecipeError("recipe-drawings", value=shown(self.drawings))
        if self.drawings and not self.mix:
            raise RecipeError("recipe-drawings-unused")
        # Flags and feet are drawn over MNIST's pictures once for all runs; over each class's that would take long.
        if self.mix and self.images is TrainingImages.VARIED:
            raise RecipeError("recipe-varied-mix")

    @property
    def size(self) -> int:
        """How many images an epoch has."""
        return self.of_ours + self.of_mnist

    @property
    def of_ours(self) -> int:
        """How many of an epoch's images are the class's own."""
        return round(self.mix * self.count)

    @property
    def of_mnist(self) -> int:
        """How many of an epoch's images are MNIST's."""
        return min(self.count - self.of_ours, self._available)

    @property
    def of_validation(self) -> int:
        """How many of MNIST's training images are held out."""
        return sum(OF_EACH_DIGIT[digit] for digit in self.digits) - self._available

    @property
    def of_each_digit(self) -> tuple[int, int] | None:
        """The least and the most images of MNIST's that an epoch has of a digit, if the digits share them evenly.

        None if they come as MNIST has them.
        """
        least = self.of_mnist // len(self.digits)
        if self.of_mnist == self._available or self.of_mnist > len(self.digits) * min(
            map(self._left_of, self.digits)
        ):
            return None
        return least, least + (self.of_mnist % len(self.digits) > 0)

    @property
    def needs_mnist(self) -> bool:
        """Whether MNIST is trained on, or validated by."""
        return self.of_mnist + self.of_validation > 0

    def chosen(self, labels: Labels) -> Places:
        """Return the numbers of MNIST's images, ascending (of_mnist,), among those with the digits ``labels``.

        ``labels`` is uint8 (n,). Raises ValueError if fewer than ``of_mnist`` are left of them.
        """
        kept = np.isin(labels, self.digits)
        kept[self.chosen_to_validate(labels)] = False
        places = np.flatnonzero(kept)
        return places[evenly(labels[places], self.of_mnist, self.seed, self.digits)]

    def chosen_to_validate(self, labels: Labels) -> Places:
        """Return the numbers of MNIST's images that are held out, ascending; as for ``chosen``."""
        return held_out(labels, self.validation, self.seed, self.digits)

    def chosen_of_ours(self, labels: Labels) -> Places:
        """Return the numbers of the class's images, (of_ours,), among those with the digits ``labels`` (n,).

        If they are fewer, they are repeated, each as often as any other, to within one. Raises ValueError if there
        are none.
        """
        if not self.of_ours:
            return np.arange(0)
        places = np.flatnonzero(np.isin(labels, self.digits))
        if not len(places):
            raise ValueError("there are no digits of the class to train on")
        times, rest = divmod(self.of_ours, len(places))
        some = places[evenly(labels[places], rest, self.seed, self.digits)]
        return np.concatenate([np.tile(places, times), some])

    def training_set(self, dataset: Dataset, ours: Pictures = NO_PICTURES) -> TrainingSet:
        """Return the pictures to train on, of MNIST and of the class: no copy of MNIST's if they are alone.

        In an epoch that is not shuffled the class's are spread evenly over it. Raises ValueError if there are
        fewer than are asked for.
        """
        images, digits = dataset.train_images, dataset.train_labels
        to_validate = Pictures(images, digits).at(self.chosen_to_validate(digits))
        order = self.chosen(digits)
        parts = [order]
        if self.mix:
            of_ours = self.chosen_of_ours(ours.labels)
            images = np.concatenate([images[order], ours.images])
            digits = np.concatenate([digits[order], ours.labels])
            parts = [np.arange(len(order)), len(order) + of_ours]
            order = spread(parts)
        labels = told(digits, parts, self.wrong_labels, self.seed) if self.wrong_labels else digits
        sample = Pictures(images, labels).at(sampled(order, SAMPLE_IMAGES, self.seed))
        if self.by_label:
            order = order[np.argsort(labels[order], kind="stable")]
        return TrainingSet(images, digits, labels, order, to_validate, sample)

    def of(self, dataset: Dataset, ours: Pictures = NO_PICTURES) -> Dataset:
        """Return the dataset with these training images alone: the same object, no copy, where they are all."""
        is_another = self.mix or self.wrong_labels or self.by_label or self.validation or self.left_out
        if self.of_mnist == len(dataset.train_labels) and not is_another:
            return dataset
        found = self.training_set(dataset, ours)
        return Dataset(
            found.images[found.order], found.labels[found.order], dataset.test_images, dataset.test_labels
        )

    @property
    def digits(self) -> list[int]:
        """The digits that are learnt, ascending."""
        return [digit for digit in range(CLASSES) if digit not in self.left_out]

    @cached_property
    def _available(self) -> int:
        """How many of MNIST's images there are to choose from: asked for whenever it is seen what can be done."""
        return sum(map(self._left_of, self.digits))

    def _left_of(self, digit: int) -> int:
        """How many of MNIST's images of a digit are not held out."""
        return OF_EACH_DIGIT[digit] - round(self.validation * OF_EACH_DIGIT[digit])

    def as_json(self) -> dict[str, object]:
        """Return these values as JSON can hold them."""
        return {**asdict(self), "images": self.images.value, "left_out": list(self.left_out)}

    @classmethod
    def from_json(cls, values: object) -> "TrainingData":
        """Rebuild from JSON; what is missing is as it is by default. Raises RecipeError."""
        return cls(**known_fields("data", values, _DEFAULTS))


def dataset_for(data: TrainingData) -> Dataset:
    """Return MNIST, or no pictures at all where its file is missing and none of it is trained on or validated by.

    Raises DataFileError if it is missing and needed.
    """
    try:
        return load_dataset()
    except DataFileError:
        if data.needs_mnist:
            raise
        return Dataset(NO_PICTURES.images, NO_PICTURES.labels, NO_PICTURES.images, NO_PICTURES.labels)


_DIGEST = re.compile("[0-9a-f]{64}")


def is_digest(value: object) -> bool:
    """Say whether a value can be ``ClassPictures.digest``."""
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _left_out(digits: object) -> tuple[int, ...]:
    """Return digits that are left out, ascending, each once. Raises RecipeError for what makes no sense."""
    if not isinstance(digits, tuple | list) or any(type(digit) is not int for digit in digits):
        raise RecipeError("recipe-left-out", value=shown(digits))
    found = tuple(sorted(set(digits)))
    if any(not 0 <= digit < CLASSES for digit in found):
        raise RecipeError("recipe-left-out", value=shown(list(found)))
    if len(found) == CLASSES:
        raise RecipeError("recipe-all-left-out")
    return found


_DEFAULTS: Mapping[str, object] = TrainingData().as_json()
