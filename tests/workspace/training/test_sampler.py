"""The accuracy on the sample: what is measured, when, and what becomes of it."""

import threading
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.data.sample import sample_of
from digitpad.engines.pacing import Pace, Way
from digitpad.engines.protocol import Control, Job, Report, Step
from digitpad.errors import DataFileError
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ending, SnapshotTaken
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.workspace.training import sampler as sampler_module
from digitpad.workspace.workspace import Workspace
from tests.conftest import GENEROUS_SECONDS
from tests.workspace.conftest import LONG, PER_EPOCH, SMALL, WAIT_MS, Scripted, files_done, reported, settle


def by_hand(snapshot: Snapshot) -> float:
    """Return the share of every tenth test image that a network reads right."""
    mnist = load_dataset()
    images = mnist.test_images[::10].astype(np.float32) / 255
    return float((snapshot.probabilities(images).argmax(axis=1) == mnist.test_labels[::10]).mean())


def measured(workspace: Workspace, qtbot: QtBot) -> None:
    """Wait until nothing is to be measured any more."""
    qtbot.waitUntil(lambda: workspace.sampler.is_quiet, timeout=WAIT_MS)


def updates(run: Run) -> list[int]:
    return [done for done, _ in run.history.sample_accuracies]


def train(workspace: Workspace, qtbot: QtBot, recipe: Recipe = SMALL) -> Run:
    with reported(workspace, qtbot, Ending.COMPLETED):
        workspace.training.train(recipe)
    measured(workspace, qtbot)
    run = workspace.runs.current
    assert run is not None
    return run


class Gate:
    """Holds up each measurement until it is let go."""

    def __init__(self) -> None:
        self.reached, self.let_go = threading.Event(), threading.Event()

    def __call__(
        self, snapshot: Snapshot, images: np.ndarray, labels: np.ndarray, wanted: Callable[[], bool]
    ) -> float | None:
        self.reached.set()
        while not self.let_go.wait(0.01):
            if not wanted():
                return None
        return 0.5


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    gate = Gate()
    monkeypatch.setattr(sampler_module, "snapshot_accuracy", gate)
    return gate


class SlowBatch:
    """An engine that is let go in its second chunk, and then tells of weights that no other stint has.

    Going on, it takes five batches and keeps nothing.
    """

    def __init__(self) -> None:
        self.let_go = threading.Event()
        self.last = replace(untrained(replace(SMALL, seed=1)), updates=3)

    def run(self, job: Job, report: Report, _: Control) -> None:
        if job.checkpoint is not None:
            report(Begun("slow", job.checkpoint.snapshot, job.checkpoint))
            report(Advanced(1, np.ones(5, np.float32), 0.1))
            return
        first = untrained(SMALL)
        report(Begun("slow", first))
        report(Advanced(0, np.ones(1, np.float32), 0.1))
        report(CheckpointTaken(Checkpoint(replace(first, updates=1), (np.asarray(1),), 0.01)))
        assert self.let_go.wait(GENEROUS_SECONDS)
        report(Advanced(1, np.ones(2, np.float32), 0.1))
        report(CheckpointTaken(Checkpoint(self.last, (np.asarray(3),), 0.01)))


@pytest.fixture
def slow() -> SlowBatch:
    return SlowBatch()


