"""What the lines of one training step have made so far, as plain arrays: an act after the other. NumPy alone.

All of it is read from the variables of the page's own functions while they run; nothing is reckoned anew for show.
Arrays are read-only copies, so a tape can be handed between threads, and each stop keeps its own.
"""

from dataclasses import dataclass
from enum import IntEnum

from digitpad.arrays import Floats, Labels
from digitpad.runs.recipe import Recipe

SHOWN = 128
"""Pictures of a batch that are shown, its first ones. What is a mean or a sum is one of the whole batch."""


class Act(IntEnum):
    """What a training step does, in the order in which it does it; each has a card."""

    BATCH = 1
    FORWARD = 2
    LOSS = 3
    MEAN = 4
    GRADIENTS = 5
    UPDATE = 6
    AGAIN = 7


@dataclass(frozen=True, eq=False)
class Batch:
    """The images that the step learns from: float32 (size, 784) in [0, 1], and uint8 labels (size,).

    ``own`` is how many of the first ones the class has drawn itself.
    """

    whole_images: Floats
    whole_labels: Labels
    own: int = 0

    @property
    def size(self) -> int:
        """How many images it has."""
        return len(self.whole_labels)

    @property
    def images(self) -> Floats:
        """Those that are shown, float32 (shown, 784)."""
        return self.whole_images[:SHOWN]

    @property
    def labels(self) -> Labels:
        """The labels of those that are shown, uint8 (shown,)."""
        return self.whole_labels[:SHOWN]


@dataclass(frozen=True, eq=False)
class LayerPass:
    """What one layer made of its inputs: float32 (shown, units), ``activation(inputs · W + b)``.

    Shapes are those of the whole batch, as the line that runs has them: inputs (size, inputs), W (inputs, units),
    b (units,). ``activation`` is the name of the function that the layer applies.
    """

    inputs_shape: tuple[int, ...]
    w_shape: tuple[int, ...]
    b_shape: tuple[int, ...]
    activation: str
    outputs: Floats


@dataclass(frozen=True, eq=False)
class Again:
    """The same batch once more, by the new weights: what the page's own lines say of it.

    Losses float32 (size,), probabilities float32 (shown, 10), and ``average_loss``.
    """

    losses: Floats
    probabilities: Floats
    mean: float


@dataclass(frozen=True, eq=False)
class Tape:
    """What is known at one line; what no line has made yet is None.

    Attributes:
        recipe: of the run that the step belongs to.
        number: which of the run's batches it is, from 0.
        rate: the learning rate of this batch.
        before: the weights before the step, float32, W and b of each layer in turn.
        batch: what the step learns from.
        layers: what the layers that have run made, in order.
        probabilities: ``predictions``, float32 (shown, 10).
        losses: ``per_sample_losses``, float32 (size,).
        mean: ``average_loss``.
        gradients: ``gradients``, float32, shaped as ``before``.
        after: the weights as they are now, from the first line that changed any; float32, shaped as ``before``.
        updated: whether the update is complete.
        again: the same batch by the new weights, once the step is over.
    """

    recipe: Recipe
    number: int
    rate: float
    before: tuple[Floats, ...]
    batch: Batch | None = None
    layers: tuple[LayerPass, ...] = ()
    probabilities: Floats | None = None
    losses: Floats | None = None
    mean: float | None = None
    gradients: tuple[Floats, ...] | None = None
    after: tuple[Floats, ...] | None = None
    updated: bool = False
    again: Again | None = None

    @property
    def act(self) -> Act:
        """The newest act that has begun: a layer that has run is part of the forward act, and so on."""
        known = {
            Act.AGAIN: self.again,
            Act.UPDATE: self.after,
            Act.GRADIENTS: self.gradients,
            Act.MEAN: self.mean,
            Act.LOSS: self.losses,
            Act.FORWARD: self.layers or None,
        }
        return next((act for act, value in known.items() if value is not None), Act.BATCH)

    @property
    def complete(self) -> Act:
        """The newest act that is complete: where "next card" stops."""
        known = {
            Act.AGAIN: self.again is not None,
            Act.UPDATE: self.updated,
            Act.GRADIENTS: self.gradients is not None,
            Act.MEAN: self.mean is not None,
            Act.LOSS: self.losses is not None,
            Act.FORWARD: self.probabilities is not None,
        }
        return next((act for act, is_complete in known.items() if is_complete), Act.BATCH)


@dataclass(frozen=True)
class CodePage:
    """A function of the page as it stands in its file, for a person to read.

    ``lines`` are its source lines without their common indentation, ``first`` is the number in the file of the
    first of them; ``statements`` gives for each line, from 0, the first and last line, from 0, of the statement it
    belongs to.
    """

    function: str
    file: str
    first: int
    lines: tuple[str, ...]
    statements: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Place:
    """Where Python is: the line that it runs next, from 0 in ``page.lines``, and from which pages it was called.

    ``calls`` holds page and line of each caller, the outermost first; ``returns`` says that the function has run
    its last line and is about to return.
    """

    page: CodePage
    line: int
    calls: tuple[tuple[CodePage, int], ...] = ()
    returns: bool = False


@dataclass(frozen=True, eq=False)
class Stop:
    """A line at which the step stopped, and what was known there; ``place`` is None when the step is over."""

    place: Place | None
    tape: Tape
