"""What a session says of a run's scores: entries of its header, one for each time that they were measured."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from digitpad.data.training_data import is_digest
from digitpad.document.header_values import loss_of, share_of, whole
from digitpad.runs.scores.score import SETS, UNKNOWN, Score, Scores

TEST_IS_OURS = "test_is_ours"
"""Of scores whose test is of the class's digits: of which; earlier versions said true."""

EXPERIMENTS_VERSION = 5
"""Of a session, from which on its runs say how their loop ran, and have scores."""


def scores_as_json(scored: Sequence[tuple[int, Scores]]) -> list[list[Any]]:
    """Return [batches done, {set: {"loss": …, "accuracy": …}}] for each time; and whose test, if not MNIST's."""
    return [[batches, _as_json(scores)] for batches, scores in scored]


def read_scores(entries: object, most: int) -> list[tuple[int, Scores]]:
    """Return a run's scores, of which it has done ``most`` batches. Raises ValueError, TypeError, KeyError."""
    if not isinstance(entries, list):
        raise TypeError("scores are a list")
    found = [(whole(batches, most=most), _scores(said)) for batches, said in entries]
    if [batches for batches, _ in found] != sorted({batches for batches, _ in found}):
        raise ValueError("a run's scores are out of order")
    return found


def _as_json(scores: Scores) -> dict[str, Any]:
    said = {name: asdict(score) for name in SETS if (score := getattr(scores, name)) is not None}
    return said | ({TEST_IS_OURS: scores.test_of} if scores.test_is_ours else {})


def _scores(said: object) -> Scores:
    if not isinstance(said, dict) or not said.keys() <= {*SETS, TEST_IS_OURS}:
        raise ValueError("scores of no known set")
    found = {name: _score(said[name]) for name in SETS if name in said}
    return Scores(**found, test_of=_whose(said[TEST_IS_OURS]) if TEST_IS_OURS in said else "")


def _whose(said: object) -> str:
    if said is True or said == UNKNOWN:
        return UNKNOWN
    if not isinstance(said, str) or not is_digest(said):
        raise ValueError("a score says of its test what nobody says")
    return said


def _score(said: object) -> Score:
    if not isinstance(said, dict) or said.keys() != {"loss", "accuracy"}:
        raise ValueError("a score is a loss and an accuracy")
    return Score(loss_of(said["loss"]), share_of(said["accuracy"]))
