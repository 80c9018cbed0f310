"""The sums behind a step's cards: the terms that are written out, and whether they make what the page made.

They do, unless somebody has changed the page; then a card says both.
"""

import math
from dataclasses import dataclass

import numpy as np

from digitpad.arrays import Floats, Places
from digitpad.engines.acts.tape import Tape
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.remembered import remembered

TOLERANCE = 1e-4
"""Share by which a sum in float64 and the page's own in float32 may differ, and a loss at least."""

NO_ANSWER = -1
"""Instead of a digit, where a network's sums overflow."""

SPACINGS = 3
"""Of float32's numbers around a weight: what three roundings may come to."""


@dataclass(frozen=True)
class LossTerm:
    """−log of the true label's probability for one picture.

    Attributes:
        label: what it is.
        probability: the page's own, NaN if it is none.
        loss: the page's own.
        agrees: whether ``loss`` is −log ``probability``.
    """

    label: int
    probability: float
    loss: float
    agrees: bool


def loss_term(tape: Tape, picture: int) -> LossTerm | None:
    """Return a picture's loss and what it comes from; None as long as there is none."""
    if tape.batch is None or tape.losses is None or tape.probabilities is None:
        return None
    label = int(tape.batch.labels[picture])
    probability = float(tape.probabilities[picture, label])
    loss = float(tape.losses[picture])
    if math.isnan(probability):
        agrees = math.isnan(loss)
    elif probability <= np.finfo(np.float32).tiny:  # it has run out of float32's numbers; the loss need not have
        agrees = probability >= 0 and loss > -math.log(np.finfo(np.float32).tiny) - 1
    else:
        agrees = abs(loss + math.log(probability)) <= TOLERANCE * (1 + abs(loss))
    return LossTerm(label, probability, loss, agrees)


def shown_losses(tape: Tape) -> Floats | None:
    """Return the losses of the pictures that are shown, float32 (shown,)."""
    if tape.batch is None or tape.losses is None:
        return None
    return tape.losses[: len(tape.batch.labels)]


@dataclass(frozen=True)
class MeanTerm:
    """The mean of all losses of the batch: ``total / count``, and the page's ``average_loss``."""

    total: float
    count: int
    page: float
    agrees: bool

    @property
    def mean(self) -> float:
        """total / count."""
        return self.total / self.count


def mean_term(tape: Tape) -> MeanTerm | None:
    """Return the batch's mean; None as long as the page has made none."""
    if tape.losses is None or tape.mean is None:
        return None
    total = float(np.sum(tape.losses, dtype=np.float64))
    mean = total / len(tape.losses)
    agrees = abs(mean - tape.mean) <= TOLERANCE * abs(mean) or tape.mean == mean
    return MeanTerm(total, len(tape.losses), tape.mean, agrees or not math.isfinite(mean))


@dataclass(frozen=True)
class UpdateTerm:
    """One weight before and after the step.

    Attributes:
        slope: its gradient.
        factor: what the rate was multiplied by: the slope itself, or what an optimizer made of it, and what weight
            decay adds to that; NaN at rate 0.
        plain: whether the weight went by rate · slope.
        decay: what weight decay adds: a share of the weight.
        only_decayed: whether nothing else was made of the slope.
        lost: whether it should have moved, by less than float32 can tell.
    """

    before: float
    after: float
    rate: float
    slope: float
    factor: float
    plain: bool
    lost: bool
    decay: float = 0.0
    only_decayed: bool = False


def update_term(tape: Tape, choice: Choice) -> UpdateTerm | None:
    """Return what becomes of the chosen weight; None as long as nothing has."""
    if tape.gradients is None or tape.after is None:
        return None
    tensor = min(choice.tensor, len(tape.before) - 1)
    index = choice.index(tape.before[tensor].shape)
    before, after = float(tape.before[tensor][index]), float(tape.after[tensor][index])
    slope = float(tape.gradients[tensor][index])
    spacing = float(np.spacing(np.float32(abs(before) + abs(tape.rate * slope)))) * SPACINGS
    plain = abs(before - tape.rate * slope - after) <= spacing
    decay = tape.recipe.weight_decay * before
    only_decayed = bool(decay) and not plain and abs(before - tape.rate * (slope + decay) - after) <= spacing
    found = (before - after) / tape.rate if tape.rate else math.nan
    factor = slope if plain else slope + decay if only_decayed else found
    is_lost = before == after and slope != 0
    return UpdateTerm(before, after, tape.rate, slope, factor, plain, is_lost, decay, only_decayed)


@dataclass(frozen=True)
class Answers:
    """What became of the answers to the pictures that are shown: how many were right before and after the step.

    ``changed`` are the numbers of the pictures whose answer is another one, (n,).
    """

    count: int
    before: int
    after: int
    changed: Places


def given_answers(probabilities: Floats) -> Places:
    """Return the most probable digits of probabilities (n, 10): int64 (n,), ``NO_ANSWER`` where these are none."""
    are_numbers = np.isfinite(probabilities).all(axis=1)
    return np.where(are_numbers, probabilities.argmax(axis=1), NO_ANSWER)


def answers(tape: Tape) -> Answers | None:
    """Return what the step did to the answers; None as long as nobody knows."""
    if tape.batch is None or tape.probabilities is None or tape.again is None:
        return None
    old, new = given_answers(tape.probabilities), given_answers(tape.again.probabilities)
    labels = tape.batch.labels
    right = int((old == labels).sum()), int((new == labels).sum())
    return Answers(len(labels), *right, np.flatnonzero(old != new))


def losses_around(tape: Tape) -> tuple[float, float] | None:
    """Return the batch's loss before and after the step; None before.

    Both are means of the losses of all pictures, or the page's own numbers where its lines make others of them.
    """
    term = mean_term(tape)
    if tape.losses is None or tape.again is None or term is None:
        return None
    if not term.agrees:
        return term.page, tape.again.mean
    before, after = (float(np.mean(losses, dtype=np.float64)) for losses in (tape.losses, tape.again.losses))
    return before, after


@dataclass(frozen=True)
class Move:
    """How far a tensor has moved: the root of the sum of the squares, and its weight that moved most."""

    norm: float
    largest: float


@remembered
def moves(before: tuple[Floats, ...], after: tuple[Floats, ...]) -> list[Move]:
    """Return how far each tensor has moved."""
    with np.errstate(over="ignore", invalid="ignore"):  # a rate that is far too high
        differences = [np.abs(new - old) for old, new in zip(before, after, strict=True)]
    return [
        Move(float(np.sqrt(np.sum(np.square(moved, dtype=np.float64)))), float(moved.max()))
        for moved in differences
    ]
