"""Checkpoints: a run that goes on from one gives the losses of one that was never interrupted."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.data.mnist import Dataset
from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.engines.loop import TrainingLoop
from digitpad.engines.program import Execution, training_program
from digitpad.network.architecture import ARTICLE, Activation, Architecture, HiddenLayer
from digitpad.runs.checkpoint import Checkpoint, slot_specs
from digitpad.runs.recipe import Optimizer, Recipe, Schedule
from tests.conftest import BATCH_SIZE, TRAIN_IMAGES

RECIPE = Recipe(epochs=2, batch_size=BATCH_SIZE, seed=5, data=TrainingData(count=TRAIN_IMAGES))
SMALL = Architecture((HiddenLayer(20, Activation.TANH), HiddenLayer(12, Activation.SIGMOID)))


def losses(loop: TrainingLoop, count: int) -> list[float]:
    loop.attach()
    found = [loss for _ in range(count) for loss in loop.advance(1).losses.tolist()]
    loop.detach()
    return found


@pytest.mark.parametrize("architecture", [ARTICLE, SMALL, Architecture(())])
@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_the_specs_are_those_of_the_optimizers_own_slots(optimizer: Optimizer, architecture: Architecture) -> None:
    slots = training_program(architecture, optimizer, Execution.EAGER).slots()
    assert [(slot.dtype.name, slot.shape) for slot in slots] == slot_specs(architecture, optimizer)


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_a_new_loop_goes_on_as_if_nothing_had_happened(small_dataset: Dataset, optimizer: Optimizer) -> None:
    """As a graph, which is there five times as soon; with whatever data, below, it is compiled."""
    recipe = replace(RECIPE, optimizer=optimizer, schedule=Schedule.COSINE, architecture=SMALL)
    undisturbed = losses(TrainingLoop(recipe, small_dataset, Execution.GRAPH), 40)
    first = TrainingLoop(recipe, small_dataset, Execution.GRAPH)
    begun = losses(first, 13)
    checkpoint = first.checkpoint()
    another = TrainingLoop(replace(recipe, seed=9), small_dataset, Execution.GRAPH)
    losses(another, 3)  # uses the program meanwhile
    second = TrainingLoop(recipe, small_dataset, Execution.GRAPH, checkpoint)
    assert second.batches_done == 13
    assert begun + losses(second, 27) == undisturbed


def test_a_checkpoint_taken_while_attached_is_a_copy(small_dataset: Dataset) -> None:
    loop = TrainingLoop(RECIPE, small_dataset)
    loop.attach()
    loop.advance(1)
    checkpoint = loop.checkpoint()
    before = [np.copy(slot) for slot in checkpoint.slots]
    loop.advance(1)
    loop.detach()
    assert checkpoint.snapshot.updates == 1
    for slot, copy in zip(checkpoint.slots, before, strict=True):
        np.testing.assert_array_equal(slot, copy)
    assert int(loop.checkpoint().slots[0]) == 2


def test_before_the_first_batch(small_dataset: Dataset) -> None:
    fresh = TrainingLoop(RECIPE, small_dataset)
    again = TrainingLoop(RECIPE, small_dataset, checkpoint=fresh.checkpoint())
    assert losses(again, 5) == losses(fresh, 5)


@pytest.mark.parametrize(
    ("data", "shuffle"),
    [
        (TrainingData(TrainingImages.VARIED, TRAIN_IMAGES), True),
        (TrainingData(TrainingImages.SHIFTED, TRAIN_IMAGES), True),
        (TrainingData(TrainingImages.SHIFTED, 100, by_label=True), False),
        (TrainingData(count=500, left_out=(1, 7), wrong_labels=0.3), True),
        (TrainingData(count=500, validation=0.2, seed=3), False),
    ],
)
def test_with_whatever_data(small_dataset: Dataset, data: TrainingData, shuffle: bool) -> None:
    recipe = replace(RECIPE, data=data, shuffle=shuffle, optimizer=Optimizer.ADAM)

    def all_losses(loop: TrainingLoop, until: int) -> list[float]:
        loop.attach()
        found: list[float] = []
        while loop.batches_done < until:
            found += loop.advance(until - loop.batches_done).losses.tolist()
        loop.detach()
        return found

    end = recipe.total_batches
    undisturbed = all_losses(TrainingLoop(recipe, small_dataset), end)
    first = TrainingLoop(recipe, small_dataset)
    begun = all_losses(first, end // 2 + 1)
    assert begun + all_losses(TrainingLoop(recipe, small_dataset, None, first.checkpoint()), end) == undisturbed


def test_the_learning_rate_is_a_part_of_it(small_dataset: Dataset) -> None:
    loop = TrainingLoop(RECIPE, small_dataset)
    loop.set_learning_rate(0.25)
    checkpoint = loop.checkpoint()
    assert TrainingLoop(RECIPE, small_dataset, checkpoint=checkpoint).learning_rate == 0.25


def test_one_of_another_optimizer_or_of_a_longer_run_is_refused(small_dataset: Dataset) -> None:
    loop = TrainingLoop(RECIPE, small_dataset)
    losses(loop, 1)
    checkpoint = loop.checkpoint()
    with pytest.raises(ValueError, match="adam does not remember"):
        TrainingLoop(replace(RECIPE, optimizer=Optimizer.ADAM), small_dataset, checkpoint=checkpoint)
    late = Checkpoint(replace(checkpoint.snapshot, updates=65), checkpoint.slots, 1e-3)
    with pytest.raises(ValueError, match="65 batches"):
        TrainingLoop(RECIPE, small_dataset, checkpoint=late)
