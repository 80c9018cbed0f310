"""Tells in the training panel how the run goes, and how it ended."""

from PySide6.QtCore import QLocale, QObject

from digitpad.runs.events import Advance
from digitpad.ui.stage.training_panel import TrainingPanel
from digitpad.workspace.answering_network import AnsweringNetwork, Origin
from digitpad.workspace.recorder import RunRecorder
from digitpad.workspace.training import State, TrainingControl


class TrainingNews(QObject):
    """Follows a control, and writes its panel's sentence and progress bar."""

    def __init__(
        self,
        control: TrainingControl,
        recorder: RunRecorder,
        network: AnsweringNetwork,
        panel: TrainingPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._recorder = recorder
        self._network = network
        self._panel = panel
        control.state_changed.connect(panel.show_state)
        control.begun.connect(self._show_begun)
        control.resumed.connect(self._show_begun)
        control.advanced.connect(self._show_progress)
        control.completed.connect(lambda: self._say_ending(self.tr("Done after %1 batches.")))
        control.stopped.connect(lambda: self._say_ending(self.tr("Stopped after %1 batches.")))
        network.changed.connect(self._forget_ending)
        control.paused.connect(self._say_paused)
        control.failed.connect(lambda message: panel.say(message, error=True))

    def _show_begun(self) -> None:
        if self._recorder.run is not None:
            self._panel.show_begun(self._recorder.run)

    def _show_progress(self, advance: Advance) -> None:
        if self._recorder.run is not None and self._control.state is State.TRAINING:
            self._panel.show_progress(self._recorder.run, len(advance.losses), advance.seconds)

    def _say_paused(self) -> None:
        run = self._recorder.run
        if run is not None and len(run.history):
            self._panel.say(
                self.tr("Paused after batch %1, loss %2. You can draw and step; Space goes on.")
                .replace("%1", QLocale().toString(len(run.history)))
                .replace("%2", f"{run.history.losses[-1]:.3f}")
            )

    def _say_ending(self, text: str) -> None:
        run = self._recorder.run
        if run is not None:
            self._panel.say(text.replace("%1", QLocale().toString(len(run.history))))
        else:
            self._panel.show_ready()

    def _forget_ending(self) -> None:
        """Another network than the last run's answers: how that run ended says nothing of it."""
        if self._control.state is State.IDLE and self._network.origin not in (Origin.TRAINING, Origin.TRAINED):
            self._panel.show_ready()
