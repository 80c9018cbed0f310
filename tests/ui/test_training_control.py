"""Faults and rare moments of training: a broken TensorFlow, a slow batch, a run deleted while it trains."""

import builtins
import threading

import numpy as np
import pytest
from digitpad.workspace.training_thread import Step
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.recipe import Optimizer, Recipe, untrained
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.answering_network import Origin
from digitpad.workspace.training import State
from tests.conftest import GENEROUS_SECONDS
from tests.ui.conftest import LOADING_MS, TRAINING_MS
from tests.ui.lesson import reported
from tests.ui.pointer import draw

ENDING_MS = 5_000


def begin(window: MainWindow, qtbot: QtBot) -> None:
    with reported(window, qtbot, SnapshotTaken):
        window.actions_["train"].trigger()


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
    with qtbot.waitSignal(window.control.load_failed, timeout=LOADING_MS) as failed:
        window.load_tensorflow()
    monkeypatch.undo()
    (sentence,) = failed.args
    assert str(error).splitlines()[0] in sentence
    assert "drawing still works" in sentence
    assert "Traceback" not in sentence
    assert "\n" not in sentence
    draw(window.canvas, sample_digit(5))
    qtbot.waitUntil(lambda: window.prediction.answer.text() == "5")
    with reported(window, qtbot, Ending.FAILED):
        qtbot.mouseClick(window.panel.buttons["train"], Qt.MouseButton.LeftButton)
    assert "TensorFlow" in window.panel.message.text()
    assert window.workspace.training.state is State.IDLE


