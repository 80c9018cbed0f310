"""Letters of another size: as if the program had begun with them, and nothing lies over anything else."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QComboBox, QPushButton, QScrollArea, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.scrolled import ViewRoom
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.wording.language import speak
from tests.ui.pasts import past_run

USUAL = 100
ROUNDING = 2
"""Pixels."""

TURNS = 6


@pytest.fixture(autouse=True)
def usual_letters(qapp: object) -> Iterator[None]:
    yield
    speak("en")
    choose_text_size(USUAL)


def opened(qtbot: QtBot, settings: Settings, percent: int) -> MainWindow:
    settings.text_size = percent
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.views.make_all()
    window.sheet.make()
    window.show()
    settle(window, qtbot)
    return window


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Let the layouts follow, on a school projector's screen with a panel and a title."""
    come_to_rest(window, qtbot)
    window.resize(1366, 720)
    come_to_rest(window, qtbot)


def come_to_rest(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing has moved for some turns of the event loop."""
    seen: list[dict[str, QRect]] = []
    watched: list[QWidget] = []

    def rests() -> bool:
        seen.append(places(window, watched))
        return len(seen) >= TURNS and all(found == seen[-1] for found in seen[-TURNS:])

    while watched != (there := parts_and_controls(window)):  # to find them takes far longer than to look at them
        watched = there
        qtbot.waitUntil(rests)


class Paintings(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_other_letters_are_painted_once_they_are_laid_out(qtbot: QtBot, settings: Settings) -> None:
    window = opened(qtbot, settings, USUAL)
    paintings = Paintings()
    window.canvas.installEventFilter(paintings)
    window.actions_["smaller"].trigger()
    come_to_rest(window, qtbot)
    assert window.updatesEnabled()
    assert paintings.count == 1


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def parts(window: MainWindow) -> list[QWidget]:
    """Return what the window is divided into."""
    cards = [part.parentWidget() for part in (window.sight, window.prediction, window.area, window.panel)]
    return [window.canvas, *(card for card in cards if card is not None)]


def parts_and_controls(window: MainWindow) -> list[QWidget]:
    """Return the window's parts, what scrolls in it, and its controls."""
    controls = (QComboBox, QPushButton, QTabBar, QToolButton)
    scrolled = [area.widget() for area in window.findChildren(QScrollArea) if area.widget() is not None]
    return [*parts(window), *scrolled, *(w for kind in controls for w in window.findChildren(kind))]


def places(window: MainWindow, widgets: list[QWidget]) -> dict[str, QRect]:
    """Return where those of them are that are seen."""
    return {
        f"{number} {type(widget).__name__}": place(widget, window)
        for number, widget in enumerate(widgets)
        if widget.isVisible()
    }


@pytest.mark.parametrize(("before", "after"), [(100, 150), (150, 100)])
def test_letters_chosen_live_look_as_if_begun_with(
    qtbot: QtBot, settings: Settings, before: int, after: int
) -> None:
    begun = opened(qtbot, settings, after)
    wanted = places_in_all_views(begun, qtbot)
    begun.close()
    window = opened(qtbot, settings, before)
    choose_text_size(after)  # most of the window is hidden now, and follows when it is shown
    settle(window, qtbot)
    found = places_in_all_views(window, qtbot)
    window.close()
    assert found.keys() == wanted.keys()
    different = {
        name: (found[name].getRect(), wanted[name].getRect())
        for name in wanted
        if max(abs(a - b) for a, b in zip(found[name].getRect(), wanted[name].getRect(), strict=True)) > ROUNDING
    }
    assert different == {}


def places_in_all_views(window: MainWindow, qtbot: QtBot) -> dict[str, QRect]:
    """Return where parts and controls are, beside each view, and beside the recipe's sheet."""
    found: dict[str, QRect] = {}
    for key in window.views.views:
        window.area.show_view(key)
        come_to_rest(window, qtbot)
        found |= {f"{key}: {name}": place for name, place in places(window, parts_and_controls(window)).items()}
    window.show_sheet(True)
    come_to_rest(window, qtbot)
    seen = places(window, parts_and_controls(window))
    return found | {f"sheet: {name}": place for name, place in seen.items()}


@pytest.mark.parametrize(
    ("percent", "sizes"),
    [(100, [(1366, 720), (1024, 720)]), (150, [(1366, 720)]), (175, [(1366, 720)]), (200, [(1366, 768)])],
)
def test_no_part_lies_over_another(
    qtbot: QtBot, settings: Settings, percent: int, sizes: list[tuple[int, int]]
) -> None:
    window = opened(qtbot, settings, percent)
    for language, size in product(("en", "vi"), sizes):
        speak(language)
        window.resize(*size)
        come_to_rest(window, qtbot)
        shown = parts(window)
        over = [
            (place(one, window).getRect(), place(other, window).getRect())
            for one, other in combinations(shown, 2)
            if place(one, window).intersects(place(other, window))
        ]
        assert over == [], language
        assert all(window.rect().contains(place(part, window)) for part in shown), language
        assert window.size().toTuple() == size, language
    window.close()


def test_what_large_letters_leave_no_room_for_scrolls(qtbot: QtBot, settings: Settings) -> None:
    window = opened(qtbot, settings, 200)
    for language in ("en", "vi"):
        speak(language)
        for key in window.views.views:
            window.area.show_view(key)
            window.resize(1366, 768)
            come_to_rest(window, qtbot)
            room = window.views.pages[key].findChild(ViewRoom)
            view = window.views[key].widget()
            hidden = view.height() - room.viewport().height()
            assert (window.width(), window.height()) == (1366, 768), (language, key)
            assert view.width() == room.viewport().width(), (language, key)
            assert room.verticalScrollBar().maximum() == hidden, (language, key)
    window.close()


def test_nothing_scrolls_in_usual_letters(qtbot: QtBot, settings: Settings) -> None:
    window = opened(qtbot, settings, USUAL)
    window.resize(1024, 720)
    for key in window.views.views:
        window.area.show_view(key)
        come_to_rest(window, qtbot)
        assert window.views.pages[key].findChild(ViewRoom).verticalScrollBar().maximum() == 0, key
    window.close()


def height_of_first_digit(window: MainWindow) -> int:
    """Return how many pixels high the 0 beside the first of the ten bars is painted."""
    bars = window.prediction.bars
    picture = bars.grab().toImage()
    ground = picture.pixel(0, 0)
    column = range(round(1.5 * bars.fontInfo().pixelSize()))  # the bar begins to the right of them
    rows = range(bars.height() // 10)
    return sum(any(picture.pixel(x, y) != ground for x in column) for y in rows)


def test_the_digits_beside_the_bars_grow_with_all_letters(qtbot: QtBot, settings: Settings) -> None:
    window = opened(qtbot, settings, USUAL)
    heights = []
    for percent in (100, 125, 150, 200):
        choose_text_size(percent)
        settle(window, qtbot)
        heights.append(height_of_first_digit(window))
    usual, _, largest_that_fit, _ = heights
    assert heights[:3] == sorted(heights[:3])
    assert largest_that_fit >= 1.25 * usual, heights
    assert min(heights) == usual, heights
    window.close()


def test_what_is_said_of_the_training_can_be_read_in_the_largest_letters(qtbot: QtBot, settings: Settings) -> None:
    window = opened(qtbot, settings, USUAL)
    past_run(window, [2.0, 1.0])
    choose_text_size(200)
    settle(window, qtbot)
    window.panel.show_figures("batch 2,345 of 2,345 · loss", "0.017", "2,345 of 2,345 · loss")
    come_to_rest(window, qtbot)
    assert window.panel.message.painted().split() == window.panel.message.text().split()
    window.close()
