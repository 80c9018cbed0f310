"""The engine that leaves a run to Keras' own ``fit``."""

from functools import partial

from digitpad.data.mnist import Dataset
from digitpad.data.training_data import NO_PICTURES
from digitpad.engines.batches import RunBatches
from digitpad.engines.best_epoch import BestEpoch
from digitpad.engines.keras.feed import BatchFeed
from digitpad.engines.keras.program import keras_program
from digitpad.engines.keras.teller import Teller
from digitpad.engines.program import Execution
from digitpad.engines.protocol import Control, Job, Report
from digitpad.engines.tensorflow_engine import TensorFlowEngine
from digitpad.errors import GivenUpError
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Begun
from digitpad.runs.moments.best import read

EXECUTION = "keras"
"""What is told of how the loop runs."""


class KerasEngine:
    """Trains by the ``fit`` of a ``keras.Sequential``, from our first weights, on our batches in our order.

    From the same weights its losses are those of the lesson's loop, to within rounding, and what one has begun the
    other can go on with. Batches by hand are trained on line by line: Keras' ``fit`` has no place for them.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def run(self, job: Job, report: Report, control: Control) -> None:
        """Train as the protocol says. Raises DivergedError when a loss or weight is no number any more."""
        if job.by_hand is not None:
            TensorFlowEngine(self._dataset, Execution.EAGER).run(job, report, control)
            return
        recipe, checkpoint = job.recipe, job.checkpoint
        train, held_out = (NO_PICTURES, NO_PICTURES) if job.ours is None else (job.ours.train, job.ours.held_out)
        first = untrained(recipe) if checkpoint is None else checkpoint.snapshot
        program = keras_program(recipe.architecture, recipe.optimizer, recipe.weight_decay)
        program.load(first.weights, None if checkpoint is None else checkpoint.slots)
        batches = RunBatches(self._dataset, recipe, train)
        sets = partial(batches.scored_sets, held_out)
        best = BestEpoch(recipe, job.scored, read(job.best) if recipe.best_weights else None)
        feed = BatchFeed(batches, lambda: not control.end_wanted)
        teller = Teller(program, job, feed, sets, best, report, control)
        teller.follow()
        report(Begun(EXECUTION, first, checkpoint))
        try:
            _fit(teller, feed)
            teller.end()
        finally:
            program.copies.release()


def _fit(teller: Teller, feed: BatchFeed) -> None:
    """Let Keras fit as long as somebody wants it to."""
    try:
        while teller.is_wanted:
            teller.fit()
    except GivenUpError:
        pass  # its images were still being prepared, and nobody waits for them: the batch has not begun
    finally:
        feed.close()
