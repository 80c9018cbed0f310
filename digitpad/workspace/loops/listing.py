"""The lesson's first listing, as a recipe's values make it: Keras' ``Sequential``, ``compile`` and ``fit``."""

from collections.abc import Mapping

from digitpad.document.takeaway.both_ways import OPTIMIZERS, USUAL_RATES
from digitpad.network.architecture import Activation, Architecture
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Recipe

INITIALIZERS: Mapping[Initializer, str] = {
    Initializer.UNIFORM: "keras.initializers.RandomUniform(0, 0.1)",
    Initializer.HE_UNIFORM: '"he_uniform"',
    Initializer.ZEROS: '"zeros"',
}
"""What is not Keras' own choice of first weights."""


def listing(recipe: Recipe) -> tuple[str, ...]:
    """Return the lines of the listing, without their ends."""
    return (
        "import keras",
        "from keras import layers",
        "",
        "model = keras.Sequential([",
        *_layers(recipe.architecture, INITIALIZERS.get(recipe.initializer)),
        "])",
        "model.compile(",
        f"    optimizer={_optimizer(recipe)},",
        '    loss="sparse_categorical_crossentropy",',
        '    metrics=["accuracy"],',
        ")",
        "model.fit(",
        "    train_images,",
        "    train_labels,",
        f"    epochs={recipe.epochs},",
        f"    batch_size={recipe.batch_size},",
        *(() if recipe.shuffle else ("    shuffle=False,",)),
        ")",
    )


def _layers(architecture: Architecture, first_weights: str | None) -> list[str]:
    sizes = [*((layer.units, layer.activation.value) for layer in architecture.hidden), (10, "softmax")]
    lines = []
    for units, activation in sizes:
        arguments = [str(units)]
        if activation != Activation.NONE:
            arguments.append(f'activation="{activation}"')
        if first_weights is not None:
            arguments.append(f"kernel_initializer={first_weights}")
        lines.append(f"    layers.Dense({', '.join(arguments)}),")
    return lines


def _optimizer(recipe: Recipe) -> str:
    name = OPTIMIZERS[recipe.optimizer]
    arguments = []
    if recipe.learning_rate != USUAL_RATES[recipe.optimizer]:
        arguments.append(f"learning_rate={recipe.learning_rate:g}")
    if recipe.weight_decay:
        arguments.append(f"weight_decay={recipe.weight_decay:g}")
    return f"keras.optimizers.{name}({', '.join(arguments)})" if arguments else f'"{name.lower()}"'
