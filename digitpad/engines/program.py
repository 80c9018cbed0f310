"""``one_training_step``, compiled: many batches in one call, so that Python is out of the way while it runs.

XLA turns the textbook's step into machine code and runs it outside Python's lock: training is several times
faster than line by line, and a window in the same process stays smooth. Where XLA is missing the step runs as
an ordinary TensorFlow graph; a class can also have it run line by line.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from weakref import WeakValueDictionary

import keras
import numpy as np
import tensorflow as tf

from digitpad.arrays import PIXELS, WHITE, Floats, Images, Labels
from digitpad.engines.acts.tracer import untraced
from digitpad.engines.copies import Copies
from digitpad.engines.models import naive_model
from digitpad.network.architecture import Architecture
from digitpad.runs.checkpoint import Slots
from digitpad.runs.recipe import Optimizer
from digitpad.textbook import training
from digitpad.textbook.network import NaiveSequential
from digitpad.textbook.training import Update, optimizer_update, update_weights

log = logging.getLogger(__name__)


KEPT_PROGRAMS = 4
"""Programs kept, so that a further run of theirs need not compile again (1 to 3 s).

One that is forgotten gives back its graphs and weights; what XLA compiled for it TensorFlow keeps as long as the
process lives: about 7 MB for each new set of architecture, optimizer and decay.
"""


KERAS_OPTIMIZERS: Mapping[Optimizer, type[keras.optimizers.Optimizer]] = {
    Optimizer.SGD: keras.optimizers.SGD,
    Optimizer.RMSPROP: keras.optimizers.RMSprop,
    Optimizer.ADAM: keras.optimizers.Adam,
}


class Execution(StrEnum):
    """How the loop runs: compiled by XLA, as a TensorFlow graph, or eagerly, line by line."""

    XLA = "xla"
    GRAPH = "graph"
    EAGER = "eager"


@cache
def best_execution() -> Execution:
    """Return XLA where this TensorFlow can compile with it, else GRAPH; found out once, by trying."""
    try:
        tf.function(lambda x: x + 1, jit_compile=True)(tf.zeros(()))
    except (tf.errors.OpError, NotImplementedError, ValueError) as error:
        log.warning("XLA is not available, training runs uncompiled: %s", error)
        return Execution.GRAPH
    return Execution.XLA


class TrainingProgram:
    """A network with an optimizer, and a loop over ``one_training_step`` compiled for both.

    It holds the weights that are being trained, so only one run can use it at a time: ``load`` puts a run's
    weights and slots in, ``weights`` and ``slots`` take them out. Programs of one ``model`` share its weights, and
    of all of these only one run can use one at a time.
    """

    def __init__(
        self, model: NaiveSequential, optimizer: Optimizer, execution: Execution, weight_decay: float = 0.0
    ) -> None:
        self.execution = execution
        self._model = model
        self._learning_rate, self._update, self._slots = _prepare(optimizer, self._model.weights, weight_decay)
        self.copies = Copies(self._model.weights, self._slots)
        # autograph off: the loop below is written out, so what is compiled is what stands here.
        self._train = tf.function(self._train_batches, jit_compile=execution is Execution.XLA, autograph=False)
        self._train_seldom = tf.function(self._train_batches, autograph=False)
        # Only forwards XLA is no faster, and keeps what it has compiled. Sets of any length share one graph.
        self._predict = tf.function(
            lambda images: self._model(_as_inputs(images)),
            input_signature=[tf.TensorSpec((None, PIXELS), tf.uint8)],
            autograph=False,
        )

    def run(self, images: Images, labels: Labels, rates: Floats, *, seldom: bool = False) -> Floats:
        """Train on the first ``len(rates)`` of n batches and return their losses, float32 (len(rates),).

        ``images`` is uint8 (n, batch, 784), ``labels`` uint8 (n, batch), ``rates`` float32, the learning rate
        of each batch. Their number may change from call to call at no cost; each new shape of images compiles
        once. A ``seldom`` one runs as a graph: it takes 2 ms instead of 1, but it is there in 0.1 s instead of
        0.4, and leaves nothing of the compiler's 3 to 7 MB.
        """
        count = len(rates)
        if self.execution is Execution.EAGER:
            losses = [self._train_batch(images[i], labels[i], rates[i]) for i in range(count)]
            return np.array(losses, np.float32)
        padded = np.zeros(len(images), np.float32)
        padded[:count] = rates
        train = self._train_seldom if seldom else self._train
        return np.asarray(train(images, labels, padded, np.int32(count)).numpy()[:count], np.float32)

    def predict(self, images: Images) -> Floats:
        """Return the probabilities, float32 (n, 10), for uint8 images (n, 784)."""
        return np.asarray(self._predict(images).numpy(), np.float32)

    def load(self, weights: Sequence[Floats], slots: Slots | None = None) -> None:
        """Put a run's weights in, and its optimizer's variables; without these the optimizer is a fresh one."""
        for variable, value in zip(self._model.weights, weights, strict=True):
            variable.assign(value)
        if slots is None:
            slots = tuple(np.zeros(slot.shape, slot.dtype.as_numpy_dtype) for slot in self._slots)
        for slot, remembered in zip(self._slots, slots, strict=True):
            slot.assign(remembered)

    def weights(self) -> tuple[Floats, ...]:
        """Return read-only copies of the weights."""
        return self.copies.weights()

    def slots(self) -> Slots:
        """Return copies of what the optimizer remembers between steps."""
        return self.copies.slots()

    def _train_batches(
        self, images: tf.Tensor, labels: tf.Tensor, rates: tf.Tensor, count: tf.Tensor
    ) -> tf.Tensor:
        losses = tf.TensorArray(tf.float32, size=images.shape[0], element_shape=())

        def train_one(i: tf.Tensor, losses: tf.TensorArray) -> tuple[tf.Tensor, tf.TensorArray]:
            return i + 1, losses.write(i, self._train_batch(images[i], labels[i], rates[i]))

        _, losses = tf.while_loop(lambda i, _: i < count, train_one, (0, losses), parallel_iterations=1)
        return losses.stack()

    def _train_batch(self, images: tf.Tensor, labels: tf.Tensor, rate: tf.Tensor) -> tf.Tensor:
        self._learning_rate.assign(rate)
        return training.one_training_step(self._model, _as_inputs(images), labels, self._update)


@lru_cache(maxsize=KEPT_PROGRAMS)
def training_program(
    architecture: Architecture, optimizer: Optimizer, execution: Execution, weight_decay: float = 0.0
) -> TrainingProgram:
    """Return the program for this network and optimizer, so that a second run need not compile again.

    All that are kept for an architecture share its model: one run trains at a time, whatever its optimizer.
    """
    model = _models.get(architecture)
    if model is None:
        _models[architecture] = model = naive_model(architecture)
    return TrainingProgram(model, optimizer, execution, weight_decay)


_models: WeakValueDictionary[Architecture, NaiveSequential] = WeakValueDictionary()
"""As long as a program is kept that trains them."""


def _as_inputs(images: tf.Tensor) -> tf.Tensor:
    return tf.cast(images, tf.float32) / WHITE


def _prepare(
    optimizer: Optimizer, weights: Sequence[tf.Variable], weight_decay: float
) -> tuple[tf.Variable, Update, list[tf.Variable]]:
    """Return the learning rate as a variable, the update, and the variables it keeps between steps."""
    if optimizer is Optimizer.NAIVE_SGD:
        learning_rate = tf.Variable(0.0)

        def update(gradients: Sequence[tf.Tensor], weights: Sequence[tf.Variable]) -> None:
            update_weights(gradients, weights, learning_rate)

        return learning_rate, update, []

    keras_optimizer = KERAS_OPTIMIZERS[optimizer](weight_decay=weight_decay or None)
    keras_optimizer.build(weights)
    rate = keras_optimizer.learning_rate.value
    slots = [variable.value for variable in keras_optimizer.variables if variable.value is not rate]
    return rate, optimizer_update(_OnOneDevice(keras_optimizer)), slots


class _OnOneDevice:
    """A Keras optimizer that does not add up gradients over devices: there is one.

    The sum is a custom gradient, which TensorFlow registers for ever: each graph with a step in it, 5 MB with what
    XLA makes of it, would stay in memory when its program is long forgotten.
    """

    def __init__(self, optimizer: keras.optimizers.Optimizer) -> None:
        self._optimizer = optimizer

    def apply_gradients(self, pairs: Iterable[tuple[tf.Tensor, tf.Variable]]) -> None:
        """Take the optimizer's step for each gradient and its weight, and count it.

        Before, as in Keras' own ``apply``, every weight and every bias becomes smaller by its decay.
        """
        with untraced():  # no line of the page is called from here, but thousands of functions of Keras are
            self._apply(list(pairs))

    def _apply(self, pairs: Sequence[tuple[tf.Tensor, tf.Variable]]) -> None:
        if self._optimizer.weight_decay is not None:
            for _, weight in pairs:
                decay = tf.cast(self._optimizer.weight_decay, weight.dtype)
                weight.assign_sub(weight * decay * tf.cast(self._optimizer.learning_rate, weight.dtype))
        for gradient, weight in pairs:
            self._optimizer.update_step(gradient, weight, self._optimizer.learning_rate)
        self._optimizer.iterations.assign_add(1)
