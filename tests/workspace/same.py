"""Whether two runs are in the same state, bit for bit."""

import numpy as np

from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint


def assert_same_state(one: Checkpoint, other: Checkpoint) -> None:
    assert one.snapshot.updates == other.snapshot.updates
    assert one.learning_rate == other.learning_rate
    assert len(one.slots) == len(other.slots)
    for mine, theirs in zip(
        (*one.snapshot.weights, *one.slots), (*other.snapshot.weights, *other.slots), strict=True
    ):
        np.testing.assert_array_equal(mine, theirs)


def assert_same_weights(one: Snapshot, other: Snapshot) -> None:
    for mine, theirs in zip(one.weights, other.weights, strict=True):
        np.testing.assert_array_equal(mine, theirs)
