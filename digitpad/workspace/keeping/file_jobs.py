"""Reading and writing files away from the window's thread."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from digitpad.archives.reading import Patience, patience
from digitpad.errors import UserError
from digitpad.workspace.giving_way import giving_way
from digitpad.workspace.keeping.job_thread import JobThread
from digitpad.workspace.worker import NO_THREAD, outcome

log = logging.getLogger(__name__)

SLOW_MS = 1_000
"""So long a file is read without a word."""


@dataclass(frozen=True)
class _Done:
    result: object


@dataclass(frozen=True)
class _Failed:
    problem: UserError


class FileJobs(QObject):
    """Does one job after the other; nothing is left to be written when the window closes.

    Attributes:
        slow: the file that has been read for longer than a moment, None if there is no such file.

    Signals:
        slow_changed(): another file is slow now, or none any more.
    """

    slow_changed = Signal()
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.slow: Path | None = None
        self._jobs: list[_Job] = []
        self._thread: JobThread | None = None
        self._closed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SLOW_MS)
        self._timer.timeout.connect(self._say_slow)
        self._ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is being read or written, or waits to be."""
        return not self._jobs

    def do(
        self,
        work: Callable[[], object],
        done: Callable[..., object],
        failed: Callable[[UserError], object],
        *,
        reading: Path | None = None,
    ) -> None:
        """Begin to do ``work`` when what is under way is done; then call ``done`` with its result, or ``failed``.

        Both are called on the window's thread. Work that does nothing but read the file ``reading`` can be
        cancelled: then nobody is called, and closing the window does not wait for it.
        """
        if self._closed:
            return
        self._jobs.append(_Job(work, done, failed, reading, self._ended.emit))
        if len(self._jobs) == 1:
            self._begin()

    def cancel(self) -> None:
        """Wait no longer for the file that is slow; go on with the next job."""
        if self.slow is not None:
            self._jobs.pop(0).let_go()
            self._leave_thread()
            self._begin()

    def finish(self) -> list[UserError]:
        """Wait until everything is written; return what went wrong, as nobody is called any more."""
        jobs, self._jobs = self._jobs, []
        self._begin()
        if jobs and jobs[0].reading is not None:  # under way, for nobody knows how long
            jobs.pop(0).let_go()
            self._leave_thread()
        writing = [job for job in jobs if job.reading is None]
        for job in writing:
            self._give(job)
        problems = [problem for job in writing for problem in job.finish()]
        self._leave_thread()
        return problems

    def close(self) -> None:
        """Begin nothing any more, and let what still runs end without a word: who would hear it is about to go."""
        self._closed = True
        jobs, self._jobs = self._jobs, []
        for job in jobs:
            job.let_go()
        self._leave_thread()

    def _begin(self) -> None:
        """Begin the first job that there is, and take back what was said of another one."""
        self._timer.stop()
        if self.slow is not None:
            self.slow = None
            self.slow_changed.emit()
        if self._jobs:
            self._give(self._jobs[0])
            if self._jobs[0].reading is not None:
                self._timer.start()

    def _give(self, job: "_Job") -> None:
        """Have a job done, if it is not yet under way."""
        try:
            self._thread = self._thread or JobThread()
        except RuntimeError:  # a system without another thread would else keep all files waiting
            log.exception("no file can be read or written")
            job.refuse(UserError("job-failed", reason=NO_THREAD))
        else:
            job.begin(self._thread)

    def _leave_thread(self) -> None:
        """Let the thread go, whenever it is done; the next job has another one."""
        if self._thread is not None:
            self._thread.end()
            self._thread = None

    def _say_slow(self) -> None:
        self.slow = self._jobs[0].reading
        self.slow_changed.emit()

    def _on_end(self, job: "_Job") -> None:
        if not self._jobs or self._jobs[0] is not job:  # all was waited for in the meantime, or let go
            return
        self._jobs.pop(0)
        self._begin()
        job.tell()


class _Job:
    """Work, and what came of it."""

    def __init__(
        self,
        work: Callable[[], object],
        done: Callable[..., object],
        failed: Callable[[UserError], object],
        reading: Path | None,
        ended: Callable[["_Job"], object],
    ) -> None:
        self.reading = reading
        self._work = work
        self._done = done
        self._failed = failed
        self._ended = ended
        self._last: object = None
        self._patience = Patience()
        self._telling = threading.Lock()
        self._has_begun = False
        self._over = threading.Event()

    def begin(self, thread: JobThread) -> None:
        """Have it done by a thread, if it is not yet under way on one."""
        if not self._has_begun:
            self._has_begun = True
            thread.give(self._run)

    def refuse(self, problem: UserError) -> None:
        """Let it fail, as there is nobody to do it."""
        if not self._has_begun:
            self._has_begun, self._last = True, _Failed(problem)
            self._over.set()
            self._ended(self)

    def let_go(self) -> None:
        """Let the work come to its end, whenever that is, without a word: from now on it touches nothing of Qt."""
        with self._telling:
            self._patience.end()

    def finish(self) -> list[UserError]:
        """Wait until what was begun is done; return what went wrong."""
        self._over.wait()
        return [self._last.problem] if isinstance(self._last, _Failed) else []

    def tell(self) -> None:
        """Call whoever waits."""
        if isinstance(self._last, _Failed):
            self._failed(self._last.problem)
        elif isinstance(self._last, _Done):
            self._done(self._last.result)

    def _run(self) -> None:
        patience.set(self._patience)
        with giving_way():
            self._last = outcome(lambda: _Done(self._work()), _Failed, "job-failed")
        with self._telling:
            if self._patience.is_over:
                self._last = None
            else:
                self._ended(self)
        self._over.set()
