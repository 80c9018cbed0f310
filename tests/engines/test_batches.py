"""A run's batches: every image once an epoch, whatever the size of the chunks."""

import hashlib
from collections import Counter
from dataclasses import replace
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.mnist import Dataset, load_dataset
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.engines.batches import MAX_CHUNK_BATCHES, RunBatches
from digitpad.runs.estimate import CHUNK_IMAGES
from digitpad.runs.recipe import PRESETS, Recipe


def numbered_dataset(count: int) -> Dataset:
    """Return images that carry their number in their first two pixels, and labels in their last digit."""
    numbers = np.arange(count)
    images = np.zeros((count, 784), np.uint8)
    images[:, 0], images[:, 1] = numbers // 256, numbers % 256
    return Dataset(images, (numbers % 10).astype(np.uint8), images[:0], np.zeros(0, np.uint8))


def numbers_of(images: np.ndarray) -> list[int]:
    """Return the numbers that ``numbered_dataset`` put in."""
    flat = images.reshape(-1, 784)
    return (flat[:, 0].astype(int) * 256 + flat[:, 1]).tolist()


def taken(batches: RunBatches, first: int, last: int, wanted: int) -> list[list[int]]:
    """Return the images' numbers, batch by batch, of batches ``first`` to ``last`` (not included)."""
    found: list[list[int]] = []
    while first + len(found) < last:
        images, labels, count = batches.take(first + len(found), min(wanted, last - first - len(found)))
        assert 1 <= count <= wanted
        for i in range(count):
            found.append(numbers_of(images[i]))
            assert labels[i].tolist() == [number % 10 for number in found[-1]]
    return found


def run_batches(count: int, **recipe: object) -> RunBatches:
    """Return the batches of a run on ``count`` numbered images."""
    return RunBatches(numbered_dataset(count), Recipe(data=TrainingData(count=count), **recipe))  # type: ignore[arg-type]


def test_without_shuffle_images_come_in_the_order_of_the_file() -> None:
    batches = run_batches(10, batch_size=4, shuffle=False)
    epoch = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert taken(batches, 0, 6, wanted=1) == epoch * 2
    assert taken(batches, 0, 6, wanted=9) == epoch * 2


def test_shuffled_epochs_hold_every_image_once_in_orders_of_their_own() -> None:
    batches = run_batches(1000, batch_size=32)
    epochs = [
        [number for batch in taken(batches, 32 * epoch, 32 * (epoch + 1), wanted=64) for number in batch]
        for epoch in range(3)
    ]
    for order in epochs:
        assert Counter(order) == Counter(range(1000))
        in_place = sum(number == place for place, number in enumerate(order))
        assert in_place < 20
    assert epochs[0] != epochs[1] != epochs[2]


def test_the_seed_decides_the_order() -> None:
    first, again, other = (run_batches(500, batch_size=50, seed=seed) for seed in (3, 3, 4))
    assert taken(first, 0, 20, 5) == taken(again, 0, 20, 5)
    assert taken(first, 0, 20, 5) != taken(other, 0, 20, 5)


@given(
    images=st.integers(1, 300),
    batch_size=st.integers(1, 320),
    wanted=st.integers(1, 70),
    start=st.integers(0, 40),
    shuffle=st.booleans(),
)
def test_batches_are_the_same_from_anywhere_in_chunks_of_any_size(
    images: int, batch_size: int, wanted: int, start: int, shuffle: bool
) -> None:
    one_by_one = run_batches(images, batch_size=batch_size, shuffle=shuffle)
    last = 2 * ceil(images / batch_size)
    expected = taken(one_by_one, 0, last, wanted=1)
    whole, rest = divmod(images, batch_size)
    lengths = [batch_size] * whole + [rest] * (rest > 0)
    assert [len(batch) for batch in expected] == lengths * 2
    start = min(start, last - 1)
    assert (
        taken(run_batches(images, batch_size=batch_size, shuffle=shuffle), start, last, wanted) == expected[start:]
    )
    assert taken(one_by_one, start, last, wanted) == expected[start:]


def test_a_part_of_the_dataset_is_what_the_training_data_chooses() -> None:
    dataset = numbered_dataset(1000)
    for shuffle in (False, True):
        recipe = Recipe(batch_size=32, shuffle=shuffle, data=TrainingData(count=100, seed=3))
        epochs = [
            [number for batch in taken(RunBatches(dataset, recipe), first, first + 4, 64) for number in batch]
            for first in (0, 4)
        ]
        chosen = recipe.data.chosen(dataset.train_labels).tolist()
        for order in epochs:
            assert sorted(order) == chosen
        assert (epochs[0] == chosen) is not shuffle
        assert (epochs[0] == epochs[1]) is not shuffle


