"""Training, validation, test: what an engine measures, and what is chosen by it."""

from dataclasses import replace

import keras
import numpy as np
import pytest

from digitpad.arrays import CLASSES
from digitpad.data.mnist import Dataset, load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.engines.protocol import FreeRun, Job, Step
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.network.evaluation import picture_losses
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced, CheckpointTaken, Event, Scored, SnapshotTaken
from digitpad.runs.moments.moment import Moment
from digitpad.runs.recipe import Recipe
from digitpad.runs.scores.best import best
from digitpad.runs.scores.score import Score, Scores
from tests.conftest import BATCH_SIZE
from tests.engines.keras_twin import as_inputs

PER_EPOCH = 25
RECIPE = Recipe(
    epochs=8,
    batch_size=BATCH_SIZE,
    learning_rate=3e-3,
    seed=5,
    architecture=Architecture((HiddenLayer(64),)),
    data=TrainingData(count=PER_EPOCH * BATCH_SIZE, validation=0.1),
)
PATIENCE = 2
PATIENT = replace(RECIPE, epochs=40, patience=PATIENCE, best_weights=True)


def heard(dataset: Dataset, job: Job, control: FreeRun | None = None, end_at: int | None = None) -> list[Event]:
    """Return what the engine reports of a job, with its end wanted once so many batches are done."""
    events: list[Event] = []
    control = control or FreeRun()

    def report(event: Event) -> None:
        events.append(event)
        if end_at is not None and isinstance(event, Advanced) and event.batches_done >= end_at:
            control.end_wanted = True

    TensorFlowEngine(dataset).run(job, report, control)
    return events


def scored_of(events: list[Event]) -> list[tuple[int, Scores]]:
    return [(event.batches_done, event.scores) for event in events if isinstance(event, Scored)]


def end_of(events: list[Event]) -> Checkpoint:
    assert isinstance(events[-1], CheckpointTaken)
    return events[-1].checkpoint


def weights_at(events: list[Event], updates: int) -> Snapshot:
    """Return the weights that were reported after so many batches."""
    found = [event.snapshot for event in events if isinstance(event, SnapshotTaken)]
    found += [event.checkpoint.snapshot for event in events if isinstance(event, CheckpointTaken)]
    return next(snapshot for snapshot in found if snapshot.updates == updates)


def assert_same(one: Snapshot, other: Snapshot) -> None:
    assert one.updates == other.updates
    for mine, theirs in zip(one.weights, other.weights, strict=True):
        np.testing.assert_array_equal(mine, theirs)


def keras_score(snapshot: Snapshot, images: np.ndarray, labels: np.ndarray) -> Score:
    """Return what Keras makes of a network's probabilities."""
    probabilities = snapshot.probabilities(as_inputs(images))
    losses = np.asarray(keras.losses.sparse_categorical_crossentropy(labels, probabilities))
    right = np.asarray(keras.metrics.sparse_categorical_accuracy(labels, probabilities))
    return Score(float(losses.mean()), float(right.mean()))


@pytest.fixture(scope="module")
def undisturbed(small_dataset: Dataset) -> list[Event]:
    """A run that ends when its patience is out, without its best weights."""
    return heard(small_dataset, Job(replace(PATIENT, best_weights=False)))


class TestWhatIsMeasured:
    def test_each_epoch_on_what_is_learnt_held_out_and_tested(self, small_dataset: Dataset) -> None:
        events = heard(small_dataset, Job(RECIPE))
        assert [batches for batches, _ in scored_of(events)] == [PER_EPOCH * epoch for epoch in range(1, 9)]
        accuracies = [
            event.accuracy for event in events if isinstance(event, Advanced) and event.accuracy is not None
        ]
        scores = [scores for _, scores in scored_of(events)]
        assert [found.test.accuracy for found in scores if found.test is not None] == accuracies
        last, pictures = end_of(events).snapshot, RECIPE.data.training_set(small_dataset)
        for score, images, labels in (
            (scores[-1].training, pictures.sample.images, pictures.sample.labels),
            (scores[-1].validation, pictures.validation.images, pictures.validation.labels),
            (scores[-1].test, small_dataset.test_images, small_dataset.test_labels),
        ):
            assert score is not None
            expected = keras_score(last, images, labels)
            assert score.accuracy == pytest.approx(expected.accuracy, rel=1e-6)
            assert score.loss == pytest.approx(expected.loss, rel=1e-4)

    def test_scores_come_right_after_the_epochs_losses(self, small_dataset: Dataset) -> None:
        events = heard(small_dataset, Job(replace(RECIPE, epochs=2)))
        for place, event in enumerate(events):
            if isinstance(event, Scored):
                before = events[place - 1]
                assert isinstance(before, Advanced)
                assert before.batches_done == event.batches_done

    def test_of_the_article_s_recipe_there_is_no_validation(self, small_dataset: Dataset) -> None:
        recipe = replace(RECIPE, epochs=1, data=TrainingData(count=800))
        ((_, scores),) = scored_of(heard(small_dataset, Job(recipe)))
        assert scores.validation is None
        assert scores.training is not None
        assert scores.test is not None

    def test_nobody_waits_for_it_in_mid_epoch_neither_at_an_end_that_is_wanted_nor_after_a_step(
        self, small_dataset: Dataset
    ) -> None:
        ended = heard(small_dataset, Job(RECIPE), end_at=3)
        assert 0 < end_of(ended).snapshot.updates < PER_EPOCH
        assert not scored_of(ended)
        assert not scored_of(heard(small_dataset, Job(RECIPE, step=Step.BATCH)))

    def test_wrong_labels_are_learnt_and_validation_knows_the_true_ones(self, small_dataset: Dataset) -> None:
        recipe = replace(RECIPE, epochs=30, data=replace(RECIPE.data, wrong_labels=0.5))
        _, scores = scored_of(heard(small_dataset, Job(recipe)))[-1]
        assert scores.training is not None
        assert scores.validation is not None
        assert scores.training.accuracy > 0.95
        assert scores.validation.accuracy < 0.8

    def test_overfitting_can_be_seen_with_a_thousand_images(self, small_dataset: Dataset) -> None:
        mnist, data = load_dataset(), TrainingData(count=1000, validation=0.1)
        images, labels = mnist.train_images[:10_000], mnist.train_labels[:10_000]  # of which a tenth is held out
        dataset = replace(small_dataset, train_images=images, train_labels=labels)
        recipe = replace(RECIPE, epochs=20, data=data)
        _, scores = scored_of(heard(dataset, Job(recipe)))[-1]
        assert scores.training is not None
        assert scores.validation is not None
        assert scores.training.accuracy == 1.0
        assert scores.validation.accuracy < 0.93
        assert scores.validation.loss > 20 * scores.training.loss

    def test_a_loss_is_bounded_as_keras_bounds_it(self) -> None:
        probabilities = np.zeros((3, CLASSES), np.float32)
        probabilities[:, 3] = (1.0, 0.0, np.nan)
        losses = picture_losses(probabilities, np.full(3, 3, np.uint8))
        np.testing.assert_allclose(losses, [1e-7, 16.118, 16.118], rtol=1e-4)


