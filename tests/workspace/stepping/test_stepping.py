"""Stepping through a step of the paused run: forward, back, given up, and never half of it kept."""

import time
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData, TrainingImages
from digitpad.engines.acts.protocol import Go
from digitpad.engines.acts.tape import Act
from digitpad.engines.protocol import Step
from digitpad.network.architecture import ARTICLE
from digitpad.network.slope import BatchLoss
from digitpad.runs.checkpoint import Checkpoint
from digitpad.runs.events import Ending
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.commands.conditions import Conditions
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.acts.situations import situation_text
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import LONG, PER_EPOCH, SMALL, WAIT_MS, reported, settle, stop

UNWOUND_SECONDS = 1.0
"""Giving up is promised within 0.1 s on a quiet machine, which this one may not be."""


def paused(workspace: Workspace, qtbot: QtBot, recipe: Recipe = SMALL) -> Run:
    """Return a run of one batch, paused."""
    with reported(workspace, qtbot, Ending.PAUSED):
        workspace.training.train(recipe, Step.BATCH)
    settle(qtbot)
    run = workspace.training.run
    assert run is not None
    return run


def checkpoint(run: Run) -> Checkpoint:
    assert run.checkpoint is not None
    return run.checkpoint


def go(workspace: Workspace, qtbot: QtBot, how: Go, times: int = 1) -> None:
    """Go on, and wait until the line has run."""
    stepping = workspace.stepping
    for _ in range(times):
        stepping.go_on(how)
        qtbot.waitUntil(lambda: stepping.situation is not Situation.WORKING, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: stepping.situation is not Situation.TRAINING, timeout=WAIT_MS)


def act(workspace: Workspace) -> Act:
    assert workspace.stepping.stop is not None
    return workspace.stepping.stop.tape.complete


def same(ours: Checkpoint, theirs: Checkpoint) -> bool:
    """Say whether two states are equal, bit for bit."""
    arrays = zip((*ours.snapshot.weights, *ours.slots), (*theirs.snapshot.weights, *theirs.slots), strict=True)
    return ours.snapshot.updates == theirs.snapshot.updates and all(np.array_equal(a, b) for a, b in arrays)


def test_through_all_cards_the_run_advances_by_one_batch(ready: Workspace, qtbot: QtBot) -> None:
    run = paused(ready, qtbot)
    assert ready.stepping.situation is Situation.NEXT_BATCH
    for expected in list(Act)[:-1]:
        go(ready, qtbot, Go.CARD)
        assert act(ready) is expected
        assert len(run.history) == 1
        assert ready.training.state is State.PAUSED
    go(ready, qtbot, Go.CARD)
    assert act(ready) is Act.AGAIN
    stop_shown = ready.stepping.stop
    assert stop_shown is not None
    assert len(run.history) == 2
    assert run.history.losses[-1] == stop_shown.tape.mean
    assert ready.network.snapshot.updates == 2
    assert ready.training.state is State.PAUSED
    assert ready.stepping.situation is Situation.NEXT_BATCH
    go(ready, qtbot, Go.CARD)  # and the next batch begins
    assert act(ready) is Act.BATCH
    assert ready.stepping.stop is not None
    assert ready.stepping.stop.tape.number == 2


def test_a_step_that_is_over_stays_to_be_read_where_half_a_one_is_given_up(ready: Workspace, qtbot: QtBot) -> None:
    run = paused(ready, qtbot)
    go(ready, qtbot, Go.END)
    ready.stepping.give_up_half()
    assert act(ready) is Act.AGAIN
    go(ready, qtbot, Go.CARD)
    ready.stepping.give_up_half()
    assert ready.stepping.stop is None
    assert len(run.history) == 2


def test_the_step_of_a_run_that_is_done_goes_with_it(ready: Workspace, qtbot: QtBot) -> None:
    run = paused(ready, qtbot, replace(SMALL, epochs=1, data=TrainingData(count=200)))
    go(ready, qtbot, Go.END)
    assert run.finished
    assert ready.training.state is State.IDLE
    assert ready.stepping.stop is not None
    ready.commands.delete(run)
    assert ready.stepping.stop is None


