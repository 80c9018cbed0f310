"""What a session says of a run's scores, and what it cannot say."""

import pytest

from digitpad.document.score_words import read_scores, scores_as_json
from digitpad.runs.scores.score import UNKNOWN, Score, Scores

SCORED = [
    (10, Scores(Score(0.5, 0.9), Score(0.6, 0.8), Score(0.7, 0.75))),
    (14, Scores(test=Score(0.4, 0.9), test_of="0f" * 32)),
]


def test_they_are_read_as_they_were() -> None:
    assert read_scores(scores_as_json(SCORED), 14) == SCORED


def test_earlier_versions_did_not_say_of_which_digits_a_test_was() -> None:
    [(_, scores)] = read_scores([[10, {"test_is_ours": True, "test": {"loss": 0.5, "accuracy": 0.9}}]], 10)
    assert scores == Scores(test=Score(0.5, 0.9), test_of=UNKNOWN)
    assert read_scores(scores_as_json([(10, scores)]), 10) == [(10, scores)]


@pytest.mark.parametrize(
    "said",
    [
        {"exam": {"loss": 0.5, "accuracy": 0.9}},
        {"test": {"loss": 0.5}},
        {"test": {"loss": 0.5, "accuracy": 0.9, "recall": 0.9}},
        {"test": {"loss": 0.5, "recall": 0.9}},
        {"test": [0.5, 0.9]},
        {"test": {"loss": -0.5, "accuracy": 0.9}},
        {"test": {"loss": 0.5, "accuracy": 1.1}},
        {"test_is_ours": "MNIST", "test": {"loss": 0.5, "accuracy": 0.9}},
        {"test_is_ours": False, "test": {"loss": 0.5, "accuracy": 0.9}},
        [0.5, 0.9],
    ],
    ids=str,
)
def test_no_score_is_dropped_in_silence(said: object) -> None:
    with pytest.raises(ValueError, match=r"score|loss|share"):
        read_scores([[10, said]], 20)


@pytest.mark.parametrize("batches", [(10, 10), (10, 5), (21,)])
def test_each_time_comes_once_in_order_and_within_the_run(batches: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"order|whole number"):
        read_scores([[number, {}] for number in batches], 20)
