"""What is written down for a crash, and when."""

from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.runs.events import Ending
from digitpad.runs.moments.plan import planned
from digitpad.runs.shelf import Shelf
from digitpad.workspace.keeping.recovery import SOON_MS
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import SMALL, WAIT_MS, Ends, files_done
from tests.workspace.keeping.kept import orphans
from tests.workspace.same import assert_same_weights


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
    (own,) = orphans(settings)
    assert own.read().drawings == (sample_digit(2),)
    with qtbot.assertNotEmitted(written):
        workspace.recovery.write()
        qtbot.waitUntil(lambda: workspace.jobs.is_quiet, timeout=WAIT_MS)
    workspace.board.set_drawing(sample_digit(3), "")
    with qtbot.waitSignal(written, timeout=WAIT_MS):
        workspace.recovery.write()
    assert own.read().drawings == (sample_digit(2), sample_digit(3))


def test_a_runs_moments_are_there_after_a_crash(
    ready: Workspace, settings: Settings, qtbot: QtBot, ends: Ends
) -> None:
    with ends(Ending.COMPLETED):
        ready.training.train(SMALL)
    files_done(ready, qtbot)  # what is being written now knows nothing of the end
    ready.board.set_drawing(sample_digit(2), "")
    with qtbot.waitSignal(ready.recovery.written, timeout=WAIT_MS):
        ready.recovery.write()
    files_done(ready, qtbot)
    (own,) = orphans(settings)
    shelf = Shelf()
    (run,) = own.read(shelf).runs
    assert [moment.updates for moment in run.moments] == list(planned(SMALL))
    for mine, theirs in zip(ready.runs.runs[0].moments, run.moments, strict=True):
        assert_same_weights(mine.read(), theirs.read())
    shelf.close()


def test_a_drawing_is_written_within_a_second_of_pen_up(
    workspace: Workspace, settings: Settings, qtbot: QtBot
) -> None:
    board = workspace.board
    board.press((0.2, 0.2), erase=False)
    with qtbot.assertNotEmitted(workspace.recovery.written, wait=SOON_MS + 300):
        board.move((0.4, 0.8))  # in mid-stroke nothing is written: the next point would change it
    with qtbot.waitSignal(workspace.recovery.written, timeout=1000):
        board.release()
    (own,) = orphans(settings)
    assert own.read().drawings == (board.drawing,)
