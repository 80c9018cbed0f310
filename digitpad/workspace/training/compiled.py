"""What is compiled already: a run of anything else takes a second or more until its first batch."""

from digitpad.network.architecture import Architecture
from digitpad.runs.recipe import Loop, Optimizer, Recipe

KEPT_PROGRAMS = 4
"""As ``engines.program`` keeps them, those that were used last."""

Program = tuple[Architecture, Optimizer]


class Compiled:
    """Remembers which programs the engines have kept, and for batches of which sizes."""

    def __init__(self) -> None:
        self._sizes: dict[Program, set[int]] = {}

    def covers(self, recipe: Recipe, loop: Loop) -> bool:
        """Say whether a run by this recipe can begin at once; line by line nothing is compiled."""
        sizes = self._sizes.get((recipe.architecture, recipe.optimizer), set())
        return loop is Loop.LINE_BY_LINE or _batch(recipe) in sizes

    def note(self, recipe: Recipe, loop: Loop) -> None:
        """A run by this recipe has trained, or what it needs was compiled before."""
        if loop is not Loop.COMPILED:
            return
        program = recipe.architecture, recipe.optimizer
        sizes = self._sizes.pop(program, set())
        self._sizes[program] = {*sizes, _batch(recipe)}  # the last in order is the one used last
        while len(self._sizes) > KEPT_PROGRAMS:
            del self._sizes[next(iter(self._sizes))]


def _batch(recipe: Recipe) -> int:
    return min(recipe.batch_size, recipe.data.size)
