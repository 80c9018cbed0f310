"""Every command of the program as data: its words, its keys, and when it is possible."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from digitpad.workspace.commands.conditions import Conditions

Key = str | QKeySequence.StandardKey
Possible = Callable[[Conditions], bool]

CONTEXT = "Commands"
"""Of all words below."""


def always(_: Conditions) -> bool:
    """Whatever is going on."""
    return True


def while_idle(now: Conditions) -> bool:
    """While no run is under way."""
    return now.is_idle


def with_run(now: Conditions) -> bool:
    """While a run is selected."""
    return now.has_run


def with_trained_run(now: Conditions) -> bool:
    """While a run with weights is selected."""
    return now.run_is_trained


@dataclass(frozen=True)
class Command:
    """One thing that a user can do: from it a QAction is made, and from that menus, buttons and the table of keys.

    ``text`` stands in a menu, with its mnemonic; ``short`` on a button; ``tip`` is its tooltip. All are sources of
    translations.
    """

    name: str
    text: str
    keys: tuple[Key, ...] = ()
    possible: Possible = always
    short: str = ""
    tip: str = ""
    checkable: bool = False


def _command(
    name: str,
    text: object,
    *keys: Key,
    possible: Possible = always,
    short: object = "",
    tip: object = "",
    checkable: bool = False,
) -> Command:
    # What QT_TRANSLATE_NOOP returns is its text, which PySide6's stubs do not know.
    return Command(name, cast(str, text), keys, possible, cast(str, short), cast(str, tip), checkable)


_standard = QKeySequence.StandardKey

FILE = (
    _command("open", QT_TRANSLATE_NOOP("Commands", "&Open session …"), _standard.Open),
    _command(
        "open_last",
        QT_TRANSLATE_NOOP("Commands", "Open &last session again"),
        "Ctrl+Shift+T",
        possible=lambda now: now.has_last,
    ),
    _command("save", QT_TRANSLATE_NOOP("Commands", "&Save session"), _standard.Save),
    _command("save_as", QT_TRANSLATE_NOOP("Commands", "Save session &as …"), "Ctrl+Shift+S"),
    _command(
        "open_network", QT_TRANSLATE_NOOP("Commands", "Open &network …"), "Ctrl+Shift+O", possible=while_idle
    ),
    _command("save_network", QT_TRANSLATE_NOOP("Commands", "Save net&work …"), "Ctrl+Alt+S"),
    _command("open_drawings", QT_TRANSLATE_NOOP("Commands", "Open &drawings …"), "Ctrl+D"),
    _command("save_drawings", QT_TRANSLATE_NOOP("Commands", "Save d&rawings …"), "Ctrl+Shift+D"),
    _command("export_plot", QT_TRANSLATE_NOOP("Commands", "Export &plot …"), "Ctrl+Shift+P"),
    _command("copy_plot", QT_TRANSLATE_NOOP("Commands", "&Copy plot"), "Ctrl+Shift+C"),
    _command("export_keras", QT_TRANSLATE_NOOP("Commands", "Export network for &Keras …"), "Ctrl+Shift+K"),
    _command("quit", QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q"),
)
EDIT = (
    _command(
        "undo",
        QT_TRANSLATE_NOOP("Commands", "&Undo"),
        _standard.Undo,
        possible=lambda now: now.can_undo,
        short=QT_TRANSLATE_NOOP("Commands", "Undo"),
    ),
    _command(
        "redo",
        QT_TRANSLATE_NOOP("Commands", "&Redo"),
        _standard.Redo,
        possible=lambda now: now.can_redo,
        short=QT_TRANSLATE_NOOP("Commands", "Redo"),
    ),
    _command(
        "eraser",
        QT_TRANSLATE_NOOP("Commands", "&Eraser"),
        "Ctrl+E",
        tip=QT_TRANSLATE_NOOP("Commands", "Rub out the strokes that are touched (Ctrl+E, or the right button)"),
        checkable=True,
    ),
    _command("clear", QT_TRANSLATE_NOOP("Commands", "&Clear"), "Delete"),
    _command(
        "previous",
        QT_TRANSLATE_NOOP("Commands", "&Previous drawing"),
        "PgUp",
        possible=lambda now: now.has_previous,
    ),
    _command("next", QT_TRANSLATE_NOOP("Commands", "&Next drawing"), "PgDown", possible=lambda now: now.has_next),
)
TRAIN = (
    _command(
        "train",
        QT_TRANSLATE_NOOP("Commands", "&Train"),
        "Ctrl+T",
        possible=lambda now: now.can_toggle,
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Train a fresh network by this recipe, pause it, or go on (Space on the canvas, Ctrl+T)"
        ),
    ),
    _command(
        "step",
        QT_TRANSLATE_NOOP("Commands", "Step one &batch"),
        "F10",
        possible=lambda now: now.can_begin_or_go_on,
        short=QT_TRANSLATE_NOOP("Commands", "Step"),
        tip=QT_TRANSLATE_NOOP("Commands", "Train on one batch (F10); with Shift held to the epoch's end"),
    ),
    _command(
        "step_epoch",
        QT_TRANSLATE_NOOP("Commands", "Step one &epoch"),
        "Shift+F10",
        possible=lambda now: now.can_begin_or_go_on,
    ),
    _command(
        "stop",
        QT_TRANSLATE_NOOP("Commands", "&Stop"),
        "Ctrl+.",
        possible=lambda now: now.can_stop,
        tip=QT_TRANSLATE_NOOP("Commands", "End the run and keep what was learnt (Ctrl+.)"),
    ),
    _command(
        "reset",
        QT_TRANSLATE_NOOP("Commands", "Reset to the &untrained network"),
        "Ctrl+R",
        possible=lambda now: now.can_reset,
        short=QT_TRANSLATE_NOOP("Commands", "Reset"),
        tip=QT_TRANSLATE_NOOP("Commands", "Forget what was learnt: the untrained network answers (Ctrl+R)"),
    ),
    _command(
        "undo_training",
        QT_TRANSLATE_NOOP("Commands", "Und&o training"),
        "Ctrl+Shift+R",
        possible=lambda now: now.can_undo_training,
        tip=QT_TRANSLATE_NOOP("Commands", "Take back the last step, the last batches by hand, or the reset"),
    ),
    _command(
        "new_seed",
        QT_TRANSLATE_NOOP("Commands", "&New seed"),
        "Ctrl+Shift+N",
        possible=while_idle,
        short=QT_TRANSLATE_NOOP("Commands", "New"),
        tip=QT_TRANSLATE_NOOP("Commands", "Draw another seed: other first weights, another order of the images"),
    ),
    _command(
        "ready_made",
        QT_TRANSLATE_NOOP("Commands", "Use the ready-&made network"),
        "Ctrl+M",
        possible=lambda now: now.is_free,
    ),
    _command(
        "line_by_line",
        QT_TRANSLATE_NOOP("Commands", "Run the loop &line by line (slow)"),
        "Ctrl+Shift+L",
        possible=while_idle,
        tip=QT_TRANSLATE_NOOP("Commands", "The lesson's eager loop: shows what compiling buys"),
        checkable=True,
    ),
)
STEP = (
    _command(
        "next_card",
        QT_TRANSLATE_NOOP("Commands", "Next &card"),
        "F6",
        possible=lambda now: now.can_next_act,
        tip=QT_TRANSLATE_NOOP("Commands", "Go on to the end of the next part of the training step (F6)"),
    ),
    _command(
        "next_line",
        QT_TRANSLATE_NOOP("Commands", "Next &line"),
        "Ctrl+F6",
        possible=lambda now: now.can_next_act,
        tip=QT_TRANSLATE_NOOP("Commands", "Let one line of the lesson's code run (Ctrl+F6)"),
    ),
    _command(
        "step_back",
        QT_TRANSLATE_NOOP("Commands", "&Back"),
        "Shift+F6",
        possible=lambda now: now.can_step_back,
        tip=QT_TRANSLATE_NOOP("Commands", "Show what was before; past its update the step is undone (Shift+F6)"),
    ),
    _command(
        "step_first",
        QT_TRANSLATE_NOOP("Commands", "F&irst line"),
        "Alt+Home",
        possible=lambda now: now.can_step_back,
    ),
    _command(
        "step_last",
        QT_TRANSLATE_NOOP("Commands", "L&ast line seen"),
        "Alt+End",
        possible=lambda now: now.can_go_to_last_stop,
    ),
    _command(
        "step_finish",
        QT_TRANSLATE_NOOP("Commands", "&Finish the step"),
        "Ctrl+Shift+F6",
        possible=lambda now: now.can_next_act,
    ),
    _command(
        "own_once",
        QT_TRANSLATE_NOOP("Commands", "Train once on my &drawing"),
        "Ctrl+F10",
        possible=lambda now: now.can_train_own,
        short=QT_TRANSLATE_NOOP("Commands", "Train once"),
        tip=QT_TRANSLATE_NOOP("Commands", "A batch of nothing but the drawing, with the digit that you give it"),
    ),
    _command(
        "own_twenty",
        QT_TRANSLATE_NOOP("Commands", "Train t&wenty times on it"),
        "Ctrl+Shift+F10",
        possible=lambda now: now.can_train_own,
        short=QT_TRANSLATE_NOOP("Commands", "20 times"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Twenty batches of nothing but the drawing; Undo training takes them back"
        ),
    ),
    _command(
        "own_joins",
        QT_TRANSLATE_NOOP("Commands", "My drawing &joins the batch"),
        "Ctrl+J",
        possible=lambda now: now.can_join_own,
        short=QT_TRANSLATE_NOOP("Commands", "joins the batch"),
        tip=QT_TRANSLATE_NOOP("Commands", "The next batches that are stepped through have the drawing among them"),
        checkable=True,
    ),
    _command(
        "guess_first",
        QT_TRANSLATE_NOOP("Commands", "&Guess first"),
        "Ctrl+Shift+H",
        short=QT_TRANSLATE_NOOP("Commands", "guess first"),
        tip=QT_TRANSLATE_NOOP(
            "Commands",
            "Before gradients and the new loss are shown, the class says what it expects",
        ),
        checkable=True,
    ),
)
RUNS = (
    _command(
        "use", QT_TRANSLATE_NOOP("Commands", "&Use this network"), "Ctrl+U", possible=lambda now: now.can_use
    ),
    _command(
        "compare",
        QT_TRANSLATE_NOOP("Commands", "&Compare with the answer"),
        "Ctrl+Shift+U",
        possible=with_trained_run,
    ),
    _command(
        "go_on",
        QT_TRANSLATE_NOOP("Commands", "C&ontinue this run"),
        "Ctrl+G",
        possible=lambda now: now.can_go_on,
    ),
    _command(
        "one_more_epoch",
        QT_TRANSLATE_NOOP("Commands", "One &more epoch"),
        "Ctrl+Shift+G",
        possible=lambda now: now.can_have_epoch,
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Let this finished run go on for another epoch; its optimizer begins afresh"
        ),
    ),
    _command("export_run", QT_TRANSLATE_NOOP("Commands", "&Export as CSV …"), "Ctrl+Shift+E", possible=with_run),
    _command("delete", QT_TRANSLATE_NOOP("Commands", "&Delete"), "Ctrl+Backspace", possible=with_run),
    _command(
        "end_comparison",
        QT_TRANSLATE_NOOP("Commands", "E&nd comparison"),
        "Ctrl+Shift+M",
        possible=lambda now: now.compares,
    ),
)
PACE = (
    _command("slower", QT_TRANSLATE_NOOP("Commands", "Slo&wer"), "F7"),
    _command("faster", QT_TRANSLATE_NOOP("Commands", "&Faster"), "F8"),
    _command(
        "full_speed",
        QT_TRANSLATE_NOOP("Commands", "Full spee&d"),
        "F9",
        tip=QT_TRANSLATE_NOOP("Commands", "Train as fast as this computer can (F9)"),
        checkable=True,
    ),
    _command(
        "watch",
        QT_TRANSLATE_NOOP("Commands", "Watch the f&all"),
        "Shift+F9",
        tip=QT_TRANSLATE_NOOP("Commands", "Begin slowly, so that the fall of the loss can be seen"),
        checkable=True,
    ),
)
VIEW = (
    _command(
        "recipe",
        QT_TRANSLATE_NOOP("Commands", "Change the &recipe"),
        "Ctrl+B",
        short=QT_TRANSLATE_NOOP("Commands", "Change"),
        tip=QT_TRANSLATE_NOOP("Commands", "What the next run is made of (Ctrl+B)"),
        checkable=True,
    ),
    _command("tear_off", QT_TRANSLATE_NOOP("Commands", "View in a &window of its own"), "Ctrl+Shift+V"),
    _command("projector", QT_TRANSLATE_NOOP("Commands", "Pro&jector mode"), "F11", checkable=True),
    _command("larger", QT_TRANSLATE_NOOP("Commands", "Lar&ger letters"), "Ctrl++", "Ctrl+="),
    _command("smaller", QT_TRANSLATE_NOOP("Commands", "S&maller letters"), "Ctrl+-"),
    _command("usual", QT_TRANSLATE_NOOP("Commands", "Us&ual letters"), "Ctrl+0"),
    _command("language_en", QT_TRANSLATE_NOOP("Commands", "&English"), checkable=True),
    _command("language_vi", QT_TRANSLATE_NOOP("Commands", "Tiếng &Việt"), checkable=True),
    _command("scheme_system", QT_TRANSLATE_NOOP("Commands", "Colours of the s&ystem"), checkable=True),
    _command("scheme_light", QT_TRANSLATE_NOOP("Commands", "L&ight colours"), checkable=True),
    _command("scheme_dark", QT_TRANSLATE_NOOP("Commands", "&Dark colours"), checkable=True),
)
HELP = (
    _command("help", QT_TRANSLATE_NOOP("Commands", "digitpad &guide"), _standard.HelpContents),
    _command("about", QT_TRANSLATE_NOOP("Commands", "&About digitpad")),
)
COMMANDS = {command.name: command for command in (*FILE, *EDIT, *TRAIN, *PACE, *STEP, *RUNS, *VIEW, *HELP)}

PAUSE = cast(str, QT_TRANSLATE_NOOP("Commands", "&Pause"))
RESUME = cast(str, QT_TRANSLATE_NOOP("Commands", "&Resume"))
"""What the command "train" is called while a run trains, or is paused."""
