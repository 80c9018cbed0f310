"""What a run is made of, and the recipes that come with the program."""

import math
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from digitpad.data.recipe_values import choice, known_fields, share, shown, whole_number
from digitpad.data.training_data import ALL_IMAGES, SEEDS, TrainingData, TrainingImages
from digitpad.errors import RecipeError
from digitpad.network.architecture import ARTICLE, Architecture
from digitpad.network.initial import Initializer

EPOCHS = (1, 1000)
BATCH_SIZES = (1, ALL_IMAGES)
MAX_BATCHES = 5_000_000
"""Of a run: its losses and their times take 100 MB; a computer in a classroom takes hours for them."""


MOST_DECAY = 1.0


class Optimizer(StrEnum):
    """Who turns gradients into new weights."""

    NAIVE_SGD = "naive-sgd"
    SGD = "sgd"
    RMSPROP = "rmsprop"
    ADAM = "adam"


class Loop(StrEnum):
    """How the loop runs. No part of a recipe: by each of them the losses are the same, to within rounding."""

    COMPILED = "compiled"
    LINE_BY_LINE = "line-by-line"
    """The lesson's eager loop."""
    KERAS = "keras"
    """Keras' own ``fit``."""


class Schedule(StrEnum):
    """How the learning rate goes through a run."""

    CONSTANT = "constant"
    COSINE = "cosine"
    """Up from 0 in the first epoch, then down to 0 along a cosine (Loshchilov & Hutter 2017)."""


@dataclass(frozen=True)
class Recipe:
    """Everything that decides how a run goes: the same recipe gives the same losses, bit for bit.

    Raises RecipeError for values that make no sense.

    Attributes:
        weight_decay: by how much of itself, times the learning rate, each weight becomes smaller at each update:
            the Keras optimizers' own argument; 0 is none.
        patience: after how many epochs that were not better in validation than the best one the run ends; 0 is
            never.
        best_weights: whether a run that has ended keeps the weights of the epoch that was best in validation.
    """

    epochs: int = 5
    batch_size: int = 128
    learning_rate: float = 1e-3
    optimizer: Optimizer = Optimizer.RMSPROP
    initializer: Initializer = Initializer.GLOROT_UNIFORM
    seed: int = 0
    shuffle: bool = True
    schedule: Schedule = Schedule.CONSTANT
    architecture: Architecture = field(default_factory=Architecture)
    data: TrainingData = field(default_factory=TrainingData)
    weight_decay: float = 0.0
    patience: int = 0
    best_weights: bool = False

    def __post_init__(self) -> None:
        whole_number("epochs", self.epochs, EPOCHS)
        whole_number("batch-size", self.batch_size, BATCH_SIZES)
        whole_number("seed", self.seed, SEEDS)
        if isinstance(self.learning_rate, bool) or not isinstance(self.learning_rate, int | float):
            raise RecipeError("recipe-rate-no-number", value=shown(self.learning_rate))
        if not 0 < self.learning_rate <= sys.float_info.max:
            raise RecipeError("recipe-rate", value=self.learning_rate)
        if not isinstance(self.shuffle, bool):
            raise RecipeError("recipe-shuffle", value=shown(self.shuffle))
        object.__setattr__(self, "weight_decay", share("weight-decay", self.weight_decay, MOST_DECAY))
        whole_number("patience", self.patience, (0, EPOCHS[1]))
        if not isinstance(self.best_weights, bool):
            raise RecipeError("recipe-best-weights", value=shown(self.best_weights))
        for name, kind in _CHOICES.items():
            object.__setattr__(self, name, choice(kind, name, getattr(self, name)))
        if self.initializer is Initializer.READY_MADE and self.architecture != ARTICLE:
            raise RecipeError("recipe-ready-made")
        if self.weight_decay and self.optimizer is Optimizer.NAIVE_SGD:
            raise RecipeError("recipe-decay-by-hand")
        if (self.patience or self.best_weights) and not self.data.of_validation:
            raise RecipeError("recipe-needs-validation")
        if self.shuffle and self.data.by_label:
            raise RecipeError("recipe-shuffled-by-label")
        if self.total_batches > MAX_BATCHES:
            raise RecipeError("recipe-batches", batches=self.total_batches, most=MAX_BATCHES)

    @property
    def batches_per_epoch(self) -> int:
        """How many batches show every image once; the last may be smaller than the others."""
        return math.ceil(self.data.size / self.batch_size)

    @property
    def images_a_batch(self) -> int:
        """How many images a batch has, but for an epoch's last one: of 100 images none has more than these."""
        return min(self.batch_size, self.data.size)

    def images_in(self, batches: int) -> int:
        """Return how many images a run's first so many batches show, each as often as it comes."""
        epochs, rest = divmod(batches, self.batches_per_epoch)
        return epochs * self.data.size + min(rest * self.batch_size, self.data.size)

    @property
    def total_batches(self) -> int:
        """How many batches the whole run has."""
        return self.epochs * self.batches_per_epoch

    def as_dict(self) -> dict[str, object]:
        """Return the recipe as JSON can hold it."""
        values = {name: str(value) if isinstance(value, StrEnum) else value for name, value in vars(self).items()}
        return {**values, "architecture": self.architecture.as_json(), "data": self.data.as_json()}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> "Recipe":
        """Rebuild a recipe from JSON; what is missing is as it is by default. Raises RecipeError.

        The first files had ``images`` beside the other entries, and the article's network alone.
        """
        if isinstance(values, Mapping) and "images" in values and "data" not in values:
            values = {**values, "data": {"images": values["images"]}}
            del values["images"]
        entries = known_fields("recipe", values, _DEFAULTS)
        entries["architecture"] = Architecture.from_json(entries["architecture"])
        entries["data"] = TrainingData.from_json(entries["data"])
        return cls(**entries)


_CHOICES: Mapping[str, type[StrEnum]] = {
    "optimizer": Optimizer,
    "initializer": Initializer,
    "schedule": Schedule,
}
_DEFAULTS: Mapping[str, object] = Recipe().as_dict()


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
    data=TrainingData(TrainingImages.VARIED),
    weight_decay=0.02,
)
"""Reads the handwriting of people whom MNIST never met; what each part contributes: CONTRIBUTING.md."""

PRESETS: dict[str, Recipe] = {
    "keras": KERAS_RECIPE,
    "from-scratch": FROM_SCRATCH_RECIPE,
    "handwriting": HANDWRITING_RECIPE,
}
"""The recipes that come with the program, by the name the command line uses; the first is the default."""
