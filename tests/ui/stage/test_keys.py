"""Keys and the wheel: Space plays and pauses, Esc leaves, and nothing is changed that nobody meant."""

from operator import attrgetter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.engines.pacing import SPEEDS, Pace, Way
from digitpad.runs.events import Begun, Ending, SnapshotTaken
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from tests.ui.lesson import FEW_UNITS, reported, settle
from tests.ui.pointer import draw


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.recipe = Recipe(epochs=1000, architecture=FEW_UNITS)  # ends only when it is told to
    return settings


def press(window: MainWindow, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key)


class TestSpace:
    @pytest.mark.parametrize("button", ["step", "reset", "undo"])
    def test_after_a_click_on_a_button_it_plays_and_pauses(
        self, ready: MainWindow, qtbot: QtBot, button: str
    ) -> None:
        draw(ready.canvas, sample_digit(3))
        clicked = ready.panel.buttons.get(button)
        if clicked is None:
            (clicked,) = [
                shown
                for shown in ready.sight.findChildren(QWidget)
                if getattr(shown, "defaultAction", lambda: None)() is ready.actions_[button]
            ]
        with qtbot.waitSignal(ready.actions_[button].triggered):
            qtbot.mouseClick(clicked, Qt.MouseButton.LeftButton)
        assert ready.focusWidget() is ready.canvas
        qtbot.waitUntil(lambda: ready.workspace.training.state in (State.IDLE, State.PAUSED))
        again: list[bool] = []
        ready.actions_[button].triggered.connect(again.append)
        with reported(ready, qtbot, SnapshotTaken):
            press(ready, Qt.Key.Key_Space)
        with reported(ready, qtbot, Ending.PAUSED):
            press(ready, Qt.Key.Key_Space)
        assert again == []

    def test_after_a_click_on_train_too(self, ready: MainWindow, qtbot: QtBot) -> None:
        with reported(ready, qtbot, SnapshotTaken):
            qtbot.mouseClick(ready.panel.buttons["train"], Qt.MouseButton.LeftButton)
        assert ready.focusWidget() is ready.canvas
        with reported(ready, qtbot, Ending.PAUSED):
            press(ready, Qt.Key.Key_Space)
        with reported(ready, qtbot, SnapshotTaken):
            press(ready, Qt.Key.Key_Space)
        assert ready.workspace.training.state is State.TRAINING

    def test_held_down_it_counts_once(self, ready: MainWindow, qtbot: QtBot) -> None:
        with reported(ready, qtbot, SnapshotTaken):
            press(ready, Qt.Key.Key_Space)
            for _ in range(3):
                repeated = QKeyEvent(
                    QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True
                )
                QApplication.sendEvent(ready.canvas, repeated)
        assert ready.workspace.training.state is State.TRAINING

    def test_on_a_button_that_was_reached_by_tab_it_presses_that(self, window: MainWindow, qtbot: QtBot) -> None:
        reset = window.panel.buttons["reset"]
        reset.setFocus(Qt.FocusReason.TabFocusReason)
        with qtbot.waitSignal(window.actions_["reset"].triggered):
            press(window, Qt.Key.Key_Space)
        assert window.workspace.training.state is State.IDLE


FIELDS = ["presets.preset", "training.epochs", "training.learning_rate", "data.count", None]


