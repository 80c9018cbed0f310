"""The training panel: tabs that fold, fields that show the whole recipe, colours, the guide."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.runs.recipe import HANDWRITING_RECIPE, KERAS_RECIPE, PRESETS, Schedule
from digitpad.ui.stage.commands import COMMANDS
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import DARK, LIGHT


class TestFolding:
    def test_the_command_gives_the_room_to_the_plots(self, window: MainWindow, qtbot: QtBot) -> None:
        plot = window.views["loss"].plot
        before = plot.height()
        window.actions_["fold"].trigger()
        assert not window.form.isVisible()
        qtbot.waitUntil(lambda: plot.height() > before + 40)
        window.actions_["fold"].trigger()
        assert window.form.isVisible()
        qtbot.waitUntil(lambda: plot.height() == before)

    def test_a_click_on_a_tab_brings_them_back(self, window: MainWindow, qtbot: QtBot) -> None:
        window.actions_["fold"].trigger()
        tabs = window.panel.tabs
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
        assert not window.actions_["fold"].isChecked()
        assert window.views["runs"].table.isVisible()


class TestRecipe:
    def choose(self, window: MainWindow, key: str) -> None:
        box = window.form.preset
        box.setCurrentIndex(box.findData(key))
        box.activated.emit(box.currentIndex())

    def test_the_fields_show_all_of_a_recipe(self, window: MainWindow) -> None:
        self.choose(window, "handwriting")
        assert window.workspace.draft.recipe == HANDWRITING_RECIPE
        assert window.form.schedule.currentText() == "up, then down"
        assert window.form.images.currentText() == "varied, shuffled"
        self.choose(window, "from-scratch")
        assert window.form.images.currentText() == "MNIST, in its order"
        assert window.form.schedule.currentText() == "constant"

    def test_schedule_images_and_order_can_be_changed(self, window: MainWindow) -> None:
        self.choose(window, "keras")
        form = window.form
        form.schedule.setCurrentIndex(form.schedule.findData(str(Schedule.COSINE)))
        form.images.setCurrentIndex(form.images.findText("varied, in MNIST's order"))
        assert window.workspace.draft.recipe == replace(
            KERAS_RECIPE, schedule=Schedule.COSINE, shuffle=False, data=TrainingData(TrainingImages.VARIED)
        )

    def test_my_own_recipe_comes_back_after_a_look_at_a_preset(self, window: MainWindow) -> None:
        own = window.form.preset.model().item(window.form.preset.findData(""))
        assert not own.isEnabled(), "there is none to come back to"
        window.form.epochs.setValue(9)
        mine = window.workspace.draft.recipe
        assert own.isEnabled()
        self.choose(window, "keras")
        assert window.workspace.draft.recipe == PRESETS["keras"]
        self.choose(window, "")
        assert window.workspace.draft.recipe == mine
        assert window.form.epochs.value() == 9

    def test_a_rate_is_left_as_it_is_written(self, window: MainWindow) -> None:
        window.form.learning_rate.setEditText("0.0100")
        assert window.workspace.draft.recipe.learning_rate == 0.01
        assert window.form.learning_rate.currentText() == "0.0100"


class TestSchemes:
    @pytest.mark.parametrize(("name", "colors"), [("dark", DARK), ("light", LIGHT)])
    def test_the_menu_changes_the_colours_and_they_are_remembered(
        self, window: MainWindow, name: str, colors: object
    ) -> None:
        window.actions_[f"scheme_{name}"].trigger()
        assert window.palette().color(QPalette.ColorRole.Window).name() == colors.window
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
        window.form.learning_rate.setEditText("")
        for name in ("train", "step", "step_epoch"):
            assert not window.actions_[name].isEnabled()
            assert window.actions_[name].shortcuts(), "a disabled action's keys do nothing"
        assert window.actions_["reset"].isEnabled()
        window.form.learning_rate.setEditText("0.1")
        assert window.actions_["train"].isEnabled()

    def test_no_key_is_given_twice(self, window: MainWindow) -> None:
        actions = [*window.actions_.all(), *window.views.actions()]
        keys = [key.toString() for action in actions for key in action.shortcuts()]
        assert len(keys) == len(set(keys))

    def test_every_command_does_something(self, window: MainWindow) -> None:
        checkable = {name for name, command in COMMANDS.items() if command.checkable}
        for name in COMMANDS:
            action = window.actions_[name]
            signal = "2toggled(bool)" if name in checkable else "2triggered(bool)"
            told = (
                action.receivers(signal) + action.actionGroup().receivers("2triggered(QAction*)")
                if (action.actionGroup() is not None)
                else action.receivers(signal)
            )
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
