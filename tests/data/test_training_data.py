"""Which images a run learns from: as many as asked for, evenly, and the same for the same seed."""

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.errors import RecipeError
from tests.sentences import refused

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


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"count": 0}, "number of images must be a whole number from 1 to 60,000, not 0"),
        ({"count": 60_001}, "60,000, not 60,001"),
        ({"count": 1.0}, "whole number"),
        ({"count": True}, "whole number"),
        ({"seed": -1}, "seed of the images must be a whole number"),
        ({"images": "turned"}, "kind of images must be one of plain, varied, not 'turned'"),
    ],
)
def test_what_makes_no_sense_is_a_sentence(changes: dict[str, Any], said: str) -> None:
    with refused(said, RecipeError):
        TrainingData(**changes)


def test_json() -> None:
    data = TrainingData(TrainingImages.VARIED, 10_000, 7)
    assert data.as_json() == {"images": "varied", "count": 10_000, "seed": 7}
    assert TrainingData.from_json(data.as_json()) == data
    assert TrainingData.from_json({}) == TrainingData()
