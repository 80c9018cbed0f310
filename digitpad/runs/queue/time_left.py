"""How long a queue will still take, judged by the run that trains."""

from collections.abc import Iterable

from digitpad.runs.estimate import seconds_a_batch
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run


def seconds_left(run: Run, waiting: Iterable[Recipe]) -> float | None:
    """Return the seconds until this run and those of the recipes after it are done; None before its first batch.

    What is known of this computer is how long the run's batches took: the others' are longer as they have more
    to multiply.
    """
    done = len(run.history)
    if not done:
        return None
    a_batch = run.seconds / done
    slower = a_batch / seconds_a_batch(run.recipe)
    rest = sum(recipe.total_batches * seconds_a_batch(recipe) for recipe in waiting)
    return (run.recipe.total_batches - done) * a_batch + slower * rest
