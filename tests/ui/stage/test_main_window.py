"""What the window promises beyond the main job."""

import re
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QScrollArea,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import SEEDS
from digitpad.drawing.samples import sample_digit
from digitpad.errors import RecipeError
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.recipe import BATCH_SIZES, EPOCHS, KERAS_RECIPE, PRESETS, Optimizer, Recipe
from digitpad.ui.stage.looks import first_size
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_scheme
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import reported, settle
from tests.ui.pasts import past_run
from tests.ui.pointer import draw

SIZES = [(1024, 720), (1366, 720), (1920, 1032)]
"""Screens of 1024×768 and more, without the system's panel and the window's title."""

PLOT_SHARE = 0.55
LEAST_CANVAS, WIDE, WIDE_CANVAS = 360, 1366, 400
"""Side of the canvas on the smallest screen, and on one of so many pixels and wider ones."""


def test_an_empty_canvas_shows_no_guess(window: MainWindow) -> None:
    assert window.prediction.answer.text() == "?"
    assert window.prediction.bars.probabilities is None


def test_an_untrained_network_is_labelled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel.buttons["reset"], Qt.MouseButton.LeftButton)
    draw(window.canvas, sample_digit(3))
    qtbot.waitUntil(lambda: window.prediction.bars.probabilities is not None)
    assert "untrained" in window.workspace.network.text()
    probabilities = window.prediction.bars.probabilities
    assert probabilities is not None
    assert sum(probabilities) == pytest.approx(1)
    assert max(probabilities) < 0.5


def test_another_seed_is_another_untrained_network(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel.buttons["reset"], Qt.MouseButton.LeftButton)
    draw(window.canvas, sample_digit(3))
    qtbot.waitUntil(lambda: window.prediction.bars.probabilities is not None)
    first = window.prediction.bars.probabilities
    window.sheet.form.training.seed.setValue(7)
    qtbot.waitUntil(lambda: window.prediction.bars.probabilities != first)


def test_the_ready_made_network_answers_the_first_drawing(window: MainWindow, qtbot: QtBot) -> None:
    assert "ready-made" in window.workspace.network.text()
    for digit in range(10):
        window.workspace.board.clear()
        draw(window.canvas, sample_digit(digit))
        qtbot.waitUntil(lambda digit=digit: window.prediction.answer.text() == str(digit))
    assert "sure" in window.prediction.sureness.text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_fits(window: MainWindow, qtbot: QtBot, scheme: str) -> None:
    choose_scheme(scheme)
    window.views.make_all()
    window.sheet.make()
    for width, height in SIZES:
        check_that_it_fits(window, qtbot, width, height)


def check_that_it_fits(window: MainWindow, qtbot: QtBot, width: int, height: int) -> None:
    window.resize(width, height)
    settle(qtbot)
    assert window.size().toTuple() == (width, height)
    assert window.canvas.width() == window.canvas.height() >= (LEAST_CANVAS if width < WIDE else WIDE_CANVAS)
    assert window.views["loss"].plot.plot.height() >= PLOT_SHARE * window.centralWidget().height()
    parts = [window.canvas, *(part.parentWidget() for part in (window.sight, window.prediction, window.panel))]
    for one, other in combinations([*parts, window.area.parentWidget()], 2):
        assert not one.geometry().intersects(other.geometry())
    check_what_is_seen(window)
    window.actions_["recipe"].trigger()
    settle(qtbot)
    check_what_is_seen(window)
    assert window.size().toTuple() == (width, height)
    window.actions_["recipe"].trigger()


def test_it_fits_in_vietnamese_too(qapp: QApplication, qtbot: QtBot, settings: Settings) -> None:
    speak("vi")
    try:
        window = MainWindow(settings)
        qtbot.addWidget(window)
        past_run(window, [0.5] * 2000, recipe=KERAS_RECIPE)
        past_run(window, [0.5] * 2000, recipe=KERAS_RECIPE, answers=True)
        window.resize(*SIZES[0])
        window.views.make_all()
        window.sheet.make()
        window.show()
        settle(qtbot)
        train = window.panel.buttons["train"]
        assert train.text() == "Huấn luyện"
        assert window.panel.figures.text() == "batch 2.000/2.345 · mất mát"
        assert train.width() >= train.sizeHint().width(), "its word is cut"
        assert window.size().toTuple() == SIZES[0]
        check_what_is_seen(window)
        window.close()
    finally:
        speak()


def check_what_is_seen(window: MainWindow) -> None:
    """Nothing reaches out of the window or, on the sheet, out of its width; no text is cut."""
    inside, area = window.rect(), window.sheet.findChild(QScrollArea)
    for widget in visible_controls(window):
        if area.widget().isAncestorOf(widget):  # one scrolls down to it
            corner = widget.mapTo(area.viewport(), widget.rect().bottomRight())
            assert corner.x() < area.viewport().width(), f"{widget} reaches out of the sheet"
        else:
            corner = widget.mapTo(window, widget.rect().bottomRight())
            assert inside.contains(corner), f"{widget} reaches out of the window"
        if isinstance(widget, QAbstractButton | QLabel) and not (isinstance(widget, QLabel) and widget.wordWrap()):
            assert widget.width() >= widget.minimumSizeHint().width() - 1, f"{widget.text()!r} is cut"


