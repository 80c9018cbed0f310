"""A run's images, varied anew for each epoch: distorted, and some of them written as in other countries."""

from functools import lru_cache

import numpy as np

from digitpad.arrays import Images, Labels, Places
from digitpad.handwriting.augmentation import Augmentation
from digitpad.handwriting.prepared_epochs import PreparedEpochs
from digitpad.handwriting.variants import draw_variants

VARIANT_SHARE = 0.3
"""Share of the 0s, 1s, 4s, 7s and 9s of an epoch that are written the other way."""

VARIANTS_SEED = 0
"""One set of variants serves all runs on the same images: drawn only once, and each run picks from it anew."""


class VariedImages(PreparedEpochs):
    """Images (n, 784), uint8, with the digits they show, ``labels`` (n,), for a run with this seed."""

    def __init__(self, images: Images, labels: Labels, seed: int) -> None:
        super().__init__()
        self._images = images
        self._labels = labels
        self._seed = seed
        self._augmentation = Augmentation(seed)

    def prepare(self, epoch: int, order: Places) -> Images:
        """Make an epoch, uint8 (n, 784), of the images whose numbers are ``order`` (n,)."""
        varied = np.random.default_rng((self._seed, epoch)).random(len(order)) < VARIANT_SHARE
        images = self._images[order]
        images[varied] = _variants(_Source(self._images, self._labels))[order[varied]]
        return self._augmentation.augment(images, epoch)


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
def _variants(source: _Source) -> Images:
    return draw_variants(source.images, source.labels, VARIANTS_SEED)
