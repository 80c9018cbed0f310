"""The commands for the class's own digits."""

import sys
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from digitpad.workspace.commands.command import command, while_collecting

ENTER = ("Return", "Enter") if sys.platform == "darwin" else ("Enter", "Return")
"""Both keys; a menu shows the first, which all texts call Enter. On a Mac signs show them, and Qt's Enter has that
of the keypad."""

END_COLLECTING = cast(str, QT_TRANSLATE_NOOP("Commands", "End &collecting"))
"""What the command to collect is called while the class does."""

CLASS = (
    command(
        "collect",
        QT_TRANSLATE_NOOP("Commands", "&Collect our digits"),
        "Ctrl+K",
        possible=lambda now: now.can_collect,
        short=QT_TRANSLATE_NOOP("Commands", "Collect"),
        tip=QT_TRANSLATE_NOOP("Commands", "Pass the pen through the class, or end that (Ctrl+K; Esc ends it too)"),
    ),
    command(
        "accept",
        QT_TRANSLATE_NOOP("Commands", "&Next: take this drawing"),
        *ENTER,
        possible=while_collecting,
        short=QT_TRANSLATE_NOOP("Commands", "Next"),
        tip=QT_TRANSLATE_NOOP("Commands", "Take the drawing as what was asked for, and ask for the next (Enter)"),
    ),
    command(
        "take_back",
        QT_TRANSLATE_NOOP("Commands", "Take the last one &back"),
        "Backspace",
        possible=lambda now: now.can_take_back,
        short=QT_TRANSLATE_NOOP("Commands", "Back"),
        tip=QT_TRANSLATE_NOOP("Commands", "Take the last drawing out again, and ask for it anew (Backspace)"),
    ),
    command(
        "pass_pen",
        QT_TRANSLATE_NOOP("Commands", "&Pass the pen"),
        *(f"Ctrl+{key}" for key in ENTER),
        possible=while_collecting,
        tip=QT_TRANSLATE_NOOP("Commands", "It is the next pen's turn (Ctrl+Enter)"),
    ),
    command("our_digits", QT_TRANSLATE_NOOP("Commands", "Our &digits"), "Ctrl+Alt+D"),
    command(
        "use_digits",
        QT_TRANSLATE_NOOP("Commands", "&Use our digits"),
        "Ctrl+Alt+U",
        short=QT_TRANSLATE_NOOP("Commands", "Use"),
    ),
    command("add_ours", QT_TRANSLATE_NOOP("Commands", "Add drawings &to our digits …")),
    command("save_ours", QT_TRANSLATE_NOOP("Commands", "Save our di&gits …")),
    command("export_ours", QT_TRANSLATE_NOOP("Commands", "E&xport our digits for Keras …")),
)
