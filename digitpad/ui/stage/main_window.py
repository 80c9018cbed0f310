"""The window: puts the panels together and connects them to the workspace."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from digitpad.arrays import Floats
from digitpad.engines.pacing import FULL, WATCH
from digitpad.errors import UserError
from digitpad.ui.answer.prediction_view import PredictionView
from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.canvas.sight_panel import SightPanel
from digitpad.ui.files.class_files import ClassFiles
from digitpad.ui.files.dialogs import FileDialogs
from digitpad.ui.files.exports import Exports
from digitpad.ui.files.network_files import NetworkFiles
from digitpad.ui.files.opening import open_file
from digitpad.ui.files.session_files import SessionFiles
from digitpad.ui.files.tested_file import TestedFile
from digitpad.ui.keeping.farewell import put_session_away
from digitpad.ui.keeping.last_sessions import LastSessions
from digitpad.ui.keeping.message_bar import UnkeptBar
from digitpad.ui.keeping.reading_bar import ReadingBar
from digitpad.ui.keeping.recovery_bar import RecoveryBar
from digitpad.ui.recipe.sheet import RecipeSheet
from digitpad.ui.stage.actions import Actions
from digitpad.ui.stage.deeds import connect_actions
from digitpad.ui.stage.easel_news import EaselNews
from digitpad.ui.stage.focus import KeysGoHome, SheetKeys, keep_keys_in_fields
from digitpad.ui.stage.guide import Guide
from digitpad.ui.stage.leaving import leave
from digitpad.ui.stage.looks import LookedAt, Looks, first_size
from digitpad.ui.stage.stage import Stage
from digitpad.ui.stage.training_news import TrainingNews
from digitpad.ui.stage.view_area import ViewArea
from digitpad.ui.theme import choose_text_size
from digitpad.ui.transport.past_bar import PastBar
from digitpad.ui.transport.transport import Transport
from digitpad.ui.views.host import ViewHost
from digitpad.ui.views.table import VIEWS
from digitpad.workspace.changes import Part
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.wording.undo_texts import translate_changes
from digitpad.workspace.workspace import Workspace

DRAWING_BAR = ("pen", "eraser", "undo", "redo", "clear", "previous", "next")
"""The commands that have a button below the canvas."""


class MainWindow(KeysGoHome, LookedAt):
    """Canvas, prediction, training and views in one window.

    Attributes:
        workspace: the program's state.
        actions_: every command, by its name.
        views: the views, by their keys.
        gave_work_up: whether it was closed by a signal although its work could not be kept.
    """

    gave_work_up = False

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choose_text_size(settings.text_size)  # first: while there are no widgets, dressing them costs nothing
        self.setWindowTitle("digitpad")
        self.workspace = space = Workspace(settings, self)
        self.actions_ = Actions(self)
        self.views = ViewHost(self.workspace, self.actions_, VIEWS, self)
        self.canvas = self.home = Canvas(self.workspace.board, self)
        self.sight = SightPanel(*(self.actions_[name] for name in DRAWING_BAR))
        self.prediction = PredictionView()
        self.sheet = RecipeSheet(self.workspace, self.actions_["new_seed"])
        buttons = {name: self.actions_[name] for name in ("train", "step", "stop", "reset")}
        self.panel = Transport(buttons, self.actions_["recipe"], self.workspace)
        self.area = ViewArea(self.views, partial(PastBar, self.workspace, self.actions_["to_now"], aloud=False))
        self.news = TrainingNews(self.workspace, self.panel, self.sheet)
        self.easel_news = EaselNews(self.workspace, self.canvas, self.sight, self.panel.state, self.news)
        dialogs = FileDialogs(self, settings)
        self.network_files = NetworkFiles(dialogs, self.workspace.jobs)
        self.class_files = ClassFiles(
            dialogs, space.class_drawings, space.jobs, lambda: space.collector.pens, lambda: space.material.share
        )
        self.exports = Exports(dialogs, self.workspace.jobs)
        self.tested_file = TestedFile(dialogs, self.workspace.testing)
        self.files = SessionFiles(self, dialogs, space.session, space.sketchbook, space.jobs)
        self.recovery_bar, self.last_sessions = RecoveryBar(), LastSessions(self)
        self.unkept_bar, self.reading_bar = UnkeptBar(self.files), ReadingBar(space.jobs)
        self.past_bar = PastBar(space, self.actions_["to_now"])
        self.status = self.panel.state
        self.guide = Guide(self, self.actions_, self.views, self.area)
        self._shown_glyph: Floats | None = None
        self._names: tuple[str, ...] = ()
        self._shown_file = "", False
        self._arrange()
        self._connect_workspace()
        self._connect_files()
        connect_actions(self)
        self._restore()
        self.canvas.setFocus()
        keep_keys_in_fields(self)

    def load_tensorflow(self) -> None:
        """Begin to make training possible; to be called when the window is up."""
        self.workspace.prepare_training()

    def make_soon(self) -> None:
        """Have what is behind the view that is shown first, whenever nothing else is to be done."""
        self.sheet.make()
        self.views.make_soon()

    def open_file(self, path: Path) -> None:
        """Open a session, a network or drawings that the program was started with."""
        problem = open_file(path, self.files, self.network_files)
        if problem is not None:
            self.news.complain(problem)

    def _arrange(self) -> None:
        for message in (self.past_bar, self.reading_bar, self.recovery_bar, self.unkept_bar):
            self.area.add_message(message)
        self.area.add_sheet(self.sheet)
        self._sheet_keys = SheetKeys(self.sheet, self.panel.change, self.canvas)
        self.stage = Stage(self.canvas, self.sight, self.prediction, self.area, self.panel, self)
        self.setCentralWidget(self.stage)
        parts = (self.stage, self.panel, self.prediction, self.area, self.past_bar)
        self.looks = Looks(self, self.workspace.settings, self.actions_, parts, self.status.tell)
        self.actions_.fill_menus(self.views.actions())
        self.actions_.add_menu("file", self.last_sessions, after="open_last")
        for action in self.views.actions():
            self.addAction(action)
        self.views.offer(self.actions_.menus["runs"].actions())

    def _connect_workspace(self) -> None:
        space = self.workspace
        space.recognizer.recognized.connect(self._show_recognition)
        space.network.changed.connect(self._show_network)
        space.comparison.changed.connect(self._show_comparison)
        space.changes.told.connect(self._show_names)
        space.board.filled.connect(self._say_full)
        space.class_drawings.filled.connect(self._say_class_full)
        space.readiness.changed.connect(self._show_readiness)
        space.conditions_changed.connect(self._show_possible)
        space.collector.changed.connect(self._show_collecting)
        space.board.undo_stack.undoTextChanged.connect(lambda what: self.actions_.show_undo("undo", what))
        space.board.undo_stack.redoTextChanged.connect(lambda what: self.actions_.show_undo("redo", what))
        self.panel.pace.chosen.connect(space.training.set_pace)
        space.training.pace_changed.connect(self._show_pace)
        space.view_asked.connect(self._show_view)

    def _connect_files(self) -> None:
        recovery, bar, line = self.workspace.recovery, self.recovery_bar, self.panel.time_line
        for teller in (self.exports, self.files, self.network_files, self.class_files, self.news, line):
            teller.told.connect(self.status.tell)
        self.network_files.opened.connect(self.workspace.commands.take_opened)
        self.files.changed.connect(self._show_file)
        self.files.saving.connect(self.workspace.stepping.give_up_half)
        recovery.found.connect(lambda entry: bar.offer(entry.written))
        recovery.unkept.connect(self.unkept_bar.tell)
        recovery.written.connect(self.unkept_bar.take_back)
        recovery.loaded.connect(self.files.take_unsaved)
        recovery.failed.connect(lambda problem: self.status.tell(sentence(problem)))
        recovery.replace = self.files.replace_unless_changed
        bar.restore_requested.connect(lambda: self.files.replace_by(recovery.take))
        recovery.loaded.connect(bar.hide)
        bar.discard_requested.connect(recovery.discard)
        recovery.last_changed.connect(lambda: self.last_sessions.show_entries(recovery.last))
        self.last_sessions.chosen.connect(lambda entry: self.files.replace_by(lambda: recovery.open_last(entry)))
        self.actions_.menus["file"].aboutToShow.connect(recovery.look_for_last)

    def _restore(self) -> None:
        settings = self.workspace.settings
        self.resize(first_size(self.screen().availableGeometry().size()))
        self.restoreGeometry(settings.geometry)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowFullScreen)  # an older one had
        self.views.restore(settings.views)
        self._show_possible()
        self._show_pace()
        self._show_readiness()
        self._show_recognition(None)
        self.workspace.commands.take_ready_made()
        self._show_network()

    def _show_recognition(self, recognition: Recognition | None) -> None:
        self.prediction.show_recognition(recognition)
        glyph = recognition.glyph if recognition else None
        if glyph is not self._shown_glyph:  # the weights alone change no pixel
            self._shown_glyph = glyph
            self.sight.glyph.show_pixels(glyph)

    def _show_network(self) -> None:
        network = self.workspace.network
        self.prediction.show_network(network.text(), network.run)

    def _show_comparison(self) -> None:
        comparison = self.workspace.comparison
        self.prediction.compare(comparison.run, comparison.snapshot, looks_back=comparison.moment is not None)

    def _show_names(self, changed: frozenset[Part]) -> None:
        """Say how the runs are called that answer, after one of them may have been renamed."""
        runs = self.workspace.network.run, self.workspace.comparison.run
        names = tuple(run.name for run in runs if run is not None)
        if Part.RUNS in changed and names != self._names:
            self._names = names
            self._show_network()
            self._show_comparison()

    def _show_readiness(self) -> None:
        self.status.show_readiness(self.workspace.readiness)

    def _show_pace(self) -> None:
        for name, pace in (("full_speed", FULL), ("watch", WATCH)):
            self.actions_[name].setChecked(self.workspace.training.pace == pace)

    def _show_possible(self) -> None:
        self.actions_.refresh(self.workspace.conditions())

    def _show_collecting(self) -> None:
        """While the class collects, nothing shall sway the hand or draw in its place."""
        is_collecting = self.workspace.collector.is_collecting
        self.prediction.hide_answer(is_collecting)
        self.canvas.gives_examples = not is_collecting

    def _say_full(self) -> None:
        self.status.tell(self.tr("This drawing has as many strokes as it can hold: clear it, or erase some."))

    def _say_class_full(self) -> None:
        self.status.tell(sentence(UserError("class-full")))

    def _show_view(self, key: str) -> None:
        self.actions_["recipe"].setChecked(False)
        self.area.show_view(key)

    def show_sheet(self, on: bool) -> None:
        """Lay the recipe over the view, or take it away."""
        self.area.show_sheet(self.sheet if on else None)
        self._sheet_keys.follow(on)

    def _show_file(self) -> None:
        name = "" if self.files.path is None else f"{self.files.path.name.replace('[*]', '[*][*]')}[*] – "
        modified = self.files.path is not None and self.files.is_modified
        if (name, modified) != self._shown_file:  # Qt tells the system each time
            self._shown_file = name, modified
            self.setWindowTitle(f"{name}digitpad")
            self.setWindowModified(modified)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space trains, pauses and goes on, wherever no button or field takes it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.actions_["train"].trigger()
        elif event.key() == Qt.Key.Key_Escape:
            leave(self)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's colours and language."""
        if event.type() == QEvent.Type.PaletteChange:
            self.actions_.restyle()
        elif event.type() == QEvent.Type.LanguageChange:
            self._translate()
        elif event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.workspace.recovery.look_for_last()  # another window may have been closed
        super().changeEvent(event)

    def _translate(self) -> None:
        """Tell what is no widget, before Qt tells the widgets in the window."""
        stack = self.workspace.board.undo_stack
        translate_changes(stack)
        self.actions_.translate()
        self.actions_.show_undo("undo", stack.undoText())
        self.actions_.show_undo("redo", stack.redoText())
        self._show_possible()
        self.workspace.runs.translate()
        self.views.translate()
        self.guide.translate()
        self.news.translate()
        self._show_network()
        self.workspace.changes.note(Part.LOOKS)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember what is to be remembered, then end all threads."""
        settings = self.workspace.settings
        settings.geometry = self.looks.geometry
        settings.recipe = self.workspace.draft.recipe
        settings.views = self.views.save()
        settings.pace = self.workspace.training.pace
        self.area.take_all_back()
        self.hide()  # whoever closes a window does not want to watch it wait
        self.exports.finish()
        self.workspace.end_work()
        self.gave_work_up = not put_session_away(self, self.workspace.jobs, self.workspace.recovery, self.files)
        self.workspace.jobs.close()
        self.workspace.runs.shelf.close()
        settings.write()  # now: whoever starts the program anew finds all of it, whatever this one still waits for
        self.workspace.readiness.shut_down()
        super().closeEvent(event)
