"""A part of a run: what is wanted of the thread that trains it, and how it ended."""

import threading
from dataclasses import dataclass, field, replace

from digitpad.data.pictures import ClassPictures
from digitpad.engines.pacing import FULL, Pace
from digitpad.engines.protocol import Job, Step
from digitpad.runs.by_hand import ByHand, Intervention
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Ended, Ending
from digitpad.runs.moments.best import known_at
from digitpad.runs.recipe import Loop
from digitpad.runs.run import Run
from digitpad.workspace.training.lessons import data_change


@dataclass(eq=False)
class Stint:
    """A part of a run, from Train or Resume to the next pause or end; its engine's ``control``.

    Attributes:
        run: what it is a part of.
        step: how far it goes; None to the run's end.
        goes_on: whether it goes on with the run, from where that is, or from ``back_to`` if that is given.
        by_hand, count: what it trains on instead of the recipe's batches, and how many times.
        ours: the class's own digits that it trains on; None if its recipe asks for none.
        was_looked_at: whether it is a step of the view Step, which has been taken already.
        was_left: whether its run rests before the batch it is at, of which nobody wants to hear any more.
    """

    run: Run
    step: Step | None
    goes_on: bool
    back_to: Checkpoint | None = None
    by_hand: ByHand | None = None
    count: int = 1
    ours: ClassPictures | None = None
    was_looked_at: bool = False
    was_left: bool = False
    end_wanted: bool = False
    pausing: bool = False
    learning_rate: float | None = None
    pace: Pace = FULL
    program_is_free: threading.Event = field(default_factory=threading.Event)
    _woken: threading.Event = field(default_factory=threading.Event)

    def seconds_for(self, batch: int) -> float:
        """Return how long a batch shall take at least, for the class to see it."""
        return self.pace.seconds_for(batch)

    def wait(self, seconds: float) -> None:
        """Wait on the thread that trains, until somebody wants something else."""
        self._woken.wait(seconds)
        self._woken.clear()

    def wake(self) -> None:
        """Something else is wanted."""
        self._woken.set()

    def end(self, *, pausing: bool) -> None:
        """Have it end after the batches it is at."""
        self.pausing, self.end_wanted = pausing, True
        self.wake()

    def job(self) -> Job:
        """Return what its engine is to do; for a thread that may wait for a disk."""
        checkpoint = (self.back_to or self.run.checkpoint) if self.goes_on else None
        done = 0 if checkpoint is None else checkpoint.snapshot.updates
        return Job(
            self.run.recipe, checkpoint, self.step, self.by_hand, self.count, self.ours, *known_at(self.run, done)
        )

    @property
    def loop(self) -> Loop:
        """How its loop runs: line by line for batches by hand, and for a step that is looked at."""
        return self.run.loop if self.by_hand is None and not self.was_looked_at else Loop.LINE_BY_LINE

    @property
    def can_be_left(self) -> bool:
        """Whether its run can rest where it is, whatever its thread is still at."""
        return self.back_to is None and self.run.rests

    def leave(self) -> "Stint":
        """Return what stands for this stint while its run rests, and hear no more of this one."""
        resting = replace(self)
        self.was_left = True
        return resting

    @property
    def other_data(self) -> Intervention | None:
        """What its run is to remember if it has gone on with others of the class's digits than it learnt from."""
        trains_on = self.goes_on and self.step is not Step.NOTHING
        return data_change(self.run, self.ours) if trains_on else None

    @property
    def ended(self) -> Ended:
        """How the stint ended as it looks from its thread; the window's thread has the last word."""
        return Ended(Ending.PAUSED if self.pausing else Ending.STOPPED)

    def said_last(self, event: Ended) -> Ended:
        """Return how the stint really ended: its thread cannot know what came last."""
        if event.how is Ending.FAILED:
            return event
        if self.run.finished:
            return Ended(Ending.COMPLETED)
        stepped = self.step is not None and not self.end_wanted
        pauses = (self.pausing or stepped) and self.run.can_go_on
        return Ended(Ending.PAUSED if pauses else Ending.STOPPED)