def visible_controls(window: MainWindow) -> list[QWidget]:
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QSpinBox, QLabel)
    return [widget for kind in kinds for widget in window.findChildren(kind) if widget.isVisibleTo(window)]


def test_controls_have_names_and_tooltips(window: MainWindow) -> None:
    form = window.sheet.form
    fields = [
        form.presets.preset,
        form.training.epochs,
        form.training.batch_size,
        form.training.learning_rate,
        form.training.optimizer,
        form.network.initializer,
    ]
    for widget in [
        *fields,
        form.training.seed,
        window.panel.buttons["train"],
        window.panel.buttons["stop"],
        window.views["loss"].plot.log_axis,
    ]:
        assert widget.toolTip()
        assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())


def test_tab_reaches_every_control(window: MainWindow) -> None:
    def reached() -> set[QWidget]:
        window.canvas.setFocus()
        found = set()
        for _ in range(60):
            QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
            focus = window.focusWidget()
            found |= {focus, focus.parentWidget()} if focus else set()
        return found

    form, panel = window.sheet.form, window.panel
    usual = {*panel.buttons.values(), panel.pace.slider, panel.change, window.area.tabs, window.canvas}
    usual = {widget for widget in usual if widget.isEnabled()}
    loss = window.views["loss"].plot
    assert usual | {loss.curves, loss.more} <= reached()
    window.actions_["recipe"].trigger()
    assert (
        usual
        | {
            form.presets.preset,
            form.training.epochs,
            form.training.seed,
            form.training.learning_rate,
            window.sheet.done,
        }
        <= reached()
    )


def test_menu_keys_clear_and_undo(window: MainWindow) -> None:
    draw(window.canvas, sample_digit(8))
    drawn = window.workspace.board.drawing
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert not window.workspace.board.drawing
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.board.drawing == drawn


def test_presets_fill_the_fields_and_edits_make_an_own_recipe(window: MainWindow) -> None:
    form = window.sheet.form
    form.presets.preset.setCurrentIndex(form.presets.preset.findData("from-scratch"))
    form.presets.preset.activated.emit(form.presets.preset.currentIndex())
    assert window.workspace.draft.recipe == PRESETS["from-scratch"]
    form.training.epochs.setValue(3)
    assert form.presets.preset.currentData() == ""
    form.training.epochs.setValue(10)
    assert form.presets.preset.currentData() == "from-scratch"


def test_a_senseless_learning_rate_cannot_be_trained(window: MainWindow) -> None:
    draft = window.workspace.draft
    for text in ("", "0", "-1", "nan", "inf", "1e999", "abc", "1_0"):
        before = draft.recipe
        window.sheet.form.training.learning_rate.setEditText(text)
        assert not draft.makes_sense, text
        assert draft.recipe == before, text
        for command in ("train", "step", "step_epoch"):
            assert not window.actions_[command].isEnabled(), text
        assert not window.panel.buttons["train"].isEnabled(), text
        assert "learning rate" in window.panel.message.text(), text
        window.sheet.form.training.learning_rate.setEditText("0,01")
        assert draft.makes_sense, text
        assert window.panel.buttons["train"].isEnabled(), text
        assert draft.recipe.learning_rate == 0.01, text
        draft.write(before)


def test_a_run_of_too_many_batches_cannot_be_begun(window: MainWindow) -> None:
    draft, form = window.workspace.draft, window.sheet.form
    form.training.epochs.setValue(1000)
    form.training.batch_size.setValue(1)
    assert not draft.makes_sense
    assert (form.training.epochs.value(), form.training.batch_size.value()) == (1000, 1)
    assert "60,000,000 batches, and 5,000,000 are the most" in window.panel.message.text()
    for command in ("train", "step", "step_epoch"):
        assert not window.actions_[command].isEnabled()
    form.training.epochs.setValue(100)  # fewer, but still too many
    assert "6,000,000 batches" in window.panel.message.text()
    form.training.batch_size.setValue(12)
    assert draft.makes_sense
    assert (draft.recipe.epochs, draft.recipe.batch_size) == (100, 12)
    assert window.panel.buttons["train"].isEnabled()


def test_a_preset_takes_the_place_of_a_run_of_too_many_batches(window: MainWindow) -> None:
    form = window.sheet.form
    form.training.epochs.setValue(1000)
    form.training.batch_size.setValue(1)
    form.presets.preset.setCurrentIndex(form.presets.preset.findData("from-scratch"))
    form.presets.preset.activated.emit(form.presets.preset.currentIndex())
    assert window.workspace.draft.makes_sense
    assert form.training.batch_size.value() == window.workspace.draft.recipe.batch_size == 128


