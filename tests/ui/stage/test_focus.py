"""The keys stay with the canvas whatever is clicked, and come back to it from what can have them no longer."""

from collections.abc import Iterator
from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.recipe import Recipe
from digitpad.ui.plots.plot import Plot
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from tests.ui.lesson import FEW_UNITS, reported, select, settle, step, stop
from tests.ui.stage.test_keys import fields, turn_wheel, value

LEFT = Qt.MouseButton.LeftButton
BY_TAB = Qt.FocusReason.TabFocusReason


def press_space(widget: QWidget | None) -> None:
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Space)


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.recipe = Recipe(epochs=1000, architecture=FEW_UNITS)  # ends only when it is told to
    return settings


@pytest.fixture
def made(window: MainWindow) -> MainWindow:
    """All that is made later is there."""
    window.views.make_all()
    window.sheet.make()
    return window


def test_no_click_on_one_takes_the_keys(made: MainWindow) -> None:
    """A field is one in which somebody writes."""
    for kind in (QAbstractButton, QComboBox, Plot):
        assert len(made.findChildren(kind)) > 2
        takes = [
            found
            for found in made.findChildren(kind)
            if found.focusPolicy() & Qt.FocusPolicy.ClickFocus
            and not (isinstance(found, QComboBox) and found.isEditable())
        ]
        assert takes == []


