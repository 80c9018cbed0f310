"""Which epoch is the best in validation, and when a run has waited long enough for a better one."""

import pytest

from digitpad.runs.scores.best import best, is_out_of_patience, newest_gap
from digitpad.runs.scores.score import Score, Scores

PER_EPOCH = 10


def validated(*losses: float) -> list[tuple[int, Scores]]:
    """Return the scores of a run whose epochs ended with these losses in validation."""
    return [(PER_EPOCH * epoch, Scores(validation=Score(loss, 0.5))) for epoch, loss in enumerate(losses, 1)]


@pytest.mark.parametrize(
    ("losses", "expected"), [((), None), ((3.0,), 10), ((3.0, 1.0, 2.0), 20), ((2.0, 1.0, 1.0), 20)]
)
def test_the_best_epoch_is_the_first_of_the_lowest_loss(losses: tuple[float, ...], expected: int | None) -> None:
    assert best(validated(*losses), PER_EPOCH) == expected


def test_what_is_measured_before_the_first_batch_or_within_an_epoch_is_no_epoch() -> None:
    better = Scores(validation=Score(0.1, 0.9))
    assert best([(0, better), *validated(3.0), (15, better)], PER_EPOCH) == 10
    assert best([(10, Scores(training=Score(0.1, 0.9)))], PER_EPOCH) is None, "nothing is held out"


@pytest.mark.parametrize(
    ("losses", "patience", "expected"),
    [
        ((3.0, 1.0, 2.0), 0, False),
        ((3.0, 1.0, 2.0), 1, True),
        ((3.0, 1.0, 2.0), 2, False),
        ((3.0, 1.0, 1.0, 1.5), 2, True),
        ((), 1, False),
    ],
)
def test_patience_ends_after_so_many_epochs_that_were_no_better(
    losses: tuple[float, ...], patience: int, expected: bool
) -> None:
    assert is_out_of_patience(validated(*losses), PER_EPOCH, patience) is expected


def test_the_newest_gap_is_to_validation_or_else_to_the_test() -> None:
    training, test = Score(0.5, 0.9), Score(0.75, 0.75)
    known = [(10, Scores(training, Score(1.0, 0.5), test)), (20, Scores(training, None, test)), (30, Scores())]
    assert newest_gap(known[:1]) == (10, Score(0.5, pytest.approx(0.4)))
    assert newest_gap(known) == (20, Score(0.25, pytest.approx(0.15)))
    assert newest_gap(known[2:]) is None
