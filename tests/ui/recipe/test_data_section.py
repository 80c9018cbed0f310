"""The data of a recipe in its fields: what is written, clicked and refused, and what follows from it."""

import itertools
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import ALL_IMAGES, TrainingData, TrainingImages
from digitpad.runs.recipe import HANDWRITING_RECIPE, KERAS_RECIPE
from digitpad.ui.recipe.data_section import DataSection
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.wording.language import speak


@pytest.fixture
def section(window: MainWindow) -> DataSection:
    window.actions_["recipe"].setChecked(True)
    return window.sheet.form.data


def data_of(window: MainWindow) -> TrainingData:
    return window.workspace.draft.recipe.data


def said(section: DataSection) -> str:
    return section.epoch.text().replace("\u00a0", " ")


class TestHowMany:
    def test_any_number_can_be_written(self, window: MainWindow, section: DataSection) -> None:
        numbers = {"100": 100, "1,000": 1000, "all": ALL_IMAGES, "1500": 1500, "ALL ": ALL_IMAGES}
        for written, count in numbers.items():
            section.count.setEditText(written)
            assert data_of(window).count == count
            assert section.count.currentText() == written, "it stays as it is written"

    def test_the_usual_ones_can_be_chosen(self, window: MainWindow, section: DataSection) -> None:
        texts = [section.count.itemText(place) for place in range(section.count.count())]
        assert texts == ["100", "1,000", "10,000", "all"]
        section.count.setCurrentIndex(1)
        assert data_of(window).count == 1000
        section.count.setCurrentIndex(3)
        assert window.workspace.draft.recipe == KERAS_RECIPE

    def test_what_is_none_is_refused_with_a_sentence(self, window: MainWindow, section: DataSection) -> None:
        for written in ("", "many", "0", "60001", "-5", "1e3", "1,5", ",100"):
            section.count.setEditText(written)
            assert not window.workspace.draft.makes_sense, written
            assert "number of images must be a whole number from 1 to 60,000" in window.panel.message.text()
            section.count.setEditText("60000")
            assert window.workspace.draft.makes_sense
            assert window.workspace.draft.recipe == KERAS_RECIPE
            assert "number of images" not in window.panel.message.text()

    def test_a_page_that_was_pasted_is_refused_like_any_other_text(
        self, window: MainWindow, section: DataSection
    ) -> None:
        """Python makes no number of more than 4,300 digits."""
        QGuiApplication.clipboard().setText("9" * 5000)
        line = section.count.lineEdit()
        assert line is not None
        line.selectAll()
        line.paste()
        assert not window.workspace.draft.makes_sense
        assert "from 1 to 60,000, not 99,999,999" in window.panel.message.text()
        assert len(window.panel.message.text()) < 120
        section.count.setEditText("60000")
        assert window.workspace.draft.recipe == KERAS_RECIPE

    def test_another_language_writes_the_same_number(
        self, window: MainWindow, section: DataSection, qtbot: QtBot
    ) -> None:
        section.count.setEditText("1,500")
        try:
            speak("vi")
            qtbot.waitUntil(lambda: section.count.currentText() == "1.500")
            assert section.count.itemText(3) == "tất cả"
            assert data_of(window).count == 1500
            section.count.setCurrentIndex(3)
            assert data_of(window).count == ALL_IMAGES
        finally:
            speak()
        qtbot.waitUntil(lambda: section.count.currentText() == "all")

    @pytest.mark.parametrize(("written", "count"), [("1.500", 1500), ("tất cả", ALL_IMAGES)])
    def test_what_another_language_writes_as_a_number_is_one_once_it_is_spoken(
        self, window: MainWindow, section: DataSection, qtbot: QtBot, written: str, count: int
    ) -> None:
        """It said that from 1 to 60.000 is right, and 1.500 not."""
        section.count.setEditText(written)
        assert not window.workspace.draft.makes_sense
        speak("vi")
        qtbot.waitUntil(lambda: window.workspace.draft.makes_sense)
        assert (data_of(window).count, section.count.currentText()) == (count, written)

    def test_a_point_that_parts_thousands_makes_no_thousand_of_a_fraction(
        self, window: MainWindow, section: DataSection, qtbot: QtBot
    ) -> None:
        """Of 100.5 it made 1005."""
        speak("vi")
        section.count.setEditText("100.5")
        assert not window.workspace.draft.makes_sense

    def test_a_click_draws_others(self, window: MainWindow, section: DataSection, qtbot: QtBot) -> None:
        section.count.setEditText("100")
        seeds = [data_of(window).seed]
        for _ in range(3):
            qtbot.mouseClick(section.others, Qt.MouseButton.LeftButton)
            seeds.append(data_of(window).seed)
            assert f"(now set {seeds[-1]})" in section.others.toolTip()
        assert all(one != other for one, other in itertools.pairwise(seeds))
        assert data_of(window) == TrainingData(count=100, seed=seeds[-1])


