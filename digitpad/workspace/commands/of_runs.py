"""The commands for the run that is selected."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from digitpad.workspace.commands.command import command, with_run, with_trained_run

RUNS = (
    command("use", QT_TRANSLATE_NOOP("Commands", "&Use this network"), "Ctrl+U", possible=lambda now: now.can_use),
    command(
        "compare",
        QT_TRANSLATE_NOOP("Commands", "&Compare with the answer"),
        "Ctrl+Shift+U",
        possible=with_trained_run,
    ),
    command(
        "go_on",
        QT_TRANSLATE_NOOP("Commands", "C&ontinue this run"),
        "Ctrl+G",
        possible=lambda now: now.can_go_on,
    ),
    command(
        "one_more_epoch",
        QT_TRANSLATE_NOOP("Commands", "One &more epoch"),
        "Ctrl+Shift+G",
        possible=lambda now: now.can_have_epoch,
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Let this finished run go on for another epoch; its optimizer begins afresh"
        ),
    ),
    command("export_run", QT_TRANSLATE_NOOP("Commands", "&Export as CSV …"), "Ctrl+Shift+E", possible=with_run),
    command(
        "take_home",
        QT_TRANSLATE_NOOP("Commands", "Ta&ke it home …"),
        "Ctrl+H",
        possible=lambda now: now.can_take_home,
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Save the run as a Python script or a notebook, which trains it again without digitpad"
        ),
    ),
    command("delete", QT_TRANSLATE_NOOP("Commands", "&Delete"), "Ctrl+Backspace", possible=with_run),
    command(
        "end_comparison",
        QT_TRANSLATE_NOOP("Commands", "E&nd comparison"),
        "Ctrl+Shift+M",
        possible=lambda now: now.compares,
    ),
)