def first_of_no_patience(scored: list[tuple[int, Scores]]) -> int:
    """Return after how many batches the patience is out, found by going through the losses one by one."""
    lowest, waited = np.inf, 0
    for batches, scores in scored:
        assert scores.validation is not None
        lowest, waited = (scores.validation.loss, 0) if scores.validation.loss < lowest else (lowest, waited + 1)
        if waited == PATIENCE:
            return batches
    raise AssertionError("the run was better in validation again and again")


class TestWhatIsChosen:
    def test_a_run_ends_where_its_patience_is_out(self, small_dataset: Dataset, undisturbed: list[Event]) -> None:
        without = replace(PATIENT, patience=0, best_weights=False, epochs=20)
        impatient = heard(small_dataset, Job(without))
        end = first_of_no_patience(scored_of(impatient))
        assert end < 20 * PER_EPOCH
        assert end_of(undisturbed).snapshot.updates == end
        # Not every epoch of a run that goes on reports its weights: which ones, the clock has a say in.
        so_long = heard(small_dataset, Job(replace(without, epochs=end // PER_EPOCH)))
        assert_same(end_of(undisturbed).snapshot, end_of(so_long).snapshot)
        assert scored_of(undisturbed) == [entry for entry in scored_of(impatient) if entry[0] <= end]

    def test_with_best_weights_it_ends_with_those_of_the_best_epoch(
        self, small_dataset: Dataset, undisturbed: list[Event]
    ) -> None:
        events = heard(small_dataset, Job(PATIENT))
        best_epoch = best(scored_of(events), PER_EPOCH)
        assert best_epoch is not None
        assert best_epoch == end_of(undisturbed).snapshot.updates - PATIENCE * PER_EPOCH
        again = heard(
            small_dataset, Job(replace(PATIENT, patience=0, best_weights=False, epochs=best_epoch // 25))
        )
        assert_same(end_of(events).snapshot, end_of(again).snapshot)
        assert isinstance(events[-2], SnapshotTaken)  # the last epoch's weights are a moment of it still
        assert_same(events[-2].snapshot, end_of(undisturbed).snapshot)

    def test_whoever_goes_on_in_mid_run_comes_to_the_same_end(self, small_dataset: Dataset) -> None:
        whole = heard(small_dataset, Job(PATIENT))
        best_epoch = best(scored_of(whole), PER_EPOCH)
        assert best_epoch is not None
        first = heard(small_dataset, Job(PATIENT), end_at=best_epoch + 3)
        known = tuple(scored_of(first))
        moment = Moment(weights_at(first, best_epoch))
        rest = heard(small_dataset, Job(PATIENT, end_of(first), scored=known, best=moment))
        assert_same(end_of(rest).snapshot, end_of(whole).snapshot)
        at_epochs = [entry for entry in known if not entry[0] % PER_EPOCH]
        assert [*at_epochs, *scored_of(rest)] == scored_of(whole)

    def test_the_test_has_no_say(self, small_dataset: Dataset) -> None:
        told_wrongly = (small_dataset.test_labels + 1) % CLASSES
        other = replace(small_dataset, test_labels=told_wrongly.astype(np.uint8))
        one, another = heard(small_dataset, Job(PATIENT)), heard(other, Job(PATIENT))
        assert_same(end_of(one).snapshot, end_of(another).snapshot)
        for (_, mine), (_, theirs) in zip(scored_of(one), scored_of(another), strict=True):
            assert (mine.training, mine.validation) == (theirs.training, theirs.validation)
            assert mine.test != theirs.test

    def test_a_run_whose_best_weights_are_lost_ends_with_its_newest(
        self, small_dataset: Dataset, undisturbed: list[Event]
    ) -> None:
        best_epoch = best(scored_of(undisturbed), PER_EPOCH)
        assert best_epoch is not None
        first = heard(small_dataset, Job(PATIENT), end_at=best_epoch + 3)
        rest = heard(small_dataset, Job(PATIENT, end_of(first), scored=tuple(scored_of(first))))
        assert_same(end_of(rest).snapshot, end_of(undisturbed).snapshot)
