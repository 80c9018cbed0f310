"""How losses are drawn: how many batches a moving mean smooths, and how far the axes reach, that they compare."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from digitpad.runs.axis import Axis
from digitpad.runs.run import Run

SMOOTHING = 25
"""Batches in the moving average, at first."""

FIRST_REACH = 25.0
GROWTH = 1.4
"""A growing axis begins with so many batches, and grows by this factor: not at each redraw."""

FIRST_SECONDS = 1.0

EMPTY_BATCHES = 1000.0
EMPTY_ELSE = 5.0  # epochs, or seconds
EMPTY_LOSSES = (0.01, 2.5)
"""What the axes show before there is a run."""

X_ROOM = 1.06
LOSS_ROOM = 1.05
"""Room beside and above the curves."""

COMPARABLE = 6.0
"""Losses up to here set the scale; one that explodes is marked at the edge instead of flattening the others."""

EXPLODING, EXPLODING_FACTOR, EXPLODING_FOR = 10.0, 3.0, 25
"""A loss above this, and so many times the first one, is said to explode, for so many batches: it jumps about."""

LEAST_LOSS = 1e-6
"""The smallest loss a logarithm is taken of."""


@dataclass(frozen=True)
class Scale:
    """What the axes count: ``smoothing`` is the mean's window in batches, ``logarithmic`` is of the loss axis, and
    ``whole`` shows the run under way to its planned end from the beginning."""

    axis: Axis = Axis.BATCH
    smoothing: int = SMOOTHING
    logarithmic: bool = False
    whole: bool = False

    def reach(self, shown: Sequence[Run], under_way: Run | None) -> float:
        """Return how far the x axis goes: growing with the run under way, else to the end of the longest run."""
        if not shown:
            empty = {Axis.BATCH: EMPTY_BATCHES, Axis.LOGARITHM: math.log10(1 + EMPTY_BATCHES)}
            return empty.get(self.axis, EMPTY_ELSE)
        growing = under_way if under_way in shown and not self.whole else None
        if self.axis is Axis.SECONDS:
            if growing is not None:
                return _stepped(growing.seconds, FIRST_SECONDS)
            return max(FIRST_SECONDS, *(run.seconds for run in shown))
        if self.axis is Axis.EPOCH:
            if growing is not None:
                return _stepped(len(growing.history), FIRST_REACH) / growing.recipe.batches_per_epoch
            return max(run.recipe.epochs if self.whole else _epochs(run) for run in shown)
        if growing is not None:
            batches = _stepped(len(growing.history), FIRST_REACH)
        else:
            batches = float(
                max(1, *(run.recipe.total_batches if self.whole else len(run.history) for run in shown))
            )
        return math.log10(1 + batches) if self.axis is Axis.LOGARITHM else batches

    def losses(
        self, shown: Sequence[Run], scored: Sequence[float] = (), *, close_up: bool = False
    ) -> tuple[float, float]:
        """Return the least and largest value that the loss axis shows; their logarithms on a logarithmic one.

        ``scored`` are losses of whole sets: one in validation may grow beyond all that the batches had. In a
        ``close_up`` they alone decide how high the axis is: beside the first batches' losses their gap is small.
        """
        begun = [run.history for run in shown if len(run.history)]
        low = min((*(history.lowest for history in begun), *scored), default=EMPTY_LOSSES[0])
        highest = scored if close_up and scored else (*(history.highest for history in begun), *scored)
        high = max((min(loss, COMPARABLE) for loss in highest), default=EMPTY_LOSSES[1])
        if not self.logarithmic:
            return 0, max(high, LEAST_LOSS) * LOSS_ROOM
        bottom, top = (self.height(value) for value in (low / LOSS_ROOM, high * LOSS_ROOM))
        return bottom, max(top, bottom + 0.1)

    def height(self, loss: float) -> float:
        """Return where a loss stands on the loss axis."""
        return math.log10(max(loss, LEAST_LOSS)) if self.logarithmic else loss


def decisive(shown: Sequence[Run]) -> list[Run]:
    """Return the few runs, in their order, that decide how far the axes reach.

    With them alone ``reach`` and ``losses`` say what they say with all.
    """
    if not shown:
        return []
    chosen = {
        max(shown, key=lambda run: run.history.count),
        max(shown, key=lambda run: run.seconds),
        max(shown, key=lambda run: run.recipe.total_batches),
        max(shown, key=_epochs),  # of small batches most runs have more
        max(shown, key=lambda run: run.recipe.epochs),
        min(shown, key=lambda run: run.history.lowest),
        max(shown, key=lambda run: run.history.highest),
    }
    return [run for run in shown if run in chosen]


def off_scale(run: Run) -> bool:
    """Say whether some of a run's losses stand above the axis."""
    return len(run.history) > 0 and run.history.highest > COMPARABLE


def explodes(run: Run) -> bool:
    """Say whether one of a run's newest losses is far above its first, and above what guessing at random costs."""
    losses = run.history.losses
    if not len(losses):
        return False
    return float(losses[-EXPLODING_FOR:].max()) > max(EXPLODING, EXPLODING_FACTOR * float(losses[0]))


def _epochs(run: Run) -> float:
    """Return how many epochs a run has behind it, one batch at least."""
    return max(1, len(run.history)) / run.recipe.batches_per_epoch


def _stepped(value: float, first: float) -> float:
    """Return the next step at or beyond a value that grows: ``first``, and from there on by GROWTH."""
    if value < first:
        return first
    return float(first * GROWTH ** math.ceil(math.log(max(value, first) / first, GROWTH) + 1e-9))
