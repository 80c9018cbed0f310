"""A network's weights at one moment, and its answers against TensorFlow's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.mnist import load_dataset
from digitpad.network.architecture import ARTICLE, Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot, activate, frozen, softmax
from tests.engines.keras_twin import ARCHITECTURES, Hidden, as_inputs, keras_twin

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

    @pytest.mark.parametrize("hidden", ARCHITECTURES)
    def test_they_are_tensorflows_for_other_architectures(self, hidden: Hidden) -> None:
        architecture = Architecture(tuple(HiddenLayer(units, Activation(name)) for name, units in hidden))
        generator = np.random.default_rng(len(hidden))
        weights = frozen([generator.normal(0, 0.7, shape) for shape in architecture.shapes])
        images = as_inputs(load_dataset().test_images[:500])
        before = images.copy()
        found = Snapshot(weights, architecture=architecture).probabilities(images)
        np.testing.assert_allclose(found, keras_twin(weights, hidden=hidden)(images), rtol=0, atol=1e-5)
        np.testing.assert_array_equal(images, before)
        assert found.max() > 0.5, "the comparison needs answers that differ"

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


class TestActivations:
    @pytest.mark.parametrize(
        ("activation", "expected"),
        [
            (Activation.RELU, [0, 0, 0, 1, 1e4, 3e38]),
            (Activation.TANH, [-1, -1, 0, 0.76159416, 1, 1]),
            (Activation.SIGMOID, [0, 0, 0.5, 0.73105858, 1, 1]),
            (Activation.NONE, [-3e38, -1e4, 0, 1, 1e4, 3e38]),
        ],
    )
    def test_hand_worked_without_a_warning(self, activation: Activation, expected: list[float]) -> None:
        sums = np.array([-3e38, -1e4, 0, 1, 1e4, 3e38], np.float32)
        activate(activation, sums)
        np.testing.assert_allclose(sums, np.array(expected, np.float32), rtol=1e-6)


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
        for weight in initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, 0).weights:
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

    def test_the_articles_are_not_anothers(self) -> None:
        with pytest.raises(ValueError, match="not the network's"):
            Snapshot(random_weights(0), architecture=Architecture((HiddenLayer(511),)))


def test_finite_means_every_weight() -> None:
    weights = [np.zeros(shape) for shape in SHAPES]
    assert Snapshot(frozen(weights)).finite
    for bad in (np.nan, np.inf):
        weights[3][9] = bad
        assert not Snapshot(frozen(weights)).finite


class TestInitialSnapshot:
    def test_ready_made_ones_are_not_drawn(self) -> None:
        with pytest.raises(ValueError, match="not drawn"):
            initial_snapshot(ARTICLE, Initializer.READY_MADE, 0)

    @pytest.mark.parametrize("initializer", [Initializer.UNIFORM, Initializer.GLOROT_UNIFORM])
    def test_first_weights_fill_their_range(self, initializer: Initializer) -> None:
        snapshot = initial_snapshot(ARTICLE, initializer, 0)
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
        first, again, other = (initial_snapshot(ARTICLE, Initializer.GLOROT_UNIFORM, seed) for seed in (0, 0, 1))
        for mine, same, different in zip(first.weights[::2], again.weights[::2], other.weights[::2], strict=True):
            np.testing.assert_array_equal(mine, same)
            assert (mine != different).mean() > 0.99

    def test_the_matrices_are_drawn_in_order(self) -> None:
        architecture = Architecture((HiddenLayer(6), HiddenLayer(4)))
        generator = np.random.default_rng(3)
        expected = [generator.uniform(0, 0.1, shape) for shape in ((784, 6), (6, 4), (4, 10))]
        snapshot = initial_snapshot(architecture, Initializer.UNIFORM, 3)
        for mine, theirs in zip(snapshot.weights[::2], expected, strict=True):
            np.testing.assert_array_equal(mine, theirs.astype(np.float32))
