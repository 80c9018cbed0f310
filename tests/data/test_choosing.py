"""What a run learns from when digits are left out, a part is held out, or the order is that of the labels."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitpad.data.mnist import Dataset, load_dataset
from digitpad.data.pictures import Pictures
from digitpad.data.training_data import SAMPLE_IMAGES, TrainingData
from digitpad.engines.batches import RunBatches
from digitpad.runs.recipe import Recipe
from tests.data.test_training_data import drawn

PLACE = np.dtype("<i4")
"""Room for a picture's number in its first four pixels."""


@pytest.fixture(scope="module")
def numbered() -> Dataset:
    """MNIST's labels, on pictures that say which one of MNIST's they stand for."""
    labels = load_dataset().train_labels
    images = np.zeros((len(labels), 784), np.uint8)
    images[:, :4] = np.arange(len(labels), dtype=PLACE).view(np.uint8).reshape(-1, 4)
    return Dataset(images, labels, images[:0], labels[:0])


def places(pictures: Pictures) -> np.ndarray:
    """Return which of MNIST's pictures these are."""
    return np.ascontiguousarray(pictures.images[:, :4]).view(PLACE).ravel()


some_data = st.builds(
    TrainingData,
    count=st.integers(1, 60_000),
    seed=st.integers(0, 2**31 - 1),
    left_out=st.sets(st.integers(0, 9), max_size=9).map(tuple),
    validation=st.sampled_from([0.0, 0.02, 0.1, 0.5]),
    wrong_labels=st.sampled_from([0.0, 0.2]),
    by_label=st.booleans(),
)


@settings(max_examples=25, deadline=None)
@given(data=some_data)
def test_whatever_the_data_is(numbered: Dataset, data: TrainingData) -> None:
    labels = numbered.train_labels
    found = data.training_set(numbered)
    assert len(found.order) == len(set(found.order.tolist())) == data.size == data.of_mnist
    assert len(found.validation) == data.of_validation
    assert not set(found.order.tolist()) & set(places(found.validation).tolist())
    digits = set(data.digits)
    assert set(labels[found.order].tolist()) <= digits
    assert set(found.validation.labels.tolist()) == (digits if data.validation else set())
    each = np.bincount(labels[found.order], minlength=10)[data.digits]
    left = np.bincount(labels, minlength=10)[data.digits]
    left -= np.bincount(found.validation.labels, minlength=10)[data.digits]
    if data.count <= len(digits) * left.min():
        assert each.max() - each.min() <= 1
    assert (found.labels[found.order] != labels[found.order]).sum() == round(data.wrong_labels * data.size)
    np.testing.assert_array_equal(found.validation.labels, labels[places(found.validation)])
    learnt = found.labels[found.order]
    assert (np.diff(learnt.astype(int)) >= 0).all() or not data.by_label


class TestDigitsLeftOut:
    def test_all_images_are_all_of_the_others(self, numbered: Dataset) -> None:
        data = TrainingData(left_out=(7, 8))
        assert data.size == 60_000 - 6265 - 5851
        found = data.training_set(numbered)
        np.testing.assert_array_equal(found.order, np.flatnonzero(~np.isin(numbered.train_labels, [7, 8])))

    @pytest.mark.parametrize(
        ("left_out", "balanced"), [((), 54_210), ((5,), 9 * 5842), ((0, 1, 2, 3, 4), 5 * 5421)]
    )
    def test_as_many_as_there_are_of_the_rarest_are_even(
        self, numbered: Dataset, left_out: tuple[int, ...], balanced: int
    ) -> None:
        for more, is_even in ((0, True), (1, False)):
            data = TrainingData(count=balanced + more, left_out=left_out)
            each = np.bincount(numbered.train_labels[data.chosen(numbered.train_labels)], minlength=10)[
                data.digits
            ]
            assert (each.max() - each.min() <= 1) == is_even

    def test_the_classs_own_are_not_learnt_either(self, numbered: Dataset) -> None:
        found = TrainingData(count=300, mix=0.5, left_out=(1, 2)).training_set(numbered, drawn(40))
        assert len(found.order) == 300
        assert set(found.digits[found.order].tolist()) == {0, 3, 4, 5, 6, 7, 8, 9}
        times = np.bincount(found.order[found.order >= 150])
        assert set(times[times > 0].tolist()) == {4, 5}, "32 drawings share 150 places"

    def test_if_they_are_all_the_class_has_nothing_is_left(self, numbered: Dataset) -> None:
        sevens = Pictures(drawn(3).images, np.full(3, 7, np.uint8))
        with pytest.raises(ValueError, match="no digits of the class"):
            TrainingData(count=300, mix=0.5, left_out=(7,)).training_set(numbered, sevens)


