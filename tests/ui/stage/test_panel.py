"""The recipe's sheet and its fields, the pace, colours, commands, the guide."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.engines.pacing import FULL, SPEEDS, WATCH, Pace, Way
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.events import Advanced, Ending
from digitpad.runs.recipe import HANDWRITING_RECIPE, KERAS_RECIPE, PRESETS, Schedule
from digitpad.ui.recipe.recipe_form import RecipeForm
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import DARK, LIGHT
from digitpad.workspace.commands.table import COMMANDS
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.recipe.recipe_texts import preset_names
from tests.ui.lesson import reported, settle, stop


class TestSheet:
    def test_its_fields_are_made_when_they_are_wanted(self, window: MainWindow, qtbot: QtBot) -> None:
        assert not window.findChildren(RecipeForm)
        window.actions_["recipe"].trigger()
        (form,) = window.findChildren(RecipeForm)
        assert form is window.sheet.form
        qtbot.waitUntil(form.isVisible)

    def test_fields_that_are_made_while_a_run_trains_are_as_fixed_as_others(
        self, ready: MainWindow, qtbot: QtBot
    ) -> None:
        with reported(ready, qtbot, Advanced):
            ready.actions_["train"].trigger()
        assert not ready.findChildren(RecipeForm)
        training = ready.sheet.form.training
        assert not training.optimizer.isEnabled()
        assert training.learning_rate.isEnabled()
        stop(ready, qtbot)
        assert training.optimizer.isEnabled()

    def test_it_lies_over_the_view_and_leaves_all_else_where_it_is(self, window: MainWindow, qtbot: QtBot) -> None:
        plot = window.views["loss"].plot
        parts = (window.canvas, window.sight, window.prediction, window.panel, window.area)
        before = [part.geometry() for part in (*parts, plot)]
        assert not window.sheet.form.isVisible()
        window.actions_["recipe"].trigger()
        settle(qtbot)
        assert window.sheet.form.isVisible()
        assert not plot.isVisible()
        assert [part.geometry() for part in parts] == before[:-1]
        assert all(part.isVisible() for part in parts)
        window.actions_["recipe"].trigger()
        settle(qtbot)
        assert not window.sheet.form.isVisible()
        assert plot.isVisible()
        assert [part.geometry() for part in (*parts, plot)] == before

    def test_the_button_in_the_transport_opens_it_and_its_own_closes_it(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        qtbot.mouseClick(window.panel.change, Qt.MouseButton.LeftButton)
        assert window.sheet.form.isVisible()
        assert window.focusWidget() is window.sheet.form.presets.preset
        qtbot.mouseClick(window.sheet.done, Qt.MouseButton.LeftButton)
        assert not window.sheet.form.isVisible()
        assert not window.actions_["recipe"].isChecked()
        assert window.focusWidget() is window.canvas

    def test_who_asks_for_a_view_sees_it(self, window: MainWindow) -> None:
        window.actions_["recipe"].trigger()
        window.views.openers()["runs"].trigger()
        assert not window.sheet.form.isVisible()
        assert not window.actions_["recipe"].isChecked()
        assert window.views["runs"].table.isVisible()

    def test_a_click_on_a_tab_shows_that_view_also_from_the_sheet(self, window: MainWindow, qtbot: QtBot) -> None:
        tabs = window.area.tabs
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
        assert window.views["runs"].table.isVisible()
        window.actions_["recipe"].trigger()
        for place, key in ((2, "sight"), (2, "sight")):  # also the one that was shown before
            settle(qtbot)
            qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
            assert not window.sheet.form.isVisible()
            assert window.views[key].widget().isVisible()
            window.actions_["recipe"].setChecked(True)

    @pytest.mark.parametrize("open_", [True, False])
    def test_the_line_below_says_what_the_next_run_is_made_of(self, window: MainWindow, open_: bool) -> None:
        window.actions_["recipe"].setChecked(open_)
        window.sheet.form.training.epochs.setValue(7)
        window.sheet.form.training.learning_rate.setEditText("0.123")
        assert "0.123" in window.panel.recipe.text()
        window.workspace.draft.write(PRESETS["from-scratch"])
        assert preset_names()["from-scratch"] in window.panel.recipe.text()

    def test_the_line_below_says_how_its_loop_will_run(self, window: MainWindow, qtbot: QtBot) -> None:
        """Whoever had chosen Keras' fit saw it nowhere but in the menu, and in the view Keras."""
        usual = window.panel.recipe.text()
        window.actions_["loop_keras"].trigger()
        assert window.panel.recipe.text() == f"Keras' fit · {usual}"
        window.actions_["language_vi"].trigger()
        qtbot.waitUntil(lambda: window.panel.recipe.text().startswith("fit của Keras · "))
        window.actions_["language_en"].trigger()
        qtbot.waitUntil(lambda: window.panel.recipe.text() == f"Keras' fit · {usual}")
        window.actions_["loop_line-by-line"].trigger()
        assert window.panel.recipe.text() == f"line by line · {usual}"
        window.actions_["loop_compiled"].trigger()
        assert window.panel.recipe.text() == usual

    def test_why_a_recipe_was_refused_is_not_said_of_another_one(self, ready: MainWindow, qtbot: QtBot) -> None:
        usual = ready.workspace.draft.recipe
        huge = Architecture((HiddenLayer(2048),) * 4)
        ready.workspace.draft.write(replace(usual, architecture=huge, batch_size=60_000))
        with reported(ready, qtbot, Ending.FAILED):
            ready.actions_["train"].trigger()
        assert "would take about" in ready.panel.message.text()
        assert not ready.workspace.runs.runs
        ready.workspace.draft.write(usual)
        assert ready.panel.message.text() == "Ready to train."


