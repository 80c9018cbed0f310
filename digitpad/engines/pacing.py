"""How fast a class wants to see a network learn: waiting between batches that would not need it."""

import math
from dataclasses import dataclass
from enum import Enum, auto

FIRST_BATCHES = 10
FIRST_SECONDS = 2.0
"""Watching the fall: so many batches, in which most of it happens, take so long together."""

DOUBLING_SECONDS = 0.6
"""… and from then on each doubling of the batches this long, until the computer's own speed is reached."""

FASTEST_SECONDS = 0.004
"""A batch that would be waited for less than this is not waited for at all: it takes about as long by itself."""

SPEEDS = (1, 2, 3, 5, 8, 12, 20, 30, 50, 80, 120, 200)
"""Batches a second that can be chosen, below full speed."""


class Way(Enum):
    """How the pace goes through a run."""

    WATCH = auto()
    """The fall of the loss can be watched, then it goes as fast as it can."""
    STEADY = auto()
    FULL = auto()
    """As fast as it can."""


@dataclass(frozen=True)
class Pace:
    """A pace: ``speed`` is in batches a second, and counts for a steady one alone."""

    way: Way = Way.WATCH
    speed: int = SPEEDS[-1]

    def seconds_for(self, batch: int) -> float:
        """Return how long batch number ``batch`` of a run, from 0, shall take at least; 0 for no waiting."""
        if self.way is Way.FULL:
            return 0.0
        if self.way is Way.STEADY:
            return 1 / self.speed
        if batch < FIRST_BATCHES:
            return FIRST_SECONDS / FIRST_BATCHES
        seconds = DOUBLING_SECONDS / (math.log(2) * batch)
        return seconds if seconds > FASTEST_SECONDS else 0.0

    def faster(self, batch: int = 0) -> "Pace":
        """Return the next faster pace than this one at batch ``batch``."""
        place = self.place(batch) + 1
        return FULL if place >= len(SPEEDS) else Pace(Way.STEADY, SPEEDS[place])

    def slower(self, batch: int = 0) -> "Pace":
        """Return the next slower pace than this one at batch ``batch``."""
        return Pace(Way.STEADY, SPEEDS[max(0, self.place(batch) - 1)])

    def place(self, batch: int = 0) -> int:
        """Return the place in SPEEDS that this pace has at batch ``batch``; their number for full speed."""
        seconds = self.seconds_for(batch)
        if seconds == 0:
            return len(SPEEDS)
        speed = 1 / seconds
        return min(range(len(SPEEDS)), key=lambda place: abs(math.log(SPEEDS[place] / speed)))


WATCH, FULL = Pace(Way.WATCH), Pace(Way.FULL)
