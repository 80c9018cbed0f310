"""What the buttons, keys and menus for training and for the runs do."""

from PySide6.QtCore import QObject, Signal

from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.ui.answer.prediction_view import PredictionView
from digitpad.ui.stage.training_panel import TrainingPanel
from digitpad.workspace.answering_network import AnsweringNetwork
from digitpad.workspace.recorder import RunRecorder
from digitpad.workspace.run_list import RunList
from digitpad.workspace.training import State, TrainingControl
from digitpad.workspace.training_thread import Step


class RunCommands(QObject):
    """Steps, resumes, resets; lets runs answer, be compared, go on and be deleted.

    Signals:
        comparing(bool): two networks answer now, or one again.
    """

    comparing = Signal(bool)

    def __init__(
        self,
        control: TrainingControl,
        runs: RunList,
        recorder: RunRecorder,
        network: AnsweringNetwork,
        panel: TrainingPanel,
        prediction: PredictionView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._runs = runs
        self._recorder = recorder
        self._network = network
        self._panel = panel
        self._prediction = prediction
        self._resetting = False
        runs.changed.connect(self._let_go_of_deleted)
        control.state_changed.connect(self._maybe_reset)
        self._connect_panel()

    def _connect_panel(self) -> None:
        control, panel, view = self._control, self._panel, self._panel.runs_view
        panel.train_requested.connect(control.train)
        panel.pause_requested.connect(control.pause)
        panel.resume_requested.connect(self.resume)
        panel.step_requested.connect(self.step)
        panel.stop_requested.connect(control.stop)
        panel.reset_requested.connect(self.reset)
        panel.form.learning_rate.value_committed.connect(self._recorder.change_learning_rate)
        view.use_requested.connect(self.use)
        view.compare_requested.connect(self.compare)
        view.continue_requested.connect(self.go_on)
        view.delete_requested.connect(self.delete)

    def resume(self) -> None:
        """Go on with the paused run."""
        if self._control.state is State.PAUSED and self._recorder.run is not None:
            self._control.resume(self._recorder.run)

    def step(self, recipe: Recipe, epoch: bool) -> None:
        """Train on one batch, or to the epoch's end: of the paused run, or of a new one by this recipe."""
        step = Step.EPOCH if epoch else Step.BATCH
        if self._control.state is State.PAUSED and self._recorder.run is not None:
            self._control.resume(self._recorder.run, step)
        else:
            self._control.train(recipe, step)

    def reset(self) -> None:
        """End the run under way, if there is one, and let the untrained network answer."""
        self._resetting = True
        self._control.stop()
        self._maybe_reset(self._control.state)

    def _maybe_reset(self, state: State) -> None:
        if self._resetting and state is State.IDLE:
            self._resetting = False
            self._network.reset(self._panel.form.recipe() or Recipe())

    def use(self, run: Run) -> None:
        """Let a run's network answer the canvas."""
        if self._control.state in (State.IDLE, State.PAUSED):
            self._network.take_run(run)

    def compare(self, run: Run) -> None:
        """Let a run's network answer beside the one that answers."""
        self._prediction.compare(run)
        self._network.changed.emit()
        self.comparing.emit(True)

    def end_comparison(self) -> None:
        """Let one network answer again."""
        self._prediction.compare(None)
        self.comparing.emit(False)

    def go_on(self, run: Run) -> None:
        """Continue a run that was stopped; the fields show what it is made of."""
        if self._control.state in (State.IDLE, State.PAUSED) and run.can_go_on:
            self._control.stop()  # another run may be paused; it can go on later too
            self._panel.form.set_recipe(run.recipe)
            checkpoint = run.checkpoint
            if checkpoint is not None:
                self._panel.form.learning_rate.set_value(checkpoint.learning_rate)
            self._control.resume(run)

    def delete(self, run: Run) -> None:
        """Delete a run in a way that can be undone; one that is under way ends."""
        self._runs.delete(run)

    def _let_go_of_deleted(self) -> None:
        """Whether by Delete or by Redo: no run trains or is compared that is not in the list."""
        other = self._prediction.other_run
        if other is not None and other not in self._runs.runs:
            self.end_comparison()
        run = self._recorder.run
        if run is not None and self._control.is_under_way and run not in self._runs.runs:
            self._control.stop()
