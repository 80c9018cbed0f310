"""``digitpad FILE`` opens whatever digitpad writes."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digitpad import app
from digitpad.document.session_file import SavedSession, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing, write_drawings
from digitpad.runs.network_file import load_ready_network, save_network
from digitpad.ui import application
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import FILE_MS


def test_a_session(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "lesson.digitpad"
    save_session(path, SavedSession(drawings=(sample_digit(3), sample_digit(4))))
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.open_file(path)
    assert window.files.path == path


def test_a_network(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "NETWORK.NPZ"
    save_network(path, load_ready_network())
    with qtbot.waitSignal(window.network_files.opened, timeout=FILE_MS):
        window.open_file(path)
    assert path.name in window.workspace.network.text()


@pytest.mark.parametrize("name", ["ours.jsonl", "ours.jsonl.gz"])
def test_drawings(window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_drawings(path, [LabelledDrawing(sample_digit(5), 5)])
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.open_file(path)
    assert len(window.workspace.sketchbook.with_canvas()[0]) == 1


def test_anything_else_is_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    window.open_file(tmp_path / "photo.png")
    assert "photo.png is no file of digitpad" in window.panel.message.text()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], None),
        (["lesson.digitpad"], Path("lesson.digitpad")),
        (["train.npz", "--demo"], Path("train.npz")),
        (["--demo"], None),
    ],
)
def test_the_first_argument_is_the_file(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: Path | None
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(application, "run_window", lambda **wanted: asked.append(wanted["file"]) or 0)
    assert app.main(arguments) == 0
    assert asked == [expected]


def test_of_two_files_it_is_said_that_one_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    """It was said that the second one is no command."""
    assert app.main(["lesson.digitpad", "other.digitpad"]) == 2
    said = capsys.readouterr().err
    assert "one file is opened at a time" in said
    assert "invalid choice" not in said
