"""Hearing what training reports."""

from contextlib import AbstractContextManager
from typing import Any

from pytestqt.qtbot import QtBot

from digitpad.runs.events import CheckpointTaken, Ended, Ending, Event, SnapshotTaken
from digitpad.workspace.training.training import Training

Kind = Ending | type[Event]

LOADING_MS = 120_000
TRAINING_MS = 120_000
"""Patience with a busy machine: only what is wrong takes as long."""


def hears(training: Training, qtbot: QtBot, kind: Kind, timeout: int = TRAINING_MS) -> AbstractContextManager[Any]:
    """Wait, at the end of a with statement, until training has reported an event of this kind, or ended this way.

    ``SnapshotTaken`` stands for any newer weights, a checkpoint's too. The event is the second of ``args``.
    """

    def wanted(_: object, event: object) -> bool:
        if isinstance(kind, Ending):
            return isinstance(event, Ended) and event.how is kind
        return isinstance(event, (SnapshotTaken, CheckpointTaken) if kind is SnapshotTaken else kind)

    return qtbot.waitSignal(training.reported, timeout=timeout, check_params_cb=wanted)
