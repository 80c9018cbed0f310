"""Reading and writing files away from the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from digitpad.errors import UserError
from digitpad.workspace.worker import Worker


@dataclass(frozen=True)
class _Done:
    result: object


@dataclass(frozen=True)
class _Failed:
    problem: UserError


@dataclass(frozen=True)
class _Job:
    done: Callable[..., object]
    failed: Callable[[UserError], object]


class FileJobs(QObject):
    """Does one job after the other; nothing is left over when the window closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: list[Worker] = []

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is being read or written, or waits to be."""
        return not self._workers

    def do(
        self, work: Callable[[], object], done: Callable[..., object], failed: Callable[[UserError], object]
    ) -> None:
        """Begin to do ``work`` when what is under way is done; then call ``done`` with its result, or ``failed``.

        Both are called on the window's thread.
        """
        worker = Worker(_Job(done, failed), lambda _: _Done(work()), _Failed, "job-failed", self)
        worker.reported.connect(self._on_report)
        self._workers.append(worker)
        if len(self._workers) == 1:
            worker.start()

    def finish(self) -> list[UserError]:
        """Wait until everything is done; return what went wrong, as nobody is called any more."""
        problems = []
        workers, self._workers = self._workers, []
        for place, worker in enumerate(workers):
            if place > 0:  # the first one runs already, or has done so
                worker.start()
            worker.wait()
            worker.deleteLater()
            if isinstance(worker.last, _Failed):
                problems.append(worker.last.problem)
        return problems

    def _on_report(self, job: _Job, event: object) -> None:
        if not self._workers or self._workers[0].subject is not job:  # all was waited for in the meantime
            return
        worker = self._workers.pop(0)
        worker.wait()  # it has said its last word, so this takes no time
        worker.deleteLater()
        if self._workers:
            self._workers[0].start()
        if isinstance(event, _Failed):
            job.failed(event.problem)
        elif isinstance(event, _Done):
            job.done(event.result)
