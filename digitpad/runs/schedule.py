"""The learning rate of each batch of a run. NumPy alone."""

import numpy as np
import numpy.typing as npt

from digitpad.arrays import Floats
from digitpad.runs.recipe import Schedule

LARGEST = float(np.finfo(np.float32).max)
"""The largest learning rate that the network's own arithmetic has a number for."""


def learning_rates(
    schedule: Schedule, highest: float, batches: npt.NDArray[np.int_], *, per_epoch: int, total: int
) -> Floats:
    """Return the learning rates, float32 (n,), of the batches with the numbers ``batches`` (n,), from 0.

    A cosine schedule rises evenly from 0 through the first epoch and falls to 0 along half a cosine through
    the others; a run of one epoch only falls.
    """
    # Beyond float32 the network overflows all the same, without NumPy's warning.
    highest = min(highest, LARGEST)
    if schedule is Schedule.CONSTANT:
        return np.full(len(batches), highest, np.float32)
    warm_up = per_epoch if total > per_epoch else 0
    rise = (batches + 1) / max(warm_up, 1)
    fall = 0.5 + 0.5 * np.cos(np.pi * (batches - warm_up) / (total - warm_up))
    return np.asarray(highest * np.where(batches < warm_up, rise, fall), np.float32)
