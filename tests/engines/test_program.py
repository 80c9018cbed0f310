"""The compiled loop against Keras, and against itself line by line."""

import gc
import weakref
from pathlib import Path

import keras
import numpy as np
import pytest

from digitpad.data.mnist import Dataset
from digitpad.engines.models import naive_model
from digitpad.engines.program import Execution, TrainingProgram, best_execution, training_program
from digitpad.network.architecture import ARTICLE, Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.runs.checkpoint import untrained
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE, Optimizer
from tests.conftest import BATCH_SIZE, FreshPython
from tests.engines.keras_twin import ARCHITECTURES, Hidden, as_inputs, keras_losses, keras_twin

EACH_OPTIMIZER = pytest.mark.parametrize("optimizer", list(Optimizer), scope="module")
"""One after the other, so that what is compiled for one is there in all tests of it: four programs are kept."""

BATCHES = 30
WEIGHTS = untrained(KERAS_RECIPE).weights
KERAS = {
    Optimizer.NAIVE_SGD: keras.optimizers.SGD,
    Optimizer.SGD: keras.optimizers.SGD,
    Optimizer.RMSPROP: keras.optimizers.RMSprop,
    Optimizer.ADAM: keras.optimizers.Adam,
}

COMPILED = """
import gc, os, sys
from pathlib import Path
os.environ["DIGITPAD_PROGRAMS"] = sys.argv[1]
from digitpad.app import main
from tests.shared_programs import share_programs
share_programs()
for images in ("256", "256", "300"):
    assert main(["train", "--images", images, "--epochs", "1", "--hidden", "none"]) == 0
    print(len(list(Path(sys.argv[1]).iterdir())))
    from digitpad.engines.program import training_program
    training_program.cache_clear()
    gc.collect()
"""
"""What the compiler has made: for whole batches, for the same network anew, and with a smaller batch too."""


@pytest.fixture(scope="module")
def chunk(small_dataset: Dataset) -> tuple[np.ndarray, np.ndarray]:
    """Thirty batches side by side: uint8 (30, 32, 784) and (30, 32)."""
    count = BATCHES * BATCH_SIZE
    return (
        small_dataset.train_images[:count].reshape(BATCHES, BATCH_SIZE, 784),
        small_dataset.train_labels[:count].reshape(BATCHES, BATCH_SIZE),
    )


def ready(optimizer: Optimizer, execution: Execution) -> TrainingProgram:
    """Return the program with a fresh network in it."""
    program = training_program(ARTICLE, optimizer, execution)
    program.load(WEIGHTS)
    return program


def rates(count: int, learning_rate: float = 1e-3) -> np.ndarray:
    return np.full(count, learning_rate, np.float32)


@EACH_OPTIMIZER
def test_thirty_compiled_batches_are_those_of_keras(
    optimizer: Optimizer, chunk: tuple[np.ndarray, np.ndarray], small_dataset: Dataset
) -> None:
    program = ready(optimizer, best_execution())
    losses = program.run(*chunk, rates(BATCHES, 2e-3))
    twin = keras_twin(WEIGHTS, KERAS[optimizer](2e-3))
    expected = keras_losses(twin, small_dataset.train_images, small_dataset.train_labels, BATCH_SIZE, BATCHES)
    assert losses.dtype == np.float32
    np.testing.assert_allclose(losses, expected, rtol=0, atol=2e-5)
    for weight, same in zip(program.weights(), twin.get_weights(), strict=True):
        np.testing.assert_allclose(weight, same, rtol=0, atol=2e-5)
    images = small_dataset.test_images
    np.testing.assert_allclose(program.predict(images), twin(as_inputs(images)), atol=1e-5)


@pytest.mark.parametrize("execution", [Execution.XLA, Execution.GRAPH])
def test_compiled_and_line_by_line_are_the_same(
    execution: Execution, chunk: tuple[np.ndarray, np.ndarray]
) -> None:
    if execution is Execution.XLA and best_execution() is not Execution.XLA:
        pytest.skip("this TensorFlow has no XLA")
    compiled = ready(Optimizer.RMSPROP, execution).run(*chunk, rates(BATCHES))
    eager = ready(Optimizer.RMSPROP, Execution.EAGER).run(*chunk, rates(BATCHES))
    np.testing.assert_allclose(compiled, eager, rtol=1e-5)
    assert compiled[-1] < compiled[0] / 2


