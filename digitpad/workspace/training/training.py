"""Who may train when: one run under way at a time, each part of it on a thread, all ended with the window."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.engines.pacing import FULL, Pace, Way
from digitpad.engines.protocol import Engine, Step
from digitpad.errors import UserError
from digitpad.runs.by_hand import ByHand
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advanced, Begun, Ended, Ending, Event, Intervened
from digitpad.runs.queue.plan import Plan
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.lessons import Supplies
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.recorder import Recorder
from digitpad.workspace.training.stint import Stint
from digitpad.workspace.training.stint_threads import StintThreads, engine_for

PATIENCE_MS, LOOK_MS = 50, 5
"""How long Stop and Pause wait for the batch at hand; how often is looked after that whether a run that pauses can
rest: not between a batch and its checkpoint. A huge batch is left to end by itself; a stopped run gains by it."""


class State(Enum):
    """What training is doing."""

    IDLE = auto()
    WAITING = auto()
    """Train or Resume was asked for, and waits for TensorFlow to be loaded, or for what it needs of our digits."""
    TRAINING = auto()
    ENDING = auto()
    """Asked to pause or to stop, and about to."""
    PAUSED = auto()


class Training(QObject):
    """Starts, pauses, steps, goes on with and stops runs.

    Attributes:
        state: what training is doing.
        loop, pace: how the loop of the next new run runs; how fast runs are shown.
        is_lent: whether somebody trains networks that are no runs, and no run can begin or go on.
        engine_for: makes the engine of a run.
        supplies, threads: what runs need to train; on which they do.

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
        self.loop, self.pace = Loop.COMPILED, FULL
        self.is_lent = self._closed = False
        self.engine_for: Callable[[Run], Engine] = engine_for
        self.supplies = Supplies(readiness)
        self._runs, self._recorder, self._readiness = runs, recorder, readiness
        self._stint: Stint | None = None
        self.threads = StintThreads(self)
        self._pending: Callable[[], None] | None = None
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._abandon)
        self.threads.reported.connect(self._on_report)
        readiness.changed.connect(self.begin_pending)
        runs.changed.connect(self._let_go_of_deleted)

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self.threads.is_quiet

    @property
    def run(self) -> Run | None:
        """The run that trains or is paused, also one that is about to begin; None if there is none."""
        return self._stint.run if self._stint is not None else None

    @property
    def is_free(self) -> bool:
        """Whether a run could go on now."""
        is_possible = self._readiness.has_tensorflow and not (self.is_lent or self._closed)
        return self.state in (State.IDLE, State.PAUSED) and is_possible

    @property
    def step_under_way(self) -> Step | None:
        """How far the run goes that trains or is paused; None to its end, and if there is none."""
        return self._stint.step if self._stint is not None else None

    @property
    def loop_under_way(self) -> Loop | None:
        """How the loop runs of what trains or is paused: by hand not as its run's; None if there is none."""
        return self._stint.loop if self._stint is not None else None

    def train(self, recipe: Recipe, step: Step | None = None, *, plan: Plan | None = None) -> None:
        """Begin a run, now or as soon as all it needs is there; does nothing while one is under way.

        With a step it pauses after that. By a ``plan`` its loop is the plan's, and so is its name.
        """
        if self.state is not State.IDLE or self.is_lent or self._closed:
            return
        try:
            supplied = self.supplies.for_new(recipe)
        except UserError as problem:
            self.refused.emit(problem)
            return
        if supplied is None:
            self._pending = partial(self.train, recipe, step, plan=plan)
            self._set_state(State.WAITING)
        else:
            loop, tried = (self.loop, None) if plan is None else (plan.loop, plan.tried)
            run = self._runs.new(supplied[0], loop, tried)
            self._start(Stint(run, step, goes_on=False, pace=FULL if step else self.pace, ours=supplied[1]))

    def resume(self, run: Run, step: Step | None = None) -> None:
        """Go on with a run once all it needs is there; with a step, pause after it. Another paused run stops.

        Does nothing while one trains, before TensorFlow is there, or if the run cannot go on.
        """
        if self.is_free and run.can_go_on:
            # What is taken up again days later has fallen already: there is nothing to watch.
            watched = self.run is run or self.pace.way is not Way.WATCH
            self._go_on(Stint(run, step, goes_on=True, pace=self.pace if watched and step is None else FULL))

    def train_by_hand(self, run: Run, by_hand: ByHand, count: int = 1) -> None:
        """Train the paused run on images chosen by hand, in so many of its next batches, and pause after them.

        They are fewer if fewer are left. Does nothing unless this run is paused, and before TensorFlow is there.
        """
        if self.is_free and self.run is run and run.can_go_on:
            self._go_on(Stint(run, Step.BATCH, goes_on=True, by_hand=by_hand, count=count))

    def go_back(self, run: Run, checkpoint: Checkpoint) -> None:
        """Have a run paused where it was earlier: what came after is gone. Another paused run stops.

        Does nothing while one trains, and before TensorFlow is there.
        """
        if self.is_free:
            self._go_on(Stint(run, Step.NOTHING, goes_on=True, back_to=checkpoint))

    def step(self, recipe: Recipe, step: Step) -> None:
        """Take a step of the paused run, or of a new one by this recipe."""
        if self.state is State.PAUSED and self.run is not None:
            self.resume(self.run, step)
        else:
            self.train(recipe, step)

    def record(self, run: Run, events: Sequence[Event]) -> None:
        """Record what became of a run while nothing trained it; it is paused then, or done with its last batch.

        Does nothing while a run trains. Another paused run stops.
        """
        if self.state not in (State.IDLE, State.PAUSED) or self._closed:
            return
        if self.run is not run:
            self.stop()
        step = Step.BATCH if any(isinstance(event, Advanced) for event in events) else Step.NOTHING
        stint = self._stint = Stint(run, step, goes_on=True, was_looked_at=True)
        for event in events:
            self._record(stint, event)
        self._end(stint, stint.said_last(Ended(Ending.PAUSED)))

    def pause(self) -> None:
        """Ask the run to pause after the batches it is at, or before one that takes long."""
        if self.state is State.TRAINING and self._stint is not None:
            self._stint.end(pausing=True)
            self._patience.start(PATIENCE_MS)
            self._set_state(State.ENDING)

    def stop(self) -> None:
        """Ask the run to stop after the batches it is at; what only waits is forgotten."""
        self._pending = None
        if self.state is State.WAITING and self._stint is None:
            self._set_state(State.IDLE)
        elif self.state in (State.WAITING, State.PAUSED) and self._stint is not None:
            self._end(self._stint, Ended(Ending.STOPPED))
        elif self.state in (State.TRAINING, State.ENDING) and self._stint is not None:
            self._stint.end(pausing=False)
            self._patience.start(PATIENCE_MS)
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
        if (stint := self._stint) is not None and rate != stint.run.learning_rate:
            stint.learning_rate = rate
            self._runs.change_rate(stint.run, rate)

    def shut_down(self) -> None:
        """End all threads and wait for them; what they still had to say is recorded, then nothing is any more."""
        self.stop()
        self._patience.stop()
        self.threads.wait()
        self._closed = True

    def _go_on(self, stint: Stint) -> None:
        if stint.run not in self._runs.runs:  # deleted while it waited
            return
        try:
            waits, stint.ours = self.supplies.for_going_on(stint.run.recipe, trains=stint.back_to is None)
        except UserError as problem:
            self.refused.emit(problem)
            return
        if self.run is not stint.run:
            self.stop()
        if waits:
            self._pending = partial(self._go_on, stint)
            self._set_state(State.WAITING)
        else:
            self._start(stint)

    def _start(self, stint: Stint) -> None:
        self._stint = stint
        self._set_state(State.TRAINING)
        self.threads.begin(stint, self.engine_for)

    def _on_report(self, stint: Stint, event: Event) -> None:
        if self._closed:
            return
        if stint is not self._stint:
            self._on_late_report(stint, event)
        elif isinstance(event, Ended):
            self._end(stint, stint.said_last(event))
        else:
            self._record(stint, event)
            if isinstance(event, Begun) and (other_data := stint.other_data) is not None:
                self._record(stint, Intervened(other_data))

    def _record(self, stint: Stint, event: Event) -> None:
        self._recorder.record(stint.run, event)
        self.reported.emit(stint.run, event)

    def _on_late_report(self, stint: Stint, event: Event) -> None:
        rests_before = stint.was_left or stint.run is self.run  # or goes on again from before that
        if not isinstance(event, Ended) and not rests_before and self._recorder.record_late(stint.run, event):
            self.learnt_late.emit(stint.run, event)

    def _abandon(self) -> None:
        """Do not wait any longer for a thread that was asked to stop, or to pause."""
        stint = self._stint
        if stint is not None and (stint.can_be_left or not stint.pausing) and self.threads.abandon(stint):
            self._stint = stint.leave() if stint.pausing else stint
            self._end(stint, stint.ended)
        elif stint is not None and stint.pausing:
            self._patience.start(LOOK_MS)

    def _end(self, stint: Stint, event: Ended) -> None:
        """A stint is over: the state is another one before anybody hears of it."""
        self._patience.stop()
        self.state = State.PAUSED if event.how is Ending.PAUSED else State.IDLE
        if self.state is State.IDLE:
            self._stint = None
        self._recorder.record(stint.run, event)
        self.state_changed.emit(self.state)
        self.reported.emit(stint.run, event)

    def begin_pending(self) -> None:
        """Begin the run that waits, or go on with it, if all it needs may be there now."""
        if self._pending is not None and self._readiness.is_known:
            begin, self._pending = self._pending, None
            self._set_state(State.IDLE if self._stint is None else State.PAUSED)
            begin()

    def _let_go_of_deleted(self) -> None:
        """Whether by Delete or by Redo: no run goes on that is not in the list."""
        if (run := self.run) is not None and run.is_trained and run not in self._runs.runs:
            self.stop()

    def _set_state(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
