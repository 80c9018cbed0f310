"""The recipe's network: its layers in rows, its picture, what it costs, and what zeros do to it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.engines.acts.protocol import Go
from digitpad.engines.protocol import Step
from digitpad.network.architecture import ARTICLE, MAX_HIDDEN, Activation, Architecture, HiddenLayer
from digitpad.network.initial import Initializer
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import Advanced, Ending
from digitpad.runs.recipe import KERAS_RECIPE, PRESETS, Optimizer
from digitpad.ui.recipe.network.network_section import NetworkSection
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.wording.language import speak
from digitpad.workspace.wording.sentences import sentence
from tests.ui.lesson import reported, settle, stop
from tests.workspace.conftest import SMALL
from tests.workspace.hearing import TRAINING_MS

RELU, TANH, SIGMOID, NONE = Activation


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English again after each test."""
    yield
    speak()


@pytest.fixture
def section(window: MainWindow, qtbot: QtBot) -> NetworkSection:
    window.actions_["recipe"].setChecked(True)
    settle(qtbot)
    return window.sheet.form.network


def hidden(window: MainWindow) -> list[tuple[int, Activation]]:
    """Return the layers of the recipe that is written now."""
    return [(layer.units, layer.activation) for layer in window.workspace.draft.recipe.architecture.hidden]


def click(qtbot: QtBot, section: NetworkSection, *numbers: int) -> None:
    """Take layers away, one after the other, each by one click."""
    for number in numbers:
        qtbot.mouseClick(section.rows[number].remove, Qt.MouseButton.LeftButton)


def shown(section: NetworkSection) -> list[bool]:
    return [row.isVisible() for row in section.rows]


class TestRows:
    def test_there_are_as_many_as_layers(self, window: MainWindow, section: NetworkSection, qtbot: QtBot) -> None:
        assert shown(section) == [True, False, False, False]
        for count in range(2, MAX_HIDDEN + 1):
            qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
            assert hidden(window) == [(512, RELU)] * count
            assert section.rows[count - 1].units.hasFocus()
        assert not section.add.isEnabled()
        assert "4" in section.add.toolTip()
        click(qtbot, section, 0, 0, 0, 0)
        assert hidden(window) == []
        assert shown(section) == [False] * MAX_HIDDEN
        assert window.canvas.hasFocus(), "a click leaves the keys there, and what is hidden gives them back"

    def test_the_layers_behind_one_that_goes_move_up(
        self, window: MainWindow, section: NetworkSection, qtbot: QtBot
    ) -> None:
        layers = (HiddenLayer(64, TANH), HiddenLayer(32, SIGMOID), HiddenLayer(16, NONE))
        window.workspace.draft.write(replace(KERAS_RECIPE, architecture=Architecture(layers)))
        click(qtbot, section, 1)
        assert hidden(window) == [(64, TANH), (16, NONE)]
        assert section.rows[1].units.value() == 16
        assert not section.rows[1].remove.hasFocus()
        qtbot.mouseClick(section.add, Qt.MouseButton.LeftButton)
        assert hidden(window) == [(64, TANH), (16, NONE), (16, NONE)]

    def test_by_keys_one_after_the_other_is_taken_away(
        self, window: MainWindow, section: NetworkSection, qtbot: QtBot
    ) -> None:
        layers = (HiddenLayer(64, TANH), HiddenLayer(32, SIGMOID), HiddenLayer(16, NONE))
        window.workspace.draft.write(replace(KERAS_RECIPE, architecture=Architecture(layers)))
        section.rows[1].remove.setFocus()
        for focused in (section.rows[1].remove, section.rows[0].remove, section.add):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
            assert window.focusWidget() is focused
        assert hidden(window) == []

    def test_arrow_keys_double_and_halve_units(self, window: MainWindow, section: NetworkSection) -> None:
        units = section.rows[0].units
        for value, key, then in ((512, "Up", 1024), (1024, "Up", 2048), (2048, "Up", 2048), (500, "Up", 512)):
            units.setValue(value)
            QTest.keyClick(units, getattr(Qt.Key, f"Key_{key}"))
            assert hidden(window) == [(then, RELU)]
        for value, then in ((512, 256), (500, 256), (3, 2), (2, 1), (1, 1)):
            units.setValue(value)
            QTest.keyClick(units, Qt.Key.Key_Down)
            assert hidden(window) == [(then, RELU)]

    def test_what_is_half_typed_breaks_nothing(self, window: MainWindow, section: NetworkSection) -> None:
        units = section.rows[0].units
        units.setFocus()
        units.selectAll()
        QTest.keyClick(units, Qt.Key.Key_Delete)
        assert window.actions_["train"].isEnabled()
        assert hidden(window) == [(512, RELU)]
        for letters, written in (("0", 512), ("12", 12), ("8", 128), ("9", 1289), ("9", 1289)):
            QTest.keyClicks(units, letters)
            assert hidden(window) == [(written, RELU)]
        units.selectAll()
        QTest.keyClick(units, Qt.Key.Key_Delete)
        section.rows[0].activation.setCurrentIndex(1)
        assert hidden(window) == [(1289, TANH)]
        assert units.text() == "", "what somebody is about to write stays as it is"
        section.rows[0].activation.setFocus()
        assert units.text() == "1289"

    def test_presets_bring_a_network_back_and_so_does_my_own_recipe(
        self, window: MainWindow, section: NetworkSection, qtbot: QtBot
    ) -> None:
        click(qtbot, section, 0)
        box = window.sheet.form.presets.preset
        for key, layers in (("keras", [(512, RELU)]), ("", [])):
            box.setCurrentIndex(box.findData(key))
            box.activated.emit(box.currentIndex())
            assert hidden(window) == layers
            assert shown(section)[0] == bool(layers)

    def test_the_ready_made_weights_are_the_articles_networks_alone(
        self, window: MainWindow, section: NetworkSection, qtbot: QtBot
    ) -> None:
        box = section.initializer
        place = box.findData(str(Initializer.READY_MADE))
        assert box.model().item(place).isEnabled()
        box.setCurrentIndex(place)
        assert window.workspace.draft.recipe.initializer is Initializer.READY_MADE
        section.rows[0].activation.setCurrentIndex(1)
        assert window.workspace.draft.recipe.initializer is Initializer.GLOROT_UNIFORM
        assert window.workspace.draft.makes_sense
        assert not box.model().item(place).isEnabled()
        section.rows[0].activation.setCurrentIndex(0)
        assert window.workspace.draft.recipe.architecture == ARTICLE
        assert box.model().item(place).isEnabled()

    def test_every_field_can_be_told_from_the_others(self, section: NetworkSection) -> None:
        names = [field.accessibleName() or field.text() for field in section.fields]
        assert all(names)
        assert len(set(names)) == len(names)
        assert all(field.toolTip() for field in section.fields)

    @pytest.mark.parametrize(("language", "heading"), [("en", "Network"), ("vi", "Mạng")])
    def test_mnemonics_on_the_sheet_are_unique(
        self, window: MainWindow, section: NetworkSection, qtbot: QtBot, language: str, heading: str
    ) -> None:
        window.actions_[f"language_{language}"].trigger()
        qtbot.waitUntil(lambda: section.heading.text() == heading)
        texts = [label.text() for label in window.sheet.form.findChildren(QLabel)] + [section.add.text()]
        keys = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(keys) > MAX_HIDDEN + 10
        assert len(set(keys)) == len(keys), sorted(keys)


