"""The line that drives a run: what it says of the training is said to its end, on the smallest screen too."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.data import mnist
from digitpad.data.training_data import TrainingData
from digitpad.engines.pacing import SPEEDS, Pace, Way
from digitpad.errors import DataFileError
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.runs.events import Ended, Ending, SnapshotTaken
from digitpad.runs.recipe import KERAS_RECIPE, Optimizer, Recipe
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.language import speak
from tests.ui.conftest import LOADING_MS
from tests.ui.lesson import FEW_UNITS, reported, settle, step, stop
from tests.ui.pasts import past_run

USUAL = 100
LESSON = np.geomspace(2.3, 0.1, KERAS_RECIPE.total_batches).tolist()

WAITING = " …"
"""What still goes on ends in this."""

ROOMS = [((1024, 720), 100), ((1366, 720), 150)]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.recipe = Recipe(architecture=FEW_UNITS)
    return settings


@pytest.fixture(autouse=True)
def usual(qapp: QApplication) -> Iterator[None]:
    yield
    choose_text_size(USUAL)
    speak()


def test_what_is_told_is_read_to_its_end_beside_the_longest_recipe(window: MainWindow, qtbot: QtBot) -> None:
    furnish(window, qtbot, (1366, 720), USUAL, "en")
    layers = tuple(HiddenLayer(2048, activation) for activation in Activation)
    data = TrainingData(count=1000, wrong_labels=0.2, left_out=(7,), validation=0.1)
    window.workspace.draft.write(Recipe(architecture=Architecture(layers), data=data, patience=3))
    told = "1 stray dot left out: Ctrl+Del"
    window.status.tell(told)
    settle(qtbot)
    assert window.status.painted() == told
    assert window.panel.recipe.painted().endswith("…")
    window.resize(1024, 720)
    settle(qtbot)
    assert window.width() == 1024
    assert window.status.painted() == told


def furnish(window: MainWindow, qtbot: QtBot, size: tuple[int, int], percent: int, language: str) -> None:
    window.actions_[f"language_{language}"].trigger()
    choose_text_size(percent)
    settle(qtbot)
    window.resize(*size)
    settle(qtbot)
    assert window.size().toTuple() == size


def cut(window: MainWindow) -> list[str]:
    """Return what is painted without its end; some texts end in … themselves."""
    panel = window.panel
    labels: list[ElidedLabel] = [panel.message, panel.figures, panel.recipe, panel.state]
    return [label.painted() for label in labels if label.painted().removesuffix(WAITING).endswith("…")]


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize(("size", "percent"), ROOMS)
def test_how_a_training_goes_and_ends_is_said_to_the_end(
    ready: MainWindow, qtbot: QtBot, size: tuple[int, int], percent: int, language: str
) -> None:
    furnish(ready, qtbot, size, percent, language)
    assert cut(ready) == []
    ready.workspace.draft.write(Recipe(architecture=FEW_UNITS, epochs=1000))
    with reported(ready, qtbot, SnapshotTaken):
        ready.actions_["train"].trigger()
    assert cut(ready) == []
    qtbot.waitUntil(lambda: "/" in ready.panel.message.text())  # images a second
    assert cut(ready) == []
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["train"].trigger()
    settle(qtbot)
    assert cut(ready) == []
    stop(ready, qtbot)
    assert cut(ready) == []
    run = past_run(ready, LESSON, accuracy=0.9587, recipe=KERAS_RECIPE)
    ready.workspace.training.reported.emit(run, Ended(Ending.COMPLETED))
    settle(qtbot)
    assert cut(ready) == []


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize(("size", "percent"), ROOMS)
def test_no_button_changes_when_the_first_run_begins(
    ready: MainWindow, qtbot: QtBot, size: tuple[int, int], percent: int, language: str
) -> None:
    furnish(ready, qtbot, size, percent, language)
    buttons = [*ready.panel.buttons.values(), ready.panel.pace]
    before = [button.geometry() for button in buttons]
    step(ready, qtbot)
    settle(qtbot)
    assert ready.panel.figures.text()
    assert [button.geometry() for button in buttons] == before


def test_buttons_give_up_their_words_for_a_run_of_many_batches(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1024, 720)
    settle(qtbot)
    step_ = window.panel.buttons["step"]
    wide = step_.width()
    past_run(window, [1.0] * 1_000_000, recipe=Recipe(epochs=1000, batch_size=12), answers=True)
    settle(qtbot)
    assert "1,000,000 of 5,000,000" in window.panel.figures.text()
    assert step_.width() < wide
    assert cut(window) == []


def test_a_loss_that_explodes_takes_no_room_from_the_others(window: MainWindow, qtbot: QtBot) -> None:
    """Written out it had 45 digits, and made the window wider than its screen."""
    window.resize(1024, 720)
    past_run(window, [2.3, 0.5], answers=True)
    settle(qtbot)
    least, usual = window.minimumSizeHint().width(), window.panel.loss.sizeHint().width()
    past_run(window, [2.3, 6.77e34], answers=True)
    settle(qtbot)
    assert window.panel.loss.text() == "6.8e+34"
    assert window.panel.loss.sizeHint().width() < 2 * usual
    assert window.minimumSizeHint().width() <= least + usual
    assert window.width() == 1024
    assert cut(window) == []


def test_a_loss_that_explodes_is_said_while_it_happens(ready: MainWindow, qtbot: QtBot) -> None:
    """It stays finite and jumps about: what is said came and went with each batch."""
    recipe = replace(KERAS_RECIPE, optimizer=Optimizer.SGD, learning_rate=10.0, architecture=FEW_UNITS)
    ready.workspace.draft.write(recipe)
    ready.workspace.training.set_pace(Pace(Way.STEADY, SPEEDS[5]))
    said: list[str] = []

    def note() -> bool:
        text = ready.panel.message.text()
        said.extend([text] if text != said[-1:] else [])
        run = ready.workspace.training.run
        return run is not None and len(run.history) >= 20

    ready.actions_["train"].trigger()
    qtbot.waitUntil(note)
    stop(ready, qtbot)
    exploding = "The loss is exploding: try a smaller learning rate."
    assert exploding in said
    assert {*said[said.index(exploding) :]} == {exploding}


def test_it_is_not_ready_to_train_where_that_is_not_possible(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> object:
        raise DataFileError("mnist-changed", path="mnist.npz")

    assert window.panel.message.text() == "Ready to train."
    monkeypatch.setattr(mnist, "load_dataset", missing)
    window.load_tensorflow()
    qtbot.waitUntil(lambda: window.workspace.readiness.is_known, timeout=LOADING_MS)
    assert "mnist.npz" in window.panel.state.text()
    assert window.panel.message.text() == ""


def test_how_a_run_ended_is_said_in_another_language_too(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, LESSON, accuracy=0.9587, recipe=KERAS_RECIPE)
    window.workspace.training.reported.emit(run, Ended(Ending.COMPLETED))
    assert window.panel.message.text().startswith("Done after 2,345 batches")
    window.actions_["language_vi"].trigger()
    settle(qtbot)
    assert window.panel.message.text().startswith("Xong sau 2.345 batch")


def test_figures_ask_for_no_room_that_large_letters_needed(window: MainWindow, qtbot: QtBot) -> None:
    furnish(window, qtbot, (1024, 720), 100, "vi")
    past_run(window, LESSON, recipe=KERAS_RECIPE, answers=True)
    settle(qtbot)
    figures = window.panel.figures
    least = figures.minimumWidth()
    choose_text_size(150)
    qtbot.waitUntil(lambda: figures.minimumWidth() > least)
    choose_text_size(USUAL)
    qtbot.waitUntil(lambda: figures.minimumWidth() <= least)
