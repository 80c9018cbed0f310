"""One step of a run: where it has stopped, what the run gains by it, and what is wanted of its thread."""

import threading
from dataclasses import dataclass, field
from queue import SimpleQueue

from digitpad.engines.acts.protocol import Go
from digitpad.engines.acts.tape import Stop
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced, CheckpointTaken, Intervened, Scored
from digitpad.runs.run import Run


@dataclass(eq=False)
class StepUnderWay:
    """A step from ``before`` on; the engine's ``control``, to be asked by its thread.

    Attributes:
        stops: where it has stopped, the last without a place when it is over.
        gains: what the run gains by it: all of it when the step is over, else nothing.
        is_preparing: whether it waits for its images.
        is_working: whether a line runs, so that nothing can be asked for.
        goes_to_end: whether it stops nowhere on its way.
        program_is_free: set when its thread has left the program.
    """

    run: Run
    before: Checkpoint
    end_wanted: bool = False
    learning_rate: float | None = None
    stops: list[Stop] = field(default_factory=list)
    gains: list[Intervened | Advanced | Scored | CheckpointTaken] = field(default_factory=list)
    is_preparing: bool = False
    is_working: bool = True
    goes_to_end: bool = False
    program_is_free: threading.Event = field(default_factory=threading.Event)
    _goes: SimpleQueue[Go | None] = field(default_factory=SimpleQueue)

    @property
    def is_over(self) -> bool:
        """Whether it has come to its end."""
        return bool(self.stops) and self.stops[-1].place is None

    def go(self, go: Go) -> None:
        """Let it go on."""
        self.is_working = True
        self.goes_to_end = go is Go.END
        self._goes.put(go)

    def give_up(self) -> None:
        """Let it unwind, at once if it waits, else at the next line."""
        self.end_wanted = True
        self._goes.put(None)

    # Asked by its thread.

    def await_go(self) -> Go | None:
        """Wait until it shall go on."""
        go = self._goes.get()
        return None if self.end_wanted else go

    def seconds_for(self, batch: int) -> float:
        """Return 0: a step has no pace."""
        return 0.0

    def wait(self, seconds: float) -> None:
        """Nothing to wait for."""
