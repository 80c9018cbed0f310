"""A second network beside the first: its weights are at hand, whatever the disk does."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.engines.protocol import Control, Job, Report
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint, slot_specs, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ending, SnapshotTaken
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.conftest import LONG, SMALL, WAIT_MS, Scripted, files_done, reported, stop

ADAM = Recipe(optimizer=Optimizer.ADAM)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by the name of the thread at each look at a shelf."""
    reads: list[str] = []
    read = Shelf.read

    def counted(shelf: Shelf, offset: int, specs: object) -> object:
        reads.append(threading.current_thread().name)
        return read(shelf, offset, specs)  # type: ignore[arg-type]

    monkeypatch.setattr(Shelf, "read", counted)
    return reads


def ended_run(workspace: Workspace, qtbot: QtBot, seed: int = 0) -> Run:
    """Put a run by Adam into the list that has ended, its weights on the shelf."""
    runs = workspace.runs
    run = runs.new(ADAM)
    weights = untrained(Recipe(seed=seed)).weights
    runs.begin(run, Snapshot(weights))
    runs.extend(run, Advanced(0, np.ones(3, np.float32), 0.1))
    slots = tuple(np.zeros(shape, dtype) for dtype, shape in slot_specs(ADAM.architecture, ADAM.optimizer))
    runs.keep(run, Checkpoint(Snapshot(weights, 3), slots, 1e-3))
    runs.shelve(run)
    files_done(workspace, qtbot)
    assert not run.is_at_hand
    return run


def test_an_ended_run_is_read_once_and_not_for_each_answer(
    workspace: Workspace, qtbot: QtBot, reads: list[str]
) -> None:
    run = ended_run(workspace, qtbot)
    comparison = workspace.comparison
    comparison.begin(run)
    assert comparison.run is run
    assert comparison.snapshot is None  # it is being read
    with qtbot.waitSignal(comparison.changed, timeout=WAIT_MS):
        pass
    assert comparison.snapshot.updates == 3
    assert len(reads) == 1
    kept = comparison.snapshot
    for digit in range(10):
        with qtbot.waitSignal(workspace.recognizer.recognized, timeout=WAIT_MS):
            workspace.board.set_drawing(sample_digit(digit), "")
        workspace.runs.rename(run, f"run {digit}")
        workspace.network.reset(Recipe(seed=digit))
        assert comparison.snapshot is kept
    files_done(workspace, qtbot)
    assert len(reads) == 1


def test_another_run_chosen_meanwhile_is_the_one_compared(workspace: Workspace, qtbot: QtBot) -> None:
    first, second = ended_run(workspace, qtbot, 1), ended_run(workspace, qtbot, 2)
    workspace.comparison.begin(first)
    workspace.comparison.begin(second)
    files_done(workspace, qtbot)
    assert workspace.comparison.run is second
    expected = untrained(Recipe(seed=2)).weights[0]
    np.testing.assert_array_equal(workspace.comparison.snapshot.weights[0], expected)


def test_ended_while_it_is_read_it_stays_ended(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.comparison.begin(ended_run(workspace, qtbot))
    workspace.comparison.end()
    with qtbot.assertNotEmitted(workspace.comparison.changed):
        files_done(workspace, qtbot)
    assert workspace.comparison.snapshot is None


def test_it_ends_when_the_run_is_deleted_and_when_others_take_its_place(
    workspace: Workspace, qtbot: QtBot
) -> None:
    run, other = ended_run(workspace, qtbot), ended_run(workspace, qtbot)
    workspace.comparison.begin(run)
    files_done(workspace, qtbot)
    workspace.commands.delete(other)
    assert workspace.comparison.run is run
    with qtbot.waitSignal(workspace.comparison.changed):
        workspace.commands.delete(run)
    assert workspace.comparison.run is None
    assert workspace.comparison.snapshot is None
    workspace.board.undo_stack.undo()
    workspace.comparison.begin(run)
    workspace.runs.put([], None)
    assert workspace.comparison.run is None


def test_it_follows_a_run_that_trains_and_keeps_its_last_weights(
    ready: Workspace, qtbot: QtBot, reads: list[str]
) -> None:
    with reported(ready, qtbot, SnapshotTaken):
        ready.training.train(LONG)
    run = ready.training.run
    ready.comparison.begin(run)
    seen: list[int] = []
    ready.comparison.changed.connect(lambda: seen.append(ready.comparison.snapshot.updates))
    with reported(ready, qtbot, SnapshotTaken):
        pass
    assert ready.comparison.snapshot is run.snapshot is ready.network.snapshot
    stop(ready, qtbot)
    files_done(ready, qtbot)
    assert seen == sorted(set(seen))
    assert ready.comparison.snapshot.updates == len(run.history)
    assert not run.is_at_hand
    assert threading.main_thread().name not in reads  # only the session is written, a second after a run


def test_what_a_run_has_learnt_late_is_noted_without_a_look_at_the_shelf(
    ready: Workspace, qtbot: QtBot, reads: list[str]
) -> None:
    may_go_on = threading.Event()

    def script(job: Job, report: Report, _: Control) -> None:
        first = untrained(job.recipe)
        report(Begun("slow", first))
        for done in (1, 2):
            report(Advanced(done - 1, np.ones(1, np.float32), 0.1))
            report(CheckpointTaken(Checkpoint(replace(first, updates=done), (), 0.01)))
            assert may_go_on.wait(GENEROUS_SECONDS)

    late: list[type] = []
    ready.training.engine_for = lambda _: Scripted(script)
    ready.training.learnt_late.connect(lambda _run, event: late.append(type(event)))
    with reported(ready, qtbot, CheckpointTaken):
        ready.training.train(SMALL)
    run = ready.training.run
    ready.training.stop_at_once()
    files_done(ready, qtbot)
    assert not run.is_at_hand
    may_go_on.set()
    qtbot.waitUntil(lambda: late == [Advanced, CheckpointTaken], timeout=WAIT_MS)
    assert threading.main_thread().name not in reads
    files_done(ready, qtbot)
    assert run.snapshot.updates == len(run.history) == 2


def test_it_follows_a_shelved_run_that_goes_on(ready: Workspace, qtbot: QtBot) -> None:
    with reported(ready, qtbot, Ending.COMPLETED):
        ready.training.train(SMALL)
    with reported(ready, qtbot, SnapshotTaken):
        ready.training.train(LONG)
    stop(ready, qtbot)
    files_done(ready, qtbot)
    run = ready.runs.current
    ready.comparison.begin(run)
    with reported(ready, qtbot, SnapshotTaken):
        ready.training.resume(run)
    assert ready.comparison.snapshot is run.snapshot
