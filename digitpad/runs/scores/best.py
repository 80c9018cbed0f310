"""What scores say: which epoch was best in validation, whether to wait for a better one, how wide the gap is."""

from collections.abc import Sequence

from digitpad.runs.scores.score import Score, Scores

Scored = Sequence[tuple[int, Scores]]
"""(batches done, scores), in the order of the batches."""


def best(scored: Scored, per_epoch: int) -> int | None:
    """Return after how many batches an epoch ended with the lowest loss in validation, the first if several did.

    None if no epoch has ended yet, or nothing is held out.
    """
    found = _at_epochs(scored, per_epoch)
    return min(found, key=lambda entry: entry[1])[0] if found else None


def is_out_of_patience(scored: Scored, per_epoch: int, patience: int) -> bool:
    """Say whether the newest ``patience`` epochs were all no better than the best one before; never if it is 0."""
    done = best(scored, per_epoch)
    if not patience or done is None:
        return False
    return sum(batches > done for batches, _ in _at_epochs(scored, per_epoch)) >= patience


def newest_gap(scored: Scored) -> tuple[int, Score] | None:
    """Return the newest gap, and after how many batches it was; None without any."""
    found = ((batches, scores.gap) for batches, scores in reversed(scored))
    return next(((batches, gap) for batches, gap in found if gap is not None), None)


def _at_epochs(scored: Scored, per_epoch: int) -> list[tuple[int, float]]:
    """Return (batches done, validation loss) of each epoch's end."""
    return [
        (batches, scores.validation.loss)
        for batches, scores in scored
        if scores.validation is not None and batches and not batches % per_epoch
    ]
