"""Keras' own ``fit`` on our batches: the losses of the lesson's loop, and a run that either can go on with."""

import gc
import threading
from collections.abc import Iterator
from dataclasses import replace

import keras
import numpy as np
import pytest
import tensorflow as tf

from digitpad.data.mnist import Dataset, load_dataset
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.engines.batches import RunBatches
from digitpad.engines.keras.feed import BatchFeed
from digitpad.engines.keras.keras_engine import KerasEngine
from digitpad.engines.keras.program import BATCH_LOSS, KerasProgram
from digitpad.engines.lesson import lesson_engine
from digitpad.engines.models import naive_model
from digitpad.engines.protocol import Engine, FreeRun, Job, Step
from digitpad.engines.tensorflow_engine import CHECKPOINT_SECONDS, TensorFlowEngine
from digitpad.errors import GivenUpError
from digitpad.handwriting.varied_images import VariedImages
from digitpad.network.architecture import ARTICLE, Activation, Architecture, HiddenLayer
from digitpad.runs.by_hand import ByHand
from digitpad.runs.checkpoint import Checkpoint, slot_specs, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, DivergedError, Event, Intervened, SnapshotTaken
from digitpad.runs.moments.plan import planned
from digitpad.runs.recipe import Loop, Optimizer, Recipe, Schedule
from digitpad.textbook.training import one_training_step, optimizer_update
from tests.conftest import BATCH_SIZE, TRAIN_IMAGES

SMALL = Recipe(
    epochs=2,
    batch_size=BATCH_SIZE,
    architecture=Architecture((HiddenLayer(32), HiddenLayer(24, Activation.TANH))),
    data=TrainingData(count=TRAIN_IMAGES),
)
"""31 batches of 32 and a last one of 8, twice."""

DEEP = Architecture((HiddenLayer(24, Activation.SIGMOID), HiddenLayer(20, Activation.NONE), HiddenLayer(16)))

EACH_OPTIMIZER = pytest.mark.parametrize("optimizer", list(Optimizer), scope="module")
"""One after the other, so that what is compiled for one is there in all tests of it: two of Keras are kept."""

TOLERANCES = {Optimizer.NAIVE_SGD: 1e-5, Optimizer.SGD: 1e-5, Optimizer.RMSPROP: 2e-2, Optimizer.ADAM: 2e-2}
"""In float32, of a loss in the first 200 batches: RMSprop and Adam enlarge rounding where gradients are small."""


def heard(engine: Engine, job: Job, control: FreeRun | None = None) -> list[Event]:
    events: list[Event] = []
    engine.run(job, events.append, control or FreeRun())
    return events


def losses_of(events: list[Event]) -> list[float]:
    return [float(loss) for event in events if isinstance(event, Advanced) for loss in event.losses]


def last_checkpoint(events: list[Event]) -> Checkpoint:
    assert isinstance(events[-1], CheckpointTaken)
    return events[-1].checkpoint


class Until(FreeRun):
    """Ends a run after so many batches."""

    def __init__(self, batches: int) -> None:
        super().__init__()
        self.batches = batches

    def seconds_for(self, batch: int) -> float:
        self.end_wanted = batch + 1 >= self.batches
        return 0.0


@pytest.fixture
def double_precision() -> Iterator[None]:
    """Have Keras reckon in float64."""
    usual = keras.config.floatx(), keras.config.dtype_policy()
    keras.config.set_floatx("float64")
    keras.config.set_dtype_policy("float64")
    yield
    keras.config.set_floatx(usual[0])
    keras.config.set_dtype_policy(usual[1])


OPTIMIZERS = {
    Optimizer.SGD: keras.optimizers.SGD,
    Optimizer.RMSPROP: keras.optimizers.RMSprop,
    Optimizer.ADAM: keras.optimizers.Adam,
}


