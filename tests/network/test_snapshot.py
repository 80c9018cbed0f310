"""A network's weights at one moment, and its answers against TensorFlow's."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.mnist import load_dataset
from digitpad.network.snapshot import Snapshot, frozen, initial_snapshot, softmax
from digitpad.runs.recipe import KERAS_RECIPE, Initializer
from tests.engines.keras_twin import as_inputs, keras_twin

SHAPES = [(784, 512), (512,), (512, 10), (10,)]


def random_weights(seed: int) -> tuple[np.ndarray, ...]:
    """Return weights of the size that training leaves, biases included."""
    generator = np.random.default_rng(seed)
    return frozen([generator.normal(0, 0.1, shape) for shape in SHAPES])


class TestProbabilities:
    @pytest.mark.parametrize("seed", [0, 1])
    def test_they_are_tensorflows(self, seed: int) -> None:
        snapshot = Snapshot(random_weights(seed))
        images = as_inputs(load_dataset().test_images[:500])
        probabilities = snapshot.probabilities(images)
        np.testing.assert_allclose(probabilities, keras_twin(snapshot.weights)(images), rtol=0, atol=1e-6)
        assert probabilities.max() > 0.5, "the comparison needs answers that differ"

    def test_they_sum_to_one(self) -> None:
        probabilities = Snapshot(random_weights(2)).probabilities(as_inputs(load_dataset().test_images[:100]))
        assert probabilities.shape == (100, 10)
        assert probabilities.dtype == np.float32
        np.testing.assert_allclose(probabilities.sum(axis=1), 1, rtol=1e-6)
        assert (probabilities >= 0).all()

    def test_one_image_gives_one_row(self) -> None:
        snapshot, images = Snapshot(random_weights(3)), as_inputs(load_dataset().test_images[:2])
        np.testing.assert_allclose(
            snapshot.probabilities(images[:1]), snapshot.probabilities(images)[:1], atol=1e-6
        )


class TestSoftmax:
    def test_hand_worked(self) -> None:
        found = softmax(np.log(np.array([[1, 2, 5], [1, 1, 2]], np.float32)))
        np.testing.assert_allclose(found, [[1 / 8, 2 / 8, 5 / 8], [1 / 4, 1 / 4, 1 / 2]], rtol=1e-6)

    @given(logits=st.lists(st.floats(-(2.0**100), 2.0**100, width=32), min_size=10, max_size=10))
    def test_no_logits_are_too_large(self, logits: list[float]) -> None:
        probabilities = softmax(np.array(logits, np.float32))
        assert np.isfinite(probabilities).all()
        assert probabilities.sum() == pytest.approx(1, rel=1e-5)
        assert probabilities[np.argmax(logits)] == probabilities.max()


class TestImmutability:
    def test_no_weight_can_be_written(self) -> None:
        for weight in initial_snapshot(KERAS_RECIPE).weights:
            assert not weight.flags.writeable
            with pytest.raises(ValueError, match="read-only"):
                weight[0] = 1

    def test_frozen_copies(self) -> None:
        source = np.array([1.0, 2.0])
        (copy,) = frozen([source])
        source[0] = 9
        assert copy.tolist() == [1, 2]
        assert copy.dtype == np.float32


class TestShapes:
    @pytest.mark.parametrize(
        "shapes",
        [SHAPES[:3], [*SHAPES, (10,)], [(784, 511), (511,), (511, 10), (10,)], SHAPES[::-1], []],
        ids=["three", "five", "narrower", "reversed", "none"],
    )
    def test_other_shapes_are_refused(self, shapes: list[tuple[int, ...]]) -> None:
        with pytest.raises(ValueError, match="not the network's"):
            Snapshot(frozen([np.zeros(shape) for shape in shapes]))


def test_finite_means_every_weight() -> None:
    weights = [np.zeros(shape) for shape in SHAPES]
    assert Snapshot(frozen(weights)).finite
    for bad in (np.nan, np.inf):
        weights[3][9] = bad
        assert not Snapshot(frozen(weights)).finite


class TestInitialSnapshot:
    @pytest.mark.parametrize("initializer", list(Initializer))
    def test_first_weights_fill_their_range(self, initializer: Initializer) -> None:
        snapshot = initial_snapshot(replace(KERAS_RECIPE, initializer=initializer))
        hidden_w, hidden_b, output_w, output_b = snapshot.weights
        assert snapshot.updates == 0
        for matrix, limit in ((hidden_w, (6 / 1296) ** 0.5), (output_w, (6 / 522) ** 0.5)):
            least, most = (0, 0.1) if initializer is Initializer.UNIFORM else (-limit, limit)
            span = most - least
            assert np.float32(least) <= matrix.min() < least + 0.01 * span
            assert most - 0.01 * span < matrix.max() <= np.float32(most)
            assert matrix.mean() == pytest.approx((least + most) / 2, abs=0.02 * span)
        assert not hidden_b.any()
        assert not output_b.any()

    def test_the_seed_alone_decides(self) -> None:
        first, again = initial_snapshot(KERAS_RECIPE), initial_snapshot(replace(KERAS_RECIPE, epochs=9))
        other = initial_snapshot(replace(KERAS_RECIPE, seed=1))
        for mine, same, different in zip(first.weights[::2], again.weights[::2], other.weights[::2], strict=True):
            np.testing.assert_array_equal(mine, same)
            assert (mine != different).mean() > 0.99
