"""What changed, gathered and told at most once a frame: what views follow."""

import math
import time
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

FRAME_MS = 16
RUNS_SECONDS = 0.05
"""Curves are drawn twenty times a second: they move smoothly, and the cores stay with the training."""

RUNS_SHARE = 0.04
"""… and on a slow computer less often: of its window's time they take this share at most, beside the painting."""

RUNS_MOST_SECONDS = 1.0
"""… but never less often than this: once something else may have held them up, and curves must not stand still."""


class Part(Enum):
    """What a view can follow."""

    DRAWING = auto()
    NETWORK = auto()
    """Which network answers, and its weights."""
    MOMENT = auto()
    """The moment of a run that is looked at."""
    RUNS = auto()
    RECIPE = auto()
    DATA = auto()
    """The class's own digits."""
    STATE = auto()
    """What training is doing."""
    LOOKS = auto()
    """Size, language, colours."""


class Changes(QObject):
    """Gathers what changed.

    Signals:
        told(frozenset[Part]): these have changed since the last time.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._noted: set[Part] = set()
        self._runs_next = 0.0
        self._told_at = -math.inf
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)

    def note(self, part: Part) -> None:
        """Remember that this part has changed."""
        self._noted.add(part)
        if not self._timer.isActive():
            # After a rest it is told as soon as all that belongs to it has happened, so that views follow the pen.
            rested = min(FRAME_MS, 1000 * (time.monotonic() - self._told_at))
            self._timer.start(math.ceil(FRAME_MS - rested))

    def note_drawing(self) -> None:
        """Something else is drawn."""
        self.note(Part.DRAWING)

    def note_network(self) -> None:
        """Another network answers, or the same with other weights."""
        self.note(Part.NETWORK)

    def note_moment(self) -> None:
        """Another moment of a run, or of a step of it, is looked at."""
        self.note(Part.MOMENT)

    def note_runs(self) -> None:
        """Something of a run is another now."""
        self.note(Part.RUNS)

    def note_recipe(self) -> None:
        """Another recipe is written."""
        self.note(Part.RECIPE)

    def note_data(self) -> None:
        """The class has other digits now, or other labels."""
        self.note(Part.DATA)

    def note_state(self) -> None:
        """Training does something else, or can."""
        self.note(Part.STATE)

    def _tell(self) -> None:
        start = time.monotonic()
        waiting = {Part.RUNS} & self._noted if start < self._runs_next else set()
        told = frozenset(self._noted - waiting)
        self._noted = waiting
        if waiting:
            self._timer.start(FRAME_MS)
        if told:
            self._told_at = start  # for what changes meanwhile
            self.told.emit(told)
            self._told_at = time.monotonic()  # the window has as long again for everything else
        if Part.RUNS in told:
            rest = (time.monotonic() - start) / RUNS_SHARE
            self._runs_next = start + min(max(RUNS_SECONDS, rest), RUNS_MOST_SECONDS)