class TestEscape:
    def test_it_clears_nothing(self, window: MainWindow) -> None:
        draw(window.canvas, sample_digit(8))
        drawn = window.workspace.board.drawing
        for _ in range(3):
            press(window, Qt.Key.Key_Escape)
        assert window.workspace.board.drawing == drawn

    def test_it_closes_the_sheet_from_every_field(self, window: MainWindow) -> None:
        draw(window.canvas, sample_digit(8))
        drawn, recipe = window.workspace.board.drawing, window.workspace.draft.recipe
        for field in FIELDS:
            window.actions_["recipe"].trigger()
            assert window.sheet.isVisible(), field
            (window.canvas if field is None else attrgetter(field)(window.sheet.form)).setFocus()
            press(window, Qt.Key.Key_Escape)
            assert not window.sheet.isVisible(), field
            assert not window.actions_["recipe"].isChecked(), field
            assert window.focusWidget() is window.canvas, field
            assert window.workspace.board.drawing == drawn, field
            assert window.workspace.draft.recipe == recipe, field

    def test_it_leaves_the_sheet_first_and_then_projector_mode(self, window: MainWindow, qtbot: QtBot) -> None:
        draw(window.canvas, sample_digit(8))
        drawn = window.workspace.board.drawing
        letters = window.font().pixelSize()
        window.actions_["projector"].trigger()
        assert window.isFullScreen()
        assert not window.menuBar().isVisible()
        window.actions_["recipe"].trigger()
        press(window, Qt.Key.Key_Escape)
        assert not window.sheet.isVisible()
        assert window.actions_["projector"].isChecked()
        assert not window.menuBar().isVisible()
        press(window, Qt.Key.Key_Escape)
        assert not window.isFullScreen()
        assert not window.actions_["projector"].isChecked()
        assert window.menuBar().isVisible()
        assert window.font().pixelSize() == letters
        assert window.workspace.board.drawing == drawn

    def test_it_brings_the_focus_back_from_a_field(self, window: MainWindow) -> None:
        field = window.views["loss"].plot.smoothing
        field.setFocus()
        press(window, Qt.Key.Key_Escape)
        assert window.focusWidget() is window.canvas


class TestPace:
    def test_pause_is_heard_while_a_slow_batch_is_waited_for(self, ready: MainWindow, qtbot: QtBot) -> None:
        ready.workspace.training.set_pace(Pace(Way.STEADY, SPEEDS[0]))
        with reported(ready, qtbot, Begun):
            press(ready, Qt.Key.Key_Space)
        run = ready.workspace.runs.current
        qtbot.waitUntil(lambda: len(run.history) == 1)
        with reported(ready, qtbot, Ending.PAUSED, timeout=700):  # one batch a second
            press(ready, Qt.Key.Key_Space)
        assert len(run.history) == 1


def fields(window: MainWindow) -> list[QWidget]:
    kinds = (QAbstractSpinBox, QComboBox, QAbstractSlider)
    found = [widget for kind in kinds for widget in window.findChildren(kind)]
    bars = ("QScrollBar",)  # scrolling is what the wheel is for
    return [widget for widget in found if widget.isVisible() and widget.metaObject().className() not in bars]


def turn_wheel(widget: QWidget, steps: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def value(widget: QWidget) -> object:
    if isinstance(widget, QComboBox):
        return widget.currentIndex(), widget.currentText()
    return widget.value()  # type: ignore[attr-defined]


@pytest.mark.parametrize("sheet", [False, True])
def test_the_wheel_changes_no_field_that_has_not_the_focus(window: MainWindow, qtbot: QtBot, sheet: bool) -> None:
    window.actions_["recipe"].setChecked(sheet)
    settle(qtbot)
    window.workspace.training.set_pace(Pace(Way.STEADY, SPEEDS[4]))
    window.canvas.setFocus()
    window.views["loss"].plot.popover.open()
    window.canvas.setFocus()
    found = fields(window)
    assert window.views["loss"].plot.smoothing in found
    assert window.panel.pace.slider in found
    assert (window.sheet.form.training.epochs if sheet else window.views["loss"].plot.curves) in found
    before = [value(field) for field in found]
    for field in found:
        for steps in (1, -1, -1):
            turn_wheel(field, steps)
        line = getattr(field, "lineEdit", lambda: None)()
        if line is not None:
            turn_wheel(line, 1)
    assert [value(field) for field in found] == before
    assert window.focusWidget() is window.canvas


def test_the_wheel_over_the_preset_scrolls_the_sheet_that_has_just_opened(window: MainWindow) -> None:
    """The preset has the focus then, and one notch would replace the whole recipe."""
    window.actions_["recipe"].setChecked(True)
    preset, before = window.sheet.form.presets.preset, window.workspace.draft.recipe
    assert preset.hasFocus()
    for steps in (-1, 1):
        turn_wheel(preset, steps)
    assert window.workspace.draft.recipe == before


def test_the_wheel_moves_the_field_that_has_the_focus(window: MainWindow) -> None:
    slider = window.panel.pace.slider
    slider.setValue(4)
    slider.setFocus()
    turn_wheel(slider, 1)
    assert slider.value() > 4
