"""A view plugs in by the protocol alone: the window shows it, tells it what changed, and remembers it."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.ui.icons import icon
from digitpad.ui.stage.actions import Actions
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.host import ViewHost
from digitpad.ui.views.protocol import View
from digitpad.workspace.changes import Part
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.workspace import Workspace
from tests.ui.lesson import settle


class Diary:
    """A view that writes down what it is told."""

    key = "diary"
    follows = frozenset({Part.DRAWING, Part.RECIPE})

    def __init__(self, workspace: Workspace) -> None:
        self.entries: list[object] = []
        self.label = QLabel("diary")
        self.command = QAction("Write")

    def title(self) -> str:
        return "Diary"

    def icon(self) -> str:
        return "loss"

    def widget(self) -> QWidget:
        return self.label

    def actions(self) -> Sequence[QAction]:
        return (self.command,)

    def translate(self) -> None:
        self.entries.append("translate")

    def shown(self, visible: bool) -> None:
        self.entries.append(visible)

    def refresh(self, changed: frozenset[Part]) -> None:
        self.entries.append(changed)

    def save(self) -> dict[str, Any]:
        return {"pages": len(self.entries)}

    def restore(self, state: dict[str, Any]) -> None:
        self.entries.append(state)


@pytest.fixture
def workspace(qtbot: QtBot, settings: Settings) -> Workspace:
    return Workspace(settings)


@pytest.fixture
def frame(qtbot: QtBot) -> QMainWindow:
    frame = QMainWindow()
    qtbot.addWidget(frame)
    return frame


def hosted(workspace: Workspace, frame: QMainWindow) -> tuple[ViewHost, Diary]:
    host = ViewHost(workspace, {}, [lambda workspace, _commands: Diary(workspace)], frame)
    diary = host["diary"]
    assert isinstance(diary, Diary)
    holder = QWidget()
    QVBoxLayout(holder).addWidget(host.pages["diary"])
    frame.setCentralWidget(holder)
    return host, diary


def test_a_view_is_told_what_it_follows_while_it_is_visible(
    workspace: Workspace, frame: QMainWindow, qtbot: QtBot
) -> None:
    _, diary = hosted(workspace, frame)
    workspace.board.set_drawing(sample_digit(1), "")
    with qtbot.waitSignal(workspace.changes.told):
        pass
    assert diary.entries == []
    frame.show()
    qtbot.waitUntil(lambda: diary.entries == [True])
    workspace.board.set_drawing(sample_digit(2), "")
    qtbot.waitUntil(lambda: len(diary.entries) == 2)
    assert Part.DRAWING in diary.entries[1]
    workspace.runs.changed.emit()
    with qtbot.waitSignal(workspace.changes.told):
        pass
    assert len(diary.entries) == 2, "it does not follow the runs"
    frame.hide()
    qtbot.waitUntil(lambda: diary.entries[-1] is False)


def test_many_changes_are_told_at_once(workspace: Workspace, frame: QMainWindow, qtbot: QtBot) -> None:
    _, diary = hosted(workspace, frame)
    frame.show()
    qtbot.waitUntil(lambda: diary.entries == [True])
    for digit in range(10):
        workspace.board.set_drawing(sample_digit(digit), "")
    workspace.draft.write(None)
    qtbot.waitUntil(lambda: len(diary.entries) == 2)
    assert diary.entries[1] >= {Part.DRAWING, Part.RECIPE}


def test_what_a_view_saves_comes_back_and_nonsense_does_not(workspace: Workspace, frame: QMainWindow) -> None:
    host, diary = hosted(workspace, frame)
    assert host.save() == {"diary": {"pages": 0}}
    host.restore({"diary": {"pages": 3}, "unknown": {}})
    host.restore({"diary": "nonsense"})
    assert diary.entries == [{"pages": 3}]


def test_its_commands_are_offered(workspace: Workspace, frame: QMainWindow, qtbot: QtBot) -> None:
    host, diary = hosted(workspace, frame)
    assert diary.command in host.actions()
    opener = host.openers()["diary"]
    assert opener in host.actions()
    assert opener.shortcut().toString() == "Ctrl+1"
    with qtbot.waitSignal(workspace.view_asked) as asked:
        opener.trigger()
    assert asked.args == ["diary"]


def test_the_programs_own_views_keep_the_protocol(workspace: Workspace, frame: QMainWindow) -> None:
    from digitpad.ui.views.table import VIEWS

    views: list[View] = [make(workspace, Actions(frame)) for make in VIEWS]
    assert [view.key for view in views] == ["loss", "runs", "sight", "step", "test", "class", "inside", "keras"]
    for view in views:
        assert view.title()
        assert not icon(view.icon()).isNull()
        assert view.follows
        view.restore({"log_axis": "nonsense"})
        assert isinstance(view.save(), dict)


def test_what_no_view_has_ever_remembered_is_passed_over(window: MainWindow, qtbot: QtBot) -> None:
    odds = (None, "x", -1, 2**31, 2**63, 10**400, 1e308, float("nan"), [], [{}], {})
    for view in window.views.views.values():
        usual = view.save()
        for name, odd in product(usual, odds):
            view.restore(usual)
            view.restore({name: odd})
            settle(qtbot)  # what it lets the view do later is done with the odd value, too
            assert view.save().keys() == usual.keys(), (name, odd)


def test_a_view_is_made_when_it_is_shown_or_when_there_is_time(window: MainWindow, qtbot: QtBot) -> None:
    pages = window.views.pages
    assert [key for key, page in pages.items() if page.is_made] == ["loss"]
    assert not [key for key in ("sight", "step", "test") if "panel" in vars(window.views[key])]
    window.area.show_view("sight")
    assert pages["sight"].is_made
    window.views.make_soon()
    qtbot.waitUntil(lambda: all(page.is_made for page in pages.values()))
    assert window.area.current == "sight"


def test_a_view_that_is_made_later_is_as_it_was_remembered(window: MainWindow) -> None:
    view = window.views["test"]
    remembered = {"source": "class", "shares": True}
    view.restore(remembered)
    assert view.save() == remembered
    window.area.show_view("test")
    assert view.panel.head.shares.isChecked()
    assert view.save() == remembered


def test_a_view_that_is_made_later_is_a_projectors_too(window: MainWindow) -> None:
    window.actions_["projector"].trigger()
    window.area.show_view("step")
    assert window.views["step"].panel.mean.is_plain
