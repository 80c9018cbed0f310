"""What sets the runs of a list apart from one another, in words; found anew only when their recipes are others."""

from collections.abc import Sequence

from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.runs.distinct import DistinctRecipes
from digitpad.workspace.wording.loop_texts import apart


class Differences:
    """Says of each run of a list what its recipe and loop have that others have not."""

    def __init__(self) -> None:
        self._made_by: list[tuple[Recipe, Loop]] = []
        self._distinct = DistinctRecipes()
        self._recipes: list[Recipe] = []
        self._loops: set[Loop] = set()
        self._said: dict[tuple[Recipe, Loop], str] = {}

    @property
    def are_any(self) -> bool:
        """Whether there is anything that sets some of them apart."""
        return len(self._recipes) > 1 or len(self._loops) > 1

    def follow(self, runs: Sequence[Run]) -> bool:
        """Compare these runs from now on; return whether something else may be said of them."""
        made_by = [(run.recipe, run.loop) for run in runs]
        if made_by == self._made_by:  # soon found of a thousand, as most are the very same
            return False
        before = self._recipes, self._loops
        self._made_by = made_by
        self._recipes = self._distinct.of(recipe for recipe, _ in made_by)
        self._loops = {loop for _, loop in made_by}
        self._said.clear()
        return before != (self._recipes, self._loops)

    def of(self, run: Run) -> str:
        """Say what sets this run apart; nothing if nothing does."""
        if not self.are_any:
            return ""
        made_by = run.recipe, run.loop
        if made_by not in self._said:
            self._said[made_by] = apart(run, self._recipes, self._loops, most=None)
        return self._said[made_by]

    def say_anew(self) -> None:
        """Speak another language."""
        self._said.clear()
