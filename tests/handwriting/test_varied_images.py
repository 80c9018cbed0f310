"""Epochs of varied images: prepared on a thread of their own, and the same whenever they are asked for."""

import gc
import threading
import weakref
from collections.abc import Iterator

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.handwriting.augmentation import Augmentation
from digitpad.handwriting.varied_images import PARTS, VARIANT_SHARE, VariedImages
from tests.conftest import GENEROUS_SECONDS

COUNT = 600
ORDERS = [np.random.default_rng(epoch).permutation(COUNT) for epoch in range(4)]
SEED = 3
THREAD_NAME = "varied-images"


def threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith(THREAD_NAME)]


@pytest.fixture(autouse=True)
def _no_thread_is_left() -> Iterator[None]:
    yield
    for thread in threads():
        thread.join(GENEROUS_SECONDS)
    assert not threads()


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    return load_dataset().train_images[:COUNT]


@pytest.fixture(scope="module")
def labels() -> np.ndarray:
    return load_dataset().train_labels[:COUNT]


@pytest.fixture
def varied(images: np.ndarray, labels: np.ndarray) -> Iterator[VariedImages]:
    varied = VariedImages(images, labels, SEED)
    yield varied
    varied.release()


def epoch_of(varied: VariedImages, epoch: int, order: np.ndarray | None = None) -> np.ndarray:
    varied.request(epoch, ORDERS[epoch] if order is None else order)
    found = varied.images(epoch, GENEROUS_SECONDS)
    assert found is not None
    return found


class GatedImages(np.ndarray):
    """Images that nobody gets to see before their gate is open; copies of them have none."""

    gate: threading.Event | None = None

    def __getitem__(self, key: object) -> np.ndarray:
        if self.gate is not None:
            assert self.gate.wait(GENEROUS_SECONDS)
        return np.asarray(self)[key]


class TestContent:
    def test_shape_and_type(self, varied: VariedImages) -> None:
        found = epoch_of(varied, 0)
        assert (found.shape, found.dtype) == ((COUNT, 784), np.uint8)

    def test_what_is_not_written_otherwise_is_augmented_in_the_given_order(
        self, varied: VariedImages, images: np.ndarray
    ) -> None:
        for epoch in (0, 1):
            only_augmented = Augmentation(SEED).augment(images[ORDERS[epoch]], epoch)
            same = (epoch_of(varied, epoch) == only_augmented).all(axis=1)
            assert same.mean() > 1 - VARIANT_SHARE

    def test_of_a_few_pictures_no_others_are_drawn(self) -> None:
        mnist = load_dataset()
        asked = np.random.default_rng(1).permutation(len(mnist.train_images))[:COUNT]
        few = VariedImages(mnist.train_images, mnist.train_labels, SEED, asked)
        places = np.sort(asked)
        alone = VariedImages(mnist.train_images[places], mnist.train_labels[places], SEED)
        for epoch in (0, PARTS):
            found = epoch_of(few, epoch, asked)
            np.testing.assert_array_equal(found, epoch_of(alone, epoch, np.searchsorted(places, asked)))
        few.release()
        alone.release()

    @pytest.mark.parametrize("digit", [1, 5, 9])
    def test_four_of_ten_are_written_otherwise_once_all_are_drawn(self, digit: int) -> None:
        mnist = load_dataset()
        images = mnist.train_images[mnist.train_labels == digit][:1200]
        varied = VariedImages(images, np.full(1200, digit, np.uint8), SEED)
        order = np.random.default_rng(0).permutation(1200)
        epochs = [
            (epoch_of(varied, epoch, order) != Augmentation(SEED).augment(images[order], epoch)).any(axis=1)
            for epoch in range(PARTS + 1)
        ]
        varied.release()
        assert (VARIANT_SHARE, PARTS) == (0.4, 3)
        # Where a pen's habit finds no end or loop to change, the digit stays as it is.
        for changed in epochs[PARTS - 1 :]:
            assert 0.2 < changed.mean() < 0.44
        # Others in each epoch: by chance the two share 0.4 × 0.4.
        assert (epochs[-2] & epochs[-1]).mean() < 0.2
        # Before, as many thirds of the images as epochs were begun.
        for epoch in range(PARTS - 1):
            assert (order[epochs[epoch]] % PARTS <= epoch).all()
            assert epochs[epoch].any()

    def test_images_and_labels_stay_as_they_are(
        self, varied: VariedImages, images: np.ndarray, labels: np.ndarray
    ) -> None:
        images_before, labels_before, order_before = images.copy(), labels.copy(), ORDERS[0].copy()
        epoch_of(varied, 0)
        np.testing.assert_array_equal(images, images_before)
        np.testing.assert_array_equal(labels, labels_before)
        np.testing.assert_array_equal(ORDERS[0], order_before)


