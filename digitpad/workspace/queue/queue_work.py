"""Who has the next turn: begins the queue's runs one after the other, whatever became of the one before."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from digitpad.errors import UserError
from digitpad.runs.events import DivergedError, Ended, Ending, Event
from digitpad.runs.queue.plan import Attempt, Standing
from digitpad.runs.queue.time_left import seconds_left
from digitpad.runs.run import Run
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.queue.run_queue import RunQueue
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.training.training import State, Training

STOPPABLE = frozenset({State.WAITING, State.ENDING, State.PAUSED})
"""What training was doing before a run ended, if somebody has stopped it."""


class QueueWork(QObject):
    """Works a queue off while it is on.

    Pause and Stop keep their sense: a paused run is waited for, and who stops a run wants no other one to begin
    at once, so that the queue waits, too. What comes next begins in a turn of its own, when all have heard of
    the end.

    Attributes:
        is_on: whether the next run begins as soon as nothing trains.
        entry: what is under way; None if nothing of the queue is.
        rests: says whether no run may begin now although nothing trains.

    Signals:
        changed(): it is on now, or not any more, or something else is under way.
        halted(): a run was stopped, and those after it wait.
        tried(Attempt): the last run of an attempt is over.
    """

    changed = Signal()
    halted = Signal()
    tried = Signal(object)

    def __init__(self, queue: RunQueue, training: Training, runs: RunList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False
        self.entry: Entry | None = None
        self.rests: Callable[[], bool] = lambda: False
        self._queue, self._training, self._runs = queue, training, runs
        self._begins = False  # a run was asked for that is not there yet
        self._state = self._before = training.state
        self._tried: Attempt | None = None
        self._over: set[Entry] = set()  # what was done when the queue was empty the last time
        self._closed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        training.state_changed.connect(self._follow_state)
        training.reported.connect(self._follow_run)
        training.refused.connect(self._follow_refusal)
        queue.modelReset.connect(self._forget)

    def start(self) -> None:
        """Begin, or go on; a run that is paused goes on if it is the queue's, and is stopped if it is not."""
        paused = self._training.run if self._training.state is State.PAUSED else None
        if paused is not None and self.entry is not None and paused is self.entry.run:
            self._training.resume(paused)
        elif paused is not None:
            self.is_on = False  # else the stop would halt it
            self._training.stop()
        self._switch(on=True)
        self.look()

    def pause(self) -> None:
        """Begin no other run; the one under way goes on to its end."""
        self._switch(on=False)

    def look(self) -> None:
        """Begin the next run if it may begin by now."""
        if not self._closed:
            self._soon.start()

    def place(self) -> tuple[int, int]:
        """Return the number of the run under way, from 1, among those since the queue was empty, and how many
        these are; (0, 0) if none is under way."""
        if self.entry is None:
            return 0, 0
        listed = [entry for entry in self._queue.entries if entry not in self._over]
        return listed.index(self.entry) + 1, len(listed)

    def seconds_left(self) -> float | None:
        """Return how long all that is under way or waits will still take; None while nobody can know."""
        run = None if self.entry is None else self.entry.run
        if run is None:
            return None
        return seconds_left(run, (entry.plan.recipe for entry in self._queue.waiting))

    def shut_down(self) -> None:
        """Begin nothing any more; what is under way stays to be done."""
        self._closed = True
        self._soon.stop()

    def _look(self) -> None:
        if self._training.state is not State.IDLE:
            return
        if self._tried is not None:
            attempt, self._tried = self._tried, None
            self.tried.emit(attempt)
        if self.entry is not None:  # it was asked for, and taken back before it had begun
            self._end(self.entry, Standing.WAITING)
            self._halt()
        elif self.is_on and not (self.rests() or self._training.is_lent):
            self._begin_next()

    def _begin_next(self) -> None:
        waiting = self._queue.waiting
        if not waiting:
            self._over = set(self._queue.entries)
            self._switch(on=False)
            return
        entry, plan = waiting[0], waiting[0].plan
        run = entry.run if entry.run in self._runs.runs and entry.run and entry.run.can_go_on else None
        if run is not None and not self._training.is_free:  # TensorFlow is still being loaded
            return
        self._show_alone(entry)
        self.entry, self._begins = entry, True
        self._queue.take_turn(entry)
        if run is not None:
            self._training.resume(run)
        else:
            self._training.train(plan.recipe, plan=plan)
        self.changed.emit()

    def _show_alone(self, entry: Entry) -> None:
        """Hide all other curves when an attempt begins: it is to be seen by itself."""
        attempt = entry.plan.attempt
        if attempt is None or any(not other.waits for other in self._queue.of(attempt)):
            return
        with self._runs.held():
            for run in self._runs.runs:
                self._runs.show(run, False)

    def _follow_state(self, state: State) -> None:
        self._before, self._state = self._state, state
        if state is State.TRAINING and self._begins and self.entry is not None and self._training.run is not None:
            self._begins = False
            self._queue.become(self.entry, self._training.run)
        self.look()

    def _follow_run(self, run: Run, event: Event) -> None:
        if self._closed or not isinstance(event, Ended) or event.how is Ending.PAUSED:
            return
        stopped = event.how is Ending.STOPPED and self._before in STOPPABLE
        if self.entry is not None and run is self.entry.run:
            has_begun = run in self._runs.runs or event.how is Ending.FAILED
            self._end(self.entry, _standing(event, stopped) if has_begun else Standing.WAITING, event.problem)
        if stopped:
            self._halt()
        self.look()

    def _follow_refusal(self, problem: UserError) -> None:
        if self._begins and self.entry is not None:
            self._end(self.entry, Standing.FAILED, problem)
            self.look()

    def _end(self, entry: Entry, standing: Standing, problem: UserError | None = None) -> None:
        self.entry, self._begins = None, False
        if standing is Standing.WAITING and entry.run not in self._runs.runs:
            entry.run = None
        self._queue.end(entry, standing, problem)
        attempt = entry.plan.attempt
        if attempt is not None and all(other.has_ended for other in self._queue.of(attempt)):
            self._tried = attempt
        self.changed.emit()

    def _halt(self) -> None:
        if self.is_on:
            self._switch(on=False)
            if self._queue.waiting:
                self.halted.emit()

    def _forget(self) -> None:
        self.entry, self._begins, self._tried = None, False, None
        self._over = {entry for entry in self._queue.entries if entry.has_ended}
        self._switch(on=False)

    def _switch(self, *, on: bool) -> None:
        self.is_on = on
        self.changed.emit()


def _standing(event: Ended, stopped: bool) -> Standing:
    if event.how is Ending.FAILED:
        return Standing.DIVERGED if isinstance(event.problem, DivergedError) else Standing.FAILED
    return Standing.STOPPED if stopped else Standing.DONE
