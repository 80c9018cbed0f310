"""The textbook page: the article's own calls at a prompt, and each step of the loop against Keras."""

import code
import re
from collections.abc import Iterator
from functools import partial

import keras
import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given
from hypothesis import strategies as st

from digitpad.data.mnist import Dataset, load_dataset
from digitpad.textbook.network import NaiveDense, NaiveSequential, article_model, glorot_uniform
from digitpad.textbook.training import (
    BatchGenerator,
    Update,
    fit,
    one_training_step,
    optimizer_update,
    update_weights,
)
from tests.engines.keras_twin import as_inputs, keras_accuracy, keras_losses, keras_twin

STEPS = 50
BATCH_SIZE = 16
TOLERANCE = 1e-5
DOUBLE_TOLERANCE = 1e-9

LESSON = """\
import numpy as np
import tensorflow as tf
from digitpad.data import mnist
from digitpad.textbook.network import NaiveDense, NaiveSequential
from digitpad.textbook.training import fit

model = NaiveSequential([
    NaiveDense(input_size=28 * 28, output_size=512, activation=tf.nn.relu),
    NaiveDense(input_size=512, output_size=10, activation=tf.nn.softmax)
])
assert len(model.weights) == 4

(train_images, train_labels), (test_images, test_labels) = mnist.load_data()
train_images = train_images.reshape((60000, 28 * 28))
train_images = train_images.astype("float32") / 255
test_images = test_images.reshape((10000, 28 * 28))
test_images = test_images.astype("float32") / 255

fit(model, train_images, train_labels, epochs=1, batch_size=128)

predictions = model(test_images)
predictions = predictions.numpy()
predicted_labels = np.argmax(predictions, axis=1)
matches = predicted_labels == test_labels
print(f"accuracy: {matches.mean():.2f}")
"""

PRINTED = re.compile(
    r"Epoch 0\n"
    r"loss at batch 0: (\d+\.\d\d)\n"
    r"loss at batch 100: (\d+\.\d\d)\n"
    r"loss at batch 200: (\d+\.\d\d)\n"
    r"loss at batch 300: (\d+\.\d\d)\n"
    r"loss at batch 400: (\d+\.\d\d)\n"
    r"accuracy: (0\.\d\d)\n"
)


def test_the_lesson_pasted_at_a_prompt(capsys: pytest.CaptureFixture[str]) -> None:
    tf.random.set_seed(0)
    prompt = code.InteractiveConsole()
    for line in LESSON.splitlines():
        prompt.push(line)
    output = capsys.readouterr()
    assert "Traceback" not in output.err
    printed = PRINTED.fullmatch(output.out)
    assert printed, output.out
    losses = [float(loss) for loss in printed.groups()[:-1]]
    assert max(losses[1:]) < losses[0] / 2
    assert float(printed[6]) > 0.25
    weights = [weight.numpy() for weight in prompt.locals["model"].weights]
    mnist = load_dataset()
    assert printed[6] == f"{keras_accuracy(weights, mnist.test_images, mnist.test_labels):.2f}"


class TestBatchGenerator:
    @given(images=st.integers(0, 60), batch_size=st.integers(1, 70))
    def test_batches_are_all_images_in_order_and_only_the_last_is_smaller(
        self, images: int, batch_size: int
    ) -> None:
        pictures, labels = np.arange(images * 2).reshape(images, 2), np.arange(images) + 100
        generator = BatchGenerator(pictures, labels, batch_size)
        batches = [generator.next() for _ in range(generator.num_batches)]
        lengths = [len(batch) for batch, _ in batches]
        whole, rest = divmod(images, batch_size)
        assert lengths == [batch_size] * whole + [rest] * (rest > 0)
        assert [row for batch, _ in batches for row in batch.tolist()] == pictures.tolist()
        assert [label for _, batch in batches for label in batch] == labels.tolist()

    def test_the_articles_batches(self) -> None:
        mnist = load_dataset()
        generator = BatchGenerator(mnist.train_images, mnist.train_labels)
        assert generator.num_batches == 469
        images_batch, labels_batch = generator.next()
        assert images_batch.shape == (128, 784)
        assert labels_batch[:5].tolist() == [5, 0, 4, 1, 9]

    def test_images_without_labels_are_refused(self) -> None:
        with pytest.raises(ValueError, match="3 images cannot go with 2 labels"):
            BatchGenerator(np.zeros((3, 784)), np.zeros(2))


