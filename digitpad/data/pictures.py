"""Pictures with what each of them is meant to be: a set to train on, or to test with. NumPy only."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from digitpad.arrays import CLASSES, PIXELS, Images, Labels, Places


def _no_images() -> Images:
    return np.zeros((0, PIXELS), np.uint8)


def _no_labels() -> Labels:
    return np.zeros(0, np.uint8)


@dataclass(frozen=True, eq=False)
class Pictures:
    """``images`` are uint8 (n, 784), 0 for paper and 255 for full ink; ``labels`` are digits, uint8 (n,).

    Raises ValueError for arrays of another kind.
    """

    images: Images = field(default_factory=_no_images)
    labels: Labels = field(default_factory=_no_labels)

    def __post_init__(self) -> None:
        count = len(self.labels)
        if self.images.shape != (count, PIXELS) or self.labels.shape != (count,):
            raise ValueError(f"images {self.images.shape} and labels {self.labels.shape} are no pictures")
        if self.images.dtype != np.uint8 or self.labels.dtype != np.uint8 or (self.labels >= CLASSES).any():
            raise ValueError("pictures are made of bytes, and their labels are digits")

    def __len__(self) -> int:
        return len(self.labels)

    @cached_property
    def digest(self) -> str:
        """Which pictures and labels these are, in their order, as 64 hexadecimal digits."""
        return hashlib.sha256(self.images.tobytes() + self.labels.tobytes()).hexdigest()

    def at(self, places: Places) -> "Pictures":
        """Return the pictures with these numbers, from 0."""
        return Pictures(self.images[places], self.labels[places])


@dataclass(frozen=True, eq=False)
class ClassPictures:
    """The class's own digits as a run learns from them.

    Attributes:
        train: those that are trained on.
        held_out: those that no run is trained on, to test with.
        digest: says which drawings and labels ``train`` is, 64 hexadecimal digits.
    """

    train: Pictures
    held_out: Pictures
    digest: str
