"""Another language at once: every text and number in the window, in the middle of whatever is going on."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from digitpad.errors import UserError
from digitpad.runs.events import SnapshotTaken
from digitpad.ui.elided_label import ElidedLabel
from digitpad.ui.stage.actions import translated
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.workspace.commands.table import COMMANDS
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import example, reported, settle, stop
from tests.ui.pasts import past_run
from tests.ui.texts import Longer, extracted, texts_in
from tests.workspace.conftest import LONG

__all__ = ["extracted"]  # pytest finds fixtures by these names

USUAL = 100
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
MANY = 200
"""Texts that the two languages have not in common."""


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Speak English before each test, and again after it."""
    speak()
    yield
    speak()


def use(window: MainWindow, qtbot: QtBot) -> None:
    """Have something to tell everywhere: drawings, runs, each view, sheet, guide, a torn-off view, messages."""
    for digit in (4, 7):
        example(window, digit)
    window.workspace.board.undo()
    window.workspace.sketchbook.turn(-1)
    for number in range(6):
        run = past_run(window, [2.5, 1.5, 0.5] * 400, seconds=1234.5, accuracy=0.975)
        window.workspace.runs.rename(run, f"No. {number}")
        window.workspace.runs.change_rate(run, 0.125)
    window.workspace.runs.delete(run)
    window.workspace.board.undo()
    window.workspace.comparison.begin(run)
    window.recovery_bar.offer(1.7e9)
    window.sheet.form.training.epochs.setValue(1000)
    window.workspace.commands.failed.emit(UserError("file-not-found", path="x", what="y"))
    window.actions_["help"].trigger()
    for action in window.views.openers().values():
        action.trigger()
        settle(qtbot)
    window.actions_["tear_off"].trigger()
    window.views.openers()["loss"].trigger()
    window.views["loss"].history.setChecked(True)
    settle(qtbot)
    window.actions_["recipe"].trigger()
    code = window.views["step"].panel.code
    qtbot.waitUntil(lambda: bool(code.header.text()))  # the page is read on another thread
    bars = window.prediction.bars
    qtbot.waitUntil(lambda: bool(bars.probabilities) and bool(bars.accessibleDescription()))
    settle(qtbot)


def choose(window: MainWindow, qtbot: QtBot, code: str) -> None:
    window.actions_[f"language_{code}"].trigger()
    settle(qtbot)