def assert_trains_like_keras(
    model: NaiveSequential, twin: keras.Sequential, update: Update, dataset: Dataset
) -> None:
    """Take 50 steps with both, from equal weights on equal batches, comparing after each."""
    for number in range(STEPS):
        batch = slice(number * BATCH_SIZE, (number + 1) * BATCH_SIZE)
        images, labels = as_inputs(dataset.train_images[batch]).astype(np.float64), dataset.train_labels[batch]
        loss = one_training_step(model, images, labels, update)
        (expected,) = keras_losses(twin, dataset.train_images[batch], labels, BATCH_SIZE, 1)
        assert float(loss) == pytest.approx(expected, abs=DOUBLE_TOLERANCE), f"step {number}"
        for weight, same in zip(model.weights, twin.get_weights(), strict=True):
            np.testing.assert_allclose(weight, same, rtol=0, atol=DOUBLE_TOLERANCE, err_msg=f"step {number}")


@pytest.fixture
def double_precision() -> Iterator[None]:
    """Have Keras reckon in float64.

    In float32 the order in which two threads happen to add decides, once in some fifteen runs, on which side of
    ReLU's kink a hidden unit's input of ±1e-8 falls; RMSprop then sets that unit's weights 1e-3 apart. And
    uniform weights make logits so large that their rounding alone changes the loss by 1e-5.
    """
    usual = keras.config.floatx(), keras.config.dtype_policy()
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")  # made of floatx once, when the first layer of the process is
    yield
    keras.config.set_floatx(usual[0])
    keras.config.set_dtype_policy(usual[1])


def in_double_precision(model: NaiveSequential) -> NaiveSequential:
    """Return the model with its weights as float64."""
    for layer in model.layers:
        layer.W = tf.Variable(tf.cast(layer.W, tf.float64))
        layer.b = tf.Variable(tf.cast(layer.b, tf.float64))
    return model


class TestOneTrainingStep:
    @pytest.mark.usefixtures("double_precision")
    @pytest.mark.parametrize("optimizer", [keras.optimizers.SGD, keras.optimizers.RMSprop])
    def test_fifty_steps_with_a_keras_optimizer(self, optimizer: type[keras.optimizers.Optimizer]) -> None:
        model = in_double_precision(article_model(glorot_uniform, glorot_uniform))
        twin = keras_twin([weight.numpy() for weight in model.weights], optimizer(1e-3))
        assert_trains_like_keras(model, twin, optimizer_update(optimizer(1e-3)), load_dataset())

    @pytest.mark.usefixtures("double_precision")
    @pytest.mark.parametrize("learning_rate", [1e-3, 0.1])
    def test_fifty_steps_by_hand_are_keras_sgd(self, learning_rate: float) -> None:
        """At 0.1 the network is soon surely wrong: probabilities far below what float32 can hold."""
        model = in_double_precision(article_model())
        twin = keras_twin([weight.numpy() for weight in model.weights], keras.optimizers.SGD(learning_rate))
        update = partial(update_weights, learning_rate=learning_rate)
        assert_trains_like_keras(model, twin, update, load_dataset())

    def test_the_loss_is_that_before_the_update(self) -> None:
        model = article_model()
        for weight in model.weights:
            weight.assign(tf.zeros_like(weight))
        images, labels = tf.ones((4, 784)), tf.constant([0, 1, 2, 3])
        loss = one_training_step(model, images, labels)
        assert float(loss) == pytest.approx(np.log(10), rel=1e-6)  # ten equal probabilities
        assert loss.dtype == tf.float32

    def test_gradients_agree_with_finite_differences(self) -> None:
        generator = np.random.default_rng(3)
        weights = [generator.normal(size=shape) for shape in ((6, 5), (5,), (5, 3), (3,))]
        images, labels = generator.random((8, 6)), generator.integers(0, 3, 8)
        model = NaiveSequential([NaiveDense(6, 5, tf.nn.relu), NaiveDense(5, 3, tf.nn.softmax)])
        variables = [tf.Variable(array, dtype=tf.float64) for array in weights]
        (model.layers[0].W, model.layers[0].b), (model.layers[1].W, model.layers[1].b) = (
            variables[:2],
            variables[2:],
        )
        gradients: list[np.ndarray] = []
        loss = one_training_step(
            model, images, labels, update=lambda found, _: gradients.extend(g.numpy() for g in found)
        )
        assert float(loss) == pytest.approx(loss_by_hand(weights, images, labels), rel=1e-12)
        for gradient, differences in zip(gradients, central_differences(weights, images, labels), strict=True):
            np.testing.assert_allclose(gradient, differences, rtol=1e-6, atol=1e-9)
            assert np.abs(gradient).max() > 1e-3


