"""What a session says of a run's scores, and what it cannot say."""

import pytest

from digitpad.document.score_words import read_scores, scores_as_json
from digitpad.runs.scores.score import Score, Scores

SCORED = [
    (10, Scores(Score(0.5, 0.9), Score(0.6, 0.8), Score(0.7, 0.75))),
    (14, Scores(test=Score(0.4, 0.9), test_is_ours=True)),
]


def test_they_are_read_as_they_were() -> None:
    assert read_scores(scores_as_json(SCORED), 14) == SCORED


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
