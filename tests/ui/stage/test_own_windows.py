"""Windows of the program's own: beside canvas and answer, in the room's letters, with the window's keys."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.workspace.wording.language import speak
from tests.conftest import FreshPython
from tests.ui.lesson import settle

SIZES = [(1024, 720), (1366, 720), (1920, 1032)]


def torn(window: MainWindow, key: str) -> QWidget:
    """Tear a view off; return its window."""
    window.area.show_view(key)
    window.actions_["tear_off"].trigger()
    return window.views.pages[key].window()


def guide_of(window: MainWindow) -> QDialog:
    """Open the guide."""
    window.actions_["help"].trigger()
    (guide,) = (dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
    return guide


def place_of(widget: QWidget) -> QRect:
    """Return where a widget is on the screen."""
    return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())


@pytest.fixture(params=SIZES, ids=str)
def sized(request: pytest.FixtureRequest, window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as large as a screen above its panel."""
    window.resize(*request.param)
    qtbot.waitUntil(lambda: window.size().toTuple() == request.param)
    settle(qtbot)
    yield window
    window.area.take_all_back()


class TestBesideTheStage:
    def hides_neither(self, own: QWidget, window: MainWindow) -> bool:
        return not any(own.frameGeometry().intersects(place_of(w)) for w in (window.canvas, window.prediction))

    def test_each_view_opens_there(self, sized: MainWindow) -> None:
        for key in sized.views.views:
            assert self.hides_neither(torn(sized, key), sized), key
            sized.area.take_back(key)

    def test_the_guide_too_however_often(self, sized: MainWindow) -> None:
        for _ in range(2):
            guide = guide_of(sized)
            assert self.hides_neither(guide, sized)
            guide.move(0, 0)
            guide.close()


class TestTheTabOfAViewInAWindowOfItsOwn:
    @pytest.fixture
    def runs(self, window: MainWindow) -> Iterator[QWidget]:
        yield torn(window, "runs")
        window.area.take_all_back()

    def test_the_tab_that_is_selected_is_that_of_what_is_shown(self, runs: QWidget, window: MainWindow) -> None:
        assert runs is not window
        assert window.area.current == "loss"
        assert window.area.pages.currentWidget() is window.views.pages["loss"]
        window.actions_["tear_off"].trigger()
        assert window.area.current == "sight"

    def test_a_click_on_its_tab_brings_it_to_the_front(
        self, runs: QWidget, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        tabs = window.area.tabs
        qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
        qtbot.waitUntil(runs.isActiveWindow)
        assert window.area.current == "loss"

    def test_the_arrow_keys_pass_it(self, runs: QWidget, window: MainWindow) -> None:
        QTest.keyClick(window.area.tabs, Qt.Key.Key_Right)
        assert window.area.current == "sight"

    def test_it_is_said_where_it_is(self, runs: QWidget, window: MainWindow) -> None:
        assert "window of its own" in window.area.tabs.tabToolTip(1)
        runs.close()
        assert "window of its own" not in window.area.tabs.tabToolTip(1)
        assert window.area.current == "runs"


class TestAllOfThem:
    @pytest.fixture
    def bare(self, window: MainWindow) -> Iterator[MainWindow]:
        """A window none of whose views is in it."""
        for key in window.views.views:
            torn(window, key)
        yield window
        window.area.take_all_back()

    def test_it_is_said_where_they_are(self, bare: MainWindow, qtbot: QtBot) -> None:
        said = bare.area.pages.currentWidget()
        assert isinstance(said, QLabel)
        assert said.isVisible()
        assert "Each view is in a window of its own" in said.text()
        speak("vi")
        qtbot.waitUntil(lambda: "cửa sổ riêng" in said.text())

    def test_nothing_more_can_be_torn_off(self, bare: MainWindow) -> None:
        shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        bare.actions_["tear_off"].trigger()
        assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == shown

    def test_one_that_is_closed_is_here_again(self, bare: MainWindow) -> None:
        for key in ("test", "loss"):
            bare.views.pages[key].window().close()
            assert bare.area.current == key
            assert bare.views.pages[key].isVisible()
            assert bare.views.pages[key].window() is bare

    def test_a_click_on_the_tab_that_is_left_selected_leads_to_its_window(
        self, bare: MainWindow, qtbot: QtBot
    ) -> None:
        tabs = bare.area.tabs
        for place, key in ((tabs.currentIndex(), bare.area.current), (0, "loss")):
            qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
            qtbot.waitUntil(bare.views.pages[key].window().isActiveWindow)


def edge(widget: QWidget) -> str:
    """Return the colour of a widget's upper edge."""
    image = widget.grab().toImage()
    return QColor(image.pixel(image.width() // 2, 0)).name()


def test_the_recipe_is_before_the_view_from_whose_window_it_was_asked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    own = torn(window, "runs")
    own.activateWindow()
    qtbot.waitUntil(own.isActiveWindow)
    QTest.keyClick(own, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.sheet.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    preset = window.sheet.form.presets.preset
    assert preset.hasFocus()
    frame = QApplication.palette().highlight().color().darker(125).name()
    qtbot.waitUntil(lambda: edge(preset) == frame)
    window.area.take_all_back()


class TestTheGuide:
    def test_its_letters_are_the_rooms(self, window: MainWindow, qtbot: QtBot) -> None:
        guide = guide_of(window)
        text = guide.findChild(QTextBrowser)
        assert text is not None
        usual = text.font().pixelSize()
        choose_text_size(150)
        qtbot.waitUntil(lambda: text.font().pixelSize() >= 1.45 * usual)
        guide.close()
        choose_text_size(100)
        guide_of(window)
        qtbot.waitUntil(lambda: text.font().pixelSize() == usual)
        guide.close()

    def test_the_windows_keys_are_its_too(self, window: MainWindow, qtbot: QtBot) -> None:
        guide = guide_of(window)
        guide.activateWindow()
        qtbot.waitUntil(guide.isActiveWindow)
        QTest.keyClick(guide.focusWidget(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        assert window.workspace.settings.text_size == 110
        QTest.keyClick(guide.focusWidget(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
        assert window.workspace.settings.text_size == 100
        guide.close()


ON_TWO_SCREENS = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen:configfile=" + sys.argv[1]
import digitpad.workspace
from digitpad.app import prepare_process
prepare_process()
from PySide6.QtCore import QSettings
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
application = make_application()
window = MainWindow(Settings(QSettings(sys.argv[2], QSettings.Format.IniFormat)))
window.show()
window.actions_["tear_off"].trigger()
torn = window.views.pages["loss"].window()
application.processEvents()
print(json.dumps([torn.isMaximized(), *torn.frameGeometry().getRect()]))
window.close()
"""


def test_with_a_second_screen_a_view_has_the_whole_of_it(fresh_python: FreshPython, tmp_path: Path) -> None:
    screens = [{"name": f"{x}", "x": x, "y": 0, "width": 1366, "height": 768, "dpr": 1} for x in (0, 1366)]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    found = fresh_python("-c", ON_TWO_SCREENS, tmp_path / "screens.json", tmp_path / "settings.ini")
    assert json.loads(found.stdout) == [True, 1366, 0, 1366, 768], found.stderr