class TestRepeatability:
    def test_whatever_was_requested_first(self, images: np.ndarray, labels: np.ndarray) -> None:
        found = []
        for requests in ([0, 1, 2, 3], [3, 1, 2, 0], [2, 0, 3, 2, 1]):
            varied = VariedImages(images, labels, SEED)
            for epoch in requests:
                varied.request(epoch, ORDERS[epoch])
            found.append([epoch_of(varied, epoch) for epoch in range(4)])
            varied.release()
        np.testing.assert_array_equal(found[1], found[0])
        np.testing.assert_array_equal(found[2], found[0])
        assert len({epoch.tobytes() for epoch in found[0]}) == 4

    def test_in_the_same_order_epochs_differ_too(self, varied: VariedImages) -> None:
        first, second = epoch_of(varied, 0, ORDERS[0]), epoch_of(varied, 1, ORDERS[0])
        assert (first != second).any(axis=1).mean() > 0.99

    def test_another_seed(self, varied: VariedImages, images: np.ndarray, labels: np.ndarray) -> None:
        other = VariedImages(images, labels, SEED + 1)
        assert (epoch_of(varied, 0) != epoch_of(other, 0)).any(axis=1).mean() > 0.99
        other.release()

    def test_after_release_the_same_again(self, varied: VariedImages) -> None:
        first = epoch_of(varied, 1)
        varied.request(2, ORDERS[2])
        varied.release()
        varied.release()
        np.testing.assert_array_equal(epoch_of(varied, 1), first)

    def test_an_earlier_epoch_again(self, varied: VariedImages) -> None:
        first = epoch_of(varied, 0)
        epoch_of(varied, 2)
        np.testing.assert_array_equal(epoch_of(varied, 0), first)


class TestWaiting:
    def test_none_until_it_is_ready(self, images: np.ndarray, labels: np.ndarray) -> None:
        gated = images.copy().view(GatedImages)
        gated.gate = threading.Event()
        varied = VariedImages(gated, labels, SEED)
        varied.request(0, ORDERS[0])
        varied.request(1, ORDERS[1])
        try:
            assert varied.images(0, 0) is None
            assert varied.images(1, 0.01) is None
        finally:
            gated.gate.set()
        plain = VariedImages(images, labels, SEED)
        for epoch in (0, 1):
            np.testing.assert_array_equal(varied.images(epoch, GENEROUS_SECONDS), epoch_of(plain, epoch))
        varied.release()
        plain.release()

    def test_a_request_does_not_wait_and_asking_twice_is_one_epoch(
        self, images: np.ndarray, labels: np.ndarray
    ) -> None:
        gated = images.copy().view(GatedImages)
        gated.gate = threading.Event()
        varied = VariedImages(gated, labels, SEED)
        varied.request(0, ORDERS[0])
        varied.request(0, ORDERS[3])  # begun already: the first order counts
        gated.gate.set()
        found = varied.images(0, GENEROUS_SECONDS)
        np.testing.assert_array_equal(found, varied.images(0, 0))
        plain = VariedImages(images, labels, SEED)
        np.testing.assert_array_equal(found, epoch_of(plain, 0))
        varied.release()
        plain.release()


class TestThread:
    def test_there_is_none_before_the_first_request_and_one_after(self, varied: VariedImages) -> None:
        assert not threads()
        epoch_of(varied, 0)
        epoch_of(varied, 1)
        assert len(threads()) == 1

    def test_release_ends_it_and_what_was_only_planned(self, images: np.ndarray, labels: np.ndarray) -> None:
        gated = images.copy().view(GatedImages)
        gated.gate = threading.Event()
        varied = VariedImages(gated, labels, SEED)
        for epoch in range(4):
            varied.request(epoch, ORDERS[epoch])
        (thread,) = threads()
        varied.release()  # does not wait for the gate
        gated.gate.set()
        thread.join(GENEROUS_SECONDS)
        assert not thread.is_alive()
        with pytest.raises(KeyError):
            varied.images(0, 0)

    def test_older_epochs_are_forgotten(self, varied: VariedImages) -> None:
        epoch_of(varied, 0)
        epoch_of(varied, 1)
        with pytest.raises(KeyError):
            varied.images(0, 0)


def test_only_the_newest_two_sets_of_images_are_kept(images: np.ndarray, labels: np.ndarray) -> None:
    kept = []
    for start in (0, 100, 200):
        own, own_labels = images[start : start + 100].copy(), labels[start : start + 100].copy()
        varied = VariedImages(own, own_labels, SEED)
        epoch_of(varied, 0, np.arange(100))
        varied.release()
        kept.append(weakref.ref(own))
    for thread in threads():
        thread.join(GENEROUS_SECONDS)
    del varied, own, own_labels
    gc.collect()
    assert [images() is not None for images in kept] == [False, True, True]
