"""What a lesson does with a network, done with one of no hidden layer and one of four, in the real window."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.drawing.samples import sample_digit
from digitpad.engines.acts.tape import Act
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.events import Ending
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.inside.insight import Topic
from tests.ui.conftest import TRAINING_MS
from tests.ui.lesson import reported, settle, step
from tests.ui.views.step.test_lesson import shows

DEEP = Architecture(tuple(HiddenLayer(units, kind) for units, kind in zip((9, 7, 1, 6), Activation, strict=True)))
SMALL = Recipe(
    epochs=2,
    batch_size=100,
    optimizer=Optimizer.SGD,
    initializer=Initializer.HE_UNIFORM,
    data=TrainingData(count=500),
)


def look_at_all(window: MainWindow, qtbot: QtBot) -> None:
    """Show every view, and every page of the view Inside."""
    for key in window.views.views:
        window.area.show_view(key)
        settle(qtbot)
        assert window.views[key].widget().isVisible()
    window.area.show_view("inside")
    for topic in Topic:
        window.workspace.insight.choose_topic(topic)
        settle(qtbot)
        assert window.views["inside"].pages[topic].widget().isVisible()


@pytest.mark.parametrize("architecture", [Architecture(()), DEEP], ids=["none", "four"])
def test_it_is_looked_at_trained_stepped_through_and_compared(
    ready: MainWindow, qtbot: QtBot, architecture: Architecture
) -> None:
    window, space = ready, ready.workspace
    space.board.set_drawing(sample_digit(3), lambda: "three")
    space.draft.write(replace(SMALL, architecture=architecture))
    window.actions_["reset"].trigger()
    assert space.network.snapshot.architecture == architecture
    answer = space.recognizer.answer_by(space.network.snapshot)
    assert answer is not None
    assert answer.probabilities.sum() == pytest.approx(1)
    look_at_all(window, qtbot)
    step(window, qtbot)
    run = space.training.run
    assert run is not None
    window.area.show_view("step")
    for act in Act:
        window.actions_["next_card"].trigger()
        shows(window, qtbot, act)
    with reported(window, qtbot, Ending.COMPLETED):
        window.actions_["train"].trigger()
    assert len(run.history) == run.recipe.total_batches == 10
    look_at_all(window, qtbot)

    window.actions_["earlier"].trigger()
    qtbot.waitUntil(lambda: space.network.looks_back, timeout=TRAINING_MS)
    assert space.network.snapshot.architecture == architecture
    look_at_all(window, qtbot)
    window.actions_["to_now"].trigger()
    assert not space.network.looks_back

    window.workspace.commands.take_ready_made()
    assert space.network.snapshot.architecture != architecture
    space.select(run)
    window.actions_["compare"].trigger()
    qtbot.waitUntil(lambda: space.comparison.run is run, timeout=TRAINING_MS)
    look_at_all(window, qtbot)