def test_training_goes_on_from_a_step(ready: Workspace, qtbot: QtBot) -> None:
    run = paused(ready, qtbot)
    go(ready, qtbot, Go.END)
    with reported(ready, qtbot, Ending.COMPLETED):
        ready.training.resume(run)
    assert len(run.history) == SMALL.total_batches
    stepped = run.history.losses.copy()
    ready.training.train(SMALL)
    qtbot.waitUntil(lambda: ready.training.state is State.IDLE, timeout=WAIT_MS)
    undisturbed = ready.runs.current
    assert undisturbed is not None
    assert undisturbed is not run
    np.testing.assert_allclose(stepped, undisturbed.history.losses, rtol=1e-5)


def test_back_past_the_update_takes_it_back_bit_for_bit_and_forward_makes_it_again(
    ready: Workspace, qtbot: QtBot
) -> None:
    run = paused(ready, qtbot)
    before = checkpoint(run)
    go(ready, qtbot, Go.CARD, times=7)
    after = checkpoint(run)
    assert not same(before, after)
    ready.stepping.go_back()
    assert act(ready) is Act.UPDATE
    assert same(checkpoint(run), before)
    assert len(run.history) == 1
    assert ready.network.snapshot is before.snapshot
    ready.stepping.go_to_first()
    assert act(ready) is Act.BATCH
    go(ready, qtbot, Go.CARD)
    assert act(ready) is Act.FORWARD  # of what was seen, nothing runs again
    ready.stepping.go_to_last()
    assert same(checkpoint(run), after)
    assert len(run.history) == 2
    assert ready.network.snapshot is after.snapshot


def test_lines_that_were_stepped_can_be_gone_through_card_by_card(ready: Workspace, qtbot: QtBot) -> None:
    paused(ready, qtbot)
    go(ready, qtbot, Go.LINE, times=12)
    ready.stepping.go_to_first()
    assert not ready.stepping.can_go_back
    go(ready, qtbot, Go.CARD)
    assert act(ready) is Act.FORWARD
    go(ready, qtbot, Go.END)
    assert act(ready) is Act.AGAIN


@pytest.mark.parametrize("images", TrainingImages)
def test_while_the_images_of_a_new_run_are_varied_it_waits_and_says_so(
    ready: Workspace, qtbot: QtBot, images: TrainingImages
) -> None:
    ready.draft.write(replace(SMALL, data=replace(SMALL.data, images=images)))
    ready.stepping.go_on(Go.CARD)
    is_varied = images is TrainingImages.VARIED
    assert (ready.stepping.situation is Situation.PREPARING) is is_varied
    assert ready.stepping.can_go_on is not is_varied, "a press would do nothing for as long as that takes"
    text = situation_text(ready.stepping, ready.training, ready.readiness, ready.network, ready.draft)
    assert ("still being varied" in text) is is_varied
    qtbot.waitUntil(lambda: ready.stepping.situation is Situation.STOPPED, timeout=WAIT_MS)


@pytest.mark.parametrize("how", [Go.LINE, Go.CARD, Go.END])
def test_without_a_run_next_begins_one(ready: Workspace, qtbot: QtBot, how: Go) -> None:
    ready.network.take_ready_made()
    assert ready.stepping.situation is Situation.NEW_RUN
    go(ready, qtbot, how)
    run = ready.training.run
    assert run is not None
    assert run.recipe == ready.draft.recipe
    assert len(run.history) == (1 if how is Go.END else 0)
    assert ready.network.run is run
    assert ready.stepping.stop is not None
    assert ready.stepping.stop.tape.number == 0


