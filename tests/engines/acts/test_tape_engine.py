"""A step taken act by act: what it tells is what the page's own lines have made, and what the run gains."""

import importlib.util
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import repeat
from pathlib import Path
from types import ModuleType
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from digitpad.arrays import WHITE, Images
from digitpad.data.mnist import Dataset
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.engines.acts.pages import first_page
from digitpad.engines.acts.protocol import Go, Preparing, Told
from digitpad.engines.acts.tape import SHOWN, Act, Stop
from digitpad.engines.acts.tape_engine import TapeEngine
from digitpad.engines.acts.tracer import LineTracer
from digitpad.engines.loop import TrainingLoop
from digitpad.engines.program import best_execution
from digitpad.engines.protocol import Job
from digitpad.handwriting.augmentation import Augmentation
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.network.slope import BatchLoss
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced, CheckpointTaken, DivergedError, Scored
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.textbook import network, training
from digitpad.textbook.network import NaiveDense, NaiveSequential
from tests.conftest import GENEROUS_SECONDS
from tests.engines.acts.stepping import Goes, stops, told

RECIPE = Recipe(batch_size=32, data=TrainingData(count=1000))
DEEP = Architecture((HiddenLayer(20, Activation.TANH), HiddenLayer(12, Activation.SIGMOID)))
BEFORE = 3
"""Batches that are done before the step that is looked at."""


def compiled(dataset: Dataset, recipe: Recipe, batches: int, checkpoint: Checkpoint | None = None) -> Checkpoint:
    """Return a run's state after further compiled batches."""
    loop = TrainingLoop(recipe, dataset, best_execution(), checkpoint)
    loop.attach()
    while batches:
        batches -= len(loop.advance(batches).losses)
    found = loop.checkpoint()
    loop.detach()
    return found


@pytest.mark.parametrize("initializer", list(Initializer))
@pytest.mark.parametrize("optimizer", list(Optimizer))  # below: what is compiled is kept for a few of them only
def test_a_stepped_batch_leaves_what_a_compiled_one_leaves(
    small_dataset: Dataset, optimizer: Optimizer, initializer: Initializer
) -> None:
    recipe = replace(RECIPE, optimizer=optimizer, initializer=initializer)
    begun = compiled(small_dataset, recipe, BEFORE)
    expected = compiled(small_dataset, recipe, 1, begun)
    *_, advanced, taken = told(small_dataset, Job(recipe, begun), repeat(Go.CARD))
    assert isinstance(advanced, Advanced)
    assert isinstance(taken, CheckpointTaken)
    assert advanced.first_batch == BEFORE
    assert len(advanced.losses) == 1
    stepped = taken.checkpoint
    assert stepped.snapshot.updates == BEFORE + 1
    # Uniform weights make logits of some hundred, whose rounding alone moves what an optimizer divides by.
    tolerance = 1e-6 if initializer is Initializer.GLOROT_UNIFORM else 0.01 * recipe.learning_rate
    for ours, theirs in zip(stepped.snapshot.weights, expected.snapshot.weights, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=tolerance)
    for slot, same in zip(stepped.slots, expected.slots, strict=True):
        np.testing.assert_allclose(slot, same, rtol=1e-3, atol=tolerance)


UPDATES = {
    Optimizer.NAIVE_SGD: lambda: (partial(training.update_weights, learning_rate=2e-3), None),
    Optimizer.SGD: lambda: _keras_update(keras.optimizers.SGD(2e-3)),
    Optimizer.RMSPROP: lambda: _keras_update(keras.optimizers.RMSprop(2e-3)),
    Optimizer.ADAM: lambda: _keras_update(keras.optimizers.Adam(2e-3)),
}


def _keras_update(optimizer: keras.optimizers.Optimizer) -> tuple[training.Update, keras.optimizers.Optimizer]:
    return training.optimizer_update(optimizer), optimizer


@pytest.fixture
def double_precision() -> Iterator[None]:
    """Have Keras reckon in float64."""
    usual = keras.config.floatx(), keras.config.dtype_policy()
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    yield
    keras.config.set_floatx(usual[0])
    keras.config.set_dtype_policy(usual[1])


