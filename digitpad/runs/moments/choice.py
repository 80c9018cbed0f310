"""Which moments of a run are worth keeping, and which are missed least."""

from collections.abc import Collection, Sequence

from digitpad.runs.by_hand import How
from digitpad.runs.loss_history import LossHistory
from digitpad.runs.moments.moment import Moment

MOST = 40
"""Moments of a run at most, however often somebody intervenes."""


def was_intervened(history: LossHistory, before: int, after: int) -> bool:
    """Say whether something was done by hand to a run between two of its batches, ``before`` < ``after``."""
    begun = [batch for batch, _ in history.rate_changes]
    begun += [found.first for found in history.interventions]
    return any(before <= batch < after for batch in begun)


def ends_by_hand(history: LossHistory, updates: int) -> bool:
    """Say whether batches by hand ended just there; more may come of them while they are under way."""
    return any(found.how is How.BATCHES and found.end == updates for found in history.interventions)


def least_missed(moments: Sequence[Moment], planned: Collection[int] = ()) -> Moment | None:
    """Return which of a run's moments can go; None if there are but the first and the last.

    It is the one whose neighbours lie closest together, measured by how often the batches have doubled between
    them; those that were ``planned`` go only when there are no others.
    """
    between = [
        ((after.updates + 1) / (before.updates + 1), moment)
        for before, moment, after in zip(moments, moments[1:], moments[2:], strict=False)
    ]
    unplanned = [found for found in between if found[1].updates not in planned]
    return min(unplanned or between, key=lambda found: found[0], default=(0.0, None))[1]
