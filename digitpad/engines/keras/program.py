"""An architecture and an optimizer as Keras has them: the model of the lesson's first listing."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import keras
import numpy as np
import tensorflow as tf

from digitpad.arrays import CLASSES, PIXELS, WHITE, Floats, Images
from digitpad.engines.copies import Copies
from digitpad.engines.program import KERAS_OPTIMIZERS
from digitpad.network.architecture import Architecture
from digitpad.runs.checkpoint import Slots
from digitpad.runs.recipe import Optimizer

KEPT_PROGRAMS = 2
"""Programs kept, so that going on need not compile again, each 5 MB and 1 to 2 s.

One that is forgotten leaves its graph behind: Keras' ``apply_gradients`` registers a custom gradient with
TensorFlow, which keeps it as long as the process lives.
"""

BATCH_LOSS = "batch_loss"
"""What Keras calls the loss of a single batch when it tells a callback how it goes."""

OPTIMIZERS: Mapping[Optimizer, type[keras.optimizers.Optimizer]] = {
    **KERAS_OPTIMIZERS,
    Optimizer.NAIVE_SGD: keras.optimizers.SGD,  # the same update; by hand Keras has none
}


class BatchLoss(keras.metrics.Metric):
    """The mean loss of the newest batch alone: what Keras reports by itself is a mean since the epoch began."""

    def __init__(self, name: str = BATCH_LOSS) -> None:
        super().__init__(name=name)
        self._loss = self.add_variable((), initializer="zeros", name="loss")

    def update_state(self, y_true: tf.Tensor, y_pred: tf.Tensor, sample_weight: tf.Tensor | None = None) -> None:
        """Forget the batch before, and take the mean of this one's losses."""
        losses = keras.losses.sparse_categorical_crossentropy(y_true, y_pred)
        self._loss.assign(keras.ops.mean(losses))

    def result(self) -> tf.Tensor:
        """Return the newest batch's loss."""
        return self._loss


class KerasProgram:
    """A model with an optimizer, compiled as the lesson does it, and the metric of the single batch.

    It holds the weights that are being trained, so only one run can use it at a time.

    Attributes:
        model: the ``keras.Sequential``.
    """

    def __init__(self, architecture: Architecture, optimizer: Optimizer, weight_decay: float = 0.0) -> None:
        self.model = keras.Sequential(
            [
                keras.Input((PIXELS,)),
                *(
                    keras.layers.Dense(layer.units, activation=layer.activation.keras_name)
                    for layer in architecture.hidden
                ),
                keras.layers.Dense(CLASSES, activation="softmax"),
            ]
        )
        self._optimizer = OPTIMIZERS[optimizer](weight_decay=weight_decay or None)
        # By one step an execution: of several Keras would tell a callback the last loss alone. Of a metric that is
        # only named the variables are made in the first trace of the step, which then is traced a second time.
        self.model.compile(
            optimizer=self._optimizer,
            loss="sparse_categorical_crossentropy",
            metrics=[keras.metrics.SparseCategoricalAccuracy("accuracy"), BatchLoss()],
        )
        self._optimizer.build(self.model.trainable_variables)
        rate = self._optimizer.learning_rate
        self._rate = float(rate)
        self._state = [variable for variable in self._optimizer.variables if variable is not rate]
        # Our own update remembers nothing, not even how often it was made.
        self._slots = [] if optimizer is Optimizer.NAIVE_SGD else self._state
        self.copies = Copies(*([kept.value for kept in held] for held in (self.model.weights, self._slots)))
        # Sets of any length share one graph.
        self._predict = tf.function(
            lambda images: self.model(tf.cast(images, tf.float32) / WHITE),
            input_signature=[tf.TensorSpec((None, PIXELS), tf.uint8)],
            autograph=False,
        )

    def use_rate(self, rate: float) -> None:
        """Use this learning rate from the next batch on."""
        if rate != self._rate:  # each assignment costs as much as a tenth of a small batch
            self._rate = rate
            self._optimizer.learning_rate = rate

    def load(self, weights: Sequence[Floats], slots: Slots | None = None) -> None:
        """Put a run's weights in, and what its optimizer remembers; without that the optimizer is a fresh one."""
        self.model.set_weights(weights)
        for variable in self._state:
            variable.assign(np.zeros(variable.shape, variable.dtype))
        for variable, value in zip(self._slots, slots or self.slots(), strict=True):
            variable.assign(value)

    def weights(self) -> tuple[Floats, ...]:
        """Return read-only copies of the weights."""
        return self.copies.weights()

    def slots(self) -> Slots:
        """Return copies of what the optimizer remembers between steps, as ``TrainingProgram.slots`` does."""
        return self.copies.slots()

    def predict(self, images: Images) -> Floats:
        """Return the probabilities, float32 (n, 10), for uint8 images (n, 784)."""
        return np.asarray(self._predict(images).numpy(), np.float32)


@lru_cache(maxsize=KEPT_PROGRAMS)
def keras_program(architecture: Architecture, optimizer: Optimizer, weight_decay: float) -> KerasProgram:
    """Return the program for this network and optimizer, so that a second ``fit`` need not compile again."""
    return KerasProgram(architecture, optimizer, weight_decay)