@EACH_OPTIMIZER
def test_what_comes_seldom_trains_as_well(optimizer: Optimizer, chunk: tuple[np.ndarray, np.ndarray]) -> None:
    program = ready(optimizer, best_execution())
    loss, weights = program.run(*chunk, rates(1)), program.weights()
    program = ready(optimizer, best_execution())
    images, labels = (array[:1] for array in chunk)
    np.testing.assert_allclose(program.run(images, labels, rates(1), seldom=True), loss, rtol=1e-5)
    for weight, same in zip(program.weights(), weights, strict=True):
        np.testing.assert_allclose(weight, same, rtol=0, atol=2e-5)


def test_what_was_compiled_is_found_again_and_an_epochs_smaller_last_batch_is_not_compiled_for(
    tmp_path: Path, fresh_python: FreshPython
) -> None:
    process = fresh_python("-c", COMPILED, tmp_path)
    assert process.returncode == 0, process.stderr
    counts = [int(line) for line in process.stdout.splitlines() if line.isdigit()]
    assert counts[0] > 0
    assert counts[1:] == counts[:1] * 2


@pytest.mark.parametrize("learning_rate", [1e-2, 0.1])
def test_what_is_surely_wrong_is_learnt_from_line_by_line_too(
    learning_rate: float, chunk: tuple[np.ndarray, np.ndarray]
) -> None:
    """Uniform weights and long steps make probabilities of 0 in float32, which a loss must not cut off."""
    losses = []
    for execution in (best_execution(), Execution.EAGER):
        program = training_program(ARTICLE, Optimizer.NAIVE_SGD, execution)
        program.load(untrained(FROM_SCRATCH_RECIPE).weights)
        losses.append(program.run(*chunk, rates(4, learning_rate)))
    np.testing.assert_allclose(*losses, rtol=1e-4)
    assert losses[0].max() > -np.log(1e-7)


@pytest.mark.parametrize("execution", [best_execution(), Execution.EAGER])
def test_only_as_many_batches_as_asked_for_are_learnt_from(
    execution: Execution, chunk: tuple[np.ndarray, np.ndarray]
) -> None:
    program = ready(Optimizer.RMSPROP, execution)
    assert program.run(*chunk, rates(0)).shape == (0,)
    for weight, first in zip(program.weights(), WEIGHTS, strict=True):
        np.testing.assert_array_equal(weight, first)
    images, labels = chunk
    next_images, next_labels = (np.roll(array, -3, axis=0) for array in chunk)  # as many: compiled once
    in_two_calls = [*program.run(images, labels, rates(3)), *program.run(next_images, next_labels, rates(4))]
    # Had the first call gone on, the optimizer would remember gradients that it was not asked for.
    at_once = ready(Optimizer.RMSPROP, execution).run(images, labels, rates(7))
    assert at_once.shape == (7,)
    np.testing.assert_array_equal(in_two_calls, at_once)


def test_each_batch_has_a_learning_rate_of_its_own(chunk: tuple[np.ndarray, np.ndarray]) -> None:
    images, labels = chunk
    at_once = ready(Optimizer.SGD, best_execution())
    losses = at_once.run(images, labels, np.array([0.5, 0, 0.25], np.float32))
    twin = keras_twin(WEIGHTS)
    expected = []
    for number, rate in enumerate((0.5, 0, 0.25)):
        twin.optimizer.learning_rate = rate
        expected += keras_losses(twin, images[number], labels[number], BATCH_SIZE, 1)
    np.testing.assert_allclose(losses, expected, rtol=0, atol=1e-5)
    for weight, same in zip(at_once.weights(), twin.get_weights(), strict=True):
        np.testing.assert_allclose(weight, same, rtol=0, atol=1e-5)


@pytest.mark.parametrize("optimizer", [Optimizer.RMSPROP, Optimizer.ADAM])
def test_a_run_loaded_without_slots_starts_with_a_fresh_optimizer(
    optimizer: Optimizer, chunk: tuple[np.ndarray, np.ndarray]
) -> None:
    program = ready(optimizer, best_execution())
    first = program.run(*chunk, rates(5))
    assert any(slot.any() for slot in program.slots())
    program.load(WEIGHTS)
    assert not any(slot.any() for slot in program.slots())
    np.testing.assert_array_equal(program.run(*chunk, rates(5)), first)


def test_what_is_taken_out_is_a_copy(chunk: tuple[np.ndarray, np.ndarray]) -> None:
    program = ready(Optimizer.RMSPROP, best_execution())
    weights, slots = program.weights(), program.slots()
    program.run(*chunk, rates(1))
    np.testing.assert_array_equal(weights[0], WEIGHTS[0])
    assert not any(slot.any() for slot in slots)


