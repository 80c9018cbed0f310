"""The window: puts the panels together and connects them; decides nothing itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from digitpad.drawing.raster import Stages
from digitpad.errors import DataFileError
from digitpad.runs.recipe import Recipe
from digitpad.ui.answer.prediction_view import PredictionView
from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.canvas.sight_panel import SightPanel
from digitpad.ui.files.exports import Exports
from digitpad.ui.files.network_files import NetworkFiles
from digitpad.ui.files.session_files import SessionFiles
from digitpad.ui.stage.actions import Actions
from digitpad.ui.stage.farewell import put_session_away
from digitpad.ui.stage.guide import show_about, show_guide
from digitpad.ui.stage.recovery_bar import RecoveryBar
from digitpad.ui.stage.status_bar import StatusBar
from digitpad.ui.stage.training_news import TrainingNews
from digitpad.ui.stage.training_panel import TrainingPanel
from digitpad.ui.stage.workbench import Workbench, below, card
from digitpad.ui.theme import choose_scheme
from digitpad.ui.views.loss.loss_plot import LossPlot
from digitpad.ui.views.loss.probability_plot import ProbabilityPlot
from digitpad.ui.views.sight.stages_view import StagesView
from digitpad.workspace.answering_network import AnsweringNetwork, Origin
from digitpad.workspace.file_jobs import FileJobs
from digitpad.workspace.recognizer import Recognition, Recognizer
from digitpad.workspace.recorder import RunRecorder
from digitpad.workspace.recovery import Recovery
from digitpad.workspace.run_commands import RunCommands
from digitpad.workspace.run_list import RunList
from digitpad.workspace.session_state import SessionState
from digitpad.workspace.settings import Settings
from digitpad.workspace.sketchbook import Sketchbook
from digitpad.workspace.training import State, TrainingControl

FIRST_SIZE = (1180, 800)
LEAST_SIZE = (1000, 700)
ROOM_FOR_BOTH = 860
"""Logical pixels of height from which on recipe and runs stay when a second plot is added."""

ROOM_FOR_BAR = 800
"""… and when an earlier session is offered above everything."""


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
        self.jobs = FileJobs(self)
        self.sketchbook = Sketchbook(self.canvas, self)
        self.network_files = NetworkFiles(self, settings)
        self.exports = Exports(self, settings, self.jobs)
        self.panel = TrainingPanel(self.runs)
        self.actions_ = Actions(self, self.canvas.undo_stack, self.panel.runs_view.actions_)
        self.sight = SightPanel(self.actions_.clear, self.actions_.undo, self.actions_.redo)
        self.prediction = PredictionView()
        self.commands = RunCommands(
            self.control, self.runs, self.recorder, self.network, self.panel, self.prediction, self
        )
        self.news = TrainingNews(self.control, self.recorder, self.network, self.panel, self)
        self.state = SessionState(
            self.canvas, self.runs, self.sketchbook, self.network, self.panel.form, self.control, self
        )
        self.files = SessionFiles(self, settings, self.state, self.sketchbook, self.jobs)
        self.recovery = Recovery(settings.sessions_folder, self.state, self.control, self.jobs, self)
        self.recovery_bar = RecoveryBar()
        self.plot = LossPlot(self.runs)
        self.probabilities = ProbabilityPlot(self.plot)
        self.status = StatusBar(self)
        self.stages: StagesView | None = None  # made when it is first asked for: most starts need none
        self._shown_stages: Stages | None = None
        self._arrange()
        self._connect_drawing()
        self._connect_training()
        self._connect_runs()
        self._connect_files()
        self._connect_actions()
        self._restore()
        self.canvas.setFocus()

    def load_tensorflow(self) -> None:
        """Begin to make training possible; to be called when the window is up."""
        self.control.load(self.panel.form.recipe() or Recipe())

    def _arrange(self) -> None:
        plots = card(self.plot, self.probabilities)
        right = [(card(self.prediction), 4), (card(self.panel), 0), (plots, 5)]
        workbench = Workbench(self.canvas, card(self.sight), right, self)
        self.setCentralWidget(below(self.recovery_bar, workbench))
        self.setStatusBar(self.status)

    def _connect_drawing(self) -> None:
        self.canvas.drawing_changed.connect(self.recognizer.set_drawing)
        self.canvas.filled.connect(self._say_full)
        self.recognizer.recognized.connect(self._show_recognition)
        self.network.changed.connect(self._show_network)

    def _connect_training(self) -> None:
        self.panel.form.recipe_changed.connect(self._recipe_changed)
        self.control.state_changed.connect(self._show_state)
        self.control.loaded.connect(self.status.show_loaded)
        self.control.loaded.connect(lambda _: self._show_state(self.control.state))
        self.control.load_failed.connect(self.status.tensorflow.setText)

    def _connect_runs(self) -> None:
        self.panel.runs_view.export_requested.connect(self.exports.run_to_csv)
        self.commands.comparing.connect(self.actions_.end_comparison.setEnabled)
        self.actions_.end_comparison.setEnabled(False)

    def _connect_files(self) -> None:
        recovery, bar = self.recovery, self.recovery_bar
        self.exports.exported.connect(self.status.tell)
        self.files.told.connect(self.status.tell)
        self.files.changed.connect(self._show_file)
        self.sketchbook.changed.connect(self._show_pages)
        recovery.found.connect(self._offer_found)
        recovery.loaded.connect(self.files.take_unsaved)
        recovery.failed.connect(self.status.tell)
        bar.restore_requested.connect(lambda: self.files.replace_by(recovery.take))
        recovery.loaded.connect(bar.hide)
        bar.discard_requested.connect(recovery.discard)

    def _connect_actions(self) -> None:
        actions, panel = self.actions_, self.panel
        actions.connect(
            {
                actions.open: self.files.open,
                actions.open_last: lambda: self.files.replace_by(self.recovery.open_last),
                actions.save: self.files.save,
                actions.save_as: self.files.save_as,
                actions.open_network: self._open_network,
                actions.save_network: lambda: self.network_files.save(self.network.saved()),
                actions.open_drawings: self.files.open_drawings,
                actions.save_drawings: self.files.save_drawings,
                actions.undo: self.canvas.undo,
                actions.redo: self.canvas.redo,
                actions.previous: lambda: self.sketchbook.turn(-1),
                actions.next: lambda: self.sketchbook.turn(1),
                actions.export_plot: lambda: self.exports.plot(self.plot),
                actions.export_keras: lambda: self.exports.network_to_keras(self.network.snapshot),
                actions.quit: self.close,
                actions.clear: self.canvas.clear,
                actions.train: panel.toggle_training,
                actions.step: lambda: panel.step(epoch=False),
                actions.step_epoch: lambda: panel.step(epoch=True),
                actions.stop: self.control.stop,
                actions.reset: self.commands.reset,
                actions.new_seed: panel.form.new_seed.click,
                actions.ready_made: self._take_ready_made,
                actions.stages: self._open_stages,
                actions.end_comparison: self.commands.end_comparison,
                actions.help: lambda: show_guide(self),
                actions.about: lambda: show_about(self),
            }
        )
        actions.log_axis.toggled.connect(self.plot.log_axis.setChecked)
        self.plot.log_axis.toggled.connect(actions.log_axis.setChecked)
        actions.probabilities.toggled.connect(self._show_probabilities)
        actions.fold.toggled.connect(panel.set_folded)
        panel.folded.connect(actions.fold.setChecked)
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
        self._show_pages()
        self.actions_.open_last.setEnabled(self.recovery.has_last)
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
        self.status.show_network(text)
        self.panel.runs_view.mark(self.network.run)
        self.recognizer.set_snapshot(self.network.snapshot)

    def _show_state(self, state: State) -> None:
        actions, free = self.actions_, state in (State.IDLE, State.PAUSED)
        actions.train.setText(f"&{self.panel.train_button.text()}")
        actions.train.setEnabled(free or state is State.TRAINING)
        actions.stop.setEnabled(state in (State.WAITING, State.TRAINING, State.PAUSED))
        actions.reset.setEnabled(state is not State.ENDING)
        for action in (actions.step, actions.step_epoch, actions.ready_made):
            action.setEnabled(free)
        for action in (actions.open_network, actions.new_seed, actions.line_by_line):
            action.setEnabled(state is State.IDLE)
        self.panel.runs_view.set_free(free and self.control.execution is not None)
        actions.export_keras.setEnabled(free and self.control.execution is not None)

    def _recipe_changed(self, recipe: Recipe | None) -> None:
        # An untrained network is the one that the fields describe.
        if recipe is not None and self.network.origin is Origin.UNTRAINED:
            self.network.reset(recipe)

    def _take_ready_made(self) -> None:
        try:
            self.network.take_ready_made()
        except DataFileError as error:
            self.panel.say(str(error), error=True)

    def _open_network(self) -> None:
        opened = self.network_files.open()
        if opened is not None:
            path, network = opened
            self.panel.form.set_recipe(network.recipe)
            self.network.take(network, path.name)

    def _show_probabilities(self, on: bool) -> None:
        if self.height() < ROOM_FOR_BOTH:
            self.actions_.fold.setChecked(on)
        self.probabilities.setVisible(on)
        self.plot.set_compact(on)

    def _say_full(self) -> None:
        self.status.tell(self.tr("This drawing has as many strokes as it can hold: clear it, or erase some."))

    def _offer_found(self, _path: object, written: float) -> None:
        if self.height() < ROOM_FOR_BAR:
            self.actions_.fold.setChecked(True)
        self.recovery_bar.offer(written)

    def _show_file(self) -> None:
        name = "" if self.files.path is None else f"{self.files.path.name}[*] – "
        self.setWindowTitle(f"{name}digitpad")
        self.setWindowModified(self.files.path is not None and self.files.is_modified)

    def _show_pages(self) -> None:
        self.actions_.previous.setEnabled(self.sketchbook.has_previous)
        self.actions_.next.setEnabled(self.sketchbook.has_next)

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
        put_session_away(self, self.jobs, self.recovery)
        self.runs.shelf.close()
        super().closeEvent(event)
