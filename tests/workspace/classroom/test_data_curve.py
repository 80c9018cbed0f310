"""What more data buys: networks that are no runs, trained by the real engine."""

import time
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.document.classroom.class_set import ClassSet
from digitpad.engines.acts.protocol import Go
from digitpad.engines.protocol import Step
from digitpad.errors import UserError
from digitpad.network.evaluation import sampling_error
from digitpad.runs.events import Ending
from digitpad.runs.recipe import Recipe
from digitpad.workspace.stepping.situation import Situation
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.sentences import told
from tests.workspace.classroom.class_digits import ALONE, drawn
from tests.workspace.conftest import HANDLED, WAIT_MS, Ends, close

LEARNS = replace(ALONE, epochs=20)
ENDLESS = replace(ALONE, epochs=1000, data=TrainingData(count=6000, mix=0.5))
"""Ends only when it is told to."""

SOON_SECONDS = 5
"""A busy computer's batches at hand; the rest would take it minutes."""


@pytest.fixture
def taught(ready: Workspace, qtbot: QtBot) -> Workspace:
    """A workspace with 60 drawings of six pens, ten digits each, of whom one is held out."""
    ready.class_drawings.add([replace(entry, pen=1 + place // 10) for place, entry in enumerate(drawn(60))])
    until_ready(ready, qtbot)
    return ready


def until_ready(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: workspace.material.is_ready and workspace.material.is_quiet, timeout=WAIT_MS)


def begin(workspace: Workspace, recipe: Recipe) -> None:
    workspace.data_curve.begin(workspace.data_curve.plan_for(recipe))


def measure(workspace: Workspace, qtbot: QtBot, recipe: Recipe = LEARNS) -> None:
    begin(workspace, recipe)
    until_over(workspace, qtbot)


def until_over(workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not workspace.data_curve.is_running, timeout=WAIT_MS)


def why_not(workspace: Workspace, recipe: Recipe = LEARNS) -> str:
    with pytest.raises(UserError) as refused:
        workspace.data_curve.plan_for(recipe)
    return told(refused.value)


class TestMeasuring:
    def test_the_plan_says_what_will_be_trained(self, taught: Workspace) -> None:
        plan = taught.data_curve.plan_for(LEARNS)
        assert [len(part) for part in plan.parts] == [10, 30, 50]
        assert plan.recipe.data.count == 50, "so all are trained by as many updates"
        assert 0 < plan.seconds < 60
        assert taught.data_curve.plan_for(replace(LEARNS, epochs=100)).seconds > plan.seconds

    def test_all_digits_are_learnt_whatever_the_recipe_leaves_out(self, taught: Workspace) -> None:
        plan = taught.data_curve.plan_for(replace(LEARNS, data=replace(LEARNS.data, left_out=(3, 7))))
        assert plan.recipe.data.left_out == ()
        assert [len(part) for part in plan.parts] == [10, 30, 50]

    def test_each_network_is_tested_on_what_is_held_out(self, taught: Workspace, qtbot: QtBot) -> None:
        measure(taught, qtbot)
        points = taught.data_curve.points
        assert [point.drawings for point in points] == [10, 30, 50]
        held_out = len(taught.material.newest.ours.held_out)
        for point in points:
            assert point.accuracy * held_out == pytest.approx(round(point.accuracy * held_out))
            assert point.error == pytest.approx(sampling_error(point.accuracy, held_out))
        assert points[-1].accuracy >= 0.9, "the pens write alike"

    def test_it_comes_to_the_same_again_among_mnists_images_too(self, taught: Workspace, qtbot: QtBot) -> None:
        recipe = replace(HANDLED, data=TrainingData(count=1000, mix=0.5))
        measure(taught, qtbot, recipe)
        first = taught.data_curve.points
        measure(taught, qtbot, recipe)
        assert len(first) == 3
        assert taught.data_curve.points == first

    def test_the_last_one_is_the_run_that_train_would_give(
        self, taught: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        measure(taught, qtbot)
        taught.draft.write(LEARNS)
        with ends(Ending.COMPLETED):
            taught.commands.toggle_training()
        snapshot = taught.runs.runs[0].snapshot
        assert snapshot is not None
        tests = taught.material.newest.ours.held_out
        answers = snapshot.probabilities(tests.images / 255).argmax(axis=1)
        assert taught.data_curve.points[-1].accuracy == pytest.approx((answers == tests.labels).mean())

    def test_it_touches_neither_runs_nor_network_nor_draft(self, taught: Workspace, qtbot: QtBot) -> None:
        before = taught.network.snapshot, taught.draft.recipe, list(taught.runs.runs), taught.session.revision
        measure(taught, qtbot)
        assert before == (
            taught.network.snapshot,
            taught.draft.recipe,
            list(taught.runs.runs),
            taught.session.revision,
        )

    def test_a_wrong_estimate_is_mended_while_it_measures(self, taught: Workspace, qtbot: QtBot) -> None:
        hour, curve = 3600.0, taught.data_curve
        curve.begin(replace(curve.plan_for(replace(ENDLESS, epochs=40)), seconds=hour))
        assert curve.progress is not None
        assert curve.progress.seconds_left == hour
        qtbot.waitUntil(
            lambda: curve.progress is not None and curve.progress.seconds_left < hour / 4, timeout=WAIT_MS
        )
        assert curve.progress.share < 0.5, "the batches say so, not the end"
        curve.stop()
        until_over(taught, qtbot)


class TestStopping:
    def test_keeps_what_was_found(self, taught: Workspace, qtbot: QtBot) -> None:
        recipe = replace(ENDLESS, epochs=3)
        begin(taught, recipe)
        qtbot.waitUntil(lambda: len(taught.data_curve.points) == 1, timeout=WAIT_MS)
        taught.data_curve.stop()
        until_over(taught, qtbot)
        assert [point.drawings for point in taught.data_curve.points] == [10]
        assert taught.data_curve.problem is None
        assert taught.training.is_free

    def test_the_windows_end_waits_for_no_more_than_the_batches_at_hand(
        self, taught: Workspace, qtbot: QtBot
    ) -> None:
        begin(taught, ENDLESS)
        with qtbot.waitSignal(taught.data_curve.progressed, timeout=WAIT_MS):
            pass
        qtbot.waitUntil(lambda: (found := taught.data_curve.progress) is not None and found.share > 0)
        start = time.monotonic()
        taught.data_curve.shut_down()
        assert time.monotonic() - start < SOON_SECONDS
        assert taught.data_curve.is_quiet
        close(taught)

    def test_another_session_takes_it_away(self, taught: Workspace, qtbot: QtBot) -> None:
        measure(taught, qtbot)
        taught.class_drawings.put(ClassSet(tuple(drawn(30))))
        assert taught.data_curve.points == ()
        until_ready(taught, qtbot)
        begin(taught, ENDLESS)
        taught.class_drawings.put(ClassSet())
        until_over(taught, qtbot)
        assert taught.data_curve.points == ()

    def test_a_recipe_that_diverges_says_so(self, taught: Workspace, qtbot: QtBot) -> None:
        measure(taught, qtbot, replace(LEARNS, learning_rate=1e30))
        assert taught.data_curve.problem is not None
        assert taught.training.is_free


class TestOneAtATime:
    def test_no_run_begins_meanwhile(self, taught: Workspace, qtbot: QtBot) -> None:
        begin(taught, ENDLESS)
        now = taught.conditions()
        assert now.is_measuring
        assert not any((now.can_begin_or_go_on, now.can_toggle, now.can_collect, now.can_train_chosen))
        assert taught.stepping.situation is Situation.LENT
        taught.training.train(HANDLED)
        taught.commands.step(Step.BATCH)
        assert taught.training.state is State.IDLE
        assert taught.runs.runs == []
        taught.data_curve.stop()
        until_over(taught, qtbot)
        assert taught.conditions().can_begin_or_go_on

    def test_a_step_that_waits_at_a_line_is_given_up(self, taught: Workspace, qtbot: QtBot, ends: Ends) -> None:
        taught.draft.write(HANDLED)
        with ends(Ending.PAUSED):
            taught.commands.step(Step.BATCH)
        taught.stepping.go_on(Go.LINE)
        qtbot.waitUntil(lambda: taught.stepping.stop is not None, timeout=WAIT_MS)
        begin(taught, LEARNS)
        assert taught.stepping.stop is None
        until_over(taught, qtbot)

    def test_a_paused_run_goes_on_afterwards_bit_for_bit(
        self, taught: Workspace, qtbot: QtBot, ends: Ends
    ) -> None:
        taught.draft.write(HANDLED)
        with ends(Ending.COMPLETED):
            taught.commands.toggle_training()
        with ends(Ending.PAUSED):
            taught.commands.step(Step.BATCH)
        undisturbed, run = taught.runs.runs
        measure(taught, qtbot)
        with ends(Ending.COMPLETED):
            taught.training.resume(run)
        assert run.history.losses.tolist() == undisturbed.history.losses.tolist()

    def test_it_does_not_begin_while_a_run_trains(self, taught: Workspace, qtbot: QtBot, ends: Ends) -> None:
        plan = taught.data_curve.plan_for(LEARNS)
        with ends(Ending.STOPPED):
            taught.training.train(replace(HANDLED, epochs=1000))
            assert "A run is under way" in why_not(taught)
            taught.data_curve.begin(plan)
            assert not taught.data_curve.is_running
            taught.training.stop()


class TestWhatItNeeds:
    def test_it_is_stale_once_labels_or_what_is_held_out_change(self, taught: Workspace, qtbot: QtBot) -> None:
        measure(taught, qtbot)
        assert not taught.data_curve.is_stale
        taught.class_drawings.relabel([3], 8)
        assert taught.data_curve.is_stale
        taught.board.undo_stack.undo()
        assert not taught.data_curve.is_stale
        taught.material.hold_out(0.4)
        assert taught.data_curve.is_stale
        assert len(taught.data_curve.points) == 3, "they are still to be seen"

    def test_something_must_be_held_out(self, taught: Workspace, qtbot: QtBot) -> None:
        taught.material.hold_out(0)
        assert "still being turned into pictures" in why_not(taught)
        until_ready(taught, qtbot)
        assert "None of our digits is held out" in why_not(taught)

    def test_the_class_must_have_drawn(self, ready: Workspace) -> None:
        assert "There are no digits of ours yet" in why_not(ready)

    def test_tensorflow_must_be_there(self, workspace: Workspace, qtbot: QtBot) -> None:
        workspace.class_drawings.add(drawn(60))
        until_ready(workspace, qtbot)
        assert "TensorFlow is still being loaded" in why_not(workspace)
