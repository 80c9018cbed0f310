"""Steps through one training step of the paused run: forward, back, and never half of it kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.engines.acts.protocol import Go, Preparing
from digitpad.engines.acts.tape import Stop
from digitpad.engines.protocol import Job, Step
from digitpad.errors import UserError
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Intervened, Scored
from digitpad.runs.moments.best import known_at
from digitpad.runs.run import Run
from digitpad.workspace.easel.answering_network import AnsweringNetwork
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.stepping.situation import Situation, finished_run, situation_before, situation_of
from digitpad.workspace.stepping.step_threads import StepThreads
from digitpad.workspace.stepping.step_under_way import StepUnderWay
from digitpad.workspace.training.draft import Draft
from digitpad.workspace.training.lessons import data_change
from digitpad.workspace.training.readiness import Readiness
from digitpad.workspace.training.training import State, Training

POSSIBLE = (Situation.TRAINING, Situation.NEW_RUN, Situation.NEXT_BATCH, Situation.STOPPED)
"""Situations in which Next does something."""


class Stepping(QObject):
    """The step that is looked at, and where in it.

    The run is as before the step until the last stop is reached, and again when somebody goes back from there: a
    function of what is shown. Whatever else happens to the run, the step is given up.

    Attributes:
        at: which of the stops is shown, from 0; -1 while there is none.
        problem: why the last step failed; None if it did not.
        is_recording: whether a step becomes its run's own, or is taken back; ``changed`` comes when it has.
        joining: returns the images by hand that join the next batch; None for its own alone.

    Signals:
        changed(): another stop is shown, or Next would do something else.
    """

    changed = Signal()

    def __init__(
        self,
        training: Training,
        runs: RunList,
        readiness: Readiness,
        network: AnsweringNetwork,
        draft: Draft,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.at = -1
        self.problem: UserError | None = None
        self.joining: Callable[[], ByHand | None] = lambda: None
        self._training, self._runs, self._readiness = training, runs, readiness
        self._network, self._draft = network, draft
        self._step: StepUnderWay | None = None
        self._threads = StepThreads(training, self)
        self._pending: Callable[[Run], object] | None = None
        self.is_recording = self._closed = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._do_pending)
        self._threads.told.connect(self._on_told)
        training.state_changed.connect(self._follow_state)
        runs.changed.connect(self._follow_run)
        readiness.changed.connect(self.changed)
        draft.changed.connect(self.changed)
        network.changed.connect(self.changed)

    @property
    def stop(self) -> Stop | None:
        """The stop that is shown."""
        return None if self._step is None or self.at < 0 else self._step.stops[self.at]

    @property
    def run(self) -> Run | None:
        """The run that the step belongs to."""
        return None if self._step is None else self._step.run

    @property
    def finished_run(self) -> Run | None:
        """The run that answers if it has no batch left: one more epoch can be added to it."""
        return finished_run(self._network)

    @property
    def situation(self) -> Situation:
        """What Next would do now, or why it can do nothing."""
        step = self._step
        if step is not None and (not step.is_over or self.at < len(step.stops) - 1):
            if step.is_preparing:
                return Situation.PREPARING
            return Situation.WORKING if step.is_working else Situation.STOPPED
        if self._pending is not None and self._training.state is not State.WAITING:
            return situation_before(self._training.run)
        return situation_of(self._training, self._readiness, self._network, self._draft)

    @property
    def can_go_on(self) -> bool:
        """Whether Next would do something, now or as soon as the line at hand has run: that takes no time."""
        return self.situation in (*POSSIBLE, Situation.WORKING)

    @property
    def can_go_back(self) -> bool:
        """Whether an earlier stop can be shown; while a line runs nothing else is."""
        return self.at > 0

    @property
    def can_go_to_last(self) -> bool:
        """Whether a later stop has been seen already."""
        return self._step is not None and self.at < len(self._step.stops) - 1

    @property
    def is_quiet(self) -> bool:
        """Whether no thread runs a line: none is there, or it waits."""
        return self._step is None or not self._step.is_working

    def go_on(self, go: Go) -> None:
        """Show the next line or card, or the step's end; begin a step, and a run, if there is none.

        A run that trains is paused for it.
        """
        if self._pending is not None or self.situation not in POSSIBLE:
            return
        self.problem = None
        step = self._step
        if self.situation is Situation.TRAINING:
            self._pending = lambda run: self._begin_step(run, go)
            self._training.pause()
        elif step is None or (step.is_over and not self.can_go_to_last):
            self.when_paused(lambda run: self._begin_step(run, go))
        elif (place := self._seen(step, go)) is not None:
            self._show(place)
        else:
            self.at = len(step.stops) - 1
            step.go(go)
            self.changed.emit()

    def begin_run(self, go: Go) -> None:
        """Begin a run by the recipe, and its first step."""
        self._begin_run(lambda run: self._begin_step(run, go))

    def when_paused(self, deed: Callable[[Run], object]) -> None:
        """Do something with the paused run; without one begin a run by the recipe first."""
        run = self._training.run
        if self._training.state is State.PAUSED and run is not None:
            deed(run)
        else:
            self._begin_run(deed)

    def go_back(self) -> None:
        """Show the stop before."""
        if self.can_go_back and self.is_quiet:
            self._show(self.at - 1)

    def go_to_first(self) -> None:
        """Show the step's first stop."""
        if self.can_go_back and self.is_quiet:
            self._show(0)

    def go_to_last(self) -> None:
        """Show the last stop that has been seen."""
        if self._step is not None and self.can_go_to_last:
            self._show(len(self._step.stops) - 1)

    def give_up(self) -> None:
        """Unwind the step if it is under way; the run is as it was before, or after if it is over."""
        step, self._step, self._pending = self._step, None, None
        self.at = -1
        if step is not None:
            self._threads.give_up(step)
            self.changed.emit()

    def give_up_half(self) -> None:
        """Give the step up unless it is over, as before a file is written: one that is over can still be read."""
        if self._step is not None and not self._step.is_over:
            self.give_up()

    def shut_down(self) -> None:
        """Give up, and wait for all threads; nothing begins any more."""
        self._closed = True
        self.give_up()
        self._threads.wait()

    def _begin_run(self, then: Callable[[Run], object]) -> None:
        if self._training.state is State.IDLE and not self._closed:
            self.give_up()
            self._pending = then
            self._training.train(self._draft.recipe, Step.NOTHING)
            self.changed.emit()

    def _begin_step(self, run: Run, go: Go) -> None:
        checkpoint = run.checkpoint
        if self._closed or checkpoint is None:
            return
        try:
            waits, ours = self._training.supplies.for_going_on(run.recipe, trains=True)
        except UserError as problem:
            self.problem = problem
            self.changed.emit()
            return
        if waits:
            self._pending = lambda run: self._begin_step(run, go)
            self._training.resume(run, Step.NOTHING)
            return
        self._step, self.at = StepUnderWay(run, checkpoint), -1
        other_data = data_change(run, ours)
        if other_data is not None:
            self._step.gains.append(Intervened(other_data))
        done = checkpoint.snapshot.updates
        job = Job(run.recipe, checkpoint, Step.BATCH, self.joining(), 1, ours, *known_at(run, done))
        self._threads.begin(self._step, job)
        self._step.go(go)
        self.changed.emit()

    def _on_told(self, step: StepUnderWay, event: object) -> None:
        if step is not self._step:  # it was given up in the meantime
            return
        match event:
            case Preparing():
                step.is_preparing = True
            case Intervened() | Advanced() | Scored() | CheckpointTaken():
                step.gains.append(event)
                return
            case Stop():
                step.stops.append(event)
                step.is_preparing = False
                if event.place is None or step.goes_to_end:
                    return  # what the run gains by it comes next, then all is shown at once
                step.is_working, self.at = False, len(step.stops) - 1
            case _:
                self._end(step, event if isinstance(event, UserError) else None)
        self.changed.emit()

    def _end(self, step: StepUnderWay, problem: UserError | None) -> None:
        step.is_working = False
        if problem is not None:
            self.problem = problem
            self._step, self.at = None, -1
        else:
            self._show(len(step.stops) - 1)

    def _seen(self, step: StepUnderWay, go: Go) -> int | None:
        """Return which stop, among those seen before, Next would show; None if it lies beyond them."""
        later = range(self.at + 1, len(step.stops))
        if go is Go.LINE:
            return later[0] if later else None
        if go is Go.CARD:
            shown = step.stops[self.at].tape.complete if self.at >= 0 else 0
            return next((place for place in later if step.stops[place].tape.complete > shown), None)
        return later[-1] if later and step.is_over else None

    def _show(self, place: int) -> None:
        """Show a stop; the run has made the step when it is the last, else not."""
        step = self._step
        if step is None:
            return
        made_before = step.is_over and self.at == len(step.stops) - 1
        self.at = place
        made_now = step.is_over and place == len(step.stops) - 1
        if made_now != made_before:
            begun = Begun("eager", step.before.snapshot, step.before)
            self.is_recording = True
            try:
                self._training.record(step.run, [begun, *(step.gains if made_now else [])])
            finally:
                self.is_recording = False
        self.changed.emit()

    def _follow_state(self, state: State) -> None:
        if self.is_recording:
            return
        if state in (State.IDLE, State.PAUSED) and self._pending is not None:
            self._soon.start()  # when all have heard of it, and what waited has begun
            return
        if self._pending is None:
            self.give_up()
        self.changed.emit()

    def _do_pending(self) -> None:
        run, deed, state = self._training.run, self._pending, self._training.state
        if state is State.IDLE:  # stopped, or refused
            self.give_up()
        elif state is State.PAUSED and deed is not None and run is not None:
            self._pending = None
            deed(run)
        self.changed.emit()

    def _follow_run(self) -> None:
        """Give up the step of a run that is elsewhere now, or gone."""
        step = self._step
        if step is None or self.is_recording:
            return
        is_made = step.is_over and self.at == len(step.stops) - 1
        if step.run not in self._runs.runs or len(step.run.history) != step.before.snapshot.updates + is_made:
            self.give_up()