def loss_by_hand(weights: list[np.ndarray], images: np.ndarray, labels: np.ndarray) -> float:
    """Return the mean crossentropy of relu and softmax layers, in float64."""
    hidden = np.maximum(images @ weights[0] + weights[1], 0)
    exponentials = np.exp(hidden @ weights[2] + weights[3])
    probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    return float(-np.log(probabilities[np.arange(len(labels)), labels]).mean())


def central_differences(
    weights: list[np.ndarray], images: np.ndarray, labels: np.ndarray, nudge: float = 1e-6
) -> list[np.ndarray]:
    """Return how the loss changes with each single weight."""
    slopes = []
    for number, array in enumerate(weights):
        slope = np.zeros_like(array)
        for place in np.ndindex(array.shape):
            up, down = ([each.copy() for each in weights] for _ in range(2))
            up[number][place] += nudge
            down[number][place] -= nudge
            slope[place] = (loss_by_hand(up, images, labels) - loss_by_hand(down, images, labels)) / (2 * nudge)
        slopes.append(slope)
    return slopes


class TestUpdateWeights:
    def test_a_hand_worked_step(self) -> None:
        w, b = tf.Variable([[1.0, 2.0]]), tf.Variable([0.5])
        update_weights([tf.constant([[10.0, -20.0]]), tf.constant([4.0])], [w, b], learning_rate=0.25)
        assert w.numpy().tolist() == [[-1.5, 7.0]]
        assert b.numpy().tolist() == [-0.5]

    def test_the_articles_learning_rate_is_the_default(self) -> None:
        w = tf.Variable([1.0])
        update_weights([tf.constant([1.0])], [w])
        assert float(w[0]) == pytest.approx(0.999)

    def test_a_gradient_too_few_is_noticed(self) -> None:
        with pytest.raises(ValueError):
            update_weights([tf.constant([1.0])], [tf.Variable([1.0]), tf.Variable([2.0])])


class TestFit:
    def test_two_epochs_are_those_of_keras(
        self, small_dataset: Dataset, capsys: pytest.CaptureFixture[str]
    ) -> None:
        images, labels = as_inputs(small_dataset.train_images[:230]), small_dataset.train_labels[:230]
        model = article_model()
        twin = keras_twin([weight.numpy() for weight in model.weights], keras.optimizers.SGD(1e-3))
        fit(model, images, labels, epochs=2, batch_size=50)  # the last batch has 30
        twin.fit(images, labels, epochs=2, batch_size=50, shuffle=False, verbose=0)
        for weight, same in zip(model.weights, twin.get_weights(), strict=True):
            np.testing.assert_allclose(weight, same, rtol=0, atol=TOLERANCE)
        assert re.fullmatch(
            r"Epoch 0\nloss at batch 0: \S+\nEpoch 1\nloss at batch 0: \S+\n", capsys.readouterr().out
        )

    @pytest.mark.parametrize(("batch_size", "reported"), [(1, [0, 100, 200]), (2, [0, 100]), (3, [0]), (128, [0])])
    def test_the_batch_size_is_heeded(
        self,
        small_dataset: Dataset,
        capsys: pytest.CaptureFixture[str],
        batch_size: int,
        reported: list[int],
    ) -> None:
        images, labels = as_inputs(small_dataset.train_images[:202]), small_dataset.train_labels[:202]
        model = NaiveSequential([NaiveDense(784, 10, tf.nn.softmax)])
        fit(model, images, labels, epochs=1, batch_size=batch_size)
        batches = re.findall(r"loss at batch (\d+): ", capsys.readouterr().out)
        assert [int(batch) for batch in batches] == reported
