"""Which images a run learns from: as many as asked for, evenly, and the same for the same seed."""

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.mnist import load_dataset
from digitpad.data.pictures import Pictures
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.errors import RecipeError
from tests.sentences import refused

DIGEST = "0f" * 32

LARGEST_EVEN = 54_210
"""Ten times as many as MNIST has fives, its rarest digit."""


@pytest.fixture(scope="module")
def labels() -> np.ndarray:
    return load_dataset().train_labels


@pytest.mark.parametrize("count", [1, 9, 10, 15, 100, 10_000, 54_209, LARGEST_EVEN, LARGEST_EVEN + 1, 59_999])
@pytest.mark.parametrize("seed", [0, 5])
def test_as_many_as_asked_for_in_the_order_of_the_file(labels: np.ndarray, count: int, seed: int) -> None:
    chosen = TrainingData(count=count, seed=seed).chosen(labels)
    assert chosen.shape == (count,)
    assert (np.diff(chosen) > 0).all()
    assert chosen.min() >= 0
    assert chosen.max() < len(labels)
    digits = np.bincount(labels[chosen], minlength=10)
    if count <= LARGEST_EVEN:
        assert digits.max() - digits.min() <= 1
    else:
        assert digits.max() - digits.min() > 1


@pytest.mark.parametrize("count", [100, LARGEST_EVEN + 1])
def test_the_seed_decides(labels: np.ndarray, count: int) -> None:
    first, again, other = (TrainingData(count=count, seed=seed).chosen(labels) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_the_fewer_are_among_the_more(labels: np.ndarray) -> None:
    chosen = [set(TrainingData(count=count).chosen(labels)) for count in (7, 15, 25, 1000, LARGEST_EVEN)]
    for few, more in itertools.pairwise(chosen):
        assert few < more


def test_all_of_them(labels: np.ndarray) -> None:
    np.testing.assert_array_equal(TrainingData(seed=9).chosen(labels), np.arange(60_000))


def test_a_small_dataset_is_taken_whole(labels: np.ndarray) -> None:
    np.testing.assert_array_equal(TrainingData(count=1000).chosen(labels[:1000]), np.arange(1000))


def test_more_than_there_are() -> None:
    with pytest.raises(ValueError, match="60000 images cannot be taken from 3"):
        TrainingData().chosen(np.zeros(3, np.uint8))


@given(
    labels=st.lists(st.integers(0, 9), min_size=1, max_size=60),
    share=st.floats(0, 1),
    seed=st.integers(0, 2**31 - 1),
)
def test_whatever_the_labels_are(labels: list[int], share: float, seed: int) -> None:
    count = max(1, round(share * len(labels)))
    chosen = TrainingData(count=count, seed=seed).chosen(np.array(labels, np.uint8))
    assert len(set(chosen.tolist())) == count
    assert chosen.tolist() == sorted(chosen)


class TestADatasetCutToIt:
    def test_the_whole_one_is_not_copied(self) -> None:
        dataset = load_dataset()
        assert TrainingData(TrainingImages.VARIED, seed=3).of(dataset) is dataset

    def test_a_part(self) -> None:
        dataset = load_dataset()
        data = TrainingData(count=50, seed=4)
        chosen, part = data.chosen(dataset.train_labels), data.of(dataset)
        np.testing.assert_array_equal(part.train_images, dataset.train_images[chosen])
        np.testing.assert_array_equal(part.train_labels, dataset.train_labels[chosen])
        assert part.test_images is dataset.test_images
        assert part.test_labels is dataset.test_labels
        assert data.of(part) is part


def drawn(count: int) -> Pictures:
    """Return pictures of the class, each of which carries its number; their digits are 0, 1, 2, … in turn."""
    images = np.zeros((count, 784), np.uint8)
    images[:, 0], images[:, 1] = np.arange(count), 1
    return Pictures(images, (np.arange(count) % 10).astype(np.uint8))


class TestAMixture:
    @pytest.mark.parametrize(("mix", "ours"), [(0.0, 0), (0.25, 250), (0.3337, 334), (1.0, 1000)])
    def test_of_an_epochs_images_this_share_is_the_classs(self, mix: float, ours: int) -> None:
        found = TrainingData(count=1000, mix=mix).training_set(load_dataset(), drawn(40))
        assert found.order.shape == (1000,)
        epoch = found.images[found.order]
        assert (epoch[:, 1] == 1).sum() == ours, "no picture of MNIST has ink in its corner"

    def test_mnists_part_is_what_a_run_on_as_many_of_mnists_alone_has(self) -> None:
        mnist = load_dataset()
        mixed = TrainingData(count=1000, mix=0.25, seed=3).training_set(mnist, drawn(40))
        alone = TrainingData(count=750, seed=3).training_set(mnist)
        np.testing.assert_array_equal(mixed.images[:750], alone.images[alone.order])
        np.testing.assert_array_equal(mixed.digits[:750], alone.digits[alone.order])

    def test_the_fewer_are_repeated_evenly(self) -> None:
        chosen = TrainingData(count=95, mix=1.0).chosen_of_ours(drawn(40).labels)
        times = np.bincount(chosen, minlength=40)
        assert set(times.tolist()) == {2, 3}
        assert len(chosen) == 95

    def test_of_the_more_each_digit_has_its_share(self) -> None:
        labels = drawn(200).labels
        chosen = TrainingData(count=100, mix=0.5).chosen_of_ours(labels)
        assert len(set(chosen.tolist())) == 50
        assert np.bincount(labels[chosen]).tolist() == [5] * 10

    def test_the_seed_alone_decides(self) -> None:
        mnist, ours = load_dataset(), drawn(200)
        first, again, other = (
            TrainingData(count=300, mix=0.5, seed=seed).training_set(mnist, ours) for seed in (1, 1, 2)
        )
        np.testing.assert_array_equal(first.images[first.order], again.images[again.order])
        assert (first.images[first.order] != other.images[other.order]).any()

    def test_unshuffled_the_classs_are_spread_over_the_epoch(self) -> None:
        order = TrainingData(count=100, mix=0.25).training_set(load_dataset(), drawn(25)).order
        assert [int((order[start : start + 20] >= 75).sum()) for start in range(0, 100, 20)] == [5] * 5
        np.testing.assert_array_equal(order[order >= 75] - 75, np.arange(25))

    def test_cut_to_it_the_dataset_has_the_epochs_images(self) -> None:
        data, mnist, ours = TrainingData(count=100, mix=0.5, wrong_labels=0.1), load_dataset(), drawn(25)
        found, part = data.training_set(mnist, ours), data.of(mnist, ours)
        np.testing.assert_array_equal(part.train_images, found.images[found.order])
        np.testing.assert_array_equal(part.train_labels, found.labels[found.order])
        assert part.test_images is mnist.test_images

    def test_nobodys_digits_cannot_be_mixed_in(self) -> None:
        with pytest.raises(ValueError, match="no digits of the class"):
            TrainingData(mix=0.5).training_set(load_dataset())


class TestWrongLabels:
    @pytest.mark.parametrize("share", [0.1, 0.5])
    def test_this_share_is_another_digit_and_no_digit_is_preferred(self, share: float) -> None:
        found = TrainingData(wrong_labels=share).training_set(load_dataset())
        wrong = np.flatnonzero(found.labels != found.digits)
        assert len(wrong) == round(share * 60_000)
        steps = np.bincount((found.labels[wrong].astype(int) - found.digits[wrong]) % 10, minlength=10)
        expected = len(wrong) / 9
        assert steps[0] == 0
        assert (abs(steps[1:] - expected) < 5 * np.sqrt(expected)).all()

    def test_the_images_and_their_order_are_those_of_true_labels(self) -> None:
        mnist = load_dataset()
        wrong, right = (TrainingData(count=500, wrong_labels=share).training_set(mnist) for share in (0.2, 0.0))
        np.testing.assert_array_equal(wrong.order, right.order)
        assert wrong.images is right.images
        assert right.labels is mnist.train_labels

    def test_the_source_keeps_its_own(self) -> None:
        mnist, ours = load_dataset(), drawn(40)
        before = mnist.train_labels.copy(), ours.labels.copy()
        TrainingData(wrong_labels=0.5, mix=0.5).training_set(mnist, ours)
        np.testing.assert_array_equal(mnist.train_labels, before[0])
        np.testing.assert_array_equal(ours.labels, before[1])

    def test_a_drawing_that_comes_often_is_told_alike_and_both_parts_have_their_share(self) -> None:
        found = TrainingData(count=400, mix=0.5, wrong_labels=0.2).training_set(load_dataset(), drawn(40))
        wrong = found.labels != found.digits
        assert wrong[:200].sum() == 40, "of MNIST's"
        assert wrong[200:].sum() == 8, "of the class's"
        assert wrong[found.order].sum() == 40 + 8 * 5, "each of them comes five times"

    def test_the_seed_alone_decides(self) -> None:
        mnist = load_dataset()
        first, again, other = (
            TrainingData(count=300, wrong_labels=0.5, seed=seed).training_set(mnist).labels for seed in (1, 1, 2)
        )
        np.testing.assert_array_equal(first, again)
        assert (first != other).any()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"count": 0}, "number of images must be a whole number from 1 to 60,000, not 0"),
        ({"count": 60_001}, "60,000, not 60,001"),
        ({"count": 1.0}, "whole number"),
        ({"count": True}, "whole number"),
        ({"seed": -1}, "seed of the images must be a whole number"),
        ({"mix": 1.01}, "share of our digits must be a number from 0 to 1, not 1.01"),
        ({"mix": float("nan")}, "share of our digits must be a number from 0 to 1"),
        ({"mix": "half"}, "not 'half'"),
        ({"mix": True}, "share of our digits must be a number"),
        ({"wrong_labels": 0.51}, "share of wrong labels must be a number from 0 to 0.5, not 0.51"),
        ({"wrong_labels": -0.1}, "share of wrong labels"),
        ({"mix": 0.5, "drawings": "0123"}, "64 hexadecimal digits that say which they are, not '0123'"),
        ({"mix": 0.5, "drawings": 7}, "64 hexadecimal digits"),
        ({"drawings": DIGEST}, "must be empty where the share of our digits is 0"),
        ({"mix": 0.5, "images": "varied"}, "Only MNIST's images are varied"),
        ({"images": "turned"}, "kind of images must be one of plain, shifted, varied, not 'turned'"),
    ],
)
def test_what_makes_no_sense_is_a_sentence(changes: dict[str, Any], said: str) -> None:
    with refused(said, RecipeError):
        TrainingData(**changes)


def test_json() -> None:
    data = TrainingData(TrainingImages.VARIED, 10_000, 7)
    assert data.as_json() == {
        "images": "varied",
        "count": 10_000,
        "seed": 7,
        "mix": 0.0,
        "drawings": "",
        "wrong_labels": 0.0,
        "left_out": [],
        "validation": 0.0,
        "by_label": False,
    }
    assert TrainingData.from_json(data.as_json()) == data
    assert TrainingData.from_json({}) == TrainingData()
    mixed = TrainingData(count=600, mix=0.25, drawings=DIGEST, wrong_labels=0.1)
    assert TrainingData.from_json(mixed.as_json()) == mixed
    assert TrainingData.from_json({"mix": 1}) == TrainingData(mix=1.0), "JSON's whole numbers are numbers"
