"""What an engine is: anything that trains a job and tells how it goes. NumPy alone, so that a window can know it.

An engine knows neither threads nor windows. It calls ``report`` with each event as it comes, in the order of
``runs.events``, and looks at ``control`` whenever it can: between two batches, in a callback, inside a line.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from digitpad.data.pictures import ClassPictures
from digitpad.runs.by_hand import ByHand
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Event
from digitpad.runs.moments.moment import Moment
from digitpad.runs.recipe import Recipe
from digitpad.runs.scores.best import Scored

Report = Callable[[Event], None]


class Step(Enum):
    """How far a step goes: nowhere, one batch, or to the end of the epoch."""

    NOTHING = auto()
    """The run is made ready to go on, from its first batch too, and pauses there."""
    BATCH = auto()
    EPOCH = auto()


@dataclass(frozen=True)
class Job:
    """What an engine is to do: a recipe, where to go on from, and how far.

    Attributes:
        recipe: what the run is made of.
        checkpoint: where it goes on from; None for its beginning.
        step: how far it goes; None to its end.
        by_hand: images that take the place of its batches, or join them; None for the recipe's alone. What was
            trained on them the engine reports as ``Intervened``, before the losses.
        count: how many batches a step of one batch is, if there are so many left.
        ours: the class's own digits, for a recipe that trains on them; else None.
        scored: what was measured before its first batch, in order: the run is chosen by that too.
        best: the moment after the epoch of these that was best in validation; None if it is not kept any more.
    """

    recipe: Recipe
    checkpoint: Checkpoint | None = None
    step: Step | None = None
    by_hand: ByHand | None = None
    count: int = 1
    ours: ClassPictures | None = None
    scored: Scored = ()
    best: Moment | None = None

    @property
    def first_batch(self) -> int:
        """How many batches are done before."""
        return 0 if self.checkpoint is None else self.checkpoint.snapshot.updates

    @property
    def end(self) -> int:
        """The number of batches at which the job is done."""
        if self.step is Step.NOTHING:
            return self.first_batch
        if self.step is Step.BATCH:
            return min(self.first_batch + self.count, self.recipe.total_batches)
        if self.step is Step.EPOCH:
            per_epoch = self.recipe.batches_per_epoch
            return min((self.first_batch // per_epoch + 1) * per_epoch, self.recipe.total_batches)
        return self.recipe.total_batches


class Control(Protocol):
    """What is wanted of an engine while it runs; any thread may ask."""

    @property
    def end_wanted(self) -> bool:
        """Whether to stop after the batches at hand."""
        ...

    @property
    def learning_rate(self) -> float | None:
        """Another learning rate, to be used from the next batches on; None if it is the job's."""
        ...

    def seconds_for(self, batch: int) -> float:
        """Return how long batch number ``batch`` of the run, from 0, shall take at least; 0 for no waiting."""
        ...

    def wait(self, seconds: float) -> None:
        """Wait so long, or until something else is wanted. Waiting is no training."""
        ...


class Engine(Protocol):
    """Trains, and says how it goes."""

    def run(self, job: Job, report: Report, control: Control) -> None:
        """Train until the job is done or its end is wanted; report every event but the last, ``Ended``.

        After what ends an epoch it reports how good the network is, ``Scored``. By what was measured in
        validation a run can end early, and its last checkpoint be the best epoch's.

        At each batch at which a moment is ``planned`` it reports the weights before the next batch, as a snapshot
        or a checkpoint; where it cannot, the run has a gap. ``Ended`` is said by who called, as an engine can also
        fail. Raises UserError for what a person can mend; before, the newest checkpoint should have been reported.
        """
        ...


@dataclass
class FreeRun:
    """A control that wants nothing: the job goes to its end."""

    end_wanted: bool = False
    learning_rate: float | None = None

    def seconds_for(self, batch: int) -> float:
        """Wait for no batch."""
        return 0.0

    def wait(self, seconds: float) -> None:
        """Nothing to wait for."""
