"""NaiveDense and NaiveSequential against hand-worked numbers and Keras."""

import math

import numpy as np
import pytest
import tensorflow as tf

from digitpad.textbook.network import (
    NaiveDense,
    NaiveSequential,
    article_model,
    glorot_uniform,
    uniform,
)
from tests.engines.keras_twin import keras_twin


def layer_of(w: list[list[float]], b: list[float], activation: object) -> NaiveDense:
    """Return a layer with these weights."""
    layer = NaiveDense(len(w), len(b), activation)
    layer.W.assign(w)
    layer.b.assign(b)
    return layer


def test_a_layer_is_activation_of_inputs_times_w_plus_b() -> None:
    layer = layer_of([[1, 2], [3, 4]], [10, -100], tf.identity)
    np.testing.assert_array_equal(layer(tf.constant([[1.0, 1.0], [0.0, 2.0]])), [[14, -94], [16, -92]])
    layer.activation = tf.nn.relu
    np.testing.assert_array_equal(layer(tf.constant([[1.0, 1.0], [0.0, 2.0]])), [[14, 0], [16, 0]])


def test_softmax_of_a_hand_worked_row() -> None:
    layer = layer_of([[1, 0, 0]], [0, math.log(2), math.log(5)], tf.nn.softmax)
    np.testing.assert_allclose(layer(tf.constant([[0.0]])), [[1 / 8, 2 / 8, 5 / 8]], rtol=1e-6)


def test_layers_follow_one_another() -> None:
    first = layer_of([[1], [1]], [-3], tf.nn.relu)
    second = layer_of([[2, -1]], [0, 1], tf.identity)
    model = NaiveSequential([first, second])
    np.testing.assert_array_equal(model(tf.constant([[1.0, 1.0], [4.0, 1.0]])), [[0, 1], [4, -1]])


def test_weights_are_the_variables_themselves_in_order() -> None:
    first, second = NaiveDense(4, 3, tf.nn.relu), NaiveDense(3, 2, tf.nn.softmax)
    weights = NaiveSequential([first, second]).weights
    assert [id(weight) for weight in weights] == [id(first.W), id(first.b), id(second.W), id(second.b)]
    assert [tuple(weight.shape) for weight in weights] == [(4, 3), (3,), (3, 2), (2,)]
    assert {weight.dtype for weight in weights} == {tf.float32}


def test_the_articles_model_has_four_weights_and_ten_probabilities() -> None:
    model = article_model()
    assert len(model.weights) == 4
    assert [tuple(weight.shape) for weight in model.weights] == [(784, 512), (512,), (512, 10), (10,)]
    probabilities = model(tf.random.stateless_uniform((5, 784), seed=(1, 2))).numpy()
    assert probabilities.shape == (5, 10)
    assert probabilities.dtype == np.float32
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, rtol=1e-6)


def test_the_articles_model_answers_as_keras_does() -> None:
    model = article_model(glorot_uniform, glorot_uniform)
    images = np.random.default_rng(0).random((50, 784), np.float32)
    twin = keras_twin([weight.numpy() for weight in model.weights])
    np.testing.assert_allclose(model(images), twin(images), atol=1e-6)


@pytest.mark.parametrize(
    ("initializers", "low", "high"),
    [((), 0, 0.1), ((uniform, uniform), 0, 0.1), ((glorot_uniform, glorot_uniform), None, None)],
    ids=["the default", "uniform", "glorot"],
)
def test_first_weights_fill_their_range(
    initializers: tuple[object, ...], low: float | None, high: float | None
) -> None:
    hidden_w, hidden_b, output_w, output_b = (weight.numpy() for weight in article_model(*initializers).weights)
    for matrix in (hidden_w, output_w):
        limit = math.sqrt(6 / sum(matrix.shape))
        least, most = (-limit, limit) if low is None else (low, high)
        span = most - least
        assert least <= matrix.min() < least + 0.01 * span
        assert most - 0.01 * span < matrix.max() <= most
        assert matrix.mean() == pytest.approx((least + most) / 2, abs=0.02 * span)
    assert not hidden_b.any()
    assert not output_b.any()
