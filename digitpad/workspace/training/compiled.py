"""What is compiled already: a run of anything else takes a second or more until its first batch."""

from collections.abc import Mapping

from digitpad.network.architecture import Architecture
from digitpad.runs.recipe import Loop, Optimizer, Recipe

KEPT_PROGRAMS: Mapping[Loop, int] = {Loop.COMPILED: 4, Loop.KERAS: 2}
"""As ``engines.program`` and ``engines.keras.program`` keep them, those that were used last."""

Program = tuple[Architecture, Optimizer, float]
"""A network, an optimizer, and its weight decay, which is compiled with it."""


class Compiled:
    """Remembers which programs the engines have kept, and for batches of which sizes."""

    def __init__(self) -> None:
        self._sizes: dict[Loop, dict[Program, set[int]]] = {loop: {} for loop in KEPT_PROGRAMS}

    def covers(self, recipe: Recipe, loop: Loop) -> bool:
        """Say whether a run by this recipe can begin at once; line by line nothing is compiled."""
        programs = self._sizes.get(loop)
        return programs is None or _batch(recipe) in programs.get(_program(recipe), ())

    def note(self, recipe: Recipe, loop: Loop) -> None:
        """A run by this recipe has trained, or what it needs was compiled before."""
        programs = self._sizes.get(loop)
        if programs is None:
            return
        sizes = programs.pop(_program(recipe), set())
        programs[_program(recipe)] = {*sizes, _batch(recipe)}  # the last in order is the one used last
        while len(programs) > KEPT_PROGRAMS[loop]:
            del programs[next(iter(programs))]


def _program(recipe: Recipe) -> Program:
    return recipe.architecture, recipe.optimizer, recipe.weight_decay


def _batch(recipe: Recipe) -> int:
    return recipe.images_a_batch
