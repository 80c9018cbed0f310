"""Training on the class's own digits: what is trained on, what it is tested with, and by Keras' own hand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from digitpad.data import mnist
from digitpad.data.mnist import Dataset
from digitpad.data.pictures import ClassPictures, Pictures
from digitpad.data.training_data import TrainingData, dataset_for
from digitpad.engines.keras.keras_engine import KerasEngine
from digitpad.engines.lesson import lesson_engine
from digitpad.engines.protocol import Engine, FreeRun, Job, Step
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.errors import DataFileError
from digitpad.network.evaluation import snapshot_accuracy
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import Advanced, CheckpointTaken, Event, Scored
from digitpad.runs.recipe import Optimizer, Recipe
from tests.conftest import TRAIN_IMAGES
from tests.engines.test_protocol import losses_of
from tests.sentences import refused

ALONE = Recipe(
    epochs=2,
    batch_size=50,
    learning_rate=0.01,
    optimizer=Optimizer.SGD,
    shuffle=False,
    data=TrainingData(count=200, mix=1.0),
)
MIXED = replace(ALONE, data=TrainingData(count=TRAIN_IMAGES, mix=0.5, wrong_labels=0.1))


@pytest.fixture(scope="module")
def ours() -> ClassPictures:
    """MNIST's test images stand in for a class's: 200 to train on and 60 that are held out."""
    images, labels = dataset_for(TrainingData()).test_images, dataset_for(TrainingData()).test_labels
    train, held_out = slice(5000, 5200), slice(6000, 6060)
    return ClassPictures(
        Pictures(images[train], labels[train]), Pictures(images[held_out], labels[held_out]), "0f" * 32
    )


@pytest.fixture
def no_mnist(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """MNIST's file is not there, and nobody has read it yet."""
    monkeypatch.setattr(mnist, "asset", lambda name: tmp_path / name)
    mnist.load_dataset.cache_clear()
    yield
    mnist.load_dataset.cache_clear()


def events_of(engine: Engine, job: Job) -> list[Event]:
    events: list[Event] = []
    engine.run(job, events.append, FreeRun())
    return events


def accuracies(events: list[Event]) -> list[float | None]:
    """Return what was measured at the epochs' ends."""
    ends = (ALONE.batches_per_epoch, ALONE.total_batches)
    return [event.accuracy for event in events if isinstance(event, Advanced) and event.batches_done in ends]


@pytest.mark.parametrize("recipe", [ALONE, MIXED], ids=["alone", "mixed"])
def test_as_keras_does(small_dataset: Dataset, ours: ClassPictures, recipe: Recipe) -> None:
    job = Job(recipe, ours=ours)
    ours_, kerass = (events_of(make(small_dataset), job) for make in (TensorFlowEngine, KerasEngine))
    np.testing.assert_allclose(losses_of(ours_), losses_of(kerass), rtol=1e-4)


def test_it_is_a_run_on_these_very_pictures(small_dataset: Dataset, ours: ClassPictures) -> None:
    recipe = replace(ALONE, shuffle=True)
    mixed = events_of(TensorFlowEngine(small_dataset), Job(recipe, ours=ours))
    same = Dataset(ours.train.images, ours.train.labels, small_dataset.test_images, small_dataset.test_labels)
    alone = events_of(TensorFlowEngine(same), Job(replace(recipe, data=TrainingData(count=200))))
    assert losses_of(mixed) == losses_of(alone)


def test_it_goes_on_bit_for_bit(small_dataset: Dataset, ours: ClassPictures) -> None:
    engine, recipe = TensorFlowEngine(small_dataset), replace(MIXED, shuffle=True)
    undisturbed = losses_of(events_of(engine, Job(recipe, ours=ours)))
    first = events_of(engine, Job(recipe, step=Step.BATCH, count=3, ours=ours))
    last = first[-1]
    assert isinstance(last, CheckpointTaken)
    later = events_of(engine, Job(recipe, last.checkpoint, ours=ours))
    assert losses_of(first) + losses_of(later) == undisturbed


def test_images_by_hand_join_a_batch_of_ours(small_dataset: Dataset, ours: ClassPictures) -> None:
    own = ByHand(ours.held_out.images[:2], ours.held_out.labels[:2], alone=False)
    job = Job(ALONE, step=Step.BATCH, by_hand=own, ours=ours)
    joined = losses_of(events_of(TensorFlowEngine(small_dataset), job))
    apart = losses_of(events_of(TensorFlowEngine(small_dataset), replace(job, by_hand=None)))
    assert len(joined) == len(apart) == 1
    assert joined[0] != apart[0]


def test_wrong_labels_are_learnt(small_dataset: Dataset) -> None:
    right, wrong = (
        losses_of(
            events_of(
                TensorFlowEngine(small_dataset),
                Job(replace(ALONE, data=TrainingData(count=TRAIN_IMAGES, wrong_labels=share))),
            )
        )
        for share in (0.0, 0.5)
    )
    assert wrong[-1] > right[-1] + 0.2, "who is told nonsense has more to be surprised by"


def whose_test(events: list[Event]) -> set[bool]:
    """Return whether scores say that their test is of the class's digits."""
    return {event.scores.test_is_ours for event in events if isinstance(event, Scored)}


class TestWhatItIsTestedWith:
    def test_mnists_test_images_while_they_are_there(self, small_dataset: Dataset, ours: ClassPictures) -> None:
        events = events_of(TensorFlowEngine(small_dataset), Job(ALONE, ours=ours))
        last = events[-1]
        assert isinstance(last, CheckpointTaken)
        expected = snapshot_accuracy(
            last.checkpoint.snapshot, small_dataset.test_images, small_dataset.test_labels
        )
        assert accuracies(events)[-1] == expected
        assert whose_test(events) == {False}

    @pytest.mark.usefixtures("no_mnist")
    def test_without_mnist_the_classs_that_are_held_out(self, ours: ClassPictures) -> None:
        events = events_of(lesson_engine(ALONE.data), Job(ALONE, ours=ours))
        last = events[-1]
        assert isinstance(last, CheckpointTaken)
        expected = snapshot_accuracy(last.checkpoint.snapshot, ours.held_out.images, ours.held_out.labels)
        assert accuracies(events)[-1] == expected
        assert len(losses_of(events)) == ALONE.total_batches
        assert whose_test(events) == {True}

    @pytest.mark.usefixtures("no_mnist")
    def test_with_nothing_nothing_is_measured(self, ours: ClassPictures) -> None:
        untested = replace(ours, held_out=Pictures())
        events = events_of(lesson_engine(ALONE.data), Job(ALONE, ours=untested))
        assert accuracies(events) == [None, None]

    @pytest.mark.usefixtures("no_mnist")
    def test_a_mixture_needs_mnist(self) -> None:
        with refused("MNIST was not found", DataFileError):
            lesson_engine(MIXED.data)
