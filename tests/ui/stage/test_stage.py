"""How the window is divided."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import example, settle
from tests.ui.pasts import past_run

USUAL = 100
CAPITALS = 20 / 768 / 13 * 100
"""Letters in per cent of the usual ones, by a screen's height: for the last row."""

SCREENS = [(1024, 768), (1366, 768), (1920, 1080)]


@pytest.fixture(autouse=True)
def usual(qapp: object) -> Iterator[None]:
    yield
    choose_text_size(USUAL)
    speak()


def project(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    """Show the window, of which all is made, on a projector of this size."""
    window.views.make_all()
    window.sheet.make()
    window.actions_["projector"].setChecked(True)
    choose_text_size(CAPITALS * size[1])
    settle(qtbot)
    window.resize(*size)
    settle(qtbot)
    assert window.size().toTuple() == size


def place(widget: QWidget | None, window: MainWindow) -> QRect:
    assert widget is not None
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.mark.parametrize("language", ["en", "vi"])
def test_for_the_projector_no_corner_is_empty(window: MainWindow, qtbot: QtBot, language: str) -> None:
    window.actions_[f"language_{language}"].trigger()
    example(window, 3)
    for size in SCREENS:
        project(window, qtbot, size)
        assert_no_corner_is_empty(window, size)
    window.actions_["projector"].trigger()


def assert_no_corner_is_empty(window: MainWindow, size: tuple[int, int]) -> None:
    canvas = place(window.canvas, window)
    sight, answer = (place(part.parentWidget(), window) for part in (window.sight, window.prediction))
    assert window.sight.isVisible()
    assert canvas.width() == canvas.height() >= 0.32 * size[0] - 1
    assert (sight.left(), sight.right()) == (canvas.left(), canvas.right())
    assert sight.bottom() == answer.bottom()
    assert sight.top() - canvas.bottom() == answer.left() - canvas.right()
    assert not canvas.intersects(answer)
    glyph = place(window.sight.glyph, window)
    assert glyph.width() >= 112
    assert sight.contains(glyph)
    sureness = window.prediction.sureness
    assert sureness.heightForWidth(sureness.width()) <= sureness.height()


@pytest.mark.parametrize("language", ["en", "vi"])
def test_for_the_projector_it_is_said_what_goes_wrong(window: MainWindow, qtbot: QtBot, language: str) -> None:
    """A loss exploded, or a run ended by itself, and the class was not told."""
    panel = window.panel
    window.actions_[f"language_{language}"].trigger()
    past_run(window, [2.3, 875.0] * 10, recipe=KERAS_RECIPE, answers=True)
    for size in SCREENS:
        project(window, qtbot, size)
        assert_it_is_said_what_goes_wrong(window, qtbot, size)
    panel.say(translated_message(), error=True)
    window.actions_["projector"].trigger()
    assert panel.message.isVisible()
    assert panel.figures.isVisible()


def assert_it_is_said_what_goes_wrong(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    panel = window.panel
    assert panel.message.isHidden()
    before = [place(part, window) for part in (window.canvas, window.prediction, panel, panel.time_line)]
    panel.say(translated_message(), error=True)
    settle(qtbot)
    assert panel.message.isVisible()
    assert panel.message.painted().split() == panel.message.text().split()
    assert [place(part, window) for part in (window.canvas, window.prediction, panel, panel.time_line)] == before
    assert window.size().toTuple() == size
    assert panel.loss.isVisible()
    panel.say("…")
    settle(qtbot)
    assert panel.message.isHidden()
    assert panel.figures.isVisible()
    assert panel.pace.isVisible()


def translated_message() -> str:
    return QCoreApplication.translate("TrainingNews", "The loss is exploding: try a smaller learning rate.")


def test_projector_mode_ends_also_where_its_letters_need_more_than_the_screen(
    window: MainWindow, qtbot: QtBot
) -> None:
    project = window.actions_["projector"]
    before = window.geometry()
    for _ in range(2):
        project.trigger()
        least = window.width() + 50
        window.setMinimumWidth(least)  # as the large letters do on a small screen, until the layouts have followed
        window.setMinimumWidth(0)
        assert window.width() == least
        project.trigger()
        assert window.windowHandle().windowState() is Qt.WindowState.WindowNoState
        qtbot.waitUntil(lambda: window.geometry() == before)


def test_closed_in_projector_mode_the_window_is_what_it_was_before_the_next_time(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    window.resize(1100, 750)
    before = window.saveGeometry()
    window.actions_["projector"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    window.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    assert not again.isFullScreen()
    assert again.workspace.settings.geometry == before
    again.close()


def test_full_screen_without_projector_mode_is_no_beginning(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    window.showFullScreen()
    full = window.saveGeometry()
    window.close()
    settings.geometry = full
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    assert not again.isFullScreen()
    again.close()


@pytest.mark.parametrize("language", ["en", "vi"])
def test_in_a_frame_on_the_smallest_screen_all_tabs_are_seen(
    window: MainWindow, qtbot: QtBot, language: str
) -> None:
    window.actions_[f"language_{language}"].trigger()
    window.resize(990, 690)
    for key in window.views.views:
        window.area.show_view(key)
        settle(qtbot)
        tabs = window.area.tabs
        assert window.width() <= 1000
        assert tabs.tabRect(tabs.count() - 1).right() < tabs.width(), key
