"""What a class chooses to learn from, and the recipe that comes of it."""

from dataclasses import dataclass, replace
from enum import Enum

from digitpad.data.training_data import ALL_IMAGES, TrainingImages
from digitpad.network.architecture import ARTICLE
from digitpad.network.initial import Initializer
from digitpad.runs.recipe import Recipe


class Lesson(Enum):
    """Whose digits the network learns from."""

    MNIST = "mnist"
    OURS = "ours"
    BOTH = "both"


@dataclass(frozen=True)
class LessonChoice:
    """``share`` of an epoch's images are the class's own if the network learns from both, 0 to 1.

    ``goes_on`` begins from the ready-made network instead of fresh weights.
    """

    lesson: Lesson = Lesson.BOTH
    share: float = 0.5
    goes_on: bool = False

    @property
    def mix(self) -> float:
        """The share of an epoch's images that are the class's own, whatever is learnt from."""
        return {Lesson.MNIST: 0.0, Lesson.OURS: 1.0, Lesson.BOTH: self.share}[self.lesson]

    def recipe(self, base: Recipe) -> Recipe:
        """Return the recipe with this choice in place of its own data and beginning.

        What does not go with the choice gives way: varied images, and another network than the ready-made one's.
        Raises RecipeError for a share that makes no sense.
        """
        is_refused = self.mix and base.data.images is TrainingImages.VARIED
        images = TrainingImages.PLAIN if is_refused else base.data.images
        data = replace(base.data, mix=self.mix, drawings="", images=images)
        if base.data.mix == 1 and self.mix < 1:  # a run on our digits alone had as many images as they are
            data = replace(data, count=ALL_IMAGES)
        was_ready = base.initializer is Initializer.READY_MADE
        fresh = Initializer.GLOROT_UNIFORM if was_ready else base.initializer
        if self.goes_on:
            return replace(base, data=data, initializer=Initializer.READY_MADE, architecture=ARTICLE)
        return replace(base, data=data, initializer=fresh)