def double_model() -> NaiveSequential:
    """Return 784 → 24 tanh → 10 with seeded float64 weights."""
    rng = np.random.default_rng(5)

    def normal(shape: tuple[int, int]) -> tf.Tensor:
        return tf.constant(rng.normal(0, 0.05, shape))

    model = NaiveSequential(
        [NaiveDense(784, 24, tf.nn.tanh, normal), NaiveDense(24, 10, keras.activations.softmax, normal)]
    )
    for layer in model.layers:
        layer.b = tf.Variable(tf.zeros(layer.b.shape, tf.float64))
    return model


@pytest.mark.usefixtures("double_precision")
@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_in_float64_traced_and_compiled_steps_agree_to_the_ninth_digit(
    small_dataset: Dataset, optimizer: Optimizer
) -> None:
    images = tf.constant(small_dataset.train_images[:32].astype(np.float64) / WHITE)
    labels = tf.constant(small_dataset.train_labels[:32].astype(np.int64))
    ended = []
    for is_traced in (True, False):
        model = double_model()
        update, keras_optimizer = UPDATES[optimizer]()
        if keras_optimizer is not None:
            keras_optimizer.build(model.weights)
        step = training.one_training_step
        tracer = LineTracer(step.__code__, {training.__file__, network.__file__}, lambda line: None)
        compiled_step = tf.function(step, jit_compile=best_execution() == "xla", autograph=False)
        for _ in range(3):
            if is_traced:
                with tracer.tracing():
                    step(model, images, labels, update)
            else:
                compiled_step(model, images, labels, update)
        slots = [] if keras_optimizer is None else keras_optimizer.variables
        ended.append([np.asarray(value, np.float64) for value in (*model.weights, *slots)])
    for traced, other in zip(*ended, strict=True):
        np.testing.assert_allclose(traced, other, rtol=0, atol=1e-9)


def test_each_act_is_complete_once_and_in_order(small_dataset: Dataset) -> None:
    found = stops(small_dataset, Job(RECIPE), Go.CARD)
    assert [stop.tape.complete for stop in found] == list(Act)
    assert [stop.place is None for stop in found] == [False] * 6 + [True]
    lines = [stop.place.page.lines[stop.place.line].strip() for stop in found if stop.place is not None]
    assert lines[1].startswith("per_sample_losses = ")  # what runs next
    assert lines[4] == "update(gradients, model.weights)"
    assert lines[5] == "return average_loss"


@pytest.mark.parametrize("architecture", [Architecture(()), Architecture((HiddenLayer(16),)), DEEP])
def test_what_the_cards_show_follows_from_the_weights(small_dataset: Dataset, architecture: Architecture) -> None:
    recipe = replace(RECIPE, architecture=architecture, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1)
    tape = stops(small_dataset, Job(recipe), Go.CARD)[-1].tape
    assert tape.batch is not None
    assert tape.losses is not None
    assert tape.probabilities is not None
    assert tape.gradients is not None
    assert tape.after is not None
    assert tape.again is not None
    assert tape.batch.size == 32
    assert [layer.w_shape for layer in tape.layers] == [shape for shape in architecture.shapes if len(shape) == 2]
    names = [layer.activation.value for layer in architecture.hidden]
    assert [layer.activation for layer in tape.layers] == [*names, "softmax"]
    np.testing.assert_array_equal(tape.layers[-1].outputs, tape.probabilities)
    np.testing.assert_allclose(tape.probabilities.sum(axis=1), 1, atol=1e-5)
    of_labels = tape.probabilities[np.arange(32), tape.batch.labels]
    np.testing.assert_allclose(tape.losses, -np.log(of_labels), rtol=1e-4, atol=1e-5)
    assert tape.mean == pytest.approx(tape.losses.mean(), rel=1e-5)
    for old, slope, new in zip(tape.before, tape.gradients, tape.after, strict=True):
        np.testing.assert_allclose(new, old - np.float32(0.1) * slope, rtol=0, atol=1e-7)
    assert tape.again.mean < tape.mean
    assert tape.again.mean == pytest.approx(tape.again.losses.mean(), rel=1e-5)


