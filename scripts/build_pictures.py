"""Make the README's pictures anew, off-screen, from the real window: assets/*.png.

Usage: python scripts/build_pictures.py [--folder FOLDER] [--only NAME …] [--matrix FOLDER]. Some minutes; look at
every one afterwards. ``--matrix`` takes pictures of every view and mode on every screen instead, see
``scripts/matrix.py``, and ends with 1 if text is cut or too small anywhere.
"""

import argparse
import importlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT)]
os.environ["QT_QPA_PLATFORM"] = "offscreen"
importlib.import_module("digitpad.app").prepare_process()
importlib.import_module("digitpad.workspace")  # before Qt is imported by anybody else

from measures.stepping import go_to, scroll_to, step_view, time_of_push  # noqa: E402
from measures.visit import load, loss_view, new_window, sight_view, test_view  # noqa: E402
from measures.waiting import until, until_event, until_holds, wait  # noqa: E402
from picturing.beside import beside  # noqa: E402
from picturing.class_digits import begin_round, collected  # noqa: E402
from picturing.experiment_modes import TWO_LAYERS, overfit, show_gap, show_on_sheet  # noqa: E402
from picturing.inside_modes import EARLY, EXPLAINED, look_at_batch, show_digit, trained  # noqa: E402
from picturing.modes import CONFUSED  # noqa: E402
from picturing.recipes import COMPARED, SLOW_RECIPE  # noqa: E402
from picturing.several_modes import number_read  # noqa: E402
from PySide6.QtCore import QPoint, QRect  # noqa: E402
from PySide6.QtGui import QPixmap  # noqa: E402

from digitpad.drawing.samples import sample_digit  # noqa: E402
from digitpad.drawing.strokes import Drawing  # noqa: E402
from digitpad.engines.acts.tape import Act  # noqa: E402
from digitpad.engines.pacing import FULL, Pace, Way  # noqa: E402
from digitpad.runs.events import Begun, Ending  # noqa: E402
from digitpad.runs.recipe import KERAS_RECIPE, Recipe  # noqa: E402
from digitpad.ui.stage.main_window import MainWindow  # noqa: E402
from digitpad.ui.theme import choose_scheme  # noqa: E402
from digitpad.workspace.inside.insight import Topic  # noqa: E402
from digitpad.workspace.training.training import State  # noqa: E402

SIZE = (1180, 860)
FRAMES = (1, 60, 400, 2345)
"""Batches after which the run is shown."""
LATE, STEADY = 25, Pace(Way.STEADY)
"""A pause is fewer batches late at this pace."""
FRAME_SIZE, STEP_SIZE, TESTED_SIZE = (1024, 700), (1366, 900), (1366, 768)
STEPPED_AFTER = 40
"""Batches before the step that is shown: enough for answers that are still wrong."""
PUSHED = (-90, -60, -30, 30, 90, 60)
"""Places of the slider at which the loss is tried, the newest last."""
SCREENS = {1: ("1024x768", "1366x768", "1920x1080"), 2: ("1920x1080",)}
"""Logical sizes by the pixels that a logical pixel has on a side."""
MARGIN = 6
SETTLING_MS = 200


def settled(window: MainWindow) -> QPixmap:
    """Return a picture of the window when all that was asked of it is done."""
    wait(SETTLING_MS)
    plot = loss_view(window).plot
    plot.redraw()
    window.grab()  # asks for the curves, some of which are painted later
    plot.plot.still.complete()
    return window.grab()


def small_in_a_corner(digit: int) -> Drawing:
    """Return an example digit, drawn small in the lower left corner."""
    return Drawing.of([stroke * 0.3 + (0.02, 0.66) for stroke in sample_digit(digit).strokes])


