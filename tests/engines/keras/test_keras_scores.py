"""What Keras' own ``fit`` measures of a run, and how it ends by that: as the lesson's loop does."""

from itertools import pairwise

import pytest

from digitpad.data.mnist import Dataset
from digitpad.engines.keras.keras_engine import KerasEngine
from digitpad.engines.protocol import FreeRun, Job, Step
from digitpad.runs.events import Advanced, Event, Scored, SnapshotTaken
from digitpad.runs.moments.moment import Moment
from digitpad.runs.scores.best import best
from tests.engines.test_scores import (
    PATIENCE,
    PATIENT,
    PER_EPOCH,
    RECIPE,
    assert_same,
    end_of,
    first_of_no_patience,
    keras_score,
    scored_of,
    weights_at,
)


def heard(dataset: Dataset, job: Job, end_at: int | None = None) -> list[Event]:
    """Return what is reported of a job, with its end wanted once so many batches are done."""
    events: list[Event] = []
    control = FreeRun()

    def report(event: Event) -> None:
        events.append(event)
        if end_at is not None and isinstance(event, Advanced) and event.batches_done >= end_at:
            control.end_wanted = True

    KerasEngine(dataset).run(job, report, control)
    return events


def test_each_epoch_is_measured_right_after_its_losses(small_dataset: Dataset) -> None:
    events = heard(small_dataset, Job(RECIPE))
    scored = scored_of(events)
    assert [batches for batches, _ in scored] == [PER_EPOCH * epoch for epoch in range(1, RECIPE.epochs + 1)]
    for event, after in pairwise(events):
        if isinstance(after, Scored):
            assert isinstance(event, Advanced)
            assert after.scores.test is not None
            assert event.accuracy == after.scores.test.accuracy
            assert after.scores.training is not None
            assert after.scores.validation is not None
    expected = keras_score(end_of(events).snapshot, small_dataset.test_images, small_dataset.test_labels)
    found = scored[-1][1].test
    assert found is not None
    assert (found.loss, found.accuracy) == pytest.approx((expected.loss, expected.accuracy), abs=1e-6)


def test_nobody_waits_for_it_in_mid_epoch(small_dataset: Dataset) -> None:
    ended = heard(small_dataset, Job(RECIPE), end_at=3)
    assert 3 <= end_of(ended).snapshot.updates < PER_EPOCH
    assert scored_of(ended) == []
    assert scored_of(heard(small_dataset, Job(RECIPE, step=Step.BATCH))) == []


def test_it_ends_with_the_best_epoch_where_its_patience_is_out(small_dataset: Dataset) -> None:
    events = heard(small_dataset, Job(PATIENT))
    scored = scored_of(events)
    end, best_epoch = first_of_no_patience(scored), best(scored, PER_EPOCH)
    assert best_epoch is not None
    assert scored[-1][0] == end == best_epoch + PATIENCE * PER_EPOCH < PATIENT.total_batches
    assert_same(end_of(events).snapshot, weights_at(events, best_epoch))
    last = next(event for event in reversed(events) if isinstance(event, SnapshotTaken))
    assert last.snapshot.updates == end  # its last weights are a moment of it still


def test_whoever_goes_on_knows_what_was_measured_before(small_dataset: Dataset) -> None:
    first = heard(small_dataset, Job(PATIENT), end_at=PER_EPOCH + 3)
    known = tuple(scored_of(first))
    moment = Moment(weights_at(first, PER_EPOCH))
    rest = heard(small_dataset, Job(PATIENT, end_of(first), scored=known, best=moment))
    scored = [entry for entry in (*known, *scored_of(rest)) if not entry[0] % PER_EPOCH]
    assert scored[-1][0] == first_of_no_patience(scored)
    assert end_of(rest).snapshot.updates == best(scored, PER_EPOCH)
