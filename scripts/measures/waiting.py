"""Waiting for the window: for a signal, for an event of training, for a condition, or just a while."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer, SignalInstance

from digitpad.runs.events import CheckpointTaken, Ended, Ending, Event, SnapshotTaken
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow

PATIENCE_SECONDS = 300.0
"""Only what is wrong takes as long, on the slowest machine."""

POLL_MS = 5

Kind = Ending | type[Event]


class Listener:
    """Runs the event loop until what it listens to has come; it may come before that."""

    def __init__(self, what: object) -> None:
        self._what = what
        self._come = False
        self._loop = QEventLoop()

    def come(self, *_: object) -> None:
        """What was waited for is here."""
        self._come = True
        self._loop.quit()

    def listen(self, seconds: float = PATIENCE_SECONDS) -> None:
        """Return when it has come. Raises TimeoutError."""
        if not self._come:
            patience = QTimer()
            patience.setSingleShot(True)
            patience.timeout.connect(self._loop.quit)
            patience.start(round(1000 * seconds))
            self._loop.exec()
        if not self._come:
            raise TimeoutError(f"{self._what} has not come within {seconds:g} s")


def nothing() -> None:
    """Do nothing."""


def until(
    signal: SignalInstance, act: Callable[[], object] = nothing, condition: Callable[[], bool] | None = None
) -> None:
    """Act, then wait for the signal; with a condition, until it holds after a signal, or does so already."""
    listener = Listener(signal)

    def hear(*_: object) -> None:
        if condition is None or condition():
            listener.come()

    signal.connect(hear)
    act()
    if condition is not None:
        hear()
    try:
        listener.listen()
    finally:
        signal.disconnect(hear)


def until_event(window: MainWindow, kind: Kind, act: Callable[[], object] = nothing) -> Event:
    """Act, then return the first event of training of this kind, or the end of this kind.

    ``SnapshotTaken`` stands for any newer weights, a checkpoint's too. Raises RuntimeError if the run ends
    otherwise before.
    """
    listener, found = Listener(kind), list[Event]()

    def hear(_: Run, event: Event) -> None:
        if not found and (_is(event, kind) or isinstance(event, Ended)):
            found.append(event)
            listener.come()

    reported = window.workspace.training.reported
    reported.connect(hear)
    act()
    try:
        listener.listen()
    finally:
        reported.disconnect(hear)
    if not _is(found[0], kind):
        raise RuntimeError(f"{kind} was waited for, but {found[0]} came")
    return found[0]


def until_true(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
    """Look again and again whether something holds; return whether it does in the end."""
    for _ in range(round(1000 * seconds / POLL_MS)):
        if condition():
            return True
        wait(POLL_MS)
    return condition()


def until_holds(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Let the window live until something holds, and look after whatever happens. Raises TimeoutError.

    Unlike ``until_true`` it looks at once, and takes no time of a core while nothing happens.
    """
    end = time.perf_counter() + seconds
    patience = QTimer()
    patience.start(round(1000 * seconds))
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError(f"what was waited for has not come within {seconds:g} s")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    patience.stop()


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


def _is(event: Event, kind: Kind) -> bool:
    if isinstance(kind, Ending):
        return isinstance(event, Ended) and event.how is kind
    return isinstance(event, (SnapshotTaken, CheckpointTaken) if kind is SnapshotTaken else kind)