def stages(window: MainWindow) -> QPixmap:
    """Show how the network sees a digit that was drawn small in a corner."""
    window.workspace.board.set_drawing(small_in_a_corner(7), "")
    window.area.show_view("sight")
    wait(SETTLING_MS)
    return sight_view(window).panel.grab()


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
    until_event(window, Begun, window.panel.buttons["train"].click)
    pause_at(window, batches)


def pause_at(window: MainWindow, batches: int) -> None:
    """Pause the run under way at this batch, or a little later; at its last batch it ends by itself."""
    training = window.workspace.training
    run = training.run
    if run is None:
        return
    if batches >= run.recipe.total_batches:
        until(training.state_changed, condition=lambda: training.state is State.IDLE)
        return
    until(training.reported, condition=lambda: len(run.history) >= batches)
    until_event(window, Ending.PAUSED, training.pause)


def come_to(window: MainWindow, batches: int) -> None:
    """Go on to exactly this batch, the last ones step by step, as a pause comes late; or to the run's end."""
    training, is_last = window.workspace.training, batches == FRAMES[-1]
    if batches > LATE:
        training.set_pace(FULL if is_last else STEADY)
        until_event(window, Begun, window.panel.buttons["train"].click)
        pause_at(window, batches if is_last else batches - LATE)
    while not is_last and (training.run is None or len(training.run.history) < batches):
        until_event(window, Ending.PAUSED, window.actions_["step"].trigger)


def frames(window: MainWindow) -> QPixmap:
    """Show one run at four moments, side by side: prediction and plots."""
    window.resize(*FRAME_SIZE)
    window.workspace.board.set_drawing(sample_digit(5), "")
    loss = loss_view(window)
    loss.history.setChecked(True)
    window.workspace.draft.write(SLOW_RECIPE)
    pictures = []
    for batch in FRAMES:
        come_to(window, batch)
        first, last = window.prediction.parentWidget(), window.area.parentWidget()
        assert first is not None
        assert last is not None
        column = QRect(first.mapTo(window, QPoint(0, 0)), last.mapTo(window, last.rect().bottomRight()))
        column.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
        pictures.append(settled(window).copy(column))
    window.workspace.training.stop()
    loss.history.setChecked(False)
    return beside(pictures)


def five_runs(window: MainWindow) -> QPixmap:
    """Show five runs on one axis, two networks answering, and the probability history."""
    window.workspace.board.set_drawing(sample_digit(4), "")
    for name, recipe in COMPARED.items():
        window.workspace.draft.write(recipe)
        until_event(window, Ending.COMPLETED, window.panel.buttons["train"].click)
        window.workspace.runs.rename(window.workspace.runs.runs[-1], name)
    loss = loss_view(window)
    loss.log_axis.setChecked(True)
    loss.plot.smoothing.setValue(60)
    comparison = window.workspace.comparison
    comparison.begin(window.workspace.runs.runs[3])
    until(comparison.changed, condition=lambda: comparison.snapshot is not None)
    loss.history.setChecked(True)
    return settled(window)


def gradients(window: MainWindow) -> QPixmap:
    """Show a training step at its gradients, a weight pushed along its tangent."""
    window.resize(*STEP_SIZE)
    window.workspace.board.set_drawing(sample_digit(3), "")
    train_to(window, SLOW_RECIPE, STEPPED_AFTER)
    view, checker = step_view(window), window.workspace.inspection.checker
    window.area.show_view(view.key)
    go_to(window, Act.GRADIENTS)
    until_holds(lambda: checker.check is not None and checker.check.slope is not None)
    scroll_to(view.panel.gradients.slope)
    for place in PUSHED:
        time_of_push(window, place)
    picture = settled(window)
    window.workspace.training.stop()
    return picture


def tested(window: MainWindow) -> QPixmap:
    """Show what the ready-made network gets wrong: a cell of the matrix opened, its first picture on the easel."""
    window.resize(*TESTED_SIZE)
    window.workspace.commands.take_ready_made()
    window.area.show_view("test")
    until_holds(lambda: window.workspace.testing.is_current)
    panel = test_view(window).panel
    panel.matrix.go_to(*CONFUSED)
    panel.matrix.opened.emit(*CONFUSED)
    panel.gallery.choose([0])
    window.actions_["on_easel"].trigger()
    return settled(window)


