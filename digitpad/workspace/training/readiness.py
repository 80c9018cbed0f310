"""Whether training is possible: TensorFlow and MNIST, each by itself, made ready while the window answers."""

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from digitpad import heap
from digitpad.engines.computer.greetings import unheard_greetings
from digitpad.engines.computer.libraries import load_tensorflow_libraries
from digitpad.engines.computer.processor import check_processor
from digitpad.errors import UserError
from digitpad.runs.estimate import multiply_adds_a_second
from digitpad.runs.recipe import Recipe
from digitpad.workspace.garbage import without_collection
from digitpad.workspace.worker import Worker, reason

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class TensorFlowReady:
    """TensorFlow is there; the loop will run by ``execution``, "xla" or "graph"."""

    execution: str


@dataclass(frozen=True)
class MnistReady:
    """MNIST has been read and is the right one."""


@dataclass(frozen=True)
class TensorFlowFailed:
    """There will be no training."""

    problem: UserError


@dataclass(frozen=True)
class MnistFailed:
    """There will be no training on MNIST."""

    problem: UserError


class Readiness(QObject):
    """Makes ready what training needs, and knows what is.

    Attributes:
        execution: how the loop runs ("xla" or "graph"), None until TensorFlow is there.
        has_mnist: whether MNIST is there.
        problems: why TensorFlow or MNIST will not be there.
        is_known: whether it is settled what is there and what is not.

    Signals:
        changed(): one of these is another now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.execution: str | None = None
        self.has_mnist = False
        self.problems: list[UserError] = []
        self.is_known = False
        self._worker: Worker | None = None
        self._closed = False

    @property
    def can_train(self) -> bool:
        """Whether a run can begin now, on whatever data."""
        return self.has_tensorflow and self.has_mnist

    @property
    def has_tensorflow(self) -> bool:
        """Whether TensorFlow is there; whether MNIST is, is settled then, too."""
        return self.execution is not None and self.is_known

    def can_train_by(self, recipe: Recipe) -> bool:
        """Whether a run of this recipe can train now: on the class's digits alone it needs no MNIST."""
        return self.has_tensorflow and (self.has_mnist or not recipe.data.needs_mnist)

    def problem_of(self, recipe: Recipe) -> UserError | None:
        """Return why a run of this recipe will never be able to train; None if it can, or if nobody knows yet."""
        return self.problems[0] if self.is_known and not self.can_train_by(recipe) else None

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._worker is None or not self._worker.isRunning()

    def prepare(self, recipe: Recipe) -> None:
        """Begin to import TensorFlow, to read MNIST and to compile ``recipe``'s loop; not after ``shut_down``."""
        if self._closed or self._worker is not None:
            return

        def work(worker: Worker) -> object:
            return _prepare(worker, recipe)

        self._worker = Worker(self, work, TensorFlowFailed, "tensorflow-missing", self)
        self._worker.reported.connect(self._on_report)
        self._worker.start()

    def close(self) -> None:
        """Signal nothing any more, and let the thread end as soon as it can."""
        self._closed = True
        if self._worker is not None:
            self._worker.requestInterruption()

    def shut_down(self) -> None:
        """Wait for the thread; nothing is signalled any more."""
        self.close()
        if self._worker is not None:
            self._worker.wait()

    def _on_report(self, _: object, event: object) -> None:
        if self._closed:
            return
        match event:
            case TensorFlowReady(execution):
                self.execution = execution
            case MnistReady():
                self.has_mnist = True
            case TensorFlowFailed(problem) | MnistFailed(problem):
                self.problems.append(problem)
        # TensorFlow comes last, whether it comes or fails.
        self.is_known = isinstance(event, TensorFlowReady | TensorFlowFailed)
        self.changed.emit()


def _prepare(worker: Worker, recipe: Recipe) -> object:
    """Read, import, compile; stop between them if asked to."""
    from digitpad.data.mnist import load_dataset

    dataset = None
    try:
        dataset = load_dataset()
        worker.report(MnistReady())
    except UserError as error:
        worker.report(MnistFailed(error))
    except Exception as error:  # whatever a broken file brings about, TensorFlow still gets ready
        log.exception("MNIST could not be read")
        worker.report(MnistFailed(UserError("job-failed", reason=reason(error))))
    if worker.isInterruptionRequested():
        return None
    check_processor()
    try:
        with without_collection(), unheard_greetings():
            load_tensorflow_libraries()
            import tensorflow  # noqa: F401  # it is this import that takes seconds

            from digitpad.engines.loop import TrainingLoop
            from digitpad.engines.program import best_execution
        execution = best_execution()
    except (Exception, SystemExit) as error:  # whatever a broken TensorFlow raises while it is imported
        raise UserError("tensorflow-missing", reason=reason(error)) from error
    if dataset is not None and not worker.isInterruptionRequested():
        try:
            TrainingLoop(recipe, dataset).warm_up()
        except Exception:  # a recipe that is too much for this computer: whoever trains by it will be told
            log.exception("the first run's loop could not be compiled")
    heap.give_back()  # what TensorFlow's import and the compiler have left behind: 50 MB and more
    multiply_adds_a_second()  # known from here on: the window's thread, which asks for it, has no time to measure
    return TensorFlowReady(execution.value)
