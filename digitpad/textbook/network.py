"""The network of the lesson: layers of ``activation(inputs · W + b)``, one after the other.

Source: François Chollet, *Deep Learning with Python*, chapter 2, "Reimplementing our first example from
scratch in TensorFlow". Names and signatures are the article's; the one addition is that a layer can be told
how to fill its first weights.
"""

from collections.abc import Callable, Sequence

import keras
import tensorflow as tf

Initializer = Callable[[tuple[int, int]], tf.Tensor]


def uniform(shape: tuple[int, int]) -> tf.Tensor:
    """Return the article's first weights: float32, uniform in [0, 0.1)."""
    return tf.random.uniform(shape, minval=0, maxval=1e-1)


def glorot_uniform(shape: tuple[int, int]) -> tf.Tensor:
    """Return Keras' first weights: float32, uniform in ±√(6 / (inputs + outputs)) (Glorot & Bengio 2010)."""
    return keras.initializers.GlorotUniform()(shape)


class NaiveDense:
    """A fully connected layer: every output looks at every input."""

    def __init__(
        self,
        input_size: int,
        output_size: int,
        activation: Callable[[tf.Tensor], tf.Tensor],
        initializer: Initializer = uniform,
    ) -> None:
        self.activation = activation

        w_shape = (input_size, output_size)
        self.W = tf.Variable(initializer(w_shape))

        b_shape = (output_size,)
        self.b = tf.Variable(tf.zeros(b_shape))

    def __call__(self, inputs: tf.Tensor) -> tf.Tensor:
        """Map float32 (batch, input_size) to float32 (batch, output_size)."""
        return self.activation(tf.matmul(inputs, self.W) + self.b)

    @property
    def weights(self) -> list[tf.Variable]:
        """The matrix W (input_size, output_size) and the bias b (output_size,)."""
        return [self.W, self.b]


class NaiveSequential:
    """A network whose layers are applied one after the other."""

    def __init__(self, layers: Sequence[NaiveDense]) -> None:
        self.layers = layers

    def __call__(self, inputs: tf.Tensor) -> tf.Tensor:
        """Return what the last layer makes of ``inputs``; for the article's model, ten probabilities a row."""
        x = inputs
        for layer in self.layers:
            x = layer(x)
        return x

    @property
    def weights(self) -> list[tf.Variable]:
        """Every layer's weights, in order."""
        weights = []
        for layer in self.layers:
            weights += layer.weights
        return weights


def article_model(*initializers: Initializer) -> NaiveSequential:
    """Return the article's network, 784 → 512 relu → 10 softmax, by default with its uniform weights.

    Its softmax is Keras', which remembers what it was made of: Keras' loss then starts from there. After
    ``tf.nn.softmax`` it does so in a compiled loop only; line by line it cuts each probability off at 1e-7, and
    what is surely wrong is never learnt from: the same recipe would train quite differently.
    """
    first, second = initializers or (uniform, uniform)
    return NaiveSequential(
        [
            NaiveDense(28 * 28, 512, tf.nn.relu, first),
            NaiveDense(512, 10, keras.activations.softmax, second),
        ]
    )
