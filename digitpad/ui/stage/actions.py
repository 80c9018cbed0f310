"""The commands as QActions, enabled in one place; menus, buttons and the table of keys are made of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from digitpad.runs.recipe import Loop
from digitpad.ui.canvas.tools import Tools
from digitpad.ui.icons import icon, icon_on_accent
from digitpad.workspace.commands.command import CONTEXT
from digitpad.workspace.commands.conditions import Conditions
from digitpad.workspace.commands.of_the_class import END_COLLECTING
from digitpad.workspace.commands.of_training import (
    FROM_HERE,
    FROM_HERE_TIP,
    MEASURING,
    PAUSE,
    RESUME,
    STEP_FROM_HERE_TIP,
)
from digitpad.workspace.commands.table import COMMANDS
from digitpad.workspace.keeping.settings import SCHEME_NAMES
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import LANGUAGES

Groups = Sequence[Sequence[str]]

MENUS: Sequence[tuple[str, Groups]] = (
    (
        "file",
        (
            ("open", "open_last", "save", "save_as", "save_moments"),
            ("open_network", "save_network"),
            ("open_drawings", "save_drawings", "test_on_file"),
            ("export_plot", "copy_plot", "export_keras"),
            ("quit",),
        ),
    ),
    (
        "edit",
        (
            ("undo", "redo"),
            ("pen", "eraser"),
            ("remove_strays", "clear"),
            ("previous", "next"),
            ("previous_digit", "next_digit"),
            ("random_picture", "on_easel", "exhibit_label", "to_canvas"),
        ),
    ),
    (
        "train",
        (
            ("train", "step", "step_epoch", "stop"),
            ("slower", "faster", "full_speed", "watch"),
            ("train_on_these",),
            ("reset", "undo_training", "new_seed", "ready_made"),
            tuple(f"loop_{loop}" for loop in Loop),
        ),
    ),
    (
        "step",
        (
            ("next_card", "next_line", "step_finish"),
            ("step_back", "step_first", "step_last"),
            ("own_once", "own_twenty", "own_joins"),
            ("guess_first",),
        ),
    ),
    ("time", (("earlier", "later", "play_time"), ("to_now",))),
    (
        "runs",
        (
            ("use", "compare", "go_on", "one_more_epoch", "export_run", "take_home", "delete"),
            ("end_comparison", "show_all_runs"),
            ("queue_add", "queue_start", "queue_pause", "try_rates", "try_optimizers"),
            ("queue_up", "queue_down", "queue_remove", "queue_clear"),
        ),
    ),
    (
        "class",
        (
            ("collect", "accept", "take_back", "pass_pen"),
            ("our_digits", "use_digits"),
            ("add_ours", "save_ours", "export_ours"),
        ),
    ),
    (
        "view",
        (
            ("recipe", "tear_off"),
            ("projector", "larger", "smaller", "usual"),
            tuple(f"scheme_{name}" for name in SCHEME_NAMES),
            tuple(f"language_{name}" for name in LANGUAGES),
        ),
    ),
    ("help", (("help",), ("about",))),
)
"""Each menu in groups of commands; what views add comes first in the menu "view"."""


ICONS = {
    "step": "step",
    "stop": "stop",
    "reset": "reset",
    "undo": "undo",
    "redo": "redo",
    "pen": "pen",
    "eraser": "eraser",
    "clear": "clear",
    "previous": "previous",
    "next": "next",
    "recipe": "change",
    "full_speed": "fast",
    "tear_off": "tear",
    "next_line": "next",
    "step_back": "previous",
    "take_back": "previous",
    "pass_pen": "pen",
}
"""The icon of each command that has a button."""


TIPS_FROM_HERE = {"train": FROM_HERE_TIP, "step": STEP_FROM_HERE_TIP}
"""What commands do while a moment is looked back at and nothing trains."""

MEASURED = ("train", "step", "step_epoch")
"""Commands that say why they cannot be given while it is measured what more data buys."""


RENAMED = frozenset({"undo", "redo", "train", "collect"})
"""Commands whose text changes while their buttons and tips go on saying the same."""


def translated(text: str) -> str:
    """Return the words of a command in the program's language."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