@pytest.mark.parametrize("deed", ["stop", "reset", "resume", "step", "close", "delete", "give_up"])
def test_whatever_else_happens_a_waiting_line_unwinds(ready: Workspace, qtbot: QtBot, deed: str) -> None:
    run = paused(ready, qtbot, replace(SMALL, optimizer=Optimizer.NAIVE_SGD))  # a line for each tensor
    before = checkpoint(run)
    go(ready, qtbot, Go.CARD, times=5)  # the gradients are known, nothing has moved
    go(ready, qtbot, Go.LINE, times=4)  # and now the first weights have
    assert ready.stepping.stop is not None
    assert ready.stepping.stop.tape.after is not None
    deeds = {
        "stop": ready.training.stop,
        "reset": ready.commands.reset,
        "resume": lambda: ready.training.resume(run, Step.BATCH),
        "step": lambda: ready.commands.step(Step.BATCH),
        "close": ready.stepping.shut_down,
        "delete": lambda: ready.runs.delete(run),
        "give_up": ready.stepping.give_up,
    }
    began = time.monotonic()
    deeds[deed]()
    assert time.monotonic() - began < UNWOUND_SECONDS
    assert ready.stepping.stop is None
    if deed in ("resume", "step"):
        qtbot.waitUntil(lambda: len(run.history) == 2, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: ready.training.state is State.PAUSED, timeout=WAIT_MS)
    else:
        qtbot.waitUntil(lambda: ready.jobs.is_quiet, timeout=WAIT_MS)
        assert len(run.history) == 1
        assert same(checkpoint(run), before)


def test_a_session_never_holds_half_a_step(ready: Workspace, qtbot: QtBot) -> None:
    run = paused(ready, qtbot)
    go(ready, qtbot, Go.CARD, times=6)
    kept = ready.runs.for_file(run)
    assert len(kept.history) == 1
    assert kept.snapshot is not None
    assert kept.snapshot.updates == 1


def test_the_last_batch_of_a_run_finishes_it_and_back_opens_it_again(ready: Workspace, qtbot: QtBot) -> None:
    recipe = replace(SMALL, epochs=1)
    with reported(ready, qtbot, Ending.PAUSED):
        ready.training.train(recipe, Step.BATCH)
    run = ready.training.run
    assert run is not None
    go(ready, qtbot, Go.END, times=PER_EPOCH - 1)
    assert run.finished
    assert run.accuracy is not None
    assert ready.training.state is State.IDLE
    assert ready.stepping.situation is Situation.FINISHED
    assert ready.stepping.finished_run is run
    ready.stepping.go_to_first()
    ready.stepping.go_back()
    if ready.stepping.can_go_back:
        ready.stepping.go_back()
    assert ready.network.origin is not Origin.UNTRAINED


def test_before_tensorflow_is_there_next_does_nothing(workspace: Workspace) -> None:
    assert workspace.stepping.situation is Situation.LOADING
    assert not workspace.stepping.can_go_on
    workspace.stepping.go_on(Go.CARD)
    assert workspace.stepping.stop is None
    assert workspace.training.state is State.IDLE


def test_next_pauses_a_run_that_trains_and_opens_its_next_batch(ready: Workspace, qtbot: QtBot) -> None:
    ready.training.train(LONG)
    run = ready.training.run
    assert run is not None
    qtbot.waitUntil(lambda: len(run.history) > 0, timeout=WAIT_MS)
    assert ready.stepping.situation is Situation.TRAINING
    ready.stepping.go_on(Go.CARD)
    qtbot.waitUntil(lambda: ready.stepping.stop is not None, timeout=WAIT_MS)
    assert ready.training.state is State.PAUSED
    assert ready.stepping.stop is not None
    assert ready.stepping.stop.tape.number == len(run.history)
    stop(ready, qtbot)


def test_a_run_that_is_stopped_meanwhile_is_not_stepped(ready: Workspace, qtbot: QtBot) -> None:
    ready.training.train(LONG)
    ready.stepping.go_on(Go.CARD)
    with reported(ready, qtbot, Ending.STOPPED):
        ready.training.stop()
    settle(qtbot)
    assert ready.stepping.stop is None
    assert ready.stepping.situation is Situation.NEW_RUN


def test_a_step_that_fails_says_why_and_leaves_the_run(ready: Workspace, qtbot: QtBot) -> None:
    run = paused(ready, qtbot)
    before = checkpoint(run)
    ready.training.set_learning_rate(1e38)
    go(ready, qtbot, Go.END, times=2)
    assert ready.stepping.problem is not None
    assert ready.stepping.problem.code in ("diverged", "weights-overflowed")
    assert len(run.history) <= 2
    assert run.can_go_on
    assert same(replace(checkpoint(run), learning_rate=before.learning_rate), before) or len(run.history) == 2