class TestPicture:
    def test_a_click_on_a_layer_leads_to_its_fields(
        self, window: MainWindow, section: NetworkSection, qtbot: QtBot
    ) -> None:
        window.workspace.draft.write(replace(KERAS_RECIPE, architecture=Architecture((HiddenLayer(8),) * 3)))
        settle(qtbot)
        picture = section.picture
        columns = picture.layout_now().columns
        for number, x in enumerate(columns[1:-1]):
            qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(round(x), picture.height() // 2))
            assert section.rows[number].units.hasFocus()
        with qtbot.assertNotEmitted(picture.chosen):  # the pixels have no fields
            pixels = QPoint(round(columns[0]), picture.height() // 2)
            qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=pixels)

    def test_it_is_described_in_words(self, section: NetworkSection) -> None:
        told = section.picture.accessibleDescription()
        assert told == (
            "784 pixels; through W (784, 512) to 512 relu, 401,920 parameters; "
            "through W (512, 10) to 10 softmax, 5,130 parameters"
        )

    def test_each_column_is_painted_where_it_is(
        self, window: MainWindow, section: NetworkSection, qtbot: QtBot
    ) -> None:
        picture = section.picture
        for layers in ((), (HiddenLayer(1, TANH),), (HiddenLayer(2048, SIGMOID),) * MAX_HIDDEN):
            window.workspace.draft.write(replace(KERAS_RECIPE, architecture=Architecture(layers)))
            settle(qtbot)
            assert picture.height() >= picture.sizeHint().height()
            image = picture.grab().toImage()
            ratio = image.width() / picture.width()
            columns = picture.layout_now().columns
            assert len(columns) == len(layers) + 2
            for number, x in enumerate(columns):
                painted = {image.pixelColor(round(ratio * x), y).name() for y in range(image.height())}
                assert picture.color_of(number) in painted


class TestCost:
    def test_it_says_parameters_at_once_and_the_time_when_it_is_known(self, ready: MainWindow) -> None:
        note = ready.sheet.form.network.note
        assert note.text().startswith("407,050 parameters, ")
        assert "an epoch here" in note.text()
        click_away = replace(KERAS_RECIPE, architecture=Architecture(()))
        ready.workspace.draft.write(click_away)
        assert note.text().startswith("7,850 parameters, ")

    def test_before_it_says_parameters_alone(self, window: MainWindow) -> None:
        assert window.sheet.form.network.note.text() == "407,050 parameters."

    def test_what_is_too_large_is_refused_with_the_sentence_of_train(
        self, ready: MainWindow, qtbot: QtBot
    ) -> None:
        recipe = replace(
            KERAS_RECIPE, batch_size=60_000, architecture=Architecture((HiddenLayer(2048),) * MAX_HIDDEN)
        )
        ready.workspace.draft.write(recipe)
        note = ready.sheet.form.network.note
        assert note.property("role") == "error"
        with reported(ready, qtbot, Ending.FAILED) as heard:
            ready.actions_["train"].trigger()
        # How much memory is free is another number each time.
        said, noted = (re.sub(r"[\d,.]+", "", text) for text in (sentence(heard.event.problem), note.text()))
        assert said in noted
        assert ready.workspace.runs.runs == []
        ready.workspace.draft.write(KERAS_RECIPE)
        assert note.property("role") == "muted"


class TestZeros:
    def test_what_they_do_is_said_where_they_are_chosen(self, window: MainWindow, section: NetworkSection) -> None:
        sentences: dict[str, tuple[HiddenLayer, ...]] = {
            "zeros do no harm": (),
            "no gradient comes through": (HiddenLayer(),),
            "as if it had one unit": (HiddenLayer(9, SIGMOID),),
        }
        for said, layers in sentences.items():
            window.workspace.draft.write(replace(KERAS_RECIPE, architecture=Architecture(layers)))
            assert said not in section.note.text()
            section.initializer.setCurrentIndex(section.initializer.findData(str(Initializer.ZEROS)))
            assert said in section.note.text()

    def test_and_when_they_have_trained(self, ready: MainWindow, qtbot: QtBot) -> None:
        ready.workspace.draft.write(replace(SMALL, initializer=Initializer.ZEROS))
        with reported(ready, qtbot, Ending.PAUSED):
            ready.actions_["step_epoch"].trigger()
        assert "no gradient comes through it" in ready.panel.message.toolTip()
        assert ready.workspace.network.snapshot.weights[-1].any()
        assert not any(weight.any() for weight in ready.workspace.network.snapshot.weights[:-1])
        ready.actions_["stop"].trigger()


class TestCompiling:
    @pytest.mark.parametrize("way", ["of images chosen by hand", "act by act"])
    def test_a_first_batch_that_is_taken_line_by_line_compiles_nothing(
        self, ready: MainWindow, qtbot: QtBot, way: str
    ) -> None:
        space, said = ready.workspace, ready.panel.message
        units = 23 if way == "act by act" else 22
        space.draft.write(
            replace(
                PRESETS["keras"],
                optimizer=Optimizer.SGD,
                architecture=Architecture((HiddenLayer(units, TANH),)),
            )
        )
        with reported(ready, qtbot, Ending.PAUSED):
            space.training.step(space.draft.recipe, Step.NOTHING)
            assert "Compiling" not in said.text()
        run = space.training.run
        assert run is not None
        if way == "act by act":
            space.stepping.go_on(Go.END)
            qtbot.waitUntil(lambda: len(run.history) == 1, timeout=TRAINING_MS)
        else:
            own = ByHand(load_dataset().test_images[:1], np.array([3], np.uint8))
            with reported(ready, qtbot, Ending.PAUSED):
                space.training.train_by_hand(run, own)
                assert "Compiling" not in said.text()
        assert len(run.history) == 1
        with reported(ready, qtbot, Advanced):
            ready.actions_["train"].trigger()
            assert said.text() == "Compiling this network …"
        stop(ready, qtbot)

    def test_it_is_said_until_the_first_batch_of_a_new_network_and_of_none_that_is_known(
        self, ready: MainWindow, qtbot: QtBot
    ) -> None:
        new = replace(
            PRESETS["keras"], optimizer=Optimizer.SGD, architecture=Architecture((HiddenLayer(21, TANH),))
        )
        for words in ("Compiling this network …", "Preparing the first batches …"):
            ready.workspace.draft.write(new)
            with reported(ready, qtbot, Advanced):
                ready.actions_["train"].trigger()
                assert ready.panel.message.text() == words
            with reported(ready, qtbot, Ending.STOPPED):
                ready.actions_["stop"].trigger()
