"""Who may train when: loads TensorFlow, keeps one training thread at a time, ends both with the window."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from digitpad.learning.recipe import Recipe
from digitpad.ui.tensorflow_loader import TensorFlowLoader
from digitpad.ui.training_thread import TrainingThread


class State(Enum):
    """What training is doing."""

    IDLE = auto()
    WAITING = auto()
    """Train was asked for and begins as soon as TensorFlow is loaded."""
    TRAINING = auto()
    STOPPING = auto()


class TrainingControl(QObject):
    """Starts and stops runs.

    Attributes:
        state: what training is doing.
        execution: how the loop runs ("xla" or "graph"), None until TensorFlow is loaded.

    Signals:
        state_changed(State)
        loaded(str): TensorFlow is there; its argument is ``execution``.
        load_failed(str): it will not be; a sentence.
        begun(Recipe, int, int): a run of this recipe has started; batches in an epoch and in all.
        advanced(Advance), snapshot_taken(Snapshot): as the thread's.
        completed(), stopped(), failed(str): how the run ended.
    """

    state_changed = Signal(object)
    loaded = Signal(str)
    load_failed = Signal(str)
    begun = Signal(object, int, int)
    advanced = Signal(object)
    snapshot_taken = Signal(object)
    completed = Signal()
    stopped = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.execution: str | None = None
        self._load_error: str | None = None
        self._loader: TensorFlowLoader | None = None
        self._thread: TrainingThread | None = None
        self._pending: Recipe | None = None

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

    def train(self, recipe: Recipe) -> None:
        """Begin a run, now or as soon as TensorFlow is there; does nothing while one is under way."""
        if self.state is not State.IDLE:
            return
        if self._load_error is not None:
            self.failed.emit(self._load_error)
        elif self.execution is None:
            self._pending = recipe
            self._set_state(State.WAITING)
        else:
            self._begin(recipe)

    def stop(self) -> None:
        """Ask the run to stop after the batches it is at; a run that only waits is forgotten."""
        if self.state is State.WAITING:
            self._pending = None
            self._set_state(State.IDLE)
            self.stopped.emit()
        elif self.state is State.TRAINING and self._thread is not None:
            self._thread.requestInterruption()
            self._set_state(State.STOPPING)

    def shut_down(self) -> None:
        """End all threads and wait for them; nothing is signalled any more."""
        self.blockSignals(True)
        self._pending = None
        for thread in (self._thread, self._loader):
            if thread is not None:
                thread.requestInterruption()
                thread.wait()

    def _begin(self, recipe: Recipe) -> None:
        thread = self._thread = TrainingThread(recipe, self)
        thread.begun.connect(self._on_begun)
        thread.advanced.connect(self.advanced)
        thread.snapshot_taken.connect(self.snapshot_taken)
        thread.completed.connect(self._on_completed)
        thread.stopped.connect(self._on_stopped)
        thread.failed.connect(self._on_failed)
        self._set_state(State.TRAINING)
        thread.start()

    def _on_begun(self, batches_per_epoch: int, total_batches: int) -> None:
        if self._thread is not None:
            self.begun.emit(self._thread.recipe, batches_per_epoch, total_batches)

    def _on_completed(self) -> None:
        self._end_thread()
        self.completed.emit()

    def _on_stopped(self) -> None:
        self._end_thread()
        self.stopped.emit()

    def _on_failed(self, message: str) -> None:
        self._end_thread()
        self.failed.emit(message)

    def _end_thread(self) -> None:
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.wait()  # it has said its last word, so this takes no time
            thread.deleteLater()
        self._set_state(State.IDLE)

    def _on_loaded(self, execution: str) -> None:
        self.execution = execution
        self.loaded.emit(execution)
        if self._pending is not None:
            recipe, self._pending = self._pending, None
            self._begin(recipe)

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
