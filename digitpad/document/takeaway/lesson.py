"""A run in the lesson's way: the textbook's own classes and loop."""

from itertools import pairwise

from digitpad.document.takeaway.both_ways import first_weights, imports, optimizer, rates
from digitpad.document.takeaway.comments import Comments
from digitpad.document.takeaway.data_lines import data_parts
from digitpad.document.takeaway.page import lines_of
from digitpad.document.takeaway.part import Part
from digitpad.network.architecture import Activation
from digitpad.runs.recipe import Optimizer, Recipe, Schedule

NETWORK, TRAINING = "network.py", "training.py"
"""The textbook's two files."""

PACKAGES = ("keras", "numpy as np", "tensorflow as tf")

ACTIVATIONS = {
    Activation.RELU: "tf.nn.relu",
    Activation.TANH: "tf.nn.tanh",
    Activation.SIGMOID: "tf.nn.sigmoid",
    Activation.NONE: "tf.identity",
}

BY_OPTIMIZER = """
optimizer = {optimizer}

def update_weights(gradients, weights):
    optimizer.apply_gradients(zip(gradients, weights))"""

SCORE = """
def score(model, images, labels):
    predictions = model(images)
    losses = keras.losses.sparse_categorical_crossentropy(labels, predictions)
    return float(tf.reduce_mean(losses)), np.mean(predictions.numpy().argmax(axis=1) == labels)"""

GENERATOR = "        batch_generator = BatchGenerator("
STEP = "            loss = one_training_step(model, images_batch, labels_batch"
"""How the lines of the textbook's ``fit`` begin at which more is needed."""

ORDER = """
        order = np.arange(len(images))
        np.random.default_rng(({seed}, epoch_counter)).shuffle(order)"""

ON_TEST = """
        loss, accuracy = score(model, test_images, test_labels)
        print(f"test: loss {loss:.4f}, accuracy {accuracy:.2%}")"""

ON_VALIDATION = """
        loss, accuracy = score(model, validation_images, validation_labels)
        print(f"validation: loss {loss:.4f}, accuracy {accuracy:.2%}")"""

BEST = """
        if loss < best_loss:
            best_loss, best_epoch = loss, epoch_counter
            best_weights = [w.numpy() for w in model.weights]"""

WAITING = """
        if epoch_counter - best_epoch >= {patience}:
            break"""

BACK = """
    for w, best in zip(model.weights, best_weights):
        w.assign(best)
    loss, accuracy = score(model, test_images, test_labels)
    print(f"epoch {best_epoch} was the best; test: loss {loss:.4f}, accuracy {accuracy:.2%}")"""


def lesson_parts(recipe: Recipe, comments: Comments, *, takes_argument: bool) -> list[Part]:
    """Return the parts of a script that makes a run of this recipe in the lesson's way."""
    return [
        Part("", imports("math", "sys" if takes_argument else "", packages=PACKAGES)),
        *data_parts(recipe.data, comments, takes_argument=takes_argument),
        Part(comments.layers, f"{lines_of(NETWORK, 'NaiveDense')}\n\n{lines_of(NETWORK, 'NaiveSequential')}"),
        Part(comments.weights, first_weights(recipe) or "first_weights = tf.zeros"),
        Part(comments.network, _network(recipe)),
        Part(comments.batches, lines_of(TRAINING, "BatchGenerator")),
        Part(comments.update, _update(recipe)),
        Part(comments.step, lines_of(TRAINING, "one_training_step", frozenset({"update_weights"}))),
        *([Part(comments.rates, rates(recipe))] if rates(recipe) else []),
        Part(comments.fit, f"losses = []\n\n{SCORE.strip()}\n\n{_fit(recipe)}"),
        Part(
            comments.train, f"fit(model, images, labels, epochs={recipe.epochs}, batch_size={recipe.batch_size})"
        ),
    ]


def _network(recipe: Recipe) -> str:
    activations = [ACTIVATIONS[layer.activation] for layer in recipe.architecture.hidden]
    layers = zip(pairwise(recipe.architecture.sizes), [*activations, "keras.activations.softmax"], strict=True)
    lines = [
        f"    NaiveDense({inputs}, {units}, {activation}, first_weights),"
        for (inputs, units), activation in layers
    ]
    return "\n".join(["model = NaiveSequential([", *lines, "])"])


def _update(recipe: Recipe) -> str:
    if recipe.optimizer is not Optimizer.NAIVE_SGD:
        return BY_OPTIMIZER.strip().format(optimizer=optimizer(recipe))
    lines = lines_of(TRAINING, "update_weights", frozenset({"LEARNING_RATE"}))
    return f"LEARNING_RATE = {recipe.learning_rate}\n\n{lines}"


def _fit(recipe: Recipe) -> str:
    """Return the textbook's ``fit`` with what this recipe needs besides."""
    first, *others = lines_of(TRAINING, "fit").split("\n")
    waits = recipe.patience or recipe.best_weights
    lines = [first, *(["    best_loss, best_epoch, best_weights = math.inf, 0, []"] if waits else [])]
    for line in others:
        if line.startswith(GENERATOR) and recipe.shuffle:
            lines += _lines(ORDER.format(seed=recipe.seed))
            lines.append(line.replace("(images, labels", "(images[order], labels[order]"))
        elif line.startswith(STEP):
            lines += [*_step(recipe, line), "            losses.append(float(loss))"]
        else:
            lines.append(line)
    lines += _lines(ON_TEST) + (_lines(ON_VALIDATION) if recipe.data.of_validation else [])
    lines += _lines(BEST) if waits else []
    lines += _lines(WAITING.format(patience=recipe.patience)) if recipe.patience else []
    lines += _lines(BACK) if recipe.best_weights else []
    return "\n".join(lines)


def _step(recipe: Recipe, line: str) -> list[str]:
    """Return the line of ``fit`` that takes a step, at the batch's own learning rate."""
    if recipe.schedule is Schedule.CONSTANT:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()))
    if recipe.optimizer is not Optimizer.NAIVE_SGD:
        return [f"{indent}optimizer.learning_rate = rates[len(losses)]", line]
    rate = f"{indent}rate = rates[len(losses)]"
    return [rate, line.removesuffix(")") + ", lambda g, w: update_weights(g, w, rate))"]


def _lines(text: str) -> list[str]:
    return text.strip("\n").split("\n")
