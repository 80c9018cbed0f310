"""A run that goes on from where another one was."""

from digitpad.network.snapshot import Snapshot
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.moments.best import scored_until
from digitpad.runs.run import Run
from digitpad.runs.scores.best import is_out_of_patience


def branched(run: Run, snapshot: Snapshot) -> Run:
    """Return a new run, without number and name, that has all of another one's way up to ``snapshot``.

    It can go on from there, with the learning rate that the other one had and an optimizer that begins afresh: of
    a moment nothing but the weights is kept. It says that it began so, and never passes for a run by its recipe.
    """
    done = snapshot.updates
    branch = Run(
        0,
        "",
        run.recipe,
        run.history.until(done),
        loop=run.loop,
        probabilities=run.probabilities.until(done),
        moments=tuple(moment for moment in run.moments if moment.updates <= done),
    )
    branch.history.add_intervention(Intervention(done, How.MOMENT, origin=run.name))
    branch.take_checkpoint(Checkpoint(snapshot, (), branch.learning_rate))
    return branch


def can_branch(run: Run, updates: int) -> bool:
    """Say whether a run has batches left after so many, and had not ended by itself there."""
    recipe = run.recipe
    ended = is_out_of_patience(scored_until(run, updates), recipe.batches_per_epoch, recipe.patience)
    return updates < recipe.total_batches and not ended
