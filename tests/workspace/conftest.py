"""A workspace without any window, and ways to train in it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shiboken6
from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.data.training_data import TrainingData
from digitpad.engines.pacing import FULL
from digitpad.engines.protocol import Control, Job, Report, Step
from digitpad.network.architecture import Architecture, HiddenLayer
from digitpad.runs.by_hand import ByHand
from digitpad.runs.events import Ending
from digitpad.runs.recipe import Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.workspace import Workspace
from tests.workspace.hearing import Ear, Kind, hears

WAIT_MS = 120_000
"""Patience with a busy machine: only what is wrong takes as long."""

PER_EPOCH = 10
SMALL = Recipe(
    epochs=2,
    batch_size=100,
    learning_rate=0.01,
    optimizer=Optimizer.SGD,
    shuffle=False,
    architecture=Architecture((HiddenLayer(16),)),
    data=TrainingData(count=1000),
)
"""Two epochs of ten batches. Few units: after each epoch all of MNIST's test images are read."""

LONG = replace(SMALL, epochs=1000)
"""Ends only when it is told to."""


HANDLED = replace(SMALL, optimizer=Optimizer.ADAM, shuffle=True)
"""What is intervened in."""

Ends = Callable[[Ending], AbstractContextManager[Any]]
"""Waits, at the end of a with statement, until a stint has ended so."""


class Scripted:
    """An engine that does what a function says."""

    def __init__(self, script: Callable[[Job, Report, Control], None]) -> None:
        self._script = script

    def run(self, job: Job, report: Report, control: Control) -> None:
        self._script(job, report, control)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    settings.recipe = SMALL
    settings.pace = FULL  # nobody is watching
    return settings


@pytest.fixture
def home(qapp: QApplication) -> Iterator[QObject]:
    """A parent for QObjects: all of them end here and now, not when some thread collects garbage."""
    home = QObject()
    yield home
    shiboken6.delete(home)


@pytest.fixture
def workspace(home: QObject, settings: Settings) -> Iterator[Workspace]:
    """A workspace in which nothing can train yet; no thread of it is left over."""
    workspace = Workspace(settings, home)
    yield workspace
    close(workspace)


@pytest.fixture
def ready(workspace: Workspace, qtbot: QtBot) -> Workspace:
    """A workspace in which training can begin at once."""
    prepare(workspace, qtbot)
    return workspace


@pytest.fixture
def ends(ready: Workspace, qtbot: QtBot) -> Ends:
    return lambda how: reported(ready, qtbot, how)


@pytest.fixture
def run(ready: Workspace, ends: Ends) -> Run:
    """A run that is paused after its first batch."""
    ready.draft.write(HANDLED)
    with ends(Ending.PAUSED):
        ready.commands.step(Step.BATCH)
    run = ready.training.run
    assert run is not None
    return run


@pytest.fixture
def own() -> ByHand:
    """A picture that no recipe trains on, and the label that a class gives it."""
    return ByHand(load_dataset().test_images[:1], np.array([3], np.uint8))


def prepare(workspace: Workspace, qtbot: QtBot) -> None:
    """Import TensorFlow, and wait for it."""
    workspace.prepare_training()
    qtbot.waitUntil(lambda: workspace.readiness.is_known, timeout=WAIT_MS)
    assert workspace.readiness.can_train


def close(workspace: Workspace) -> None:
    """End everything, as a window does when it closes."""
    workspace.shut_down()
    workspace.jobs.finish()
    assert workspace.is_quiet, "a thread outlived the workspace"
    workspace.runs.shelf.close()


def reported(workspace: Workspace, qtbot: QtBot, kind: Kind) -> AbstractContextManager[Ear]:
    """Wait, at the end of a with statement, for what ``hears`` waits for."""
    return hears(workspace.training, qtbot, kind)


def stop(workspace: Workspace, qtbot: QtBot) -> None:
    """Stop, and wait for what a slow batch still has to say."""
    with reported(workspace, qtbot, Ending.STOPPED):
        workspace.training.stop()
    qtbot.waitUntil(lambda: workspace.training.is_quiet, timeout=WAIT_MS)
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    """Let all happen that waits to happen on this thread."""
    done: list[bool] = []
    QTimer.singleShot(0, lambda: done.append(True))  # comes after all that was asked for before
    qtbot.waitUntil(lambda: bool(done))


def files_done(workspace: Workspace, qtbot: QtBot) -> None:
    """Wait until nothing is read or written any more."""
    qtbot.waitUntil(lambda: workspace.jobs.is_quiet, timeout=WAIT_MS)
