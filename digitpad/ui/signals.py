"""Ctrl+C in the terminal and a system that shuts down close the window as a click on its cross does."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)
"""The signals that ask a program to end; each system has some of them."""

ENDED_BY_SIGNAL = 128
"""The exit code is so much more than the number of the signal that has ended a program, as shells have it."""


class EndingSignals(QObject):
    """Calls a function when the system asks the program to end.

    Python hears of a signal only when it runs, and while Qt waits it does not; so a signal is written to a socket,
    which wakes Qt. In a slot that happens to run nothing is raised. One that whoever started the program has it
    ignore, as ``nohup`` does, stays ignored.

    Attributes:
        newest: the number of the last one that was heard; None before the first.
    """

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self.newest: int | None = None
        self._heard, self._written = socket.socketpair()
        for end_of_it in (self._heard, self._written):
            end_of_it.setblocking(False)
        signal.set_wakeup_fd(self._written.fileno(), warn_on_full_buffer=False)
        for number in ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        received = [number for number in self._heard.recv(64) if number in ENDING]
        if received:
            self.newest = received[-1]
            self._end()
