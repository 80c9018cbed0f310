"""At which batches a run's weights are kept: often at first, when it learns fastest, then at the epochs' ends."""

from digitpad.runs.recipe import Recipe

MOST = 15
"""Moments that are planned for a run at most."""

MOST_BYTES = 32_000_000
"""What a run's planned moments may take: a larger network has fewer, but always the first and the last."""

BYTES_A_WEIGHT = 4
STEPS = (1, 3)
"""Of each power of ten."""


def planned(recipe: Recipe) -> tuple[int, ...]:
    """Return after how many batches the weights are kept, ascending: 0, 1, 3, 10, 30, …, epochs' ends, the last.

    Where the epochs are many, those ends stay that lie most evenly; where the network is large, fewer of all.
    """
    total = recipe.total_batches
    most = max(2, min(MOST, MOST_BYTES // (BYTES_A_WEIGHT * recipe.architecture.parameters)))
    early = [0] + [
        batch for power in range(len(str(total))) for step in STEPS if (batch := step * 10**power) < total
    ]
    ends = list(range(recipe.batches_per_epoch, total + 1, recipe.batches_per_epoch))
    # What comes within an epoch shows how it learns to read at all, what comes after how it gets better.
    early = [batch for batch in early if batch < recipe.batches_per_epoch]
    room = max(1, most - len(early))
    found = sorted({*early, *_evenly(ends, room)})
    return tuple(_evenly(found, most))


def _evenly(numbers: list[int], most: int) -> list[int]:
    """Return at most so many of the numbers, evenly among them, the last always and the first if there is room."""
    if len(numbers) <= most:
        return numbers
    if most == 1:
        return numbers[-1:]
    return [numbers[round(place * (len(numbers) - 1) / (most - 1))] for place in range(most)]