def test_in_the_order_of_the_labels_they_come_digit_by_digit() -> None:
    dataset = numbered_dataset(40)
    recipe = Recipe(epochs=2, batch_size=8, shuffle=False, data=TrainingData(count=40, by_label=True))
    epoch = [sorted(range(40), key=lambda number: number % 10)[start : start + 8] for start in range(0, 40, 8)]
    assert taken(RunBatches(dataset, recipe), 0, 10, 64) == epoch * 2


def test_a_digit_left_out_is_in_no_batch() -> None:
    dataset = numbered_dataset(1000)
    recipe = Recipe(epochs=2, batch_size=32, data=TrainingData(count=800, left_out=(7, 2)))
    for first in (0, 25):
        epoch = [number for batch in taken(RunBatches(dataset, recipe), first, first + 25, 64) for number in batch]
        assert sorted(epoch) == [number for number in range(1000) if number % 10 not in (7, 2)]


def test_images_are_shifted_anew_in_each_epoch_and_keep_their_labels() -> None:
    mnist = load_dataset()
    recipe = Recipe(epochs=2, batch_size=50, data=TrainingData(TrainingImages.SHIFTED, 100, left_out=(0,)))
    plain = RunBatches(mnist, replace(recipe, data=replace(recipe.data, images=TrainingImages.PLAIN)))
    batches = RunBatches(mnist, recipe)
    found = []
    for number in range(4):
        images, labels = whole_batch(batches, number)
        as_they_are, their_labels = whole_batch(plain, number)
        np.testing.assert_array_equal(labels, their_labels)
        assert (images != as_they_are).any(axis=1).all()
        similarity = (images.astype(float) * as_they_are).sum() / (as_they_are.astype(float) ** 2).sum()
        assert 0.2 < similarity < 0.9, "it is still that image, moved"
        found.append(images)
    batches.release()
    assert (np.concatenate(found[:2]) != np.concatenate(found[2:])).any(axis=1).all()
    again = RunBatches(mnist, recipe)
    np.testing.assert_array_equal(whole_batch(again, 3)[0], found[3])
    again.release()


def whole_batch(batches: RunBatches, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Return a batch's images, (n, 784), and labels, (n,), as soon as they are prepared."""
    count = 0
    while not count:
        images, labels, count = batches.take(number, 1)
    return images[0].copy(), labels[0].copy()


def test_a_dataset_that_is_too_small() -> None:
    with pytest.raises(ValueError, match="60000 images cannot be taken from 10"):
        RunBatches(numbered_dataset(10), Recipe()).take(0, 1)


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        ("keras", "dc2a8e1d12d7bc27ca3813b838bb7bbb030ea710058373fea9f1b1a6bb191ccb"),
        ("from-scratch", "a525e681efacbb502fd62e549c7f8911f2a5428eb554863c0ee06bdfa0522cd3"),
    ],
)
def test_two_epochs_of_the_articles_presets_are_those_of_the_first_version(preset: str, expected: str) -> None:
    batches, found, done = RunBatches(load_dataset(), PRESETS[preset]), hashlib.sha256(), 0
    while done < 2 * 469:
        images, labels, count = batches.take(done, 26)
        for i in range(count):
            found.update(images[i].tobytes())
            found.update(labels[i].tobytes())
        done += count
    assert found.hexdigest() == expected


@pytest.mark.parametrize(
    ("batch_size", "capacity"), [(128, 26), (1, MAX_CHUNK_BATCHES), (CHUNK_IMAGES, 1), (60_000, 1)]
)
def test_a_chunk_has_room_for_26_batches_of_128(batch_size: int, capacity: int) -> None:
    assert run_batches(10, batch_size=batch_size).capacity == capacity


@pytest.mark.parametrize(
    ("images", "batch_size", "shapes"),
    [
        (1000, 128, [(26, 128, 784), (1, 104, 784)]),
        (1024, 128, [(26, 128, 784)]),
        (100, 128, [(1, 100, 784)]),
        (10, 60_000, [(1, 10, 784)]),
    ],
)
def test_the_shapes_announced_are_all_that_come(
    images: int, batch_size: int, shapes: list[tuple[int, ...]]
) -> None:
    batches = run_batches(images, batch_size=batch_size)
    assert [array.shape for array, _ in batches.shapes()] == shapes
    assert [labels.shape for _, labels in batches.shapes()] == [shape[:2] for shape in shapes]
    come = {batches.take(number, 26)[0].shape for number in range(ceil(images / batch_size))}
    assert come == set(shapes)
