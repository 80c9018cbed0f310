"""Every view and mode of a window that has been used for an hour, and a training step at each of its acts."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from measures.stepping import step_view
from measures.visit import load, loss_view, test_view
from measures.waiting import until_holds

from digitpad.data.mnist import load_dataset
from digitpad.drawing.samples import sample_digit
from digitpad.engines.acts.tape import Act
from digitpad.network.initial import initial_snapshot
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Advanced
from digitpad.runs.recipe import KERAS_RECIPE, Optimizer
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.workspace.easel.exhibit import SetPicture
from picturing.class_digits import collected
from picturing.schemes import Schemes

DRAWN = 3
"""The digit on the canvas."""

CONFUSED = (9, 7)
"""A digit, and what the ready-made network takes it for more often than for any other."""

FOUND_AT = 1.7e9
"""When the unsaved work was written that a message offers."""

LARGE, WIDE_ENOUGH = 150, 1366
"""Letters in per cent that fit from so many logical pixels of width on."""


def fill(window: MainWindow) -> None:
    """Put a drawing, a class's digits and three runs into the window, as an hour's lesson leaves them."""
    runs, rng = window.workspace.runs, np.random.default_rng(0)
    window.workspace.board.set_drawing(sample_digit(DRAWN), "")
    window.workspace.class_drawings.put(collected())
    for number, (optimizer, count) in enumerate(
        ((Optimizer.ADAM, 2345), (Optimizer.NAIVE_SGD, 2345), (Optimizer.RMSPROP, 900))
    ):
        recipe = replace(KERAS_RECIPE, optimizer=optimizer)
        run = runs.new(recipe)
        runs.begin(run, untrained(recipe))
        losses = 2.3 / np.sqrt(1 + np.arange(count) / (5 + 40 * number)) + rng.gamma(1, 0.04, count)
        for start in range(0, count, 469):
            part = losses[start : start + 469].astype(np.float32)
            done = start + len(part)
            runs.extend(run, Advanced(start, part, 1.0, 0.9 + done / 40_000 if done % 469 == 0 else None))
        snapshot = replace(initial_snapshot(recipe.architecture, recipe.initializer, number), updates=count)
        runs.take(run, snapshot, None)
    window.workspace.commands.use(runs.runs[0])


def modes(window: MainWindow, schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Show each view and each mode in turn, in each scheme; yield the names of scheme and mode."""
    for scheme in schemes.in_turn():
        yield from ((scheme, mode) for mode in modes_of_stage(window))


def step_modes(window: MainWindow, schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Show a training step at each of its acts, on the projector too; yield the names of scheme and mode.

    It is a real step of a new run, and TensorFlow is loaded for it.
    """
    load(window)
    window.area.show_view("step")
    for mode in acts(window):
        for scheme in schemes.in_turn():
            yield scheme, mode
            window.actions_["projector"].setChecked(True)
            yield scheme, f"projector-{mode}"
            window.actions_["projector"].setChecked(False)
    window.workspace.training.stop()


def test_modes(window: MainWindow, schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Show a test: its matrix, pictures, a difference and a vote, on the projector too; yield scheme and mode."""
    space = window.workspace
    space.commands.take_ready_made()
    space.comparison.begin(space.runs.runs[1])
    window.area.show_view("test")
    for mode in looks_of_test(window):
        for scheme in schemes.in_turn():
            yield scheme, mode
    space.comparison.end()
    window.area.show_view("loss")


def looks_of_test(window: MainWindow) -> Iterator[str]:
    """Go through a test; yield the name of what is to be seen."""
    testing, panel = window.workspace.testing, test_view(window).panel
    until_holds(lambda: testing.is_current)
    for projector in ("", "projector-"):
        window.actions_["projector"].setChecked(bool(projector))
        yield f"{projector}test-matrix"
        panel.matrix.opened.emit(*CONFUSED)
        yield f"{projector}test-pictures"
        panel.close_gallery()
        panel.head.difference.setChecked(True)
        panel.head.shares.setChecked(True)
        yield f"{projector}test-difference"
        panel.head.difference.setChecked(False)
        panel.head.shares.setChecked(False)
        panel.ask.click()
        yield f"{projector}test-vote"
        panel.vote.digits[CONFUSED[0]].click()
        yield f"{projector}test-voted"
        panel.vote.end.click()
    window.actions_["projector"].setChecked(False)


def acts(window: MainWindow) -> Iterator[str]:
    """Go through a step, guess, and train on the drawing; yield the name of what is to be seen."""
    space, view = window.workspace, step_view(window)
    view.new_run.trigger()
    for act in Act:
        until_holds(lambda act=act: view.panel.tape is not None and view.panel.tape.complete is act)  # type: ignore[misc]  # mypy infers no default's type
        if act in (Act.GRADIENTS, Act.AGAIN):
            space.inspection.set_guess_first(on=True)
            yield f"step-guess-{act.name.lower()}"
            space.inspection.guess_weight(up=True)
            space.inspection.set_guess_first(on=False)
        yield f"step-{int(act)}-{act.name.lower()}"
        if act is not Act.AGAIN:
            window.actions_["next_card"].trigger()
    space.own.set_label(DRAWN)
    window.actions_["own_once"].trigger()
    until_holds(lambda: bool(view.own.result.text()) and space.is_quiet)
    yield "step-own"


def on_easel(window: MainWindow) -> Iterator[str]:
    """Hang a test picture, first for the class to guess; yield the name of what is to be seen."""
    mnist, tell = load_dataset(), window.actions_["exhibit_label"]
    window.workspace.easel.hang(SetPicture(mnist.test_images[0], int(mnist.test_labels[0]), 1))
    yield "easel"
    tell.trigger()
    yield "easel-told"
    tell.trigger()
    window.workspace.easel.take_down()


def modes_of_stage(window: MainWindow) -> Iterator[str]:
    """Show each view and each mode in turn; yield its name."""
    for key in window.views.views:
        window.area.show_view(key)
        until_holds(lambda: window.workspace.testing.is_quiet)
        yield key
    window.area.show_view("loss")
    loss = loss_view(window)
    loss.history.setChecked(True)
    yield "history"
    window.recovery_bar.offer(FOUND_AT)
    yield "message"
    window.recovery_bar.hide()
    loss.history.setChecked(False)
    loss.accuracy.trigger()
    yield "accuracy"
    loss.accuracy.trigger()
    window.actions_["recipe"].setChecked(True)
    yield "recipe"
    window.actions_["recipe"].setChecked(False)
    window.workspace.comparison.begin(window.workspace.runs.runs[1])
    yield "comparison"
    window.workspace.comparison.end()
    window.area.show_view("sight")
    yield from on_easel(window)
    window.area.show_view("loss")
    if window.width() >= WIDE_ENOUGH:
        choose_text_size(LARGE)
        yield "large"
        choose_text_size(100)
    window.actions_["projector"].setChecked(True)
    yield "projector"
    for key in window.views.views:
        window.area.show_view(key)
        until_holds(lambda: window.workspace.testing.is_quiet)
        yield f"projector-{key}"
    window.area.show_view("loss")
    window.actions_["projector"].setChecked(False)
