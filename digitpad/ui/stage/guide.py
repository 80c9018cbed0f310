"""The guide and the About box."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from digitpad import __version__


def _tr(text: str) -> str:
    return QCoreApplication.translate("Help", text)


GUIDE = """
<h2>A first visit</h2>
<ol>
<li><b>Draw</b> a digit on the black square: with mouse, pen or finger. The right mouse button erases a
stroke. The keys 0 to 9 draw an example.</li>
<li><b>Look</b> at the bars: they show how probable the network finds each digit. A ready-made network answers
first; <b>Reset</b> gives the untrained one, which can only guess. “Sure” means 90 % or more for a drawing that
looks like that digit, “odd” that it does not look like it.</li>
<li><b>Train</b>: the network looks at 60,000 handwritten digits, 128 at a time, and after each batch moves
its weights a little downhill. The curve is the loss of every batch; the bars move with the weights.</li>
<li><b>Draw again.</b> Page Up brings back what was drawn before.</li>
</ol>
<h2>Training in your hand</h2>
<p><b>Pause</b> it in mid-fall, ask what happens next, and take a <b>Step</b>: one batch, with Shift to the end of
the epoch. The <b>learning rate</b> can be changed while it trains; the plot marks where. Every run is kept under
<b>Runs</b>: rename it, hide its curve, let it answer, compare two side by side, continue one that was stopped,
delete one (and undo that). <b>View, Probability history</b> shows the moment the network gets your digit.
<b>Train, Run the loop line by line</b> shows what compiling buys.</p>
<p><b>File, Save session</b> keeps runs, drawings and recipe in one file. What is not saved is written down every
30 seconds and offered again after a crash; <b>Open last session again</b> brings back the one before this.</p>
<h2>What the fields mean</h2>
<p><b>Epochs</b>: how often every image is shown. <b>Batch size</b>: images looked at before the weights change
once. <b>Learning rate</b>: how long each step downhill is; too long, and the loss overflows.
<b>Optimizer</b>: who turns gradients into steps; “SGD by hand” is the three lines of the lesson.
<b>First weights</b>: how the weights are drawn before training. <b>Seed</b>: the same seed gives the same
run.</p>
<h2>Keys</h2>
%keys
"""


KEYS = (
    ("Space, Ctrl+T", "train, pause, go on (Space on the canvas)"),
    ("F10, Shift+F10", "step one batch, one epoch"),
    ("Ctrl+.", "stop"),
    ("Ctrl+R", "reset to the untrained network"),
    ("Ctrl+Shift+N", "new seed"),
    ("Ctrl+M", "ready-made network"),
    ("0 … 9", "draw an example"),
    ("Esc, Delete", "clear the canvas"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo, redo"),
    ("Page Up, Page Down", "other drawings"),
    ("Ctrl+E", "how the network sees it"),
    ("Ctrl+P", "probability history"),
    ("Ctrl+L", "logarithmic loss"),
    ("Ctrl+B", "fold recipe and runs"),
    ("Ctrl+U", "use a run’s network"),
    ("Ctrl+Shift+U, Ctrl+Shift+M", "compare a run, end the comparison"),
    ("Ctrl+G", "continue a run"),
    ("Ctrl+S, Ctrl+O", "save, open a session"),
    ("F1", "this guide"),
)


def _keys() -> str:
    rows = "".join(f"<tr><td><b>{keys}</b></td><td>{_tr(what)}</td></tr>" for keys, what in KEYS)
    return f'<table cellspacing="0" cellpadding="3">{rows}</table>'


def show_guide(parent: QWidget) -> QDialog:
    """Open the guide beside the window, which stays usable."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(_tr("digitpad guide"))
    text = QTextBrowser(dialog)
    font = text.font()
    font.setPixelSize(15)
    text.setFont(font)
    text.setHtml(_tr(GUIDE).replace("%keys", _keys()))
    text.document().setDocumentMargin(16)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.close)
    column = QVBoxLayout(dialog)
    column.addWidget(text)
    column.addWidget(buttons)
    dialog.resize(760, 700)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog


def show_about(parent: QWidget) -> None:
    """Say what digitpad is and whose work it stands on."""
    QMessageBox.about(
        parent,
        _tr("About digitpad"),
        _tr(
            "<h3>digitpad %1</h3>"
            "<p>A drawing pad that shows a class how a neural network learns to read digits.</p>"
            "<p>Network and loop: after François Chollet, <i>Deep Learning with Python</i>, chapter 2.<br>"
            "Images: MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.<br>"
            "Built with Qt for Python, TensorFlow, NumPy and pyqtgraph.</p>"
            "<p>MIT licence.</p>"
        ).replace("%1", __version__),
    )
