"""The commands for training, its pace, its moments and its single steps."""

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

from digitpad.workspace.commands.command import command, unless_collecting, while_idle

TRAIN = (
    command(
        "train",
        QT_TRANSLATE_NOOP("Commands", "&Train"),
        "Ctrl+T",
        possible=lambda now: now.can_toggle,
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Train a fresh network by this recipe, pause it, or go on (Space on the canvas, Ctrl+T)"
        ),
    ),
    command(
        "step",
        QT_TRANSLATE_NOOP("Commands", "Step one &batch"),
        "F10",
        possible=lambda now: now.can_begin_or_go_on,
        short=QT_TRANSLATE_NOOP("Commands", "Step"),
        tip=QT_TRANSLATE_NOOP("Commands", "Train on one batch (F10); with Shift held to the epoch's end"),
    ),
    command(
        "step_epoch",
        QT_TRANSLATE_NOOP("Commands", "Step one &epoch"),
        "Shift+F10",
        possible=lambda now: now.can_begin_or_go_on,
    ),
    command(
        "stop",
        QT_TRANSLATE_NOOP("Commands", "&Stop"),
        "Ctrl+.",
        possible=lambda now: now.can_stop,
        tip=QT_TRANSLATE_NOOP("Commands", "End the run and keep what was learnt (Ctrl+.)"),
    ),
    command(
        "reset",
        QT_TRANSLATE_NOOP("Commands", "Reset to the &untrained network"),
        "Ctrl+R",
        possible=unless_collecting(lambda now: now.can_reset),
        short=QT_TRANSLATE_NOOP("Commands", "Reset"),
        tip=QT_TRANSLATE_NOOP("Commands", "Forget what was learnt: the untrained network answers (Ctrl+R)"),
    ),
    command(
        "undo_training",
        QT_TRANSLATE_NOOP("Commands", "Und&o training"),
        "Ctrl+Shift+R",
        possible=unless_collecting(lambda now: now.can_undo_training),
        tip=QT_TRANSLATE_NOOP("Commands", "Take back the last step, the last batches by hand, or the reset"),
    ),
    command(
        "new_seed",
        QT_TRANSLATE_NOOP("Commands", "&New seed"),
        "Ctrl+Shift+N",
        possible=unless_collecting(while_idle),
        short=QT_TRANSLATE_NOOP("Commands", "New"),
        tip=QT_TRANSLATE_NOOP("Commands", "Draw another seed: other first weights, another order of the images"),
    ),
    command(
        "ready_made",
        QT_TRANSLATE_NOOP("Commands", "Use the ready-&made network"),
        "Ctrl+M",
        possible=unless_collecting(lambda now: now.is_free),
    ),
    command(
        "loop_compiled",
        QT_TRANSLATE_NOOP("Commands", "The loop &compiled"),
        "Ctrl+Alt+L",
        possible=while_idle,
        short=QT_TRANSLATE_NOOP("Commands", "compiled"),
        tip=QT_TRANSLATE_NOOP("Commands", "New runs: the lesson's loop, compiled, as fast as this computer can"),
        checkable=True,
    ),
    command(
        "loop_line-by-line",
        QT_TRANSLATE_NOOP("Commands", "The loop &line by line (slow)"),
        "Ctrl+Shift+L",
        possible=while_idle,
        short=QT_TRANSLATE_NOOP("Commands", "line by line"),
        tip=QT_TRANSLATE_NOOP("Commands", "New runs: the lesson's eager loop; shows what compiling buys"),
        checkable=True,
    ),
    command(
        "loop_keras",
        QT_TRANSLATE_NOOP("Commands", "&Keras' own fit"),
        "Ctrl+Alt+K",
        possible=while_idle,
        short=QT_TRANSLATE_NOOP("Commands", "Keras' fit"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "New runs: the lesson's first listing, by compile and fit, on the same batches"
        ),
        checkable=True,
    ),
)
CHOSEN = (
    command(
        "train_on_these",
        QT_TRANSLATE_NOOP("Commands", "Train one batch on t&hese pictures"),
        "Ctrl+Shift+J",
        possible=lambda now: now.can_train_chosen,
        short=QT_TRANSLATE_NOOP("Commands", "Train on these"),
        tip=QT_TRANSLATE_NOOP(
            "Commands",
            "The chosen pictures are the next batch, with their labels; Undo training takes it back",
        ),
    ),
)
TIME = (
    command(
        "earlier",
        QT_TRANSLATE_NOOP("Commands", "The moment &before"),
        "Alt+Left",
        possible=lambda now: now.has_earlier,
        tip=QT_TRANSLATE_NOOP("Commands", "Look back at what the network was earlier in its training (Alt+Left)"),
    ),
    command(
        "later",
        QT_TRANSLATE_NOOP("Commands", "The moment &after"),
        "Alt+Right",
        possible=lambda now: now.looks_back,
        tip=QT_TRANSLATE_NOOP("Commands", "Look at the next moment that was kept (Alt+Right)"),
    ),
    command(
        "play_time",
        QT_TRANSLATE_NOOP("Commands", "&Play the moments"),
        "Shift+F4",
        possible=lambda now: now.has_moments,
        tip=QT_TRANSLATE_NOOP("Commands", "Show one moment after the other, or stop there (Shift+F4)"),
    ),
    command(
        "to_now",
        QT_TRANSLATE_NOOP("Commands", "Bac&k to now"),
        "F4",
        possible=lambda now: now.looks_back,
        short=QT_TRANSLATE_NOOP("Commands", "Back to now"),
        tip=QT_TRANSLATE_NOOP("Commands", "The network answers again as it is now (F4, Esc)"),
    ),
)
PACE = (
    command("slower", QT_TRANSLATE_NOOP("Commands", "Slo&wer"), "F7"),
    command("faster", QT_TRANSLATE_NOOP("Commands", "&Faster"), "F8"),
    command(
        "full_speed",
        QT_TRANSLATE_NOOP("Commands", "Full spee&d"),
        "F9",
        tip=QT_TRANSLATE_NOOP("Commands", "Train as fast as this computer can (F9)"),
        checkable=True,
    ),
    command(
        "watch",
        QT_TRANSLATE_NOOP("Commands", "Watch the f&all"),
        "Shift+F9",
        tip=QT_TRANSLATE_NOOP("Commands", "Begin slowly, so that the fall of the loss can be seen"),
        checkable=True,
    ),
)
STEP = (
    command(
        "next_card",
        QT_TRANSLATE_NOOP("Commands", "Next &card"),
        "F6",
        possible=unless_collecting(lambda now: now.can_next_act),
        tip=QT_TRANSLATE_NOOP("Commands", "Go on to the end of the next part of the training step (F6)"),
    ),
    command(
        "next_line",
        QT_TRANSLATE_NOOP("Commands", "Next &line"),
        "Ctrl+F6",
        possible=unless_collecting(lambda now: now.can_next_act),
        tip=QT_TRANSLATE_NOOP("Commands", "Let one line of the lesson's code run (Ctrl+F6)"),
    ),
    command(
        "step_back",
        QT_TRANSLATE_NOOP("Commands", "&Back"),
        "Shift+F6",
        possible=unless_collecting(lambda now: now.can_step_back),
        tip=QT_TRANSLATE_NOOP("Commands", "Show what was before; past its update the step is undone (Shift+F6)"),
    ),
    command(
        "step_first",
        QT_TRANSLATE_NOOP("Commands", "F&irst line"),
        "Alt+Home",
        possible=unless_collecting(lambda now: now.can_step_back),
    ),
    command(
        "step_last",
        QT_TRANSLATE_NOOP("Commands", "L&ast line seen"),
        "Alt+End",
        possible=lambda now: now.can_go_to_last_stop,
    ),
    command(
        "step_finish",
        QT_TRANSLATE_NOOP("Commands", "&Finish the step"),
        "Ctrl+Shift+F6",
        possible=unless_collecting(lambda now: now.can_next_act),
    ),
    command(
        "own_once",
        QT_TRANSLATE_NOOP("Commands", "Train once on my &drawing"),
        "Ctrl+F10",
        possible=unless_collecting(lambda now: now.can_train_own),
        short=QT_TRANSLATE_NOOP("Commands", "Train once"),
        tip=QT_TRANSLATE_NOOP("Commands", "A batch of nothing but the drawing, with the digit that you give it"),
    ),
    command(
        "own_twenty",
        QT_TRANSLATE_NOOP("Commands", "Train t&wenty times on it"),
        "Ctrl+Shift+F10",
        possible=unless_collecting(lambda now: now.can_train_own),
        short=QT_TRANSLATE_NOOP("Commands", "20 times"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Twenty batches of nothing but the drawing; Undo training takes them back"
        ),
    ),
    command(
        "own_joins",
        QT_TRANSLATE_NOOP("Commands", "My drawing &joins the batch"),
        "Ctrl+J",
        possible=lambda now: now.can_join_own,
        short=QT_TRANSLATE_NOOP("Commands", "joins the batch"),
        tip=QT_TRANSLATE_NOOP("Commands", "The next batches that are stepped through have the drawing among them"),
        checkable=True,
    ),
    command(
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

PAUSE = cast(str, QT_TRANSLATE_NOOP("Commands", "&Pause"))
RESUME = cast(str, QT_TRANSLATE_NOOP("Commands", "&Resume"))
"""What the command "train" is called while a run trains, or is paused."""

FROM_HERE = cast(str, QT_TRANSLATE_NOOP("Commands", "&Train from here"))
"""What it is called while a moment is looked at and nothing trains."""

FROM_HERE_TIP = cast(
    str,
    QT_TRANSLATE_NOOP(
        "Commands",
        "Begin a new run with the network of this moment; its own run stays (Space on the canvas, Ctrl+T)",
    ),
)

STEP_FROM_HERE_TIP = cast(
    str,
    QT_TRANSLATE_NOOP(
        "Commands",
        "Begin a new run with the network of this moment, by one batch (F10); with Shift held to the epoch's end",
    ),
)

MEASURING = cast(
    str, QT_TRANSLATE_NOOP("Commands", "What more data buys is being measured: training waits until that is over")
)
"""Why no run can begin then."""
