"""The session as a value: collected, and put back, without a disk on the window's thread."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.document.session_file import save_session
from digitpad.drawing.samples import sample_digit
from digitpad.engines.protocol import Step
from digitpad.errors import UserError
from digitpad.runs.checkpoint import Checkpoint, slot_specs, untrained
from digitpad.runs.events import Advanced, Ended, Ending, SnapshotTaken
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf
from digitpad.workspace.easel.answering_network import Origin
from digitpad.workspace.keeping.session_state import read_session
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import LONG, SMALL, WAIT_MS, files_done, reported, settle

ADAM = Recipe(optimizer=Optimizer.ADAM)
SLOTS = tuple(np.zeros(shape, dtype) for dtype, shape in slot_specs(ADAM.architecture, ADAM.optimizer))
MANY = 20


def ended_run(workspace: Workspace, number: int) -> Run:
    """Put a run by Adam into the list that was stopped after a few batches."""
    runs = workspace.runs
    run = runs.new(replace(ADAM, seed=number))
    runs.begin(run, untrained(run.recipe))
    runs.extend(run, Advanced(0, np.full(3, number, np.float32), 0.1))
    runs.keep(run, Checkpoint(replace(untrained(run.recipe), updates=3), SLOTS, 1e-3))
    runs.shelve(run)
    return run


def save(workspace: Workspace, qtbot: QtBot, path: Path) -> None:
    """Write the session down as a window does: collected here, written elsewhere."""
    files_done(workspace, qtbot)
    session = workspace.session.collect()
    workspace.jobs.do(lambda: save_session(path, session), lambda _: None, unexpected)
    files_done(workspace, qtbot)


def open_(workspace: Workspace, qtbot: QtBot, path: Path) -> None:
    workspace.jobs.do(lambda: read_session(path, workspace.session.shelf), workspace.session.restore, unexpected)
    files_done(workspace, qtbot)


def unexpected(problem: UserError) -> None:
    raise AssertionError(f"nobody expected {problem}")


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """What was asked of the disk, and by which thread."""
    asked: list[tuple[str, int]] = []
    for name in ("put", "read"):
        method = getattr(Shelf, name)

        def noted(*arguments: object, name: str = name, method: object = method) -> object:
            asked.append((name, threading.get_ident()))
            return method(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(Shelf, name, noted)
    return asked


def test_twenty_runs_by_adam_come_back_without_a_disk_on_this_thread(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, disk: list[tuple[str, int]]
) -> None:
    runs = [ended_run(workspace, number) for number in range(MANY)]
    workspace.commands.use(runs[3])
    files_done(workspace, qtbot)
    assert workspace.network.run is runs[3]
    path = tmp_path / "session.digitpad"
    save(workspace, qtbot, path)
    disk.clear()
    open_(workspace, qtbot, path)
    restored = workspace.runs.runs
    assert len(restored) == MANY
    assert not set(restored) & set(runs)
    assert not any(run.is_at_hand for run in restored)
    assert all(run.can_go_on for run in restored)
    assert workspace.selected is restored[-1]
    assert workspace.network.run is restored[3]
    np.testing.assert_array_equal(workspace.network.snapshot.weights[0], untrained(Recipe(seed=3)).weights[0])
    assert workspace.conditions().run_can_go_on
    workspace.board.set_drawing(sample_digit(3), "")
    workspace.session.collect()
    settle(qtbot)
    assert [name for name, _ in disk].count("put") == MANY
    assert threading.get_ident() not in {thread for _, thread in disk}


def test_what_is_put_back_is_what_was_there(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    for digit in (1, 2):
        workspace.board.clear()
        workspace.board.set_drawing(sample_digit(digit), "")
    first, second = ended_run(workspace, 1), ended_run(workspace, 2)
    workspace.runs.rename(first, "first")
    workspace.runs.show(second, False)
    workspace.draft.write(replace(SMALL, seed=77))
    path = tmp_path / "session.digitpad"
    save(workspace, qtbot, path)
    workspace.runs.put([], None)
    workspace.draft.write(SMALL)
    workspace.sketchbook.put([], 0)
    open_(workspace, qtbot, path)
    one, other = workspace.runs.runs
    assert (one.name, one.visible, other.name, other.visible) == ("first", True, "Run 2", False)
    assert workspace.runs.current is other
    assert other.history.losses.tolist() == [2, 2, 2]
    assert workspace.draft.recipe.seed == 77
    assert workspace.board.drawing == sample_digit(2)
    assert workspace.sketchbook.pages == [sample_digit(1), sample_digit(2)]


def test_after_a_session_of_one_run_the_next_is_run_2(ready: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(3):
        ended_run(ready, number)
    for run in ready.runs.runs[1:]:
        ready.commands.delete(run)
    path = tmp_path / "session.digitpad"
    save(ready, qtbot, path)
    open_(ready, qtbot, path)
    with reported(ready, qtbot, Ending.COMPLETED):
        ready.training.train(SMALL)
    assert [run.name for run in ready.runs.runs] == ["Run 1", "Run 2"]


class TestModified:
    def test_whatever_is_saved_counts(self, workspace: Workspace, qtbot: QtBot) -> None:
        run = ended_run(workspace, 0)
        files_done(workspace, qtbot)
        for act in (
            lambda: workspace.draft.write(replace(SMALL, seed=5)),
            lambda: workspace.board.set_drawing(sample_digit(1), ""),
            lambda: workspace.board.clear(),
            lambda: workspace.sketchbook.turn(-1),
            lambda: workspace.runs.rename(run, "renamed"),
            lambda: workspace.runs.show(run, False),
            lambda: workspace.commands.delete(run),
            lambda: workspace.board.undo_stack.undo(),
        ):
            revision = workspace.session.revision
            with qtbot.waitSignal(workspace.session.changed):
                act()
            assert workspace.session.revision > revision

    def test_a_run_that_trains_counts(self, ready: Workspace, qtbot: QtBot) -> None:
        revisions = [ready.session.revision]
        ready.training.reported.connect(
            lambda _, event: None if isinstance(event, Ended) else revisions.append(ready.session.revision)
        )
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.train(SMALL)
        assert revisions == sorted(set(revisions))

    def test_weights_that_go_to_the_disk_do_not(self, workspace: Workspace, qtbot: QtBot) -> None:
        run = ended_run(workspace, 0)
        revision = workspace.session.revision
        files_done(workspace, qtbot)
        assert not run.is_at_hand
        assert workspace.session.revision == revision

    def test_saving_and_looking_do_not(self, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
        run = ended_run(workspace, 0)
        files_done(workspace, qtbot)
        revision = workspace.session.revision
        save(workspace, qtbot, tmp_path / "session.digitpad")
        workspace.commands.use(run)
        workspace.comparison.begin(run)
        files_done(workspace, qtbot)
        assert workspace.session.revision == revision


class TestWhileSomethingTrains:
    def test_the_run_under_way_is_stopped_and_says_no_more(
        self, ready: Workspace, qtbot: QtBot, tmp_path: Path
    ) -> None:
        ended_run(ready, 0)
        path = tmp_path / "session.digitpad"
        save(ready, qtbot, path)
        with reported(ready, qtbot, SnapshotTaken):
            ready.training.train(LONG)
        stopped = ready.training.run
        open_(ready, qtbot, path)
        assert ready.training.state is State.IDLE
        revision = ready.session.revision
        qtbot.waitUntil(lambda: ready.training.is_quiet, timeout=WAIT_MS)
        settle(qtbot)
        files_done(ready, qtbot)
        assert stopped not in ready.runs.runs
        assert ready.network.origin is Origin.UNTRAINED
        assert ready.session.revision == revision

    def test_what_was_collected_stays_as_it_was(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.training.run
        collected = ready.session.collect()
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.resume(run)
        (copy,) = collected.runs
        assert len(copy.history) == copy.snapshot.updates == 1
        assert collected.current == collected.answering == 0


def test_runs_that_have_not_changed_are_not_copied_again(workspace: Workspace, qtbot: QtBot) -> None:
    """To copy a thousand held the window up for a tenth of a second, each second while another one trained."""
    runs = workspace.runs
    still, changing = ended_run(workspace, 0), ended_run(workspace, 1)
    files_done(workspace, qtbot)
    changes = (
        lambda: runs.rename(changing, "another name"),
        lambda: runs.show(changing, False),
        lambda: runs.change_rate(changing, 0.5),
        lambda: runs.note_sample(changing, 1, 0.5),
        lambda: runs.go_on(changing, changing.checkpoint),
        lambda: runs.extend(changing, Advanced(3, np.full(2, 7, np.float32), 0.1)),
        lambda: runs.take(changing, untrained(changing.recipe), None),
        lambda: runs.keep(changing, Checkpoint(replace(untrained(ADAM), updates=5), SLOTS, 1e-3)),
        lambda: (runs.shelve(changing), files_done(workspace, qtbot)),
        lambda: (runs.remove(changing, None), runs.insert(1, changing, None)),
    )
    before = workspace.session.collect().runs
    for change in changes:
        change()
        after = workspace.session.collect().runs
        assert after[0] is before[0]
        assert after[1] is not before[1]
        assert after[1].name == changing.name
        assert after[1].visible == changing.visible
        assert after[1].is_at_hand == changing.is_at_hand
        assert after[1].history.rate_changes == changing.history.rate_changes
        assert after[1].history.sample_accuracies == changing.history.sample_accuracies
        np.testing.assert_array_equal(after[1].history.losses, changing.history.losses)
        before = after
    assert still.name == before[0].name
