"""The queue at work, with TensorFlow."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.journal import Journal
from digitpad.document.journal_reading import read_journal
from digitpad.engines.protocol import Step
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.events import Advanced, Ending
from digitpad.runs.queue.plan import Kind, Plan, Standing
from digitpad.runs.recipe import Loop, Optimizer, Recipe
from digitpad.workspace.keeping.session_state import with_answering
from digitpad.workspace.queue.attempt_rows import AttemptRows, summary_of
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.queue.queue_texts import standing_text
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.sentences import sentence
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import LONG, SMALL, WAIT_MS, Ends, reported, settle, stop

TOO_LARGE = Recipe(architecture=Architecture((HiddenLayer(2048),) * 4), batch_size=60_000)
"""A batch that this computer would take minutes for."""

DIVERGING = replace(SMALL, learning_rate=1e12)


def add(workspace: Workspace, *recipes: Recipe) -> list[Entry]:
    workspace.queue.add([Plan(recipe) for recipe in recipes])
    return workspace.queue.entries


def work_off(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.queue_work.start()
    qtbot.waitUntil(lambda: not workspace.queue_work.is_on, timeout=WAIT_MS)


def standings(workspace: Workspace) -> list[Standing]:
    return [entry.standing for entry in workspace.queue.entries]


def until_trains(workspace: Workspace, qtbot: QtBot, entry: Entry) -> None:
    def trains() -> bool:
        return workspace.queue_work.entry is entry and entry.run is not None and len(entry.run.history) > 0

    qtbot.waitUntil(trains, timeout=WAIT_MS)


def test_runs_train_one_after_the_other_and_stay_listed(ready: Workspace, qtbot: QtBot) -> None:
    recipes = [replace(SMALL, seed=seed) for seed in range(3)]
    entries = add(ready, *recipes)
    entries[1].plan = Plan(recipes[1], Loop.LINE_BY_LINE)
    places: list[tuple[int, int]] = []
    ready.training.reported.connect(lambda *_: places.append(ready.queue_work.place()))
    work_off(ready, qtbot)
    assert standings(ready) == [Standing.DONE] * 3
    assert [entry.run for entry in entries] == ready.runs.runs
    assert [run.recipe for run in ready.runs.runs] == recipes
    assert [run.name for run in ready.runs.runs] == ["Run 1", "Run 2", "Run 3"]
    assert [run.loop for run in ready.runs.runs] == [Loop.COMPILED, Loop.LINE_BY_LINE, Loop.COMPILED]
    assert all(run.finished for run in ready.runs.runs)
    assert sorted(set(places) - {(0, 0)}) == [(1, 3), (2, 3), (3, 3)]
    places.clear()
    add(ready, *recipes[:2])
    work_off(ready, qtbot)
    assert sorted(set(places) - {(0, 0)}) == [(1, 2), (2, 2)], "what was done before is counted no more"


def test_a_run_is_the_one_that_train_would_make(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    ready.draft.write(SMALL)
    with ends(Ending.COMPLETED):
        ready.commands.toggle_training()
    add(ready, SMALL)
    work_off(ready, qtbot)
    by_hand, queued = ready.runs.runs
    assert queued.history.losses.tolist() == by_hand.history.losses.tolist()
    assert ready.draft.recipe == SMALL


def test_what_diverges_or_is_refused_says_why_and_stops_no_other(ready: Workspace, qtbot: QtBot) -> None:
    entries = add(ready, DIVERGING, TOO_LARGE, SMALL)
    work_off(ready, qtbot)
    assert standings(ready) == [Standing.DIVERGED, Standing.FAILED, Standing.DONE]
    assert "loss" in standing_text(entries[0])
    assert entries[1].problem is not None
    assert entries[1].problem.code in ("recipe-seconds", "recipe-memory")
    assert standing_text(entries[1]).startswith("✕ ")
    assert standing_text(entries[2]).startswith("✓ done: ")


def test_an_attempt_of_which_no_run_can_begin_says_why(ready: Workspace, qtbot: QtBot) -> None:
    said: list[str] = []
    ready.queue_work.tried.connect(lambda attempt: said.append(summary_of(ready.queue, attempt)))
    ready.queue.add_attempt(Kind.OPTIMIZERS, TOO_LARGE, Loop.COMPILED)
    work_off(ready, qtbot)
    assert set(standings(ready)) == {Standing.FAILED}
    problem = ready.queue.entries[0].problem
    assert problem is not None
    assert said == [sentence(problem)]
    rows = AttemptRows(ready.queue)
    rows.refresh()
    assert rows.summary == sentence(problem)


def test_the_class_s_digits_that_are_not_there_are_a_failure_that_is_said(ready: Workspace, qtbot: QtBot) -> None:
    entries = add(ready, replace(SMALL, data=replace(SMALL.data, mix=1.0)), SMALL)
    work_off(ready, qtbot)
    assert standings(ready) == [Standing.FAILED, Standing.DONE]
    assert entries[0].problem is not None
    assert entries[0].run is None


class TestWhileALongRunTrains:
    @pytest.fixture
    def entries(self, ready: Workspace, qtbot: QtBot) -> list[Entry]:
        entries = add(ready, LONG, SMALL)
        ready.queue_work.start()
        until_trains(ready, qtbot, entries[0])
        return entries

    def test_pause_pauses_it_and_the_queue_waits_for_it(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, entries: list[Entry]
    ) -> None:
        with ends(Ending.PAUSED):
            ready.commands.toggle_training()
        settle(qtbot)
        assert ready.queue_work.is_on
        assert ready.queue_work.entry is entries[0]
        assert ready.training.state is State.PAUSED
        assert ready.conditions().can_work_queue
        ready.queue_work.start()
        with reported(ready, qtbot, Advanced):
            pass
        assert ready.training.run is entries[0].run
        assert ready.queue_work.entry is entries[0]

    def test_stop_stops_it_and_the_queue(self, ready: Workspace, qtbot: QtBot, entries: list[Entry]) -> None:
        with qtbot.waitSignal(ready.queue_work.halted, timeout=WAIT_MS):
            ready.training.stop()
        settle(qtbot)
        assert standings(ready) == [Standing.STOPPED, Standing.WAITING]
        assert ready.training.state is State.IDLE
        work_off(ready, qtbot)
        assert standings(ready) == [Standing.STOPPED, Standing.DONE]
        assert len(ready.runs.runs) == 2

    def test_stop_while_it_is_paused_stops_the_queue_too(
        self, ready: Workspace, qtbot: QtBot, ends: Ends, entries: list[Entry]
    ) -> None:
        with ends(Ending.PAUSED):
            ready.training.pause()
        stop(ready, qtbot)
        assert not ready.queue_work.is_on
        assert standings(ready) == [Standing.STOPPED, Standing.WAITING]

    def test_the_queue_can_pause_after_it(self, ready: Workspace, qtbot: QtBot, entries: list[Entry]) -> None:
        ready.queue_work.pause()
        assert ready.training.state is State.TRAINING
        assert ready.queue_work.entry is entries[0]
        stop(ready, qtbot)
        assert standings(ready) == [Standing.STOPPED, Standing.WAITING]

    def test_its_deletion_stops_it(self, ready: Workspace, qtbot: QtBot, entries: list[Entry]) -> None:
        run = entries[0].run
        assert run is not None
        with reported(ready, qtbot, Ending.STOPPED):
            ready.commands.delete(run)
        qtbot.waitUntil(lambda: ready.training.is_quiet, timeout=WAIT_MS)
        settle(qtbot)
        assert not ready.queue_work.is_on
        assert ready.runs.runs == []

    def test_closing_keeps_it_to_go_on_with(
        self, ready: Workspace, qtbot: QtBot, entries: list[Entry], tmp_path: Path
    ) -> None:
        ready.shut_down()
        session = ready.session.collect()
        Journal(tmp_path).write(session)
        read = read_journal(tmp_path)
        assert [(kept.standing, kept.run) for kept in read.queue] == [
            (Standing.WAITING, 0),
            (Standing.WAITING, None),
        ]
        assert read.queue == session.queue
        assert read.runs[0].can_go_on


def test_what_was_interrupted_goes_on_from_where_it_was(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    entries = add(ready, SMALL, replace(SMALL, seed=1))
    ready.draft.write(SMALL)
    with ends(Ending.PAUSED):
        ready.commands.step(Step.EPOCH)
    run = ready.training.run
    stop(ready, qtbot)
    entries[0].run = run
    session = with_answering(ready.session.collect())
    ready.session.restore(session)
    assert not ready.queue_work.is_on
    work_off(ready, qtbot)
    assert standings(ready) == [Standing.DONE] * 2
    assert len(ready.runs.runs) == 2
    assert all(run.finished for run in ready.runs.runs)


def test_a_run_that_was_paused_by_hand_gives_way(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    add(ready, SMALL)
    ready.draft.write(LONG)
    with ends(Ending.PAUSED):
        ready.commands.step(Step.BATCH)
    work_off(ready, qtbot)
    assert standings(ready) == [Standing.DONE]
    assert len(ready.runs.runs) == 2


def test_a_run_under_way_is_waited_for(ready: Workspace, qtbot: QtBot) -> None:
    ready.training.train(replace(SMALL, epochs=20))
    add(ready, SMALL)
    work_off(ready, qtbot)
    assert [run.finished for run in ready.runs.runs] == [True, True]


def test_nothing_begins_while_the_class_collects(ready: Workspace, qtbot: QtBot) -> None:
    add(ready, SMALL)
    ready.collector.begin()
    assert not ready.conditions().can_work_queue
    ready.queue_work.start()
    settle(qtbot)
    assert ready.training.state is State.IDLE
    ready.collector.end()
    qtbot.waitUntil(lambda: not ready.queue_work.is_on, timeout=WAIT_MS)
    assert standings(ready) == [Standing.DONE]


def test_before_tensorflow_is_there_the_first_run_waits_and_can_be_taken_back(
    workspace: Workspace, qtbot: QtBot
) -> None:
    entries = add(workspace, SMALL)
    workspace.queue_work.start()
    qtbot.waitUntil(lambda: workspace.training.state is State.WAITING)
    workspace.training.stop()
    qtbot.waitUntil(lambda: not workspace.queue_work.is_on)
    assert standings(workspace) == [Standing.WAITING]
    assert entries[0].waits


def test_an_attempt_is_seen_alone_and_told(ready: Workspace, qtbot: QtBot, ends: Ends) -> None:
    with ends(Ending.COMPLETED):
        ready.training.train(SMALL)
    other = ready.runs.runs[0]
    ready.queue.add_attempt(Kind.OPTIMIZERS, replace(SMALL, epochs=1), Loop.COMPILED)
    with qtbot.waitSignal(ready.queue_work.tried, timeout=WAIT_MS) as told:
        ready.queue_work.start()
    assert told.args == [ready.queue.newest_attempt]
    tried = ready.runs.runs[1:]
    assert [run.recipe.optimizer for run in tried] == list(Optimizer)
    assert [run.name for run in tried] == [
        "Optimizers: SGD by hand",
        "Optimizers: SGD (Keras)",
        "Optimizers: RMSprop (Keras)",
        "Optimizers: Adam (Keras)",
    ]
    assert [run.visible for run in ready.runs.runs] == [False, True, True, True, True]
    assert not other.visible
    assert ready.conditions().has_hidden
