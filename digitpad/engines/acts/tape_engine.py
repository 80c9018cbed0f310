"""The engine that takes one training step of the lesson's page act by act, and waits at its lines."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import FrameType

from digitpad.data.mnist import Dataset
from digitpad.data.training_data import TrainingData, dataset_for
from digitpad.engines.acts.pages import page_of
from digitpad.engines.acts.protocol import Go, Preparing, Stepper, Tell
from digitpad.engines.acts.reader import TapeReader, read_again
from digitpad.engines.acts.tape import Again, CodePage, Place, Stop, Tape
from digitpad.engines.acts.tracer import Line, LineTracer
from digitpad.engines.loop import TrainingLoop
from digitpad.engines.program import Execution
from digitpad.engines.protocol import Job
from digitpad.engines.tensorflow_engine import loop_for
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import CheckpointTaken, Intervened, Scored
from digitpad.textbook import training
from digitpad.textbook.network import NaiveDense


class _GivenUpError(BaseException):
    """Raised at a line to unwind the step; no ``except Exception`` on its way shall hold it."""


class _SeenError(BaseException):
    """Raised at the line behind which nothing is read any more."""


class TapeEngine:
    """Takes one step of a job, eagerly: each stop is told, then ``control`` says how far to go on.

    Tells ``Stop`` at each line where it waits, and, on its way to the end, after each act; ``Preparing`` while it
    waits for images; and at its end a last ``Stop`` without a place, ``Intervened`` if something joined the batch,
    ``Advanced``, ``Scored`` where an epoch ends, and ``CheckpointTaken``. A step that is given up tells nothing
    more, and leaves the run as it was: what it has changed lies in the program's variables alone.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def run(self, job: Job, tell: Tell, control: Stepper) -> None:
        """Take the step. Raises DivergedError when its loss, or a weight, is no number any more."""
        loop = loop_for(job, self._dataset, Execution.EAGER)
        loop.attach()
        try:
            _take_step(loop, job.by_hand, tell, control)
        except _GivenUpError:
            pass
        finally:
            loop.let_go()


def lesson_tape(data: TrainingData) -> TapeEngine:
    """Return the engine for steps on this data. Raises DataFileError if MNIST is missing, and needed for it."""
    return TapeEngine(dataset_for(data))


class _Stops:
    """Decides at which lines a step stops, and waits there."""

    def __init__(self, reader: TapeReader, tell: Tell, control: Stepper) -> None:
        self._reader = reader
        self._tell = tell
        self._control = control
        self._shown = 0  # the act that was complete at the last stop
        self._go = Go.LINE

    def go_on(self) -> None:
        """Wait to be told how far to go on."""
        go = self._control.await_go()
        if go is None:
            raise _GivenUpError
        self._go = go

    def at(self, line: Line) -> None:
        """Take in what is new at a line, and stop there if it is far enough."""
        if self._control.end_wanted:
            raise _GivenUpError
        self._reader.read(line)
        complete = self._reader.tape.complete
        if (self._go is Go.LINE and not line.returns) or (self._go is not Go.LINE and complete > self._shown):
            self._shown = complete
            self._tell(Stop(_place(line), self._reader.tape))
            if self._go is not Go.END:
                self.go_on()


def _take_step(loop: TrainingLoop, by_hand: ByHand | None, tell: Tell, control: Stepper) -> None:
    begun = Tape(loop.recipe, loop.batches_done, loop.next_rate, before=loop.snapshot().weights)
    reader = TapeReader(begun, own=0 if by_hand is None else len(by_hand.labels))
    stops = _Stops(reader, tell, control)
    stops.go_on()
    tracer = _tracer(stops.at)
    advanced = None
    while advanced is None or not len(advanced.losses):
        if advanced is not None:
            tell(Preparing())
        if control.end_wanted:
            return
        with tracer.tracing():
            advanced = loop.advance(1)
    checkpoint = loop.checkpoint()
    after = checkpoint.snapshot.weights
    tell(Stop(None, replace(reader.tape, after=after, updated=True, again=_again(reader))))
    if by_hand is not None:
        tell(Intervened(by_hand.intervention(advanced.first_batch, 1)))
    tell(advanced)
    epoch_ends = not loop.batches_done % loop.recipe.batches_per_epoch
    if epoch_ends and (scores := loop.scores()) is not None:
        tell(Scored(loop.batches_done, scores))
    tell(CheckpointTaken(loop.last_checkpoint(checkpoint.snapshot)))


def _again(reader: TapeReader) -> Again | None:
    """Go through the page's lines once more with the same batch, and move no weight.

    Nobody asks for the gradients then, which are most of the work: the lines are left where these would be made.
    """
    found: Again | None = None

    def look(line: Line) -> None:
        nonlocal found
        found = read_again(line, found, reader.gradients_line)
        if found is not None:
            raise _SeenError

    with suppress(_SeenError), _tracer(look).tracing():
        training.one_training_step(reader.model, reader.images, reader.labels, lambda _gradients, _weights: None)
    return found


def _tracer(on_line: Callable[[Line], None]) -> LineTracer:
    """Return a tracer of the page as the program runs it, wherever its functions come from."""
    code = training.one_training_step.__code__
    return LineTracer(code, {code.co_filename, NaiveDense.__call__.__code__.co_filename}, on_line)


def _place(line: Line) -> Place:
    calls = tuple(_number(frame) for frame in line.calls)
    return Place(*_number(line.frame), calls, line.returns)


def _number(frame: FrameType) -> tuple[CodePage, int]:
    page = page_of(frame.f_code)
    return page, frame.f_lineno - page.first
