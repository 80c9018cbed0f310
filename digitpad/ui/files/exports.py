"""Runs, plots and networks out of the program: CSV, Python, PNG, SVG, Keras."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from digitpad.archives.writing import write_atomically
from digitpad.document.intervention_words import interventions_as_json
from digitpad.document.takeaway.takeaway import Way, script
from digitpad.network.snapshot import Snapshot
from digitpad.runs.recipe import Loop
from digitpad.runs.run import Run
from digitpad.runs.scores.score import SETS, Scores
from digitpad.ui.files.dialogs import FileDialogs, Kind
from digitpad.ui.views.protocol import Exportable, Picture
from digitpad.workspace.keeping.file_jobs import FileJobs
from digitpad.workspace.wording.takeaway_texts import comments

WHAT = ("loss", "accuracy")
SCORES = tuple(f"{name} {what}" for name in SETS for what in WHAT if f"{name} {what}" != "test accuracy")
"""What is measured at epochs' ends and pauses; the test's accuracy has a column already."""

COLUMNS = ("updates", "epoch", "seconds", "loss", "test accuracy", "sample accuracy", "by hand", *SCORES)


def run_as_csv(run: Run) -> str:
    """Return a line for each number of updates at which something was measured, below what the run is.

    Its name and its recipe, as JSON, stand in lines that begin with #, which programs for tables pass over.
    Further such lines say how its loop ran, if it was not compiled, what had a part in the run besides its
    recipe, and where the test is not MNIST's. The first loss is that of the untrained network, at 0 updates;
    ``seconds`` are those of training before. The last line is the end of the run, where no loss was measured any
    more. The sample is 1,000 of the test images, the same ones for every run. ``by hand`` has the labels of a
    batch that was chosen so. Loss and accuracy on training sample, validation and test are those of epochs'
    ends, and where the run paused.
    """
    text = io.StringIO()
    text.write(f"# run: {run.name}\n# recipe: {json.dumps(run.recipe.as_dict())}\n")
    text.write(f"{_loop(run)}{_besides(run)}{_test(run)}")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    history, per_epoch = run.history, run.recipe.batches_per_epoch
    by_hand = _hand_labels(run)
    accuracies, sampled = dict(history.accuracies), dict(history.sample_accuracies)
    scores = {updates: _scores(found) for updates, found in history.scores}
    seconds = [0.0, *history.seconds.tolist()]
    losses = [*map(repr, history.losses.tolist()), ""]
    for updates, (loss, before) in enumerate(zip(losses, seconds, strict=True)):
        measured = (accuracies.get(updates, ""), sampled.get(updates, ""))
        epoch = f"{updates / per_epoch:.6g}"
        writer.writerow(
            [
                updates,
                epoch,
                f"{before:.6f}",
                loss,
                *measured,
                by_hand.get(updates, ""),
                *scores.get(updates, [""] * len(SCORES)),
            ]
        )
    return text.getvalue()


def _scores(scores: Scores) -> list[str]:
    """Return what ``SCORES`` names, each empty where there is no such set."""
    found = {name: getattr(scores, name) for name in SETS}
    values = {f"{name} {what}": getattr(score, what) for name, score in found.items() if score for what in WHAT}
    return [repr(values[name]) if name in values else "" for name in SCORES]


def _loop(run: Run) -> str:
    """Return the line that says how the loop ran, if it was not compiled: its losses differ by rounding."""
    return "" if run.loop is Loop.COMPILED else f"# loop: {run.loop.value}\n"


def _besides(run: Run) -> str:
    """Return the line that says what besides the recipe made a run, if anything did."""
    if run.is_by_recipe:
        return ""
    words = {
        "rate_changes": run.history.rate_changes,
        "interventions": interventions_as_json(run.history.interventions),
    }
    return f"# besides its recipe: {json.dumps(words)}\n"


def _test(run: Run) -> str:
    """Return the line that says at which updates the test was not MNIST's, if it was so at any."""
    ours = [updates for updates, found in run.history.scores if found.test_is_ours]
    if not ours:
        return ""
    return f"# test on the class's held-out digits, as MNIST was not at hand, at updates: {json.dumps(ours)}\n"


def _hand_labels(run: Run) -> dict[int, str]:
    """Return the labels of each batch by hand, by its number."""
    return {
        batch: " ".join(map(str, found.labels))
        for found in run.history.interventions
        for batch in range(found.first, found.end)
    }