def test_a_train_that_waits_for_a_broken_tensorflow_ends(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digitpad.data import mnist
    from digitpad.errors import DataFileError

    def missing() -> None:
        raise DataFileError("MNIST was not found. Install digitpad again.")

    monkeypatch.setattr(mnist, "load_dataset", missing)
    window.load_tensorflow()
    with reported(window, qtbot, Ending.FAILED):
        window.actions_["train"].trigger()
    assert "MNIST was not found" in window.panel.message.text()
    assert window.workspace.training.state is State.IDLE


def hold_batch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Hold the run under way in its next batch; it goes on when the event that is returned is set."""
    from digitpad.engines.loop import TrainingSession

    in_batch, may_end = threading.Event(), threading.Event()
    advance = TrainingSession.advance

    def slow(session: TrainingSession, most: int | None = None) -> object:
        in_batch.set()
        assert may_end.wait(GENEROUS_SECONDS)
        return advance(session, most)

    monkeypatch.setattr(TrainingSession, "advance", slow)
    qtbot.waitUntil(in_batch.is_set)
    return may_end


def test_stop_does_not_wait_for_a_batch_that_takes_long(
    ready: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(ready, qtbot)
    may_end = hold_batch(qtbot, monkeypatch)
    with reported(ready, qtbot, Ending.STOPPED):
        ready.actions_["stop"].trigger()
    assert ready.workspace.training.state is State.IDLE
    assert not ready.workspace.training.is_quiet
    run = ready.workspace.runs.current
    batches = len(run.history)
    # The next run begins when the old thread is out of the program; what that still learns is its own run's.
    ready.workspace.draft.write(Recipe(epochs=1))
    ready.actions_["train"].trigger()
    may_end.set()
    with reported(ready, qtbot, Ending.COMPLETED):
        pass
    assert len(run.history) > batches
    assert run.snapshot.updates == len(run.history)
    assert run.can_go_on
    assert ready.workspace.runs.current is not run
    assert len(ready.workspace.runs.current.history) == 469
    qtbot.waitUntil(lambda: ready.workspace.training.is_quiet)


def test_reset_in_mid_epoch_stops_and_gives_the_untrained_network(ready: MainWindow, qtbot: QtBot) -> None:
    begin(ready, qtbot)
    with reported(ready, qtbot, Ending.STOPPED):
        qtbot.mouseClick(ready.panel.buttons["reset"], Qt.MouseButton.LeftButton)
    assert ready.workspace.network.origin is Origin.UNTRAINED
    for mine, first in zip(ready.workspace.network.snapshot.weights, untrained(Recipe()).weights, strict=True):
        np.testing.assert_array_equal(mine, first)


def test_a_run_that_is_deleted_while_it_trains_stops_and_comes_back_whole(ready: MainWindow, qtbot: QtBot) -> None:
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    with reported(ready, qtbot, Ending.STOPPED):
        ready.actions_["stop"].trigger()
    begin(ready, qtbot)
    first, second = ready.workspace.runs.runs
    view = ready.panel.runs_view
    view.list.setCurrentItem(view.list.topLevelItem(1))
    with reported(ready, qtbot, Ending.STOPPED):
        view.delete.trigger()
    assert ready.workspace.runs.runs == [first]
    assert len(first.history) == 1, "the other run's losses went astray"
    ready.actions_["undo"].trigger()
    assert ready.workspace.runs.runs == [first, second]
    qtbot.waitUntil(lambda: second.can_go_on)  # at the latest when the batch at hand is done


def test_a_paused_run_that_is_deleted_cannot_be_resumed(ready: MainWindow, qtbot: QtBot) -> None:
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    ready.panel.runs_view.delete.trigger()
    assert ready.workspace.training.state is State.IDLE
    assert ready.panel.buttons["train"].text() == "Train"
    assert ready.workspace.runs.current is None


def test_deletions_are_undone_in_any_company(ready: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        with reported(ready, qtbot, Ending.PAUSED):
            ready.actions_["step"].trigger()
        with reported(ready, qtbot, Ending.STOPPED):
            ready.actions_["stop"].trigger()
    first, second, third = ready.workspace.runs.runs
    ready.workspace.runs.delete(second)
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    fourth = ready.workspace.runs.current
    ready.actions_["undo"].trigger()
    assert ready.workspace.runs.runs == [first, second, third, fourth]
    ready.actions_["redo"].trigger()
    assert ready.workspace.runs.runs == [first, third, fourth]
    assert [run.number for run in ready.workspace.runs.runs] == [0, 2, 3]


def test_a_learning_rate_changed_while_training_is_kept_through_pause_and_resume(
    ready: MainWindow, qtbot: QtBot
) -> None:
    ready.workspace.draft.write(Recipe(epochs=50, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1))
    begin(ready, qtbot)
    ready.workspace.training.set_learning_rate(1e-12)
    ready.workspace.training.set_learning_rate(1e-12)  # not another one: no second mark
    with qtbot.waitSignals([ready.control.snapshot_taken] * 2, timeout=TRAINING_MS):
        pass
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["train"].trigger()
    run = ready.workspace.runs.current
    assert [rate for _, rate in run.history.rate_changes] == [1e-12]
    assert run.checkpoint.learning_rate == 1e-12
    before = run.snapshot.weights
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    for old, new in zip(before, run.snapshot.weights, strict=True):
        np.testing.assert_allclose(new, old, atol=1e-9)


def test_actions_that_make_no_sense_are_disabled(ready: MainWindow, qtbot: QtBot) -> None:
    view = ready.panel.runs_view
    assert not any(action.isEnabled() for action in view.actions_)
    begin(ready, qtbot)
    view.list.setCurrentItem(view.list.topLevelItem(0))
    assert view.compare.isEnabled()
    assert view.delete.isEnabled()
    assert not view.use.isEnabled()
    assert not view.go_on.isEnabled()
    with reported(ready, qtbot, Ending.STOPPED):
        ready.actions_["stop"].trigger()
    assert view.use.isEnabled()
    qtbot.waitUntil(view.go_on.isEnabled)  # at the latest when the batch at hand is done


def test_a_step_after_which_the_weights_are_no_numbers_ends_the_run(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(Recipe(learning_rate=1e39))
    with reported(ready, qtbot, Ending.FAILED) as failed:
        ready.actions_["step"].trigger()
    assert "smaller learning rate" in failed.args[0]
    assert ready.workspace.training.state is State.IDLE
    ready.workspace.draft.write(Recipe())
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()


def test_redoing_a_deletion_stops_the_run_that_goes_on_again(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(Recipe(epochs=50))
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
    run = ready.workspace.runs.current
    ready.panel.runs_view.delete.trigger()
    assert ready.workspace.training.state is State.IDLE
    ready.actions_["undo"].trigger()
    with reported(ready, qtbot, SnapshotTaken):
        ready.panel.runs_view.go_on.trigger()
    with reported(ready, qtbot, Ending.STOPPED):
        ready.actions_["redo"].trigger()
    assert run not in ready.workspace.runs.runs
    assert ready.workspace.training.state is State.IDLE


def test_names_are_shown_as_they_are_typed_and_never_widen_the_window(ready: MainWindow, qtbot: QtBot) -> None:
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step"].trigger()
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


@pytest.mark.parametrize("button", ["stop_button", "reset_button"])
def test_a_step_that_is_over_but_has_not_said_so_can_be_stopped(
    ready: MainWindow, qtbot: QtBot, button: str
) -> None:
    ready.workspace.training.train(Recipe(), Step.BATCH)
    assert ready.control._thread.wait(TRAINING_MS)
    with reported(ready, qtbot, Ending.STOPPED):
        getattr(ready.panel, button).click()
    assert ready.workspace.training.state is State.IDLE
    assert len(ready.workspace.runs.current.history) == 1
    assert ready.workspace.network.origin is (Origin.UNTRAINED if button == "reset_button" else Origin.TRAINED)


class TestLearningRate:
    def test_changed_during_the_last_batch_before_a_pause(
        self, ready: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begin(ready, qtbot)
        may_end = hold_batch(qtbot, monkeypatch)
        ready.workspace.training.set_learning_rate(0.5)
        ready.workspace.training.pause()
        may_end.set()
        with reported(ready, qtbot, Ending.PAUSED):
            pass
        assert ready.workspace.runs.current.checkpoint.learning_rate == 0.5
        assert [rate for _, rate in ready.workspace.runs.current.history.rate_changes] == [0.5]

    def test_changed_before_the_run_has_begun(self, ready: MainWindow, qtbot: QtBot) -> None:
        ready.workspace.training.train(Recipe(), Step.EPOCH)
        ready.workspace.training.set_learning_rate(0.5)
        with reported(ready, qtbot, Ending.PAUSED):
            pass
        run = ready.workspace.runs.current
        assert run.history.rate_changes == [(0, 0.5)]
        assert run.checkpoint.learning_rate == 0.5
        with reported(ready, qtbot, Ending.STOPPED):
            ready.workspace.training.stop()
        with reported(ready, qtbot, Ending.PAUSED):
            ready.workspace.training.train(Recipe(), Step.BATCH)
        assert ready.workspace.runs.current.history.rate_changes == []

    def test_changed_for_a_run_that_never_began(self, ready: MainWindow, qtbot: QtBot) -> None:
        ready.workspace.training.train(Recipe(), Step.BATCH)
        ready.workspace.training.set_learning_rate(0.5)
        ready.workspace.training.stop_at_once()
        with reported(ready, qtbot, Ending.PAUSED):
            ready.workspace.training.train(Recipe(), Step.BATCH)
        assert ready.workspace.runs.current.history.rate_changes == []

    def test_changed_while_paused_is_a_change_of_the_session(self, ready: MainWindow, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.workspace.training.train(Recipe(), Step.BATCH)
        before = ready.workspace.session.revision
        for rate in (0.5, 0.25):
            ready.workspace.training.set_learning_rate(rate)
        assert ready.workspace.session.revision > before
        assert ready.workspace.runs.current.history.rate_changes == [(1, 0.25)]

    def test_none_is_rounded(self, ready: MainWindow) -> None:
        recipe = Recipe(learning_rate=0.0012345678)
        ready.workspace.draft.write(recipe)
        assert ready.workspace.draft.recipe == recipe


class TestDeleting:
    def test_the_current_run_is_the_current_one_again_when_it_comes_back(
        self, ready: MainWindow, qtbot: QtBot
    ) -> None:
        for _ in range(2):
            with reported(ready, qtbot, Ending.PAUSED):
                ready.workspace.training.train(Recipe(), Step.BATCH)
            ready.workspace.training.stop()
        first, second = ready.workspace.runs.runs
        ready.workspace.comparison.begin(second)
        assert ready.actions_["end_comparison"].isEnabled()
        ready.workspace.commands.delete(second)
        assert ready.workspace.runs.current is first
        assert ready.workspace.comparison.run is None
        assert not ready.actions_["end_comparison"].isEnabled()
        ready.actions_["undo"].trigger()
        assert ready.workspace.runs.current is second


def test_a_loss_that_shoots_up_is_seen(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.draft.write(Recipe(optimizer=Optimizer.NAIVE_SGD, learning_rate=1e6))
    with reported(ready, qtbot, Ending.FAILED):
        ready.actions_["train"].trigger()
    losses = ready.workspace.runs.current.history.losses
    assert len(losses) >= 1
    assert np.isfinite(losses).all()
