"""The different recipes of many runs, found soon where few of them are others than the last time."""

from collections.abc import Iterable

from digitpad.runs.recipe import Recipe


class DistinctRecipes:
    """Finds out once of each recipe which it is like: comparing a thousand takes longer than a frame may."""

    def __init__(self) -> None:
        self._first: dict[Recipe, Recipe] = {}
        self._known: dict[int, tuple[Recipe, Recipe]] = {}

    def of(self, recipes: Iterable[Recipe]) -> list[Recipe]:
        """Return these recipes without those that are like another one, in their order."""
        before, self._known = self._known, {}
        for recipe in recipes:
            found = before.get(id(recipe))  # which is kept with it, lest another one get its place
            self._known[id(recipe)] = found or (recipe, self._first.setdefault(recipe, recipe))
        return list({id(first): first for _, first in self._known.values()}.values())
