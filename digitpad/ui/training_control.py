"""Who may train when: loads TensorFlow, keeps one training thread at a time, ends both with the window."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digitpad.learning.recipe import Recipe
from digitpad.ui.tensorflow_loader import TensorFlowLoader
from digitpad.ui.training_thread import Step, TrainingThread

if TYPE_CHECKING:
    from digitpad.learning.session import TrainingSession


class State(Enum):
    """What training is doing."""

    IDLE = auto()
    WAITING = auto()
    """Train was asked for and begins as soon as TensorFlow is loaded."""
    TRAINING = auto()
    ENDING = auto()
    """Asked to pause or to stop, and about to."""
    PAUSED = auto()


class TrainingControl(QObject):
    """Starts, pauses, steps, goes on with and stops runs.

    Attributes:
        state: what training is doing.
        execution: how the loop runs ("xla" or "graph"), None until TensorFlow is loaded.
        line_by_line: whether the next new run is the lesson's eager loop.

    Signals:
        state_changed(State)
        loaded(str): TensorFlow is there; its argument is ``execution``.
        load_failed(str): it will not be; a sentence.
        begun(Recipe, TrainingSession): a new run of this recipe has started.
        resumed(TrainingSession): a run goes on.
        advanced(Advance), snapshot_taken(Snapshot): as the thread's.
        completed(), paused(), stopped(), failed(str): how the run ended.
    """

    state_changed = Signal(object)
    loaded = Signal(str)
    load_failed = Signal(str)
    begun = Signal(object, object)
    resumed = Signal(object)
    advanced = Signal(object)
    snapshot_taken = Signal(object)
    completed = Signal()
    paused = Signal()
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.execution: str | None = None
        self.line_by_line = False
        self._load_error: str | None = None
        self._loader: TensorFlowLoader | None = None
        self._thread: TrainingThread | None = None
        self._session: TrainingSession | None = None
        self._pending: tuple[Recipe, Step | None] | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return not any(thread and thread.isRunning() for thread in (self._thread, self._loader))

    def load(self, recipe: Recipe) -> None:
        """Begin to import TensorFlow and to compile ``recipe``'s loop."""
        self._loader = TensorFlowLoader(recipe, self)
        self._loader.ready.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)
        self._loader.start()

    def train(self, recipe: Recipe, step: Step | None = None) -> None:
        """Begin a run, now or as soon as TensorFlow is there; does nothing while one is under way.

        With a step it pauses after that step.
        """
        if self.state not in (State.IDLE, State.PAUSED):
            return
        if self._load_error is not None:
            self.failed.emit(self._load_error)
        elif self.execution is None:
            self._pending = (recipe, step)
            self._set_state(State.WAITING)
        else:
            self._start(TrainingThread(recipe, parent=self), step)

    def resume(self, session: "TrainingSession | None" = None, step: Step | None = None) -> None:
        """Go on with the paused run, or with another one's session; with a step, pause after it."""
        session = session or self._session
        if session is None or session.finished or self.state not in (State.IDLE, State.PAUSED):
            return
        self._start(TrainingThread(session.recipe, session, self), step)

    def pause(self) -> None:
        """Ask the run to pause after the batches it is at."""
        if self.state is State.TRAINING and self._thread is not None:
            self._thread.pausing = True
            self._thread.requestInterruption()
            self._set_state(State.ENDING)

    def stop(self) -> None:
        """Ask the run to stop after the batches it is at; a run that only waits is forgotten."""
        if self.state is State.WAITING:
            self._pending = None
            self._set_state(State.IDLE)
            self.stopped.emit()
        elif self.state is State.PAUSED:
            self._set_state(State.IDLE)
            self.stopped.emit()
        elif self.state in (State.TRAINING, State.ENDING) and self._thread is not None:
            self._thread.pausing = False
            self._thread.step = None
            self._thread.requestInterruption()
            self._set_state(State.ENDING)

    def set_learning_rate(self, rate: float) -> bool:
        """Use another learning rate from the next batch on; say whether a run took it."""
        if self._session is None or self.state not in (State.TRAINING, State.PAUSED):
            return False
        changed = self._session.learning_rate != rate
        self._session.set_learning_rate(rate)
        return changed

    def shut_down(self) -> None:
        """End all threads and wait for them; nothing is signalled any more."""
        self.blockSignals(True)
        self._pending = None
        for thread in (self._thread, self._loader):
            if thread is not None:
                thread.requestInterruption()
                thread.wait()

    def _start(self, thread: TrainingThread, step: Step | None) -> None:
        self._thread = thread
        thread.line_by_line = self.line_by_line
        thread.step = step
        new = thread.session is None
        thread.begun.connect(self._on_begun_new if new else self._on_resumed)
        thread.advanced.connect(self.advanced)
        thread.snapshot_taken.connect(self.snapshot_taken)
        thread.completed.connect(self._on_completed)
        thread.paused.connect(self._on_paused)
        thread.stopped.connect(self._on_stopped)
        thread.failed.connect(self._on_failed)
        self._set_state(State.TRAINING)
        thread.start()

    def _on_begun_new(self, session: "TrainingSession") -> None:
        self._session = session
        self.begun.emit(session.recipe, session)

    def _on_resumed(self, session: "TrainingSession") -> None:
        self._session = session
        self.resumed.emit(session)

    def _on_completed(self) -> None:
        self._end_thread(State.IDLE)
        self.completed.emit()

    def _on_paused(self) -> None:
        self._end_thread(State.PAUSED)
        self.paused.emit()

    def _on_stopped(self) -> None:
        self._end_thread(State.IDLE)
        self.stopped.emit()

    def _on_failed(self, message: str) -> None:
        self._end_thread(State.IDLE)
        self.failed.emit(message)

    def _end_thread(self, state: State) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.wait()  # it has said its last word, so this takes no time
            thread.deleteLater()
        self._set_state(state)

    def _on_loaded(self, execution: str) -> None:
        self.execution = execution
        self.loaded.emit(execution)
        if self._pending is not None:
            (recipe, step), self._pending = self._pending, None
            self._set_state(State.IDLE)
            self.train(recipe, step)

    def _on_load_failed(self, message: str) -> None:
        self._load_error = message
        self.load_failed.emit(message)
        if self._pending is not None:
            self._pending = None
            self._set_state(State.IDLE)
            self.failed.emit(message)

    def _set_state(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
