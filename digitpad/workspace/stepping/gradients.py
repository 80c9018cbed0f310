"""Ways through a step's gradients: where the loss is steepest, which units it depends on, how large all are."""

from dataclasses import dataclass, replace

import numpy as np

from digitpad.arrays import Floats, Integers
from digitpad.engines.acts.tape import Tape
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.remembered import remembered

BINS = 41
"""Of a histogram: an odd number, so that 0 has one of its own."""


def steepest(tape: Tape, choice: Choice | None = None) -> Choice:
    """Return the weight of the largest |gradient| in the tensor of ``choice``, by default the first layer's W.

    Before there are gradients: from the pixel with the most ink to the unit that the batch excites most, as far as
    that is known; a class can then guess about a weight that matters.
    """
    choice = choice or Choice()
    tensor = min(choice.tensor, len(tape.before) - 1)
    if tape.gradients is not None:
        index = steepest_index(tape.gradients[tensor])
    else:
        index = _likely(tape, tensor)
    row = index[0] if len(index) > 1 else choice.row
    return replace(choice, tensor=tensor, row=row, column=index[-1])


@remembered
def steepest_index(gradient: Floats) -> tuple[int, ...]:
    """Return where in a tensor the gradient is largest, whatever its sign."""
    sizes = np.abs(gradient)
    if np.isnan(sizes.max()):
        sizes = np.nan_to_num(sizes, nan=0.0, posinf=np.inf)
    return tuple(int(place) for place in np.unravel_index(int(sizes.argmax()), sizes.shape))


def _likely(tape: Tape, tensor: int) -> tuple[int, ...]:
    layer = tensor // 2
    inputs = None if tape.batch is None else tape.batch.images
    if layer:
        inputs = tape.layers[layer - 1].outputs if len(tape.layers) >= layer else None
    row = 0 if inputs is None else int(np.abs(inputs).mean(axis=0).argmax())
    column = int(np.abs(tape.layers[layer].outputs).mean(axis=0).argmax()) if len(tape.layers) > layer else 0
    return (row, column)[-tape.before[tensor].ndim :]


def next_unit(tape: Tape, choice: Choice, step: int) -> Choice:
    """Return the next unit whose weights have a gradient, or with a ``step`` of −1 the one before; around the end.

    In it the steepest weight; the choice itself if there is no other such unit.
    """
    if tape.gradients is None:
        return choice
    gradients = tape.gradients[min(choice.tensor, len(tape.gradients) - 1)]
    columns = gradients.reshape(-1, gradients.shape[-1])
    alive = np.flatnonzero(np.any(columns != 0, axis=0))
    if not len(alive):
        return choice
    here = min(choice.column, gradients.shape[-1] - 1)
    distances = (alive - here) * step % gradients.shape[-1]
    distances[distances == 0] = gradients.shape[-1]
    return in_unit(tape, choice, int(alive[distances.argmin()]))


def in_unit(tape: Tape, choice: Choice, column: int) -> Choice:
    """Return the steepest weight of a unit, the choice's own row where all are flat."""
    if tape.gradients is None:
        return replace(choice, column=column)
    gradients = tape.gradients[min(choice.tensor, len(tape.gradients) - 1)]
    if gradients.ndim == 1 or not gradients[:, column].any():
        return replace(choice, column=column)
    return replace(choice, row=int(np.nan_to_num(np.abs(gradients[:, column])).argmax()), column=column)


@dataclass(frozen=True, eq=False)
class Spread:
    """How large the numbers of a tensor are: the largest size, the root of the mean square, and a histogram.

    ``counts`` is int64 (41,), of equal bins from −``largest`` to +``largest``.
    """

    largest: float
    rms: float
    counts: Integers


def spread(values: Floats) -> Spread:
    """Return how large numbers are; those that are not finite are left out."""
    flat = values.ravel()
    if not np.isfinite(flat).all():
        flat = flat[np.isfinite(flat)]
    largest = float(np.abs(flat).max(initial=0.0))
    rms = float(np.sqrt(np.mean(np.square(flat, dtype=np.float64)))) if len(flat) else 0.0
    return Spread(largest, rms, _counts(flat, largest or 1.0))


@remembered
def spreads(gradients: tuple[Floats, ...]) -> list[Spread]:
    """Return how large each tensor's gradients are."""
    return [spread(gradient) for gradient in gradients]


def _counts(values: Floats, largest: float) -> Integers:
    """Return what np.histogram counts, in a third of its time: W of the lesson has 401,408 numbers."""
    places = (values / np.float32(largest) + np.float32(1)) * np.float32(BINS / 2)
    return np.bincount(np.clip(places, 0, BINS - 1).astype(np.uint8), minlength=BINS).astype(np.int64)
