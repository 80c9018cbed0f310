"""What the guide says of experiments: what a class can change of a recipe, and a lesson of it, as HTML."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def experiments_text() -> str:
    """Return a lesson on what matters: one thing is changed at a time."""
    return "\n".join(
        (
            translate("Guide", "<h2>What matters? A lesson of experiments</h2>"),
            translate(
                "Guide",
                "<p>An experiment changes one thing of the recipe and trains again. All else stays, the seed too, "
                "so what differs in the curves comes of that one thing; runs’ names say what it is. Click "
                "<b>Change</b>, let the class guess what will happen, and train:</p>",
            ),
            "<ol>",
            *_network_and_data(),
            *_overfitting(),
            *_keras_and_home(),
            "</ol>",
            translate(
                "Guide",
                "<p>One run proves little: with another <b>seed</b> the same recipe ends a little better or "
                "worse. What is smaller than that may be chance. README has a table of such experiments, each "
                "with three seeds.</p>",
            ),
        )
    )


def _network_and_data() -> tuple[str, ...]:
    return (
        translate(
            "Guide",
            "<li><b>No hidden layer</b>: click × beside the layer. 784 pixels lead straight to ten digits, and "
            "7,850 parameters are left. How much worse is it? The view Inside shows what each digit is then: one "
            "picture.</li>",
        ),
        translate(
            "Guide",
            "<li><b>100 images</b>: write 100 in <b>Number of images</b>. An epoch is one batch then, so choose "
            "100 epochs. <b>Others</b> chooses other images: how much does it matter which?</li>",
        ),
        translate(
            "Guide",
            "<li><b>Wrong labels</b>: tell the network a wrong digit for 20 %, then for 50 % of the images. The "
            "labels of the test stay true: how much does it still read right?</li>",
        ),
        translate(
            "Guide",
            "<li><b>A digit never seen</b>: click the 7 away in <b>Digits that it sees</b>, train, and draw a 7. "
            "What is it taken for, and how sure is the network?</li>",
        ),
        translate(
            "Guide",
            "<li><b>Zeros</b>: choose <b>First weights</b>, all zeros. The loss stays at 2.3, which is −log of "
            "1/10: it guesses. A sentence below the field says why. Without a hidden layer zeros do no "
            "harm.</li>",
        ),
    )


def _overfitting() -> tuple[str, ...]:
    return (
        translate(
            "Guide",
            "<li><b>Overfitting</b>: 1,000 images, batches of 32, 30 epochs, and 10 % <b>held out for "
            "validation</b>: images that it never learns from. Switch on <b>Training, validation, test</b> "
            "(Ctrl+Alt+V). In training the loss falls to 0, in validation it rises again after the best epoch "
            "(★): the network learns its images by heart, and the gap grows.</li>",
        ),
        translate(
            "Guide",
            "<li>What helps? Try <b>Patience</b>, the best epoch’s weights, <b>weight decay</b>, images that are "
            "shifted and scaled, and more images. Choose by validation: who chooses by the test set no longer "
            "knows how new images are read.</li>",
        ),
    )


def _keras_and_home() -> tuple[str, ...]:
    return (
        translate(
            "Guide",
            "<li><b>Keras beside it</b>: train a recipe, choose <b>Train, Keras’ own fit</b>, and train it once "
            "more. The view Keras (Ctrl+8) says how fast both were, and how little their losses differ.</li>",
        ),
        translate(
            "Guide",
            "<li><b>Take it home</b>: choose a run in the view Runs and press Ctrl+H. The script trains it again "
            "on a computer without digitpad.</li>",
        ),
    )


def data_text() -> str:
    """Return what a network can be given to learn from."""
    return "\n".join(
        (
            translate("Guide", "<h2>What if it had only 100 images?</h2>"),
            translate(
                "Guide",
                "<p>Under <b>Data</b> the recipe says what the next run learns from: how many images, evenly of "
                "each digit, and <b>Others</b> chooses others of them; which digits it ever sees, so that a class "
                "can ask what it calls a 7 that it has never seen; whether images are shifted and scaled anew in "
                "each epoch; whether they are shuffled or come digit after digit; and how many labels are wrong. "
                "A line below says what an epoch is then. Runs’ names say in what their data differs.</p>",
            ),
        )
    )