class TestTheSheet:
    def test_a_click_opens_it_and_space_trains(self, ready: MainWindow, qtbot: QtBot) -> None:
        qtbot.mouseClick(ready.panel.change, LEFT)
        assert ready.sheet.isVisible()
        with reported(ready, qtbot, SnapshotTaken):
            press_space(ready.focusWidget())

    def test_by_its_key_or_by_tab_one_writes_at_once(self, window: MainWindow, qtbot: QtBot) -> None:
        window.actions_["recipe"].trigger()
        preset = window.sheet.form.presets.preset
        assert preset.hasFocus()
        window.actions_["recipe"].trigger()
        window.panel.change.setFocus(BY_TAB)
        press_space(window.panel.change)
        assert preset.hasFocus()

    def test_the_field_that_has_the_keys_is_seen_wherever_one_was_before(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.actions_["recipe"].trigger()
        preset = window.sheet.form.presets.preset
        settle(qtbot)
        bar = window.sheet.findChild(QScrollArea).verticalScrollBar()
        assert bar.maximum() > 0
        bar.setValue(bar.maximum())
        assert preset.visibleRegion().isEmpty()
        window.actions_["recipe"].trigger()
        window.actions_["recipe"].trigger()
        settle(qtbot)
        assert preset.hasFocus()
        assert not preset.visibleRegion().isEmpty()

    def test_one_click_takes_one_layer_away_and_space_none(self, window: MainWindow, qtbot: QtBot) -> None:
        qtbot.mouseClick(window.panel.change, LEFT)
        network = window.sheet.form.network
        qtbot.mouseClick(network.add, LEFT)
        assert network.rows[1].isVisible()
        window.canvas.setFocus()
        qtbot.mouseClick(network.rows[0].remove, LEFT)
        assert window.focusWidget() is window.canvas
        assert window.workspace.draft.recipe.architecture == FEW_UNITS


class TestWhatCanHaveThemNoLonger:
    def test_a_step_by_tab_and_space_disables_its_button(self, ready: MainWindow, qtbot: QtBot) -> None:
        """The next button was Stop, then Reset: Space twice more, and the network was gone."""
        ready.panel.buttons["step"].setFocus(BY_TAB)
        with reported(ready, qtbot, Ending.PAUSED):
            press_space(ready.focusWidget())
        assert ready.focusWidget() is ready.canvas
        assert ready.workspace.training.state is State.PAUSED

    def test_a_view_that_goes_takes_none_along(self, made: MainWindow, qtbot: QtBot) -> None:
        made.area.show_view("keras")
        copy = made.views["keras"].panel.copy
        copy.setFocus(BY_TAB)
        made.area.show_view("test")
        assert made.focusWidget() is made.canvas

    def test_a_message_that_goes_either(self, window: MainWindow) -> None:
        window.unkept_bar.show()
        window.unkept_bar.leave.setFocus(BY_TAB)
        press_space(window.unkept_bar.leave)
        assert not window.unkept_bar.isVisible()
        assert window.focusWidget() is window.canvas


class TestAViewInAWindowOfItsOwn:
    @pytest.fixture
    def torn(self, ready: MainWindow, qtbot: QtBot) -> Iterator[QWidget]:
        ready.area.show_view("loss")
        ready.actions_["tear_off"].trigger()
        torn = ready.views["loss"].widget().window()
        assert torn is not ready
        torn.activateWindow()
        qtbot.waitUntil(torn.isActiveWindow)
        yield torn
        ready.area.take_all_back()

    def test_space_plays_there_too(self, torn: QWidget, ready: MainWindow, qtbot: QtBot) -> None:
        qtbot.mouseClick(ready.views["loss"].plot.curves, LEFT)
        QApplication.activePopupWidget().close()  # type: ignore[union-attr]
        with reported(ready, qtbot, SnapshotTaken):
            press_space(torn.focusWidget())
        with reported(ready, qtbot, Ending.PAUSED):
            press_space(torn.focusWidget())

    def test_esc_leaves_what_it_leaves_elsewhere(self, torn: QWidget, ready: MainWindow) -> None:
        ready.actions_["projector"].trigger()
        losses = ready.views["loss"].plot.plot
        losses.setFocus(BY_TAB)
        QTest.keyClick(losses, Qt.Key.Key_Escape)
        assert torn.focusWidget() is torn
        assert not ready.actions_["projector"].isChecked()

    def test_a_disabled_control_gives_the_keys_to_none(self, torn: QWidget, ready: MainWindow) -> None:
        curves = ready.views["loss"].plot.curves
        curves.setFocus(BY_TAB)
        curves.setEnabled(False)
        assert torn.focusWidget() is torn
        curves.setEnabled(True)


class TestLists:
    def test_after_a_click_space_hides_no_run_but_trains(self, ready: MainWindow, qtbot: QtBot) -> None:
        step(ready, qtbot)
        stop(ready, qtbot)
        (run,) = ready.workspace.runs.runs
        ready.area.show_view("runs")
        table = ready.views["runs"].table
        select(ready, run)
        middle = table.visualRect(table.model().index(0, 0)).center()
        qtbot.mouseClick(table.viewport(), LEFT, pos=middle)
        assert table.hasFocus()
        with reported(ready, qtbot, SnapshotTaken):
            press_space(table)
        assert run.visible

    def test_where_tab_has_led_to_it_space_is_its_own(self, ready: MainWindow, qtbot: QtBot) -> None:
        step(ready, qtbot)
        stop(ready, qtbot)
        ready.area.show_view("runs")
        table = ready.views["runs"].table
        select(ready, ready.workspace.runs.runs[0])
        qtbot.mouseClick(table.viewport(), LEFT, pos=QPoint(5, table.viewport().height() - 5))
        ready.canvas.setFocus()
        table.setFocus(BY_TAB)
        press_space(table)
        assert not ready.workspace.runs.runs[0].visible
        assert ready.workspace.training.state is State.IDLE

    @pytest.mark.parametrize(("view", "name"), [("step", "code.text"), ("keras", "listing")])
    def test_after_a_click_on_a_text_too(self, ready: MainWindow, qtbot: QtBot, view: str, name: str) -> None:
        ready.area.show_view(view)
        settle(qtbot)
        text = attrgetter(name)(ready.views[view].panel)
        qtbot.mouseClick(text.viewport(), LEFT)
        with reported(ready, qtbot, SnapshotTaken):
            press_space(ready.focusWidget())


def test_the_wheel_moves_no_choice_in_any_view(made: MainWindow, qtbot: QtBot) -> None:
    for key in made.views.views:
        made.area.show_view(key)
        made.canvas.setFocus()
        settle(qtbot)
        boxes = [found for found in fields(made) if isinstance(found, QComboBox)]
        for box in boxes:
            before = value(box)
            for steps in (1, -1, -1):
                turn_wheel(box, steps)
            assert value(box) == before, (key, box.accessibleName())
        assert made.focusWidget() is made.canvas


def test_the_wheel_over_the_tabs_shows_no_other_view(window: MainWindow) -> None:
    """Step was three notches away, and pauses a run."""
    for steps in (-1, -1, -1, 1):
        turn_wheel(window.area.tabs, steps)
    assert window.area.current == "loss"
    window.area.tabs.setFocus(BY_TAB)
    turn_wheel(window.area.tabs, -1)
    assert window.area.current == "runs"
