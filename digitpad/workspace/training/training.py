"""Who may train when: one run under way at a time, each part of it on a thread, all ended with the window."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from digitpad.engines.pacing import FULL, Pace, Way
from digitpad.engines.protocol import Engine, Job, Step
from digitpad.runs.estimate import check_affordable
from digitpad.runs.events import Ended, Ending, Event
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.recorder import Recorder
from digitpad.workspace.training.run_list import RunList
from digitpad.workspace.training.stint import Stint
from digitpad.workspace.worker import Worker

PATIENCE_MS = 80
"""How long Stop waits for the batch at hand. Nobody can interrupt a huge batch, or the compiler, so what takes
longer is left to end by itself: what it says is added to its run, and a next run begins after it."""


class State(Enum):
    """What training is doing."""

    IDLE = auto()
    WAITING = auto()
    """Train was asked for and begins as soon as TensorFlow is loaded."""
    TRAINING = auto()
    ENDING = auto()
    """Asked to pause or to stop, and about to."""
    PAUSED = auto()


def engine_for(run: Run) -> Engine:
    """Return the engine that a run asks for; to be called on the thread that trains. Imports TensorFlow."""
    from digitpad.engines.tensorflow_engine import lesson_engine

    return lesson_engine(line_by_line=run.line_by_line)


class Training(QObject):
    """Starts, pauses, steps, goes on with and stops runs.

    Attributes:
        state: what training is doing.
        line_by_line: whether the next new run is the lesson's eager loop.
        pace: how fast runs are shown.
        engine_for: makes the engine of a run.

    Signals:
        state_changed(State)
        reported(Run, Event): what an engine said, recorded already; the last event of each stint is Ended.
        learnt_late(Run, Event): what an engine said after its stint was let go, and is a part of the run now.
        refused(UserError): Train was asked for, and cannot be.
        pace_changed(): runs are shown at another pace now.
    """

    state_changed = Signal(object)
    reported = Signal(object, object)
    learnt_late = Signal(object, object)
    refused = Signal(object)
    pace_changed = Signal()

    def __init__(
        self, runs: RunList, recorder: Recorder, readiness: Readiness, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.line_by_line = False
        self.pace = FULL
        self.engine_for: Callable[[Run], Engine] = engine_for
        self._runs = runs
        self._recorder = recorder
        self._readiness = readiness
        self._worker: Worker | None = None
        self._stint: Stint | None = None
        self._abandoned: dict[Stint, Worker] = {}
        self._pending: tuple[Recipe, Step | None] | None = None
        self._closed = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._abandon)
        readiness.changed.connect(self._begin_pending)
        runs.changed.connect(self._let_go_of_deleted)

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return not any(worker.isRunning() for worker in self._workers())

    @property
    def run(self) -> Run | None:
        """The run that trains or is paused, also one that is about to begin; None if there is none."""
        return self._stint.run if self._stint is not None else None

    def train(self, recipe: Recipe, step: Step | None = None) -> None:
        """Begin a run, now or as soon as TensorFlow is there; does nothing while one is under way.

        With a step it pauses after that step.
        """
        if self.state is not State.IDLE or self._closed:
            return
        if self._readiness.is_known and self._readiness.problems:
            self.refused.emit(self._readiness.problems[0])
        elif not self._readiness.can_train:
            self._pending = (recipe, step)
            self._set_state(State.WAITING)
        else:
            run = self._runs.new(recipe, line_by_line=self.line_by_line)
            self._start(Stint(run, step, goes_on=False, pace=FULL if step is not None else self.pace))

    def resume(self, run: Run, step: Step | None = None) -> None:
        """Go on with a run from its checkpoint; with a step, pause after it. Another paused run stops.

        Does nothing while one trains, before TensorFlow is there, or if the run cannot go on.
        """
        if self.state not in (State.IDLE, State.PAUSED) or not self._readiness.can_train or not run.can_go_on:
            return
        was_paused = self.run is run
        if not was_paused:
            self.stop()
        # What is taken up again days later has fallen already: there is nothing to watch.
        watched = was_paused or self.pace.way is not Way.WATCH
        self._start(Stint(run, step, goes_on=True, pace=self.pace if watched and step is None else FULL))

    def step(self, recipe: Recipe, step: Step) -> None:
        """Take a step of the paused run, or of a new one by this recipe."""
        if self.state is State.PAUSED and self.run is not None:
            self.resume(self.run, step)
        else:
            self.train(recipe, step)

    def pause(self) -> None:
        """Ask the run to pause after the batches it is at."""
        if self.state is State.TRAINING and self._stint is not None:
            self._stint.pausing = self._stint.end_wanted = True
            self._stint.wake()
            self._set_state(State.ENDING)

    def stop(self) -> None:
        """Ask the run to stop after the batches it is at; a run that only waits is forgotten."""
        if self.state is State.WAITING:
            self._pending = None
            self._set_state(State.IDLE)
        elif self.state is State.PAUSED and self._stint is not None:
            self._end(self._stint, Ended(Ending.STOPPED))
        elif self.state in (State.TRAINING, State.ENDING) and self._stint is not None:
            self._stint.pausing, self._stint.end_wanted = False, True
            self._stint.wake()
            self._patience.start()
            self._set_state(State.ENDING)

    def stop_at_once(self) -> None:
        """Stop, and hear no more of the run than what it has still learnt."""
        self.stop()
        self._patience.stop()
        self._abandon()

    def set_pace(self, pace: Pace) -> None:
        """Show this run, from its next batch on, and all later ones at another pace."""
        self.pace = pace
        if self._stint is not None:
            self._stint.pace = pace if self._stint.step is None else FULL
            self._stint.wake()
        self.pace_changed.emit()

    def set_learning_rate(self, rate: float) -> None:
        """Let the run under way use another learning rate from its next batch on, and mark where."""
        stint = self._stint
        if stint is None or rate == stint.run.learning_rate:
            return
        stint.learning_rate = rate
        self._runs.change_rate(stint.run, rate)

    def shut_down(self) -> None:
        """End all threads and wait for them; what they still had to say is recorded, then nothing is any more."""
        self._pending = None
        self.stop()
        self._patience.stop()
        for worker in self._workers():
            worker.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self._closed = True

    def _workers(self) -> list[Worker]:
        return [worker for worker in (self._worker, *self._abandoned.values()) if worker is not None]

    def _start(self, stint: Stint) -> None:
        before = [old.program_is_free for old in self._abandoned]
        make_engine = self.engine_for

        def work(worker: Worker) -> Ended:
            for program_is_free in before:
                program_is_free.wait()
            try:
                if stint.pausing or not stint.end_wanted:  # who pauses needs a state to go on from
                    run = stint.run
                    check_affordable(run.recipe)
                    job = Job(run.recipe, run.checkpoint if stint.goes_on else None, stint.step)
                    make_engine(run).run(job, worker.report, stint)
            finally:
                stint.program_is_free.set()
            return stint.ended

        self._stint = stint
        self._worker = Worker(stint, work, lambda problem: Ended(Ending.FAILED, problem), "training-failed", self)
        self._worker.reported.connect(self._on_report)
        self._set_state(State.TRAINING)
        self._worker.start()

    def _on_report(self, stint: Stint, event: Event) -> None:
        if self._closed:
            return
        if stint is not self._stint:
            self._on_late_report(stint, event)
        elif isinstance(event, Ended):
            self._bury(self._worker)
            self._worker = None
            self._end(stint, stint.said_last(event))
        else:
            self._recorder.record(stint.run, event)
            self.reported.emit(stint.run, event)

    def _on_late_report(self, stint: Stint, event: Event) -> None:
        if isinstance(event, Ended):
            self._bury(self._abandoned.pop(stint, None))
        elif stint.run is not self.run and self._recorder.record_late(stint.run, event):
            self.learnt_late.emit(stint.run, event)  # a run that goes on again does so from before that

    def _abandon(self) -> None:
        """Do not wait any longer for a thread that was asked to stop."""
        stint, worker = self._stint, self._worker
        if stint is not None and worker is not None:
            self._worker = None
            self._abandoned[stint] = worker
            self._end(stint, Ended(Ending.STOPPED))

    def _bury(self, worker: Worker | None) -> None:
        if worker is not None:
            worker.wait()  # it has said its last word, so this takes no time
            worker.deleteLater()

    def _end(self, stint: Stint, event: Ended) -> None:
        """A stint is over: the state is another one before anybody hears of it."""
        self._patience.stop()
        paused = event.how is Ending.PAUSED
        self.state = State.PAUSED if paused else State.IDLE
        if not paused:
            self._stint = None
        self._recorder.record(stint.run, event)
        self.state_changed.emit(self.state)
        self.reported.emit(stint.run, event)

    def _begin_pending(self) -> None:
        if self._pending is not None and self._readiness.is_known:
            (recipe, step), self._pending = self._pending, None
            self._set_state(State.IDLE)
            self.train(recipe, step)

    def _let_go_of_deleted(self) -> None:
        """Whether by Delete or by Redo: no run goes on that is not in the list."""
        run = self.run
        if run is not None and run.is_trained and run not in self._runs.runs:
            self.stop()

    def _set_state(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