class TestWhatIsMeasured:
    def test_the_first_weights_and_the_last_ones(self, ready: Workspace, qtbot: QtBot) -> None:
        run = train(ready, qtbot)
        assert updates(run)[0] == 0
        assert updates(run)[-1] == len(run.history) == 2 * PER_EPOCH
        shares = dict(run.history.sample_accuracies)
        assert shares[0] == by_hand(untrained(SMALL))
        assert run.snapshot is not None
        assert shares[2 * PER_EPOCH] == by_hand(run.snapshot)

    def test_the_same_images_for_every_run(self, ready: Workspace, qtbot: QtBot) -> None:
        first, second = train(ready, qtbot), train(ready, qtbot)
        shares, others = (dict(run.history.sample_accuracies) for run in (first, second))
        assert shares[0] == others[0]
        assert shares[2 * PER_EPOCH] == others[2 * PER_EPOCH]
        images, labels = sample_of(load_dataset())
        assert (images.shape, labels.shape) == ((1000, 784), (1000,))

    def test_each_step(self, ready: Workspace, qtbot: QtBot) -> None:
        for _ in range(3):
            with reported(ready, qtbot, Ending.PAUSED):
                ready.training.step(SMALL, Step.BATCH)
        measured(ready, qtbot)
        assert ready.runs.current is not None
        assert updates(ready.runs.current) == [0, 1, 2, 3]

    def test_a_run_shown_slowly(self, ready: Workspace, qtbot: QtBot) -> None:
        ready.training.set_pace(Pace(Way.STEADY, 1))
        with reported(ready, qtbot, Advanced):
            ready.training.train(LONG)
        run = ready.runs.current
        assert run is not None
        qtbot.waitUntil(lambda: len(updates(run)) >= 3, timeout=WAIT_MS)
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.pause()
        measured(ready, qtbot)
        assert updates(run)[0] == 0
        assert updates(run)[-1] == len(run.history)

    def test_at_full_speed_a_few_times_a_second(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, SnapshotTaken):
            ready.training.train(LONG)
        run = ready.runs.current
        assert run is not None
        qtbot.waitUntil(lambda: len(updates(run)) >= 4, timeout=WAIT_MS)
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.pause()
        measured(ready, qtbot)
        assert 4 <= len(updates(run)) <= 2 + run.seconds / sampler_module.LEAST_SECONDS + 4
        assert updates(run)[-1] == len(run.history)

    def test_who_has_saved_before_it_came_has_nothing_to_save_again(
        self, ready: Workspace, qtbot: QtBot, gate: Gate
    ) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        deeds, revision = ready.session.deeds, ready.session.revision
        gate.let_go.set()
        measured(ready, qtbot)
        assert ready.session.revision > revision
        assert ready.session.deeds == deeds

    def test_it_is_announced(self, ready: Workspace, qtbot: QtBot, gate: Gate) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        assert ready.runs.current is not None
        assert updates(ready.runs.current) == []
        with qtbot.waitSignal(ready.runs.changed, timeout=WAIT_MS):
            gate.let_go.set()
        assert updates(ready.runs.current) == [0]

    def test_an_ended_run_whose_weights_are_on_the_disk(self, ready: Workspace, qtbot: QtBot, gate: Gate) -> None:
        with reported(ready, qtbot, Ending.COMPLETED):
            ready.training.train(SMALL)
        files_done(ready, qtbot)
        run = ready.runs.current
        assert run is not None
        assert not run.is_at_hand
        on_its_way_to_a_file = run.for_file()
        gate.let_go.set()
        qtbot.waitUntil(lambda: updates(run)[-1:] == [2 * PER_EPOCH], timeout=WAIT_MS)
        assert on_its_way_to_a_file.history.sample_accuracies == []

    def test_what_a_stint_has_learnt_after_nobody_waited_for_it_any_more(
        self, ready: Workspace, qtbot: QtBot, slow: SlowBatch
    ) -> None:
        ready.training.engine_for = lambda _: slow
        with reported(ready, qtbot, CheckpointTaken):
            ready.training.train(SMALL)
        run = ready.runs.current
        assert run is not None
        ready.training.stop_at_once()
        slow.let_go.set()
        qtbot.waitUntil(lambda: updates(run) == [0, 1, 3], timeout=WAIT_MS)
        assert dict(run.history.sample_accuracies)[3] == by_hand(slow.last)


