"""Who may train when: loads TensorFlow, keeps one run under way at a time, ends all threads with the window."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Advance, Plan
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.loader import TensorFlowLoader
from digitpad.workspace.training_thread import Job, Step, TrainingThread

PATIENCE_MS = 80
"""How long Stop waits for the batch at hand. Nobody can interrupt a huge batch, or the compiler, so what takes
longer is left to end by itself: what it says is not heard any more, and a next run begins after it."""


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
        run: the run that trains, is paused, or trained last; None until who records a new one puts it here.

    Signals:
        state_changed(State)
        loaded(str): TensorFlow is there; its argument is ``execution``.
        load_failed(str): it will not be; a sentence.
        begun(Plan): a new run has started.
        resumed(Run): a run goes on.
        advanced(Advance), snapshot_taken(Snapshot), checkpoint_taken(Checkpoint): as the thread's.
        completed(), paused(), stopped(), failed(str): how the run ended.
        late(Run, Advance | Checkpoint): what a run still had to say after it was stopped.
    """

    state_changed = Signal(object)
    loaded = Signal(str)
    load_failed = Signal(str)
    begun = Signal(object)
    resumed = Signal(object)
    advanced = Signal(object)
    snapshot_taken = Signal(object)
    checkpoint_taken = Signal(object)
    completed = Signal()
    paused = Signal()
    stopped = Signal()
    failed = Signal(str)
    late = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.IDLE
        self.run: Run | None = None
        self.execution: str | None = None
        self.line_by_line = False
        self._load_error: str | None = None
        self._loader: TensorFlowLoader | None = None
        self._thread: TrainingThread | None = None
        self._abandoned: dict[TrainingThread, Run | None] = {}
        self._pending: tuple[Recipe, Step | None] | None = None
        self._stopping = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._abandon)

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return not any(thread.isRunning() for thread in self._threads())

    @property
    def is_under_way(self) -> bool:
        """Whether there is a run that trains or is paused."""
        return self.state in (State.TRAINING, State.ENDING, State.PAUSED)

    def load(self, recipe: Recipe) -> None:
        """Begin to import TensorFlow and to compile ``recipe``'s loop; not after ``shut_down``."""
        if self.signalsBlocked():
            return
        self._loader = TensorFlowLoader(recipe, self)
        self._loader.ready.connect(self._on_loaded)
        self._loader.failed.connect(self._on_load_failed)
        self._loader.start()

    def train(self, recipe: Recipe, step: Step | None = None) -> None:
        """Begin a run, now or as soon as TensorFlow is there; does nothing while one is under way.

        With a step it pauses after that step.
        """
        if self.state is not State.IDLE:
            return
        if self._load_error is not None:
            self.failed.emit(self._load_error)
        elif self.execution is None:
            self._pending = (recipe, step)
            self._set_state(State.WAITING)
        else:
            self._start(Job(recipe, None, step, self.line_by_line))

    def resume(self, run: Run, step: Step | None = None) -> None:
        """Go on with a run from its checkpoint; with a step, pause after it.

        Does nothing while one trains, before TensorFlow is there, or if the run cannot go on.
        """
        if self.state in (State.IDLE, State.PAUSED) and self.execution is not None and run.can_go_on:
            job = Job(run.recipe, run.checkpoint, step, run.line_by_line)
            self._start(job, run)

    def pause(self) -> None:
        """Ask the run to pause after the batches it is at."""
        if self.state is State.TRAINING and self._thread is not None:
            self._thread.pausing = True
            self._thread.requestInterruption()
            self._set_state(State.ENDING)

    def stop(self) -> None:
        """Ask the run to stop after the batches it is at; a run that only waits is forgotten."""
        if self.state in (State.WAITING, State.PAUSED):
            self._pending = None
            self._set_state(State.IDLE)
            self.stopped.emit()
        elif self.state in (State.TRAINING, State.ENDING) and self._thread is not None:
            self._stopping = True
            self._thread.pausing = False
            self._thread.requestInterruption()
            self._patience.start()
            self._set_state(State.ENDING)

    def stop_at_once(self) -> None:
        """Stop, and hear no more of the run than what it has still learnt (``late``)."""
        self.stop()
        self._patience.stop()
        self._abandon()

    def set_learning_rate(self, rate: float) -> bool:
        """Let the run that trains use another learning rate from its next batches on; say whether it will."""
        if self._thread is None:
            return False
        job = self._thread.job
        start = job.checkpoint.learning_rate if job.checkpoint is not None else job.recipe.learning_rate
        before = start if self._thread.learning_rate is None else self._thread.learning_rate
        self._thread.learning_rate = rate
        return rate != before

    def shut_down(self) -> None:
        """End all threads and wait for them; what they still had to say is heard, then nothing is any more."""
        self._pending = None
        self.stop()
        self._patience.stop()
        for thread in self._threads():
            thread.requestInterruption()
        for thread in self._threads():
            thread.wait()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self.blockSignals(True)

    def _threads(self) -> list[TrainingThread | TensorFlowLoader]:
        return [thread for thread in (self._thread, self._loader, *self._abandoned) if thread is not None]

    def _start(self, job: Job, run: Run | None = None) -> None:
        thread = TrainingThread(job, [old.program_is_free for old in self._abandoned], self)
        self._thread, self.run, self._stopping = thread, run, False
        thread.begun.connect(self._on_begun)
        thread.advanced.connect(self._on_advanced)
        thread.snapshot_taken.connect(self._on_snapshot)
        thread.checkpoint_taken.connect(self._on_checkpoint)
        thread.completed.connect(self._on_completed)
        thread.paused.connect(self._on_paused)
        thread.stopped.connect(self._on_stopped)
        thread.failed.connect(self._on_failed)
        self._set_state(State.TRAINING)
        thread.start()

    def _abandon(self) -> None:
        """Do not wait any longer for a thread that was asked to stop."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._abandoned[thread] = self.run
            thread.finished.connect(self._bury)
            self._bury()  # it may have finished already
            self._set_state(State.IDLE)
            self.stopped.emit()

    def _bury(self) -> None:
        for thread in [thread for thread in self._abandoned if thread.isFinished()]:
            del self._abandoned[thread]
            thread.wait()
            thread.deleteLater()

    # What the thread says; of an abandoned one only what its run has still learnt.

    def _is_heard(self) -> bool:
        return self._thread is not None and self.sender() is self._thread

    def _pass_on_late(self, report: Advance | Checkpoint) -> None:
        for thread, run in self._abandoned.items():
            if thread is self.sender() and run is not None:
                self.late.emit(run, report)

    def _on_begun(self, plan: Plan) -> None:
        if self._is_heard():
            if self.run is None:
                self.begun.emit(plan)
            else:
                self.resumed.emit(self.run)

    def _on_advanced(self, advance: Advance) -> None:
        if self._is_heard():
            self.advanced.emit(advance)
        else:
            self._pass_on_late(advance)

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self._is_heard():
            self.snapshot_taken.emit(snapshot)

    def _on_checkpoint(self, checkpoint: Checkpoint) -> None:
        if self._is_heard():
            self.checkpoint_taken.emit(checkpoint)
        else:
            self._pass_on_late(checkpoint)

    def _on_completed(self) -> None:
        if self._end_thread(State.IDLE):
            self.completed.emit()

    def _on_paused(self) -> None:
        if self._stopping:  # Stop came when the thread had said its last word already
            self._on_stopped()
        elif self._end_thread(State.PAUSED):
            self.paused.emit()

    def _on_stopped(self) -> None:
        if self._end_thread(State.IDLE):
            self.stopped.emit()

    def _on_failed(self, message: str) -> None:
        if self._end_thread(State.IDLE):
            self.failed.emit(message)

    def _end_thread(self, state: State) -> bool:
        if not self._is_heard() or self._thread is None:
            return False
        self._patience.stop()
        thread, self._thread = self._thread, None
        thread.wait()  # it has said its last word, so this takes no time
        thread.deleteLater()
        self._set_state(state)
        return True

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
