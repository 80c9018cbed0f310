"""Hearing what training reports."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, Slot
from pytestqt.qtbot import QtBot

from digitpad.runs.events import CheckpointTaken, Ended, Ending, Event, SnapshotTaken
from digitpad.runs.run import Run
from digitpad.workspace.training.training import Training

Kind = Ending | type[Event]

LOADING_MS = 120_000
TRAINING_MS = 120_000
"""Patience with a busy machine: only what is wrong takes as long."""


class Ear(QObject):
    """Hears the first event of a kind.

    To wait for it is to wait for a signal that carries nothing: pytest-qt words all that a signal has carried, for
    a sentence that it may need, and an event may carry a million weights.
    """

    heard = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.run: Run | None = None
        self.event: Event | None = None

    @Slot(object, object)
    def hear(self, run: Run, event: Event) -> None:
        """Keep the event if it is the first of its kind, and say so."""
        if self.event is None and self._is_wanted(event):
            self.run, self.event = run, event
            self.heard.emit()

    def _is_wanted(self, event: Event) -> bool:
        kind = self._kind
        if isinstance(kind, Ending):
            return isinstance(event, Ended) and event.how is kind
        return isinstance(event, (SnapshotTaken, CheckpointTaken) if kind is SnapshotTaken else kind)


@contextmanager
def hears(training: Training, qtbot: QtBot, kind: Kind, timeout: int = TRAINING_MS) -> Iterator[Ear]:
    """Wait, at the end of a with statement, until training has reported an event of this kind, or ended this way.

    ``SnapshotTaken`` stands for any newer weights, a checkpoint's too.
    """
    ear = Ear(kind)
    training.reported.connect(ear.hear)
    try:
        with qtbot.waitSignal(ear.heard, timeout=timeout):
            yield ear
    finally:
        training.reported.disconnect(ear.hear)
