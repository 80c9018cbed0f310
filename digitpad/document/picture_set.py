"""A set of pictures that a network is tested on, whatever it is made of: MNIST's, or drawings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from digitpad.arrays import PIXELS, Images, Integers
from digitpad.data.mnist import Dataset
from digitpad.data.pictures import Pictures
from digitpad.document.classroom.class_pictures import picture_of
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing

SAMPLE = 10_000
"""Of MNIST's training images, as many as there are test images: both are judged in the same time."""

SAMPLE_SEED = 0


class Source(StrEnum):
    """Where pictures come from."""

    MNIST_TEST = "mnist-test"
    MNIST_TRAIN = "mnist-train"
    CLASS = "class"
    HELD_OUT = "held-out"
    """Those of the class's drawings that no run is trained on."""
    FILE = "file"


def _nobody() -> Integers:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False)
class PictureSet:
    """n pictures with their labels, and how to name each of them.

    Attributes:
        source: where they come from.
        pictures: they themselves.
        numbers: of each in its file, from 1: int64 (n,).
        pens: who drew each, int64 (n,), 0 where nobody knows; all 0 for MNIST's.
    """

    source: Source
    pictures: Pictures = field(default_factory=Pictures)
    numbers: Integers = field(default_factory=_nobody)
    pens: Integers = field(default_factory=_nobody)

    def __len__(self) -> int:
        return len(self.pictures)


def mnist_test(mnist: Dataset) -> PictureSet:
    """Return MNIST's test images."""
    count = len(mnist.test_labels)
    pictures = Pictures(mnist.test_images, mnist.test_labels)
    return PictureSet(Source.MNIST_TEST, pictures, np.arange(1, count + 1), np.zeros(count, np.int64))


def mnist_train_sample(mnist: Dataset) -> PictureSet:
    """Return a sample of MNIST's training images, the same each time, in their order in the file.

    It is of all of them, whatever a run learns from, so that runs can be compared on it.
    """
    count = min(SAMPLE, len(mnist.train_labels))
    chosen = np.random.default_rng(SAMPLE_SEED).choice(len(mnist.train_labels), count, replace=False)
    chosen.sort()
    pictures = Pictures(mnist.train_images[chosen], mnist.train_labels[chosen])
    return PictureSet(Source.MNIST_TRAIN, pictures, chosen + 1, np.zeros(count, np.int64))


def of_drawings(
    source: Source,
    entries: Sequence[LabelledDrawing],
    picture: Callable[[Drawing], Images] = picture_of,
) -> PictureSet:
    """Return the pictures of those drawings that have a label. Whatever ``picture`` raises is raised."""
    labelled = [(number, entry, entry.label) for number, entry in enumerate(entries, 1) if entry.label is not None]
    images = [picture(entry.drawing) for _, entry, _ in labelled]
    labels = np.array([label for _, _, label in labelled], np.uint8)
    return PictureSet(
        source,
        Pictures(np.array(images, np.uint8).reshape(-1, PIXELS), labels),
        np.array([number for number, _, _ in labelled], np.int64),
        np.array([entry.pen or 0 for _, entry, _ in labelled], np.int64),
    )
