"""What is to be seen of experiments: the recipe's sheet, overfitting, what was tried, Keras beside it."""

from collections.abc import Iterator, Set
from dataclasses import replace

from measures.stepping import scroll_to
from measures.visit import load, loss_view, runs_view
from measures.waiting import until_holds, wait
from PySide6.QtWidgets import QWidget

from digitpad.data.training_data import TrainingData
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.runs.runs_view import Page
from picturing.inside_modes import answer_with, trained
from picturing.schemes import Schemes

TWO_LAYERS = replace(KERAS_RECIPE, architecture=Architecture((HiddenLayer(128), HiddenLayer(32, Activation.TANH))))

FEW_IMAGES = replace(KERAS_RECIPE, epochs=30, batch_size=32, data=TrainingData(count=1000, validation=0.1))
"""Learns its images by heart: the loss in validation has its least soon and rises again."""

UNITS = Architecture((HiddenLayer(128),))
"""As many digits to be read as the lesson's 512, and a quarter of the time: each epoch ends with MNIST's test."""

BY_HEART = replace(FEW_IMAGES, epochs=10, architecture=UNITS)
"""Long enough for a gap between training and validation."""

TRIED = replace(KERAS_RECIPE, epochs=2, data=TrainingData(count=2000, validation=0.1), architecture=UNITS)
"""Short enough for seven runs."""

HIGHEST_LOSS = 1.0
"""Of what is zoomed into: the gap has about half of that."""

SETTLING_MS = 300
"""Until pages that come have their lines."""


def experiment_modes(window: MainWindow, schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Show all of it in each scheme, on the projector too; yield the names of scheme and mode.

    The networks are really trained, and TensorFlow is loaded for it.
    """
    load(window)
    space = window.workspace
    before = space.draft.recipe
    few = trained(window, BY_HEART)
    try_rates(window)
    train_both_ways(window)
    for projector in ("", "projector-"):
        window.actions_["projector"].setChecked(bool(projector))
        for mode in looks_at_experiments(window, few):
            for scheme in schemes.in_turn():
                yield scheme, f"{projector}{mode}"
    window.actions_["projector"].setChecked(False)
    window.actions_["show_all_runs"].trigger()
    space.draft.write(before)
    space.commands.take_ready_made()


def overfit(window: MainWindow) -> Run:
    """Train on few images for long; return the run."""
    return trained(window, FEW_IMAGES)


def try_rates(window: MainWindow) -> None:
    """Try learning rates until the last one has had its turn."""
    queue = window.workspace.queue
    window.workspace.draft.write(TRIED)
    window.actions_["try_rates"].trigger()
    until_holds(lambda: queue.newest_attempt is not None and all(entry.has_ended for entry in queue.entries))
    until_holds(lambda: window.workspace.is_quiet)


def train_both_ways(window: MainWindow) -> None:
    """Train a recipe by Keras' own fit and by our loop."""
    for way in ("loop_keras", "loop_compiled"):
        window.actions_[way].trigger()
        trained(window, TRIED)


def looks_at_experiments(window: MainWindow, few: Run) -> Iterator[str]:
    """Go through a lesson of experiments; yield the name of what is to be seen."""
    space, sheet = window.workspace, window.actions_["recipe"]
    show_on_sheet(window, TWO_LAYERS, window.sheet.form.network)
    yield "recipe-network"
    show_on_sheet(window, FEW_IMAGES, window.sheet.form.data)
    yield "recipe-data"
    sheet.setChecked(False)
    show_scores(window, few)
    yield "overfitting"
    loss_view(window).scores.setChecked(False)
    show_tried(window)
    yield "tried-curves"
    window.area.show_view("runs")
    for page in (Page.QUEUE, Page.ATTEMPT):
        runs_view(window).show_page(page)
        wait(SETTLING_MS)
        yield f"runs-{page.name.lower()}"
    space.draft.write(TRIED)
    window.area.show_view("keras")
    wait(SETTLING_MS)
    yield "keras-listing"


def show_on_sheet(window: MainWindow, recipe: Recipe, section: QWidget) -> None:
    """Open the recipe's sheet at one of its sections."""
    window.workspace.draft.write(recipe)
    window.actions_["recipe"].setChecked(True)
    wait(SETTLING_MS)
    scroll_to(section)


def show_scores(window: MainWindow, run: Run) -> None:
    """Let a run answer, and show its training, validation and test alone."""
    answer_with(window, run)
    show_alone(window, {run})
    window.area.show_view("loss")
    loss_view(window).scores.setChecked(True)
    wait(SETTLING_MS)


def show_gap(window: MainWindow, run: Run) -> None:
    """Let a run answer, and look closely at the gap between its training and its validation."""
    show_scores(window, run)
    plot = loss_view(window).plot
    plot.smoothing.setValue(1)
    plot.plot.setYRange(0, HIGHEST_LOSS)


def show_tried(window: MainWindow) -> None:
    """Show the curves of the runs that were tried together alone."""
    queue = window.workspace.queue
    attempt = queue.newest_attempt
    assert attempt is not None
    show_alone(window, {entry.run for entry in queue.of(attempt) if entry.run is not None})
    window.area.show_view("loss")
    wait(SETTLING_MS)


def show_alone(window: MainWindow, shown: Set[Run]) -> None:
    """Hide the curves of all other runs."""
    runs = window.workspace.runs
    with runs.held():
        for run in runs.runs:
            runs.show(run, run in shown)
