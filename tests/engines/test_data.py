"""What a network becomes by the data it learns from, and when that data needs MNIST."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.data.mnist import Dataset
from digitpad.data.pictures import ClassPictures
from digitpad.data.training_data import TrainingData, TrainingImages, dataset_for
from digitpad.engines.lesson import lesson_engine
from digitpad.engines.protocol import Job
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.errors import DataFileError
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import CheckpointTaken
from digitpad.runs.recipe import Optimizer, Recipe
from tests.conftest import TRAIN_IMAGES
from tests.engines.test_class_pictures import events_of, no_mnist, ours
from tests.engines.test_protocol import losses_of
from tests.sentences import refused

__all__ = ["no_mnist", "ours"]  # pytest finds fixtures by these names

RECIPE = Recipe(
    epochs=8,
    batch_size=50,
    optimizer=Optimizer.ADAM,
    architecture=Architecture((HiddenLayer(128),)),
    data=TrainingData(count=800),
)


def trained(dataset: Dataset, recipe: Recipe) -> Snapshot:
    last = events_of(TensorFlowEngine(dataset), Job(recipe))[-1]
    assert isinstance(last, CheckpointTaken)
    return last.checkpoint.snapshot


def answers(snapshot: Snapshot, dataset: Dataset) -> np.ndarray:
    inputs = dataset.test_images.astype(np.float32) / 255
    return np.array([snapshot.probabilities(glyph).argmax() for glyph in inputs])


def test_who_has_never_seen_a_seven_calls_it_something_else(small_dataset: Dataset) -> None:
    found = answers(
        trained(small_dataset, replace(RECIPE, data=TrainingData(count=800, left_out=(7,)))), small_dataset
    )
    assert (found == 7).mean() < 0.005
    others = small_dataset.test_labels != 7
    assert (found[others] == small_dataset.test_labels[others]).mean() > 0.8


def test_shifted_images_teach(small_dataset: Dataset) -> None:
    recipe = replace(RECIPE, epochs=20, data=TrainingData(TrainingImages.SHIFTED, 800))
    found = answers(trained(small_dataset, recipe), small_dataset)
    assert (found == small_dataset.test_labels).mean() > 0.7


def test_the_order_of_the_labels_misleads(small_dataset: Dataset) -> None:
    recipe = replace(
        RECIPE, epochs=1, learning_rate=0.01, shuffle=False, data=TrainingData(count=800, by_label=True)
    )
    by_label = answers(trained(small_dataset, recipe), small_dataset)
    shuffled = answers(
        trained(small_dataset, replace(recipe, shuffle=True, data=TrainingData(count=800))), small_dataset
    )
    assert (shuffled == small_dataset.test_labels).mean() > 0.7
    assert (by_label == small_dataset.test_labels).mean() < 0.5


@pytest.mark.usefixtures("no_mnist")
def test_ours_alone_validated_by_mnist_need_it(ours: ClassPictures) -> None:
    data = TrainingData(count=200, mix=1.0)
    assert len(dataset_for(data).train_labels) == 0
    assert losses_of(events_of(lesson_engine(data), Job(replace(RECIPE, epochs=1, data=data), ours=ours)))
    with refused("MNIST was not found", DataFileError):
        lesson_engine(replace(data, validation=0.1))


def test_ours_are_learnt_without_a_digit(small_dataset: Dataset, ours: ClassPictures) -> None:
    recipe = replace(RECIPE, epochs=1, data=TrainingData(count=TRAIN_IMAGES // 2, mix=0.5, left_out=(7,)))
    losses = losses_of(events_of(TensorFlowEngine(small_dataset), Job(recipe, ours=ours)))
    assert len(losses) == recipe.total_batches == 10
