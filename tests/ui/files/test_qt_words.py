"""What Qt itself says, in its file dialog, boxes and menus, is Vietnamese too once the program is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QListView,
    QMessageBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from digitpad.resources import asset
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import settle
from tests.ui.pasts import past_run
from tests.ui.texts import extracted

__all__ = ["extracted"]  # pytest finds fixtures by this name

SAVE, OPEN = QFileDialog.AcceptMode.AcceptSave, QFileDialog.AcceptMode.AcceptOpen
POLL_MS = 10

KEYS = {"QShortcut"}
"""Contexts of what is called as it is written on keyboards."""
NO_WORDS = {"QT_LAYOUT_DIRECTION", "Alt+Left", "Alt+Right", "Alt+Up"}


@pytest.fixture(autouse=True)
def vietnamese(qapp: QApplication) -> Iterator[None]:
    speak("vi")
    yield
    speak()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file and a folder."""
    folder = tmp_path / "lesson"
    (folder / "older").mkdir(parents=True)
    (folder / "a.digitpad").write_bytes(b"")
    return folder


def shown(qtbot: QtBot, folder: Path, mode: QFileDialog.AcceptMode) -> QFileDialog:
    """Show Qt's own file dialog, in which the folder has been read."""
    dialog = QFileDialog(None, "digitpad", str(folder), "digitpad (*.digitpad)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile if mode is SAVE else QFileDialog.FileMode.ExistingFile)
    dialog.show()
    names = dialog.findChild(QListView, "listView")
    assert names is not None
    qtbot.waitUntil(lambda: names.model().rowCount(names.rootIndex()) == 2)
    return dialog


def typed(dialog: QFileDialog, name: str) -> None:
    """Type a name, and accept it."""
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def delete(dialog: QFileDialog, name: str) -> None:
    """Select a file, and delete it."""
    names, action = dialog.findChild(QListView, "listView"), dialog.findChild(QAction, "qt_delete_action")
    assert names is not None
    assert action is not None
    rows = (
        names.model().index(row, 0, names.rootIndex()) for row in range(names.model().rowCount(names.rootIndex()))
    )
    names.setCurrentIndex(next(index for index in rows if index.data() == name))
    action.setEnabled(True)  # as the menu does, which asks for the selection when it opens
    action.trigger()


def asked(act: Callable[[], None]) -> tuple[str, list[str]]:
    """Return text and buttons of the box that an act opens; it is left by Esc."""
    found: list[tuple[str, list[str]]] = []
    timer = QTimer()

    def leave() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            found.append((box.text(), [button.text().replace("&", "") for button in box.buttons()]))
            QTest.keyClick(box, Qt.Key.Key_Escape)

    timer.timeout.connect(leave)
    timer.start(POLL_MS)
    act()
    timer.stop()
    assert len(found) == 1
    return found[0]


class TestSentencesWithValues:
    def test_of_a_file_that_exists(self, qtbot: QtBot, folder: Path) -> None:
        dialog = shown(qtbot, folder, SAVE)
        text, buttons = asked(lambda: typed(dialog, "a.digitpad"))
        assert text == "a.digitpad đã tồn tại.\nBạn có muốn thay thế nó không?"
        assert sorted(buttons) == ["Có", "Không"]

    def test_of_a_file_that_does_not(self, qtbot: QtBot, folder: Path) -> None:
        dialog = shown(qtbot, folder, OPEN)
        text, buttons = asked(lambda: typed(dialog, "b.digitpad"))
        assert text.startswith("b.digitpad\nKhông tìm thấy")
        assert buttons == ["OK"]

    def test_of_a_file_to_delete(self, qtbot: QtBot, folder: Path) -> None:
        dialog = shown(qtbot, folder, SAVE)
        text, _ = asked(lambda: delete(dialog, "a.digitpad"))
        assert text == "Bạn có chắc chắn muốn xóa “a.digitpad” không?"
        assert (folder / "a.digitpad").exists()

    @pytest.mark.parametrize(
        "english",
        [
            "'%1' is write protected.\nDo you want to delete it anyway?",
            "%1\nDirectory not found.\nPlease verify the correct directory name was given.",
        ],
    )
    def test_that_only_some_users_meet(self, english: str) -> None:
        text = QCoreApplication.translate("QFileDialog", english)
        assert text != english
        assert text.count("%1") == 1


class Misses(QTranslator):
    """Notes what Qt says that the program's Vietnamese does not know."""

    def __init__(self, ours: set[str], parent: QApplication) -> None:
        super().__init__(parent)
        self.found: set[tuple[str, str]] = set()
        self._ours = ours
        self._known = QTranslator(self)
        assert self._known.load(str(asset("translations") / "digitpad_vi.qm"))

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's name
        return False

    def translate(self, context: str, source: str, disambiguation: str = "", n: int = -1) -> str | None:
        # ``tr`` of a widget of ours asks in the contexts of Qt's classes too, which it inherits.
        words = context.startswith("Q") and context not in KEYS and source not in NO_WORDS | self._ours
        if words and not self._known.translate(context, source):
            self.found.add((context, source))
        return None


@pytest.fixture
def misses(qapp: QApplication, extracted: set[tuple[str, str]]) -> Iterator[Misses]:
    misses = Misses({source for context, source in extracted if not context.startswith("Q")}, qapp)
    qapp.installTranslator(misses)
    yield misses
    qapp.removeTranslator(misses)


def open_menus(window: QWidget) -> None:
    """Ask everything that can be seen for its menu."""
    timer = QTimer()  # Qt's own wait until they are closed
    timer.timeout.connect(lambda: (menu := QApplication.activePopupWidget()) and menu.close())
    timer.start(POLL_MS)
    for widget in [widget for widget in window.findChildren(QWidget) if widget.isVisible()]:
        if shiboken6.isValid(widget):  # a menu that was shown before is deleted meanwhile
            place = widget.rect().center()
            reason = QContextMenuEvent.Reason.Mouse
            QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
            QApplication.processEvents()
    timer.stop()
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()


@pytest.mark.parametrize("mode", [SAVE, OPEN])
def test_nothing_in_the_file_dialog_is_english(
    qtbot: QtBot, folder: Path, misses: Misses, mode: QFileDialog.AcceptMode
) -> None:
    dialog = shown(qtbot, folder, mode)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    open_menus(dialog)
    assert misses.found == set()


def test_nor_is_anything_of_qts_in_the_window(window: MainWindow, qtbot: QtBot, misses: Misses) -> None:
    for _ in range(30):
        past_run(window, [2.0, 1.0])
    window.actions_["help"].trigger()
    for action in window.views.openers().values():
        action.trigger()
        settle(qtbot)
        open_menus(window)
    window.actions_["recipe"].trigger()
    settle(qtbot)
    open_menus(window)
    guide = window.findChild(QTextBrowser)
    assert guide is not None
    open_menus(guide.window())
    assert misses.found == set()
