"""Threads that work away from the window's and tell of it by one signal: all but those for files."""

import errno
import logging
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from digitpad.errors import GivenUpError, UserError

log = logging.getLogger(__name__)

WORKER_NICENESS = 10
"""A worker's priority number on Linux, at least: the window's thread goes first when both want a core."""

NO_THREAD = os.strerror(errno.EAGAIN)
"""What a system says that has no thread left for this user, or no memory for one."""

Work = Callable[["Worker"], object]
"""Reports by ``worker.report``; what it returns is the last report."""


class Worker(QThread):
    """Does its work; whatever happens, its last report comes.

    Attributes:
        subject: what the work is about; it comes with each report, so that nobody has to ask who sent it.
        last: the last report, None before it.

    Signals:
        reported(object, object): the subject, and what there is to say of it.
    """

    reported = Signal(object, object)

    def __init__(
        self,
        subject: object,
        work: Work,
        failed: Callable[[UserError], object],
        wrong: str,
        parent: QObject | None = None,
    ) -> None:
        """``failed`` makes the last report of a problem; ``wrong`` is the code of one that nobody foresaw."""
        super().__init__(parent)
        self.subject = subject
        self.last: object = None
        self._work = work
        self._failed = failed
        self._wrong = wrong

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Begin to work; if the system has no thread left, the last report says so, in a turn of its own."""
        super().start(priority)
        if not (self.isRunning() or self.isFinished()):
            self.last = self._failed(UserError(self._wrong, reason=NO_THREAD))
            QTimer.singleShot(0, self, lambda: self.report(self.last))

    def report(self, event: object) -> None:
        """Tell the window's thread something; to be called on this thread."""
        self.reported.emit(self.subject, event)

    def run(self) -> None:
        """Work, and say how it ended."""
        self.last = outcome(lambda: self._work(self), self._failed, self._wrong)
        self.report(self.last)


def outcome(work: Callable[[], object], failed: Callable[[UserError], object], wrong: str) -> object:
    """Do what a thread is for; return what came of it, or what ``failed`` makes of a problem, foreseen or not."""
    try:
        lower_priority()
        return work()
    except UserError as error:
        log.info("%s", error, exc_info=True)
        return failed(error)
    except GivenUpError:
        log.info("nobody waits for it any more")
        return None
    except BaseException as error:  # a boundary: whatever is raised here, SystemExit too, ends in a sentence
        log.exception("%s", wrong)
        return failed(UserError(wrong, reason=reason(error)))


def reason(error: BaseException) -> str:
    """Return the first line of what an exception says, or its name."""
    text = str(error).strip()
    return text.splitlines()[0] if text else type(error).__name__


def lower_priority() -> None:
    """Let the window's thread go first: threads that TensorFlow starts from here inherit this priority."""
    if sys.platform != "linux":
        return
    thread = threading.get_native_id()
    # A terminal server may have started the whole program with a lower priority than this: nobody may raise it.
    with suppress(OSError):
        if os.getpriority(os.PRIO_PROCESS, thread) < WORKER_NICENESS:
            os.setpriority(os.PRIO_PROCESS, thread, WORKER_NICENESS)
