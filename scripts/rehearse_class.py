"""Hold the lesson on the class's own digits through the real window, and say what it shows.

Usage: python scripts/rehearse_class.py FILE [--writers 30] [--held-out 10] [--each 2] [--seeds 3] [--mix 0.5]

FILE has drawings of many writers, known by their pens or their sources. Off-screen, by mouse and keys: each writer
takes the pen and draws what is asked for; what was set aside is kept; whole pens are held out. Then it trains on
MNIST, on ours and on both, with several seeds, and prints the accuracy on the held-out writers with what chance
would change of it. "No difference" is a result. Takes some minutes.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from digitpad.app import prepare_process  # noqa: E402

prepare_process()

import numpy as np  # noqa: E402
from measures.visit import mouse  # noqa: E402
from measures.waiting import until_true  # noqa: E402
from PySide6.QtCore import QEvent, QSettings, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from rehearsing.scores import Right, table  # noqa: E402
from rehearsing.writers import Writers  # noqa: E402

from digitpad.arrays import CLASSES, WHITE  # noqa: E402
from digitpad.document.classroom.class_pictures import MOST_HELD_OUT  # noqa: E402
from digitpad.drawing.stroke_files import read_drawings  # noqa: E402
from digitpad.drawing.strokes import Drawing  # noqa: E402
from digitpad.engines.pacing import FULL  # noqa: E402
from digitpad.errors import UserError  # noqa: E402
from digitpad.runs.recipe import KERAS_RECIPE, Recipe  # noqa: E402
from digitpad.ui.application import make_application  # noqa: E402
from digitpad.ui.stage.main_window import MainWindow  # noqa: E402
from digitpad.workspace.classroom.collector import News  # noqa: E402
from digitpad.workspace.keeping.settings import Settings  # noqa: E402
from digitpad.workspace.training.training import State  # noqa: E402
from digitpad.workspace.wording.sentences import sentence  # noqa: E402

PATIENCE_SECONDS = 600.0
"""For TensorFlow, or a run, on a busy computer."""

OURS_EPOCHS = 100
"""On ours alone: an epoch has a few batches only."""

MNIST, OURS, BOTH = "MNIST", "ours", "both"


def wait(condition: Any, what: str) -> None:
    """Let the window work until the condition holds."""
    if not until_true(condition, PATIENCE_SECONDS):
        raise SystemExit(f"after {PATIENCE_SECONDS:.0f} s: {what}")


def draw(window: MainWindow, drawing: Drawing) -> None:
    """Draw with the mouse."""
    for stroke in drawing.strokes:
        mouse(window, QEvent.Type.MouseButtonPress, stroke[0])
        for point in stroke[1:]:
            mouse(window, QEvent.Type.MouseMove, point)
        mouse(window, QEvent.Type.MouseButtonRelease, stroke[-1])


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def collect(window: MainWindow, writers: Writers, pens: int, each: int) -> None:
    """Pass the pen through the class, each pen giving each digit so many times."""
    space: Any = window.workspace
    collector = space.collector
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    collector.set_pens(pens)
    for pen in range(1, pens + 1):
        for _ in range(each * CLASSES):
            draw(window, writers.draw(collector.pen, collector.prompt))
            press(window, Qt.Key.Key_Return)
            if collector.news is News.SEVERAL:  # the writer knows better
                press(window, Qt.Key.Key_Return)
        print(f"pen {pen} has drawn", flush=True)
        press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Escape)


def keep_what_is_aside(window: MainWindow) -> int:
    """Let the class keep all that was set aside, as it was meant; return how many those were."""
    view: Any = window.views["class"]
    count = len(window.workspace.class_drawings.content.aside)
    if count:
        QTest.mouseClick(view.collecting.aside, Qt.MouseButton.LeftButton)
        view.digits.gallery.choose(range(count))
        QTest.mouseClick(view.digits.keep, Qt.MouseButton.LeftButton)
    return count


def train(window: MainWindow, recipe: Recipe) -> None:
    """Train by this recipe to the end."""
    space = window.workspace
    space.draft.write(recipe)
    window.actions_["train"].trigger()
    wait(lambda: space.training.state is not State.IDLE or space.runs.current is not None, "nothing trains")
    wait(lambda: space.training.state is State.IDLE and space.is_quiet, "a run does not end")


def recipes(mix: float, seed: int) -> dict[str, Recipe]:
    """Return what is trained by, for this seed."""
    usual = replace(KERAS_RECIPE, seed=seed)
    data: Any = usual.data
    return {
        MNIST: usual,
        OURS: replace(usual, epochs=OURS_EPOCHS, data=replace(data, mix=1.0)),
        BOTH: replace(usual, data=replace(data, mix=mix)),
    }


def what_trains(mix: float, ours: int) -> str:
    """Return how it is trained, as a sentence; ``ours`` are the class's drawings to learn from."""
    usual = KERAS_RECIPE
    epochs = f"{usual.epochs} epochs of {usual.data.size:,} images"
    return (
        f"The article's Keras recipe, batches of {usual.batch_size}: {epochs} of MNIST; {OURS_EPOCHS} epochs of "
        f"our {ours}; {epochs}, {100 * mix:.0f} % of them ours, repeated evenly."
    )