class Actions:
    """One QAction for each command, by its name: ``actions["train"]``."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions = {name: self._made(name) for name in COMMANDS}
        self._actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self._actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.loops = self._group("loop", Loop)
        self._actions[f"loop_{Loop.COMPILED}"].setChecked(True)
        self.schemes = self._group("scheme", SCHEME_NAMES)
        self.languages = self._group("language", LANGUAGES)
        self.tools = Tools(self["pen"], self["eraser"], window)
        self.menus: dict[str, QMenu] = {}
        self._train_icon = "play"
        self.restyle()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> Sequence[QAction]:
        """Return every action, in the order of the commands."""
        return tuple(self._actions.values())

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Call a function whenever its command is given."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())

    def refresh(self, now: Conditions) -> None:
        """Enable what is possible; the one place where this is done."""
        for name, command in COMMANDS.items():
            self._actions[name].setEnabled(command.possible(now))
        texts = {State.TRAINING: PAUSE, State.ENDING: PAUSE, State.PAUSED: RESUME}
        if now.has_run_under_way:
            texts[State.WAITING] = RESUME
        if now.looks_back and now.state in (State.IDLE, State.PAUSED):
            texts[now.state] = FROM_HERE
        self["undo_training"].setToolTip(now.what_training_undoes or translated(COMMANDS["undo_training"].tip))
        self["take_home"].setToolTip(now.why_not_home or translated(COMMANDS["take_home"].tip))
        for name in MEASURED:
            tip = MEASURING if now.is_measuring else COMMANDS[name].tip
            if texts.get(now.state) == FROM_HERE and not now.is_measuring:
                tip = TIPS_FROM_HERE.get(name, tip)
            self[name].setToolTip(translated(tip) or _plain(self[name].text()))
        self._set_text("train", translated(texts.get(now.state, COMMANDS["train"].text)))
        collects = END_COLLECTING if now.is_collecting else COMMANDS["collect"].text
        self._set_text("collect", translated(collects), "" if now.is_collecting else COMMANDS["collect"].short)
        wanted = "pause" if now.state in (State.TRAINING, State.ENDING) else "play"
        if wanted != self._train_icon:
            self._train_icon = wanted
            self._actions["train"].setIcon(icon_on_accent(wanted))

    def restyle(self) -> None:
        """Have icons in the colours of the room."""
        for name in ICONS:
            self._actions[name].setIcon(icon(ICONS[name]))
        for name, accented in (("train", self._train_icon), ("next_card", "next_card")):
            self._actions[name].setIcon(icon_on_accent(accented))

    def show_undo(self, name: str, what: str) -> None:
        """Say in the menu what "undo" or "redo" would change; the button, which it would stretch, does not."""
        self._actions[name].setText(f"{translated(COMMANDS[name].text)} {what}".rstrip())

    def translate(self) -> None:
        """Say all in the program's language; what depends on the state is for ``refresh`` and ``show_undo``."""
        for name in COMMANDS:
            self._word(name, self._actions[name])
        for key, menu in self.menus.items():
            menu.setTitle(_menu_title(key))

    def fill_menus(self, of_views: Sequence[QAction]) -> None:
        """Make the menus; the views' own commands come first in the one for them."""
        for key, groups in MENUS:
            menu = self.menus[key] = self._window.menuBar().addMenu(_menu_title(key))
            menu.setToolTipsVisible(True)
            if key == "view":
                _add_group(menu, of_views)
            for group in groups:
                _add_group(menu, [self._actions[name] for name in group])

    def add_menu(self, key: str, menu: QMenu, *, after: str) -> None:
        """Put a menu of its own into another one, after a command."""
        commands = self.menus[key].actions()
        self.menus[key].insertMenu(commands[commands.index(self._actions[after]) + 1], menu)

    def _group(self, kind: str, names: Iterable[str]) -> QActionGroup:
        """Return the commands of which one is chosen at a time."""
        group = QActionGroup(self._window)
        for name in names:
            group.addAction(self._actions[f"{kind}_{name}"]).setData(name)
        return group

    def _made(self, name: str) -> QAction:
        command = COMMANDS[name]
        action = QAction(self._window)
        self._word(name, action)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(command.checkable)
        action.setIconVisibleInMenu(False)
        self._window.addAction(action)
        return action

    def _word(self, name: str, action: QAction) -> None:
        command, text = COMMANDS[name], translated(COMMANDS[name].text)
        # Qt tells window, menus and buttons of each text that is set; a mnemonic it takes out itself, but no dots.
        own = "" if name not in RENAMED and not text.endswith("…") else _plain(text)
        action.setText(text)
        action.setIconText(translated(command.short) or own)
        action.setToolTip(translated(command.tip) or own)

    def _set_text(self, name: str, text: str, short: str = "") -> None:
        action = self._actions[name]
        if action.text() != text:
            action.setText(text)
            action.setIconText(translated(short) or _plain(text))


def key_rows(actions: Sequence[QAction]) -> list[tuple[list[QKeySequence], str]]:
    """Return the table of keys: of each action that has any, its keys and what it does."""
    return [(action.shortcuts(), _plain(action.text())) for action in actions if action.shortcuts()]


def _add_group(menu: QMenu, group: Sequence[QAction]) -> None:
    if group and not menu.isEmpty():
        menu.addSeparator()
    menu.addActions(list(group))
    for inner in (action.menu() for action in group):
        if isinstance(inner, QMenu):
            inner.setParent(menu, inner.windowFlags())  # nobody's, it and all that it is connected to would stay


def _menu_title(key: str) -> str:
    return {
        "file": QCoreApplication.translate("Commands", "&File"),
        "edit": QCoreApplication.translate("Commands", "&Edit"),
        "train": QCoreApplication.translate("Commands", "&Train"),
        "step": QCoreApplication.translate("Commands", "&Step"),
        "time": QCoreApplication.translate("Commands", "T&ime"),
        "runs": QCoreApplication.translate("Commands", "&Runs"),
        "class": QCoreApplication.translate("Commands", "&Class"),
        "view": QCoreApplication.translate("Commands", "&View"),
        "help": QCoreApplication.translate("Commands", "&Help"),
    }[key]


def _plain(text: str) -> str:
    """Return a menu's text without its mnemonic and its dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…").rstrip()
