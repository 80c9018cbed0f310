"""The engines that drive the lesson's loop: compiled by XLA, as a TensorFlow graph, or eagerly, line by line."""

import time

from digitpad.data.mnist import Dataset
from digitpad.engines.batches import MAX_CHUNK_BATCHES
from digitpad.engines.loop import CHUNK_SECONDS, TrainingLoop
from digitpad.engines.program import Execution
from digitpad.engines.protocol import Control, Job, Report
from digitpad.network.snapshot import Snapshot
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, DivergedError, Intervened, Scored, SnapshotTaken
from digitpad.runs.moments.best import read
from digitpad.runs.moments.plan import planned

SNAPSHOT_SECONDS = 1 / 30
"""Least time between two snapshots of the weights: the bars need no more pictures than that."""

SNAPSHOT_SHARE = 0.1
"""Share of the time that snapshots may take: those of a large network come less often."""

CHECKPOINT_SECONDS = 1.0
"""Time between two checkpoints: what a crash can cost of a run."""

SLOW_SECONDS = 0.02
"""Batches that take longer than this have a checkpoint each, and the memory for it is made ready before: to copy
what the run needs takes as long again, longer where memory is new, and a pause that waits for both shall take no
more than a tenth of a second."""


class TensorFlowEngine:
    """Drives a TrainingLoop on a dataset; ``execution`` None is the best that this TensorFlow has."""

    def __init__(self, dataset: Dataset, execution: Execution | None = None) -> None:
        self._dataset = dataset
        self._execution = execution

    def run(self, job: Job, report: Report, control: Control) -> None:
        """Train as the protocol says. Raises DivergedError when a loss or weight is no number any more."""
        loop = loop_for(job, self._dataset, self._execution)
        first = loop.snapshot() if job.checkpoint is None else job.checkpoint.snapshot
        report(Begun(loop.execution.value, first, job.checkpoint))
        loop.attach()
        try:
            _train(loop, first, job, report, control)
        except DivergedError as error:
            if error.advanced is not None:  # a class shall see the loss shoot up
                _tell(job, error.advanced, report)
            raise
        finally:
            loop.detach()


def loop_for(job: Job, dataset: Dataset, execution: Execution | None) -> TrainingLoop:
    """Return the loop that trains a job; waits for the disk if that has its best epoch's weights."""
    best = read(job.best) if job.recipe.best_weights else None
    return TrainingLoop(job.recipe, dataset, execution, job.checkpoint, job.by_hand, job.ours, job.scored, best)


def _train(loop: TrainingLoop, newest: Snapshot, job: Job, report: Report, control: Control) -> None:
    """Train as the protocol says; ``newest`` is the snapshot that was reported last."""
    # Of the last one the checkpoint at the end tells.
    moments = [moment for moment in planned(job.recipe) if moment < job.end]
    last_checkpoint = time.monotonic()
    next_snapshot = last_checkpoint + SNAPSHOT_SECONDS
    while loop.batches_done < job.end and not (loop.finished or control.end_wanted):
        _follow(loop, control)
        start, seconds = time.monotonic(), control.seconds_for(loop.batches_done)
        border = next((moment for moment in moments if moment > loop.batches_done), job.end)
        advanced = _advance(loop, min(_paced(seconds), border - loop.batches_done))
        if len(advanced.losses) == 0:  # the images are still being prepared
            continue
        _tell(job, advanced, report)
        if not loop.batches_done % job.recipe.batches_per_epoch:
            _tell_scores(loop, report)
        now = time.monotonic()
        if now - last_checkpoint >= CHECKPOINT_SECONDS or _is_slow(advanced):
            checkpoint = loop.checkpoint()
            newest, last_checkpoint = checkpoint.snapshot, now
            report(CheckpointTaken(checkpoint))
            if _is_slow(advanced) and not control.end_wanted:
                loop.make_room()
        elif now >= next_snapshot or loop.batches_done in moments or loop.is_at_best:
            newest = loop.snapshot()
            report(SnapshotTaken(newest))
        if newest.updates == loop.batches_done:
            next_snapshot = now + max(SNAPSHOT_SECONDS, (time.monotonic() - now) / SNAPSHOT_SHARE)
        rest = start + seconds * len(advanced.losses) - time.monotonic()
        if rest > 0 and loop.batches_done < job.end:
            control.wait(rest)
    _follow(loop, control)  # asked for during the last batches: it is what the run goes on with
    last = loop.last_checkpoint(newest)
    if (
        last.snapshot.updates != loop.batches_done
    ):  # it ends with an earlier epoch's: its last is a moment of it too
        report(SnapshotTaken(loop.snapshot()))
    report(CheckpointTaken(last))


def _advance(loop: TrainingLoop, most: int) -> Advanced:
    """Train on; what batches that take long have led to is copied before anybody hears of them.

    So the run can rest there at once, whatever is trained on next.
    """
    advanced = loop.advance(most)
    if len(advanced.losses) and _is_slow(advanced):
        try:
            loop.checkpoint()
        except DivergedError as error:
            error.advanced = advanced
            raise
    return advanced


def _tell(job: Job, advanced: Advanced, report: Report) -> None:
    """Report what some batches gave, and before that, if they were chosen by hand, all there is of these."""
    if job.by_hand is not None and len(advanced.losses):
        first = job.first_batch
        report(Intervened(job.by_hand.intervention(first, advanced.batches_done - first)))
    report(advanced)


def _tell_scores(loop: TrainingLoop, report: Report) -> None:
    """Report how good the network is."""
    report(Scored(loop.batches_done, loop.scores()))


def _paced(seconds: float) -> int:
    """Return how many batches to train on in one go when each shall take so many seconds; 0 is full speed."""
    return max(1, int(CHUNK_SECONDS / seconds)) if seconds else MAX_CHUNK_BATCHES


def _follow(loop: TrainingLoop, control: Control) -> None:
    rate = control.learning_rate
    if rate is not None:
        loop.set_learning_rate(rate)


def _is_slow(advanced: Advanced) -> bool:
    return advanced.seconds > SLOW_SECONDS * len(advanced.losses)