def test_line_by_line_it_goes_through_the_layers_and_back(small_dataset: Dataset) -> None:
    recipe = replace(RECIPE, architecture=DEEP, optimizer=Optimizer.NAIVE_SGD)
    found = stops(small_dataset, Job(recipe), Go.LINE)
    functions = [stop.place.page.function for stop in found if stop.place is not None]
    assert functions.count("NaiveDense.__call__") == 3
    assert "update_weights" in functions
    assert functions[0] == functions[-1] == "one_training_step"
    assert next(len(stop.tape.layers) for stop in found if stop.tape.act is Act.FORWARD) == 1
    in_a_layer = next(stop for stop in found if stop.place and stop.place.page.function == "NaiveDense.__call__")
    assert in_a_layer.place is not None
    assert [page.function for page, _ in in_a_layer.place.calls] == [
        "one_training_step",
        "NaiveSequential.__call__",
    ]
    # One tensor after the other is updated, and only the last makes the update complete.
    moved = [
        sum(not np.array_equal(new, old) for new, old in zip(stop.tape.after, stop.tape.before, strict=True))
        for stop in found
        if stop.tape.after is not None and stop.tape.again is None
    ]
    assert sorted(moved) == moved
    assert set(moved) == {1, 2, 3, 4, 5, 6}
    assert [stop.tape.updated for stop in found[-3:]] == [False, True, True]


def test_a_step_that_is_given_up_changes_nothing(small_dataset: Dataset) -> None:
    begun = compiled(small_dataset, RECIPE, BEFORE)
    kept = [weight.copy() for weight in begun.snapshot.weights]
    for count in (0, 1, 5, 12):
        heard = told(small_dataset, Job(RECIPE, begun), [Go.LINE] * count)
        assert all(isinstance(event, Stop) for event in heard)
        assert len(heard) == count
    for weight, before in zip(begun.snapshot.weights, kept, strict=True):
        np.testing.assert_array_equal(weight, before)
    once, again = (told(small_dataset, Job(RECIPE, begun), repeat(Go.END))[-1] for _ in range(2))
    assert isinstance(once, CheckpointTaken)
    assert isinstance(again, CheckpointTaken)
    for ours, theirs in zip(once.checkpoint.snapshot.weights, again.checkpoint.snapshot.weights, strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-6)


def test_of_a_large_batch_some_pictures_are_shown_and_all_counted(small_dataset: Dataset) -> None:
    recipe = replace(RECIPE, batch_size=1000, architecture=Architecture((HiddenLayer(8),)))
    tape = stops(small_dataset, Job(recipe), Go.CARD)[-1].tape
    assert tape.batch is not None
    assert tape.losses is not None
    assert tape.probabilities is not None
    assert tape.batch.size == len(tape.losses) == 1000
    assert len(tape.batch.images) == len(tape.probabilities) == len(tape.layers[0].outputs) == SHOWN
    assert tape.layers[0].inputs_shape == (1000, 784)
    assert tape.mean == pytest.approx(tape.losses.mean(), rel=1e-5)


