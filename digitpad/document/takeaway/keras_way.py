"""A run in Keras' way: ``compile`` and ``fit``, as in the lesson's first listing."""

from digitpad.document.takeaway.both_ways import OPTIMIZERS, USUAL_RATES, first_weights, imports, optimizer, rates
from digitpad.document.takeaway.comments import Comments
from digitpad.document.takeaway.data_lines import data_parts
from digitpad.document.takeaway.part import Part
from digitpad.runs.recipe import Recipe, Schedule

COMPILING = """
model.compile(
    optimizer={optimizer},
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)"""

BATCHES = """
class Batches(keras.utils.PyDataset):
    order = np.arange(len(images))

    def __len__(self):
        return {batches}

    def __getitem__(self, batch):
        some = self.order[batch * {size} : (batch + 1) * {size}]
        return images[some], labels[some]

batches = Batches()"""

LOSSES = """
losses = []

class Losses(keras.callbacks.Callback):
{shuffle}{at_rate}    def on_train_batch_end(self, batch, logs):
        losses.append(float(logs["loss"]))
        self.model.reset_metrics()

    def on_epoch_end(self, epoch, logs):
        print(f"Epoch {{epoch}}: mean loss {{np.mean(losses[-{batches}:]):.4f}}"){validation}"""

SHUFFLE = """    def on_epoch_begin(self, epoch, logs):
        batches.order = np.arange(len(images))
        np.random.default_rng(({seed}, epoch)).shuffle(batches.order)

"""

AT_RATE = """    def on_train_batch_begin(self, batch, logs):
        self.model.optimizer.learning_rate = rates[len(losses)]

"""

VALIDATION = """
        print(f"validation: loss {logs['val_loss']:.4f}, accuracy {logs['val_accuracy']:.2%}")"""

EARLY = "keras.callbacks.EarlyStopping(patience={patience}, restore_best_weights={best})"

TESTING = """
test_loss, test_accuracy = model.evaluate(test_images, test_labels, verbose=0)
print(f"test: loss {test_loss:.4f}, accuracy {test_accuracy:.2%}")"""


def keras_parts(recipe: Recipe, comments: Comments, *, takes_argument: bool) -> list[Part]:
    """Return the parts of a script that makes a run of this recipe in Keras' way."""
    weights = first_weights(recipe)
    batches = BATCHES.strip().format(batches=recipe.batches_per_epoch, size=recipe.batch_size)
    return [
        Part("", imports("sys" if takes_argument else "", packages=("keras", "numpy as np"))),
        *data_parts(recipe.data, comments, takes_argument=takes_argument),
        *([Part(comments.weights, weights)] if weights else []),
        Part(comments.network, _network(recipe)),
        Part(comments.compile, COMPILING.strip().format(optimizer=_optimizer(recipe))),
        *([Part(comments.rates, rates(recipe))] if rates(recipe) else []),
        *([Part(comments.order, batches)] if recipe.shuffle else []),
        Part(comments.losses, _losses(recipe)),
        Part(comments.train, _fitting(recipe)),
        Part(comments.test, TESTING.strip()),
    ]


def _network(recipe: Recipe) -> str:
    kinds = [(layer.units, layer.activation.keras_name) for layer in recipe.architecture.hidden]
    first = "first_weights" if first_weights(recipe) else '"zeros"'
    lines = [
        f'    keras.layers.Dense({units}, activation="{activation}", kernel_initializer={first}),'
        for units, activation in [*kinds, (10, "softmax")]
    ]
    return "\n".join(["model = keras.Sequential([", "    keras.Input((28 * 28,)),", *lines, "])"])


def _optimizer(recipe: Recipe) -> str:
    """Return the optimizer's name where Keras would give it just these values, else the optimizer."""
    is_usual = recipe.learning_rate == USUAL_RATES[recipe.optimizer] and not recipe.weight_decay
    return f'"{OPTIMIZERS[recipe.optimizer].lower()}"' if is_usual else optimizer(recipe)


def _losses(recipe: Recipe) -> str:
    return LOSSES.strip().format(
        batches=recipe.batches_per_epoch,
        shuffle=SHUFFLE.format(seed=recipe.seed) if recipe.shuffle else "",
        at_rate="" if recipe.schedule is Schedule.CONSTANT else AT_RATE,
        validation=VALIDATION if recipe.data.of_validation else "",
    )


def _fitting(recipe: Recipe) -> str:
    data = "batches" if recipe.shuffle else f"images, labels, batch_size={recipe.batch_size}"
    lines = [f"model.fit({data}, epochs={recipe.epochs}, shuffle=False, verbose=0,"]
    if recipe.data.of_validation:
        lines.append("          validation_data=(validation_images, validation_labels),")
    callbacks = ["Losses()"]
    if recipe.patience or recipe.best_weights:
        callbacks.append(EARLY.format(patience=recipe.patience or recipe.epochs, best=recipe.best_weights))
    return "\n".join([*lines, f"          callbacks=[{', '.join(callbacks)}])"])
