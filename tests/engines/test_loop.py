"""A run under way: repeatable bit for bit, interruptible anywhere, and right by Keras and by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import keras
import numpy as np
import pytest

from digitpad.data.mnist import Dataset
from digitpad.data.training_data import TrainingData
from digitpad.engines.loop import TrainingLoop
from digitpad.engines.program import Execution
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Advanced, DivergedError
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE, Optimizer, Recipe, Schedule
from tests.conftest import BATCH_SIZE, TRAIN_IMAGES
from tests.engines.keras_twin import as_inputs, keras_accuracy, keras_losses, keras_twin
from tests.sentences import told

RECIPE = Recipe(epochs=2, batch_size=BATCH_SIZE, seed=5, data=TrainingData(count=TRAIN_IMAGES))
PER_EPOCH = 32
LAST_BATCH = 8
ALL = 2 * PER_EPOCH


@contextmanager
def attached(loop: TrainingLoop) -> Iterator[TrainingLoop]:
    """Have a loop hold the compiled program for a while."""
    loop.attach()
    try:
        yield loop
    finally:
        loop.detach()


def losses_of_steps(loop: TrainingLoop, count: int) -> list[float]:
    return [loss for _ in range(count) for loss in loop.advance(1).losses.tolist()]


def losses_to_the_end(loop: TrainingLoop) -> list[float]:
    losses = []
    while not loop.finished:
        losses += loop.advance().losses.tolist()
    return losses


def assert_same_weights(one: Snapshot, other: Snapshot) -> None:
    for mine, theirs in zip(one.weights, other.weights, strict=True):
        np.testing.assert_array_equal(mine, theirs)


class TestRepeatability:
    @pytest.mark.parametrize("optimizer", [Optimizer.RMSPROP, Optimizer.NAIVE_SGD])
    def test_the_same_recipe_bit_for_bit_in_chunks_of_any_size(
        self, small_dataset: Dataset, optimizer: Optimizer
    ) -> None:
        recipe = replace(RECIPE, optimizer=optimizer)
        stepped, advanced, mixed = (TrainingLoop(recipe, small_dataset) for _ in range(3))
        with attached(stepped):
            by_steps = losses_of_steps(stepped, ALL)
        with attached(advanced):
            by_chunks = losses_to_the_end(advanced)
        with attached(mixed):
            in_both_ways = losses_of_steps(mixed, 3)
            in_both_ways += mixed.advance().losses.tolist()
            in_both_ways += losses_of_steps(mixed, 5)
            in_both_ways += losses_to_the_end(mixed)
        assert by_steps == by_chunks == in_both_ways
        assert len(set(by_steps)) == ALL
        assert_same_weights(stepped.snapshot(), advanced.snapshot())
        assert_same_weights(stepped.snapshot(), mixed.snapshot())

    def test_another_seed_is_another_curve(self, small_dataset: Dataset) -> None:
        curves = []
        for seed in (5, 6):
            with attached(TrainingLoop(replace(RECIPE, seed=seed), small_dataset)) as loop:
                curves.append(losses_of_steps(loop, 10))
        assert not set(curves[0]) & set(curves[1])

    def test_line_by_line_agrees_for_thirty_batches(self, small_dataset: Dataset) -> None:
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            compiled = losses_of_steps(loop, 30)
        with attached(TrainingLoop(RECIPE, small_dataset, Execution.EAGER)) as loop:
            eager = losses_of_steps(loop, 30)
        np.testing.assert_allclose(compiled, eager, rtol=1e-5)


class TestTakingTurns:
    @pytest.mark.parametrize("optimizer", list(Optimizer))
    def test_another_loop_in_between_changes_nothing(self, small_dataset: Dataset, optimizer: Optimizer) -> None:
        recipe = replace(RECIPE, optimizer=optimizer)
        with attached(TrainingLoop(recipe, small_dataset)) as loop:
            undisturbed = losses_of_steps(loop, 40)
        interrupted = TrainingLoop(recipe, small_dataset)
        with attached(interrupted):
            losses = losses_of_steps(interrupted, 12)
        other = TrainingLoop(replace(recipe, seed=99, learning_rate=0.05), small_dataset)
        with attached(other):
            losses_of_steps(other, 7)
        with attached(interrupted):
            losses += losses_of_steps(interrupted, 28)
        assert losses == undisturbed

    def test_a_detached_loop_keeps_its_weights_and_does_not_train(self, small_dataset: Dataset) -> None:
        loop = TrainingLoop(RECIPE, small_dataset)
        with pytest.raises(RuntimeError):
            loop.advance(1)
        with attached(loop):
            loop.advance(1)
            trained = loop.snapshot()
        loop.detach()
        with attached(TrainingLoop(replace(RECIPE, seed=1), small_dataset)) as other:
            other.advance(1)
            assert_same_weights(loop.snapshot(), trained)
        with pytest.raises(RuntimeError):
            loop.advance()

    def test_warming_up_teaches_nothing(self, small_dataset: Dataset) -> None:
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            losses = losses_of_steps(loop, 5)
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            before = loop.snapshot()
            loop.warm_up()
            assert_same_weights(loop.snapshot(), before)
            assert loop.batches_done == 0
            assert losses_of_steps(loop, 5) == losses


class TestANewLoop:
    def test_the_same_weights_and_the_same_curve_again(self, small_dataset: Dataset) -> None:
        loop = TrainingLoop(RECIPE, small_dataset)
        first = loop.snapshot()
        with attached(loop):
            losses = losses_of_steps(loop, 40)
            loop.set_learning_rate(0.5)
            losses_of_steps(loop, 1)
        again = TrainingLoop(RECIPE, small_dataset)
        assert again.batches_done == 0
        assert again.learning_rate == RECIPE.learning_rate
        assert_same_weights(again.snapshot(), first)
        with attached(again):
            assert_same_weights(again.snapshot(), first)
            assert losses_of_steps(again, 40) == losses

    def test_made_while_another_one_trains_it_disturbs_nothing(self, small_dataset: Dataset) -> None:
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            losses = losses_of_steps(loop, 3)
            trained = loop.snapshot()
            other = TrainingLoop(RECIPE, small_dataset)
            assert_same_weights(loop.snapshot(), trained)
        with attached(other):
            assert losses_of_steps(other, 3) == losses

    def test_a_checkpoint_of_another_network_is_refused(self, small_dataset: Dataset) -> None:
        small = Architecture((HiddenLayer(16),))
        checkpoint = TrainingLoop(replace(RECIPE, architecture=small), small_dataset).checkpoint()
        with pytest.raises(ValueError, match="not one of this recipe"):
            TrainingLoop(RECIPE, small_dataset, checkpoint=checkpoint)

    def test_a_checkpoint_from_beyond_the_end_is_refused(self, small_dataset: Dataset) -> None:
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            losses_of_steps(loop, PER_EPOCH + 1)
            checkpoint = loop.checkpoint()
        with pytest.raises(ValueError, match="more than the run has"):
            TrainingLoop(replace(RECIPE, epochs=1), small_dataset, checkpoint=checkpoint)

    def test_it_never_goes_further_than_it_is_told(self, small_dataset: Dataset) -> None:
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            assert len(loop.advance(3).losses) <= 3
            loop_done = loop.batches_done
            assert loop_done == loop.snapshot().updates


class TestCounting:
    def test_epochs_and_batches_the_small_last_one_included(self, small_dataset: Dataset) -> None:
        loop = TrainingLoop(RECIPE, small_dataset)
        assert divmod(TRAIN_IMAGES, BATCH_SIZE) == (PER_EPOCH - 1, LAST_BATCH)
        assert RECIPE.batches_per_epoch == PER_EPOCH
        assert RECIPE.total_batches == ALL
        advances: list[Advanced] = []
        with attached(loop):
            while not loop.finished:
                advances.append(loop.advance())
            with pytest.raises(RuntimeError):
                loop.advance(1)
        first_batches = np.cumsum([0, *(len(advance.losses) for advance in advances)])
        assert [advance.first_batch for advance in advances] == first_batches[:-1].tolist()
        assert loop.batches_done == first_batches[-1] == ALL
        ends = [advance for advance in advances if advance.accuracy is not None]
        assert [advance.first_batch + len(advance.losses) for advance in ends] == [PER_EPOCH, ALL]
        assert all(advance.seconds > 0 for advance in advances)
        assert loop.snapshot().updates == ALL

    def test_the_articles_runs(self) -> None:
        assert KERAS_RECIPE.batches_per_epoch == 469
        assert KERAS_RECIPE.total_batches == 2345
        assert FROM_SCRATCH_RECIPE.total_batches == 4690

    def test_a_batch_larger_than_the_dataset(self, small_dataset: Dataset) -> None:
        recipe = replace(RECIPE, batch_size=TRAIN_IMAGES + 1, shuffle=False)
        loop = TrainingLoop(recipe, small_dataset, Execution.GRAPH)
        assert recipe.total_batches == recipe.epochs
        twin = keras_twin(loop.snapshot().weights)
        (expected,) = keras_losses(twin, small_dataset.train_images, small_dataset.train_labels, TRAIN_IMAGES, 1)
        with attached(loop):
            advance = loop.advance()
        assert advance.losses.tolist() == pytest.approx([expected], abs=1e-5)
        assert advance.batches_done == 1
        assert advance.accuracy is not None

    def test_a_hundred_images_by_batches_of_128_are_one_batch_of_a_hundred(self, small_dataset: Dataset) -> None:
        recipe = Recipe(epochs=2, shuffle=False, optimizer=Optimizer.SGD, data=TrainingData(count=100))
        loop = TrainingLoop(recipe, small_dataset, Execution.GRAPH)
        chosen = recipe.data.chosen(small_dataset.train_labels)
        twin = keras_twin(loop.snapshot().weights, keras.optimizers.SGD(1e-3))
        images, labels = small_dataset.train_images[chosen], small_dataset.train_labels[chosen]
        expected = keras_losses(twin, images, labels, 100, 1) + keras_losses(twin, images, labels, 100, 1)
        with attached(loop):
            losses = losses_to_the_end(loop)
        assert len(chosen) == 100
        assert losses == pytest.approx(expected, abs=1e-5)

    def test_a_snapshot_stays_as_it_was(self, small_dataset: Dataset) -> None:
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            loop.advance(1)
            snapshot = loop.snapshot()
            before = [array.copy() for array in snapshot.weights]
            loop.advance(1)
            assert snapshot.updates == 1
            for array, copy in zip(snapshot.weights, before, strict=True):
                np.testing.assert_array_equal(array, copy)
            assert (loop.snapshot().weights[0] != before[0]).any()


class TestLearning:
    def test_accuracy_at_an_epochs_end_is_that_of_keras(self, small_dataset: Dataset) -> None:
        with attached(TrainingLoop(RECIPE, small_dataset)) as loop:
            advances = [loop.advance(1) for _ in range(PER_EPOCH)]
            weights = loop.snapshot().weights
        images, labels = small_dataset.test_images, small_dataset.test_labels
        assert [advance.accuracy for advance in advances[:-1]] == [None] * (PER_EPOCH - 1)
        assert advances[-1].accuracy == pytest.approx(keras_accuracy(weights, images, labels))
        predicted = keras_twin(weights).predict_on_batch(as_inputs(images)).argmax(axis=1)
        assert advances[-1].accuracy == np.count_nonzero(predicted == labels) / len(labels)
        assert advances[-1].accuracy > 0.7

    def test_without_shuffle_the_network_sees_the_file_in_order(self, small_dataset: Dataset) -> None:
        recipe = replace(RECIPE, shuffle=False)
        loop = TrainingLoop(recipe, small_dataset)
        twin = keras_twin(loop.snapshot().weights, keras.optimizers.RMSprop(1e-3))
        images, labels = small_dataset.train_images, small_dataset.train_labels
        expected = keras_losses(twin, images, labels, BATCH_SIZE, PER_EPOCH)
        expected += keras_losses(twin, images, labels, BATCH_SIZE, 3)
        with attached(loop):
            losses = losses_of_steps(loop, PER_EPOCH + 3)
        np.testing.assert_allclose(losses, expected, rtol=0, atol=5e-5)
        with attached(TrainingLoop(RECIPE, small_dataset)) as shuffled:
            assert abs(losses_of_steps(shuffled, 1)[0] - expected[0]) > 1e-3

    def test_a_new_learning_rate_counts_from_the_next_batch_on(self, small_dataset: Dataset) -> None:
        recipe = replace(RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1, shuffle=False)
        loop = TrainingLoop(recipe, small_dataset, Execution.GRAPH)
        weights = [array.astype(np.float64) for array in loop.snapshot().weights]
        with attached(loop):
            for number, learning_rate in enumerate((0.1, 0.7, 0.3)):
                if number == 1:
                    loop.set_learning_rate(learning_rate)
                batch = slice(number * BATCH_SIZE, (number + 1) * BATCH_SIZE)
                gradients = gradients_by_hand(
                    weights, as_inputs(small_dataset.train_images[batch]), small_dataset.train_labels[batch]
                )
                weights = [w - learning_rate * g for w, g in zip(weights, gradients, strict=True)]
                loop.advance(1)
                for mine, expected in zip(loop.snapshot().weights, weights, strict=True):
                    np.testing.assert_allclose(mine, expected, rtol=0, atol=2e-6)
                if number == 1:  # also while detached
                    loop.detach()
                    loop.set_learning_rate(0.3)
                    loop.attach()
        assert loop.learning_rate == 0.3

    def test_a_schedule_is_followed_batch_by_batch(self, small_dataset: Dataset) -> None:
        recipe = replace(RECIPE, optimizer=Optimizer.SGD, schedule=Schedule.COSINE, shuffle=False)
        loop = TrainingLoop(replace(recipe, learning_rate=0.32), small_dataset, Execution.GRAPH)
        twin = keras_twin(loop.snapshot().weights)
        images, labels = small_dataset.train_images, small_dataset.train_labels
        with attached(loop):
            for number in range(3):
                loop.advance(1)
                twin.optimizer.learning_rate = 0.01 * (number + 1)  # a 32nd more with each of 32 batches
                batch = slice(number * BATCH_SIZE, (number + 1) * BATCH_SIZE)
                keras_losses(twin, images[batch], labels[batch], BATCH_SIZE, 1)
            for mine, same in zip(loop.snapshot().weights, twin.get_weights(), strict=True):
                np.testing.assert_allclose(mine, same, rtol=0, atol=2e-6)


def gradients_by_hand(weights: list[np.ndarray], images: np.ndarray, labels: np.ndarray) -> list[np.ndarray]:
    """Return the gradients of the mean crossentropy, written out: backpropagation through two layers."""
    hidden_w, hidden_b, output_w, output_b = weights
    hidden = np.maximum(images @ hidden_w + hidden_b, 0)
    logits = hidden @ output_w + output_b
    exponentials = np.exp(logits - logits.max(axis=1, keepdims=True))
    probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    to_logits = (probabilities - np.eye(10)[labels]) / len(labels)
    to_hidden = (to_logits @ output_w.T) * (hidden > 0)
    return [images.T @ to_hidden, to_hidden.sum(axis=0), hidden.T @ to_logits, to_logits.sum(axis=0)]


class TestDivergence:
    @pytest.mark.parametrize(
        ("optimizer", "learning_rate"), [(Optimizer.NAIVE_SGD, 1e30), (Optimizer.RMSPROP, 1e300)]
    )
    def test_a_huge_learning_rate_is_named(
        self, small_dataset: Dataset, optimizer: Optimizer, learning_rate: float
    ) -> None:
        recipe = replace(RECIPE, optimizer=optimizer, learning_rate=learning_rate)
        loop = TrainingLoop(recipe, small_dataset)
        with attached(loop), pytest.raises(DivergedError) as caught:
            losses_to_the_end(loop)
        message = told(caught.value)
        assert "at batch 2:" in message
        assert len(caught.value.advanced.losses) == 1
        assert np.isfinite(caught.value.advanced.losses).all()
        assert "learning rate of 1e" in message
        assert "Choose a smaller learning rate" in message

    def test_the_next_run_is_none_the_worse(self, small_dataset: Dataset) -> None:
        recipe = replace(RECIPE, optimizer=Optimizer.SGD)
        with attached(TrainingLoop(recipe, small_dataset)) as loop:
            undisturbed = losses_of_steps(loop, 5)
        with attached(TrainingLoop(replace(recipe, learning_rate=1e30), small_dataset)) as loop:
            with pytest.raises(DivergedError):
                losses_to_the_end(loop)
            with pytest.raises(DivergedError):
                loop.checkpoint()
        with attached(TrainingLoop(recipe, small_dataset)) as loop:
            assert losses_of_steps(loop, 5) == undisturbed
