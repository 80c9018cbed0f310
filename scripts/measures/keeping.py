"""How much is written to keep unsaved work: a stroke beside many runs, single steps, a run that goes on and on."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent

from digitpad.drawing.samples import sample_digit
from digitpad.engines.pacing import FULL
from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from measures.slow_drive import add_run
from measures.visit import come_to_rest, loaded_window, mouse
from measures.waiting import until_event

RUNS = 20
STEPS = 10
ROUNDS = 200

MEGABYTE = 1e6


def keeping() -> dict[str, Any]:
    """Return the megabytes that are written; on Linux alone, which counts them for each process."""
    if sys.platform != "linux":
        return {}
    window = loaded_window()
    window.workspace.training.set_pace(FULL)
    found = {"steps": _written_by(window, lambda: _step(window))}
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    rng = np.random.default_rng(0)
    for _ in range(RUNS):
        add_run(window, rng)
    come_to_rest(window)
    found["stroke"] = _written_by(window, lambda: _stroke(window))
    found["continued"] = _continued(window)
    window.close()
    return found


def _written_by(window: MainWindow, act: Callable[[], object]) -> float:
    """Return how many megabytes are written when somebody acts, until nothing is to be written any more."""
    come_to_rest(window)
    before = _written()
    act()
    come_to_rest(window)
    return (_written() - before) / MEGABYTE


def _written() -> int:
    lines = Path("/proc/self/io").read_text().splitlines()
    return int(dict(line.split(": ") for line in lines)["wchar"])


def _stroke(window: MainWindow) -> None:
    stroke = sample_digit(3).strokes[0]
    mouse(window, QEvent.Type.MouseButtonPress, stroke[0])
    for point in stroke[1:]:
        mouse(window, QEvent.Type.MouseMove, point)
    mouse(window, QEvent.Type.MouseButtonRelease, stroke[-1])


def _step(window: MainWindow) -> None:
    for _ in range(STEPS):
        until_event(window, Ending.PAUSED, window.panel.buttons["step"].click)


def _continued(window: MainWindow) -> float:
    """Let a run go on and be stopped again and again; return the store's weights ÷ those that are alive."""
    space = window.workspace
    until_event(window, SnapshotTaken, window.panel.buttons["train"].click)
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    run = space.runs.runs[-1]
    for _ in range(ROUNDS):
        space.select(run)
        until_event(window, SnapshotTaken, window.actions_["go_on"].trigger)
        until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    come_to_rest(window)
    stored = sum(path.stat().st_size for path in space.settings.sessions_folder.rglob("weights/*"))
    return stored / sum(_bytes_of(run) for run in space.runs.runs if run.is_trained)


def _bytes_of(run: Run) -> int:
    state = run.checkpoint if run.can_go_on else None
    snapshot = run.snapshot if state is None else state.snapshot
    assert snapshot is not None
    slots = () if state is None else state.slots
    return sum(np.asarray(array).nbytes for array in (*snapshot.weights, *slots))
