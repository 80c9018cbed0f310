"""Training steps made by hand with NumPy, from real first weights and MNIST's own images: what the cards show."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from digitpad.arrays import SIDE, WHITE, Doubles, Floats, Labels
from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.engines.acts.pages import first_page
from digitpad.engines.acts.tape import SHOWN, Again, Batch, CodePage, LayerPass, Place, Stop, Tape
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import initial_snapshot
from digitpad.network.snapshot import activate, frozen
from digitpad.runs.recipe import Optimizer, Recipe

NO_HIDDEN = Architecture(())
TWO_HIDDEN = Architecture((HiddenLayer(40, Activation.TANH), HiddenLayer(23, Activation.RELU)))

BLOCK = 4096
"""Images at a time: all of MNIST in float64 would be a third of a gigabyte."""

SLOPES = {
    Activation.RELU: lambda outputs: (outputs > 0).astype(np.float64),
    Activation.TANH: lambda outputs: 1 - outputs**2,
    Activation.SIGMOID: lambda outputs: outputs * (1 - outputs),
    Activation.NONE: np.ones_like,
}
"""Each activation's slope, from what it made."""


def made_tape(
    recipe: Recipe | None = None, *, own: bool = False, trained: int = 0, number: int | None = None
) -> Tape:
    """Return a complete step by ``recipe``, after so many others on the same batch.

    With ``own`` the batch's first picture is the class's drawing: a four.
    """
    recipe = recipe or Recipe(optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1)
    images, labels = batch_of(recipe.batch_size)
    if own:
        images, labels = np.vstack([drawing(), images[1:]]), np.append(np.uint8(4), labels[1:])
    snapshot = initial_snapshot(recipe.architecture, recipe.initializer, recipe.seed)
    weights = [np.asarray(weight, np.float64) for weight in snapshot.weights]
    for _ in range(trained):
        _, gradients = pass_back(recipe.architecture, weights, images, labels)
        weights = [weight - 0.1 * gradient for weight, gradient in zip(weights, gradients, strict=True)]
    before = frozen(weights)
    return step(recipe, before, images, labels, own=int(own), number=trained if number is None else number)


def step(
    recipe: Recipe, before: tuple[Floats, ...], images: Floats, labels: Labels, *, own: int, number: int
) -> Tape:
    """Return what one training step makes of these weights and images."""
    architecture, rate = recipe.architecture, float(np.float32(recipe.learning_rate))
    losses, gradients = pass_back(architecture, before, images, labels)
    decay = recipe.weight_decay
    after = frozen(
        [weight - rate * (made(recipe, g) + decay * weight) for weight, g in zip(before, gradients, strict=True)]
    )
    outputs = forward(architecture, before, images[:SHOWN])
    losses_after = pass_back(architecture, after, images, labels)[0]
    return Tape(
        recipe,
        number,
        rate,
        before,
        Batch(images.copy(), labels.copy(), own),
        layers=passes(architecture, outputs, len(labels)),
        probabilities=outputs[-1].astype(np.float32),
        losses=losses.astype(np.float32),
        mean=float(np.float32(losses.mean())),
        gradients=frozen(gradients),
        after=after,
        updated=True,
        again=Again(
            losses_after.astype(np.float32),
            forward(architecture, after, images[:SHOWN])[-1].astype(np.float32),
            float(np.float32(losses_after.mean())),
        ),
    )


def stages(tape: Tape) -> Iterator[Tape]:
    """Yield the tape as it grows: what a stop at each line knows."""
    nothing = Tape(tape.recipe, tape.number, tape.rate, tape.before)
    yield nothing
    yield (grown := replace(nothing, batch=tape.batch))
    for count in range(1, len(tape.layers) + 1):
        yield (grown := replace(grown, layers=tape.layers[:count]))
    yield (grown := replace(grown, probabilities=tape.probabilities))
    yield (grown := replace(grown, losses=tape.losses))
    yield (grown := replace(grown, mean=tape.mean))
    yield (grown := replace(grown, gradients=tape.gradients))
    assert tape.after is not None
    for count in range(1, len(tape.after)):
        yield replace(grown, after=(*tape.after[:count], *tape.before[count:]))
    yield (grown := replace(grown, after=tape.after, updated=True))
    yield replace(grown, again=tape.again)


