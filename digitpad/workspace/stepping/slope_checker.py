"""Reckons the slope of the chosen weight anew, on a thread of its own: each push of the weight is a new point."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from digitpad.arrays import Floats
from digitpad.engines.acts.tape import Batch, Tape
from digitpad.network.architecture import Architecture
from digitpad.network.slope import BatchLoss, Slope
from digitpad.workspace.stepping.choice import Choice
from digitpad.workspace.stepping.gradients import steepest_index
from digitpad.workspace.stepping.remembered import remembered
from digitpad.workspace.worker import Worker

AT_ONCE = 3_000_000
"""Multiplications of a point that is reckoned at once, in a millisecond or two: a thread would take longer."""

SOON, LEAST = 80_000_000, 64
"""Multiplications that a step's own thread may spend on the steepest weight before its card is shown, some
milliseconds; a batch counts as at least so many images, as what is remembered grows with the weights."""

EPSILONS = (0.01, 0.001, 0.0001)
"""How far to both sides the weight is moved for the quotient: far enough to be read, less where relus switch."""


@dataclass(eq=False)
class Check:
    """The loss of a step's batch as a function of one weight, as far as it has been tried.

    Attributes:
        slope: the losses at the weight and to both sides; None until they are known.
        points: value of the weight and mean loss of each push, in the order in which they came.
        is_wanted: whether anybody still looks at it.
    """

    tape: Tape
    choice: Choice
    slope: Slope | None = None
    points: list[tuple[float, float]] = field(default_factory=list)
    is_wanted: bool = True
    loss: BatchLoss | None = None


class SlopeChecker(QObject):
    """Follows the step's tape and choice.

    Attributes:
        check: what is being looked at; None while there are no gradients.

    Signals:
        changed(): there is another slope, or one more point.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.check: Check | None = None
        self._pushed: float | None = None
        self._worker: Worker | None = None
        self._closed = False

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._worker is None

    def show(self, tape: Tape | None, choice: Choice) -> None:
        """Check the chosen weight of this tape; does nothing if it is being checked already."""
        if tape is None or tape.gradients is None or tape.batch is None:
            self._drop()
            return
        if self.check is not None and self.check.choice == choice and self.check.tape.gradients is tape.gradients:
            return
        self._drop()
        self.check = _known(tape, choice) or Check(tape, choice)
        self._begin()

    def push(self, value: float) -> None:
        """Reckon the loss with the weight at another value; of several asked for meanwhile the newest counts."""
        check = self.check
        if check is not None and check.loss is not None and check.loss.operations <= AT_ONCE:
            check.points.append((value, check.loss.at(value)))
            self.changed.emit()
            return
        self._pushed = value
        self._begin()

    def shut_down(self) -> None:
        """Wait for the thread; nothing begins any more."""
        self._closed = True
        self._drop()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()

    def _drop(self) -> None:
        self._pushed = None
        if self.check is not None:
            self.check.is_wanted = False
            self.check = None
            self.changed.emit()

    def _begin(self) -> None:
        check, value = self.check, self._pushed
        if check is None or self._worker is not None or self._closed:
            return
        if check.slope is not None and value is None:
            return
        if check.slope is not None:
            self._pushed = None

        def work(_worker: Worker) -> object:
            loss = check.loss if check.loss is not None else _loss(check)
            if check.slope is None:
                return loss, loss.straight_slope(EPSILONS)
            return loss, (value, loss.at(value if value is not None else loss.value))

        self._worker = Worker(check, work, lambda problem: problem, "job-failed", self)
        self._worker.reported.connect(self._on_report)
        self._worker.start()

    def _on_report(self, check: Check, found: object) -> None:
        worker, self._worker = self._worker, None
        if worker is None:  # it was waited for in the meantime
            return
        worker.wait()
        worker.deleteLater()
        if check.is_wanted and isinstance(found, tuple):
            check.loss, result = found
            if isinstance(result, Slope):
                check.slope = result
            else:
                check.points.append(result)
            self.changed.emit()
        self._begin()


def prepare_steepest(tape: Tape) -> None:
    """Find what ``reckon_steepest`` will need and is known before the gradients; on the same thread."""
    if tape.batch is not None and tape.gradients is None and _is_affordable(tape.recipe.architecture, tape.batch):
        _first(tape.recipe.architecture, tape.before, tape.batch)


def reckon_steepest(tape: Tape) -> None:
    """Find the slope of the steepest weight, which a card shows first; to be called on the step's own thread."""
    if _is_soon_reckoned(tape):
        assert tape.batch is not None and tape.gradients is not None  # noqa: PT018  # one condition for mypy
        _steepest(tape.recipe.architecture, tape.before, tape.batch, tape.gradients)


def _is_soon_reckoned(tape: Tape) -> bool:
    if tape.batch is None or tape.gradients is None:
        return False
    return _is_affordable(tape.recipe.architecture, tape.batch)


def _is_affordable(architecture: Architecture, batch: Batch) -> bool:
    return max(LEAST, batch.size) * architecture.parameters <= SOON


@remembered
def _steepest(
    architecture: Architecture, before: tuple[Floats, ...], batch: Batch, gradients: tuple[Floats, ...]
) -> tuple[tuple[int, ...], BatchLoss, Slope]:
    """Return the first layer's steepest weight, the loss by it, and its slope."""
    index = steepest_index(gradients[0])
    loss = _first(architecture, before, batch).of(index)
    return index, loss, loss.straight_slope(EPSILONS)


@remembered
def _first(architecture: Architecture, before: tuple[Floats, ...], batch: Batch) -> BatchLoss:
    """Return the loss by some weight of the first layer: what takes long in it is the same for all of them."""
    return BatchLoss(architecture, before, batch.whole_images, batch.whole_labels, 0, (0, 0))


def _known(tape: Tape, choice: Choice) -> Check | None:
    """Return the check of a weight whose slope the step's thread has found; None for any other."""
    if choice.tensor or not _is_soon_reckoned(tape):
        return None
    assert tape.batch is not None and tape.gradients is not None  # noqa: PT018  # one condition for mypy
    index, loss, slope = _steepest(tape.recipe.architecture, tape.before, tape.batch, tape.gradients)
    if choice.index(tape.before[0].shape) != index:
        return None
    return Check(tape, choice, slope, loss=loss)


def _loss(check: Check) -> BatchLoss:
    tape, batch = check.tape, check.tape.batch
    assert batch is not None  # nobody makes a check without one
    tensor = min(check.choice.tensor, len(tape.before) - 1)
    index = check.choice.index(tape.before[tensor].shape)
    return BatchLoss(tape.recipe.architecture, tape.before, batch.whole_images, batch.whole_labels, tensor, index)
