"""A run's images, varied anew for each epoch: distorted, and some of them written as in other countries."""

from concurrent.futures import Future, ThreadPoolExecutor, TimeoutError
from functools import lru_cache

import numpy as np

from digitpad.arrays import Images, Labels, Places
from digitpad.handwriting.augmentation import Augmentation
from digitpad.handwriting.variants import draw_variants

VARIANT_SHARE = 0.3
"""Share of the 0s, 1s, 4s, 7s and 9s of an epoch that are written the other way."""

VARIANTS_SEED = 0
"""One set of variants serves all runs on the same images: drawn only once, and each run picks from it anew."""


class VariedImages:
    """Prepares epochs of images on a thread of its own, while the network trains on the one before.

    What an epoch looks like depends on the run's seed, the epoch's number and its order alone.
    """

    def __init__(self, images: Images, labels: Labels, seed: int) -> None:
        self._images = images
        self._labels = labels
        self._seed = seed
        self._augmentation = Augmentation(seed)
        self._worker: ThreadPoolExecutor | None = None
        self._epochs: dict[int, Future[Images]] = {}

    def request(self, epoch: int, order: Places) -> None:
        """Begin to prepare an epoch, unless that was begun already."""
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, thread_name_prefix="varied-images")
        if epoch not in self._epochs:
            self._epochs[epoch] = self._worker.submit(self._prepare, epoch, order)

    def images(self, epoch: int, seconds: float) -> Images | None:
        """Return an epoch that was requested, uint8 (n, 784) in its order; None if not ready in ``seconds``.

        Earlier epochs are forgotten.
        """
        try:
            images = self._epochs[epoch].result(seconds)
        except TimeoutError:
            return None
        for old in [known for known in self._epochs if known < epoch]:
            del self._epochs[old]
        return images

    def release(self) -> None:
        """Let go of thread and images; a later request prepares them again."""
        if self._worker is not None:
            self._worker.shutdown(wait=False, cancel_futures=True)
            self._worker = None
        self._epochs.clear()

    def _prepare(self, epoch: int, order: Places) -> Images:
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