class TestDigits:
    def test_one_click_takes_one_away_and_one_brings_it_back(
        self, window: MainWindow, section: DataSection, qtbot: QtBot
    ) -> None:
        seven = section.digits.buttons[7]
        qtbot.mouseClick(seven, Qt.MouseButton.LeftButton)
        assert data_of(window).left_out == (7,)
        assert not seven.isChecked()
        assert "without 7" in window.panel.recipe.text()
        qtbot.mouseClick(seven, Qt.MouseButton.LeftButton)
        assert window.workspace.draft.recipe == KERAS_RECIPE

    def test_by_keyboard_too_and_each_says_what_it_is(
        self, window: MainWindow, section: DataSection, qtbot: QtBot
    ) -> None:
        buttons = section.digits.buttons
        section.digits.setFocus()
        assert window.focusWidget() is buttons[0]
        qtbot.keyClick(buttons[0], Qt.Key.Key_Space)
        qtbot.keyClick(buttons[0], Qt.Key.Key_Tab)
        assert window.focusWidget() is buttons[1]
        qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
        assert data_of(window).left_out == (0, 1)
        assert [button.accessibleName() for button in buttons] == [
            f"The network sees {digit}" for digit in range(10)
        ]
        assert all(button.toolTip() for button in buttons)

    def test_the_last_one_stays_and_says_why(self, window: MainWindow, section: DataSection, qtbot: QtBot) -> None:
        for button in section.digits.buttons:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert data_of(window).left_out == (0, 1, 2, 3, 4, 5, 6, 7, 8)
        assert section.digits.buttons[9].isChecked()
        assert said(section) == "One digit at least stays: without any there is nothing to learn from."
        assert window.workspace.draft.makes_sense
        qtbot.mouseClick(section.digits.buttons[3], Qt.MouseButton.LeftButton)
        assert "of each digit" in said(section)

    def test_a_run_under_way_fixes_them(self, window: MainWindow, section: DataSection) -> None:
        window.sheet.form.set_fixed(True, rate_too=False)
        for field in (*section.digits.buttons, section.count, section.others, section.order):
            assert not field.isEnabled()
        window.sheet.form.set_fixed(False, rate_too=False)
        assert section.digits.buttons[0].isEnabled()


def test_what_is_shown_is_what_is_written(window: MainWindow, section: DataSection) -> None:
    many = TrainingData(TrainingImages.SHIFTED, 9000, 3, left_out=(2, 7), wrong_labels=0.25)
    for recipe in (
        replace(KERAS_RECIPE, data=many),
        replace(KERAS_RECIPE, data=TrainingData(count=100, by_label=True), shuffle=False),
        replace(KERAS_RECIPE, shuffle=False),
        replace(KERAS_RECIPE, data=TrainingData(count=12_345, mix=0.5, validation=0.1)),
    ):
        window.workspace.draft.write(HANDWRITING_RECIPE)
        window.workspace.draft.write(recipe)
        window.sheet.form.training.epochs.setValue(recipe.epochs + 1)
        assert window.workspace.draft.recipe == replace(recipe, epochs=recipe.epochs + 1)


def test_order_and_pictures_are_chosen(window: MainWindow, section: DataSection) -> None:
    section.order.setCurrentIndex(section.order.findText("in the order of the labels"))
    section.images.setCurrentIndex(section.images.findText("shifted and scaled"))
    assert window.workspace.draft.recipe == replace(
        KERAS_RECIPE, shuffle=False, data=TrainingData(TrainingImages.SHIFTED, by_label=True)
    )
    section.order.setCurrentIndex(section.order.findText("shuffled"))
    assert window.workspace.draft.recipe == replace(KERAS_RECIPE, data=TrainingData(TrainingImages.SHIFTED))


EPOCHS: list[tuple[dict[str, Any], str]] = [
    ({}, "469 batches of 128 an epoch (the last of 96), 60,000 images, of each digit as many as MNIST has"),
    ({"count": 9000}, "71 batches of 128 an epoch (the last of 40), 9,000 images, 900 of each digit"),
    ({"count": 1280}, "10 batches of 128 an epoch, 1,280 images, 128 of each digit"),
    ({"count": 100}, "one batch of 100 an epoch, 10 of each digit"),
    ({"count": 105}, "one batch of 105 an epoch, 10 or 11 of each digit"),
    (
        {"left_out": (7, 8)},
        "375 batches of 128 an epoch (the last of 12), 47,884 images, of each digit as many",
    ),
    ({"count": 90, "left_out": (7,)}, "one batch of 90 an epoch, 10 of each digit"),
    ({"count": 100, "left_out": tuple(range(9))}, "one batch of 100 an epoch, all of them 9"),
    (
        {"left_out": tuple(range(1, 10))},
        "47 batches of 128 an epoch (the last of 35), 5,923 images, all of them 0",
    ),
    ({"count": 100, "mix": 0.5}, "one batch of 100 an epoch"),
    ({"mix": 1.0}, "An epoch has all of our digits to learn from."),
]
"""What is other than usual of a recipe's data, and how the line of its epochs begins."""


def test_a_line_says_what_an_epoch_is(window: MainWindow, section: DataSection) -> None:
    for changes, expected in EPOCHS:
        window.workspace.draft.write(replace(KERAS_RECIPE, data=TrainingData(**changes)))
        assert said(section).startswith(expected)


@pytest.mark.parametrize(("language", "heading"), [("en", "Data"), ("vi", "Dữ liệu")])
def test_every_field_has_a_name_a_tip_and_a_mnemonic_of_its_own(
    window: MainWindow, section: DataSection, qtbot: QtBot, language: str, heading: str
) -> None:
    try:
        speak(language)
        qtbot.waitUntil(lambda: section.heading.text() == heading)
        texts = [label.text() for part in window.sheet.form.sections for label in part.labels.values()]
        texts.append(section.others.text())
        assert all("&" in text for text in texts)
        letters = [text[text.index("&") + 1].casefold() for text in texts]
        assert len(letters) == len(set(letters)), sorted(letters)
        for field in section.fields:
            assert field.toolTip()
            assert field.accessibleName()
    finally:
        speak()
