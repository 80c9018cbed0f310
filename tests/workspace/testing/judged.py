"""What the ready-made network makes of MNIST's test images, for tests that only look at it."""

from functools import cache

from digitpad.arrays import Images, Labels
from digitpad.data.mnist import load_dataset
from digitpad.network.judging import Judgement, judge
from digitpad.network.snapshot import Snapshot
from digitpad.runs.network_file import load_ready_network
from digitpad.workspace.inquiry import Wanted
from digitpad.workspace.testing.halves import judge_in_halves


@cache
def by_ready_made_network() -> Judgement:
    """Return what the ready-made network makes of MNIST's test images: each time the same."""
    judgement = judge(load_ready_network().snapshot, load_dataset().test_images, load_dataset().test_labels)
    assert judgement is not None
    return judgement


def judged(snapshot: Snapshot, images: Images, labels: Labels, wanted: Wanted) -> Judgement | None:
    """Judge as the program does, and what is known already not once more."""
    if snapshot is load_ready_network().snapshot and images is load_dataset().test_images:
        return by_ready_made_network()
    return judge_in_halves(snapshot, images, labels, wanted)