def collecting(window: MainWindow) -> QPixmap:
    """Show a class that collects its digits: a pen has drawn what it was asked for."""
    window.workspace.class_drawings.put(collected())
    begin_round(window)
    return settled(window)


def explained(window: MainWindow) -> QPixmap:
    """Show why the ready-made network reads a 4: the account of its logit, laid over the drawing."""
    window.resize(*TESTED_SIZE)
    window.workspace.commands.take_ready_made()
    window.area.show_view("inside")
    show_digit(window, EXPLAINED, Topic.WHY)
    return settled(window)


def looked_back(window: MainWindow) -> QPixmap:
    """Show what the lesson's network was after ten batches, and that this is past."""
    window.resize(*STEP_SIZE)
    window.workspace.board.set_drawing(sample_digit(EXPLAINED), "")
    trained(window, KERAS_RECIPE)
    window.area.show_view("inside")
    look_at_batch(window, EARLY)
    show_digit(window, EXPLAINED, Topic.WHY)
    return settled(window)


def overfitting(window: MainWindow) -> QPixmap:
    """Show a run on 1,000 images that has learnt them by heart: training falls, validation and test rise again."""
    window.workspace.board.set_drawing(sample_digit(3), "")
    show_gap(window, overfit(window))
    return settled(window)


def network(window: MainWindow) -> QPixmap:
    """Show the recipe's sheet with two hidden layers."""
    window.workspace.board.set_drawing(sample_digit(3), "")
    show_on_sheet(window, TWO_LAYERS, window.sheet.form.network)
    return settled(window)


def open_window(scheme: str) -> MainWindow:
    """Show a window that remembers nothing, ready to train."""
    window = new_window()
    choose_scheme(scheme)
    window.resize(*SIZE)
    load(window)
    return window


def take_matrix(folder: Path) -> int:
    """Take pictures of everything, a process for each screen; return 1 if anything is wrong in one."""
    codes = [
        subprocess.run(
            [sys.executable, str(ROOT / "scripts" / "matrix.py"), "--folder", str(folder), str(ratio), screen]
        ).returncode
        for ratio, screens in SCREENS.items()
        for screen in screens
    ]
    return max(codes)


PICTURES = {
    "stages": ("light", stages),
    "screenshot": ("light", screenshot),
    "run": ("light", frames),
    "runs": ("dark", five_runs),
    "step": ("light", gradients),
    "test": ("light", tested),
    "class": ("light", collecting),
    "inside": ("light", explained),
    "time": ("light", looked_back),
    "experiments": ("light", overfitting),
    "network": ("light", network),
    "digits": ("light", number_read),
}
"""Each picture's colours, and who makes it."""


def main() -> int:
    """Make the pictures, say where they are; return 1 if one could not be saved."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / "assets")
    names = f"make these alone: {', '.join(PICTURES)}"
    parser.add_argument("--only", nargs="+", choices=PICTURES, default=list(PICTURES), metavar="NAME", help=names)
    parser.add_argument("--matrix", type=Path, metavar="FOLDER", help="pictures of everything on every screen")
    options = parser.parse_args()
    if options.matrix is not None:
        return take_matrix(options.matrix)
    options.folder.mkdir(parents=True, exist_ok=True)
    code = 0
    for name in options.only:
        scheme, make = PICTURES[name]
        window = open_window(scheme)
        saved = make(window).save(str(options.folder / f"{name}.png"))
        window.close()
        code = code if saved else 1
        print(f"{name}.png" if saved else f"{name}.png could not be saved", flush=True)
    return code


if __name__ == "__main__":
    raise SystemExit(main())
