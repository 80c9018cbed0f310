"""The commands for runs that wait for their turn, and for those that are tried one after the other."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from digitpad.workspace.commands.command import command

QUEUE = (
    command(
        "queue_add",
        QT_TRANSLATE_NOOP("Commands", "&Add this recipe to the queue"),
        "Ctrl+Shift+Q",
        possible=lambda now: now.can_queue,
        short=QT_TRANSLATE_NOOP("Commands", "Add"),
        tip=QT_TRANSLATE_NOOP("Commands", "A run by the recipe in the fields waits for its turn (Ctrl+Shift+Q)"),
    ),
    command(
        "queue_start",
        QT_TRANSLATE_NOOP("Commands", "&Start the queue"),
        "Ctrl+F5",
        possible=lambda now: now.can_work_queue,
        short=QT_TRANSLATE_NOOP("Commands", "Start"),
        tip=QT_TRANSLATE_NOOP("Commands", "Train what waits, one run after the other (Ctrl+F5)"),
    ),
    command(
        "queue_pause",
        QT_TRANSLATE_NOOP("Commands", "&Pause after this run"),
        "Ctrl+Shift+F5",
        possible=lambda now: now.queue.is_on,
        short=QT_TRANSLATE_NOOP("Commands", "Pause after this run"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "The run under way goes on to its end; those after it wait (Ctrl+Shift+F5)"
        ),
    ),
    command(
        "try_rates",
        QT_TRANSLATE_NOOP("Commands", "Try learnin&g rates"),
        "F5",
        possible=lambda now: now.can_queue,
        short=QT_TRANSLATE_NOOP("Commands", "Learning rates"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Train this recipe with rates from 0.00001 to 10, and compare the runs (F5)"
        ),
    ),
    command(
        "try_optimizers",
        QT_TRANSLATE_NOOP("Commands", "Tr&y optimizers"),
        "Shift+F5",
        possible=lambda now: now.can_queue,
        short=QT_TRANSLATE_NOOP("Commands", "Optimizers"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Train this recipe with each of the optimizers, and compare the runs (Shift+F5)"
        ),
    ),
    command(
        "queue_up",
        QT_TRANSLATE_NOOP("Commands", "Ear&lier in the queue"),
        possible=lambda now: now.queue.can_raise,
        short=QT_TRANSLATE_NOOP("Commands", "Earlier"),
        tip=QT_TRANSLATE_NOOP("Commands", "The selected run has its turn earlier (Alt+Up in the queue)"),
    ),
    command(
        "queue_down",
        QT_TRANSLATE_NOOP("Commands", "La&ter in the queue"),
        possible=lambda now: now.queue.can_lower,
        short=QT_TRANSLATE_NOOP("Commands", "Later"),
        tip=QT_TRANSLATE_NOOP("Commands", "The selected run has its turn later (Alt+Down in the queue)"),
    ),
    command(
        "queue_remove",
        QT_TRANSLATE_NOOP("Commands", "&Remove from the queue"),
        possible=lambda now: now.queue.can_remove,
        short=QT_TRANSLATE_NOOP("Commands", "Remove"),
        tip=QT_TRANSLATE_NOOP("Commands", "The selected run waits no longer (Delete in the queue)"),
    ),
    command(
        "queue_clear",
        QT_TRANSLATE_NOOP("Commands", "Clear t&he queue"),
        possible=lambda now: now.queue.can_clear,
        short=QT_TRANSLATE_NOOP("Commands", "Clear"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "What waits and what is done is listed no longer; the runs themselves stay"
        ),
    ),
    command(
        "show_all_runs",
        QT_TRANSLATE_NOOP("Commands", "Sho&w all curves"),
        "Ctrl+Shift+W",
        possible=lambda now: now.has_hidden,
        short=QT_TRANSLATE_NOOP("Commands", "All curves"),
        tip=QT_TRANSLATE_NOOP("Commands", "Show the curves of all runs again (Ctrl+Shift+W)"),
    ),
)
