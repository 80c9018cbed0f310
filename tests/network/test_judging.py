"""Judgements of pictures, by hand-worked numbers and against MNIST's known faults."""

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.network.architecture import ARTICLE
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.judging import (
    by_digit,
    by_pen,
    contested,
    in_cell,
    in_row,
    judge,
    judgement_of,
    mistakes,
    row_shares,
    suspected_labels,
)
from digitpad.runs.network_file import load_ready_network
from tests.engines.keras_twin import keras_accuracy


def answers(*rows: tuple[int, float]) -> np.ndarray:
    """Return probabilities in which each row gives a digit this much, and the others the rest evenly."""
    probabilities = np.empty((len(rows), 10), np.float32)
    for row, (digit, probability) in zip(probabilities, rows, strict=True):
        row[:] = (1 - probability) / 9
        row[digit] = probability
    return probabilities


def digits(*labels: int) -> np.ndarray:
    return np.array(labels, np.uint8)


FOURS = judgement_of(
    answers((9, 0.6), (4, 0.7), (9, 0.95), (4, 0.99), (1, 0.8), (9, 0.97)), digits(4, 4, 4, 4, 4, 9)
)
"""Three fours are taken for others, two are read right; and there is a nine."""


def test_the_matrix_has_the_true_digit_by_rows() -> None:
    expected = np.zeros((10, 10), int)
    expected[4, 9], expected[4, 4], expected[4, 1], expected[9, 9] = 2, 2, 1, 1
    np.testing.assert_array_equal(FOURS.confusion, expected)
    assert FOURS.wrong_count == 3
    assert FOURS.accuracy == pytest.approx(1 / 2)


def test_a_row_goes_from_the_surest_mistake_to_the_surest_right_answer() -> None:
    assert in_row(FOURS, 4).tolist() == [2, 4, 0, 1, 3]
    assert in_cell(FOURS, 4, 9).tolist() == [2, 0]
    assert in_cell(FOURS, 4, 4).tolist() == [1, 3]
    assert in_cell(FOURS, 0, 0).tolist() == []
    assert mistakes(FOURS).tolist() == [2, 4, 0]


def test_contested_are_all_mistakes_and_as_many_right_answers_the_least_sure_ones() -> None:
    assert contested(FOURS).tolist() == [2, 4, 0, 1, 5, 3]
    hardly_wrong = judgement_of(answers((4, 0.9), (9, 0.4), (4, 0.5), (4, 0.7)), digits(4, 4, 4, 4))
    assert contested(hardly_wrong).tolist() == [1, 2]
    assert contested(judgement_of(answers((4, 0.5)), digits(4))).tolist() == []


def test_a_label_is_suspected_where_the_network_is_sure_of_another() -> None:
    assert suspected_labels(FOURS).tolist() == [2]


def test_of_answers_equally_sure_the_one_that_leaves_the_label_least_comes_first() -> None:
    probabilities = np.zeros((3, 10), np.float32)
    probabilities[:, 9] = 1.0
    probabilities[:, 4] = [1e-9, 1e-12, 1e-10]
    assert mistakes(judgement_of(probabilities, digits(4, 4, 4))).tolist() == [1, 2, 0]


def test_shares_are_of_a_row_and_an_empty_row_has_none() -> None:
    shares = row_shares(FOURS.confusion)
    assert shares[4, [1, 4, 9]].tolist() == pytest.approx([0.2, 0.4, 0.4])
    assert shares[0].tolist() == [0] * 10


def test_figures_by_digit_and_by_pen() -> None:
    assert by_digit(FOURS)[4] == (5, 2)
    assert by_digit(FOURS)[9] == (1, 1)
    assert by_digit(FOURS)[0] == (0, 0)
    # Pen 7 drew three of which one is read right, pen 2 two and both; of the first nobody knows who drew it.
    assert list(by_pen(FOURS, np.array([0, 7, 7, 2, 7, 2])).items()) == [(7, (3, 1)), (2, (2, 2))]
    # Pen 9's only one is read right, of pen 4's five two are: the share counts, not how many.
    assert list(by_pen(FOURS, np.array([4, 9, 4, 4, 4, 4]))) == [4, 9]
    assert by_pen(FOURS, np.zeros(6, np.int64)) == {}


def test_no_pictures_are_no_error() -> None:
    empty = judge(initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 0), np.zeros((0, 784), np.uint8), digits())
    assert empty is not None
    assert len(empty) == empty.wrong_count == 0
    assert np.isnan(empty.accuracy)
    assert mistakes(empty).tolist() == []
    assert by_pen(empty, np.zeros(0, np.int64)) == {}


def test_sums_that_overflowed_are_mistakes_without_confidence() -> None:
    judgement = judgement_of(np.full((2, 10), np.nan, np.float32), digits(3, 5))
    assert judgement.wrong_count == 2
    assert judgement.confidence.tolist() == [0, 0]
    assert suspected_labels(judgement).tolist() == []


def test_the_accuracy_is_what_keras_says() -> None:
    snapshot = initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 3)
    images, labels = load_dataset().test_images[:730], load_dataset().test_labels[:730]
    found = judge(snapshot, images, labels)
    assert found is not None
    assert found.accuracy == pytest.approx(keras_accuracy(snapshot.weights, images, labels))


def test_it_is_given_up_between_two_pieces() -> None:
    asked: list[int] = []

    def wanted() -> bool:
        asked.append(1)
        return len(asked) < 3

    snapshot = initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 0)
    images, labels = load_dataset().test_images, load_dataset().test_labels
    assert judge(snapshot, images, labels, wanted) is None
    assert len(asked) == 3


def test_the_surest_disagreement_with_mnists_labels_is_suspected_first() -> None:
    # Test image 2598, counted from 1: most would say a 3; it is labelled 5.
    mnist = load_dataset()
    found = judge(load_ready_network().snapshot, mnist.test_images, mnist.test_labels)
    assert found is not None
    suspected = suspected_labels(found)
    assert suspected[0] == 2597
    assert (found.labels[2597], found.answers[2597]) == (5, 3)
    assert 5 <= len(suspected) <= 60
