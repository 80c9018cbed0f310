"""The moment of a run that was best in validation."""

from digitpad.network.snapshot import Snapshot
from digitpad.runs.moments.moment import Moment
from digitpad.runs.run import Run
from digitpad.runs.scores.best import Scored, best


def scored_until(run: Run, done: int) -> Scored:
    """Return what was measured of a run in its first ``done`` batches."""
    return tuple(entry for entry in run.history.scores if entry[0] <= done)


def best_moment(run: Run, done: int | None = None) -> Moment | None:
    """Return the moment of the best epoch by now, or after so many batches; None if none is kept."""
    scored = run.history.scores if done is None else scored_until(run, done)
    updates = best(scored, run.recipe.batches_per_epoch)
    return next((moment for moment in run.moments if moment.updates == updates), None)


def known_at(run: Run, done: int) -> tuple[Scored, Moment | None]:
    """Return what whoever goes on with a run after so many batches is to know: its scores, and its best moment."""
    return scored_until(run, done), best_moment(run, done)


def needed_moments(run: Run) -> tuple[Moment, ...]:
    """Return the moments without which a run would not go on to the end it should come to."""
    moment = best_moment(run) if run.recipe.best_weights and run.can_go_on else None
    return () if moment is None else (moment,)


def read(moment: Moment | None) -> Snapshot | None:
    """Return a moment's network, None if there is none or the disk refuses; waits for that."""
    try:
        return None if moment is None else moment.read()
    except OSError:
        return None
