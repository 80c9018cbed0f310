"""A run that is held in its next batch, as on a computer where that takes long."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import GENEROUS_SECONDS


def hold_batch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Hold the run under way in its next batch; it goes on when the event that is returned is set."""
    from digitpad.engines.loop import TrainingLoop

    in_batch, may_end = threading.Event(), threading.Event()
    advance = TrainingLoop.advance

    def slow(loop: TrainingLoop, most: int | None = None) -> object:
        in_batch.set()
        assert may_end.wait(GENEROUS_SECONDS)
        return advance(loop, most)

    monkeypatch.setattr(TrainingLoop, "advance", slow)
    qtbot.waitUntil(in_batch.is_set)
    return may_end
