"""What a run reports while it goes on. NumPy alone, so that a window can read it without TensorFlow."""

from dataclasses import dataclass

from digitpad.network.snapshot import Floats
from digitpad.runs.recipe import Recipe


@dataclass(frozen=True)
class Advance:
    """What one call of ``TrainingSession.advance`` or ``step`` did.

    ``losses`` is float32 (n,), one for each batch; the first is batch number ``first_batch`` of the run, from
    0. ``accuracy`` is the share of test images read right if an epoch ended here, else None. ``seconds`` is
    the time spent training, the test not counted.
    """

    first_batch: int
    losses: Floats
    epochs_done: int
    accuracy: float | None
    seconds: float


class DivergedError(Exception):
    """The loss, or a weight, is no longer a finite number; the message says why and what to do.

    Attributes:
        advance: what the batches before it gave, None if there were none.
    """

    advance: Advance | None = None


@dataclass(frozen=True)
class Plan:
    """How a run will go: its recipe, how many batches it has, and how the loop runs ("xla", "graph", "eager")."""

    recipe: Recipe
    batches_per_epoch: int
    total_batches: int
    execution: str
