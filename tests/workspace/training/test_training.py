"""Rare moments of training: a slow batch, a run deleted while it trains, a learning rate changed at odd times."""

import math
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.drawing.samples import sample_digit
from digitpad.engines.acts.protocol import Go
from digitpad.engines.pacing import FULL, Pace, Way
from digitpad.engines.protocol import Step
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs import estimate
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Begun, CheckpointTaken, Ending, SnapshotTaken
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.training.training import PATIENCE_MS, State
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.hearing import TRAINING_MS, Kind, hears
from tests.workspace.held_batch import hold_batch
from tests.workspace.same import assert_same_weights

ENDLESS = Recipe(epochs=1000, architecture=Architecture((HiddenLayer(16),)), data=TrainingData(count=12_800))
"""The lesson's, of a small network, in epochs of a hundred batches; it ends only when it is told to."""

Reported = Callable[[Kind], AbstractContextManager[Any]]


@pytest.fixture
def ready(ready: Workspace) -> Workspace:
    """A workspace whose next run ends only when it is told to."""
    ready.draft.write(ENDLESS)
    return ready


@pytest.fixture
def reported(workspace: Workspace, qtbot: QtBot) -> Reported:
    return lambda kind: hears(workspace.training, qtbot, kind)


@pytest.fixture
def begin(workspace: Workspace, reported: Reported) -> Callable[[], None]:
    def begin() -> None:
        with reported(SnapshotTaken):
            workspace.commands.toggle_training()

    return begin


@pytest.fixture
def step(workspace: Workspace, reported: Reported) -> Callable[[], None]:
    def step() -> None:
        with reported(Ending.PAUSED):
            workspace.commands.step(Step.BATCH)

    return step


@pytest.fixture
def stop(workspace: Workspace, reported: Reported) -> Callable[[], None]:
    def stop() -> None:
        with reported(Ending.STOPPED):
            workspace.training.stop()

    return stop


Act = Callable[[], None]


