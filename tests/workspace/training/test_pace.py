"""The pace of training: which stints follow it, and that nobody waits for a batch that is waited for."""

import time

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.engines.pacing import FIRST_BATCHES, FULL, SPEEDS, WATCH, Pace, Way
from digitpad.engines.protocol import Control, Job, Report, Step
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced, Begun, CheckpointTaken, Ending
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from digitpad.workspace.workspace import Workspace
from tests.workspace.conftest import LONG, reported, stop

SLOWEST = Pace(Way.STEADY, SPEEDS[0])
SOON_SECONDS = 0.5
"""Much less than a batch at the slowest pace."""


class Ticking:
    """An engine that takes its time and nothing else; ``asked`` holds what it was to take for each batch."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    def run(self, job: Job, report: Report, control: Control) -> None:
        weights = untrained(job.recipe)
        report(Begun("ticking", weights, job.checkpoint))
        done = job.first_batch
        while done < job.end and not control.end_wanted:
            seconds = control.seconds_for(done)
            self.asked.append(seconds)
            report(Advanced(done, np.ones(1, np.float32), 0.001))
            done += 1
            if done < job.end:
                control.wait(max(seconds, 0.001))
        state = Snapshot(weights.weights, done, job.recipe.architecture)
        report(CheckpointTaken(Checkpoint(state, (np.asarray(done),), job.recipe.learning_rate)))


@pytest.fixture
def ticking(ready: Workspace) -> Ticking:
    ticking = Ticking()
    ready.training.engine_for = lambda _: ticking
    return ticking


def begin(workspace: Workspace, qtbot: QtBot) -> None:
    """Train, and wait for the first batch."""
    with reported(workspace, qtbot, Advanced):
        workspace.training.train(LONG)


@pytest.mark.parametrize("how", [Ending.PAUSED, Ending.STOPPED])
def test_pause_and_stop_are_heard_at_once_in_mid_wait(
    ready: Workspace, qtbot: QtBot, ticking: Ticking, how: Ending
) -> None:
    ready.training.set_pace(SLOWEST)
    begin(ready, qtbot)
    start = time.monotonic()
    with reported(ready, qtbot, how):
        (ready.training.pause if how is Ending.PAUSED else ready.training.stop)()
    assert time.monotonic() - start < SOON_SECONDS
    assert len(ready.runs.current.history) == 1
    qtbot.waitUntil(lambda: ready.runs.current.can_go_on)  # on a busy machine Stop does not wait for its state


def test_another_pace_is_heard_at_once_in_mid_wait(ready: Workspace, qtbot: QtBot, ticking: Ticking) -> None:
    ready.training.set_pace(SLOWEST)
    begin(ready, qtbot)
    start = time.monotonic()
    ready.training.set_pace(FULL)
    qtbot.waitUntil(lambda: len(ready.runs.current.history) >= 3)
    assert time.monotonic() - start < SOON_SECONDS
    assert ticking.asked[:3] == [1.0, 0.0, 0.0]
    stop(ready, qtbot)


@pytest.mark.parametrize("step", [Step.BATCH, Step.EPOCH])
def test_a_step_is_not_waited_for(ready: Workspace, qtbot: QtBot, ticking: Ticking, step: Step) -> None:
    ready.training.set_pace(SLOWEST)
    for _ in range(2):  # of a new run, and of a paused one
        with reported(ready, qtbot, Ending.PAUSED):
            ready.training.step(LONG, step)
    assert set(ticking.asked) == {0.0}
    stop(ready, qtbot)


def test_a_run_that_only_paused_goes_on_at_its_pace(ready: Workspace, qtbot: QtBot, ticking: Ticking) -> None:
    ready.training.set_pace(WATCH)
    begin(ready, qtbot)
    with reported(ready, qtbot, Ending.PAUSED):
        ready.training.pause()
    done = len(ready.runs.current.history)
    assert done < FIRST_BATCHES
    ready.training.resume(ready.runs.current)
    qtbot.waitUntil(lambda: len(ready.runs.current.history) > done)
    assert ticking.asked == [WATCH.seconds_for(batch) for batch in range(len(ticking.asked))]
    stop(ready, qtbot)


@pytest.mark.parametrize(("pace", "asked"), [(WATCH, 0.0), (Pace(Way.STEADY, 200), 1 / 200)])
def test_a_run_that_was_stopped_has_fallen_already(
    ready: Workspace, qtbot: QtBot, ticking: Ticking, pace: Pace, asked: float
) -> None:
    """There is nothing to watch any more; a pace that somebody chose counts all the same."""
    begin(ready, qtbot)
    stop(ready, qtbot)
    run = ready.runs.current
    ready.training.set_pace(pace)
    ticking.asked.clear()
    done = len(run.history)
    ready.training.resume(run)
    qtbot.waitUntil(lambda: len(run.history) > done)
    assert set(ticking.asked) == {asked}
    stop(ready, qtbot)


def test_everybody_hears_of_another_pace_also_between_runs(ready: Workspace, qtbot: QtBot) -> None:
    assert ready.training.state is State.IDLE
    with qtbot.waitSignal(ready.training.pace_changed):
        ready.training.set_pace(WATCH)
    assert ready.training.pace == WATCH


@pytest.mark.parametrize("pace", [WATCH, FULL, *(Pace(Way.STEADY, speed) for speed in SPEEDS)])
def test_every_pace_is_remembered(settings: Settings, pace: Pace) -> None:
    settings.pace = pace
    assert settings.pace == pace
