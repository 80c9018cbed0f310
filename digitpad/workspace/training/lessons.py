"""What a run is told of the class's own digits: which they are when it begins, and that others are there now."""

from typing import Protocol

from digitpad.data.pictures import ClassPictures, Pictures
from digitpad.data.training_data import NO_PICTURES
from digitpad.errors import UserError
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.training.readiness import Readiness


class Lessons(Protocol):
    """Knows what runs learn from besides MNIST."""

    def stamp(self, recipe: Recipe) -> Recipe | None:
        """Return the recipe as a run has it that begins now; None while what it learns from is being prepared.

        Raises UserError if there is too little of it.
        """
        ...

    def pictures_for(self, recipe: Recipe) -> ClassPictures | None:
        """Return the class's digits that a run of this recipe trains on from now on; None if it needs none.

        Raises UserError if there are too few, or if they are still being prepared.
        """
        ...


class NoLessons:
    """Where there is nothing but MNIST."""

    def stamp(self, recipe: Recipe) -> Recipe | None:
        """Return the recipe as it is."""
        return recipe

    def pictures_for(self, recipe: Recipe) -> ClassPictures | None:
        """Return None."""
        return None


class Supplies:
    """What a run needs to train: TensorFlow and images to learn from, or the reason why they will not be there.

    Attributes:
        lessons: what the class's own digits are.
        given: those of them that were given last, for the run under way; None if it trains on none.
    """

    def __init__(self, readiness: Readiness) -> None:
        self.lessons: Lessons = NoLessons()
        self.given: ClassPictures | None = None
        self._readiness = readiness

    @property
    def held_out(self) -> Pictures:
        """Those of the digits given last that no run is trained on: without MNIST they test it."""
        return NO_PICTURES if self.given is None else self.given.held_out

    def for_new(self, recipe: Recipe) -> tuple[Recipe, ClassPictures | None] | None:
        """Return the recipe as a run has it that begins now, and the class's digits that it trains on, if any.

        None while what it needs is being prepared. Raises UserError if that will not be there.
        """
        self._check(recipe)
        stamped = self.lessons.stamp(recipe) if self._readiness.can_train_by(recipe) else None
        return None if stamped is None else (stamped, self._given(stamped))

    def for_going_on(self, recipe: Recipe, *, trains: bool) -> tuple[bool, ClassPictures | None]:
        """Say whether a run must wait before it goes on, and return the class's digits that it trains on, if any.

        Raises UserError if what it needs will not be there; one that ``trains`` on nothing goes on without it.
        """
        try:
            waits = trains and self.must_wait_for(recipe)
            return waits, None if waits else self.pictures_for(recipe)
        except UserError:
            if trains:
                raise
            return False, None

    def must_wait_for(self, recipe: Recipe) -> bool:
        """Say whether what a run goes on with is still being prepared. Raises UserError if it will not be."""
        self._check(recipe)
        return self.lessons.stamp(recipe) is None

    def pictures_for(self, recipe: Recipe) -> ClassPictures | None:
        """Return the class's digits that a run would train on now; None if it trains on none of them.

        Raises UserError if it cannot: there are too few, or MNIST is missing, or they are awaited.
        """
        self._check(recipe)
        return self._given(recipe)

    def _given(self, recipe: Recipe) -> ClassPictures | None:
        self.given = self.lessons.pictures_for(recipe)
        return self.given

    def _check(self, recipe: Recipe) -> None:
        problem = self._readiness.problem_of(recipe)
        if problem is not None:
            raise problem


def data_change(run: Run, ours: ClassPictures | None) -> Intervention | None:
    """Return what a run is to remember that goes on with these pictures; None if they are what it learnt from."""
    if ours is None or ours.digest == run.drawings:
        return None
    return Intervention(len(run.history), How.DATA, drawings=ours.digest, pictures=len(ours.train))