def settled(qtbot: QtBot) -> None:
    """Let all happen that waits to happen on this thread."""
    done: list[bool] = []
    QTimer.singleShot(0, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def may_end(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, begin: Act, stop: Act) -> threading.Event:
    """A run has been stopped in a batch that goes on when this is set."""
    begin()
    may_end = hold_batch(qtbot, monkeypatch)
    stop()
    return may_end


def test_stop_does_not_wait_for_a_batch_that_takes_long(
    ready: Workspace, qtbot: QtBot, may_end: threading.Event, reported: Reported
) -> None:
    assert ready.training.state is State.IDLE
    assert not ready.training.is_quiet
    run = ready.runs.current
    batches = len(run.history)
    # The next run begins when the old thread is out of the program; what that still learns is its own run's.
    ready.draft.write(replace(ENDLESS, epochs=1))
    with reported(Ending.COMPLETED):
        ready.commands.toggle_training()
        may_end.set()
    assert len(run.history) > batches
    assert run.snapshot.updates == len(run.history)
    assert run.can_go_on
    assert ready.runs.current is not run
    assert len(ready.runs.current.history) == 100
    qtbot.waitUntil(lambda: ready.training.is_quiet)


class TestPauseBeforeABatchThatTakesLong:
    """Each of its batches has a checkpoint, as those that take long have."""

    @pytest.fixture
    def resting(
        self, ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, reported: Reported
    ) -> threading.Event:
        """A run has been paused in a batch that goes on when this is set."""
        monkeypatch.setattr("digitpad.engines.tensorflow_engine.SLOW_SECONDS", 0.0)
        ready.training.set_pace(Pace(Way.STEADY, 10.0))  # one batch in a chunk
        with reported(CheckpointTaken):
            ready.commands.toggle_training()
        may_end = hold_batch(qtbot, monkeypatch)
        with reported(Ending.PAUSED):
            ready.commands.toggle_training()
        ready.training.set_pace(FULL)
        return may_end

    def test_it_rests_before_that_and_goes_on_as_if_nothing_had_happened(
        self, ready: Workspace, qtbot: QtBot, resting: threading.Event, reported: Reported
    ) -> None:
        run = ready.training.run
        assert run is not None
        done = len(run.history)
        assert ready.training.state is State.PAUSED
        assert not ready.training.is_quiet
        assert run.rests
        assert run.snapshot is run.checkpoint.snapshot is ready.network.snapshot
        resting.set()
        qtbot.waitUntil(lambda: ready.training.is_quiet)
        settled(qtbot)
        assert len(run.history) == done == run.snapshot.updates
        with reported(Ending.PAUSED):
            ready.commands.step(Step.EPOCH)
        losses = run.history.losses.copy()
        with reported(Ending.STOPPED):
            ready.training.stop()
        with reported(Ending.PAUSED):
            ready.training.train(run.recipe, Step.EPOCH)
        np.testing.assert_array_equal(ready.runs.current.history.losses, losses)

    def test_it_rests_as_soon_as_there_is_a_checkpoint(
        self, ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, reported: Reported
    ) -> None:
        monkeypatch.setattr("digitpad.engines.tensorflow_engine.SLOW_SECONDS", 0.0)
        ready.training.set_pace(Pace(Way.STEADY, 10.0))
        with reported(CheckpointTaken):
            ready.commands.toggle_training()
        may_end = hold_batch(qtbot, monkeypatch)
        run = ready.training.run
        settled(qtbot)
        checkpoint = run.checkpoint
        earlier = replace(checkpoint.snapshot, updates=checkpoint.snapshot.updates - 1)
        run.take_checkpoint(replace(checkpoint, snapshot=earlier))  # that of the newest batch has not come yet
        assert not run.rests
        try:
            with reported(Ending.PAUSED):
                ready.commands.toggle_training()
                QTimer.singleShot(2 * PATIENCE_MS, lambda: run.take_checkpoint(checkpoint))
        finally:
            may_end.set()
        assert run.rests

    def test_who_resumes_meanwhile_waits_for_it(
        self, ready: Workspace, resting: threading.Event, reported: Reported
    ) -> None:
        run = ready.training.run
        done = len(run.history)
        with reported(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
            resting.set()
        assert len(run.history) == done + 1
        assert run.rests

    def test_who_stops_meanwhile_has_the_run_as_it_rested(
        self, ready: Workspace, qtbot: QtBot, resting: threading.Event, reported: Reported
    ) -> None:
        run = ready.training.run
        done = len(run.history)
        with reported(Ending.STOPPED):
            ready.training.stop()
        resting.set()
        qtbot.waitUntil(lambda: ready.is_quiet)
        settled(qtbot)
        assert len(run.history) == done == run.snapshot.updates

    def test_a_step_that_is_looked_at_waits_for_it(
        self, ready: Workspace, qtbot: QtBot, resting: threading.Event
    ) -> None:
        ready.stepping.go_on(Go.CARD)
        settled(qtbot)
        assert ready.stepping.stop is None
        resting.set()
        qtbot.waitUntil(lambda: ready.stepping.stop is not None, timeout=TRAINING_MS)

    def test_another_learning_rate_counts_from_there(
        self, ready: Workspace, resting: threading.Event, reported: Reported
    ) -> None:
        ready.training.set_learning_rate(0.5)
        resting.set()
        with reported(Ending.PAUSED):
            ready.commands.step(Step.BATCH)
        assert ready.training.run.checkpoint.learning_rate == 0.5


def test_pause_waits_where_there_is_no_state_to_go_on_from(
    ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, begin: Act, reported: Reported
) -> None:
    for name in ("SLOW_SECONDS", "CHECKPOINT_SECONDS"):  # on a busy computer each batch may be a slow one
        monkeypatch.setattr(f"digitpad.engines.tensorflow_engine.{name}", math.inf)
    begin()
    may_end = hold_batch(qtbot, monkeypatch)
    run = ready.training.run
    done = len(run.history)
    assert not run.rests
    with reported(Ending.PAUSED):
        ready.commands.toggle_training()
        QTimer.singleShot(2 * PATIENCE_MS, may_end.set)
    assert len(run.history) > done
    assert run.rests


def test_what_is_learnt_after_stop_answers_too(ready: Workspace, qtbot: QtBot, may_end: threading.Event) -> None:
    ready.board.set_drawing(sample_digit(3), "")
    run = ready.runs.current
    before = ready.network.snapshot.updates
    may_end.set()
    qtbot.waitUntil(lambda: run.snapshot.updates == len(run.history) > before)
    assert ready.network.snapshot.updates == len(run.history)
    assert ready.network.origin is Origin.TRAINED
    answer = ready.recognizer.answer()
    assert answer is not None
    assert answer.snapshot is ready.network.snapshot
    assert run.probabilities.batches[-1] == len(run.history)
    np.testing.assert_array_equal(run.probabilities.values[-1], answer.probabilities)


def test_a_run_that_had_learnt_nothing_when_it_was_stopped_is_trained_when_it_has(
    ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, stop: Act, reported: Reported
) -> None:
    with reported(Begun):
        ready.commands.toggle_training()
        may_end = hold_batch(qtbot, monkeypatch)
    stop()
    run = ready.runs.runs[-1]
    assert ready.network.origin is Origin.UNTRAINED
    may_end.set()
    qtbot.waitUntil(lambda: ready.network.snapshot.updates > 0)
    assert ready.network.origin is Origin.TRAINED
    assert ready.network.run is run


@pytest.mark.parametrize("other", ["reset", "look_back"])
def test_what_is_learnt_after_stop_does_not_answer_for_another_network(
    ready: Workspace, qtbot: QtBot, may_end: threading.Event, other: str
) -> None:
    run = ready.runs.current
    if other == "reset":
        ready.commands.reset()
    else:
        ready.network.look_back(run, untrained(ENDLESS))
    shown, batches = ready.network.snapshot, len(run.history)
    may_end.set()
    qtbot.waitUntil(lambda: run.snapshot.updates == len(run.history) > batches)
    assert ready.network.snapshot is shown
    ready.network.return_to_now()
    assert ready.network.snapshot.updates == (0 if other == "reset" else len(run.history))


def test_what_is_learnt_after_a_reset_answers_once_that_is_taken_back(
    ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, begin: Act, reported: Reported
) -> None:
    begin()
    may_end = hold_batch(qtbot, monkeypatch)
    with reported(Ending.STOPPED):
        ready.commands.reset()
    run = ready.runs.current
    batches = len(run.history)
    may_end.set()
    qtbot.waitUntil(lambda: run.snapshot.updates == len(run.history) > batches)
    assert ready.network.origin is Origin.UNTRAINED
    ready.commands.undo_training()
    assert ready.network.origin is Origin.TRAINED
    assert ready.network.snapshot.updates == len(run.history)
    assert_same_weights(ready.network.snapshot, run.snapshot)


def test_reset_in_mid_epoch_stops_and_gives_the_untrained_network(
    ready: Workspace, begin: Act, reported: Reported
) -> None:
    begin()
    with reported(Ending.STOPPED):
        ready.commands.reset()
    assert ready.network.origin is Origin.UNTRAINED
    for mine, first in zip(ready.network.snapshot.weights, untrained(ENDLESS).weights, strict=True):
        np.testing.assert_array_equal(mine, first)


def test_a_step_after_which_the_weights_are_no_numbers_ends_the_run(
    ready: Workspace, step: Act, reported: Reported
) -> None:
    ready.draft.write(replace(ENDLESS, learning_rate=1e39))
    with reported(Ending.FAILED) as failed:
        ready.commands.step(Step.BATCH)
    assert "smaller learning rate" in sentence(failed.event.problem)
    assert ready.training.state is State.IDLE
    ready.draft.write(ENDLESS)
    step()


def test_a_loss_that_shoots_up_is_seen(ready: Workspace, reported: Reported) -> None:
    ready.draft.write(replace(ENDLESS, optimizer=Optimizer.NAIVE_SGD, learning_rate=1e12))
    with reported(Ending.FAILED):
        ready.commands.toggle_training()
    losses = ready.runs.current.history.losses
    assert len(losses) >= 1
    assert np.isfinite(losses).all()


def test_a_step_that_is_over_but_has_not_said_so_can_be_stopped(ready: Workspace, reported: Reported) -> None:
    for end, origin in (
        (ready.training.stop, Origin.TRAINED),
        (ready.commands.reset, Origin.UNTRAINED),
    ):
        ready.commands.step(Step.BATCH)
        end_of_thread(ready)
        with reported(Ending.STOPPED):
            end()
        assert ready.training.state is State.IDLE
        assert len(ready.runs.current.history) == 1
        assert ready.network.origin is origin
    assert len(ready.runs.runs) == 2


def end_of_thread(workspace: Workspace) -> None:
    """Wait until no thread is at work, without hearing what it had to say."""
    deadline = time.monotonic() + GENEROUS_SECONDS
    while not workspace.training.is_quiet:
        assert time.monotonic() < deadline, "the thread never ends"
        time.sleep(0.01)


class TestDeleting:
    def test_a_run_that_trains_stops_and_comes_back_whole(
        self, ready: Workspace, qtbot: QtBot, begin: Act, step: Act, stop: Act, reported: Reported
    ) -> None:
        step()
        stop()
        begin()
        first, second = ready.runs.runs
        with reported(Ending.STOPPED):
            ready.commands.delete(second)
        assert ready.runs.runs == [first]
        assert len(first.history) == 1, "the other run's losses went astray"
        ready.board.undo()
        assert ready.runs.runs == [first, second]
        qtbot.waitUntil(lambda: second.can_go_on)  # at the latest when the batch at hand is done

    def test_deletions_are_undone_in_any_company(self, ready: Workspace, step: Act, stop: Act) -> None:
        for _ in range(3):
            step()
            stop()
        first, second, third = ready.runs.runs
        ready.commands.delete(second)
        step()
        fourth = ready.runs.current
        ready.board.undo()
        assert ready.runs.runs == [first, second, third, fourth]
        ready.board.redo()
        assert ready.runs.runs == [first, third, fourth]
        assert [run.number for run in ready.runs.runs] == [0, 2, 3]

    def test_doing_it_again_stops_the_run_that_goes_on_again(
        self, ready: Workspace, step: Act, reported: Reported
    ) -> None:
        step()
        run = ready.runs.current
        ready.commands.delete(run)
        assert ready.training.state is State.IDLE
        ready.board.undo()
        with reported(SnapshotTaken):
            ready.commands.go_on(run)
        with reported(Ending.STOPPED):
            ready.board.redo()
        assert run not in ready.runs.runs
        assert ready.training.state is State.IDLE

    def test_the_current_run_is_the_current_one_again_when_it_comes_back(
        self, ready: Workspace, step: Act, stop: Act
    ) -> None:
        for _ in range(2):
            step()
            stop()
        first, second = ready.runs.runs
        ready.comparison.begin(second)
        assert ready.conditions().compares
        ready.commands.delete(second)
        assert ready.runs.current is first
        assert ready.comparison.run is None
        assert not ready.conditions().compares
        ready.board.undo()
        assert ready.runs.current is second


class TestLearningRate:
    def test_changed_while_training_is_kept_through_pause_and_resume(
        self, ready: Workspace, begin: Act, step: Act, reported: Reported
    ) -> None:
        ready.draft.write(replace(ENDLESS, optimizer=Optimizer.NAIVE_SGD, learning_rate=0.1))
        begin()
        ready.training.set_learning_rate(1e-12)
        ready.training.set_learning_rate(1e-12)  # not another one: no second mark
        for _ in range(2):
            with reported(SnapshotTaken):
                pass
        with reported(Ending.PAUSED):
            ready.training.pause()
        run = ready.runs.current
        assert [rate for _, rate in run.history.rate_changes] == [1e-12]
        assert run.checkpoint.learning_rate == 1e-12
        before = run.snapshot.weights
        step()
        for old, new in zip(before, run.snapshot.weights, strict=True):
            np.testing.assert_allclose(new, old, atol=1e-9)

    def test_changed_during_the_last_batch_before_a_pause(
        self, ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, begin: Act, reported: Reported
    ) -> None:
        begin()
        may_end = hold_batch(qtbot, monkeypatch)
        ready.training.set_learning_rate(0.5)
        with reported(Ending.PAUSED):
            ready.training.pause()
            may_end.set()
        assert ready.runs.current.checkpoint.learning_rate == 0.5
        assert [rate for _, rate in ready.runs.current.history.rate_changes] == [0.5]

    def test_changed_before_the_run_has_begun(
        self, ready: Workspace, step: Act, stop: Act, reported: Reported
    ) -> None:
        with reported(Ending.PAUSED):
            ready.training.train(ENDLESS, Step.EPOCH)
            ready.training.set_learning_rate(0.5)
        run = ready.runs.current
        assert run.history.rate_changes == [(0, 0.5)]
        assert run.checkpoint.learning_rate == 0.5
        stop()
        step()
        assert ready.runs.current is not run
        assert ready.runs.current.history.rate_changes == []

    def test_changed_for_a_run_that_never_began(self, ready: Workspace, reported: Reported) -> None:
        ready.training.train(ENDLESS, Step.BATCH)
        ready.training.set_learning_rate(0.5)
        ready.training.stop_at_once()
        with reported(Ending.PAUSED):
            ready.training.train(ENDLESS, Step.BATCH)
        assert ready.runs.current.history.rate_changes == []

    def test_changed_while_paused_is_a_change_of_the_session(self, ready: Workspace, step: Act) -> None:
        step()
        before = ready.session.revision
        for rate in (0.5, 0.25):
            ready.training.set_learning_rate(rate)
        assert ready.session.revision > before
        assert ready.runs.current.history.rate_changes == [(1, 0.25)]


def test_a_recipe_that_this_computer_cannot_carry_is_refused_before_it_begins(
    ready: Workspace, reported: Reported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(estimate, "free_bytes", lambda: 1000)
    with reported(Ending.FAILED) as failed:
        ready.commands.toggle_training()
    assert "memory" in sentence(failed.event.problem)
    assert ready.runs.runs == []
    assert ready.training.state is State.IDLE
    monkeypatch.undo()
    with reported(Ending.PAUSED):
        ready.commands.step(Step.BATCH)
