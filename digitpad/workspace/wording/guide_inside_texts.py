"""What the guide says of looking inside a network, as HTML: a message for each paragraph."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def inside_text() -> str:
    """Return what the view “Inside” shows, and how a class can be led through it and through time."""
    return "\n".join(
        (
            translate("Guide", "<h2>What did it learn, and why does it say 4?</h2>"),
            *_page_texts(),
            translate(
                "Guide",
                "<p>A lesson: draw a 4, click <b>Reset</b> and open <b>Inside</b> (Ctrl+7). The network is not "
                "trained yet.</p>",
            ),
            *_lesson_texts(),
            translate(
                "Guide",
                "<p>A run of a file that has no moments, as those of earlier versions, cannot be looked back at: "
                "the time line says so.</p>",
            ),
        )
    )


def _page_texts() -> tuple[str, ...]:
    return (
        translate(
            "Guide",
            "<p>The view <b>Inside</b> has three pages. <b>Why?</b> takes the answer’s logit apart. Each pixel’s "
            "share lies over the drawing: orange argues for the digit, blue against it, and all of them and the "
            "biases add up to the logit. With relu that is exact; with tanh and sigmoid what is left over is "
            "written beside. Point at a pixel or at a unit’s light, click to keep it, or go there by the arrow "
            "keys; <b>rather than</b> compares with another digit.</p>",
        ),
        translate(
            "Guide",
            "<p><b>Weights</b> shows each unit of the first layer as a picture, all on one scale: sorted by what "
            "they add to this answer, by size, or by how far they have come since the untrained network (<b>What "
            "changed</b>). They move while the network trains. Point at one to see picture × drawing = sum, and "
            "what comes of it. A network without hidden layers has ten pictures, one for each digit.</p>",
        ),
        translate(
            "Guide",
            "<p><b>Change its mind</b> ranks your strokes by what they argue for; erase one, and see what was "
            "promised beside what happens. A <b>small push</b> changes the pixels so little that nobody is fooled "
            "but the network.</p>",
        ),
    )


def _lesson_texts() -> tuple[str, ...]:
    return (
        "<ol>",
        translate(
            "Guide",
            "<li><b>Weights</b>: they are noise. Click <b>Train</b>, and watch them move until the run has "
            "ended.</li>",
        ),
        translate(
            "Guide",
            "<li>Go back on the <b>time line</b>: press Home there for the untrained network, then → to batch 10, "
            "to 100, and End for now. What does it answer each time? The flag marks since when it stayed "
            "right.</li>",
        ),
        translate(
            "Guide",
            "<li><b>Why?</b> Choose a pixel and read the sentences aloud, from “this pixel argues” to “therefore "
            "4”; a pocket calculator finds the same numbers.</li>",
        ),
        translate(
            "Guide",
            "<li><b>Change its mind</b>: guess which stroke argues most, and erase it. Undo that, and find a "
            "<b>small push</b>: what did the network look at, and what do you?</li>",
        ),
        "</ol>",
    )
