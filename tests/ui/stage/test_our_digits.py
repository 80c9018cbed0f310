"""The class's own digits in the recipe's fields, and what is said of a run that goes on with others."""

import re
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.document.classroom.class_set import ClassSet
from digitpad.engines.protocol import Step
from digitpad.network.initial import Initializer
from digitpad.runs.events import Ending
from digitpad.runs.recipe import HANDWRITING_RECIPE, KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.acts.situations import situation_text
from digitpad.workspace.wording.recipe.recipe_texts import difference, summary
from tests.ui.conftest import LOADING_MS
from tests.ui.lesson import FEW_UNITS, reported, settle
from tests.workspace.classroom.class_digits import ALONE, drawn

LIGHT = replace(ALONE, architecture=FEW_UNITS)


class TestOurDigits:
    @pytest.fixture
    def taught(self, window: MainWindow, qtbot: QtBot) -> MainWindow:
        window.workspace.class_drawings.add(drawn(50))
        qtbot.waitUntil(lambda: window.workspace.material.is_ready, timeout=LOADING_MS)
        return window

    def test_their_share_and_that_of_wrong_labels_are_written_into_the_recipe(self, window: MainWindow) -> None:
        form, draft = window.sheet.form, window.workspace.draft
        form.data.mix.setValue(50)
        form.data.wrong_labels.setValue(10)
        form.network.initializer.setCurrentIndex(form.network.initializer.findText("ready-made"))
        assert draft.recipe == replace(
            KERAS_RECIPE,
            initializer=Initializer.READY_MADE,
            data=TrainingData(mix=0.5, wrong_labels=0.1),
        )
        draft.write(KERAS_RECIPE)
        assert (form.data.mix.value(), form.data.wrong_labels.value()) == (0, 0)

    def test_a_share_between_two_per_cents_stays_until_another_is_written(self, window: MainWindow) -> None:
        draft = window.workspace.draft
        draft.write(replace(KERAS_RECIPE, data=TrainingData(mix=1 / 3)))
        window.sheet.form.training.epochs.setValue(9)
        assert draft.recipe.data.mix == 1 / 3
        window.sheet.form.data.mix.setValue(34)
        assert draft.recipe.data.mix == 0.34

    def test_a_recipe_in_the_fields_names_no_drawings_of_a_run(self, window: MainWindow) -> None:
        draft = window.workspace.draft
        draft.write(replace(KERAS_RECIPE, data=TrainingData(mix=0.5, drawings="0f" * 32)))
        window.sheet.form.data.mix.setValue(0)
        assert draft.recipe == KERAS_RECIPE

    def test_of_ours_alone_there_are_as_many_as_there_are_and_of_mnist_then_all_again(
        self, window: MainWindow
    ) -> None:
        draft = window.workspace.draft
        draft.write(replace(KERAS_RECIPE, data=TrainingData(count=40, mix=1.0, drawings="0f" * 32)))
        window.sheet.form.training.epochs.setValue(9)
        window.sheet.form.data.mix.setValue(50)
        assert draft.recipe.data == TrainingData(mix=0.5)

    def test_varied_images_and_ours_are_refused_with_a_sentence(self, window: MainWindow) -> None:
        window.workspace.draft.write(HANDWRITING_RECIPE)
        window.sheet.form.data.mix.setValue(50)
        assert not window.workspace.draft.makes_sense
        assert "Only MNIST's images are varied" in window.panel.message.text()
        window.sheet.form.data.images.setCurrentIndex(window.sheet.form.data.images.findText("as they are"))
        assert window.workspace.draft.makes_sense
        assert window.workspace.draft.recipe.data.mix == 0.5

    def test_how_many_there_are_is_said_beneath(self, window: MainWindow, qtbot: QtBot) -> None:
        assert window.sheet.form.data.ours.text() == "There are no digits of ours yet."
        by_pens = [replace(entry, pen=1 + place // 10) for place, entry in enumerate(drawn(50))]
        window.workspace.class_drawings.add(by_pens)
        assert window.sheet.form.data.ours.text() == "Our digits are being turned into pictures …"
        said = r"40 drawings of ours to learn from, 10 held-out drawings to test with \(pen \d\)\."
        qtbot.waitUntil(
            lambda: re.fullmatch(said, window.sheet.form.data.ours.text()) is not None, timeout=LOADING_MS
        )
        window.workspace.class_drawings.put(ClassSet(tuple(drawn(10)[:1] * 3)))
        qtbot.waitUntil(lambda: "All our digits are a 0" in window.sheet.form.data.ours.text(), timeout=LOADING_MS)

    def test_a_run_under_way_fixes_them(self, taught: MainWindow) -> None:
        taught.sheet.form.set_fixed(True, rate_too=False)
        assert not taught.sheet.form.data.mix.isEnabled()
        assert not taught.sheet.form.data.wrong_labels.isEnabled()
        assert taught.sheet.form.training.learning_rate.isEnabled()

    def test_in_short_they_are_named(self) -> None:
        recipe = replace(KERAS_RECIPE, initializer=Initializer.READY_MADE)
        said = summary(replace(recipe, data=TrainingData(mix=0.5, wrong_labels=0.125))).replace("\u00a0", " ")
        assert said == (
            "RMSprop (Keras) · rate 0.001 · batch 128 · seed 0 · our digits: 50 % · wrong labels: 12.5 % · "
            "from the ready-made network"
        )
        assert "our digits alone" in summary(replace(recipe, data=TrainingData(mix=1.0)))
        assert summary(KERAS_RECIPE) == "RMSprop (Keras) · rate 0.001 · batch 128 · seed 0"

    @pytest.mark.parametrize("meanwhile", ["looks at them", "collects"])
    def test_that_there_are_none_any_more_is_said_at_once_whatever_goes_on(
        self, taught: MainWindow, meanwhile: str
    ) -> None:
        space = taught.workspace
        first, *_ = everything = space.class_drawings.content.everything
        if meanwhile == "collects":
            space.collector.begin()
        else:
            space.thumbnails.of(first.drawing)
        note = taught.sheet.form.data.ours
        assert "of ours to learn from" in note.text()
        space.class_drawings.drop(range(len(everything)))
        assert note.text() == "There are no digits of ours yet."
        space.collector.end()

    def test_runs_on_other_drawings_are_told_apart(self) -> None:
        one, other = (
            replace(KERAS_RECIPE, data=TrainingData(mix=0.5, drawings=digit * 64)) for digit in ("a", "b")
        )
        assert difference(one, [one, other]).replace("\u00a0", " ").endswith("our digits: 50 %, set aaaa")
        assert summary(other).endswith("set bbbb")


def test_a_run_that_goes_on_with_others_says_so(ready: MainWindow, qtbot: QtBot) -> None:
    space = ready.workspace
    space.class_drawings.add(drawn(50))
    space.draft.write(LIGHT)
    with reported(ready, qtbot, Ending.PAUSED):
        space.commands.step(Step.BATCH)
    assert "Our digits are not those" not in ready.status.text()
    space.class_drawings.add(drawn(50, first=50))
    qtbot.waitUntil(lambda: space.material.is_ready, timeout=LOADING_MS)
    with reported(ready, qtbot, Ending.PAUSED):
        space.commands.step(Step.BATCH)
    assert ready.status.toolTip() == (
        "Our digits are not those that Run 1 has learnt from: it goes on with 80 drawings to learn from."
    )


def test_what_a_run_waits_for_once_tensorflow_is_there_is_said(ready: MainWindow, qtbot: QtBot) -> None:
    space = ready.workspace
    space.draft.write(LIGHT)
    entries = drawn(50)
    space.thumbnails.of(entries[0].drawing)  # a gallery in sight: no thread makes pictures meanwhile
    space.class_drawings.add(entries)
    space.commands.toggle_training()
    assert space.training.state is State.WAITING
    assert ready.panel.message.text() == "Training begins as soon as our digits are turned into pictures …"
    assert space.stepping.situation is Situation.AWAITED
    said = situation_text(space.stepping, space.training, space.readiness, space.network, space.draft)
    assert said == "A run begins as soon as our digits are turned into pictures; a step waits for that."
    with reported(ready, qtbot, Ending.COMPLETED):
        pass


def test_resume_waits_for_our_digits_as_train_does_and_says_so(ready: MainWindow, qtbot: QtBot) -> None:
    """It said "Try again in a moment"."""
    space, panel = ready.workspace, ready.panel
    space.draft.write(LIGHT)
    space.class_drawings.add(drawn(50))
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    entries = drawn(50, first=50)
    space.thumbnails.of(entries[0].drawing)  # a gallery in sight: no thread makes pictures meanwhile
    space.class_drawings.add(entries)
    qtbot.waitUntil(lambda: panel.buttons["train"].text() == "Resume")
    ready.actions_["train"].trigger()
    settle(qtbot)
    assert panel.message.text() == "Training goes on as soon as our digits are turned into pictures …"
    assert panel.buttons["train"].text() == "Resume"
    assert panel.figures.text() == "batch 1 of 8 · loss"
    said = situation_text(space.stepping, space.training, space.readiness, space.network, space.draft)
    assert said == "The run goes on as soon as our digits are turned into pictures; a step waits for that."
    with reported(ready, qtbot, Ending.COMPLETED):
        pass
    assert panel.figures.text() == "batch 8 of 8 · loss"