def test_images_that_are_not_ready_are_waited_for(small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = replace(RECIPE, data=TrainingData(TrainingImages.VARIED, count=1000))
    is_said = threading.Event()
    augment = Augmentation.augment
    heard: list[Told] = []

    def late(*arguments: Any) -> Images:
        assert is_said.wait(GENEROUS_SECONDS)
        return augment(*arguments)

    def hear(event: Told) -> None:
        heard.append(event)
        if isinstance(event, Preparing):
            is_said.set()

    monkeypatch.setattr(Augmentation, "augment", late)
    TapeEngine(small_dataset).run(Job(recipe), hear, Goes(repeat(Go.END)))
    assert is_said.is_set()
    assert isinstance(heard[-1], CheckpointTaken)


def test_at_an_epoch_s_end_the_test_images_are_read(small_dataset: Dataset) -> None:
    begun = compiled(small_dataset, RECIPE, RECIPE.batches_per_epoch - 1)
    advanced, scored = told(small_dataset, Job(RECIPE, begun), repeat(Go.END))[-3:-1]
    assert isinstance(advanced, Advanced)
    assert isinstance(scored, Scored)
    assert scored.scores.test is not None
    assert advanced.accuracy == scored.scores.test.accuracy


def test_without_test_images_an_epoch_s_end_is_measured_on_what_was_learnt(small_dataset: Dataset) -> None:
    begun = compiled(small_dataset, RECIPE, RECIPE.batches_per_epoch - 1)
    untested = replace(
        small_dataset, test_images=small_dataset.test_images[:0], test_labels=small_dataset.test_labels[:0]
    )
    *_, scored, _ = told(untested, Job(RECIPE, begun), repeat(Go.END))
    assert isinstance(scored, Scored)
    assert scored.scores.test is None
    assert scored.scores.training is not None


def test_a_loss_that_is_no_number_is_said(small_dataset: Dataset) -> None:
    recipe = replace(RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=1e38)
    begun = told(small_dataset, Job(replace(recipe, learning_rate=1e30)), repeat(Go.END))[-1]
    assert isinstance(begun, CheckpointTaken)
    with pytest.raises(DivergedError):
        told(small_dataset, Job(recipe, replace(begun.checkpoint, learning_rate=1e38)), repeat(Go.CARD))


def copy_of_the_page(folder: Path, line: str, inserted: str) -> ModuleType:
    """Return the page with a line inserted after ``line``, as a module."""
    source = Path(training.__file__).read_text("utf-8").split("\n")
    place = next(number for number, text in enumerate(source) if text.strip().startswith(line))
    indent = len(source[place]) - len(source[place].lstrip())
    source.insert(place + 1, " " * indent + inserted)
    path = folder / "page.py"
    path.write_text("\n".join(source), "utf-8")
    spec = importlib.util.spec_from_file_location("page", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_line_that_a_class_inserts_is_followed(
    small_dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = replace(RECIPE, optimizer=Optimizer.NAIVE_SGD)
    usual = stops(small_dataset, Job(recipe), Go.CARD)
    page = copy_of_the_page(tmp_path, "average_loss = ", "average_loss = average_loss * 2")
    monkeypatch.setattr(training, "one_training_step", page.one_training_step)
    found = stops(small_dataset, Job(recipe), Go.CARD)
    texts = [stop.place.page.lines[stop.place.line].strip() for stop in found if stop.place is not None]
    assert "average_loss = average_loss * 2" in texts  # the line at which the mean is known, and runs next
    assert [stop.tape.complete for stop in found] == list(Act)
    ours, theirs = found[-1].tape, usual[-1].tape
    assert ours.mean is not None
    assert theirs.mean is not None
    assert ours.losses is not None
    assert ours.mean == pytest.approx(2 * theirs.mean, rel=1e-6)
    assert ours.mean == pytest.approx(2 * ours.losses.mean(), rel=1e-5)
    assert ours.gradients is not None
    assert theirs.gradients is not None
    for doubled, single in zip(ours.gradients, theirs.gradients, strict=True):
        np.testing.assert_allclose(doubled, 2 * single, rtol=1e-4, atol=1e-7)
    assert ours.after is not None
    for new, old, slope in zip(ours.after, ours.before, ours.gradients, strict=True):
        np.testing.assert_allclose(new, old - np.float32(1e-3) * slope, rtol=0, atol=1e-7)
    lines = stops(small_dataset, Job(recipe), Go.LINE)
    means = [stop.tape.mean for stop in lines if stop.tape.mean is not None]
    assert means[0] == pytest.approx(theirs.mean, rel=1e-6)
    assert means[1] == pytest.approx(ours.mean)


def test_the_page_can_be_read_before_it_can_run() -> None:
    page = first_page()
    assert (page.function, page.file) == ("one_training_step", "training.py")
    source = Path(training.__file__).read_text("utf-8").split("\n")
    assert source[page.first - 1 : page.first - 1 + len(page.lines)] == list(page.lines)
    with_line = next(number for number, line in enumerate(page.lines) if "GradientTape" in line)
    assert page.statements[with_line] == (with_line, with_line)
    assert page.statements[0] == (0, next(n for n, line in enumerate(page.lines) if line.startswith(") ->")))


@pytest.mark.usefixtures("double_precision")
def test_slopes_reckoned_anew_are_those_of_the_tape(small_dataset: Dataset) -> None:
    images = small_dataset.train_images[:32].astype(np.float64) / WHITE
    labels = small_dataset.train_labels[:32]
    model, found = double_model(), []
    weights = [weight.numpy() for weight in model.weights]
    training.one_training_step(
        model, tf.constant(images), tf.constant(labels.astype(np.int64)), lambda slopes, _: found.extend(slopes)
    )
    architecture = Architecture((HiddenLayer(24, Activation.TANH),))
    rng = np.random.default_rng(2)
    for tensor, slopes in enumerate(found):
        of_tensor = slopes.numpy()
        steepest = np.unravel_index(np.abs(of_tensor).argmax(), of_tensor.shape)
        anywhere = tuple(int(rng.integers(0, size)) for size in of_tensor.shape)
        for index in (tuple(int(i) for i in steepest), anywhere):
            slope = BatchLoss(architecture, weights, images, labels, tensor, index).slope(1e-5)
            assert slope.quotient == pytest.approx(of_tensor[index], rel=1e-6, abs=1e-9)
