"""Where a run's losses stand on the x axis, and which of them can be seen there. NumPy only."""

import math
from enum import StrEnum

import numpy as np

from digitpad.arrays import Doubles, Floats, Places
from digitpad.runs.run import Run

SLACK_SECONDS = 1e-9

SPAN_PARTS, LEAST_SPAN = 3, 1e-9
"""An axis that shows an eighth more or less has another span; no axis shows less than this."""


class Axis(StrEnum):
    """What the x axis counts."""

    BATCH = "batch"
    LOGARITHM = "logarithm"
    """The logarithm of 1 + the batches: the fall at the beginning takes as much room as all that follows."""
    EPOCH = "epoch"
    SECONDS = "seconds"


def positions(run: Run, axis: Axis, numbers: Places) -> Doubles:
    """Return the x positions, float64 (n,), of what was measured after so many updates, ``numbers`` (n,).

    Loss number i, from 0, was measured after i updates: the first one is the untrained network's.
    """
    if axis is Axis.SECONDS:
        return np.asarray(_starts(run)[numbers], np.float64)
    if axis is Axis.LOGARITHM:
        return np.asarray(np.log10(1.0 + numbers), np.float64)
    return np.asarray(numbers / (run.recipe.batches_per_epoch if axis is Axis.EPOCH else 1.0), np.float64)


def _starts(run: Run) -> Doubles:
    """Return the seconds of training before each loss, and after the last: float64 (n + 1,)."""
    return np.concatenate([[0.0], run.history.seconds])


def between(run: Run, axis: Axis, low: float, high: float) -> tuple[int, int]:
    """Return which of a run's losses stand from ``low`` to ``high``: the first one's number, and their end."""
    count = len(run.history)
    if axis is Axis.SECONDS:
        places = _starts(run)[:count]
        first, end = int(np.searchsorted(places, low)), int(np.searchsorted(places, high, side="right"))
    else:
        numbers = np.asarray([low, high])
        if axis is Axis.LOGARITHM:
            numbers = 10.0 ** np.minimum(numbers, math.log10(1 + count)) - 1
        elif axis is Axis.EPOCH:
            numbers = numbers * run.recipe.batches_per_epoch
        least, last = np.clip(numbers, -1, count).tolist()  # somebody may have zoomed out far
        first, end = max(0, math.ceil(least)), min(count, math.floor(last) + 1)
    return first, max(first, end)


def span_of(low: float, high: float) -> tuple[float, float]:
    """Return what an axis shows and a little more, to a part of its width: not each move is another span."""
    part = 2.0 ** (math.floor(math.log2(max(high - low, LEAST_SPAN))) - SPAN_PARTS)
    return math.floor(low / part) * part, math.ceil(high / part) * part


def columns(losses: Floats, pixels: int) -> tuple[Places, Floats, Places]:
    """Return what can be seen of losses on a logarithmic axis: peak and trough of each column of pixels.

    Numbers and values of the losses to draw, (m,), and the number of each column's last. The columns' width goes
    by the decade, so that they stay the same while the curve grows and it does not shimmer.
    """
    count = len(losses)
    if not count:
        return np.arange(0), losses, np.arange(0)
    width = np.ceil(np.log10(2.0 + count)) / max(pixels, 1)
    firsts = np.flatnonzero(np.diff(np.floor(np.log10(1.0 + np.arange(count)) / width), prepend=-1.0))
    lasts = np.append(firsts[1:], count) - 1
    pairs = np.column_stack([extreme.reduceat(losses, firsts) for extreme in (np.maximum, np.minimum)])
    drawn = np.column_stack([np.ones(len(firsts), bool), lasts > firsts]).ravel()  # who is alone has one point
    return np.repeat(firsts, 2)[drawn], pairs.ravel()[drawn], lasts


def nearest(run: Run, x: float, axis: Axis) -> int | None:
    """Return the number of the run's loss nearest to ``x``, None if it has none there."""
    count = len(run.history)
    if axis is not Axis.SECONDS:
        # Somebody who has zoomed out far points to places that are no numbers of losses.
        if axis is Axis.LOGARITHM:
            number = round(10.0 ** min(x, math.log10(1 + count)) - 1)
        else:
            scale = run.recipe.batches_per_epoch if axis is Axis.EPOCH else 1
            number = round(min(max(x * scale, -1.0), count))
        return number if 0 <= number < count else None
    places = _starts(run)[:count]
    if not count or not -SLACK_SECONDS <= x <= float(run.history.seconds[-1]):
        return None
    return int(np.abs(places - x).argmin())