class Losses(keras.callbacks.Callback):
    """Hears the loss of each batch as Keras tells it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[float] = []

    def on_train_batch_end(self, batch: int, logs: dict[str, float]) -> None:
        self.heard.append(logs[BATCH_LOSS])


class TestLosses:
    @pytest.mark.usefixtures("double_precision")
    @pytest.mark.parametrize(
        ("architecture", "optimizer"),
        [
            (ARTICLE, Optimizer.RMSPROP),
            (Architecture(()), Optimizer.SGD),
            (DEEP, Optimizer.ADAM),
        ],
    )
    def test_of_fit_in_float64_are_those_of_the_lessons_step(
        self, architecture: Architecture, optimizer: Optimizer, small_dataset: Dataset
    ) -> None:
        recipe = replace(SMALL, architecture=architecture, optimizer=optimizer, shuffle=True)
        weights = untrained(recipe).weights
        program = KerasProgram(architecture, optimizer)
        program.load(weights)
        program.use_rate(1e-3)
        feed, listener = BatchFeed(RunBatches(small_dataset, recipe), lambda: True), Losses()
        feed.count = recipe.batches_per_epoch
        program.model.fit(feed, shuffle=False, verbose=0, callbacks=[listener])

        lesson, update = naive_model(architecture), optimizer_update(OPTIMIZERS[optimizer](1e-3))
        for layer, (matrix, bias) in zip(
            lesson.layers, zip(weights[::2], weights[1::2], strict=True), strict=True
        ):
            layer.W, layer.b = tf.Variable(matrix, dtype=tf.float64), tf.Variable(bias, dtype=tf.float64)
        batches = RunBatches(small_dataset, recipe)
        expected = []
        for number in range(recipe.batches_per_epoch):
            images, labels, _ = batches.take(number, 1)
            inputs = (images[0].astype(np.float32) / np.float32(255)).astype(np.float64)
            expected.append(float(one_training_step(lesson, inputs, labels[0], update)))
        assert len(listener.heard) == recipe.batches_per_epoch
        np.testing.assert_allclose(listener.heard, expected, rtol=0, atol=1e-9)

    @EACH_OPTIMIZER
    def test_of_200_batches_of_mnist_are_ours(self, optimizer: Optimizer) -> None:
        recipe, mnist = replace(SMALL, optimizer=optimizer, data=TrainingData()), load_dataset()
        ours, kerass = (
            losses_of(heard(engine(mnist), Job(recipe), Until(200)))[:200]
            for engine in (TensorFlowEngine, KerasEngine)
        )
        assert len(ours) == len(kerass) == 200
        np.testing.assert_allclose(kerass, ours, rtol=0, atol=TOLERANCES[optimizer])

    @pytest.mark.parametrize(
        "recipe",
        [
            replace(SMALL, optimizer=Optimizer.SGD, schedule=Schedule.COSINE, learning_rate=0.1),
            replace(SMALL, optimizer=Optimizer.SGD, batch_size=TRAIN_IMAGES + 1, epochs=4),
            replace(SMALL, optimizer=Optimizer.SGD, batch_size=1, data=TrainingData(count=40)),
        ],
        ids=["a schedule, a smaller last batch", "one smaller batch an epoch", "single images"],
    )
    def test_go_with_schedule_and_batches_as_ours_do(self, recipe: Recipe, small_dataset: Dataset) -> None:
        ours, kerass = (heard(make(small_dataset), Job(recipe)) for make in (TensorFlowEngine, KerasEngine))
        np.testing.assert_allclose(losses_of(kerass), losses_of(ours), rtol=1e-4)
        assert len(losses_of(kerass)) == recipe.total_batches
        shares = [
            [event.accuracy for event in events if isinstance(event, Advanced) and event.accuracy is not None]
            for events in (ours, kerass)
        ]
        assert len(shares[1]) == recipe.epochs
        np.testing.assert_allclose(*shares, atol=0.004)

    def test_of_varied_pictures_too(self) -> None:
        data = TrainingData(TrainingImages.VARIED, count=8 * BATCH_SIZE)
        recipe = replace(SMALL, epochs=2, optimizer=Optimizer.SGD, data=data)
        mnist = load_dataset()
        ours, kerass = (losses_of(heard(make(mnist), Job(recipe))) for make in (TensorFlowEngine, KerasEngine))
        np.testing.assert_allclose(kerass, ours, rtol=1e-4)


class TestGoingOn:
    @EACH_OPTIMIZER
    @pytest.mark.parametrize("first", [TensorFlowEngine, KerasEngine])
    def test_with_what_the_other_has_begun(
        self, optimizer: Optimizer, first: type[Engine], small_dataset: Dataset
    ) -> None:
        recipe = replace(SMALL, optimizer=optimizer)
        second = KerasEngine if first is TensorFlowEngine else TensorFlowEngine
        undisturbed = losses_of(heard(second(small_dataset), Job(recipe)))
        begun = heard(first(small_dataset), Job(recipe), Until(10))
        checkpoint = last_checkpoint(begun)
        specs = [(slot.dtype.name, slot.shape) for slot in checkpoint.slots]
        assert specs == slot_specs(recipe.architecture, optimizer)
        rest = heard(second(small_dataset), Job(recipe, checkpoint))
        np.testing.assert_allclose(losses_of([*begun, *rest]), undisturbed, rtol=0, atol=2e-3)

    def test_the_next_run_begins_with_a_fresh_optimizer(self, small_dataset: Dataset) -> None:
        engine = KerasEngine(small_dataset)
        first = losses_of(heard(engine, Job(SMALL, step=Step.EPOCH)))
        assert losses_of(heard(engine, Job(SMALL, step=Step.EPOCH))) == pytest.approx(first, abs=1e-4)


class TestWhatIsTold:
    def test_of_the_moments_that_are_planned(self, small_dataset: Dataset) -> None:
        events = heard(KerasEngine(small_dataset), Job(SMALL))
        told = {event.snapshot.updates for event in events if isinstance(event, Begun | SnapshotTaken)}
        told |= {event.checkpoint.snapshot.updates for event in events if isinstance(event, CheckpointTaken)}
        assert told >= set(planned(SMALL))

    def test_losses_come_together_at_full_speed_and_one_by_one_at_a_slow_pace(
        self, small_dataset: Dataset
    ) -> None:
        heard(KerasEngine(small_dataset), Job(SMALL))  # compiled now

        class Slow(FreeRun):
            def seconds_for(self, batch: int) -> float:
                return 1.0  # waited for by nobody: FreeRun does not

        def sizes(control: FreeRun) -> list[int]:
            events = heard(KerasEngine(small_dataset), Job(SMALL), control)
            return [len(event.losses) for event in events if isinstance(event, Advanced)]

        assert set(sizes(Slow())) == {1}
        assert sum(sizes(FreeRun())) == SMALL.total_batches
        assert max(sizes(FreeRun())) > 1

    def test_batches_by_hand_are_trained_on_line_by_line(self, small_dataset: Dataset) -> None:
        by_hand = ByHand(small_dataset.train_images[:3], np.array([5, 0, 4], np.uint8), alone=True)
        events = heard(KerasEngine(small_dataset), Job(SMALL, step=Step.BATCH, by_hand=by_hand))
        begun, intervened, advanced, *_ = events
        assert isinstance(begun, Begun)
        assert begun.execution == "eager"
        assert isinstance(intervened, Intervened)
        assert isinstance(advanced, Advanced)


def graphs() -> int:
    gc.collect()
    return sum(type(thing).__name__ == "FuncGraph" for thing in gc.get_objects())


def test_a_step_is_traced_once_and_a_smaller_last_batch_not_again(
    small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, step = [], keras.Sequential.train_step
    monkeypatch.setattr(
        keras.Sequential, "train_step", lambda model, data: steps.append(data) or step(model, data)
    )
    recipe = replace(SMALL, architecture=Architecture((HiddenLayer(17),)))
    engine, before = KerasEngine(small_dataset), graphs()
    heard(engine, Job(recipe, step=Step.EPOCH))
    traced = graphs()
    assert traced > before
    heard(engine, Job(replace(recipe, epochs=4)))
    assert graphs() == traced
    assert len(steps) == 1


def test_sets_of_all_lengths_are_read_by_one_graph(small_dataset: Dataset) -> None:
    program = KerasProgram(ARTICLE, Optimizer.SGD)
    whole = program.predict(small_dataset.test_images[:9])
    before = graphs()
    for count in range(1, 9):
        np.testing.assert_allclose(program.predict(small_dataset.test_images[:count]), whole[:count], rtol=1e-5)
    assert graphs() == before


@pytest.mark.parametrize("weight_decay", [0.0, 0.1])
def test_a_batch_that_nobody_waited_for_has_left_no_trace(
    weight_decay: float, small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Paused(FreeRun):
        """Somebody pauses while the images of the second epoch are still being prepared."""

        end_wanted = False

        def seconds_for(self, batch: int) -> float:
            if batch + 1 == recipe.batches_per_epoch:
                monkeypatch.setattr(VariedImages, "images", self.never)
            return 0.0

        def never(self, epoch: int, seconds: float) -> None:
            threading.Event().wait(seconds)
            self.end_wanted = True

    recipe = replace(
        SMALL,
        optimizer=Optimizer.ADAM,
        weight_decay=weight_decay,
        data=TrainingData(TrainingImages.VARIED, count=4 * BATCH_SIZE),
    )
    epoch = heard(KerasEngine(small_dataset), Job(recipe, step=Step.EPOCH))
    paused = heard(KerasEngine(small_dataset), Job(recipe), Paused())
    assert losses_of(paused) == losses_of(epoch)
    kept, expected = last_checkpoint(paused), last_checkpoint(epoch)
    assert kept.snapshot.updates == kept.slots[0] == recipe.batches_per_epoch
    for ours, theirs in zip(
        [*kept.snapshot.weights, *kept.slots], [*expected.snapshot.weights, *expected.slots], strict=True
    ):
        np.testing.assert_array_equal(ours, theirs)


def test_what_diverges_behind_losses_that_nobody_knows_yet_says_so(small_dataset: Dataset) -> None:
    between = min(
        batch for batch in range(SMALL.total_batches) if not {batch, batch + 1, batch + 2} & set(planned(SMALL))
    )

    class TooLargeARate(FreeRun):
        """From a batch between two moments on; the next one is done when a checkpoint is due."""

        def seconds_for(self, batch: int) -> float:
            if batch == between - 1:
                self.learning_rate = 3e38  # of the next batch
            threading.Event().wait(1.1 * CHECKPOINT_SECONDS if batch == between + 1 else 0)
            return 0.0

    heard(KerasEngine(small_dataset), Job(SMALL))  # compiled now
    events: list[Event] = []
    with pytest.raises(DivergedError) as caught:
        KerasEngine(small_dataset).run(Job(SMALL), events.append, TooLargeARate())
    assert (caught.value.code, caught.value.values["batch"]) == ("diverged", between + 2)
    assert len(losses_of(events)) == between + 1


def test_images_that_nobody_waits_for_are_given_up(
    small_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = True
    recipe = replace(SMALL, data=TrainingData(TrainingImages.VARIED, count=TRAIN_IMAGES))
    feed = BatchFeed(RunBatches(small_dataset, recipe), lambda: wanted)
    feed.count = recipe.batches_per_epoch
    inputs, labels = feed[0]
    assert inputs.shape == (BATCH_SIZE, 784)
    assert inputs.dtype == np.float32
    assert 0 <= inputs.min() < inputs.max() <= 1
    assert labels.shape == (BATCH_SIZE,)
    wanted = False
    np.testing.assert_array_equal(feed[1][1], feed[1][1])  # prepared already: nobody has to wait
    feed.first = recipe.batches_per_epoch
    monkeypatch.setattr(VariedImages, "images", lambda *_: None)
    with pytest.raises(GivenUpError):
        feed[0]
    wanted = True
    feed.close()
    with pytest.raises(GivenUpError):
        feed[1]


def test_the_lessons_engine_by_the_way_of_its_loop() -> None:
    assert isinstance(lesson_engine(SMALL.data, Loop.KERAS), KerasEngine)
    assert isinstance(lesson_engine(SMALL.data, Loop.COMPILED), TensorFlowEngine)
