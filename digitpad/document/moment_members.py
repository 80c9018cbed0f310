"""A run's moments in a session: its entry says after how many batches each was, and each has an array of its own.

Array ``moment<k>``, float32 (parameters,), is all its weights in the network's order, one after the other.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import prod

import numpy as np

from digitpad.archives.npz import Array, ArraySpec
from digitpad.arrays import Floats
from digitpad.document.header_values import whole
from digitpad.network.architecture import Architecture
from digitpad.network.snapshot import Snapshot
from digitpad.runs.moments.moment import Moment

MOMENTS_VERSION = 4
"""Of a session, from which on its runs have moments."""

MOST_MOMENTS = 1_000
"""Of one run in a file: more than any keeps."""

ReadArray = Callable[[str, ArraySpec], Array]


def moments_words(moments: tuple[Moment, ...]) -> list[int]:
    """Return what a run's entry says of its moments."""
    return [moment.updates for moment in moments]


def moment_arrays(moments: tuple[Moment, ...]) -> Iterator[tuple[str, Array]]:
    """Yield the moments' arrays by name; each is in memory only while it is written."""
    for number, moment in enumerate(moments):
        yield f"moment{number}", flat(moment.read())


def flat(snapshot: Snapshot) -> Floats:
    """Return all weights one after the other, float32 (parameters,)."""
    return np.concatenate([weights.ravel() for weights in snapshot.weights])


def moments_of(listed: object, architecture: Architecture, done: int, array: ReadArray) -> Iterator[Moment]:
    """Yield the moments of a run that has done so many batches, of which its entry says ``listed``.

    Raises ValueError for what cannot be, and what ``array`` raises.
    """
    if not isinstance(listed, list) or len(listed) > MOST_MOMENTS:
        raise ValueError("a run has no list of moments, or too many")
    updates = [whole(count, most=done) for count in listed]
    if any(after <= before for before, after in pairwise(updates)):
        raise ValueError("a run's moments are out of order")
    spec = ArraySpec("float32", (architecture.parameters,))
    for number, count in enumerate(updates):
        snapshot = _snapshot(array(f"moment{number}", spec), count, architecture)
        if not snapshot.finite:
            raise ValueError("a moment's weights are no numbers")
        yield Moment(snapshot)


def _snapshot(weights: Array, updates: int, architecture: Architecture) -> Snapshot:
    weights.flags.writeable = False
    ends = np.cumsum([prod(shape) for shape in architecture.shapes])[:-1]
    parts = zip(np.split(weights, ends), architecture.shapes, strict=True)
    return Snapshot(
        tuple(np.asarray(part.reshape(shape), np.float32) for part, shape in parts), updates, architecture
    )
