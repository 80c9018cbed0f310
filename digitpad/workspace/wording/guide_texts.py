"""The texts of the guide, as HTML: a message for each paragraph."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def guide_text() -> str:
    """Return what there is to do and to see."""
    return "\n".join(
        (
            translate("Guide", "<h2>A first visit</h2>"),
            "<ol>",
            translate(
                "Guide",
                "<li><b>Draw</b> a digit on the black square: with mouse, pen or finger. The eraser below it "
                "(Ctrl+E), or the right mouse button, rubs out what it touches. The keys 0 to 9 draw an "
                "example.</li>",
            ),
            translate(
                "Guide",
                "<li><b>Look</b> at the bars: they show how probable the network finds each digit. A ready-made "
                "network answers first; <b>Reset</b> gives the untrained one, which can only guess, and <b>Undo "
                "training</b> takes that back. “Sure” means 90 % or more for a drawing that looks like that "
                "digit; one that does not look like it is said to be so.</li>",
            ),
            translate(
                "Guide",
                "<li><b>Train</b>: the network looks at 60,000 handwritten digits, 128 at a time, and after "
                "each batch moves its weights a little downhill. The curve is the loss of every batch, the "
                "untrained network's at 0; the bars move with the weights.</li>",
            ),
            translate(
                "Guide",
                "<li><b>Watch the fall</b>: the slider beside Train says how many batches pass in a second. "
                "“Watch the fall” begins slowly and ends fast; at full speed (F9) the fall is over in a tenth "
                "of a second.</li>",
            ),
            translate("Guide", "<li><b>Draw again.</b> Page Up brings back what was drawn before.</li>"),
            "</ol>",
            translate("Guide", "<h2>Training in your hand</h2>"),
            translate(
                "Guide",
                "<p><b>Change</b> opens the recipe: what the next run is made of. <b>Pause</b> a run in mid-fall, "
                "ask what happens next, and take a <b>Step</b>: one batch, with Shift to the end of the epoch; "
                "<b>Undo training</b> takes it back. The <b>learning rate</b> can be changed while it trains; the "
                "plot marks where. The switch above the plot adds the <b>accuracy</b>: a line for 1,000 of the "
                "test images while it trains, a dot for all 10,000 after each epoch. The wheel <b>zooms</b> into "
                "the plot, dragging moves it, a double click (Ctrl+9) shows all. Every run is kept under "
                "<b>Runs</b>, above the plot; a click on its name at the plot hides its curve. Rename it, let it "
                "answer, compare two side by side, continue one that was stopped, give a finished one another "
                "epoch, delete one (and undo that). <b>View, Probability history</b> shows the moment the network "
                "gets your digit. <b>Train, Run the loop line by line</b> shows what compiling buys.</p>",
            ),
            translate(
                "Guide",
                "<p>For the last row: <b>F11</b> gives the projector all of the screen, Ctrl and + enlarge the "
                "letters. The menu <b>View</b> has colours and languages, and puts a view into a window of its "
                "own.</p>",
            ),
            translate(
                "Guide",
                "<p><b>File, Save session</b> keeps runs, drawings and recipe in one file. What is not saved is "
                "written down every 30 seconds and offered again after a crash; <b>Open last session again</b> "
                "brings back the one before this.</p>",
            ),
            translate("Guide", "<h2>What the fields mean</h2>"),
            translate(
                "Guide",
                "<p><b>Images</b>: MNIST as it is, or varied anew each epoch for other pens, shuffled or in its "
                "own order. <b>Epochs</b>: how often every image is shown. <b>Batch size</b>: images looked at "
                "before the weights change once. <b>Learning rate</b>: how long each step downhill is; too "
                "long, and the loss overflows. <b>Schedule</b>: how it goes through the run. <b>Optimizer</b>: "
                "who turns gradients into steps; “SGD by hand” is the three lines of the lesson. <b>First "
                "weights</b>: how the weights are drawn before training. <b>Seed</b>: the same seed gives the "
                "same run.</p>",
            ),
        )
    )


def lesson_text() -> str:
    """Return where the lesson's own code is, as HTML."""
    return translate(
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
