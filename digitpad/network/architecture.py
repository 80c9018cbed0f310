"""What a network is made of, before it has any weights: a value from which shapes and sizes follow."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from math import prod

from digitpad.arrays import CLASSES, PIXELS
from digitpad.data.recipe_values import choice, known_fields, shown, whole_number
from digitpad.errors import RecipeError

MAX_HIDDEN = 4
UNITS = (1, 2048)


class Activation(StrEnum):
    """What a hidden layer makes of each unit's sum."""

    RELU = "relu"
    TANH = "tanh"
    SIGMOID = "sigmoid"
    NONE = "none"

    @property
    def keras_name(self) -> str:
        """What Keras calls it."""
        return "linear" if self is Activation.NONE else self.value


def doubled(units: int, steps: int) -> int:
    """Return the power of two so many steps above a number of units, below it for negative ones; at least 1."""
    for _ in range(abs(steps)):
        # The largest power of two that is not larger, and of those below it the largest.
        units = 1 << units.bit_length() if steps > 0 else 1 << max(0, (units - 1).bit_length() - 1)
    return units


@dataclass(frozen=True)
class HiddenLayer:
    """A fully connected layer between image and answer. Raises RecipeError for values that make no sense."""

    units: int = 512
    activation: Activation = Activation.RELU

    def __post_init__(self) -> None:
        whole_number("units", self.units, UNITS)
        object.__setattr__(self, "activation", choice(Activation, "activation", self.activation))


@dataclass(frozen=True)
class Architecture:
    """From 784 pixels through none to four hidden layers to softmax over ten digits; by default the article's.

    Raises RecipeError for what makes no sense.
    """

    hidden: tuple[HiddenLayer, ...] = (HiddenLayer(),)

    def __post_init__(self) -> None:
        if len(self.hidden) > MAX_HIDDEN:
            raise RecipeError("recipe-hidden-layers", count=len(self.hidden), most=MAX_HIDDEN)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The numbers from layer to layer, pixels and digits included: (784, 512, 10)."""
        return (PIXELS, *(layer.units for layer in self.hidden), CLASSES)

    @cached_property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        """The shape of each weight: W (inputs, units) and b (units,) of each layer in turn."""
        return tuple(shape for inputs, units in pairwise(self.sizes) for shape in ((inputs, units), (units,)))

    @property
    def weight_names(self) -> tuple[str, ...]:
        """What each weight is called in a file: layer0_w, layer0_b, layer1_w, …"""
        return tuple(f"layer{number}_{kind}" for number in range(len(self.sizes) - 1) for kind in ("w", "b"))

    @property
    def layer_parameters(self) -> tuple[int, ...]:
        """How many numbers each layer learns, W and b together, the output's last."""
        return tuple(prod(w) + prod(b) for w, b in zip(self.shapes[::2], self.shapes[1::2], strict=True))

    @property
    def parameters(self) -> int:
        """How many numbers the network learns."""
        return sum(self.layer_parameters)

    def as_json(self) -> dict[str, object]:
        """Return the architecture as JSON can hold it."""
        return {"hidden": [{**asdict(layer), "activation": layer.activation.value} for layer in self.hidden]}

    @classmethod
    def from_json(cls, values: object) -> "Architecture":
        """Rebuild from JSON; what is missing is as it is by default. Raises RecipeError."""
        hidden = known_fields("architecture", values, _DEFAULTS)["hidden"]
        if not isinstance(hidden, list):
            raise RecipeError("recipe-no-list", value=shown(hidden))
        return cls(tuple(HiddenLayer(**known_fields("hidden", layer, _LAYER_DEFAULTS)) for layer in hidden))


_DEFAULTS: Mapping[str, object] = Architecture().as_json()
_LAYER_DEFAULTS: Mapping[str, object] = asdict(HiddenLayer())

ARTICLE = Architecture()
"""The network of the article: 784 → 512 relu → 10 softmax."""
