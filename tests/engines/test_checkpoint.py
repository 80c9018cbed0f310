"""Checkpoints: a run that goes on from one gives the losses of one that was never interrupted."""

from dataclasses import replace

import numpy as np
import pytest

from digitpad.data.mnist import Dataset
from digitpad.engines.loop import TrainingSession
from digitpad.engines.program import Execution, training_program
from digitpad.runs.checkpoint import Checkpoint, slot_specs
from digitpad.runs.recipe import Optimizer, Recipe, Schedule, TrainingImages
from tests.engines.conftest import BATCH_SIZE

RECIPE = Recipe(epochs=2, batch_size=BATCH_SIZE, seed=5)


def losses(session: TrainingSession, count: int) -> list[float]:
    session.attach()
    found = [loss for _ in range(count) for loss in session.step().losses.tolist()]
    session.detach()
    return found


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_the_specs_are_those_of_the_optimizers_own_slots(optimizer: Optimizer) -> None:
    slots = training_program(optimizer, Execution.EAGER).slots()
    assert [(slot.dtype.name, slot.shape) for slot in slots] == slot_specs(optimizer)


@pytest.mark.parametrize("optimizer", list(Optimizer))
def test_a_new_session_goes_on_as_if_nothing_had_happened(small_dataset: Dataset, optimizer: Optimizer) -> None:
    recipe = replace(RECIPE, optimizer=optimizer, schedule=Schedule.COSINE)
    undisturbed = losses(TrainingSession(recipe, small_dataset), 40)
    first = TrainingSession(recipe, small_dataset)
    begun = losses(first, 13)
    checkpoint = first.checkpoint()
    losses(TrainingSession(replace(recipe, seed=9), small_dataset), 3)  # another run uses the program meanwhile
    second = TrainingSession(recipe, small_dataset, checkpoint=checkpoint)
    assert second.batches_done == 13
    assert begun + losses(second, 27) == undisturbed


def test_a_checkpoint_taken_while_attached_is_a_copy(small_dataset: Dataset) -> None:
    session = TrainingSession(RECIPE, small_dataset)
    session.attach()
    session.step()
    checkpoint = session.checkpoint()
    before = [np.copy(slot) for slot in checkpoint.slots]
    session.step()
    session.detach()
    assert checkpoint.snapshot.updates == 1
    for slot, copy in zip(checkpoint.slots, before, strict=True):
        np.testing.assert_array_equal(slot, copy)
    assert int(session.checkpoint().slots[0]) == 2


def test_before_the_first_batch(small_dataset: Dataset) -> None:
    fresh = TrainingSession(RECIPE, small_dataset)
    again = TrainingSession(RECIPE, small_dataset, checkpoint=fresh.checkpoint())
    assert losses(again, 5) == losses(fresh, 5)


def test_with_varied_images_too(small_dataset: Dataset) -> None:
    recipe = replace(RECIPE, images=TrainingImages.VARIED, optimizer=Optimizer.ADAM)

    def all_losses(session: TrainingSession, until: int) -> list[float]:
        session.attach()
        found: list[float] = []
        while session.batches_done < until:
            found += session.advance(until - session.batches_done).losses.tolist()
        session.detach()
        return found

    undisturbed = all_losses(TrainingSession(recipe, small_dataset), 50)
    first = TrainingSession(recipe, small_dataset)
    begun = all_losses(first, 20)
    assert begun + all_losses(TrainingSession(recipe, small_dataset, None, first.checkpoint()), 50) == undisturbed


def test_the_learning_rate_is_a_part_of_it(small_dataset: Dataset) -> None:
    session = TrainingSession(RECIPE, small_dataset)
    session.set_learning_rate(0.25)
    checkpoint = session.checkpoint()
    assert TrainingSession(RECIPE, small_dataset, checkpoint=checkpoint).learning_rate == 0.25


def test_one_of_another_optimizer_or_of_a_longer_run_is_refused(small_dataset: Dataset) -> None:
    session = TrainingSession(RECIPE, small_dataset)
    losses(session, 1)
    checkpoint = session.checkpoint()
    with pytest.raises(ValueError, match="adam does not remember"):
        TrainingSession(replace(RECIPE, optimizer=Optimizer.ADAM), small_dataset, checkpoint=checkpoint)
    late = Checkpoint(replace(checkpoint.snapshot, updates=65), checkpoint.slots, 1e-3)
    with pytest.raises(ValueError, match="65 batches"):
        TrainingSession(RECIPE, small_dataset, checkpoint=late)
