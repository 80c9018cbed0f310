"""The window: puts the panels together and connects them; decides nothing itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from digitpad.data.archive import DataFileError
from digitpad.drawing.raster import Stages
from digitpad.learning.progress import Advance
from digitpad.learning.recipe import Recipe
from digitpad.ui.actions import Actions
from digitpad.ui.answering_network import AnsweringNetwork, Origin
from digitpad.ui.canvas import Canvas
from digitpad.ui.exports import Exports
from digitpad.ui.help import show_about, show_guide
from digitpad.ui.loss_plot import LossPlot
from digitpad.ui.network_files import NetworkFiles
from digitpad.ui.prediction_view import PredictionView
from digitpad.ui.probability_plot import ProbabilityPlot
from digitpad.ui.recognizer import Recognition, Recognizer
from digitpad.ui.run import Run, RunList
from digitpad.ui.run_recorder import RunRecorder
from digitpad.ui.settings import Settings
from digitpad.ui.sight_panel import SightPanel
from digitpad.ui.stages_view import StagesView
from digitpad.ui.theme import choose_scheme
from digitpad.ui.training_control import State, TrainingControl
from digitpad.ui.training_panel import TrainingPanel
from digitpad.ui.training_thread import Step
from digitpad.ui.workbench import Workbench, card

FIRST_SIZE = (1180, 800)
LEAST_SIZE = (1000, 700)


class MainWindow(QMainWindow):
    """Canvas, prediction, training and loss curves in one window."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("digitpad")
        self.settings = settings
        self.canvas = Canvas(self)
        self.control = TrainingControl(self)
        self.runs = RunList(self.canvas.undo_stack, self)
        self.network = AnsweringNetwork(settings.recipe, self)
        self.recognizer = Recognizer(self.network.snapshot, self)
        self.recorder = RunRecorder(self.control, self.runs, self.network, self.recognizer, self)
        self.files = NetworkFiles(self, settings)
        self.exports = Exports(self, settings)
        self.actions_ = Actions(self, self.canvas.undo_stack)
        self.sight = SightPanel(self.actions_.clear, self.actions_.undo, self.actions_.redo)
        self.prediction = PredictionView()
        self.panel = TrainingPanel(self.runs)
        self.plot = LossPlot(self.runs)
        self.probabilities = ProbabilityPlot(self.plot)
        self.stages: StagesView | None = None  # made when it is first asked for: most starts need none
        self._shown_stages: Stages | None = None
        self._arrange()
        self._connect_drawing()
        self._connect_training()
        self._connect_runs()
        self._connect_actions()
        self._restore()
        self.canvas.setFocus()

    def load_tensorflow(self) -> None:
        """Begin to make training possible; to be called when the window is up."""
        self.control.load(self.panel.form.recipe() or Recipe())

    def _arrange(self) -> None:
        plots = card(self.plot, self.probabilities)
        right = [(card(self.prediction), 2), (card(self.panel), 0), (plots, 5)]
        self.setCentralWidget(Workbench(self.canvas, card(self.sight), right, self))
        self._tensorflow_status = QLabel(self.tr("Loading TensorFlow … you can draw already"))
        self._network_status = QLabel()
        self.statusBar().addWidget(self._tensorflow_status)
        self.statusBar().addPermanentWidget(self._network_status)

    def _connect_drawing(self) -> None:
        self.canvas.drawing_changed.connect(self.recognizer.set_drawing)
        self.recognizer.recognized.connect(self._show_recognition)
        self.network.changed.connect(self._show_network)

    def _connect_training(self) -> None:
        control, panel = self.control, self.panel
        panel.train_requested.connect(control.train)
        panel.pause_requested.connect(control.pause)
        panel.resume_requested.connect(control.resume)
        panel.step_requested.connect(self._step)
        panel.stop_requested.connect(control.stop)
        panel.reset_requested.connect(self._reset)
        panel.form.recipe_changed.connect(self._recipe_changed)
        panel.form.learning_rate.value_committed.connect(self._change_learning_rate)
        control.state_changed.connect(self._show_state)
        control.loaded.connect(self._show_loaded)
        control.load_failed.connect(self._tensorflow_status.setText)
        control.begun.connect(lambda *_: self._show_begun())
        control.resumed.connect(lambda *_: self._show_begun())
        control.advanced.connect(self._show_progress)
        control.completed.connect(lambda: self._end(self.tr("Done: %1")))
        control.paused.connect(self._show_paused)
        control.stopped.connect(lambda: self._end(self.tr("Stopped: %1")))
        control.failed.connect(self._fail)

    def _connect_runs(self) -> None:
        view = self.panel.runs_view
        view.use_requested.connect(self._use)
        view.compare_requested.connect(self._compare)
        view.continue_requested.connect(self._continue)
        view.export_requested.connect(self.exports.run_to_csv)
        self.exports.exported.connect(lambda sentence: self.statusBar().showMessage(sentence, 5000))

    def _connect_actions(self) -> None:
        actions, panel = self.actions_, self.panel
        actions.connect(
            {
                actions.open: self._open_network,
                actions.save: lambda: self.files.save(self.network.saved()),
                actions.export_run: self._export_run,
                actions.export_plot: lambda: self.exports.plot(self.plot.plot),
                actions.export_keras: lambda: self.exports.network_to_keras(self.network.snapshot),
                actions.quit: self.close,
                actions.clear: self.canvas.clear,
                actions.train: panel.toggle_training,
                actions.step: lambda: panel.step(epoch=False),
                actions.step_epoch: lambda: panel.step(epoch=True),
                actions.stop: self.control.stop,
                actions.reset: self._reset,
                actions.new_seed: panel.form.new_seed.click,
                actions.ready_made: self._take_ready_made,
                actions.stages: self._open_stages,
                actions.end_comparison: self._end_comparison,
                actions.help: lambda: show_guide(self),
                actions.about: lambda: show_about(self),
            }
        )
        actions.log_axis.toggled.connect(self.plot.log_axis.setChecked)
        self.plot.log_axis.toggled.connect(actions.log_axis.setChecked)
        actions.probabilities.toggled.connect(self.probabilities.setVisible)
        actions.probabilities.toggled.connect(self.plot.set_compact)
        actions.line_by_line.toggled.connect(lambda on: setattr(self.control, "line_by_line", on))
        actions.schemes.triggered.connect(self._choose_scheme)

    def _restore(self) -> None:
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(self.settings.geometry)
        self.panel.form.set_recipe(self.settings.recipe)
        self.plot.log_axis.setChecked(self.settings.log_axis)
        self.probabilities.setVisible(False)
        for action in self.actions_.schemes.actions():
            action.setChecked(action.data() == self.settings.scheme)
        self._show_state(State.IDLE)
        self._take_ready_made()
        self._show_network()

    def _show_recognition(self, recognition: Recognition | None) -> None:
        self.prediction.show_recognition(recognition)
        stages = recognition.stages if recognition else None
        if stages is not self._shown_stages:  # the weights alone change no pixel
            self._shown_stages = stages
            self.sight.glyph.show_pixels(stages.glyph if stages else None)
        if self.stages is not None and self.stages.isVisible():
            self.stages.show_recognition(recognition, self.canvas.drawing, self.network.snapshot)

    def _open_stages(self) -> None:
        if self.stages is None:
            self.stages = StagesView(self)
        self.stages.show_recognition(self.recognizer.answer(), self.canvas.drawing, self.network.snapshot)
        self.stages.show()
        self.stages.raise_()

    def _show_network(self) -> None:
        text = self.network.text()
        self.prediction.show_network(text)
        self._network_status.setText(self.tr("Network: %1").replace("%1", text))
        self.recognizer.set_snapshot(self.network.snapshot)

    def _show_state(self, state: State) -> None:
        self.panel.show_state(state)
        actions, free = self.actions_, state in (State.IDLE, State.PAUSED)
        actions.train.setEnabled(free or state is State.TRAINING)
        actions.stop.setEnabled(state in (State.WAITING, State.TRAINING, State.PAUSED))
        for action in (actions.step, actions.step_epoch, actions.reset, actions.ready_made):
            action.setEnabled(free)
        for action in (actions.open, actions.new_seed, actions.line_by_line):
            action.setEnabled(state is State.IDLE)
        actions.export_keras.setEnabled(free and self.control.execution is not None)

    def _show_loaded(self, execution: str) -> None:
        self._tensorflow_status.setText(
            self.tr("TensorFlow ready")
            if execution == "xla"
            else self.tr("TensorFlow ready, but without XLA: training is slower on this computer")
        )
        self._show_state(self.control.state)

    def _recipe_changed(self, recipe: Recipe | None) -> None:
        # An untrained network is the one that the fields describe.
        if recipe is not None and self.network.origin is Origin.UNTRAINED:
            self.network.reset(recipe)

    def _change_learning_rate(self, rate: float) -> None:
        if self.control.set_learning_rate(rate) and self.runs.current is not None:
            self.runs.current.history.add_rate_change(rate)

    def _show_begun(self) -> None:
        if self.runs.current is not None:
            self.panel.show_begun(self.runs.current)

    def _show_progress(self, advance: Advance) -> None:
        run = self.runs.current
        if run is not None and self.control.state is State.TRAINING:
            self.panel.show_progress(run, len(advance.losses), advance.seconds)

    def _step(self, recipe: Recipe, epoch: bool) -> None:
        step = Step.EPOCH if epoch else Step.BATCH
        if self.control.state is State.PAUSED:
            self.control.resume(step=step)
        else:
            self.control.train(recipe, step)

    def _show_paused(self) -> None:
        run = self.runs.current
        if run is not None and len(run.history):
            self.panel.say(
                self.tr("Paused after batch %1, loss %2. Everything else works; Space goes on.")
                .replace("%1", str(len(run.history)))
                .replace("%2", f"{run.history.losses[-1]:.3f}")
            )

    def _end(self, text: str) -> None:
        self.panel.say(text.replace("%1", self.network.text()))

    def _fail(self, message: str) -> None:
        self.panel.say(message, error=True)

    def _use(self, run: Run) -> None:
        if run.snapshot is not None and self.control.state in (State.IDLE, State.PAUSED):
            self.network.take_run(run.recipe, run.snapshot, run.name)

    def _compare(self, run: Run) -> None:
        self.prediction.compare(run.snapshot, run.name)
        self.recognizer.set_snapshot(self.network.snapshot)

    def _end_comparison(self) -> None:
        self.prediction.compare(None)

    def _continue(self, run: Run) -> None:
        if run.session is not None:
            self.control.resume(run.session)

    def _export_run(self) -> None:
        run = self.panel.runs_view.selected() or self.runs.current
        if run is not None:
            self.exports.run_to_csv(run)

    def _reset(self) -> None:
        self.control.stop()
        self.network.reset(self.panel.form.recipe() or Recipe())

    def _take_ready_made(self) -> None:
        try:
            self.network.take_ready_made()
        except DataFileError as error:
            self.panel.say(str(error), error=True)

    def _open_network(self) -> None:
        opened = self.files.open()
        if opened is not None:
            path, network = opened
            self.panel.form.set_recipe(network.recipe)
            self.network.take(network, path.name)

    def _choose_scheme(self, action: QAction) -> None:
        self.settings.scheme = str(action.data())
        choose_scheme(self.settings.scheme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space trains, pauses and goes on, wherever no button or field takes it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.panel.toggle_training()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember what is to be remembered, then end all threads."""
        self.settings.geometry = self.saveGeometry()
        self.settings.recipe = self.panel.form.recipe() or self.settings.recipe
        self.settings.log_axis = self.plot.log_axis.isChecked()
        self.hide()  # whoever closes a window does not want to watch it wait
        self.control.shut_down()
        self.exports.wait()
        super().closeEvent(event)
