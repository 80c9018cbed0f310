"""Names and headers of files, and what people type, are never read as HTML."""

from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.document.session_file import SavedSession, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.errors import UserError
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.wording.plain_text import ZERO_WIDTH_SPACE, as_plain, as_tip
from tests.ui.lesson import FILE_MS, settle
from tests.ui.pasts import past_run

MARKUP = "<h1>big</h1><img src=x>"


def read(text: str) -> str:
    """Return a tooltip as a person reads it."""
    return QTextDocumentFragment.fromHtml(text).toPlainText() if QtGui.Qt.mightBeRichText(text) else text


def test_every_label_of_the_window_is_plain(window: MainWindow, qtbot: QtBot) -> None:
    past_run(window, [1.0] * 10, accuracy=0.5)
    for action in window.views.openers().values():
        action.trigger()
        settle(qtbot)
    window.actions_["recipe"].trigger()
    labels = window.findChildren(QLabel)
    assert len(labels) > 30
    assert [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText] == []


def test_what_looks_like_markup_is_shown_as_it_is(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _window, _title, text, *_: shown.append(text))
    window.workspace.commands.failed.emit(UserError("file-not-found", path=Path(MARKUP), what="x"))
    assert MARKUP in window.panel.message.text()
    window.files.open_from(Path(MARKUP))
    qtbot.waitUntil(lambda: bool(shown), timeout=FILE_MS)
    for text in (*shown, window.panel.message.toolTip()):
        assert "<h1>" not in text
        assert "&lt;h1&gt;big" in text
    assert len(shown) == 1


def test_a_files_name_is_text(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "<b>lesson<b>.digitpad"
    save_session(path, SavedSession(drawings=(sample_digit(3),)))
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.files.open_from(path)
    assert path.name in window.status.text()
    assert not QtGui.Qt.mightBeRichText(window.status.toolTip()) or "&lt;b&gt;" in window.status.toolTip()


@pytest.mark.parametrize("name", ["lesson[*]", "[*][*]", "a [*] b"])
def test_what_qt_takes_for_a_mark_of_changes_is_text_in_a_files_name(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{name}.digitpad"
    save_session(path, SavedSession(drawings=(sample_digit(3),)))
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.files.open_from(path)
    assert window.windowHandle().title() == f"{path.name} – digitpad"


def test_a_runs_name_is_itself_in_every_tooltip(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, [1.0])
    chips = window.views["loss"].plot.legend.chips
    for name in ("Anna & I", 'Ben\'s "run"', "<b>Tom</b>", "a<b & c>d"):
        window.workspace.runs.rename(run, name)
        cell = window.workspace.runs.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
        qtbot.waitUntil(lambda name=name: bool(chips) and name in chips[0].accessibleName())
        assert read(cell) == name
        assert read(chips[0].toolTip()).startswith(name)


def test_why_work_is_not_kept_is_itself_in_its_tooltip(window: MainWindow) -> None:
    problem = UserError("file-not-found", path=Path(MARKUP), what="x")
    window.unkept_bar.tell(problem)
    message = window.unkept_bar.message
    assert MARKUP in read(message.toolTip())
    assert MARKUP in message.accessibleDescription()


def test_a_path_in_a_tooltip_may_break() -> None:
    path = "/home/" + 100 * "lesson"
    pieces = as_tip(f"{path} was not found.").split(ZERO_WIDTH_SPACE)
    assert "".join(pieces) == f"{path} was not found."
    assert max(len(word) for piece in pieces for word in piece.split(" ")) <= 40
    assert as_tip("No word of this is long.") == "No word of this is long."


def test_usual_sentences_stay_what_they_are() -> None:
    assert as_plain("5 < 6 & 7 > 3.") == "5 < 6 & 7 > 3."