def test_a_huge_batch_that_is_given_up_ends_by_itself(ready: Workspace, qtbot: QtBot) -> None:
    recipe = replace(
        SMALL,
        architecture=ARTICLE,
        batch_size=20_000,
        data=TrainingData(count=20_000),
        learning_rate=0.1,
    )
    with reported(ready, qtbot, Ending.PAUSED):
        ready.training.train(recipe, Step.NOTHING)
    run = ready.training.run
    assert run is not None
    ready.stepping.go_on(Go.END)
    ready.stepping.give_up()
    with reported(ready, qtbot, Ending.PAUSED):
        ready.training.resume(run, Step.BATCH)
    assert len(run.history) == 1


class TestInspection:
    def test_the_steepest_weight_is_looked_at_first(self, ready: Workspace, qtbot: QtBot) -> None:
        paused(ready, qtbot)
        go(ready, qtbot, Go.CARD, times=5)
        assert ready.stepping.stop is not None
        gradients = ready.stepping.stop.tape.gradients
        assert gradients is not None
        choice = ready.inspection.choice
        assert abs(gradients[0][choice.row, choice.column]) == np.abs(gradients[0]).max()

    def test_its_slope_is_reckoned_anew_and_can_be_pushed(self, ready: Workspace, qtbot: QtBot) -> None:
        paused(ready, qtbot)
        go(ready, qtbot, Go.CARD, times=5)
        checker = ready.inspection.checker
        assert ready.stepping.stop is not None
        tape, check = ready.stepping.stop.tape, checker.check
        # At once: a card that shows it a moment later is laid out and painted once more.
        assert check is not None and check.slope is not None  # noqa: PT018  # one condition for mypy
        assert tape.gradients is not None
        assert tape.batch is not None
        assert check.slope.loss == pytest.approx(tape.mean, rel=1e-5)
        g = tape.gradients[0][check.choice.row, check.choice.column]
        assert check.slope.quotient == pytest.approx(g, rel=0.05)
        checker.push(0.5)
        qtbot.waitUntil(lambda: bool(check.points), timeout=WAIT_MS)
        index = (check.choice.row, check.choice.column)
        loss = BatchLoss(
            tape.recipe.architecture, tape.before, tape.batch.whole_images, tape.batch.whole_labels, 0, index
        )
        assert check.points == [(0.5, pytest.approx(loss.at(0.5), abs=1e-12))]

    def test_another_weight_takes_the_guess_with_it(self, ready: Workspace, qtbot: QtBot) -> None:
        paused(ready, qtbot)
        go(ready, qtbot, Go.CARD, times=5)
        inspection = ready.inspection
        inspection.guess_weight(up=True)
        inspection.choose(replace(inspection.choice, picture=3))
        assert inspection.weight_guess is True
        inspection.choose(replace(inspection.choice, column=inspection.choice.column + 1))
        assert inspection.weight_guess is None
        inspection.guess_loss(0.4)
        go(ready, qtbot, Go.CARD, times=3)  # into the next step
        assert inspection.loss_guess is None

    def test_what_takes_long_of_its_slope_is_there_before_the_gradients(
        self, ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        paused(ready, qtbot)
        go(ready, qtbot, Go.CARD, times=4)

        def fail(*_: object) -> None:
            raise AssertionError("the sums of the first layer were at hand")

        monkeypatch.setattr("digitpad.network.slope.BatchLoss.__init__", fail)
        go(ready, qtbot, Go.CARD)
        assert act(ready) is Act.GRADIENTS
        check = ready.inspection.checker.check
        assert check is not None
        assert check.slope is not None


def test_what_can_be_done_is_asked_for_once_a_step_is_the_run_s_own(
    ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = paused(ready, qtbot)
    go(ready, qtbot, Go.CARD, times=6)
    asked: list[bool] = []
    conditions = ready.conditions

    def asking() -> Conditions:
        asked.append(ready.stepping.is_recording)
        return conditions()

    monkeypatch.setattr(ready, "conditions", asking)
    go(ready, qtbot, Go.CARD)
    assert len(run.history) == 2
    assert asked
    assert not any(asked)
    assert ready.conditions().can_undo_training