@pytest.mark.parametrize("optimizer", [Optimizer.SGD, Optimizer.RMSPROP, Optimizer.ADAM])
def test_weights_decay_as_the_optimizers_own_argument_says(
    optimizer: Optimizer, chunk: tuple[np.ndarray, np.ndarray], small_dataset: Dataset
) -> None:
    execution = best_execution() if optimizer is Optimizer.SGD else Execution.GRAPH
    program = training_program(ARTICLE, optimizer, execution, 1.0)
    program.load(WEIGHTS)
    slots = [slot.shape for slot in program.slots()]
    losses = program.run(*chunk, rates(BATCHES, 2e-3))
    twin = keras_twin(WEIGHTS, KERAS[optimizer](2e-3, weight_decay=1.0))
    expected = keras_losses(twin, small_dataset.train_images, small_dataset.train_labels, BATCH_SIZE, BATCHES)
    np.testing.assert_allclose(losses, expected, rtol=0, atol=2e-5)
    decayed = program.weights()
    for weight, same in zip(decayed, twin.get_weights(), strict=True):
        np.testing.assert_allclose(weight, same, rtol=0, atol=2e-5)
    undecayed = ready(optimizer, execution)
    assert [slot.shape for slot in undecayed.slots()] == slots
    undecayed.run(*chunk, rates(BATCHES, 2e-3))
    assert np.abs(decayed[0]).sum() < 0.97 * np.abs(undecayed.weights()[0]).sum()


def test_one_program_for_an_architecture_and_an_optimizer() -> None:
    program = training_program(ARTICLE, Optimizer.SGD, Execution.GRAPH)
    assert training_program(Architecture(), Optimizer.SGD, Execution.GRAPH) is program
    assert training_program(ARTICLE, Optimizer.ADAM, Execution.GRAPH) is not program
    assert training_program(ARTICLE, Optimizer.SGD, Execution.GRAPH, 0.01) is not program
    assert training_program(Architecture(()), Optimizer.SGD, Execution.GRAPH) is not program


def test_programs_of_an_architecture_hold_its_weights_once() -> None:
    architecture = Architecture((HiddenLayer(7),))
    by_sgd, by_adam = (
        training_program(architecture, optimizer, Execution.GRAPH) for optimizer in (Optimizer.SGD, Optimizer.ADAM)
    )
    weights = initial_snapshot(architecture, Initializer.GLOROT_UNIFORM, 1).weights
    by_sgd.load(weights)
    for held, given in zip(by_adam.weights(), weights, strict=True):
        np.testing.assert_array_equal(held, given)


@pytest.mark.parametrize("optimizer", [Optimizer.NAIVE_SGD, Optimizer.ADAM])
def test_a_program_that_is_forgotten_is_freed_with_its_graphs(
    optimizer: Optimizer, chunk: tuple[np.ndarray, np.ndarray]
) -> None:
    def graphs() -> int:
        gc.collect()
        return sum(type(thing).__name__ == "FuncGraph" for thing in gc.get_objects())

    before = graphs()
    program = TrainingProgram(naive_model(Architecture((HiddenLayer(8),))), optimizer, Execution.GRAPH)
    program.run(*chunk, rates(1))
    program.predict(chunk[0][0])
    assert graphs() > before
    gone = weakref.ref(program)
    del program
    assert graphs() == before
    assert gone() is None


@pytest.mark.parametrize(
    ("hidden", "optimizer"),
    [
        *((hidden, Optimizer.SGD) for hidden in ARCHITECTURES),
        *((ARCHITECTURES[-1], optimizer) for optimizer in Optimizer if optimizer is not Optimizer.SGD),
    ],
)
def test_steps_of_other_architectures_are_those_of_keras(
    hidden: Hidden, optimizer: Optimizer, chunk: tuple[np.ndarray, np.ndarray], small_dataset: Dataset
) -> None:
    architecture = Architecture(tuple(HiddenLayer(units, Activation(name)) for name, units in hidden))
    weights = initial_snapshot(architecture, Initializer.GLOROT_UNIFORM, 1).weights
    program = TrainingProgram(naive_model(architecture), optimizer, Execution.GRAPH)
    program.load(weights)
    losses = program.run(*chunk, rates(10, 2e-3))
    twin = keras_twin(weights, KERAS[optimizer](2e-3), hidden)
    expected = keras_losses(twin, small_dataset.train_images, small_dataset.train_labels, BATCH_SIZE, 10)
    np.testing.assert_allclose(losses, expected, rtol=0, atol=2e-5)
    for weight, same in zip(program.weights(), twin.get_weights(), strict=True):
        np.testing.assert_allclose(weight, same, rtol=0, atol=2e-5)
    images = small_dataset.test_images
    np.testing.assert_allclose(program.predict(images), twin(as_inputs(images)), atol=1e-5)
