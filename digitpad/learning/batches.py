"""The batches of a run, gathered some at a time into arrays of one shape for the compiled program."""

import numpy as np

from digitpad.data.mnist import PIXELS, Images, Labels
from digitpad.learning.recipe import Recipe
from digitpad.learning.training import BatchGenerator

CHUNK_IMAGES = 3328
"""Room for one call of the program, in images: 26 batches of 128, about 30 ms of training."""

MAX_CHUNK_BATCHES = 64
"""Room for one call of the program, in batches, however small they are."""


class RunBatches:
    """Knows which images make up batch number n of a run, and puts consecutive batches side by side.

    Each epoch is a ``BatchGenerator`` over the numbers of the images, in an order of its own if the recipe
    shuffles. The order depends on seed and epoch alone, so a run can go on from any batch.
    """

    def __init__(self, images: Images, labels: Labels, recipe: Recipe) -> None:
        self.per_epoch = -(-len(images) // recipe.batch_size)
        self.capacity = min(MAX_CHUNK_BATCHES, max(1, CHUNK_IMAGES // recipe.batch_size))
        self._recipe = recipe
        self._source = images
        self._source_labels = labels
        self._epoch = -1
        self._images = np.zeros((self.capacity, recipe.batch_size, PIXELS), np.uint8)
        self._labels = np.zeros((self.capacity, recipe.batch_size), np.uint8)

    def shapes(self) -> list[tuple[Images, Labels]]:
        """Return arrays of every shape that ``take`` can return."""
        last = len(self._source) % self._recipe.batch_size
        whole = [(self._images, self._labels)] if len(self._source) >= self._recipe.batch_size else []
        return [*whole, (self._images[:1, :last], self._labels[:1, :last])] if last else whole

    def take(self, first: int, wanted: int) -> tuple[Images, Labels, int]:
        """Return batches ``first``, ``first`` + 1, … of the run, and how many they are.

        Images are uint8 (capacity, batch, 784), labels uint8 (capacity, batch); the first ``count`` are the
        batches, at most ``wanted`` and all of one epoch. A smaller last batch of an epoch comes alone, as
        (1, its length, 784). The arrays are overwritten by the next call.
        """
        epoch, into_epoch = divmod(first, self.per_epoch)
        generator = self._generator_at(epoch, into_epoch)
        left = len(self._source) - generator.index
        if left < self._recipe.batch_size:
            numbers, self._labels[0, :left] = generator.next()
            np.take(self._source, numbers, axis=0, out=self._images[0, :left], mode="clip")
            return self._images[:1, :left], self._labels[:1, :left], 1
        count = min(wanted, self.capacity, left // self._recipe.batch_size)
        for i in range(count):
            numbers, self._labels[i] = generator.next()
            # mode="clip": the only one that fills ``out`` without a copy in between.
            np.take(self._source, numbers, axis=0, out=self._images[i], mode="clip")
        return self._images, self._labels, count

    def _generator_at(self, epoch: int, batch: int) -> BatchGenerator:
        if epoch != self._epoch:
            order = np.arange(len(self._source))
            if self._recipe.shuffle:
                np.random.default_rng((self._recipe.seed, epoch)).shuffle(order)
            self._epoch = epoch
            self._generator = BatchGenerator(order, self._source_labels[order], self._recipe.batch_size)
        self._generator.index = batch * self._recipe.batch_size
        return self._generator
