"""The lines that both ways have in common: first weights, and the learning rate of each batch."""

from digitpad.network.initial import UNIFORM_HIGH, Initializer
from digitpad.runs.recipe import Optimizer, Recipe, Schedule

UNIFORM = f"""
def first_weights(shape, dtype="float32"):
    return generator.uniform(0, {UNIFORM_HIGH}, shape).astype(dtype)"""

WITHIN_LIMIT = """
def first_weights(shape, dtype="float32"):
    limit = np.sqrt(6 / {inputs})
    return generator.uniform(-limit, limit, shape).astype(dtype)"""

WEIGHTS = {
    Initializer.UNIFORM: UNIFORM,
    Initializer.GLOROT_UNIFORM: WITHIN_LIMIT.format(inputs="sum(shape)"),
    Initializer.HE_UNIFORM: WITHIN_LIMIT.format(inputs="shape[0]"),
}

OPTIMIZERS = {
    Optimizer.NAIVE_SGD: "SGD",
    Optimizer.SGD: "SGD",
    Optimizer.RMSPROP: "RMSprop",
    Optimizer.ADAM: "Adam",
}
"""Keras' classes; as a string it takes their names in small letters."""

USUAL_RATES = {
    Optimizer.NAIVE_SGD: 0.01,
    Optimizer.SGD: 0.01,
    Optimizer.RMSPROP: 0.001,
    Optimizer.ADAM: 0.001,
}
"""The learning rates that Keras gives optimizers that are only named."""

COSINE = """
numbers = np.arange({total})
rates = {highest} * (0.5 + 0.5 * np.cos(np.pi * (numbers - {warm_up}) / {after})).astype("float32")"""

RISE = """
rates[:{warm_up}] = {highest} * (numbers[:{warm_up}] + 1) / {warm_up}"""


def imports(*pythons: str, packages: tuple[str, ...]) -> str:
    """Return the lines that import modules of Python's, of which some may be empty, and then packages."""
    names = [*filter(None, pythons), "", *packages]
    return "\n".join(f"import {name}" if name else "" for name in names).strip()


def first_weights(recipe: Recipe) -> str:
    """Return the lines that define ``first_weights``, as ``network/initial.py`` draws them; none for zeros."""
    if recipe.initializer is Initializer.ZEROS:
        return ""
    return f"generator = np.random.default_rng({recipe.seed})\n{WEIGHTS[recipe.initializer]}"


def optimizer(recipe: Recipe) -> str:
    """Return the expression that makes the recipe's optimizer of Keras: SGD for the one by hand."""
    decay = f", weight_decay={recipe.weight_decay}" if recipe.weight_decay else ""
    return f"keras.optimizers.{OPTIMIZERS[recipe.optimizer]}(learning_rate={recipe.learning_rate}{decay})"


def rates(recipe: Recipe) -> str:
    """Return the lines that define ``rates``, one for each batch; none for a constant rate."""
    if recipe.schedule is Schedule.CONSTANT:
        return ""
    total, per_epoch = recipe.total_batches, recipe.batches_per_epoch
    warm_up = per_epoch if total > per_epoch else 0
    code = COSINE + (RISE if warm_up else "")
    return code.strip().format(total=total, highest=recipe.learning_rate, warm_up=warm_up, after=total - warm_up)
