"""Finds something out on a thread of its own; of all that is asked the newest counts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from digitpad.workspace.worker import Worker

Wanted = Callable[[], bool]
"""Says whether anybody still waits for what is being found out."""


@dataclass(eq=False)
class _Task:
    work: Callable[[Wanted], object]
    then: Callable[[object], object]
    is_wanted: bool = True


class Inquiry(QObject):
    """One thread at a time: what is asked while it works begins when that has given up, or is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._task: _Task | None = None
        self._waiting: _Task | None = None
        self._closed = False

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._worker is None

    def ask(self, work: Callable[[Wanted], object], then: Callable[[object], object]) -> None:
        """Do ``work`` on the thread, and call ``then`` on this one with what came of it, be it a UserError.

        What was asked before is not wanted any more; nobody hears of it.
        """
        self.give_up()
        self._waiting = _Task(work, then)
        self._begin()

    def give_up(self) -> None:
        """Nobody waits for anything any more."""
        self._waiting = None
        if self._task is not None:
            self._task.is_wanted = False

    def shut_down(self) -> None:
        """Wait for the thread; nothing begins any more."""
        self._closed = True
        self.give_up()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()

    def _begin(self) -> None:
        if self._worker is not None or self._waiting is None or self._closed:
            return
        task, self._waiting = self._waiting, None
        self._task = task

        def work(_worker: Worker) -> object:
            return task.work(lambda: task.is_wanted)

        self._worker = Worker(task, work, lambda problem: problem, "job-failed", self)
        self._worker.reported.connect(self._on_report)
        self._worker.start()

    def _on_report(self, task: object, result: object) -> None:
        worker, self._worker = self._worker, None
        if worker is None:  # it was waited for in the meantime
            return
        worker.wait()
        worker.deleteLater()
        self._task = None
        if isinstance(task, _Task) and task.is_wanted:
            task.then(result)
        self._begin()
