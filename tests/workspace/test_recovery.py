"""What is written down for a crash, and when."""

import os

from pytestqt.qtbot import QtBot

from digitpad.document.session_file import load_session
from digitpad.drawing.samples import sample_digit
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import WAIT_MS


def test_what_was_half_written_yesterday_is_swept_away(workspace: Workspace, settings: Settings) -> None:
    settings.sessions_folder.mkdir(parents=True)
    old, new = (settings.sessions_folder / f".{name}.digitpad.x.part" for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    moment = new.stat().st_mtime - 2 * 24 * 3600
    os.utime(old, (moment, moment))
    workspace.recovery.look()
    assert not old.exists()
    assert new.exists()


def test_nothing_is_written_while_nothing_changes(workspace: Workspace, settings: Settings, qtbot: QtBot) -> None:
    written = workspace.recovery.written
    with qtbot.assertNotEmitted(written):
        workspace.recovery.write()
        qtbot.waitUntil(lambda: workspace.jobs.is_quiet, timeout=WAIT_MS)
    assert not settings.sessions_folder.exists()
    workspace.board.set_drawing(sample_digit(2), "")
    workspace.board.clear()
    with qtbot.waitSignal(written, timeout=WAIT_MS):
        workspace.recovery.write()
    (path,) = settings.sessions_folder.glob("*.digitpad")
    assert load_session(path).drawings == (sample_digit(2),)
    with qtbot.assertNotEmitted(written):
        workspace.recovery.write()
        qtbot.waitUntil(lambda: workspace.jobs.is_quiet, timeout=WAIT_MS)
    workspace.board.set_drawing(sample_digit(3), "")
    with qtbot.waitSignal(written, timeout=WAIT_MS):
        workspace.recovery.write()
    assert load_session(path).drawings == (sample_digit(2), sample_digit(3))