class TestPace:
    def test_the_slider_sets_it_and_shows_it(self, window: MainWindow) -> None:
        training, slider = window.workspace.training, window.panel.pace.slider
        assert training.pace == FULL
        assert slider.value() == slider.maximum()
        slider.setValue(0)
        assert training.pace == Pace(Way.STEADY, SPEEDS[0])
        slider.setValue(slider.maximum())
        assert training.pace == FULL
        training.set_pace(Pace(Way.STEADY, SPEEDS[3]))
        assert slider.value() == 3
        assert str(SPEEDS[3]) in slider.toolTip()

    def test_its_commands(self, window: MainWindow) -> None:
        training, actions = window.workspace.training, window.actions_

        def checked() -> list[str]:
            return [name for name in ("full_speed", "watch") if actions[name].isChecked()]

        assert checked() == ["full_speed"]
        actions["watch"].trigger()
        assert training.pace == WATCH
        assert checked() == ["watch"]
        actions["faster"].trigger()
        assert training.pace == WATCH.faster()
        assert checked() == []
        actions["slower"].trigger()
        assert training.pace == WATCH.faster().slower()
        actions["full_speed"].trigger()
        assert training.pace == FULL
        assert checked() == ["full_speed"]
        actions["full_speed"].trigger()
        assert training.pace == WATCH
        assert checked() == ["watch"]

    def test_it_is_remembered(self, qtbot: QtBot, settings: Settings) -> None:
        for pace in (Pace(Way.STEADY, SPEEDS[2]), WATCH, FULL):
            first = MainWindow(settings)
            qtbot.addWidget(first)
            first.workspace.training.set_pace(pace)
            first.close()
            second = MainWindow(settings)
            qtbot.addWidget(second)
            assert second.workspace.training.pace == pace
            assert second.actions_["watch"].isChecked() == (pace == WATCH)
            assert second.panel.pace.slider.value() == pace.place()
            second.close()


class TestRecipe:
    def choose(self, window: MainWindow, key: str) -> None:
        box = window.sheet.form.presets.preset
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())

    def test_the_fields_show_all_of_a_recipe(self, window: MainWindow) -> None:
        self.choose(window, "handwriting")
        assert window.workspace.draft.recipe == HANDWRITING_RECIPE
        assert window.sheet.form.training.schedule.currentText() == "up, then down"
        assert window.sheet.form.data.images.currentText() == "varied as handwriting"
        assert window.sheet.form.data.order.currentText() == "shuffled"
        self.choose(window, "from-scratch")
        assert window.sheet.form.data.images.currentText() == "as they are"
        assert window.sheet.form.data.order.currentText() == "in the files' order"
        assert window.sheet.form.training.schedule.currentText() == "constant"

    def test_schedule_images_and_order_can_be_changed(self, window: MainWindow) -> None:
        self.choose(window, "keras")
        form = window.sheet.form
        form.training.schedule.setCurrentIndex(form.training.schedule.findData(str(Schedule.COSINE)))
        form.data.images.setCurrentIndex(form.data.images.findText("varied as handwriting"))
        form.data.order.setCurrentIndex(form.data.order.findText("in the files' order"))
        assert window.workspace.draft.recipe == replace(
            KERAS_RECIPE, schedule=Schedule.COSINE, shuffle=False, data=TrainingData(TrainingImages.VARIED)
        )

    def test_my_own_recipe_comes_back_after_a_look_at_a_preset(self, window: MainWindow) -> None:
        own = window.sheet.form.presets.preset.model().item(window.sheet.form.presets.preset.findData(""))
        assert not own.isEnabled(), "there is none to come back to"
        window.sheet.form.training.epochs.setValue(9)
        mine = window.workspace.draft.recipe
        assert own.isEnabled()
        self.choose(window, "keras")
        assert window.workspace.draft.recipe == PRESETS["keras"]
        self.choose(window, "")
        assert window.workspace.draft.recipe == mine
        assert window.sheet.form.training.epochs.value() == 9

    def test_steps_go_from_the_rate_that_is_written(self, window: MainWindow) -> None:
        """From 0.1 one down came to 0.003."""
        box = window.sheet.form.training.learning_rate
        for written, key, expected in (
            ("0.1", Qt.Key.Key_Down, "0.03"),
            ("0.1", Qt.Key.Key_Up, "0.3"),
            ("0.02", Qt.Key.Key_Down, "0.01"),
            ("0.0001", Qt.Key.Key_Down, "0.0001"),
        ):
            box.setEditText(written)
            QTest.keyClick(box, key)
            assert box.currentText() == expected

    def test_nobody_completes_what_is_typed(self, window: MainWindow) -> None:
        """A 0 became 0.0001."""
        window.actions_["recipe"].trigger()
        box = window.sheet.form.training.learning_rate
        line = box.lineEdit()
        line.selectAll()
        QTest.keyClicks(line, "0")
        QTest.keyClick(line, Qt.Key.Key_Tab)
        assert box.currentText() == "0"
        assert window.workspace.draft.recipe.learning_rate == 0.001
        line.selectAll()
        QTest.keyClicks(line, "0.05")
        assert window.workspace.draft.recipe.learning_rate == 0.05

    def test_a_rate_is_left_as_it_is_written(self, window: MainWindow) -> None:
        window.sheet.form.training.learning_rate.setEditText("0.0100")
        assert window.workspace.draft.recipe.learning_rate == 0.01
        assert window.sheet.form.training.learning_rate.currentText() == "0.0100"