class TestWhatIsDropped:
    def test_of_a_deleted_run(self, ready: Workspace, qtbot: QtBot, gate: Gate) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.runs.current
        assert run is not None
        ready.commands.delete(run)
        gate.let_go.set()
        measured(ready, qtbot)
        assert updates(run) == []

    def test_of_runs_that_others_took_the_place_of(self, ready: Workspace, qtbot: QtBot, gate: Gate) -> None:
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.train(SMALL, Step.BATCH)
        run = ready.runs.current
        assert run is not None
        ready.training.stop()
        ready.runs.put([], None)
        gate.let_go.set()
        measured(ready, qtbot)
        assert updates(run) == []

    def test_of_a_run_that_goes_on_from_before(self, ready: Workspace, qtbot: QtBot, gate: Gate) -> None:
        first = untrained(SMALL)

        def script(job: Job, report: Report, _: Control) -> None:
            state = Checkpoint(replace(first, updates=1), (np.asarray(1),), 0.01)
            if job.checkpoint is not None:
                report(Begun("scripted", job.checkpoint.snapshot, job.checkpoint))
                report(Advanced(1, np.ones(5, np.float32), 0.1))
                return
            report(Begun("scripted", first))
            report(Advanced(0, np.ones(1, np.float32), 0.1))
            report(CheckpointTaken(state))
            report(Advanced(1, np.ones(3, np.float32), 0.1))
            report(SnapshotTaken(replace(first, updates=4)))
            raise RuntimeError("too steep")

        ready.training.engine_for = lambda _: Scripted(script)
        with reported(ready, qtbot, Ending.FAILED):
            ready.training.train(SMALL)
        run = ready.runs.current
        assert run is not None
        with reported(ready, qtbot, Ending.STOPPED):
            ready.training.resume(run)
        gate.let_go.set()
        measured(ready, qtbot)
        assert len(run.history) == 6
        assert updates(run) == [0, 1]

    def test_what_a_stint_has_learnt_late_once_its_run_goes_on_from_before(
        self, ready: Workspace, qtbot: QtBot, slow: SlowBatch
    ) -> None:
        ready.training.engine_for = lambda _: slow
        with reported(ready, qtbot, CheckpointTaken):
            ready.training.train(SMALL)
        run = ready.runs.current
        assert run is not None
        ready.training.stop_at_once()
        ready.training.resume(run)
        with reported(ready, qtbot, Ending.STOPPED):
            slow.let_go.set()
        measured(ready, qtbot)
        assert len(run.history) == 6
        assert updates(run) == [0, 1]

    def test_of_more_updates_than_the_run_has(self, ready: Workspace, qtbot: QtBot) -> None:
        run = ready.runs.new(SMALL)
        ready.runs.begin(run, untrained(SMALL))
        with qtbot.assertNotEmitted(ready.runs.changed):
            ready.runs.note_sample(run, 1, 0.5)
        assert updates(run) == []

    def test_without_mnist_and_digits_of_ours_nothing_is_measured_and_nothing_said(
        self, ready: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[int] = []

        def missing() -> None:
            asked.append(1)
            raise DataFileError("mnist-changed", path="mnist.npz")

        monkeypatch.setattr(sampler_module, "load_dataset", missing)
        run = train(ready, qtbot)
        assert updates(run) == []
        assert len(asked) == 1


class TestClosing:
    def test_in_mid_measurement_leaves_no_thread(self, ready: Workspace, qtbot: QtBot, gate: Gate) -> None:
        with reported(ready, qtbot, SnapshotTaken):
            ready.training.train(LONG)
        assert gate.reached.wait(GENEROUS_SECONDS)
        assert not ready.sampler.is_quiet
        ready.shut_down()
        assert ready.sampler.is_quiet
        settle(qtbot)
        assert ready.sampler.is_quiet
        assert ready.runs.current is not None
        assert updates(ready.runs.current) == []

    def test_what_a_run_ended_with_is_measured_before(self, ready: Workspace, qtbot: QtBot) -> None:
        with reported(ready, qtbot, SnapshotTaken):
            ready.training.train(LONG)
        ready.shut_down()
        run = ready.runs.current
        assert run is not None
        assert updates(run)[-1] == len(run.history)
