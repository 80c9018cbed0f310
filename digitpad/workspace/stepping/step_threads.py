"""The threads on which steps run: one for the step under way, and those of steps that were given up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from digitpad.engines.acts.protocol import Stepper, Tell
from digitpad.engines.acts.tape import Stop, Tape
from digitpad.engines.protocol import Job
from digitpad.errors import UserError
from digitpad.workspace.stepping.checks import moves
from digitpad.workspace.stepping.gradients import spreads
from digitpad.workspace.stepping.slope_checker import prepare_steepest, reckon_steepest
from digitpad.workspace.stepping.step_under_way import StepUnderWay
from digitpad.workspace.training.training import Training
from digitpad.workspace.worker import Worker

PATIENCE_MS = 80
"""How long giving up waits for the line at hand; one of a huge batch may take longer, and is left to end alone."""


def take_step(job: Job, tell: Tell, control: Stepper) -> None:
    """Take a step of a job on the lesson's page; to be called on a thread of its own. Imports TensorFlow."""
    from digitpad.engines.acts.tape_engine import lesson_tape

    lesson_tape(job.recipe.data).run(job, tell, control)


class StepThreads(QObject):
    """Has steps run, each on a thread of its own.

    Attributes:
        take_step: what a step's thread does.

    Signals:
        told(StepUnderWay, object): what a step tells; last of all None, or the UserError that ended it.
    """

    told = Signal(object, object)

    def __init__(self, training: Training, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.take_step: Callable[[Job, Tell, Stepper], None] = take_step
        self._training = training
        self._workers: dict[StepUnderWay, Worker] = {}

    def begin(self, step: StepUnderWay, job: Job) -> None:
        """Begin a step, which waits until it is told how far to go."""
        take, before = self.take_step, self._training.threads.programs_in_use()

        def work(worker: Worker) -> None:
            for program_is_free in before:
                program_is_free.wait()

            def tell(event: object) -> None:
                if not isinstance(event, Stop):
                    worker.report(event)
                    return
                _reckon(event.tape)
                worker.report(event)
                if event.tape.losses is not None:  # its card takes least to paint, and a later one waits for this
                    prepare_steepest(event.tape)

            try:
                take(job, tell, step)
            finally:
                step.program_is_free.set()

        worker = self._workers[step] = Worker(step, work, lambda problem: problem, "training-failed", self)
        worker.reported.connect(self._on_report)
        worker.start()

    def give_up(self, step: StepUnderWay) -> None:
        """Unwind a step, if it is under way; what trains next waits for a line that takes long."""
        worker = self._workers.get(step)
        if worker is not None:
            step.give_up()
            if not worker.wait(PATIENCE_MS):
                self._training.threads.begin_after(step.program_is_free)

    def wait(self) -> None:
        """Wait for all threads."""
        for worker in self._workers.values():
            worker.wait()

    def _on_report(self, step: StepUnderWay, event: object) -> None:
        if event is None or isinstance(event, UserError):
            worker = self._workers.pop(step)
            worker.wait()  # it has said its last word, so this takes no time
            worker.deleteLater()
        self.told.emit(step, event)


def _reckon(tape: Tape) -> None:
    """Find out here what the cards will ask of whole tensors: the window's thread shall not stand still for it."""
    if tape.gradients is not None:
        spreads(tape.gradients)
        reckon_steepest(tape)
    if tape.after is not None:
        moves(tape.before, tape.after)
