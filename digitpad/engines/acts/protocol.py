"""What a step and whoever watches it tell each other. NumPy alone, so that a window can know it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from digitpad.engines.acts.tape import Stop
from digitpad.engines.protocol import Control
from digitpad.runs.events import Advanced, CheckpointTaken, Intervened, Scored


class Go(Enum):
    """How far a step that waits at a line goes on."""

    LINE = auto()
    """To the next line of the page."""
    CARD = auto()
    """To the end of the next act."""
    END = auto()
    """To the end of the step; what it stops at on its way is told, and not waited at."""


@dataclass(frozen=True)
class Preparing:
    """The images of the batch are still being prepared."""


Told = Stop | Preparing | Intervened | Advanced | Scored | CheckpointTaken
"""What a step tells: where it waits; at its end a ``Stop`` without a place, and what the run gains."""

Tell = Callable[[Told], None]


class Stepper(Control, Protocol):
    """What is wanted of a step under way."""

    def await_go(self) -> Go | None:
        """Wait until the step shall go on, and return how far; None if it is given up."""
        ...
