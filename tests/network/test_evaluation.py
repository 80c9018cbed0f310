"""Accuracy against counting by hand and by Keras."""

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.data.sample import sample_of
from digitpad.network.architecture import ARTICLE, Architecture
from digitpad.network.evaluation import Evaluation, evaluation_of, sampling_error, snapshot_accuracy
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.judging import judgement_of
from digitpad.network.snapshot import Snapshot, frozen
from tests.engines.keras_twin import keras_accuracy


def pictures_of(digits: np.ndarray) -> np.ndarray:
    """Return pictures that show their digit by which of the first ten pixels is white."""
    images = np.zeros((len(digits), 784), np.uint8)
    images[np.arange(len(digits)), digits] = 255
    return images


READER = Snapshot(
    frozen([np.eye(784, 10, dtype=np.float32), np.zeros(10, np.float32)]), architecture=Architecture(())
)
"""Reads these pictures."""


@pytest.mark.parametrize("count", [1, 7, 200, 201, 503])
def test_every_image_is_counted_once(count: int) -> None:
    labels = (np.arange(count) // 3 % 10).astype(np.uint8)
    shown = labels.copy()
    assert snapshot_accuracy(READER, pictures_of(shown), labels) == 1
    shown[-1] = (labels[-1] + 1) % 10
    assert snapshot_accuracy(READER, pictures_of(shown), labels) == pytest.approx(1 - 1 / count)


def test_two_right_of_five() -> None:
    labels = np.array([3, 2, 4, 0, 0], np.uint8)
    assert snapshot_accuracy(READER, pictures_of(np.array([3, 1, 4, 1, 5])), labels) == 2 / 5


def evaluate(probabilities: np.ndarray, labels: np.ndarray) -> Evaluation:
    return evaluation_of(judgement_of(probabilities, labels))


def answers(*rows: tuple[int, float]) -> np.ndarray:
    """Return probabilities in which each row gives a digit this much, and the others the rest evenly."""
    probabilities = np.empty((len(rows), 10), np.float32)
    for row, (digit, probability) in zip(probabilities, rows, strict=True):
        row[:] = (1 - probability) / 9
        row[digit] = probability
    return probabilities


class TestEvaluate:
    def test_hand_worked(self) -> None:
        probabilities = answers((3, 0.95), (3, 0.6), (7, 0.99), (0, 0.5), (1, 0.97))
        evaluation = evaluate(probabilities, np.array([3, 5, 1, 0, 1], np.uint8))
        assert evaluation.count == 5
        assert evaluation.accuracy == pytest.approx(3 / 5)
        assert evaluation.sure_share == pytest.approx(3 / 5)
        assert evaluation.sure_accuracy == pytest.approx(2 / 3)
        assert evaluation.worst == [2, 1]
        confusion = np.zeros((10, 10), int)
        confusion[3, 3] = confusion[5, 3] = confusion[1, 7] = confusion[0, 0] = confusion[1, 1] = 1
        np.testing.assert_array_equal(evaluation.confusion, confusion)

    def test_the_calibration_error_by_hand(self) -> None:
        # Fifteen bins: 0.95, 0.97 and 0.99 share one, two of three are right; 0.6 and 0.5 have their own.
        probabilities = answers((3, 0.95), (3, 0.6), (7, 0.99), (0, 0.5), (1, 0.97))
        evaluation = evaluate(probabilities, np.array([3, 5, 1, 0, 1], np.uint8))
        expected = (3 * abs(2 / 3 - 0.97) + abs(0 - 0.6) + abs(1 - 0.5)) / 5
        assert evaluation.calibration_error == pytest.approx(expected, rel=1e-5)

    def test_whoever_is_altogether_sure_and_always_wrong_is_calibrated_worst(self) -> None:
        evaluation = evaluate(answers((3, 1.0), (7, 1.0)), np.array([4, 1], np.uint8))
        assert evaluation.calibration_error == pytest.approx(1.0)

    def test_no_sure_answer(self) -> None:
        evaluation = evaluate(answers((3, 0.5)), np.array([3]))
        assert evaluation.sure_share == 0
        assert np.isnan(evaluation.sure_accuracy)

    def test_nothing_to_evaluate(self) -> None:
        with pytest.raises(ValueError, match="nothing to evaluate"):
            evaluate(np.zeros((0, 10), np.float32), np.zeros(0, np.uint8))


def test_the_sampling_error_by_hand() -> None:
    assert sampling_error(0.9, 100) == pytest.approx(0.03)
    assert sampling_error(0.5, 10_000) == pytest.approx(0.005)
    assert sampling_error(1.0, 7) == 0


def test_an_untrained_network_is_as_good_as_keras_says() -> None:
    snapshot = initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 0)
    images, labels = load_dataset().test_images[:500], load_dataset().test_labels[:500]
    found = snapshot_accuracy(snapshot, images, labels)
    assert found == pytest.approx(keras_accuracy(snapshot.weights, images, labels))
    assert found is not None
    assert 0 < found < 0.3


def test_the_samples_accuracy_is_what_keras_says() -> None:
    snapshot = initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 3)
    mnist = load_dataset()
    images, labels = sample_of(mnist)
    assert len(images) == len(labels) == 1000
    np.testing.assert_array_equal(images[[0, 1, -1]], mnist.test_images[[0, 10, 9990]])
    found = snapshot_accuracy(snapshot, images, labels)
    assert found == pytest.approx(keras_accuracy(snapshot.weights, images, labels))


def test_what_is_not_wanted_any_more_is_not_counted_to_its_end() -> None:
    asked: list[int] = []

    def wanted() -> bool:
        asked.append(1)
        return len(asked) < 3

    snapshot = initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 0)
    assert snapshot_accuracy(snapshot, *sample_of(load_dataset()), wanted) is None
    assert len(asked) == 3


def test_weights_about_to_overflow_are_wrong_and_no_error() -> None:
    weights = [np.full(shape, 1e38, np.float32) for shape in ARTICLE.shapes]
    weights[0][:, ::2] = -1e38
    weights[2][::2] = -1e38
    share = snapshot_accuracy(Snapshot(tuple(weights)), *sample_of(load_dataset()))
    assert share is not None
    assert 0 <= share < 0.2
