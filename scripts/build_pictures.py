"""Make the README's pictures anew, off-screen, from the real window: assets/*.png.

Usage: python scripts/build_pictures.py [--folder FOLDER]. A minute; look at every one afterwards.
"""

import argparse
import importlib
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
importlib.import_module("digitpad.app").prepare_process()
importlib.import_module("digitpad.workspace")  # before Qt is imported by anybody else

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSettings, Qt, QTimer, SignalInstance  # noqa: E402
from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from digitpad.drawing.samples import sample_digit  # noqa: E402
from digitpad.drawing.strokes import Drawing  # noqa: E402
from digitpad.runs.recipe import FROM_SCRATCH_RECIPE, KERAS_RECIPE, Optimizer, Recipe  # noqa: E402
from digitpad.ui.application import make_application  # noqa: E402
from digitpad.ui.stage.main_window import MainWindow  # noqa: E402
from digitpad.ui.theme import choose_scheme  # noqa: E402
from digitpad.workspace.settings import Settings  # noqa: E402
from digitpad.workspace.training import State  # noqa: E402

SIZE = (1180, 860)
FRAMES = (1, 60, 400, 2345)
"""Batches after which the run is shown."""
FRAME_SIZE = (1024, 700)
GAP = 8
MARGIN = 6
SLOW_RECIPE = replace(KERAS_RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.05)
COMPARED = {
    "RMSprop": KERAS_RECIPE,
    "Adam, long steps": replace(KERAS_RECIPE, optimizer=Optimizer.ADAM, learning_rate=0.003),
    "SGD by hand": replace(KERAS_RECIPE, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1),
    "… from uniform weights": replace(FROM_SCRATCH_RECIPE, epochs=5, learning_rate=0.02),
    "batches of 512": replace(KERAS_RECIPE, batch_size=512),
}


def until(signal: SignalInstance) -> None:
    """Run the event loop until the signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


def settled(window: MainWindow) -> QPixmap:
    """Return a picture of the window when all that was asked of it is done."""
    loop = QEventLoop()
    QTimer.singleShot(200, loop.quit)
    loop.exec()
    window.views["loss"].plot.redraw()
    QApplication.processEvents()
    return window.grab()


def small_in_a_corner(digit: int) -> Drawing:
    """Return an example digit, drawn small in the lower left corner."""
    return Drawing.of([stroke * 0.3 + (0.02, 0.66) for stroke in sample_digit(digit).strokes])


def stages(window: MainWindow) -> QPixmap:
    """Show how the network sees a digit that was drawn small in a corner."""
    window.workspace.board.set_drawing(small_in_a_corner(7), "")
    window.actions_["stages"].trigger()
    QApplication.processEvents()
    dialog = window.views["sight"].panel
    assert dialog is not None
    picture = dialog.grab()
    dialog.close()
    return picture


def screenshot(window: MainWindow) -> QPixmap:
    """Show the window in its second epoch."""
    window.workspace.board.set_drawing(sample_digit(3), "")
    train_to(window, KERAS_RECIPE, 700)
    picture = settled(window)
    window.workspace.training.stop()
    return picture


def train_to(window: MainWindow, recipe: Recipe, batches: int) -> None:
    """Begin a run and pause it at this batch, or a little later."""
    window.workspace.draft.write(recipe)
    window.panel.buttons["train"].click()
    until(window.control.begun)
    pause_at(window, batches)


def pause_at(window: MainWindow, batches: int) -> None:
    """Pause the run under way at this batch, or a little later; a run that ends before is done."""
    run = window.workspace.training.run
    while run is not None and len(run.history) < batches and window.workspace.training.state is State.TRAINING:
        until(window.control.state_changed if run.total_batches == batches else window.control.advanced)
    if window.workspace.training.state is State.TRAINING:
        window.workspace.training.pause()
        until(window.control.paused)


def frames(window: MainWindow) -> QPixmap:
    """Show one run at four moments, side by side: prediction and plots."""
    window.resize(*FRAME_SIZE)
    window.workspace.board.set_drawing(sample_digit(5), "")
    window.views["loss"].history.setChecked(True)
    window.actions_["fold"].setChecked(True)
    window.workspace.draft.write(SLOW_RECIPE)
    pictures = []
    window.actions_["step"].trigger()
    until(window.control.paused)
    for batch in FRAMES:
        if window.workspace.training.run is not None and len(window.workspace.training.run.history) < batch:
            window.panel.buttons["train"].click()
            until(window.control.resumed)
            pause_at(window, batch)
        first, last = window.prediction.parentWidget(), window.views["loss"].plot.parentWidget()
        assert first is not None
        assert last is not None
        column = QRect(first.mapTo(window, QPoint(0, 0)), last.mapTo(window, last.rect().bottomRight()))
        column.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
        pictures.append(settled(window).copy(column))
    window.workspace.training.stop()
    window.views["loss"].history.setChecked(False)
    window.actions_["fold"].setChecked(False)
    return beside(pictures)


def beside(pictures: list[QPixmap]) -> QPixmap:
    """Return pictures of one size in two rows."""
    width, height = pictures[0].width(), pictures[0].height()
    whole = QPixmap(2 * width + GAP, 2 * height + GAP)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    for number, picture in enumerate(pictures):
        painter.drawPixmap((number % 2) * (width + GAP), number // 2 * (height + GAP), picture)
    painter.end()
    return whole


def five_runs(window: MainWindow) -> QPixmap:
    """Show five runs on one axis, two networks answering, and the probability history."""
    window.workspace.board.set_drawing(sample_digit(4), "")
    for name, recipe in COMPARED.items():
        window.workspace.draft.write(recipe)
        window.panel.buttons["train"].click()
        until(window.control.completed)
        if window.workspace.training.run is not None:
            window.workspace.runs.rename(window.workspace.training.run, name)
    runs = window.workspace.runs.runs
    window.views["loss"].plot.log_axis.setChecked(True)
    window.views["loss"].plot.smoothing.setValue(60)
    window.workspace.comparison.begin(runs[3])
    window.panel.tabs.setCurrentIndex(1)
    window.views["loss"].history.setChecked(True)
    return settled(window)


def new_window(scheme: str) -> MainWindow:
    """Show a window that remembers nothing."""
    folder = tempfile.mkdtemp(prefix="digitpad-pictures-")
    window = MainWindow(Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)))
    choose_scheme(scheme)
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    return window


def main() -> int:
    """Make the pictures, say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / "assets")
    folder = parser.parse_args().folder
    make_application()
    for name, scheme, make in (
        ("stages", "light", stages),
        ("screenshot", "light", screenshot),
        ("run", "light", frames),
        ("runs", "dark", five_runs),
    ):
        window = new_window(scheme)
        window.load_tensorflow()
        until(window.control.loaded)
        saved = make(window).save(str(folder / f"{name}.png"))
        window.close()
        print(f"{name}.png" if saved else f"{name}.png could not be saved", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