def rehearse(window: MainWindow, writers: Writers, options: argparse.Namespace) -> Sequence[str]:
    """Hold the lesson; return what is to be said of it."""
    space: Any = window.workspace
    space.material.hold_out(options.held_out / options.writers)
    start = time.monotonic()
    collect(window, writers, options.writers, options.each)
    doubtful = keep_what_is_aside(window)
    wait(lambda: space.material.is_ready, "the digits are not made ready")
    material = space.material.newest
    lines = [
        f"{len(space.class_drawings)} digits of {options.writers} pens, {doubtful} of them set aside and kept, in "
        f"{time.monotonic() - start:.0f} s; held out are the pens {', '.join(map(str, material.split.pens))}.",
        what_trains(options.mix, len(material.split.train)),
        "",
    ]
    window.load_tensorflow()
    wait(lambda: space.readiness.is_known, "TensorFlow is not there")
    test = material.ours.held_out
    pens = np.array([material.drawings[place].pen or 0 for place in material.split.test])
    right: dict[str, list[np.ndarray[Any, Any]]] = {MNIST: [], OURS: [], BOTH: []}
    for seed in range(options.seeds):
        for name, recipe in recipes(options.mix, seed).items():
            train(window, recipe)
            answers = space.network.snapshot.probabilities(test.images.astype(np.float32) / WHITE)
            right[name].append(answers.argmax(axis=1) == test.labels)
            print(f"seed {seed}, {name}: {right[name][-1].mean():.3f}", flush=True)
    results: dict[str, Right] = {name: np.array(found) for name, found in right.items()}
    return [*lines, *table(results, pens, MNIST)]


def asked_for() -> tuple[Writers, argparse.Namespace]:
    """Return who draws, and all that the command line says; what cannot be held is said before it begins."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--writers", type=int, default=30)
    parser.add_argument("--held-out", type=int, default=10, help="writers that no network learns from")
    parser.add_argument("--each", type=int, default=2, help="drawings of each digit by each writer")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--mix", type=float, default=0.5, help="share of our digits where both are trained on")
    options = parser.parse_args()
    if min(options.writers, options.each, options.seeds) < 1:
        parser.error("--writers, --each and --seeds must be 1 or more")
    if not 1 <= options.held_out <= MOST_HELD_OUT * options.writers:
        parser.error(f"--held-out must be 1 or more, and {100 * MOST_HELD_OUT:.0f} % of the writers at most")
    if not 0 < options.mix <= 1:
        parser.error("--mix must be above 0, and 1 at most")
    try:
        return Writers(read_drawings(options.file), options.writers, options.each), options
    except UserError as error:
        parser.error(sentence(error))
    except ValueError as error:
        parser.error(f"{options.file}: {error}")


def main() -> int:
    """Hold the lesson in a window of its own."""
    writers, options = asked_for()
    application = make_application()
    with tempfile.TemporaryDirectory(prefix="digitpad-rehearsal-") as folder:
        settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
        settings.pace = FULL
        window = MainWindow(settings)
        window.show()
        window.activateWindow()
        application.processEvents()
        print("\n".join(rehearse(window, writers, options)))
        window.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
