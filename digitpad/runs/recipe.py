"""What a run is made of, and the recipes that come with the program."""

import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum

EPOCHS = (1, 1000)
BATCH_SIZES = (1, 60_000)
SEEDS = (0, 2**31 - 1)


class Optimizer(StrEnum):
    """Who turns gradients into new weights."""

    NAIVE_SGD = "naive-sgd"
    SGD = "sgd"
    RMSPROP = "rmsprop"
    ADAM = "adam"


class Initializer(StrEnum):
    """How the first weights are drawn."""

    UNIFORM = "uniform"
    GLOROT_UNIFORM = "glorot-uniform"


class Schedule(StrEnum):
    """How the learning rate goes through a run."""

    CONSTANT = "constant"
    COSINE = "cosine"
    """Up from 0 in the first epoch, then down to 0 along a cosine (Loshchilov & Hutter 2017)."""


class TrainingImages(StrEnum):
    """Which pictures the network learns from."""

    PLAIN = "plain"
    """MNIST's own."""
    VARIED = "varied"
    """MNIST's, distorted anew each epoch, some with slashes, flags, feet and bars drawn over them."""


class RecipeError(ValueError):
    """A recipe makes no sense; the message is a sentence that says what to change."""


@dataclass(frozen=True)
class Recipe:
    """Everything that decides how a run goes: the same recipe gives the same losses, bit for bit.

    Raises RecipeError for values that make no sense.
    """

    epochs: int = 5
    batch_size: int = 128
    learning_rate: float = 1e-3
    optimizer: Optimizer = Optimizer.RMSPROP
    initializer: Initializer = Initializer.GLOROT_UNIFORM
    seed: int = 0
    shuffle: bool = True
    schedule: Schedule = Schedule.CONSTANT
    images: TrainingImages = TrainingImages.PLAIN

    def __post_init__(self) -> None:
        _check_range("epochs", self.epochs, EPOCHS)
        _check_range("batch size", self.batch_size, BATCH_SIZES)
        _check_range("seed", self.seed, SEEDS)
        if isinstance(self.learning_rate, bool) or not isinstance(self.learning_rate, int | float):
            raise RecipeError(f"The learning rate must be a number, not {self.learning_rate!r}.")
        if not 0 < self.learning_rate <= sys.float_info.max:
            raise RecipeError(f"The learning rate must be a finite number above 0, not {self.learning_rate}.")
        if not isinstance(self.shuffle, bool):
            raise RecipeError(f"“shuffle” must be true or false, not {self.shuffle!r}.")
        for name, kind in _CHOICES.items():
            object.__setattr__(self, name, _member(kind, name, getattr(self, name)))

    def as_dict(self) -> dict[str, str | int | float | bool]:
        """Return the recipe as JSON can hold it."""
        return {name: value.value if isinstance(value, StrEnum) else value for name, value in asdict(self).items()}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> "Recipe":
        """Rebuild a recipe; unknown names, missing names and wrong values raise RecipeError."""
        known = {field.name for field in fields(cls)}
        if set(values) != known:
            odd = ", ".join(sorted(set(values) ^ known))
            raise RecipeError(f"The recipe has missing or unknown entries: {odd}.")
        return cls(**values)  # type: ignore[arg-type]  # __post_init__ checks what JSON brings


_CHOICES: dict[str, type[StrEnum]] = {
    "optimizer": Optimizer,
    "initializer": Initializer,
    "schedule": Schedule,
    "images": TrainingImages,
}


def _check_range(name: str, value: object, bounds: tuple[int, int]) -> None:
    low, high = bounds
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise RecipeError(f"The {name} must be a whole number from {low:,} to {high:,}, not {value}.")


def _member(kind: type[StrEnum], name: str, value: object) -> StrEnum:
    try:
        return kind(str(value))
    except ValueError:
        raise RecipeError(f"The {name} must be one of {', '.join(kind)}, not {value!r}.") from None


KERAS_RECIPE = Recipe()
"""The article's first example: RMSprop, 5 epochs of 469 shuffled batches of 128 = 2,345 updates."""

FROM_SCRATCH_RECIPE = Recipe(
    epochs=10,
    optimizer=Optimizer.NAIVE_SGD,
    initializer=Initializer.UNIFORM,
    shuffle=False,
)
"""The article's second example: the hand-written update, batches in the order of the file."""

HANDWRITING_RECIPE = Recipe(
    epochs=40,
    batch_size=256,
    learning_rate=4e-3,
    optimizer=Optimizer.ADAM,
    schedule=Schedule.COSINE,
    images=TrainingImages.VARIED,
)
"""Reads the handwriting of people whom MNIST never met; what each part contributes: CONTRIBUTING.md."""

PRESETS: dict[str, Recipe] = {
    "keras": KERAS_RECIPE,
    "from-scratch": FROM_SCRATCH_RECIPE,
    "handwriting": HANDWRITING_RECIPE,
}
"""The recipes that come with the program, by the name the command line uses; the first is the default."""
