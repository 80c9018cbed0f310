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
                "(Ctrl+E), or the right mouse button, rubs out what it touches; the pen beside it (Ctrl+Alt+P), "
                "or Ctrl+E once more, draws again. The keys 0 to 9 draw an example.</li>",
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
                "gets your digit. <b>Train, The loop line by line</b> shows what compiling buys.</p>",
            ),
            translate(
                "Guide",
                "<p>The <b>time line</b> looks back: drag it to one of its ticks, each a moment of which the run "
                "has kept its weights, or go by Alt+Left and Alt+Right. Answer and views show the network as it "
                "was then, while training goes on; F4 or Esc returns to now. A flag marks since when it reads "
                "what is drawn. <b>Train from here</b> begins a new run at the moment that is shown.</p>",
            ),
            translate(
                "Guide",
                "<p><b>Runs, Take it home</b> makes a Python script or a notebook of a run, in the lesson's way "
                "or in Keras', which trains it again with TensorFlow and NumPy alone.</p>",
            ),
            translate(
                "Guide",
                "<p>Recipes can wait in a <b>queue</b>, in the view Runs, and train one after the other. <b>Try "
                "learning rates</b> (F5) and <b>Try optimizers</b> (Shift+F5) fill it with runs that differ in "
                "this alone, show their curves by themselves, and say which was the best.</p>",
            ),
            translate(
                "Guide",
                "<p>Write <b>several digits</b> side by side, such as 42: each gets a box and an answer of its "
                "own, with a question mark where that is not sure. The bars and all views follow the one with the "
                "thick box: the newest, or the one chosen by the buttons below the canvas, by Ctrl+Page Up or "
                "Ctrl+Page Down. A <b>stray dot</b> far from the digit gets a dashed ring and is left out of the "
                "answer; Ctrl+Delete removes all of them.</p>",
            ),
            translate(
                "Guide",
                "<p><b>Next test picture at random</b> (Ctrl+I) hangs one of MNIST’s test images before the "
                "canvas, in a golden frame: answer and views follow it. Guess first; <b>Say which picture it "
                "is</b> (Ctrl+Shift+I) tells its number and label. Esc or a stroke brings the canvas back, with "
                "what was drawn there. Pictures chosen in a gallery can hang there too (Ctrl+Alt+I), or be the "
                "next batch: <b>Train one batch on these pictures</b>.</p>",
            ),
            translate(
                "Guide",
                "<p>For the last row: <b>F11</b> gives the projector all of the screen, Ctrl and + enlarge the "
                "letters. The menu <b>View</b> has colours and languages, and puts a view into a window of its "
                "own.</p>",
            ),
            translate(
                "Guide",
                "<p><b>File, Save session</b> keeps runs, drawings, the class’s digits and recipe in one file. "
                "What is not saved is written down within seconds and offered again after a crash; <b>Open last "
                "session again</b> brings back the one before this.</p>",
            ),
            translate(
                "Guide",
                "<p>A run also keeps moments: its weights after 0, 1, 3, 10, 30, 100 … batches, at its end, and "
                "around what is done to it by hand. A session’s file has them if <b>File, Keep moments in session "
                "files</b> is chosen.</p>",
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


def step_text() -> str:
    """Return what the view of the training step shows."""
    return "\n".join(
        (
            translate("Guide", "<h2>Inside one step</h2>"),
            translate(
                "Guide",
                "<p>The view <b>Step</b> goes through one training step on the lesson’s own lines. Left "
                "stands the code, with the line that Python runs next; right, what the lines have made. "
                "<b>Next card</b> (F6) goes on to the next part, <b>Next line</b> (Ctrl+F6) by a line, "
                "<b>Back</b> (Shift+F6) shows what was; past the update it takes that back. A run that "
                "trains pauses; without one, Next card begins one. After seven cards the run has learnt from "
                "one batch more:</p>",
            ),
            "<ol>",
            translate("Guide", "<li><b>Batch</b>: the pictures that the step learns from, and their labels.</li>"),
            translate(
                "Guide",
                "<li><b>Forward</b>: each layer’s multiplication, and the answers. Click on a picture, or go "
                "there by the arrow keys, to see its own.</li>",
            ),
            translate("Guide", "<li><b>Loss</b>: −log of the probability that each picture’s label got.</li>"),
            translate("Guide", "<li><b>Mean</b>: one number for the batch, the next dot of the plot.</li>"),
            translate(
                "Guide",
                "<li><b>Gradients</b>: how the loss changes with each weight. <b>Check this slope</b>: "
                "choose a weight in the picture, push it with the slider, and see whether the losses follow "
                "the tangent.</li>",
            ),
            translate(
                "Guide",
                "<li><b>Update</b>: the weight’s step, as a pocket calculator finds it, and how far each "
                "tensor has moved.</li>",
            ),
            translate(
                "Guide",
                "<li><b>Again</b>: the same batch by the new weights: its loss, and which answers have "
                "changed.</li>",
            ),
            "</ol>",
            *_class_texts(),
        )
    )


def _class_texts() -> tuple[str, ...]:
    return (
        translate(
            "Guide",
            "<p><b>Guess first</b> asks before the gradients whether the weight will go up or down, and "
            "before the last card to what the loss will fall; the truth is then drawn beside the guess.</p>",
        ),
        translate(
            "Guide",
            "<p><b>My drawing</b>: between two steps, say which digit it is, the right one or not. <b>Train "
            "once</b> and <b>20 times</b> learn from nothing else; a sentence says what that did to the "
            "drawing’s answer and to a sample of the test images. <b>Undo training</b> (Ctrl+Shift+R) takes "
            "it back. With <b>joins the batch</b> it is the first picture of the batches that you step "
            "through.</p>",
        ),
        translate(
            "Guide",
            "<p>Stop, Reset, Train and Save session give up a step that waits at a line: its run is as "
            "before.</p>",
        ),
    )


def testing_text() -> str:
    """Return what the view of the test shows."""
    return "\n".join(
        (
            translate("Guide", "<h2>Which ones does it get wrong?</h2>"),
            translate(
                "Guide",
                "<p>The view <b>Test</b> lets the network that answers read MNIST’s test images, a sample of its "
                "training images, our digits, or a file of drawings: after each epoch, each pause, and whenever "
                "another network answers. A row of the <b>matrix</b> is a true digit, a column an answer; the "
                "larger a square, the more mistakes. A click on a cell, or Enter, shows its pictures, the surest "
                "first; the arrow keys go from cell to cell, Home goes to the row’s head, and Enter there shows "
                "the whole row. Grey figures are those of an earlier network, or of earlier labels.</p>",
            ),
            translate(
                "Guide",
                "<p><b>Suspected labels</b> are the pictures where the network is sure of another digit than the "
                "label says: MNIST has some that are labelled wrongly. While two networks are compared, "
                "<b>difference</b> shows what the one has more of than the other: full squares are worse, hollow "
                "ones better.</p>",
            ),
            translate(
                "Guide",
                "<p><b>Who is right?</b> hides labels and answers. The class says what a picture is (keys 0 to "
                "9), sees both, and goes on with Enter; the score is of the class against the network. The "
                "pictures are those that are open; if none are, all mistakes, and as many of which the network "
                "was right, but hardly sure.</p>",
            ),
        )
    )


def classroom_text() -> str:
    """Return what the view of the class's own digits is for."""
    return "\n".join(
        (
            translate("Guide", "<h2>Does it know our sevens?</h2>"),
            translate(
                "Guide",
                "<p>The view <b>Class</b> lets the pen go round. <b>Collect our digits</b> (Ctrl+K) asks each pen "
                "for each digit, in an order drawn by lot: Enter takes the drawing, Backspace takes the last one "
                "back, Ctrl+Enter passes the pen. Nobody’s name is kept, only numbers of pens; the answer is "
                "hidden, so that it does not sway the hand. What is taken is written down at once.</p>",
            ),
            translate(
                "Guide",
                "<p>What does not look like its digit is set aside, until the class has looked at it under <b>Our "
                "digits</b> and said what becomes of it: <b>Keep</b>, another label (keys 0 to 9), or <b>Drop</b> "
                "(Delete). All of that can be undone. The menu <b>Class</b> adds digits of other groups and "
                "computers, none of them twice, saves ours, and exports them for Keras.</p>",
            ),
        )
    )


def using_text() -> str:
    """Return what the class's own digits can be used for."""
    return "\n".join(
        (
            translate("Guide", "<h2>What do our digits buy?</h2>"),
            translate(
                "Guide",
                "<p>The page <b>Use</b> of the view <b>Class</b> (Ctrl+Alt+U) says which of our digits are "
                "learnt from and which are <b>held out</b>: whole pens, where each drawing has one, so that a "
                "test asks how the digits of other people are read. Choose how many per cent. <b>Train on "
                "this</b> begins a run on our digits, on MNIST or on both; <b>Test on those held out</b> tests "
                "whichever network answers.</p>",
            ),
            translate(
                "Guide",
                "<p><b>What more data buys</b> trains networks on more and more of our digits, each time with "
                "all of before, and all by the same number of updates: fewer drawings are shown more often. Dots "
                "are their accuracy on what is held out, bars one standard error: where they overlap, the "
                "difference may be chance. All ten digits are learnt, also those that the recipe leaves out. "
                "No run trains meanwhile, and none is added to the list.</p>",
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
    ) + translate(
        "Guide",
        "<p>The lesson begins and ends with <b>Keras' own</b> compile and fit. The view <b>Keras</b> (Ctrl+8) "
        "shows them with the recipe's values; <b>Train, Keras' own fit</b> lets new runs train by them, on the "
        "same batches and from the same first weights: the losses are the same, and the view says how fast both "
        "are.</p>",
    )