def batch_of(size: int) -> tuple[Floats, Labels]:
    """Return MNIST's first training images, float32 (size, 784) in [0, 1], and their labels."""
    mnist = load_dataset()
    return mnist.train_images[:size].astype(np.float32) / np.float32(WHITE), mnist.train_labels[:size]


def drawing() -> Floats:
    """Return a four made of three straight strokes, float32 (784,)."""
    picture = np.zeros((SIDE, SIDE), np.float32)
    picture[6:16, 8:10] = picture[14:16, 8:20] = picture[6:23, 17:19] = 1
    return picture.reshape(-1)


def forward(architecture: Architecture, weights: object, images: Floats) -> list[Doubles]:
    """Return what each layer makes of the images, probabilities last, float64."""
    values, made_ = np.asarray(images, np.float64), []
    for number in range(len(architecture.hidden)):
        values = values @ weights[2 * number] + weights[2 * number + 1]
        activate(architecture.hidden[number].activation, values)
        made_.append(values)
    logits = values @ weights[-2] + weights[-1]
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return [*made_, shifted / shifted.sum(axis=1, keepdims=True)]


def pass_back(
    architecture: Architecture, weights: object, images: Floats, labels: Labels
) -> tuple[Doubles, list[Doubles]]:
    """Return the losses (n,), and the gradients of their mean, by the chain rule; some images at a time."""
    blocks = [slice(start, start + BLOCK) for start in range(0, len(labels), BLOCK)]
    losses, gradients = zip(*(_block(architecture, weights, images[at], labels[at]) for at in blocks), strict=True)
    return np.concatenate(losses), [sum(parts) / len(labels) for parts in zip(*gradients, strict=True)]


def _block(
    architecture: Architecture, weights: object, images: Floats, labels: Labels
) -> tuple[Doubles, list[Doubles]]:
    """Return some images' losses, and the gradients of their sum."""
    outputs, rows = forward(architecture, weights, images), np.arange(len(labels))
    inputs = [np.asarray(images, np.float64), *outputs[:-1]]
    error = outputs[-1].copy()
    error[rows, labels] -= 1
    gradients: list[Doubles] = []
    for number in reversed(range(len(inputs))):
        gradients[:0] = [inputs[number].T @ error, error.sum(axis=0)]
        if number:
            error = error @ np.asarray(weights[2 * number], np.float64).T
            error *= SLOPES[architecture.hidden[number - 1].activation](inputs[number])
    return -np.log(outputs[-1][rows, labels]), gradients


def made(recipe: Recipe, gradient: Doubles) -> Doubles:
    """Return what the optimizer makes of its first gradient."""
    match recipe.optimizer:
        case Optimizer.ADAM:
            return gradient / (np.abs(gradient) + 1e-7 / np.sqrt(1e-3))
        case Optimizer.RMSPROP:
            return gradient / (np.sqrt(0.1 * gradient**2) + 1e-7)
        case _:
            return gradient


def passes(architecture: Architecture, outputs: list[Doubles], size: int) -> tuple[LayerPass, ...]:
    names = [*(layer.activation.value for layer in architecture.hidden), "softmax"]
    return tuple(
        LayerPass(
            (size, architecture.sizes[number]),
            architecture.shapes[2 * number],
            architecture.shapes[2 * number + 1],
            names[number],
            made_.astype(np.float32),
        )
        for number, made_ in enumerate(outputs)
    )


STEP = first_page()
"""The page's own function, a statement a line but for its head and its docstring."""

CALL = CodePage(
    "NaiveDense.__call__",
    "network.py",
    48,
    (
        "def __call__(self, inputs: tf.Tensor) -> tf.Tensor:",
        '    """Map float32 (batch, input_size) to float32 (batch, output_size)."""',
        "    return self.activation(tf.matmul(inputs, self.W) + self.b)",
    ),
    ((0, 0), (1, 1), (2, 2)),
)


def stop_at(tape: Tape, line: int | None = None) -> Stop:
    """Return a stop at a line of the step, by default at the last that a complete act leads to."""
    return Stop(Place(STEP, 15 if line is None else line), tape)


def recipe_of(**values: object) -> Recipe:
    """Return a recipe whose batch is small enough for every test, and has all its images."""
    return Recipe(**{"optimizer": Optimizer.NAIVE_SGD, "learning_rate": 0.1, "data": TrainingData(), **values})