def without_chips(texts: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Leave out the legend's chips and the tab's name: they go by their room, and tooltips have them whole."""
    return Counter(
        {
            (kind, text): n
            for (kind, text), n in texts.items()
            if kind != "ViewTabs" and not (kind == "QToolButton" and text[:3] == "No.")
        }
    )


def test_every_text_is_in_the_new_language(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    use(window, qtbot)
    english = texts_in(window)
    choose(window, qtbot, "vi")
    vietnamese = without_chips(texts_in(window))
    assert sum((vietnamese - english).values()) > MANY
    choose(window, qtbot, "en")
    assert without_chips(texts_in(window)) == without_chips(english)
    speak("vi")
    fresh = MainWindow(Settings(QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat)))
    qtbot.addWidget(fresh)
    fresh.workspace.training.set_pace(window.workspace.training.pace)
    fresh.resize(1024, 768)
    fresh.show()
    use(fresh, qtbot)
    expected = without_chips(texts_in(fresh))
    fresh.close()
    assert (vietnamese - expected, expected - vietnamese) == ({}, {})


def test_a_training_and_all_that_somebody_has_done_go_on(ready: MainWindow, qtbot: QtBot) -> None:
    window, space = ready, ready.workspace
    example(window, 4)
    space.draft.write(LONG)
    window.actions_["recipe"].trigger()
    with reported(window, qtbot, SnapshotTaken):
        window.actions_["train"].trigger()
    run = space.training.run
    assert run is not None
    heard: list[str] = []
    space.draft.changed.connect(lambda: heard.append("draft"))
    space.training.state_changed.connect(lambda _: heard.append("state"))
    space.board.drawing_changed.connect(lambda _: heard.append("drawing"))
    space.training.pace_changed.connect(lambda: heard.append("pace"))
    window.sheet.form.presets.preset.activated.connect(lambda _: heard.append("preset"))
    for field in (
        window.sheet.form.data.images,
        window.sheet.form.training.optimizer,
        window.sheet.form.training.schedule,
        window.sheet.form.network.initializer,
    ):
        field.currentIndexChanged.connect(lambda _: heard.append("choice"))
    drawing, undone, recipe = space.board.drawing, space.board.undo_stack.index(), run.recipe
    for code in ("vi", "en", "vi"):
        done = len(run.history)
        choose(window, qtbot, code)
        qtbot.waitUntil(lambda done=done: len(run.history) > done)
    assert heard == []
    assert space.training.state is State.TRAINING
    assert space.training.run is run is space.selected
    assert (run.recipe, space.draft.recipe) == (recipe, LONG)
    assert (space.board.drawing, space.board.undo_stack.index()) == (drawing, undone)
    assert run.history.rate_changes == []
    assert window.sheet.form.isVisible()
    assert window.panel.buttons["train"].text() == "Tạm dừng"
    assert "ảnh/giây" in window.panel.message.text()
    assert window.actions_["undo"].text().endswith("ví dụ 4")
    stop(window, qtbot)
    assert space.settings.language == "vi"


def test_projector_mode_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["projector"].trigger()
    settle(qtbot)
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    choose(window, qtbot, "vi")
    assert window.isFullScreen()
    assert [widget for widget in window.findChildren(QWidget) if widget.isVisible()] == shown
    window.actions_["projector"].trigger()


@pytest.mark.parametrize("typed", ["0.5", "0,5"])
def test_a_learning_rate_is_written_as_the_language_writes_numbers(
    window: MainWindow, qtbot: QtBot, typed: str
) -> None:
    box = window.sheet.form.training.learning_rate
    assert box.currentText() == "0.001"
    choose(window, qtbot, "vi")
    assert [box.currentText(), box.itemText(0), box.itemText(box.count() - 1)] == ["0,001", "0,0001", "1"]
    box.setEditText(typed)
    assert window.workspace.draft.recipe.learning_rate == 0.5
    choose(window, qtbot, "en")
    assert box.currentText() == "0.5"
    box.setEditText("0.")
    choose(window, qtbot, "vi")
    assert box.currentText() == "0.", "what is half written is left to who is writing it"


def test_qts_own_buttons_speak_it_too(qtbot: QtBot) -> None:
    button = QMessageBox.StandardButton
    buttons = (button.Yes, button.No, button.Ok, button.Save, button.Discard, button.Cancel, button.Close)
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(button.Retry)
    for one in buttons:
        box.addButton(one)
    speak("vi")
    settle(qtbot)
    words = [box.button(one).text().replace("&", "") for one in (*buttons, button.Retry)]
    assert words == ["Có", "Không", "OK", "Lưu", "Bỏ", "Hủy", "Đóng", "Thử lại"]


@pytest.fixture
def longer(qapp: QApplication, extracted: set[tuple[str, str]]) -> Iterator[None]:
    """Speak a language of long words."""
    translator = Longer(extracted, qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def cut(window: QWidget) -> Iterator[str]:
    """Yield the texts that have too little room."""
    for kind in (QLabel, QPushButton, QToolButton):
        for widget in window.findChildren(kind):
            if not widget.isVisible() or not widget.text() or isinstance(widget, ElidedLabel):
                continue
            if isinstance(widget, QToolButton) and widget.toolButtonStyle() is ICON_ONLY:
                continue
            if isinstance(widget, QLabel) and widget.wordWrap():
                if widget.heightForWidth(widget.width()) > widget.height():
                    yield f"{widget.text()!r}: {widget.heightForWidth(widget.width())} in {widget.height()} high"
            elif widget.sizeHint().width() > widget.width():
                yield f"{widget.text()!r}: {widget.sizeHint().width()} in {widget.width()} wide"


@pytest.mark.parametrize(("size", "percent"), [((1024, 768), 100), ((1366, 768), 150)])
@pytest.mark.usefixtures("longer")
def test_longer_words_have_room(window: MainWindow, qtbot: QtBot, size: tuple[int, int], percent: int) -> None:
    choose_text_size(percent)
    try:
        window.resize(*size)
        use(window, qtbot)
        window.resize(*size)
        settle(qtbot)
        found = {f"sheet: {text}" for text in cut(window)}
        for key, action in window.views.openers().items():
            action.trigger()
            settle(qtbot)
            found |= {f"{key}: {text}" for text in cut(window)}
        assert (window.size().toTuple(), found) == (size, set())
    finally:
        choose_text_size(USUAL)


def test_a_command_whose_texts_are_one_is_set_once(window: MainWindow, qtbot: QtBot) -> None:
    """Window, menus and buttons hear of each text that is set, and that took a seventh of the switch."""
    example(window, 4)
    settle(qtbot)
    actions, told = window.actions_, list[str]()
    names = ("clear", "save_as", "undo")
    for name in names:
        actions[name].changed.connect(partial(told.append, name))
    speak("vi")
    settle(qtbot)
    assert told.count("clear") == 1
    for name in names:
        words = translated(COMMANDS[name].text).replace("&", "").removesuffix("…").rstrip()
        assert actions[name].iconText() == actions[name].toolTip() == words
    assert len(actions["undo"].text()) > len(actions["undo"].iconText()), "the menu says what, the button does not"
