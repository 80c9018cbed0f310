"""What is drawn is read by the newest weights: at once, and by each of them only once."""

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import SnapshotTaken
from digitpad.runs.recipe import Recipe
from digitpad.workspace.easel import recognizer
from digitpad.workspace.easel.digit_stages import DigitStages
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import LONG, WAIT_MS, reported, settle, stop


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, bytes]]:
    """Grows with each question to a network: which one, and which picture."""
    asked: list[tuple[int, bytes]] = []
    kept: list[Snapshot] = []  # else one may lie where another one lay

    def counting(ask: Callable[[Snapshot, np.ndarray], object]) -> Callable[[Snapshot, np.ndarray], object]:
        def counted(snapshot: Snapshot, images: np.ndarray) -> object:
            kept.append(snapshot)
            asked.append((id(snapshot), images.tobytes()))
            return ask(snapshot, images)

        return counted

    monkeypatch.setattr(Snapshot, "probabilities", counting(Snapshot.probabilities))
    monkeypatch.setattr(recognizer, "traced", counting(recognizer.traced))
    return asked


def recognition(workspace: Workspace, qtbot: QtBot, act: Callable[[], object]) -> Recognition | None:
    """Return what is recognized when somebody acts."""
    with qtbot.waitSignal(workspace.recognizer.recognized, timeout=WAIT_MS) as recognized:
        act()
    return recognized.args[0]


def test_what_is_drawn_is_read_by_the_network_that_answers(workspace: Workspace, qtbot: QtBot) -> None:
    read = recognition(workspace, qtbot, lambda: workspace.board.set_drawing(sample_digit(4), ""))
    glyph = rasterize(sample_digit(4)).glyph.reshape(-1)
    assert read.drawing == sample_digit(4)
    assert read.snapshot is workspace.network.snapshot
    np.testing.assert_array_equal(read.probabilities, workspace.network.snapshot.probabilities(glyph))
    assert read.ranking == np.argsort(-read.probabilities, kind="stable").tolist()


def test_nothing_drawn_is_nothing_to_read(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.board.set_drawing(sample_digit(4), "")
    settle(qtbot)
    qtbot.waitUntil(lambda: workspace.recognizer.answer() is not None)
    workspace.board.set_drawing(Drawing(), "")
    assert workspace.recognizer.answer() is None
    assert recognition(workspace, qtbot, lambda: workspace.network.reset(Recipe(seed=1))) is None


def test_what_was_read_is_not_prepared_once_more(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = recognition(workspace, qtbot, lambda: workspace.board.set_drawing(sample_digit(4), ""))
    with monkeypatch.context() as patch:
        patch.setattr(DigitStages, "of", lambda *_: pytest.fail("prepared once more"))
        assert workspace.recognizer.answer() is read
    other = recognition(workspace, qtbot, lambda: workspace.board.set_drawing(sample_digit(5), ""))
    assert other.drawing == workspace.recognizer.answer().drawing == sample_digit(5)


def test_other_weights_read_the_same_drawing_anew(workspace: Workspace, qtbot: QtBot) -> None:
    first = recognition(workspace, qtbot, lambda: workspace.board.set_drawing(sample_digit(4), ""))
    second = recognition(workspace, qtbot, lambda: workspace.network.reset(Recipe(seed=1)))
    assert second.seen is first.seen
    assert second.snapshot is workspace.network.snapshot
    assert (second.probabilities != first.probabilities).any()


def test_many_changes_in_one_frame_are_read_once_more_at_its_end(
    workspace: Workspace, qtbot: QtBot, questions: list[tuple[int, bytes]]
) -> None:
    read: list[Recognition] = []
    workspace.recognizer.recognized.connect(read.append)
    for digit in range(10):
        workspace.board.set_drawing(sample_digit(digit), "")
    qtbot.waitUntil(lambda: bool(read) and read[-1].drawing == sample_digit(9))
    assert read[0].drawing == sample_digit(0)
    assert len(questions) == len(read) < 10


def test_the_same_question_is_asked_once(
    workspace: Workspace, qtbot: QtBot, questions: list[tuple[int, bytes]]
) -> None:
    recognition(workspace, qtbot, lambda: workspace.board.set_drawing(sample_digit(4), ""))
    for _ in range(3):
        workspace.recognizer.answer()
    assert len(questions) == 1
    other = untrained(Recipe(seed=1))
    workspace.recognizer.answer_by(other)
    workspace.recognizer.answer_by(other)
    assert len(questions) == 2


def test_while_a_network_learns_each_snapshot_answers_once(
    ready: Workspace, qtbot: QtBot, questions: list[tuple[int, bytes]]
) -> None:
    ready.board.set_drawing(sample_digit(4), "")
    with reported(ready, qtbot, SnapshotTaken):
        ready.training.train(LONG)
    for _ in range(5):
        with reported(ready, qtbot, SnapshotTaken):
            pass
    stop(ready, qtbot)
    assert len(questions) > 5
    moments = ready.runs.runs[0].moments  # which may be asked once more, since when they read what is drawn
    assert len(questions) <= len(set(questions)) + len(moments)


def test_a_long_drawing_is_read_exactly_once_it_rests(workspace: Workspace, qtbot: QtBot) -> None:
    along = np.linspace(0, 30, 700)
    points = (0.5 + 0.4 * np.column_stack([np.sin(along), np.cos(1.3 * along)])).tolist()
    board = workspace.board
    board.press(tuple(points[0]), erase=False)
    for point in points[1:]:
        board.move(tuple(point))
    board.release()
    exact = rasterize(board.drawing).glyph
    np.testing.assert_allclose(workspace.recognizer.answer().glyph, exact, atol=12 / 255)
    qtbot.waitUntil(lambda: np.array_equal(workspace.recognizer.answer().glyph, exact), timeout=WAIT_MS)
