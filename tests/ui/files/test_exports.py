"""Exports and their dialogs, as a user meets them: what is suggested, what is written, what is said."""

import csv
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.network_file import load_network
from digitpad.runs.recipe import Recipe
from digitpad.runs.scores.score import Score, Scores
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.conftest import TRAINING_MS
from tests.ui.lesson import FILE_MS
from tests.ui.pasts import past_run

LOSSES = [2.0, 1.0, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05]


class Dialog:
    """Answers the save dialog with a path and a kind, and remembers what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "") -> None:
        self.title = self.suggestion = self.kinds = ""

        def ask(_: object, title: str, suggestion: str, kinds: str) -> tuple[str, str]:
            self.title, self.suggestion, self.kinds = title, suggestion, kinds
            return str(path), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)


def export(window: MainWindow, qtbot: QtBot, action: str) -> str:
    """Give the command and return what the status bar is told."""
    with qtbot.waitSignal(window.exports.told, timeout=TRAINING_MS) as told:
        window.actions_[action].trigger()
    return str(told.args[0])


def test_a_run_that_was_intervened_in_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = past_run(window, LOSSES, seconds=5.0)
    window.workspace.runs.intervene(run, Intervention(2, How.BATCHES, 2, (3, 8), alone=True))
    window.workspace.runs.change_rate(run, 0.5)
    Dialog(monkeypatch, tmp_path / "mine")
    export(window, qtbot, "export_run")
    lines = (tmp_path / "mine.csv").read_text().splitlines()
    besides = json.loads(lines[2].removeprefix("# besides its recipe: "))
    assert besides["rate_changes"] == [[10, 0.5]]
    assert besides["interventions"] == [
        {"how": "batches", "first": 2, "count": 2, "labels": [3, 8], "alone": True}
    ]
    rows = list(csv.DictReader(lines[3:]))
    assert [row["by hand"] for row in rows] == ["", "", "3 8", "3 8", *[""] * 7]


def test_a_run_as_a_table(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = past_run(window, LOSSES, seconds=5.0, accuracy=0.75)
    window.workspace.runs.note_sample(run, 0, 0.087)
    window.workspace.runs.note_sample(run, 4, 0.5)
    window.workspace.runs.score(run, 10, Scores(Score(0.25, 1.0), None, Score(0.5, 0.75)))
    window.workspace.runs.rename(run, "small: steps/2")
    dialog = Dialog(monkeypatch, tmp_path / "mine")
    told = export(window, qtbot, "export_run")
    assert dialog.title == "Export run"
    assert Path(dialog.suggestion).name == "small_ steps_2.csv"
    assert "*.csv" in dialog.kinds
    assert told == f"Saved {tmp_path / 'mine.csv'}"
    lines = (tmp_path / "mine.csv").read_text().splitlines()
    assert lines[0] == "# run: small: steps/2"
    assert Recipe.from_dict(json.loads(lines[1].removeprefix("# recipe: "))) == run.recipe
    rows = list(csv.DictReader(lines[2:]))
    assert [row["updates"] for row in rows] == [str(updates) for updates in range(11)]
    assert [float(row["loss"]) for row in rows[:-1]] == pytest.approx(LOSSES)
    assert rows[-1]["loss"] == ""
    assert [float(row["epoch"]) for row in rows] == [updates / 10 for updates in range(11)]
    assert [row["test accuracy"] for row in rows] == [""] * 10 + ["0.75"]
    assert [row["sample accuracy"] for row in rows] == ["0.087", "", "", "", "0.5"] + [""] * 6
    assert (rows[-1]["training loss"], rows[-1]["training accuracy"], rows[-1]["test loss"]) == (
        "0.25",
        "1.0",
        "0.5",
    )
    assert {rows[-1]["validation loss"], rows[-1]["validation accuracy"], rows[0]["training loss"]} == {""}
    assert [float(row["seconds"]) for row in rows] == [updates / 2 for updates in range(11)]
    assert window.workspace.settings.folder == str(tmp_path)


@pytest.mark.parametrize(("place", "width"), [(0, 2400), (1, None)], ids=["for print", "as on the screen"])
def test_the_plot_as_a_picture(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: int,
    width: int | None,
) -> None:
    past_run(window, LOSSES)
    dialog = Dialog(monkeypatch, "")
    window.actions_["export_plot"].trigger()
    kind = dialog.kinds.split(";;")[place]
    Dialog(monkeypatch, tmp_path / "loss.png", kind)
    export(window, qtbot, "export_plot")
    image = QImage(str(tmp_path / "loss.png"))
    assert image.width() == (window.views["loss"].plot.plot.width() if width is None else width)
    if width is not None:
        assert QColor(image.pixel(5, 5)) == QColor("white")


def test_the_plot_as_a_drawing_has_a_legend(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past_run(window, LOSSES, accuracy=0.75)
    Dialog(monkeypatch, tmp_path / "loss.svg")
    export(window, qtbot, "export_plot")
    drawing = ElementTree.parse(tmp_path / "loss.svg").getroot()
    texts = "".join(drawing.itertext())
    assert "Run 1" in texts
    assert "75.0 %" in texts


def test_the_plot_is_copied_for_pasting(window: MainWindow, qtbot: QtBot) -> None:
    past_run(window, LOSSES)
    told = export(window, qtbot, "copy_plot")
    assert told.startswith("Copied")
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2400
    assert QColor(image.pixel(5, 5)) == QColor("white")


def test_a_cancelled_dialog_writes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past_run(window, LOSSES)
    Dialog(monkeypatch, "")
    for action in ("export_run", "export_plot", "save_network", "save_as"):
        window.actions_[action].trigger()
    qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet)
    assert not list(tmp_path.glob("*.[!i]*"))


def test_a_folder_that_is_not_there_is_a_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past_run(window, LOSSES)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: told.append(arguments[2]))
    Dialog(monkeypatch, tmp_path / "nowhere" / "mine.csv")
    window.actions_["export_run"].trigger()
    qtbot.waitUntil(lambda: len(told) == 1, timeout=FILE_MS)
    assert "mine.csv could not be saved" in told[0]


def test_a_network_is_saved_and_opened_through_the_dialogs(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = Dialog(monkeypatch, tmp_path / "mine")
    with qtbot.waitSignal(window.network_files.told, timeout=FILE_MS):
        window.actions_["save_network"].trigger()
    assert Path(dialog.suggestion).name == "network.npz"
    path = tmp_path / "mine.npz"
    assert load_network(path).recipe == window.workspace.network.recipe
    window.actions_["reset"].trigger()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(window.network_files.opened, timeout=FILE_MS):
        window.actions_["open_network"].trigger()
    assert window.workspace.network.text().startswith("from mine.npz")
    assert window.workspace.draft.recipe == load_network(path).recipe


def test_a_network_for_keras_before_tensorflow_is_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not window.workspace.readiness.can_train
    Dialog(monkeypatch, tmp_path / "mine")
    export(window, qtbot, "export_keras")
    import keras

    model = keras.models.load_model(tmp_path / "mine.keras")
    shapes = [tuple(weight.shape) for weight in model.get_weights()]
    assert shapes == list(window.workspace.network.snapshot.architecture.shapes)
