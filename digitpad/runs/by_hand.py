"""What somebody did to a run that its recipe knows nothing of: batches by hand, a further epoch, other data,
or that it begins with another run's weights.

A run with such interventions cannot be computed anew from its recipe. NumPy only.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from digitpad.arrays import CLASSES, PIXELS, Images, Labels
from digitpad.data.training_data import is_digest

MOST_IMAGES = 128
"""Of one batch that is chosen by hand."""


class How(StrEnum):
    """In what way a run was intervened in."""

    BATCHES = "batches"
    """Batches chosen by hand took the place of the recipe's."""
    EPOCH = "epoch"
    """A finished run went on for one more epoch, with an optimizer that began afresh."""
    DATA = "data"
    """The class's own digits were others from there on."""
    MOMENT = "moment"
    """What came before was another run's, which this one went on from, with an optimizer that began afresh."""


@dataclass(frozen=True)
class Intervention:
    """Something done by hand to a run that had done ``first`` batches.

    Attributes:
        first: number, from 0, of the first batch that it concerns.
        how: in what way.
        count: batches by hand; else none.
        labels: those of the images in each of them.
        alone: whether these images were the whole batch; else they joined the run's own.
        drawings: which drawings it is trained on from there on, as ``ClassPictures.digest`` says it; else empty.
        pictures: how many these are.
        origin: the name that the run had then which it went on from; else empty.

    Raises ValueError for what nobody can have done.
    """

    first: int
    how: How = How.BATCHES
    count: int = 0
    labels: tuple[int, ...] = ()
    alone: bool = False
    drawings: str = ""
    pictures: int = 0
    origin: str = ""

    def __post_init__(self) -> None:
        by_hand = self.how is How.BATCHES
        most = MOST_IMAGES if by_hand else 0
        is_possible = by_hand <= len(self.labels) <= most and by_hand >= self.alone
        if self.first < 0 or (self.count > 0) != by_hand or not is_possible:
            raise ValueError(f"{self} is no intervention")
        told = is_digest(self.drawings), self.drawings != "", self.pictures > 0
        if told != (self.how is How.DATA,) * len(told):
            raise ValueError(f"{self} says something else of other data than it may")
        if (self.origin != "") != (self.how is How.MOMENT):
            raise ValueError(f"{self} says of another run what it may not")
        if not all(0 <= label < CLASSES for label in self.labels):
            raise ValueError(f"{self.labels} are no digits")

    @property
    def end(self) -> int:
        """Number of the first batch behind it."""
        return self.first + self.count


@dataclass(frozen=True, eq=False)
class ByHand:
    """Images that a class gives its own labels, for the next batches of a run.

    ``images`` are uint8 (k, 784), ``labels`` uint8 (k,), k from 1 to MOST_IMAGES. If ``alone`` they are the batch,
    else they stand before the images of the run's own. Raises ValueError for other arrays.
    """

    images: Images
    labels: Labels
    alone: bool = True

    def __post_init__(self) -> None:
        count = len(self.labels)
        if not 1 <= count <= MOST_IMAGES or self.images.shape != (count, PIXELS) or self.labels.shape != (count,):
            raise ValueError(f"images {self.images.shape} and labels {self.labels.shape} are no batch")
        if self.images.dtype != np.uint8 or self.labels.dtype != np.uint8 or (self.labels >= CLASSES).any():
            raise ValueError("a batch by hand is made of bytes, and its labels are digits")

    def intervention(self, first: int, count: int) -> Intervention:
        """Return what a run remembers of ``count`` such batches, from number ``first``, from 0, on."""
        return Intervention(first, How.BATCHES, count, tuple(self.labels.tolist()), self.alone)
