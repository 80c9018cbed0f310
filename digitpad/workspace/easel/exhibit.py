"""A picture that nobody drew on the canvas: one of MNIST's, of the class's own, of a file, or a pushed one."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from digitpad.arrays import CLASSES, PIXELS, SIDE, WHITE, Floats, Images
from digitpad.document.picture_set import PictureSet, Source
from digitpad.drawing.strokes import Drawing
from digitpad.network.push import Push


@dataclass(frozen=True, eq=False)
class _Picture:
    """A picture, as it can take the canvas's place.

    Attributes:
        image: uint8 (784,), 0 for paper and 255 for full ink.
        label: the digit that somebody says it is; None if nobody does.
        drawing: what the class drew, if the picture is of that: its label may become another one.

    Raises ValueError for an array of another kind, or for a label that is no digit.
    """

    image: Images
    label: int | None
    drawing: Drawing | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        is_digit = self.label is None or 0 <= self.label < CLASSES
        if self.image.shape != (PIXELS,) or self.image.dtype != np.uint8 or not is_digit:
            raise ValueError(
                f"{self.image.dtype} {self.image.shape} labelled {self.label} is no picture of a digit"
            )

    @cached_property
    def glyph(self) -> Floats:
        """What the network sees, float32 (28, 28) in [0, 1]: the same array each time."""
        return self.image.reshape(SIDE, SIDE).astype(np.float32) / np.float32(WHITE)


@dataclass(frozen=True, eq=False)
class SetPicture(_Picture):
    """A picture of a set.

    Attributes:
        number: its number in the set, from 1.
        source: the set.
        name: of the set's file, if it is from one.
    """

    number: int
    source: Source = Source.MNIST_TEST
    name: str = ""


@dataclass(frozen=True, eq=False)
class PushedPicture(_Picture):
    """A picture whose greys were changed a little, so that a network took it for another digit."""

    push: Push


Exhibit = SetPicture | PushedPicture


def exhibit_of(shown: PictureSet, place: int, name: str, drawing: Drawing | None = None) -> SetPicture:
    """Return the picture at this place of a set, from 0.

    ``name`` is of the file that the set may be from, ``drawing`` what the class drew there.
    """
    pictures = shown.pictures
    image, label, number = pictures.images[place], int(pictures.labels[place]), int(shown.numbers[place])
    is_ours = shown.source in (Source.CLASS, Source.HELD_OUT)
    return SetPicture(
        image,
        label,
        number,
        shown.source,
        name if shown.source is Source.FILE else "",
        drawing=drawing if is_ours else None,
    )


def pushed_picture(push: Push, original: Exhibit | None) -> PushedPicture:
    """Return the pushed picture in its whole greys; ``original`` is what hung there, None for what was drawn."""
    label, drawing = (None, None) if original is None else (original.label, original.drawing)
    return PushedPicture(np.rint(push.pushed * WHITE).astype(np.uint8), label, push, drawing=drawing)
