"""A run's images, varied anew for each epoch: distorted, and some of them written as others would write them."""

from functools import cached_property, lru_cache

import numpy as np

from digitpad.arrays import Images, Labels, Places
from digitpad.handwriting.augmentation import Augmentation
from digitpad.handwriting.pens.habits import draw_habits
from digitpad.handwriting.prepared_epochs import PreparedEpochs
from digitpad.handwriting.variants import VARIANTS, draw_variants

VARIANT_SHARE = 0.4
"""Share of an epoch's images that are written otherwise, once all variants are drawn."""

FOREIGN_SHARE = 0.6
"""Share of the 0s, 1s, 4s, 7s and 9s among them that are written as in other countries."""

BOTH_SHARE = 0.5
"""Share of these to which pens have done something too, as to all the others."""

VARIANTS_SEED = 0
"""One set of variants serves all runs on the same images: drawn only once, and each run picks from it anew."""

PARTS = 3
"""Every third image is varied from the first epoch on, one more third from the second, and so on: so the first
epoch waits for a third of the drawing alone, and the others are drawn while the network trains."""


FEW = 0.1
"""Up to this share of the images, a run has variants of its own drawn, of those that it asks for: a part of all
would take longer."""


class VariedImages(PreparedEpochs):
    """Images (n, 784), uint8, with the digits they show, ``labels`` (n,), for a run with this seed.

    ``asked`` are the numbers of those that the run will ever ask for; None is all.
    """

    def __init__(self, images: Images, labels: Labels, seed: int, asked: Places | None = None) -> None:
        super().__init__()
        self._few = None if asked is None or len(asked) > FEW * len(images) else np.unique(asked)
        self._images = images if self._few is None else images[self._few]
        self._labels = labels if self._few is None else labels[self._few]
        self._seed = seed
        self._augmentation = Augmentation(seed)

    def prepare(self, epoch: int, order: Places) -> Images:
        """Make an epoch, uint8 (n, 784), of the images whose numbers are ``order`` (n,)."""
        numbers = order if self._few is None else np.searchsorted(self._few, order)
        varied = np.random.default_rng((self._seed, epoch)).random(len(numbers)) < VARIANT_SHARE
        images = self._images[numbers]
        variants = self._own_variants if self._few is not None else _variants(_Source(self._images, self._labels))
        for part in range(min(epoch + 1, PARTS)):
            chosen = varied & (numbers % PARTS == part)
            images[chosen] = variants.part(part)[numbers[chosen] // PARTS]
        return self._augmentation.augment(images, epoch)

    @cached_property
    def _own_variants(self) -> "_Variants":
        return _Variants(self._images, self._labels)


def written_otherwise(images: Images, labels: Labels, seed: int) -> Images:
    """Return ``images`` (n, 784), uint8, of the digits ``labels`` (n,), as writers elsewhere would write them."""
    foreign, both = np.random.default_rng(seed).random((2, len(images)))
    is_foreign = np.isin(labels, list(VARIANTS)) & (foreign < FOREIGN_SHARE)
    is_changed = ~is_foreign | (both < BOTH_SHARE)
    written = images.copy()
    written[is_foreign] = draw_variants(written[is_foreign], labels[is_foreign], seed)
    written[is_changed] = draw_habits(written[is_changed], labels[is_changed], seed)
    return written


class _Variants:
    """Images (n, 784) of the digits ``labels`` (n,), written otherwise: a part is drawn when it is asked for."""

    def __init__(self, images: Images, labels: Labels) -> None:
        self._images = images
        self._labels = labels
        self._parts: dict[int, Images] = {}

    def part(self, number: int) -> Images:
        """Return the variants of the images whose own numbers leave ``number`` when divided by ``PARTS``."""
        if number not in self._parts:
            every = slice(number, None, PARTS)
            self._parts[number] = written_otherwise(
                self._images[every], self._labels[every], VARIANTS_SEED + number
            )
        return self._parts[number]


class _Source:
    """Images and labels as a key: the same arrays are the same source."""

    def __init__(self, images: Images, labels: Labels) -> None:
        self.images = images
        self.labels = labels

    def __hash__(self) -> int:
        return hash((id(self.images), id(self.labels)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Source) and self.images is other.images and self.labels is other.labels


@lru_cache(maxsize=2)
def _variants(source: _Source) -> _Variants:
    return _Variants(source.images, source.labels)