class TestSchemes:
    @pytest.mark.parametrize(("name", "colors"), [("dark", DARK), ("light", LIGHT)])
    def test_the_menu_changes_the_colours_and_they_are_remembered(
        self, window: MainWindow, qtbot: QtBot, name: str, colors: object
    ) -> None:
        window.actions_[f"scheme_{name}"].trigger()
        qtbot.waitUntil(lambda: window.palette().color(QPalette.ColorRole.Window).name() == colors.window)
        assert window.workspace.settings.scheme == name
        chosen = [action.data() for action in window.actions_.schemes.actions() if action.isChecked()]
        assert chosen == [name]


class TestCommands:
    def test_buttons_show_their_commands(self, window: MainWindow) -> None:
        for name, button in window.panel.buttons.items():
            assert button.defaultAction() is window.actions_[name]
            assert button.isEnabled() == window.actions_[name].isEnabled()
            assert button.toolTip()

    def test_a_field_in_error_stops_what_would_need_it_and_nothing_else(self, window: MainWindow) -> None:
        window.sheet.form.training.learning_rate.setEditText("")
        for name in ("train", "step", "step_epoch"):
            assert not window.actions_[name].isEnabled()
            assert window.actions_[name].shortcuts(), "a disabled action's keys do nothing"
        assert window.actions_["reset"].isEnabled()
        window.sheet.form.training.learning_rate.setEditText("0.1")
        assert window.actions_["train"].isEnabled()

    def test_no_key_is_given_twice(self, window: MainWindow) -> None:
        actions = [*window.actions_.all(), *window.views.actions()]
        keys = [key.toString() for action in actions for key in action.shortcuts()]
        assert len(keys) == len(set(keys))

    def test_every_command_does_something(self, window: MainWindow) -> None:
        checkable = {name for name, command in COMMANDS.items() if command.checkable}
        for name in COMMANDS:
            action = window.actions_[name]
            told = action.receivers("2triggered(bool)")
            if name in checkable:
                told += action.receivers("2toggled(bool)")
            if action.actionGroup() is not None:
                told += action.actionGroup().receivers("2triggered(QAction*)")
            assert told, name


class TestGuide:
    def open_guides(self, window: MainWindow) -> list[QDialog]:
        return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]

    def test_there_is_one_however_often_it_is_asked_for(self, window: MainWindow) -> None:
        for _ in range(3):
            window.actions_["help"].trigger()
        (guide,) = self.open_guides(window)
        guide.close()
        window.actions_["help"].trigger()
        assert self.open_guides(window) == [guide]

    def test_its_table_of_keys_is_made_of_the_commands(self, window: MainWindow) -> None:
        window.actions_["help"].trigger()
        (guide,) = self.open_guides(window)
        browser = guide.findChild(QTextBrowser)
        assert isinstance(browser, QTextBrowser)
        text = browser.toPlainText()
        for action in [*window.actions_.all(), *window.views.actions()]:
            for key in action.shortcuts():
                assert key.toString(key.SequenceFormat.NativeText) in text
        assert QApplication.activeModalWidget() is None