class Exports(QObject):
    """Asks for a file, has it written, and says in a sentence how that went.

    Signals:
        told(str): a sentence naming the file that was written, or saying what was copied.
    """

    told = Signal(str)

    def __init__(self, dialogs: FileDialogs, jobs: FileJobs) -> None:
        super().__init__(dialogs)
        self._dialogs = dialogs
        self._jobs = jobs
        self._pictures: list[Picture] = []

    def finish(self) -> None:
        """Wait until all pictures are made and about to be written; their steps need the event loop."""
        while any(picture.is_at_work for picture in self._pictures):
            flags = QEventLoop.ProcessEventsFlag
            QCoreApplication.processEvents(flags.ExcludeUserInputEvents | flags.WaitForMoreEvents)

    def run_to_csv(self, run: Run) -> None:
        """Write a run's figures to a file the user chooses."""
        chosen = self._dialogs.ask_where(self.tr("Export run"), run.name, [Kind(self.tr("Tables"), (".csv",))])
        if chosen is not None:
            copy = run.for_file()
            self._write(chosen[0], lambda: run_as_csv(copy).encode())

    def run_to_script(self, run: Run) -> None:
        """Write a script or a notebook that makes a run again to a file the user chooses."""
        kinds = {
            (Way.LESSON, False): Kind(self.tr("Python, the lesson's way"), (".py",)),
            (Way.KERAS, False): Kind(self.tr("Python, Keras' way"), (".py",)),
            (Way.LESSON, True): Kind(self.tr("Notebook, the lesson's way"), (".ipynb",)),
            (Way.KERAS, True): Kind(self.tr("Notebook, Keras' way"), (".ipynb",)),
        }
        if run.loop is Loop.KERAS:  # first what it was made by
            kinds = dict(sorted(kinds.items(), key=lambda entry: entry[0][0] is not Way.KERAS))
        chosen = self._dialogs.ask_where(self.tr("Take it home"), run.name, list(kinds.values()))
        if chosen is None:
            return
        path, kind = chosen
        way = next(way for (way, _), known in kinds.items() if known == kind)
        notebook, recipe, said = path.suffix.lower() == ".ipynb", run.recipe, comments(run)
        self._write(path, lambda: script(recipe, said, way, notebook=notebook).encode())

    def picture(self, source: Exportable) -> None:
        """Write a picture of a view to a file the user chooses: PNG for print or as on the screen, or SVG."""
        for_print = Kind(self.tr("Picture for print, 20 cm wide"), (".png",))
        as_shown = Kind(self.tr("Picture as on the screen"), (".png",))
        drawing = Kind(self.tr("Drawing of any size"), (".svg",))
        chosen = self._dialogs.ask_where(self.tr("Export plot"), "loss", [for_print, as_shown, drawing])
        if chosen is None:
            return
        path, kind = chosen
        picture = self._new(source)
        if path.suffix.lower() == ".svg":
            picture.as_svg(lambda make: self._write(path, make))
        elif kind == as_shown:
            picture.as_shown(lambda make: self._write(path, make))
        else:
            picture.as_png(lambda make: self._write(path, make))

    def copy(self, source: Exportable) -> None:
        """Put a picture of a view, as for print, on the clipboard."""

        def done(image: QImage) -> None:
            QGuiApplication.clipboard().setImage(image)
            self.told.emit(self.tr("Copied: it can be pasted into a document now."))

        self._new(source).as_png(
            lambda make: self._jobs.do(lambda: QImage.fromData(make()), done, self._dialogs.complain_not_saved)
        )

    def network_to_keras(self, snapshot: Snapshot) -> None:
        """Write the network to a ``.keras`` file the user chooses."""
        chosen = self._dialogs.ask_where(
            self.tr("Export network for Keras"), "network", [Kind(self.tr("Keras models"), (".keras",))]
        )
        if chosen is not None:
            self.write_keras(chosen[0], snapshot)

    def write_keras(self, path: Path, snapshot: Snapshot) -> None:
        """Begin to write the network to this ``.keras`` file."""

        def work() -> Path:
            # h5py would take a tenth of a second of the start
            from digitpad.engines.keras_export import save_keras_model

            save_keras_model(path, snapshot)
            return path

        self._jobs.do(work, self._tell, self._dialogs.complain_not_saved)

    def _new(self, source: Exportable) -> Picture:
        """Return a new picture, and remember it as long as it is at work."""
        picture = source.picture()
        self._pictures = [*(other for other in self._pictures if other.is_at_work), picture]
        return picture

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        """Make the bytes and write them, away from the window's thread."""

        def work() -> Path:
            data = make()
            write_atomically(path, lambda file: file.write(data))
            return path

        self._jobs.do(work, self._tell, self._dialogs.complain_not_saved)

    def _tell(self, path: Path) -> None:
        self.told.emit(self.tr("Saved {path}").format(path=path))
