"""The commands for files, drawings, views and help."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from digitpad.workspace.commands.command import command, unless_collecting, while_idle

STANDARD = QKeySequence.StandardKey

FILE = (
    command("open", QT_TRANSLATE_NOOP("Commands", "&Open session …"), STANDARD.Open),
    command(
        "open_last",
        QT_TRANSLATE_NOOP("Commands", "Open &last session again"),
        "Ctrl+Shift+T",
        possible=lambda now: now.has_last,
    ),
    command("save", QT_TRANSLATE_NOOP("Commands", "&Save session"), STANDARD.Save),
    command("save_as", QT_TRANSLATE_NOOP("Commands", "Save session &as …"), "Ctrl+Shift+S"),
    command(
        "save_moments",
        QT_TRANSLATE_NOOP("Commands", "Keep &moments in session files"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "The networks as they were during training are saved too; the file becomes larger"
        ),
        checkable=True,
    ),
    command("open_network", QT_TRANSLATE_NOOP("Commands", "Open &network …"), "Ctrl+Shift+O", possible=while_idle),
    command("save_network", QT_TRANSLATE_NOOP("Commands", "Save net&work …"), "Ctrl+Alt+S"),
    command(
        "open_drawings",
        QT_TRANSLATE_NOOP("Commands", "Open &drawings …"),
        "Ctrl+D",
        possible=unless_collecting(),
    ),
    command(
        "test_on_file",
        QT_TRANSLATE_NOOP("Commands", "&Test on drawings …"),
        "Ctrl+Alt+T",
        possible=unless_collecting(),
        short=QT_TRANSLATE_NOOP("Commands", "Open a file …"),
        tip=QT_TRANSLATE_NOOP("Commands", "Test the network on a file of drawings that have a label (Ctrl+Alt+T)"),
    ),
    command("save_drawings", QT_TRANSLATE_NOOP("Commands", "Save d&rawings …"), "Ctrl+Shift+D"),
    command("export_plot", QT_TRANSLATE_NOOP("Commands", "Export &plot …"), "Ctrl+Shift+P"),
    command("copy_plot", QT_TRANSLATE_NOOP("Commands", "&Copy plot"), "Ctrl+Shift+C"),
    command("export_keras", QT_TRANSLATE_NOOP("Commands", "Export network for &Keras …"), "Ctrl+Shift+K"),
    command("quit", QT_TRANSLATE_NOOP("Commands", "&Quit"), "Ctrl+Q"),
)
EDIT = (
    command(
        "undo",
        QT_TRANSLATE_NOOP("Commands", "&Undo"),
        STANDARD.Undo,
        possible=lambda now: now.can_undo,
        short=QT_TRANSLATE_NOOP("Commands", "Undo"),
    ),
    command(
        "redo",
        QT_TRANSLATE_NOOP("Commands", "&Redo"),
        STANDARD.Redo,
        possible=lambda now: now.can_redo,
        short=QT_TRANSLATE_NOOP("Commands", "Redo"),
    ),
    command(
        "pen",
        QT_TRANSLATE_NOOP("Commands", "&Pen"),
        "Ctrl+Alt+P",
        tip=QT_TRANSLATE_NOOP("Commands", "Draw with the pen (Ctrl+Alt+P)"),
        checkable=True,
    ),
    command(
        "eraser",
        QT_TRANSLATE_NOOP("Commands", "&Eraser"),
        "Ctrl+E",
        tip=QT_TRANSLATE_NOOP(
            "Commands",
            "Rub out the strokes that are touched (Ctrl+E, once more for the pen; or the right button)",
        ),
        checkable=True,
    ),
    command("clear", QT_TRANSLATE_NOOP("Commands", "&Clear"), "Delete"),
    command(
        "remove_strays",
        QT_TRANSLATE_NOOP("Commands", "Remove &stray dots"),
        "Ctrl+Del",
        possible=lambda now: now.has_strays,
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Take away the tiny strokes far from the digit, which are left out of it (Ctrl+Delete)"
        ),
    ),
    command(
        "previous_digit",
        QT_TRANSLATE_NOOP("Commands", "Digit to the &left"),
        "Ctrl+PgUp",
        possible=unless_collecting(lambda now: now.has_digits),
        tip=QT_TRANSLATE_NOOP("Commands", "Look at the next digit to the left in the drawing (Ctrl+Page Up)"),
    ),
    command(
        "next_digit",
        QT_TRANSLATE_NOOP("Commands", "Digit to the ri&ght"),
        "Ctrl+PgDown",
        possible=unless_collecting(lambda now: now.has_digits),
        tip=QT_TRANSLATE_NOOP("Commands", "Look at the next digit to the right in the drawing (Ctrl+Page Down)"),
    ),
    command(
        "previous",
        QT_TRANSLATE_NOOP("Commands", "Pre&vious drawing"),
        "PgUp",
        possible=unless_collecting(lambda now: now.has_previous),
    ),
    command(
        "next",
        QT_TRANSLATE_NOOP("Commands", "&Next drawing"),
        "PgDown",
        possible=unless_collecting(lambda now: now.has_next),
    ),
    command(
        "random_picture",
        QT_TRANSLATE_NOOP("Commands", "Next &test picture at random"),
        "Ctrl+I",
        possible=unless_collecting(),
        tip=QT_TRANSLATE_NOOP("Commands", "One of MNIST’s test images takes the canvas’s place (Ctrl+I)"),
    ),
    command(
        "on_easel",
        QT_TRANSLATE_NOOP("Commands", "The ch&osen picture onto the easel"),
        "Ctrl+Alt+I",
        possible=unless_collecting(lambda now: now.has_chosen),
        short=QT_TRANSLATE_NOOP("Commands", "Onto the easel"),
        tip=QT_TRANSLATE_NOOP(
            "Commands", "The picture takes the canvas’s place: answer and views follow it (Ctrl+Alt+I)"
        ),
    ),
    command(
        "exhibit_label",
        QT_TRANSLATE_NOOP("Commands", "Say &which picture it is"),
        "Ctrl+Shift+I",
        tip=QT_TRANSLATE_NOOP(
            "Commands", "Number and label stand below a picture on the easel; else the class can guess"
        ),
        checkable=True,
    ),
    command(
        "to_canvas",
        QT_TRANSLATE_NOOP("Commands", "&Back to the canvas"),
        possible=lambda now: now.has_exhibit,
        tip=QT_TRANSLATE_NOOP("Commands", "Take the picture off the easel (Esc); drawing does it too"),
    ),
)
VIEW = (
    command(
        "recipe",
        QT_TRANSLATE_NOOP("Commands", "Change the &recipe"),
        "Ctrl+B",
        short=QT_TRANSLATE_NOOP("Commands", "Change"),
        tip=QT_TRANSLATE_NOOP("Commands", "What the next run is made of (Ctrl+B)"),
        checkable=True,
    ),
    command("tear_off", QT_TRANSLATE_NOOP("Commands", "View in a &window of its own"), "Ctrl+Shift+V"),
    command("projector", QT_TRANSLATE_NOOP("Commands", "Pro&jector mode"), "F11", checkable=True),
    command("larger", QT_TRANSLATE_NOOP("Commands", "Lar&ger letters"), "Ctrl++", "Ctrl+="),
    command("smaller", QT_TRANSLATE_NOOP("Commands", "S&maller letters"), "Ctrl+-"),
    command("usual", QT_TRANSLATE_NOOP("Commands", "Us&ual letters"), "Ctrl+0"),
    command("language_en", QT_TRANSLATE_NOOP("Commands", "&English"), checkable=True),
    command("language_vi", QT_TRANSLATE_NOOP("Commands", "Tiếng &Việt"), checkable=True),
    command("scheme_system", QT_TRANSLATE_NOOP("Commands", "Colours of the s&ystem"), checkable=True),
    command("scheme_light", QT_TRANSLATE_NOOP("Commands", "L&ight colours"), checkable=True),
    command("scheme_dark", QT_TRANSLATE_NOOP("Commands", "&Dark colours"), checkable=True),
)
HELP = (
    command("help", QT_TRANSLATE_NOOP("Commands", "digitpad &guide"), STANDARD.HelpContents),
    command("about", QT_TRANSLATE_NOOP("Commands", "&About digitpad")),
)
