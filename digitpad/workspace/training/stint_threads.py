"""The threads that train: one for the stint under way, and those that nobody waits for any more."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from digitpad.engines.protocol import Engine
from digitpad.runs.estimate import check_affordable
from digitpad.runs.events import Ended, Ending, Event
from digitpad.runs.run import Run
from digitpad.workspace.training.stint import Stint
from digitpad.workspace.worker import Worker


def engine_for(run: Run) -> Engine:
    """Return the engine that a run asks for; to be called on the thread that trains. Imports TensorFlow."""
    from digitpad.engines.lesson import lesson_engine

    return lesson_engine(run.recipe.data, run.loop)


class StintThreads(QObject):
    """Has each stint's engine run on a thread of its own, one after the other where they share a program.

    Signals:
        reported(Stint, Event): what an engine said; its last word is Ended, and then its thread is gone.
    """

    reported = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None
        self._abandoned: dict[Stint, Worker] = {}
        self._busy_programs: list[threading.Event] = []

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return not any(worker.isRunning() for worker in self._workers())

    def begin_after(self, program_is_free: threading.Event) -> None:
        """Let the next thread begin only when another one, which nobody waits for, has left the program."""
        self._busy_programs = [*(event for event in self._busy_programs if not event.is_set()), program_is_free]

    def programs_in_use(self) -> list[threading.Event]:
        """Return what is set once those that were left to end by themselves have left the program."""
        return [*(old.program_is_free for old in self._abandoned), *self._busy_programs]

    def begin(self, stint: Stint, make_engine: Callable[[Run], Engine]) -> None:
        """Have a stint trained, as soon as those that were left to end by themselves have left the program."""
        before = self.programs_in_use()

        def work(worker: Worker) -> Ended:
            for program_is_free in before:
                program_is_free.wait()
            try:
                if stint.pausing or not stint.end_wanted:  # who pauses needs a state to go on from
                    check_affordable(stint.run.recipe)
                    make_engine(stint.run).run(stint.job(), worker.report, stint)
            finally:
                stint.program_is_free.set()
            return stint.ended

        self._worker = Worker(stint, work, lambda problem: Ended(Ending.FAILED, problem), "training-failed", self)
        self._worker.reported.connect(self._on_report)
        self._worker.start()

    def abandon(self, stint: Stint) -> bool:
        """Do not wait any longer for a stint's thread; say whether there was one."""
        worker = self._worker
        if worker is None or worker.subject is not stint:
            return False
        self._worker, self._abandoned[stint] = None, worker
        return True

    def wait(self) -> None:
        """Wait for all threads; what they still had to say is reported."""
        for worker in self._workers():
            worker.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def _workers(self) -> list[Worker]:
        return [worker for worker in (self._worker, *self._abandoned.values()) if worker is not None]

    def _on_report(self, stint: Stint, event: Event) -> None:
        if isinstance(event, Ended):
            worker = self._abandoned.pop(stint, None)
            if worker is None:
                worker, self._worker = self._worker, None
            if worker is not None:
                worker.wait()  # it has said its last word, so this takes no time
                worker.deleteLater()
        self.reported.emit(stint, event)