class TestValidation:
    def test_a_tenth_of_each_digit(self, numbered: Dataset) -> None:
        data = TrainingData(validation=0.1)
        found = data.training_set(numbered)
        expected = [round(0.1 * count) for count in np.bincount(numbered.train_labels)]
        assert np.bincount(found.validation.labels).tolist() == expected
        assert (data.of_validation, data.size) == (sum(expected), 60_000 - sum(expected))

    def test_whatever_else_is_chosen_it_is_the_same(self, numbered: Dataset) -> None:
        base = TrainingData(validation=0.1, seed=4)
        first = places(base.training_set(numbered).validation)
        for changes in ({"count": 100}, {"wrong_labels": 0.5}, {"by_label": True}, {"mix": 0.5, "count": 80}):
            again = replace(base, **changes).training_set(numbered, drawn(40))  # type: ignore[arg-type]
            np.testing.assert_array_equal(places(again.validation), first)
        other = replace(base, seed=5).training_set(numbered)
        assert set(places(other.validation).tolist()) != set(first.tolist())

    def test_without_a_digit_the_others_are_validated_on_the_same(self, numbered: Dataset) -> None:
        base = TrainingData(validation=0.1)
        all_of_them = places(base.training_set(numbered).validation)
        some = places(replace(base, left_out=(7,)).training_set(numbered).validation)
        np.testing.assert_array_equal(some, all_of_them[numbered.train_labels[all_of_them] != 7])

    def test_the_fewer_are_among_the_more(self, numbered: Dataset) -> None:
        data = TrainingData(validation=0.1, left_out=(3,))
        chosen = [
            set(replace(data, count=count).chosen(numbered.train_labels).tolist())
            for count in (7, 100, 1000, 40_000)
        ]
        for few, more in itertools.pairwise(chosen):
            assert few < more
        held_out = [
            set(replace(data, validation=share).chosen_to_validate(numbered.train_labels).tolist())
            for share in (0.05, 0.1, 0.5)
        ]
        for few, more in itertools.pairwise(held_out):
            assert few < more

    def test_ours_alone_are_validated_by_mnist(self, numbered: Dataset) -> None:
        data = TrainingData(count=40, mix=1.0, validation=0.1)
        assert data.needs_mnist
        assert not replace(data, validation=0.0).needs_mnist
        found = data.training_set(numbered, drawn(40))
        assert len(found.validation) == data.of_validation > 5000


class TestTheSample:
    def test_it_is_of_what_is_trained_on_as_it_is_told(self, numbered: Dataset) -> None:
        found = TrainingData(wrong_labels=0.3, validation=0.1).training_set(numbered)
        assert len(found.sample) == SAMPLE_IMAGES == 2000
        known = places(found.sample)
        assert len(set(known.tolist())) == SAMPLE_IMAGES
        assert set(known.tolist()) <= set(found.order.tolist())
        np.testing.assert_array_equal(found.sample.labels, found.labels[known])
        wrong = (found.sample.labels != numbered.train_labels[known]).mean()
        assert 0.25 < wrong < 0.35

    def test_of_few_it_is_all(self, numbered: Dataset) -> None:
        found = TrainingData(count=100).training_set(numbered)
        np.testing.assert_array_equal(places(found.sample), found.order)

    def test_the_seed_decides_and_the_order_does_not(self, numbered: Dataset) -> None:
        data = TrainingData(count=30_000)
        first, again, other = (
            places(changed.training_set(numbered).sample)
            for changed in (data, replace(data, by_label=True), replace(data, seed=1))
        )
        np.testing.assert_array_equal(first, again)
        assert (first != other).any()


class TestTheOrderOfTheLabels:
    def test_it_is_the_files_within_each(self, numbered: Dataset) -> None:
        found = TrainingData(by_label=True).training_set(numbered)
        expected = np.concatenate([np.flatnonzero(numbered.train_labels == digit) for digit in range(10)])
        np.testing.assert_array_equal(found.order, expected)

    def test_it_goes_by_what_the_network_is_told_ours_and_mnists_alike(self, numbered: Dataset) -> None:
        found = TrainingData(count=200, mix=0.5, wrong_labels=0.4, by_label=True).training_set(numbered, drawn(40))
        told = found.labels[found.order].astype(int)
        assert (np.diff(told) >= 0).all()
        assert (np.diff(found.digits[found.order].astype(int)) < 0).any()
        assert ((found.order >= 100).sum(), len(found.order)) == (100, 200)

    def test_a_dataset_cut_to_it_is_in_that_order(self, numbered: Dataset) -> None:
        part = TrainingData(by_label=True).of(numbered)
        assert (np.diff(part.train_labels.astype(int)) >= 0).all()


def test_wrong_labels_come_as_often_early_in_an_epoch_as_late(numbered: Dataset) -> None:
    recipe = Recipe(batch_size=500, data=TrainingData(wrong_labels=0.3), epochs=4)
    batches = RunBatches(numbered, recipe)
    for epoch in range(recipe.epochs):
        wrong = []
        for number in range(recipe.batches_per_epoch):
            images, labels, _ = batches.take(epoch * recipe.batches_per_epoch + number, 1)
            true = numbered.train_labels[places(Pictures(images[0], labels[0]))]
            wrong.append((labels[0] != true).mean())
        assert 0.2 < min(wrong) < max(wrong) < 0.4


def test_the_sample_is_not_what_an_epoch_begins_with(numbered: Dataset) -> None:
    recipe = Recipe(batch_size=SAMPLE_IMAGES, epochs=4)
    batches, sample = RunBatches(numbered, recipe), places(TrainingData().training_set(numbered).sample)
    for epoch in range(recipe.epochs):
        images, labels, _ = batches.take(epoch * recipe.batches_per_epoch, 1)
        assert len(np.intersect1d(places(Pictures(images[0], labels[0])), sample)) < SAMPLE_IMAGES / 10


def test_who_holds_nothing_out_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = load_dataset().train_labels
    monkeypatch.setattr(np.random, "default_rng", None)
    assert len(TrainingData().chosen_to_validate(labels)) == 0
