"""A picture that nobody drew on the canvas: one of MNIST's, of the class's own, or of a file."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from digitpad.arrays import CLASSES, PIXELS, SIDE, WHITE, Floats, Images
from digitpad.document.picture_set import PictureSet, Source


@dataclass(frozen=True, eq=False)
class Exhibit:
    """A picture of a set, as it can take the canvas's place.

    Attributes:
        image: uint8 (784,), 0 for paper and 255 for full ink.
        label: the digit that its set says it is.
        number: its number in the set, from 1.
        source: the set.
        name: of the set's file, if it is from one.

    Raises ValueError for an array of another kind, or for a label that is no digit.
    """

    image: Images
    label: int
    number: int
    source: Source = Source.MNIST_TEST
    name: str = ""

    def __post_init__(self) -> None:
        if self.image.shape != (PIXELS,) or self.image.dtype != np.uint8 or not 0 <= self.label < CLASSES:
            raise ValueError(
                f"{self.image.dtype} {self.image.shape} labelled {self.label} is no picture of a digit"
            )

    @cached_property
    def glyph(self) -> Floats:
        """What the network sees, float32 (28, 28) in [0, 1]: the same array each time."""
        return self.image.reshape(SIDE, SIDE).astype(np.float32) / np.float32(WHITE)


def exhibit_of(shown: PictureSet, place: int, name: str) -> Exhibit:
    """Return the picture at this place of a set, from 0; ``name`` is of the file that the set may be from."""
    pictures = shown.pictures
    image, label, number = pictures.images[place], int(pictures.labels[place]), int(shown.numbers[place])
    return Exhibit(image, label, number, shown.source, name if shown.source is Source.FILE else "")
