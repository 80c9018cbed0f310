"""What the class uses its digits for: the recipe, and the view Test."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digitpad.document.picture_set import Source
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.network.initial import Initializer
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.classroom.class_view import ClassView
from digitpad.ui.views.classroom.use_page import UsePage
from digitpad.workspace.wording.language import LANGUAGES, speak
from tests.workspace.conftest import WAIT_MS

USUAL, LARGER, LARGE = 100, 120, 150
"""Per cent of the usual letters."""


def used(window: MainWindow, qtbot: QtBot, pens: list[int | None]) -> UsePage:
    """Open the page for a class of which each pen has drawn ten digits."""
    entries = [LabelledDrawing(sample_digit(digit), digit, pen=pen) for pen in pens for digit in range(10)]
    window.workspace.class_drawings.add(entries)
    window.actions_["use_digits"].trigger()
    view = window.views["class"]
    assert isinstance(view, ClassView)
    qtbot.waitUntil(lambda: view.use.isVisible() and window.workspace.material.is_ready, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "…" not in view.use.held.text())
    return view.use


def test_it_says_which_pens_are_held_out(window: MainWindow, qtbot: QtBot) -> None:
    page = used(window, qtbot, [1, 2, 3, 4, 5])
    (pen,) = window.workspace.material.newest.split.pens
    assert f"Learnt from: 40 drawings. Held out to test on: 10 drawings by pen {pen}." in page.held.text()
    assert "never sees this hand" in page.held.text()


def test_without_pens_it_says_that_single_drawings_are(window: MainWindow, qtbot: QtBot) -> None:
    assert "chosen one by one" in used(window, qtbot, [None, None]).held.text()


def test_of_one_pen_it_says_why_single_drawings_are(window: MainWindow, qtbot: QtBot) -> None:
    held = used(window, qtbot, [1]).held.text()
    assert "not all pens are known" not in held
    assert "One pen has drawn all our digits" in held


def test_of_a_single_drawing_nothing_is_said_to_be_held_out(window: MainWindow, qtbot: QtBot) -> None:
    page = used(window, qtbot, [1])
    window.workspace.class_drawings.drop(range(1, 10))
    qtbot.waitUntil(
        lambda: page.held.text() == "Learnt from: 1 drawing. None is held out to test on.", timeout=WAIT_MS
    )


def test_of_one_digit_it_says_what_comes_of_that(window: MainWindow, qtbot: QtBot) -> None:
    page = used(window, qtbot, [1, 2])
    drawings = window.workspace.class_drawings
    drawings.relabel(range(len(drawings)), 4)
    qtbot.waitUntil(lambda: "All our digits are a 4" in page.held.text(), timeout=WAIT_MS)


def test_an_empty_class_has_nothing_to_use(window: MainWindow, qtbot: QtBot) -> None:
    page = used(window, qtbot, [])
    assert "no digits yet" in page.held.text()
    assert not page.take.isEnabled()
    assert not page.test.isEnabled()


@pytest.mark.parametrize("goes_on", [False, True])
def test_the_choice_goes_into_the_recipe(window: MainWindow, qtbot: QtBot, goes_on: bool) -> None:
    page = used(window, qtbot, [1, 2])
    page.share.setValue(30)
    page.begins.setCurrentIndex(int(goes_on))
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    recipe = window.workspace.draft.recipe
    assert recipe.data.mix == 0.3
    assert (recipe.initializer is Initializer.READY_MADE) is goes_on
    assert "Train begins a run" in page.said.text()


def test_a_click_tests_on_our_digits(window: MainWindow, qtbot: QtBot) -> None:
    page = used(window, qtbot, [1, 2])
    qtbot.mouseClick(page.test, Qt.MouseButton.LeftButton)
    assert window.area.current == "test"
    assert window.workspace.testing.source is Source.CLASS
    qtbot.waitUntil(lambda: window.workspace.testing.is_current, timeout=WAIT_MS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_larger_letters_need_no_more_width_than_another_view(
    window: MainWindow, qtbot: QtBot, language: str
) -> None:
    speak(language)
    choose_text_size(LARGE)
    try:
        used(window, qtbot, [1, 2])
        window.area.show_view("test")
        window.views.make_all()
        window.sheet.make()
        qtbot.waitUntil(lambda: window.views["test"].widget().font().pixelSize() == window.font().pixelSize())
        view = window.views["class"]
        wide = view.widget().minimumSizeHint().width()
        assert wide <= window.views["test"].widget().minimumSizeHint().width()
    finally:
        choose_text_size(USUAL)
        speak("en")


def test_with_larger_letters_no_pages_name_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    choose_text_size(LARGER)
    try:
        used(window, qtbot, [1, 2])
        view = window.views["class"]
        assert isinstance(view, ClassView)
        for button in view.chapters.choices.values():
            qtbot.waitUntil(lambda button=button: button.width() >= button.sizeHint().width())
    finally:
        choose_text_size(USUAL)
