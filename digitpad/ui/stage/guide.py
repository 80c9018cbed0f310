"""The guide and the About box."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from digitpad import __version__
from digitpad.ui.stage.actions import Actions, key_rows
from digitpad.ui.views.host import ViewHost

SIZE = (760, 700)
LETTER_PIXELS = 15
MARGIN = 16


def guide_text() -> str:
    """Return what there is to do and to see, as HTML."""
    return QCoreApplication.translate(
        "Guide",
        """
<h2>A first visit</h2>
<ol>
<li><b>Draw</b> a digit on the black square: with mouse, pen or finger. The right mouse button erases a
stroke. The keys 0 to 9 draw an example.</li>
<li><b>Look</b> at the bars: they show how probable the network finds each digit. A ready-made network answers
first; <b>Reset</b> gives the untrained one, which can only guess. “Sure” means 90 % or more for a drawing that
looks like that digit; one that does not look like it is said to be so.</li>
<li><b>Train</b>: the network looks at 60,000 handwritten digits, 128 at a time, and after each batch moves
its weights a little downhill. The curve is the loss of every batch; the bars move with the weights.</li>
<li><b>Watch the fall</b>: the slider beside Train says how many batches pass in a second. “Watch the fall” begins
slowly and ends fast; at full speed (F9) the fall is over in a tenth of a second.</li>
<li><b>Draw again.</b> Page Up brings back what was drawn before.</li>
</ol>
<h2>Training in your hand</h2>
<p><b>Change</b> opens the recipe: what the next run is made of. <b>Pause</b> a run in mid-fall, ask what happens
next, and take a <b>Step</b>: one batch, with Shift to the end of the epoch. The <b>learning rate</b> can be
changed while it trains; the plot marks where. Every run is kept under
<b>Runs</b>, above the plot: rename it, hide its curve, let it answer, compare two side by side, continue one that
was stopped, delete one (and undo that). <b>View, Probability history</b> shows the moment the network gets your
digit. <b>Train, Run the loop line by line</b> shows what compiling buys.</p>
<p>For the last row: <b>F11</b> gives the projector all of the screen, Ctrl and + enlarge the letters. The menu
<b>View</b> has colours and languages, and puts a view into a window of its own.</p>
<p><b>File, Save session</b> keeps runs, drawings and recipe in one file. What is not saved is written down every
30 seconds and offered again after a crash; <b>Open last session again</b> brings back the one before this.</p>
<h2>What the fields mean</h2>
<p><b>Images</b>: MNIST as it is, or varied anew each epoch for other pens, shuffled or in its own order.
<b>Epochs</b>: how often every image is shown. <b>Batch size</b>: images looked at before the weights change
once. <b>Learning rate</b>: how long each step downhill is; too long, and the loss overflows. <b>Schedule</b>: how
it goes through the run. <b>Optimizer</b>: who turns gradients into steps; “SGD by hand” is the three lines of the
lesson. <b>First weights</b>: how the weights are drawn before training. <b>Seed</b>: the same seed gives the same
run.</p>
""",
    )


def lesson_text() -> str:
    """Return where the lesson's own code is, as HTML."""
    return QCoreApplication.translate(
        "Guide",
        """
<h2>The lesson's own code</h2>
<p>What trains is the page of the book itself: <b>digitpad/textbook/network.py</b> and <b>training.py</b>. Try it
at a Python prompt:</p>
<pre>from digitpad.textbook.network import NaiveDense, NaiveSequential
from digitpad.textbook.training import fit</pre>
<p>README goes on from there to a trained network.</p>
""",
    )


def other_keys() -> list[tuple[str, str]]:
    """Return the keys that belong to no command: where, and what they do."""
    return [
        (
            QCoreApplication.translate("Guide", "Space"),
            QCoreApplication.translate("Guide", "on the canvas: train, pause, go on"),
        ),
        ("0 … 9", QCoreApplication.translate("Guide", "on the canvas: draw an example")),
        ("F2", QCoreApplication.translate("Guide", "in the list of runs: rename")),
    ]


def table_of_keys(
    actions: Actions,
    views: ViewHost,
    key_format: QKeySequence.SequenceFormat = QKeySequence.SequenceFormat.NativeText,
) -> list[tuple[str, str]]:
    """Return all keys and what they do, made from the commands themselves."""
    rows = key_rows([*actions.all(), *views.actions()])
    own = [(", ".join(key.toString(key_format) for key in keys), what) for keys, what in rows]
    return [*other_keys(), *own]


class Guide(QObject):
    """Shows the guide beside the window, which stays usable; there is one guide, however often it is asked for."""

    def __init__(self, window: QWidget, actions: Actions, views: ViewHost) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._views = views
        self._dialog: QDialog | None = None
        self._text: QTextBrowser | None = None

    def show(self) -> None:
        """Open the guide, or bring it to the front."""
        if self._dialog is None:
            self._dialog = self._made()
            self.translate()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def translate(self) -> None:
        """Say it in the program's language, once the commands speak it; it stays where it was scrolled to."""
        if self._dialog is None or self._text is None:
            return
        self._dialog.setWindowTitle(self.tr("digitpad guide"))
        bar = self._text.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        rows = "".join(
            f"<tr><td><b>{keys}</b></td><td>{what}</td></tr>"
            for keys, what in table_of_keys(self._actions, self._views)
        )
        heading = self.tr("Keys")
        self._text.setHtml(
            f'{guide_text()}{lesson_text()}<h2>{heading}</h2><table cellspacing="0" cellpadding="3">{rows}</table>'
        )
        self._text.document().setDocumentMargin(MARGIN)
        bar.setValue(round(share * bar.maximum()))

    def _made(self) -> QDialog:
        dialog = QDialog(self._window)
        text = self._text = QTextBrowser(dialog)
        font = text.font()
        font.setPixelSize(LETTER_PIXELS)
        text.setFont(font)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
        buttons.rejected.connect(dialog.close)
        column = QVBoxLayout(dialog)
        column.addWidget(text)
        column.addWidget(buttons)
        dialog.resize(*SIZE)
        return dialog


def show_about(parent: QWidget) -> None:
    """Say what digitpad is and whose work it stands on."""
    text = QCoreApplication.translate(
        "Guide",
        "<h3>digitpad {version}</h3>"
        "<p>A drawing pad that shows a class how a neural network learns to read digits.</p>"
        "<p>Network and loop: after François Chollet, <i>Deep Learning with Python</i>, chapter 2.<br>"
        "Images: MNIST, by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.<br>"
        "Built with Qt for Python, TensorFlow, NumPy and pyqtgraph.</p>"
        "<p>MIT licence.</p>",
    ).format(version=__version__)
    QMessageBox.about(parent, QCoreApplication.translate("Guide", "About digitpad"), text)
