"""What an engine reports of a run, one event after the other: the one stream from which everything is recorded.

Plain data, NumPy alone: it crosses from the thread that trains to the window's.
"""

from dataclasses import dataclass
from enum import Enum, auto

from digitpad.arrays import Floats
from digitpad.errors import UserError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.by_hand import Intervention
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.scores.score import Scores


@dataclass(frozen=True)
class Begun:
    """The run starts with the weights ``snapshot``, or goes on from ``checkpoint``, whose weights these are then.

    ``execution`` says how the loop runs: "xla", "graph", "eager", or another engine's name.
    """

    execution: str
    snapshot: Snapshot
    checkpoint: Checkpoint | None = None


@dataclass(frozen=True)
class Intervened:
    """Batches chosen by hand are done, whose losses come next; or what comes next is trained on other data.

    ``intervention`` is all that there is of it by now: what is told later of the same first batch stands for it.
    """

    intervention: Intervention


@dataclass(frozen=True)
class Advanced:
    """Some batches are done.

    ``losses`` is float32 (n,), one for each batch; the first is batch number ``first_batch`` of the run, from 0.
    ``seconds`` is the time spent training, tests not counted. ``accuracy`` is the share of test images read right
    if an epoch ended here, else None.
    """

    first_batch: int
    losses: Floats
    seconds: float
    accuracy: float | None = None

    @property
    def batches_done(self) -> int:
        """How many batches of the run are done now."""
        return self.first_batch + len(self.losses)


@dataclass(frozen=True)
class Scored:
    """How good the network is after the batches so far; at each epoch's end, and where the run pauses."""

    batches_done: int
    scores: Scores


@dataclass(frozen=True)
class SnapshotTaken:
    """The weights as they are now."""

    snapshot: Snapshot


@dataclass(frozen=True)
class CheckpointTaken:
    """All that the run needs to go on from here."""

    checkpoint: Checkpoint


class Ending(Enum):
    """How a run, or a part of it, ended."""

    COMPLETED = auto()
    PAUSED = auto()
    STOPPED = auto()
    FAILED = auto()


@dataclass(frozen=True)
class Ended:
    """The last event, whatever happened; ``problem`` says why a run failed."""

    how: Ending
    problem: UserError | None = None


Event = Begun | Intervened | Advanced | Scored | SnapshotTaken | CheckpointTaken | Ended


class DivergedError(UserError):
    """The loss, or a weight, is no longer a finite number.

    Attributes:
        advanced: what the batches before it gave, None if there were none.
    """

    advanced: Advanced | None = None
