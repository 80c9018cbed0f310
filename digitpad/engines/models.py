"""An architecture as a model made of the textbook's layers: what really trains."""

from collections.abc import Callable, Mapping
from itertools import pairwise

import keras
import tensorflow as tf

from digitpad.network.architecture import Activation, Architecture
from digitpad.textbook.network import NaiveDense, NaiveSequential

ACTIVATIONS: Mapping[Activation, Callable[[tf.Tensor], tf.Tensor]] = {
    Activation.RELU: tf.nn.relu,
    Activation.TANH: tf.nn.tanh,
    Activation.SIGMOID: tf.nn.sigmoid,
    Activation.NONE: tf.identity,
}


def naive_model(architecture: Architecture) -> NaiveSequential:
    """Return the network with weights of 0, to be loaded; its softmax is Keras', as in ``article_model``."""
    activations = [*(ACTIVATIONS[layer.activation] for layer in architecture.hidden), keras.activations.softmax]
    layers = zip(pairwise(architecture.sizes), activations, strict=True)
    return NaiveSequential([NaiveDense(*sizes, activation, tf.zeros) for sizes, activation in layers])
