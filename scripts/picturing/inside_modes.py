"""What is to be seen of the view “Inside”: an untrained, a trained and a layerless network; and a look back."""

from collections.abc import Iterator
from dataclasses import replace

from measures.visit import change_page, load, weights_page
from measures.waiting import until_event, until_holds, wait

from digitpad.data.training_data import TrainingData
from digitpad.drawing.samples import sample_digit
from digitpad.network.architecture import Architecture
from digitpad.runs.events import Ending
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.inside.small_push import Search
from picturing.modes import DRAWN
from picturing.schemes import Schemes

LESSON = replace(KERAS_RECIPE, epochs=1, data=TrainingData(count=10_000))
LAYERLESS = replace(LESSON, architecture=Architecture(()))

EARLY = 10
"""Batches after which the network is looked back at: it has begun to learn."""

EXPLAINED, COMPARED = 4, 9
"""Digits whose accounts are shown: the one alone, the other rather than the first."""

SETTLING_MS = 900
"""Until the pen is taken to rest, and units are in their order."""


def inside_modes(window: MainWindow, schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Show all of it in each scheme, on the projector too; yield the names of scheme and mode.

    The networks are really trained, and TensorFlow is loaded for it.
    """
    load(window)
    space, draft = window.workspace, window.workspace.draft
    before = draft.recipe
    layerless, lesson = trained(window, LAYERLESS), trained(window, LESSON)
    draft.write(before)
    window.area.show_view("inside")
    for projector in ("", "projector-"):
        window.actions_["projector"].setChecked(bool(projector))
        for mode in looks_inside(window, lesson, layerless):
            for scheme in schemes.in_turn():
                yield scheme, f"{projector}{mode}"
    window.actions_["projector"].setChecked(False)
    space.commands.take_ready_made()
    space.board.set_drawing(sample_digit(DRAWN), "")
    window.area.show_view("loss")


def trained(window: MainWindow, recipe: Recipe) -> Run:
    """Train by this recipe; return the run, whose network answers."""
    window.workspace.draft.write(recipe)
    until_event(window, Ending.COMPLETED, window.panel.buttons["train"].click)
    return window.workspace.runs.runs[-1]


def looks_inside(window: MainWindow, lesson: Run, layerless: Run) -> Iterator[str]:
    """Go through the view with both runs' networks; yield the name of what is to be seen."""
    space = window.workspace
    answer_with(window, lesson)
    show_digit(window, EXPLAINED, Topic.WHY)
    yield f"inside-why-{EXPLAINED}"
    show_digit(window, COMPARED, Topic.WHY)
    space.insight.choose_against(EXPLAINED)
    yield f"inside-why-{COMPARED}"
    space.insight.choose_against(None)
    look_at_batch(window, EARLY)
    yield f"inside-why-batch-{EARLY}"
    look_at_batch(window, 0)
    show_digit(window, EXPLAINED, Topic.WEIGHTS)
    yield "inside-weights-untrained"
    window.actions_["to_now"].trigger()
    weights_page(window).again.click()  # else the units stay in the order of the past
    yield "inside-weights-trained"
    weights_page(window).change.setChecked(True)
    yield "inside-weights-change"
    weights_page(window).change.setChecked(False)
    yield from changes_of_mind(window)
    answer_with(window, layerless)
    show_digit(window, EXPLAINED, Topic.WEIGHTS)
    yield "inside-weights-layerless"
    weights_page(window).change.setChecked(True)
    yield "inside-weights-layerless-change"
    weights_page(window).change.setChecked(False)


def changes_of_mind(window: MainWindow) -> Iterator[str]:
    """Look at the strokes, and at a push; yield the name of what is to be seen."""
    space, page = window.workspace, change_page(window)
    show_digit(window, EXPLAINED, Topic.CHANGE)
    page.by_strokes.click()
    until_holds(lambda: bool(page.strokes.promise.text()))
    yield "inside-strokes"
    page.by_push.click()
    page.push.search.click()
    until_holds(lambda: space.small_push.search is not Search.UNDER_WAY)
    yield "inside-push"
    page.push.hang.click()
    yield "inside-pushed-on-easel"
    page.push.hang.click()
    page.by_strokes.click()


def show_digit(window: MainWindow, digit: int, topic: Topic) -> None:
    """Draw a digit, and look at a page until all that is there has come to rest."""
    window.workspace.board.set_drawing(sample_digit(digit), "")
    window.workspace.insight.choose_topic(topic)
    wait(SETTLING_MS)


def answer_with(window: MainWindow, run: Run) -> None:
    """Let a run's network answer as it is by now."""
    space = window.workspace
    space.commands.use(run)
    until_holds(lambda: space.network.run is run and not space.network.looks_back)


def look_at_batch(window: MainWindow, updates: int) -> None:
    """Look back at what the network that answers was after so many batches."""
    past = window.workspace.past
    past.look(past.nearest(updates))
    until_holds(lambda: past.looked is not None and past.looked.updates == updates)
