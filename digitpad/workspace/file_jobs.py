"""Reading and writing files away from the window's thread."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from digitpad.errors import DataFileError
from digitpad.workspace.loader import lower_priority

log = logging.getLogger(__name__)


class FileJob(QThread):
    """Calls a function on a thread of its own.

    Signals:
        done(object): what the function returned.
        failed(str): a sentence that says why it did not.
    """

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.problem: str | None = None

    def run(self) -> None:
        """Do the work, and say how it ended."""
        lower_priority()
        result: object = None
        try:
            result = self._work()
        except DataFileError as error:
            self.problem = str(error)
        except Exception as error:  # a boundary: whatever happens must reach the user as a sentence
            log.exception("a file could not be read or written")
            self.problem = str(error) or type(error).__name__
        if self.problem is None:
            self.done.emit(result)
        else:
            self.failed.emit(self.problem)


class FileJobs(QObject):
    """Does one job after the other; nothing is left over when the window closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[FileJob] = []

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is being read or written, or waits to be."""
        return not self._jobs

    def do(self, work: Callable[[], object], done: Callable[..., object], failed: Callable[[str], object]) -> None:
        """Begin to do ``work`` when what is under way is done; then call ``done`` or ``failed``.

        Both are called on the window's thread, so they must be methods of objects that live there.
        """
        job = FileJob(work, self)
        job.done.connect(done)
        job.failed.connect(failed)
        job.finished.connect(self._next)
        self._jobs.append(job)
        if len(self._jobs) == 1:
            job.start()

    def finish(self) -> list[str]:
        """Wait until everything is done; return what went wrong, as nothing is signalled any more."""
        problems = []
        for job in self._jobs:
            job.blockSignals(True)
            job.start()  # does nothing to the one that runs
            job.wait()
            job.deleteLater()
            problems += [job.problem] if job.problem is not None else []
        self._jobs.clear()
        return problems

    def _next(self) -> None:
        if self._jobs and self._jobs[0].isFinished():
            job = self._jobs.pop(0)
            job.wait()
            job.deleteLater()
            if self._jobs:
                self._jobs[0].start()
