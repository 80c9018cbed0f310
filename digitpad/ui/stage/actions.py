"""Every command of the window, with its shortcut, in its menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow

from digitpad.ui.theme import SCHEME_NAMES


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)


class _UndoAction(QAction):
    """Undo or Redo: the menu says what, the button does not, as the longer text would stretch it."""

    def __init__(self, word: str, keys: QKeySequence.StandardKey, window: QMainWindow) -> None:
        super().__init__(f"&{word}", window)
        self._word = word
        self.setShortcuts(keys)
        self.setIconText(word)
        self.setToolTip(word)
        self.setEnabled(False)

    def show_what(self, what: str) -> None:
        """Say in the menu what would be undone, or done again."""
        self.setText(f"&{self._word} {what}".rstrip())


class Actions:
    """The window's actions, each reachable by menu and key; ``runs`` are those of the list of runs."""

    def __init__(self, window: QMainWindow, undo_stack: QUndoStack, runs: Sequence[QAction]) -> None:
        self._window = window
        self._runs = runs
        standard = QKeySequence.StandardKey
        self.open = self._action(_tr("&Open session …"), standard.Open)
        self.open_last = self._action(_tr("Open &last session again"), "Ctrl+Shift+T")
        self.save = self._action(_tr("&Save session"), standard.Save)
        self.save_as = self._action(_tr("Save session &as …"), "Ctrl+Shift+S")
        self.open_network = self._action(_tr("Open &network …"), "Ctrl+Shift+O")
        self.save_network = self._action(_tr("Save net&work …"), "Ctrl+Alt+S")
        self.open_drawings = self._action(_tr("Open &drawings …"), "Ctrl+D")
        self.save_drawings = self._action(_tr("Save d&rawings …"), "Ctrl+Shift+D")
        self.quit = self._action(_tr("&Quit"), QKeySequence("Ctrl+Q"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = _UndoAction(_tr("Undo"), standard.Undo, window)
        self.redo = _UndoAction(_tr("Redo"), standard.Redo, window)
        undo_stack.canUndoChanged.connect(self.undo.setEnabled)
        undo_stack.canRedoChanged.connect(self.redo.setEnabled)
        undo_stack.undoTextChanged.connect(self.undo.show_what)
        undo_stack.redoTextChanged.connect(self.redo.show_what)
        self.previous = self._action(_tr("&Previous drawing"), "PgUp")
        self.next = self._action(_tr("&Next drawing"), "PgDown")
        self.clear = self._action(_tr("&Clear"), "Esc", "Delete")
        self.train = self._action(_tr("&Train"), "Ctrl+T")
        self.step = self._action(_tr("Step one &batch"), "F10")
        self.step_epoch = self._action(_tr("Step one &epoch"), "Shift+F10")
        self.new_seed = self._action(_tr("&New seed"), "Ctrl+Shift+N")
        self.line_by_line = self._action(_tr("Run the loop &line by line (slow)"), "Ctrl+Shift+L")
        self.line_by_line.setCheckable(True)
        self.line_by_line.setToolTip(_tr("The lesson's eager loop: shows what compiling buys"))
        self.end_comparison = self._action(_tr("E&nd comparison"), "Ctrl+Shift+M")
        self.probabilities = self._action(_tr("&Probability history"), "Ctrl+P")
        self.probabilities.setCheckable(True)
        self.fold = self._action(_tr("&Fold recipe and runs"), "Ctrl+B")
        self.fold.setCheckable(True)
        self.export_plot = self._action(_tr("Export &plot …"), "Ctrl+Shift+P")
        self.export_keras = self._action(_tr("Export network for &Keras …"), "Ctrl+Shift+K")
        self.stop = self._action(_tr("&Stop"), "Ctrl+.")
        self.reset = self._action(_tr("Reset to the &untrained network"), "Ctrl+R")
        self.ready_made = self._action(_tr("Use the ready-&made network"), "Ctrl+M")
        self.stages = self._action(_tr("&How the network sees it"), "Ctrl+E")
        self.log_axis = self._action(_tr("&Logarithmic loss axis"), "Ctrl+L")
        self.log_axis.setCheckable(True)
        self.schemes = self._scheme_group()
        self.help = self._action(_tr("digitpad &guide"), standard.HelpContents)
        self.about = self._action(_tr("&About digitpad"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self._fill_menus()

    def _action(self, text: str, *keys: QKeySequence.StandardKey | QKeySequence | str) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action

    def _scheme_group(self) -> QActionGroup:
        group = QActionGroup(self._window)
        names = {
            "system": _tr("Colours of the s&ystem"),
            "light": _tr("L&ight colours"),
            "dark": _tr("&Dark colours"),
        }
        for key in SCHEME_NAMES:
            action = group.addAction(names[key])
            action.setCheckable(True)
            action.setData(key)
        return group

    def _menus(self) -> dict[str, list[Sequence[QAction]]]:
        """Return the menus by title, each in groups."""
        return {
            _tr("&File"): [
                [self.open, self.open_last, self.save, self.save_as],
                [self.open_network, self.save_network],
                [self.open_drawings, self.save_drawings],
                [self.export_plot, self.export_keras],
                [self.quit],
            ],
            _tr("&Edit"): [[self.undo, self.redo], [self.clear, self.previous, self.next]],
            _tr("&Train"): [
                [self.train, self.step, self.step_epoch, self.stop],
                [self.reset, self.new_seed, self.ready_made],
                [self.line_by_line],
            ],
            _tr("&Runs"): [self._runs, [self.end_comparison]],
            _tr("&View"): [
                [self.stages, self.probabilities, self.log_axis, self.fold],
                self.schemes.actions(),
            ],
            _tr("&Help"): [[self.help], [self.about]],
        }

    def _fill_menus(self) -> None:
        for title, groups in self._menus().items():
            menu = self._window.menuBar().addMenu(title)
            menu.setToolTipsVisible(True)
            for group in groups:
                if not menu.isEmpty():
                    menu.addSeparator()
                for action in group:
                    menu.addAction(action)
                    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    def connect(self, slots: dict[QAction, Callable[[], object]]) -> None:
        """Call a function whenever its action is triggered."""
        for action, slot in slots.items():
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
