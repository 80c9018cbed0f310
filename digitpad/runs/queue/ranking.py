"""Which of some runs is the best: by validation, where there is any. Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass

from digitpad.runs.run import Run
from digitpad.runs.scores.score import Scores


@dataclass(frozen=True)
class Result:
    """What came of a run: accuracies of the network that it ended with, None where nothing was measured.

    ``is_whole`` is false for one that diverged: whatever was measured before, it has no network that is any good.
    """

    run: Run
    validation: float | None
    test: float | None
    is_whole: bool = True


@dataclass(frozen=True)
class Ranking:
    """Results, the best one first; ``by_validation`` says whether they are in the order of the validation."""

    results: tuple[Result, ...]
    by_validation: bool

    def measured(self, result: Result) -> float | None:
        """Return the accuracy by which a result has its place; None if it has none."""
        if not result.is_whole:
            return None
        return result.validation if self.by_validation else result.test

    @property
    def best(self) -> Result | None:
        """The best one; None while nothing is measured."""
        return next((found for found in self.results if self.measured(found) is not None), None)


def result_of(run: Run, *, is_whole: bool = True) -> Result:
    """Return what came of a run. One that keeps its best weights ended with those of its best epoch."""
    scores = _scores(run)
    validation = None if scores.validation is None else scores.validation.accuracy
    test = run.accuracy if scores.test is None else scores.test.accuracy
    return Result(run, validation, test, is_whole)


def ranked(results: Sequence[Result]) -> Ranking:
    """Put results in order. If one of them has no validation, all are in the order of the test images."""
    whole = [found for found in results if found.is_whole and (found.validation, found.test) != (None, None)]
    by_validation = bool(whole) and all(found.validation is not None for found in whole)
    ranking = Ranking(tuple(results), by_validation)

    def worth(result: Result) -> float:
        measured = ranking.measured(result)
        return -1.0 if measured is None else measured

    return Ranking(tuple(sorted(results, key=worth, reverse=True)), by_validation)


def _scores(run: Run) -> Scores:
    scored = run.history.scores
    if not scored:
        return Scores()
    return scored[-1][1] if run.kept_epoch is None else dict(scored)[run.kept_epoch]
