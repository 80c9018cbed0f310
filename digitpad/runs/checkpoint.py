"""What a run begins with, and all that it needs to go on, as plain arrays.

NumPy alone, so that a file can be read without TensorFlow.
"""

from dataclasses import dataclass
from weakref import WeakValueDictionary

import numpy as np
import numpy.typing as npt

from digitpad.network.architecture import Architecture
from digitpad.network.initial import Initializer, initial_snapshot
from digitpad.network.snapshot import Snapshot
from digitpad.runs.network_file import load_ready_network
from digitpad.runs.recipe import Optimizer, Recipe

Slots = tuple[npt.NDArray[np.generic], ...]
"""What an optimizer remembers between two steps."""

SLOTS_A_WEIGHT = {Optimizer.NAIVE_SGD: 0, Optimizer.SGD: 0, Optimizer.RMSPROP: 1, Optimizer.ADAM: 2}


def untrained(recipe: Recipe) -> Snapshot:
    """Return a recipe's network before its first batch: the same weights whenever the seed is the same.

    Raises DataFileError if they are those of the ready-made network, whose file is missing or damaged.
    """
    if recipe.initializer is Initializer.READY_MADE:
        return Snapshot(load_ready_network().snapshot.weights, architecture=recipe.architecture)
    of = recipe.architecture, recipe.initializer, recipe.seed
    drawn = _drawn.get(of)
    if drawn is None:
        _drawn[of] = drawn = initial_snapshot(*of)
    return drawn


_drawn: WeakValueDictionary[tuple[Architecture, Initializer, int], Snapshot] = WeakValueDictionary()
"""As long as somebody holds them: a run's first weights are those of the untrained network that answers before it.

To draw them takes 3 ms, and the largest network's are 57 MB.
"""


@dataclass(frozen=True)
class Checkpoint:
    """A run after ``snapshot.updates`` batches: its weights, its optimizer's slots and its learning rate.

    A run that goes on from here gives the very losses of one that was never interrupted.
    """

    snapshot: Snapshot
    slots: Slots
    learning_rate: float


def slot_specs(architecture: Architecture, optimizer: Optimizer) -> list[tuple[str, tuple[int, ...]]]:
    """Return dtype and shape of each slot of an optimizer, in Keras' order; our own has none."""
    counter: list[tuple[str, tuple[int, ...]]] = [] if optimizer is Optimizer.NAIVE_SGD else [("int64", ())]
    each = SLOTS_A_WEIGHT[optimizer]
    return counter + [("float32", shape) for shape in architecture.shapes for _ in range(each)]


def can_be_slots(optimizer: Optimizer, slots: Slots) -> bool:
    """Say whether an optimizer may remember this: no negative count of steps, and no negative mean of squares.

    What overflowed while a run exploded may be there: it was remembered so.
    """
    each = SLOTS_A_WEIGHT[optimizer]
    squares = slots[each::each] if each else ()  # after the count, and last of what belongs to a weight
    return not any((np.asarray(slot, np.float64) < 0).any() for slot in (*slots[:1], *squares))
