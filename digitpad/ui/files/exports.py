"""Runs, plots and networks out of the program: CSV, PNG, SVG, Keras."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from digitpad.archives.writing import write_atomically
from digitpad.errors import DataFileError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.run import Run
from digitpad.ui.files.names import with_suffix
from digitpad.workspace.file_jobs import FileJobs
from digitpad.workspace.settings import Settings

if TYPE_CHECKING:
    from digitpad.ui.views.loss.loss_plot import LossPlot

COLUMNS = ("batch", "epoch", "seconds", "loss", "accuracy")

NO_FILE_LETTERS = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))
"""What some system forbids in a file's name, a run's name may have."""


def run_as_csv(run: Run) -> str:
    """Return a line for each batch; the test accuracy stands at the batches that end an epoch."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    history = run.history
    accuracies = dict(history.accuracies)
    for number, (loss, seconds) in enumerate(zip(history.losses, history.seconds, strict=True), start=1):
        epoch = (number - 1) // history.batches_per_epoch + 1
        accuracy = accuracies.get(number)
        writer.writerow([number, epoch, f"{seconds:.6f}", repr(float(loss)), "" if accuracy is None else accuracy])
    return text.getvalue()


class Exports(QObject):
    """Asks for a file, writes it, and says in a sentence what went wrong.

    Signals:
        exported(str): a sentence naming the file that was written.
    """

    exported = Signal(str)

    def __init__(self, window: QWidget, settings: Settings, jobs: FileJobs) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._jobs = jobs

    def run_to_csv(self, run: Run) -> None:
        """Write a run's figures to a file the user chooses."""
        path, _ = self._ask(self.tr("Export run"), run.name, {self.tr("Tables") + " (*.csv)": ".csv"})
        if path is not None:
            self._write(path, lambda: run_as_csv(run).encode())

    def plot(self, plot: "LossPlot") -> None:
        """Write the plot to a picture the user chooses: PNG for print or as on the screen, or SVG."""
        for_print = self.tr("Picture for print, 20 cm wide") + " (*.png)"
        as_shown = self.tr("Picture as on the screen") + " (*.png)"
        drawing = self.tr("Drawing of any size") + " (*.svg)"
        path, kind = self._ask(
            self.tr("Export plot"), "loss", {for_print: ".png", as_shown: ".png", drawing: ".svg"}
        )
        if path is None:
            return
        # Qt's SVG takes its time to import and is seldom needed.
        from digitpad.ui.plots.picture import print_as_png, print_as_svg, screen_as_png

        if path.suffix.lower() == ".svg":
            self._write(path, lambda: print_as_svg(plot))
        else:
            self._write(path, lambda: screen_as_png(plot) if kind == as_shown else print_as_png(plot))

    def network_to_keras(self, snapshot: Snapshot) -> None:
        """Write the network to a ``.keras`` file the user chooses."""
        path, _ = self._ask(self.tr("Export network for Keras"), "network", {"Keras (*.keras)": ".keras"})
        if path is not None:
            self.write_keras(path, snapshot)

    def write_keras(self, path: Path, snapshot: Snapshot) -> None:
        """Begin to write the network to this ``.keras`` file, as only Keras can make one."""

        def work() -> Path:
            from digitpad.engines.keras_export import save_keras_model

            save_keras_model(path, snapshot)
            return path

        self._jobs.do(work, self._tell, self._complain)

    def _ask(self, title: str, name: str, kinds: dict[str, str]) -> tuple[Path | None, str]:
        """Return the file that the user chooses, with its kind's suffix if it has none, and the kind."""
        folder = Path(self._settings.folder)
        suggestion = str(folder / (name.translate(NO_FILE_LETTERS) + next(iter(kinds.values()))))
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, suggestion, ";;".join(kinds))
        if not chosen:
            return None, ""
        kind = kind if kind in kinds else next(iter(kinds))
        path = with_suffix(self._window, chosen, kinds[kind], *kinds.values())
        if path is not None:
            self._settings.folder = str(path.parent)
        return path, kind

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            data = make()
            write_atomically(path, lambda file: file.write(data))
        except DataFileError as error:
            self._complain(str(error))
        else:
            self._tell(path)

    def _tell(self, path: Path) -> None:
        self.exported.emit(self.tr("Saved %1").replace("%1", str(path)))

    def _complain(self, message: str) -> None:
        QMessageBox.warning(self._window, self.tr("Nothing was saved"), message)