BOUNDS = {"epochs": EPOCHS, "batch_size": BATCH_SIZES, "seed": SEEDS}


@pytest.mark.parametrize("name", BOUNDS)
def test_what_no_recipe_can_have_cannot_be_typed(window: MainWindow, name: str) -> None:
    draft, field = window.workspace.draft, getattr(window.sheet.form.training, name)
    least, most = BOUNDS[name]
    for beyond in (least - 1, most + 1):
        with pytest.raises(RecipeError):
            replace(Recipe(), **{name: beyond})
        field.selectAll()
        QTest.keyClicks(field, str(beyond))
        QTest.keyClick(field, Qt.Key.Key_Tab)
        assert draft.makes_sense
        assert least <= getattr(draft.recipe, name) <= most
        assert getattr(draft.recipe, name) == field.value()
    for bound in (least, most):
        draft.write(replace(Recipe(), **{name: bound}))
        assert field.value() == bound


def test_train_before_tensorflow_waits_and_stop_forgets(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.panel.buttons["train"], Qt.MouseButton.LeftButton)
    assert window.workspace.training.state is State.WAITING
    assert "TensorFlow" in window.panel.message.text()
    qtbot.mouseClick(window.panel.buttons["stop"], Qt.MouseButton.LeftButton)
    assert window.workspace.training.state is State.IDLE


def test_settings_are_remembered(qtbot: QtBot, settings: Settings) -> None:
    recipe = Recipe(epochs=7, optimizer=Optimizer.ADAM, learning_rate=0.003)
    first = MainWindow(settings)
    qtbot.addWidget(first)
    first.show()
    # No wider than need be: what is wider than the screen is made to fit it.
    first.resize(first.minimumSizeHint().width(), 733)
    size = first.size()
    first.workspace.draft.write(recipe)
    first.views["loss"].plot.log_axis.setChecked(True)
    first.close()
    second = MainWindow(settings)
    qtbot.addWidget(second)
    second.show()
    assert second.workspace.draft.recipe == recipe
    assert second.views["loss"].plot.log_axis.isChecked()
    qtbot.waitUntil(lambda: second.size() == size)
    second.close()


def test_there_is_one_guide_that_opens_and_closes(window: MainWindow) -> None:
    def visible_dialogs() -> list[QDialog]:
        return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]

    for _ in range(2):
        window.actions_["help"].trigger()
        window.actions_["help"].trigger()
        (guide,) = visible_dialogs()
        (text,) = guide.findChildren(QTextBrowser)
        for action in (window.actions_["train"], *window.views.actions()):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            assert keys in text.toPlainText()
        (close,) = guide.findChildren(QAbstractButton)
        close.click()
        assert visible_dialogs() == []


@pytest.mark.parametrize("size", [(1000, 700), (1024, 768)])
def test_a_change_of_colours_leaves_the_letters_as_they_are(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    choose_scheme("light")
    labels = (window.prediction.answer, window.prediction.sureness)
    settle(qtbot)
    before = [label.font().pixelSize() for label in labels]
    for name in ("dark", "light"):
        choose_scheme(name)
        settle(qtbot)
        assert [label.font().pixelSize() for label in labels] == before


@pytest.mark.parametrize(
    ("language", "train", "pause", "resume"),
    [("en", "&Train", "&Pause", "&Resume"), ("vi", "&Huấn luyện", "Tạ&m dừng", "&Tiếp tục")],
)
def test_no_menu_has_a_letter_twice(
    ready: MainWindow, qtbot: QtBot, language: str, train: str, pause: str, resume: str
) -> None:
    """Such a letter would only move between its entries, and chooses none."""

    def check(first: str) -> None:
        qtbot.waitUntil(lambda: ready.actions_["train"].text() == first)
        for menu in (action.menu() for action in ready.menuBar().actions()):
            letters = [key for action in menu.actions() for key in re.findall("&([^&])", action.text().lower())]
            assert len(letters) == len(set(letters)), (menu.title(), letters)
            assert len(letters) == sum(not action.isSeparator() for action in menu.actions()), menu.title()

    speak(language)
    try:
        check(train)
        with reported(ready, qtbot, SnapshotTaken):
            ready.actions_["train"].trigger()
        check(pause)
        with reported(ready, qtbot, Ending.PAUSED):
            ready.actions_["train"].trigger()
        check(resume)
    finally:
        speak()


@pytest.mark.parametrize("screen", [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080), QSize(3840, 2160)])
def test_the_first_window_fills_most_of_its_screen(screen: QSize) -> None:
    size = first_size(screen)
    assert size.width() < screen.width()
    assert size.height() < screen.height()
    assert min(size.width() / screen.width(), size.height() / screen.height()) >= 0.8
