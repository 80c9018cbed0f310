"""Faults and rare moments of training, as the window shows them: a broken TensorFlow, a run that is deleted."""

import builtins
import threading

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.errors import DataFileError
from digitpad.runs.events import SnapshotTaken
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.sentences import sentence
from tests.ui.lesson import FEW_UNITS, reported, select, step, stop
from tests.ui.pointer import draw
from tests.workspace.hearing import LOADING_MS
from tests.workspace.held_batch import hold_batch


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.recipe = Recipe(epochs=1000, architecture=FEW_UNITS)  # ends only when it is told to
    return settings


@pytest.mark.parametrize(
    "error",
    [
        ImportError(
            "DLL load failed while importing _pywrap_tensorflow_internal: The specified module was not found."
        ),
        RuntimeError("The TensorFlow library was compiled to use AVX instructions\nbut these aren't available"),
    ],
    ids=["missing DLL", "old processor"],
)
def test_a_tensorflow_that_cannot_be_imported_is_a_sentence_and_drawing_works(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    pythons_import = builtins.__import__

    def broken_import(name: str, *rest: object) -> object:
        if name == "tensorflow" and threading.current_thread() is not threading.main_thread():
            raise error
        return pythons_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", broken_import)
    window.load_tensorflow()
    qtbot.waitUntil(lambda: window.workspace.readiness.is_known, timeout=LOADING_MS)
    monkeypatch.undo()
    assert not window.workspace.readiness.can_train
    assert window.workspace.readiness.has_mnist, "MNIST has nothing to do with it"
    told = window.status.text()
    assert str(error).splitlines()[0] in told
    assert "drawing still works" in told
    assert "Traceback" not in told
    assert "\n" not in told
    draw(window.canvas, sample_digit(5))
    qtbot.waitUntil(lambda: window.prediction.answer.text() == "5")
    with qtbot.waitSignal(window.workspace.training.refused) as refused:
        qtbot.mouseClick(window.panel.buttons["train"], Qt.MouseButton.LeftButton)
    assert window.panel.message.text() == sentence(refused.args[0]) == told
    assert "TensorFlow" in window.panel.message.text()
    assert window.workspace.training.state is State.IDLE
    assert window.workspace.runs.runs == []


def test_a_train_that_waits_for_an_mnist_that_is_missing_ends(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digitpad.data import mnist

    def missing() -> None:
        raise DataFileError("file-not-found", path="mnist.npz", what="MNIST")

    monkeypatch.setattr(mnist, "load_dataset", missing)
    before = window.panel.time_line.grab().toImage()
    window.load_tensorflow()
    with qtbot.waitSignal(window.workspace.training.refused, timeout=LOADING_MS):
        window.actions_["train"].trigger()
        assert window.workspace.training.state is State.WAITING
        assert window.panel.time_line.grab().toImage() != before
    assert "mnist.npz was not found" in window.panel.message.text()
    assert "mnist.npz was not found" in window.status.text()
    assert window.workspace.training.state is State.IDLE
    assert window.actions_["train"].text() == "&Train"
    assert window.panel.time_line.grab().toImage() == before, "it still looks as if something were awaited"
    assert window.workspace.readiness.execution is not None, "TensorFlow has nothing to do with it"


def test_a_paused_run_that_is_deleted_cannot_be_resumed(ready: MainWindow, qtbot: QtBot) -> None:
    step(ready, qtbot)
    assert ready.panel.buttons["train"].text() == "Resume"
    ready.actions_["delete"].trigger()
    assert ready.workspace.training.state is State.IDLE
    assert ready.panel.buttons["train"].text() == "Train"
    assert ready.workspace.runs.current is None


def test_actions_that_make_no_sense_are_disabled(ready: MainWindow, qtbot: QtBot) -> None:
    commands = ("use", "compare", "go_on", "export_run", "delete", "end_comparison")

    def possible() -> set[str]:
        return {name for name in commands if ready.actions_[name].isEnabled()}

    assert possible() == set()
    with reported(ready, qtbot, SnapshotTaken):
        ready.actions_["train"].trigger()
    select(ready, ready.workspace.runs.current)
    assert possible() == {"compare", "export_run", "delete"}
    stop(ready, qtbot)
    # At the latest when the batch at hand is done.
    qtbot.waitUntil(lambda: possible() == {"use", "compare", "go_on", "export_run", "delete"})
    ready.actions_["compare"].trigger()
    assert "end_comparison" in possible()
    ready.actions_["delete"].trigger()
    assert possible() == set()


def test_a_batch_that_stop_did_not_wait_for_is_counted_where_it_says_so(
    ready: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reported(ready, qtbot, SnapshotTaken):
        qtbot.mouseClick(ready.panel.buttons["train"], Qt.MouseButton.LeftButton)
    run = ready.workspace.training.run
    assert run is not None
    may_end = hold_batch(qtbot, monkeypatch)
    stop(ready, qtbot)
    before = len(run.history)
    may_end.set()
    qtbot.waitUntil(lambda: len(run.history) > before)
    assert ready.panel.message.text() == f"Stopped after {len(run.history)} batches."


def test_names_are_shown_as_they_are_typed_and_never_widen_the_window(ready: MainWindow, qtbot: QtBot) -> None:
    step(ready, qtbot)
    run = ready.workspace.runs.current
    ready.workspace.comparison.begin(run)
    for typed, kept in (
        ("<h1>bold</h1>", "<h1>bold</h1>"),
        ("tab\tand\nline\0", "tabandline"),
        ("a & b", "a & b"),
        ("x" * 500, "x" * 200),
    ):
        ready.workspace.runs.rename(run, typed)
        ready.workspace.commands.use(run)
        assert run.name == kept
        shown = kept if len(kept) < 20 else "x" * 19 + "…"
        qtbot.waitUntil(lambda shown=shown: shown in ready.prediction.other.text())
        hint = ready.minimumSizeHint()
        assert hint.height() <= ready.height()
        assert hint.width() <= ready.width()


def test_a_learning_rate_is_never_rounded(window: MainWindow) -> None:
    recipe = Recipe(learning_rate=0.0012345678)
    window.workspace.draft.write(recipe)
    window.sheet.form.training.epochs.setValue(7)  # what the fields say is written back
    assert window.workspace.draft.recipe.learning_rate == recipe.learning_rate
