"""The view “Keras” in a real window: the recipe's listing, the loops side by side, in both languages."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.events import Ending
from digitpad.runs.recipe import KERAS_RECIPE, Loop, Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.keras.keras_panel import KerasPanel
from digitpad.workspace.loops.listing import listing
from tests.ui.conftest import TRAINING_MS
from tests.ui.lesson import reported

SMALL = replace(
    KERAS_RECIPE,
    epochs=2,
    batch_size=20,
    optimizer=Optimizer.SGD,
    architecture=Architecture((HiddenLayer(16),)),
    data=TrainingData(count=1000),
)


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def panel(window: MainWindow) -> KerasPanel:
    window.area.show_view("keras")
    return window.views["keras"].panel


def test_the_listing_follows_the_recipe_and_is_copied(window: MainWindow, panel: KerasPanel, qtbot: QtBot) -> None:
    window.workspace.draft.write(SMALL)
    qtbot.waitUntil(lambda: "epochs=2" in panel.listing.toPlainText())
    # Wrapped, and with less indentation where there is little room, but the same code.
    assert "".join(panel.listing.toPlainText().split()) == "".join("".join(listing(SMALL)).split())
    click(qtbot, panel.copy)
    assert QGuiApplication.clipboard().text().splitlines() == list(listing(SMALL))
    assert "PyDataset" in panel.notes.text()
    assert "by hand" not in panel.notes.text()
    by_hand = replace(SMALL, optimizer=Optimizer.NAIVE_SGD)
    window.workspace.draft.write(by_hand)
    qtbot.waitUntil(lambda: "by hand" in panel.notes.text())
    assert "EarlyStopping" not in panel.notes.text()
    window.workspace.draft.write(replace(SMALL, patience=2, data=TrainingData(count=1000, validation=0.1)))
    qtbot.waitUntil(lambda: "EarlyStopping" in panel.notes.text())


def test_it_speaks_vietnamese_too(window: MainWindow, panel: KerasPanel, qtbot: QtBot) -> None:
    english = [panel.notes.text(), panel.agreement.text(), panel.copy.text(), panel.heading.text()]
    window.actions_["language_vi"].trigger()
    qtbot.waitUntil(lambda: "độ đo" in panel.notes.text())
    now = [panel.notes.text(), panel.agreement.text(), panel.copy.text(), panel.heading.text()]
    assert all(old != new for old, new in zip(english, now, strict=True))
    window.actions_["language_en"].trigger()


def test_before_a_last_row_the_code_is_as_large_as_the_words(
    window: MainWindow, panel: KerasPanel, qtbot: QtBot
) -> None:
    before = panel.listing.fontInfo().pixelSize()
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: panel.listing.fontInfo().pixelSize() == panel.fontInfo().pixelSize() > before)
    assert not panel.notes.isVisible()

    def is_whole() -> bool:
        last = panel.listing.document().lastBlock()
        bottom = panel.listing.blockBoundingGeometry(last).translated(panel.listing.contentOffset()).bottom()
        return bottom <= panel.listing.viewport().height()

    qtbot.waitUntil(is_whole)
    assert panel.listing.verticalScrollBar().maximum() == 0
    window.actions_["projector"].trigger()
    qtbot.waitUntil(lambda: panel.listing.fontInfo().pixelSize() == before)
    assert panel.notes.isVisible()


def test_everything_is_reached_by_tab(panel: KerasPanel) -> None:
    reached: list[QWidget] = []
    widget: QWidget = panel
    while (widget := widget.nextInFocusChain()) is not panel and widget not in reached:
        reached.append(widget)
    wanted = [panel.copy, panel.listing, *panel.choices.values()]
    assert [widget for widget in reached if widget in wanted] == wanted
    assert all(button.toolTip() for button in (panel.copy, *panel.choices.values()))


def test_both_loops_stand_side_by_side(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(SMALL)
    ready.area.show_view("keras")
    panel = ready.views["keras"].panel
    assert "both ways" in panel.agreement.text()
    for loop in (Loop.COMPILED, Loop.KERAS):
        click(qtbot, panel.choices[loop])
        assert ready.workspace.training.loop is loop
        with reported(ready, qtbot, Ending.COMPLETED):
            click(qtbot, ready.panel.buttons["train"])
    qtbot.waitUntil(lambda: "in 100 batches" in panel.agreement.text(), timeout=TRAINING_MS)
    assert panel.agreement.text().startswith("Run 1 and Run 2: largest difference of a batch's loss ")
    assert [panel.paces[loop].text().endswith(" images/s") for loop in Loop] == [True, False, True]
    awaited = "known of a run of 80 batches or more"
    assert [panel.runs[loop].text() for loop in Loop] == ["Run 1", awaited, "Run 2"]
    ready.area.show_view("loss")
    newest = ready.views["loss"].plot.legend.chips[0]
    qtbot.waitUntil(lambda: newest.text().startswith("Run 2 · Keras' fit"))


def test_a_run_s_name_is_its_tooltip_as_it_is(panel: KerasPanel, window: MainWindow) -> None:
    run = Run(0, "Anna & 'I'", Recipe())
    panel.show_loops({Loop.COMPILED: (run, 9000.0)}, "")
    assert panel.runs[Loop.COMPILED].toolTip() == run.name
    run.name = "Ben <b>B</b>"
    panel.show_loops({Loop.COMPILED: (run, 9000.0)}, "")
    assert "&lt;b&gt;" in panel.runs[Loop.COMPILED].toolTip()
