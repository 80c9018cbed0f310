"""Batches that a class chose by hand: what the engine trains on, and what it tells of it."""

from collections.abc import Callable
from dataclasses import replace

import keras
import numpy as np
import pytest

from digitpad.data.mnist import Dataset
from digitpad.engines.program import Execution
from digitpad.engines.protocol import FreeRun, Job, Step
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.runs.by_hand import MOST_IMAGES, ByHand, How, Intervention
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, DivergedError, Event, Intervened
from digitpad.runs.recipe import Optimizer
from tests.engines.keras_twin import as_inputs, keras_twin
from tests.engines.test_protocol import PER_EPOCH, RECIPE, UNITS, heard, last_checkpoint, losses_of

LEFT_OUT = 3
"""Batches that a run has done by its recipe before anybody chooses one."""


@pytest.fixture
def engine(small_dataset: Dataset) -> TensorFlowEngine:
    return TensorFlowEngine(small_dataset)


@pytest.fixture
def uncompiled(small_dataset: Dataset) -> TensorFlowEngine:
    """For the few batches that are done by the recipe before: those by hand are never compiled."""
    return TensorFlowEngine(small_dataset, Execution.EAGER)


@pytest.fixture
def own(small_dataset: Dataset) -> ByHand:
    """Two pictures that are in none of the recipe's batches, with labels that the class gives."""
    return ByHand(small_dataset.test_images[:2], np.array([3, 8], np.uint8))


@pytest.fixture
def begun(uncompiled: TensorFlowEngine) -> Checkpoint:
    return last_checkpoint(heard(uncompiled, Job(RECIPE, step=Step.BATCH, count=LEFT_OUT)))


def by_hand(begun: Checkpoint, own: ByHand, count: int = 1) -> Job:
    return Job(RECIPE, begun, Step.BATCH, own, count)


