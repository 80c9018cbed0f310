"""Runs, plots and networks out of the program: CSV, PNG, SVG, Keras."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from digitpad.archives.writing import write_atomically
from digitpad.network.snapshot import Snapshot
from digitpad.runs.run import Run
from digitpad.ui.files.dialogs import FileDialogs, Kind
from digitpad.ui.views.protocol import Exportable
from digitpad.workspace.keeping.file_jobs import FileJobs

COLUMNS = ("updates", "epoch", "seconds", "loss", "test accuracy", "sample accuracy")


def run_as_csv(run: Run) -> str:
    """Return a line for each number of updates at which something was measured, below what the run is.

    Its name and its recipe, as JSON, stand in lines that begin with #, which programs for tables pass over. The
    first loss is that of the untrained network, at 0 updates; ``seconds`` are those of training before. The last
    line is the end of the run, where no loss was measured any more. The sample is 1,000 of the test images, the
    same ones for every run.
    """
    text = io.StringIO()
    text.write(f"# run: {run.name}\n# recipe: {json.dumps(run.recipe.as_dict())}\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    history, per_epoch = run.history, run.recipe.batches_per_epoch
    accuracies, sampled = dict(history.accuracies), dict(history.sample_accuracies)
    seconds = [0.0, *history.seconds.tolist()]
    losses = [*map(repr, history.losses.tolist()), ""]
    for updates, (loss, before) in enumerate(zip(losses, seconds, strict=True)):
        measured = (accuracies.get(updates, ""), sampled.get(updates, ""))
        writer.writerow([updates, f"{updates / per_epoch:.6g}", f"{before:.6f}", loss, *measured])
    return text.getvalue()


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

    def run_to_csv(self, run: Run) -> None:
        """Write a run's figures to a file the user chooses."""
        chosen = self._dialogs.ask_where(self.tr("Export run"), run.name, [Kind(self.tr("Tables"), (".csv",))])
        if chosen is not None:
            copy = run.for_file()
            self._write(chosen[0], lambda: run_as_csv(copy).encode())

    def picture(self, source: Exportable) -> None:
        """Write a picture of a view to a file the user chooses: PNG for print or as on the screen, or SVG."""
        for_print = Kind(self.tr("Picture for print, 20 cm wide"), (".png",))
        as_shown = Kind(self.tr("Picture as on the screen"), (".png",))
        drawing = Kind(self.tr("Drawing of any size"), (".svg",))
        chosen = self._dialogs.ask_where(self.tr("Export plot"), "loss", [for_print, as_shown, drawing])
        if chosen is None:
            return
        path, kind = chosen
        picture = source.picture()
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

        source.picture().as_png(
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

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        """Make the bytes and write them, away from the window's thread."""

        def work() -> Path:
            data = make()
            write_atomically(path, lambda file: file.write(data))
            return path

        self._jobs.do(work, self._tell, self._dialogs.complain_not_saved)

    def _tell(self, path: Path) -> None:
        self.told.emit(self.tr("Saved {path}").format(path=path))
