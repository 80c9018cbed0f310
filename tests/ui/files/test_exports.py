"""Exports and their dialogs, as a user meets them: what is suggested, what is written, what is said."""

import csv
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.network_file import load_network
from digitpad.runs.recipe import Loop, Recipe
from digitpad.runs.scores.score import Score, Scores
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.wording.language import speak
from tests.ui.conftest import TRAINING_MS
from tests.ui.lesson import FILE_MS
from tests.ui.pasts import SMALL, past_run

LOSSES = [2.0, 1.0, 0.5, 0.4, 0.3, 0.25, 0.2, 0.15, 0.1, 0.05]


class Dialog:
    """Answers the save dialog with a path and a kind, and remembers what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "") -> None:
        self.title = self.suggestion = self.kinds = ""

        def ask(_: object, title: str, suggestion: str, kinds: str) -> tuple[str, str]:
            self.title, self.suggestion, self.kinds = title, suggestion, kinds
            return str(path), kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)


@pytest.fixture
def english_again() -> Iterator[None]:
    yield
    speak("en")


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


def test_a_run_by_another_loop_says_so(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past_run(window, LOSSES, seconds=5.0).loop = Loop.KERAS
    Dialog(monkeypatch, tmp_path / "mine")
    export(window, qtbot, "export_run")
    lines = (tmp_path / "mine.csv").read_text().splitlines()
    assert lines[2] == "# loop: keras"
    assert next(iter(csv.DictReader(lines[3:])))["updates"] == "0"


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


@pytest.mark.parametrize("wait", [0, 30], ids=["at once", "in the midst of it"])
@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_plot_is_exported_although_the_window_is_closed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, wait: int
) -> None:
    past_run(window, LOSSES)
    path = tmp_path / f"loss{suffix}"
    Dialog(monkeypatch, path)
    window.actions_["export_plot"].trigger()
    qtbot.wait(wait)
    window.close()
    assert not QImage(str(path)).isNull()


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


@pytest.mark.parametrize(
    ("place", "name", "within"),
    [
        (0, "Run 1.py", "class NaiveDense"),
        (1, "Run 1.py", "keras.Sequential"),
        (2, "Run 1.ipynb", "class NaiveDense"),
        (3, "Run 1.ipynb", "keras.Sequential"),
    ],
)
def test_a_run_is_taken_home(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: int,
    name: str,
    within: str,
) -> None:
    past_run(window, LOSSES)
    window.workspace.settings.folder = str(tmp_path)
    dialog = Dialog(monkeypatch, "")
    window.actions_["take_home"].trigger()
    assert Path(dialog.suggestion) == tmp_path / "Run 1.py"
    # Another kind is chosen, and the suggested name is left as it is.
    Dialog(monkeypatch, dialog.suggestion, dialog.kinds.split(";;")[place])
    told = export(window, qtbot, "take_home")
    assert told == f"Saved {tmp_path / name}"
    written = (tmp_path / name).read_text("utf-8")
    assert within in written
    assert "Run 1" in written
    assert "1,000" in written
    if name.endswith(".ipynb"):
        assert json.loads(written)["nbformat"] == 4


def test_a_run_of_keras_suggests_keras_way_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past_run(window, LOSSES).loop = Loop.KERAS
    dialog = Dialog(monkeypatch, tmp_path / "mine")
    export(window, qtbot, "take_home")
    assert [("Keras" in kind, "ipynb" in kind) for kind in dialog.kinds.split(";;")] == [
        (True, False),
        (True, True),
        (False, False),
        (False, True),
    ]
    assert "keras.Sequential" in (tmp_path / "mine.py").read_text("utf-8")


def test_what_no_script_can_make_stays_and_says_why(window: MainWindow, qtbot: QtBot, english_again: None) -> None:
    action = window.actions_["take_home"]
    assert not action.isEnabled()
    run = past_run(window, LOSSES)
    assert action.isEnabled()
    assert "notebook" in action.toolTip()
    window.workspace.runs.change_rate(run, 0.5)
    assert not action.isEnabled()
    assert "learning rate was changed" in action.toolTip()
    past_run(window, LOSSES, recipe=replace(SMALL, data=TrainingData(TrainingImages.VARIED, 1000)))
    assert "changes its pictures" in action.toolTip()
    window.actions_["language_vi"].trigger()
    qtbot.waitUntil(lambda: "biến đổi lại các ảnh" in action.toolTip())


def test_a_script_speaks_the_programs_language(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, english_again: None
) -> None:
    past_run(window, LOSSES)
    window.actions_["language_vi"].trigger()
    Dialog(monkeypatch, tmp_path / "mine.py")
    export(window, qtbot, "take_home")
    assert "# Một bước huấn luyện" in (tmp_path / "mine.py").read_text("utf-8")


@pytest.mark.parametrize("letter", ["x", "ệ", "🙂"])
def test_a_long_name_of_a_run_is_one_that_a_file_can_have(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, letter: str
) -> None:
    run = past_run(window, LOSSES)
    window.workspace.runs.rename(run, letter * 200)
    window.workspace.settings.folder = str(tmp_path)
    for action, kind in (("export_run", 0), ("take_home", -1)):
        dialog = Dialog(monkeypatch, "")
        window.actions_[action].trigger()
        Dialog(monkeypatch, dialog.suggestion, dialog.kinds.split(";;")[kind])
        assert letter * 50 in export(window, qtbot, action)


def test_a_cancelled_dialog_writes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    past_run(window, LOSSES)
    Dialog(monkeypatch, "")
    for action in ("export_run", "take_home", "export_plot", "save_network", "save_as"):
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