def own_batch(dataset: Dataset, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Return a batch of the recipe, which takes the images in the order of the file."""
    place = number % PER_EPOCH * RECIPE.batch_size
    batch = slice(place, place + RECIPE.batch_size)
    return dataset.train_images[batch], dataset.train_labels[batch]


def with_keras(
    begun: Checkpoint, batches: list[tuple[np.ndarray, np.ndarray]]
) -> tuple[list[float], list[np.ndarray]]:
    """Return losses and last weights of Keras on these batches."""
    model = keras_twin(begun.snapshot.weights, keras.optimizers.SGD(RECIPE.learning_rate), (("relu", UNITS),))
    losses = []
    for images, labels in batches:
        model.reset_metrics()
        losses.append(float(model.train_on_batch(as_inputs(images), labels, return_dict=True)["loss"]))
    return losses, model.get_weights()


class TestWhatIsTrainedOn:
    def test_alone_it_is_the_images_by_hand_and_nothing_else(
        self, engine: TensorFlowEngine, begun: Checkpoint, own: ByHand
    ) -> None:
        events = heard(engine, by_hand(begun, own, 4))
        losses, weights = with_keras(begun, [(own.images, own.labels)] * 4)
        assert losses_of(events) == pytest.approx(losses, rel=1e-5)
        for mine, theirs in zip(last_checkpoint(events).snapshot.weights, weights, strict=True):
            np.testing.assert_allclose(mine, theirs, rtol=1e-5, atol=1e-7)

    def test_joining_they_stand_behind_the_batch_of_the_run(
        self, engine: TensorFlowEngine, begun: Checkpoint, own: ByHand, small_dataset: Dataset
    ) -> None:
        events = heard(engine, by_hand(begun, replace(own, alone=False), 2))
        joined = [
            (np.concatenate([images, own.images]), np.concatenate([labels, own.labels]))
            for images, labels in (own_batch(small_dataset, LEFT_OUT + i) for i in range(2))
        ]
        losses, _ = with_keras(begun, joined)
        assert losses_of(events) == pytest.approx(losses, rel=1e-5)

    def test_then_the_run_goes_on_with_the_batch_behind_those_it_did_not_see(
        self, engine: TensorFlowEngine, begun: Checkpoint, own: ByHand, small_dataset: Dataset
    ) -> None:
        after = last_checkpoint(heard(engine, by_hand(begun, own, 2)))
        assert after.snapshot.updates == LEFT_OUT + 2
        rest = losses_of(heard(engine, Job(RECIPE, after)))
        assert len(rest) == RECIPE.total_batches - LEFT_OUT - 2
        batches = [own_batch(small_dataset, number) for number in range(LEFT_OUT + 2, RECIPE.total_batches)]
        losses, _ = with_keras(after, batches)
        assert rest == pytest.approx(losses, rel=1e-4)

    @pytest.mark.parametrize("optimizer", Optimizer)
    def test_every_optimizer_does_the_same_each_time(
        self, uncompiled: TensorFlowEngine, own: ByHand, optimizer: Optimizer
    ) -> None:
        recipe = replace(RECIPE, optimizer=optimizer)
        begun = last_checkpoint(heard(uncompiled, Job(recipe, step=Step.BATCH)))
        once, again = (heard(uncompiled, Job(recipe, begun, Step.BATCH, own, 5)) for _ in range(2))
        assert losses_of(once) == losses_of(again)
        assert losses_of(once)[-1] < losses_of(once)[0]
        one, other = last_checkpoint(once), last_checkpoint(again)
        for mine, theirs in zip(
            (*one.snapshot.weights, *one.slots), (*other.snapshot.weights, *other.slots), strict=True
        ):
            np.testing.assert_array_equal(mine, theirs)

    def test_a_smaller_last_batch_is_joined_too(self, uncompiled: TensorFlowEngine, own: ByHand) -> None:
        recipe = replace(RECIPE, batch_size=300)  # 300, 300, 300, 100
        begun = last_checkpoint(heard(uncompiled, Job(recipe, step=Step.BATCH, count=2)))
        events = heard(uncompiled, Job(recipe, begun, Step.BATCH, replace(own, alone=False), 4))
        assert len(losses_of(events)) == 4
        assert [event.batches_done for event in events if accuracy_of(event) is not None] == [4]


def accuracy_of(event: Event) -> float | None:
    return event.accuracy if isinstance(event, Advanced) else None


class TestWhatIsTold:
    def test_all_that_there_is_of_it_before_the_losses(
        self, engine: TensorFlowEngine, begun: Checkpoint, own: ByHand
    ) -> None:
        first, *between, _ = heard(engine, by_hand(begun, own, 5))
        assert isinstance(first, Begun)
        assert first.execution == "eager"
        told = [event for event in between if isinstance(event, Intervened | Advanced)]
        assert [type(event) for event in told] == [Intervened, Advanced] * (len(told) // 2)
        for intervened, advanced in zip(told[::2], told[1::2], strict=True):
            count = advanced.batches_done - LEFT_OUT
            assert intervened.intervention == Intervention(LEFT_OUT, How.BATCHES, count, (3, 8), alone=True)
        assert count == 5

    def test_they_are_fewer_if_fewer_are_left(
        self, engine: TensorFlowEngine, begun: Checkpoint, own: ByHand
    ) -> None:
        events = heard(engine, by_hand(begun, own, 20))
        assert last_checkpoint(events).snapshot.updates == RECIPE.total_batches
        assert len(losses_of(events)) == RECIPE.total_batches - LEFT_OUT
        ends = [event.batches_done for event in events if accuracy_of(event) is not None]
        assert ends == [PER_EPOCH, 2 * PER_EPOCH], "the accuracy is measured at each epoch's end"

    def test_an_end_that_is_wanted_meanwhile_comes_after_the_batches_at_hand(
        self, engine: TensorFlowEngine, begun: Checkpoint, own: ByHand
    ) -> None:
        control = FreeRun()

        def stop(event: Event) -> None:
            control.end_wanted |= isinstance(event, Advanced)

        events = heard(engine, by_hand(begun, own, 15), control, stop)
        done = last_checkpoint(events).snapshot.updates
        assert LEFT_OUT < done < LEFT_OUT + 15
        (intervened,) = [event.intervention for event in events if isinstance(event, Intervened)]
        assert intervened.end == done

    @pytest.mark.parametrize("good", [0, 1])
    def test_what_diverges_is_no_part_of_it(
        self, engine: TensorFlowEngine, begun: Checkpoint, own: ByHand, good: int
    ) -> None:
        rate = {0: None, 1: 1e30}[good]
        weights = tuple(weight * (1e38 if not good else 1) for weight in begun.snapshot.weights)
        start = replace(begun, snapshot=replace(begun.snapshot, weights=weights))
        events: list[Event] = []
        with pytest.raises(DivergedError):
            engine.run(by_hand(start, own, 5), events.append, FreeRun(learning_rate=rate))
        told = [event.intervention.count for event in events if isinstance(event, Intervened)]
        assert told == [good] * good
        assert len(losses_of(events)) == good
        assert not any(isinstance(event, CheckpointTaken) for event in events)


class TestTheImages:
    @pytest.mark.parametrize(
        ("images", "labels"),
        [
            (np.zeros((0, 784), np.uint8), np.zeros(0, np.uint8)),
            (np.zeros((2, 784), np.uint8), np.zeros(1, np.uint8)),
            (np.zeros((1, 28, 28), np.uint8), np.zeros(1, np.uint8)),
            (np.zeros((1, 784), np.float32), np.zeros(1, np.uint8)),
            (np.zeros((1, 784), np.uint8), np.zeros(1, np.int64)),
            (np.zeros((1, 784), np.uint8), np.array([10], np.uint8)),
            (np.zeros((1, 784), np.uint8), np.zeros((1, 1), np.uint8)),
            (np.zeros((MOST_IMAGES + 1, 784), np.uint8), np.zeros(MOST_IMAGES + 1, np.uint8)),
        ],
        ids=lambda array: str(array.shape),
    )
    def test_that_are_no_batch_are_refused(self, images: np.ndarray, labels: np.ndarray) -> None:
        with pytest.raises(ValueError, match="batch"):
            ByHand(images, labels)

    @pytest.mark.parametrize(
        "make",
        [
            lambda: Intervention(-1, How.EPOCH),
            lambda: Intervention(0, How.BATCHES, 0, (1,)),
            lambda: Intervention(0, How.BATCHES, 1, ()),
            lambda: Intervention(0, How.BATCHES, 1, (10,)),
            lambda: Intervention(0, How.BATCHES, 1, (-1,)),
            lambda: Intervention(0, How.BATCHES, 1, (1,) * (MOST_IMAGES + 1)),
            lambda: Intervention(0, How.EPOCH, 1),
            lambda: Intervention(0, How.EPOCH, alone=True),
            lambda: Intervention(0, How.EPOCH, 0, (1,)),
        ],
    )
    def test_an_intervention_is_one_that_somebody_can_have_done(self, make: Callable[[], Intervention]) -> None:
        with pytest.raises(ValueError, match=r"no intervention|no digits"):
            make()
