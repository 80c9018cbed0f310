"""The window: puts the panels together and connects them; decides nothing itself."""

from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from digitpad.data.archive import DataFileError
from digitpad.drawing.raster import Stages
from digitpad.learning.progress import Advance
from digitpad.learning.recipe import Recipe
from digitpad.ui.actions import Actions
from digitpad.ui.answering_network import AnsweringNetwork, Origin
from digitpad.ui.canvas import Canvas
from digitpad.ui.help import show_about, show_guide
from digitpad.ui.loss_history import LossHistory
from digitpad.ui.loss_plot import LossPlot
from digitpad.ui.network_files import NetworkFiles
from digitpad.ui.prediction_view import PredictionView
from digitpad.ui.recognizer import Recognition, Recognizer
from digitpad.ui.settings import Settings
from digitpad.ui.sight_panel import SightPanel
from digitpad.ui.stages_view import StagesView
from digitpad.ui.theme import choose_scheme
from digitpad.ui.training_control import State, TrainingControl
from digitpad.ui.training_panel import TrainingPanel
from digitpad.ui.workbench import Workbench, card

FIRST_SIZE = (1180, 780)
LEAST_SIZE = (1000, 700)


class MainWindow(QMainWindow):
    """Canvas, prediction, training and loss curve in one window."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("digitpad")
        self.settings = settings
        self.control = TrainingControl(self)
        self.network = AnsweringNetwork(settings.recipe, self)
        self.recognizer = Recognizer(self.network.snapshot, self)
        self.files = NetworkFiles(self, settings)
        self.canvas = Canvas(self)
        self.actions_ = Actions(self, self.canvas.undo_stack)
        self.sight = SightPanel(self.actions_.clear, self.actions_.undo, self.actions_.redo)
        self.prediction = PredictionView()
        self.panel = TrainingPanel()
        self.plot = LossPlot()
        self.setCentralWidget(
            Workbench(
                self.canvas,
                card(self.sight),
                [(card(self.prediction), 1), (card(self.panel), 0), (card(self.plot), 2)],
                self,
            )
        )
        self.stages = StagesView(self)
        self._shown_stages: Stages | None = None
        self._tensorflow_status = QLabel(self.tr("Loading TensorFlow … you can draw already"))
        self._network_status = QLabel()
        self.statusBar().addWidget(self._tensorflow_status)
        self.statusBar().addPermanentWidget(self._network_status)
        self._connect_drawing()
        self._connect_training()
        self._connect_actions()
        self._restore()
        self.canvas.setFocus()

    def load_tensorflow(self) -> None:
        """Begin to make training possible; to be called when the window is up."""
        self.control.load(self.panel.form.recipe() or Recipe())

    def _connect_drawing(self) -> None:
        self.canvas.drawing_changed.connect(self.recognizer.set_drawing)
        self.recognizer.recognized.connect(self._show_recognition)
        self.network.changed.connect(self._show_network)

    def _connect_training(self) -> None:
        control, panel = self.control, self.panel
        panel.train_requested.connect(control.train)
        panel.stop_requested.connect(control.stop)
        panel.reset_requested.connect(self._reset)
        panel.form.recipe_changed.connect(self._recipe_changed)
        control.state_changed.connect(self._show_state)
        control.loaded.connect(self._show_loaded)
        control.load_failed.connect(self._tensorflow_status.setText)
        control.begun.connect(self._begin)
        control.advanced.connect(self._advance)
        control.snapshot_taken.connect(self.network.follow)
        control.completed.connect(lambda: self._end(self.tr("Done: %1")))
        control.stopped.connect(lambda: self._end(self.tr("Stopped: %1")))
        control.failed.connect(self._fail)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions.connect(
            {
                actions.open: self._open_network,
                actions.save: lambda: self.files.save(self.network.saved()),
                actions.quit: self.close,
                actions.clear: self.canvas.clear,
                actions.train: self.panel.request_training,
                actions.stop: self.control.stop,
                actions.reset: self._reset,
                actions.ready_made: self._take_ready_made,
                actions.stages: self._open_stages,
                actions.help: lambda: show_guide(self),
                actions.about: lambda: show_about(self),
            }
        )
        actions.log_axis.toggled.connect(self.plot.log_axis.setChecked)
        self.plot.log_axis.toggled.connect(actions.log_axis.setChecked)
        actions.schemes.triggered.connect(self._choose_scheme)

    def _restore(self) -> None:
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(self.settings.geometry)
        self.panel.form.set_recipe(self.settings.recipe)
        self.plot.log_axis.setChecked(self.settings.log_axis)
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

        if self.stages.isVisible():
            self._show_stages(recognition)

    def _show_stages(self, recognition: Recognition | None) -> None:
        self.stages.show_recognition(recognition, self.canvas.drawing, self.network.snapshot)

    def _open_stages(self) -> None:
        self._show_stages(self.recognizer.answer())
        self.stages.show()
        self.stages.raise_()

    def _show_network(self) -> None:
        text = self.network.text()
        self.prediction.show_network(text)
        self._network_status.setText(self.tr("Network: %1").replace("%1", text))
        self.recognizer.set_snapshot(self.network.snapshot)

    def _show_state(self, state: State) -> None:
        self.panel.show_state(state)
        self.actions_.train.setEnabled(state is State.IDLE)
        self.actions_.stop.setEnabled(state in (State.WAITING, State.TRAINING))
        for action in (self.actions_.open, self.actions_.reset, self.actions_.ready_made):
            action.setEnabled(state is State.IDLE)

    def _show_loaded(self, execution: str) -> None:
        self._tensorflow_status.setText(
            self.tr("TensorFlow ready")
            if execution == "xla"
            else self.tr("TensorFlow ready, but without XLA: training is slower on this computer")
        )

    def _recipe_changed(self, recipe: Recipe | None) -> None:
        # An untrained network is the one that the fields describe.
        if recipe is not None and self.network.origin is Origin.UNTRAINED:
            self.network.reset(recipe)

    def _begin(self, recipe: Recipe, batches_per_epoch: int, total_batches: int) -> None:
        self.network.begin(recipe)
        self.panel.show_begun(recipe, batches_per_epoch, total_batches)
        self.plot.show_history(LossHistory(batches_per_epoch), total_batches)

    def _advance(self, advance: Advance) -> None:
        history = self.plot.history
        history.extend(advance.losses)
        if advance.accuracy is not None:
            history.add_accuracy(advance.accuracy)
        if self.control.state is State.TRAINING:
            self.panel.show_progress(len(history), len(advance.losses), advance.seconds)

    def _end(self, text: str) -> None:
        self.network.end()
        self.plot.redraw()
        self.panel.say(text.replace("%1", self.network.text()))

    def _fail(self, message: str) -> None:
        self.network.end()
        self.plot.redraw()
        self.panel.say(message, error=True)

    def _reset(self) -> None:
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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember what is to be remembered, then end all threads."""
        self.settings.geometry = self.saveGeometry()
        self.settings.recipe = self.panel.form.recipe() or self.settings.recipe
        self.settings.log_axis = self.plot.log_axis.isChecked()
        self.hide()  # whoever closes a window does not want to watch it wait
        self.control.shut_down()
        super().closeEvent(event)
