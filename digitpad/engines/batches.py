"""The batches of a run, gathered some at a time into arrays of one shape for the compiled program."""

from functools import cached_property

import numpy as np

from digitpad.arrays import PIXELS, Images, Labels, Places
from digitpad.data.mnist import Dataset
from digitpad.data.pictures import Pictures
from digitpad.data.training_data import NO_PICTURES, TrainingImages, TrainingSet
from digitpad.engines.scoring import ScoredSets, scored_sets
from digitpad.handwriting.prepared_epochs import PreparedEpochs
from digitpad.handwriting.shifted_images import ShiftedImages
from digitpad.handwriting.varied_images import VariedImages
from digitpad.runs.by_hand import ByHand
from digitpad.runs.estimate import CHUNK_IMAGES
from digitpad.runs.recipe import Recipe
from digitpad.textbook.training import BatchGenerator

MAX_CHUNK_BATCHES = 64
"""Room for one call of the program, in batches, however small they are."""

WAIT_SECONDS = 0.03
"""How long ``take`` waits for images that are still being prepared, before it says that there are none yet."""


class RunBatches:
    """Knows which images make up batch number n of a run, and puts consecutive batches side by side.

    Each epoch is a ``BatchGenerator`` over the numbers of the images, in an order of its own if the recipe
    shuffles. The order depends on seed and epoch alone, so a run can go on from any batch.
    """

    def __init__(self, dataset: Dataset, recipe: Recipe, ours: Pictures = NO_PICTURES) -> None:
        """``ours`` is what the class has drawn, for a recipe that asks for it."""
        self.size = min(recipe.batch_size, recipe.data.size)  # of each batch, but a smaller last one of an epoch
        self.capacity = min(MAX_CHUNK_BATCHES, max(1, CHUNK_IMAGES // recipe.batch_size))
        self._recipe = recipe
        self._count = recipe.data.size
        self._dataset = dataset
        self._ours = ours
        self._epoch = -1
        self._epoch_images = NO_PICTURES.images
        self._images = np.zeros((self.capacity, self.size, PIXELS), np.uint8)
        self._labels = np.zeros((self.capacity, self.size), np.uint8)

    @cached_property
    def _pictures(self) -> TrainingSet:
        """What is trained on, chosen when the first batch is asked for: who only goes back asks for none.

        MNIST's images are not copied if they are alone, and all runs can share one set of variants.
        """
        return self._recipe.data.training_set(self._dataset, self._ours)

    @cached_property
    def _prepared(self) -> PreparedEpochs | None:
        """What makes images anew for each epoch; None where they are the same ones in all."""
        match self._recipe.data.images:
            case TrainingImages.PLAIN:
                return None
            case TrainingImages.SHIFTED:
                return ShiftedImages(self._pictures.images, self._recipe.seed)
            case TrainingImages.VARIED:
                pictures = self._pictures
                return VariedImages(pictures.images, pictures.digits, self._recipe.seed, pictures.order)

    def shapes(self) -> list[tuple[Images, Labels]]:
        """Return arrays of every shape that ``take`` can return."""
        last = self._count % self._recipe.batch_size
        whole = [(self._images, self._labels)] if self._count >= self._recipe.batch_size else []
        return [*whole, (self._images[:1, :last], self._labels[:1, :last])] if last else whole

    def are_prepared(self, first: int) -> bool:
        """Whether ``take`` has images for this batch, and for those after it in its epoch; waits a while for them.

        Raises ValueError as ``take`` does.
        """
        return self._open(first // self._recipe.batches_per_epoch)

    def take(self, first: int, wanted: int) -> tuple[Images, Labels, int]:
        """Return batches ``first``, ``first`` + 1, … of the run, and how many they are.

        Images are uint8 (capacity, batch, 784), labels uint8 (capacity, batch); the first ``count`` are the
        batches, at most ``wanted`` and all of one epoch; none if their images are still being prepared. A
        smaller last batch of an epoch comes alone, as (1, its length, 784). The arrays are overwritten by the
        next call. Raises ValueError if MNIST's images, or the class's, are fewer than the recipe asks for.
        """
        epoch, into_epoch = divmod(first, self._recipe.batches_per_epoch)
        if not self._open(epoch):
            return self._images, self._labels, 0
        generator = self._generator
        generator.index = into_epoch * self._recipe.batch_size
        left = self._count - generator.index
        if left < self._recipe.batch_size:
            self._next_batch(self._images[0, :left], self._labels[0, :left])
            return self._images[:1, :left], self._labels[:1, :left], 1
        count = min(wanted, self.capacity, left // self._recipe.batch_size)
        for i in range(count):
            self._next_batch(self._images[i], self._labels[i])
        return self._images, self._labels, count

    def release(self) -> None:
        """Let go of what can be made again."""
        if self._prepared is not None:
            self._prepared.release()
            self._epoch, self._epoch_images = -1, NO_PICTURES.images

    def scored_sets(self, held_out: Pictures) -> ScoredSets:
        """Return what the run's network is measured on, as ``scoring.scored_sets`` says."""
        return scored_sets(self._pictures, self._dataset, held_out)

    def _next_batch(self, images: Images, labels: Labels) -> None:
        numbers, labels[:] = self._generator.next()
        # mode="clip": the only one that fills ``out`` without a copy in between.
        np.take(self._epoch_images, numbers, axis=0, out=images, mode="clip")

    def _open(self, epoch: int) -> bool:
        """Have the epoch's images and generator at hand; say whether they are."""
        if epoch == self._epoch:
            return True
        order = self._order(epoch)
        numbers = order
        if self._prepared is not None:
            self._prepared.request(epoch, order)
            images = self._prepared.images(epoch, WAIT_SECONDS)
            if images is None:
                return False
            if epoch + 1 < self._recipe.epochs:
                self._prepared.request(epoch + 1, self._order(epoch + 1))
            self._epoch_images, numbers = images, np.arange(len(order))
        else:
            self._epoch_images = self._pictures.images
        self._epoch = epoch
        self._generator = BatchGenerator(numbers, self._pictures.labels[order], self._recipe.batch_size)
        return True

    def _order(self, epoch: int) -> Places:
        order = np.arange(self._count)
        if self._recipe.shuffle:
            np.random.default_rng((self._recipe.seed, epoch)).shuffle(order)
        return self._pictures.order[order]


class HandBatches(RunBatches):
    """The batches of a run, with images chosen by hand instead of each, or before its own."""

    def __init__(self, dataset: Dataset, recipe: Recipe, by_hand: ByHand, ours: Pictures = NO_PICTURES) -> None:
        """As for ``RunBatches``; ``by_hand`` is what was chosen."""
        super().__init__(dataset, recipe, ours)
        self._by_hand = by_hand

    def take(self, first: int, wanted: int) -> tuple[Images, Labels, int]:
        """Return batches as ``RunBatches.take`` does, of as many images as they have then."""
        if self._by_hand.alone:
            left = self._recipe.batches_per_epoch - first % self._recipe.batches_per_epoch
            count = min(wanted, self.capacity, left)
            return *self._repeated(count), count
        images, labels, count = super().take(first, wanted)
        more_images, more_labels = self._repeated(count)
        return (
            np.concatenate([more_images, images[:count]], axis=1),
            np.concatenate([more_labels, labels[:count]], axis=1),
            count,
        )

    def _repeated(self, count: int) -> tuple[Images, Labels]:
        """Return the images by hand, uint8 (count, k, 784), and their labels, (count, k): each time the same."""
        images, labels = self._by_hand.images, self._by_hand.labels
        return np.broadcast_to(images, (count, *images.shape)), np.broadcast_to(labels, (count, *labels.shape))
