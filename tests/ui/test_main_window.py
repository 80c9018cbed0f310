"""What the window promises beyond the main job."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLabel, QMessageBox, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.runs.network_file import SavedNetwork, save_network
from digitpad.runs.recipe import PRESETS, Optimizer, Recipe, untrained
from digitpad.ui.application import has_display
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_scheme
from digitpad.workspace.settings import Settings
from digitpad.workspace.training import State
from tests.ui.lesson import settle
from tests.ui.pointer import draw

SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


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
    window.panel.form.seed.setValue(7)
    qtbot.waitUntil(lambda: window.prediction.bars.probabilities != first)


def test_the_ready_made_network_answers_the_first_drawing(window: MainWindow, qtbot: QtBot) -> None:
    assert "ready-made" in window.workspace.network.text()
    for digit in range(10):
        window.workspace.board.clear()
        draw(window.canvas, sample_digit(digit))
        qtbot.waitUntil(lambda digit=digit: window.prediction.answer.text() == str(digit))
    assert "sure" in window.prediction.sureness.text()


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_fits(window: MainWindow, qtbot: QtBot, width: int, height: int, scheme: str) -> None:
    from digitpad.ui.theme import choose_scheme

    choose_scheme(scheme)
    window.resize(width, height)
    lower_card = window.sight.parentWidget()
    qtbot.waitUntil(lambda: not window.canvas.geometry().intersects(lower_card.geometry()))
    assert window.size().toTuple() == (width, height)
    assert window.canvas.width() == window.canvas.height() >= 400
    inside = window.rect()
    for widget in visible_controls(window):
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert inside.contains(corner), f"{widget} reaches out of the window"
        if isinstance(widget, QAbstractButton | QLabel) and not (isinstance(widget, QLabel) and widget.wordWrap()):
            assert widget.width() >= widget.minimumSizeHint().width() - 1, f"{widget.text()!r} is cut"


def visible_controls(window: MainWindow) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QSpinBox, QLabel)
    return [widget for kind in kinds for widget in window.findChildren(kind) if widget.isVisibleTo(window)]


def test_controls_have_names_and_tooltips(window: MainWindow) -> None:
    form = window.panel.form
    fields = [form.preset, form.epochs, form.batch_size, form.learning_rate, form.optimizer, form.initializer]
    for widget in [
        *fields,
        form.seed,
        window.panel.buttons["train"],
        window.panel.buttons["stop"],
        window.views["loss"].plot.log_axis,
    ]:
        assert widget.toolTip()
        assert widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())


def test_tab_reaches_every_control(window: MainWindow) -> None:
    window.canvas.setFocus()
    reached = set()
    for _ in range(60):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        reached |= {focus, focus.parentWidget()} if focus else set()
    form = window.panel.form
    assert {
        form.preset,
        form.epochs,
        form.seed,
        window.panel.buttons["train"],
        window.views["loss"].plot.log_axis,
    } <= reached


def test_menu_keys_clear_and_undo(window: MainWindow) -> None:
    draw(window.canvas, sample_digit(8))
    drawn = window.workspace.board.drawing
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not window.workspace.board.drawing
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.board.drawing == drawn


def test_presets_fill_the_fields_and_edits_make_an_own_recipe(window: MainWindow) -> None:
    form = window.panel.form
    form.preset.setCurrentIndex(form.preset.findData("from-scratch"))
    form.preset.activated.emit(form.preset.currentIndex())
    assert form.recipe() == PRESETS["from-scratch"]
    form.epochs.setValue(3)
    assert form.preset.currentData() == ""
    form.epochs.setValue(10)
    assert form.preset.currentData() == "from-scratch"


@pytest.mark.parametrize("text", ["", "0", "-1", "nan", "inf", "1e999", "abc", "1_0"])
def test_a_senseless_learning_rate_cannot_be_trained(window: MainWindow, text: str) -> None:
    window.panel.form.learning_rate.setEditText(text)
    assert window.workspace.draft.recipe is None
    assert not window.panel.buttons["train"].isEnabled()
    assert "learning rate" in window.panel.message.text()
    window.panel.form.learning_rate.setEditText("0,01")
    assert window.panel.buttons["train"].isEnabled()
    assert window.workspace.draft.recipe.learning_rate == 0.01


def test_fields_keep_their_bounds(window: MainWindow) -> None:
    form = window.panel.form
    for field, low, high in ((form.epochs, 1, 1000), (form.batch_size, 1, 60_000)):
        field.setValue(-5)
        assert field.value() == low
        field.setValue(10**9)
        assert field.value() == high


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
    first.resize(1000, 733)
    first.workspace.draft.write(recipe)
    first.views["loss"].plot.log_axis.setChecked(True)
    first.close()
    second = MainWindow(settings)
    qtbot.addWidget(second)
    second.show()
    assert second.workspace.draft.recipe == recipe
    assert second.views["loss"].plot.log_axis.isChecked()
    assert second.size().toTuple() == (1000, 733)
    second.close()


def test_damaged_settings_count_as_none(settings: Settings) -> None:
    settings._store.setValue("training/recipe", '{"epochs": 0}')
    settings._store.setValue("view/scheme", "pink")
    settings._store.setValue("window/geometry", "nonsense")
    assert settings.recipe == PRESETS["keras"]
    assert settings.scheme == "system"
    assert settings.geometry.isEmpty()


def test_opening_a_network_makes_it_answer(window: MainWindow, tmp_path: Path) -> None:
    recipe = Recipe(seed=11, epochs=2)
    path = tmp_path / "mine.npz"
    save_network(path, SavedNetwork(untrained(recipe), recipe))
    network = window.network_files.open_from(path)
    assert network is not None
    window.workspace.network.take(network, path.name)
    assert "mine.npz" in window.workspace.network.text()


def test_a_damaged_file_is_a_sentence_and_loses_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: shown.append(arguments[2]))
    path = tmp_path / "broken.npz"
    path.write_bytes(b"PK\x03\x04 not really")
    before = window.workspace.network.snapshot
    assert window.network_files.open_from(path) is None
    assert len(shown) == 1
    assert "broken.npz" in shown[0]
    assert window.workspace.network.snapshot is before


def test_the_guide_opens_and_closes(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["help"].trigger()
    (dialog,) = (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_without_a_display_the_program_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert has_display()


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


def test_no_menu_has_a_letter_twice(window: MainWindow) -> None:
    """Such a letter would only move between its entries, and chooses none."""
    menus = [action.menu() for action in window.menuBar().actions()]
    for state in (State.IDLE, State.TRAINING, State.PAUSED):
        window.panel.show_state(state)
        window._show_state(state)
        for menu in menus:
            letters = [key for action in menu.actions() for key in re.findall("&([^&])", action.text().lower())]
            assert len(letters) == len(set(letters)), (menu.title(), letters)
            assert len(letters) == sum(not action.isSeparator() for action in menu.actions()), menu.title()
