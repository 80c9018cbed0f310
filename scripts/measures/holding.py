"""How fast training can be held and let go, line by line too, and what hundreds of runs leave behind."""

import gc
import os
import random
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.training import State
from measures.window import Ticks, new_window, until, wait

ROUNDS = 10
LINE_BY_LINE_MS = 4000
WARM_UP_CYCLES = 20
CYCLES = 200
CYCLE_MS = (5, 60)
"""How long each of the cycles trains."""


def loaded_window() -> MainWindow:
    """Show a window in which training can begin at once."""
    window = new_window()
    window.load_tensorflow()
    until(window.control.loaded)
    window.workspace.draft.write(KERAS_RECIPE)
    return window


def milliseconds_until(signal: Any, act: Callable[[], object]) -> float:
    """Act, and return how long it takes until the signal comes."""
    start = time.perf_counter()
    act()
    until(signal)
    return 1000 * (time.perf_counter() - start)


def holding() -> dict[str, Any]:
    """Pause, resume, step, stop and reset at moments in mid-epoch; return the milliseconds of each."""
    window = loaded_window()
    control, panel = window.control, window.panel
    moments = random.Random(0)
    found: dict[str, list[float]] = {"pause": [], "resume": [], "step": [], "stop": [], "reset": []}

    def train_for_a_moment() -> None:
        panel.train_button.click()
        until(control.snapshot_taken)
        wait(moments.randint(100, 500))

    train_for_a_moment()
    control.stop()
    until(control.stopped)
    for _ in range(ROUNDS):
        train_for_a_moment()
        found["pause"].append(milliseconds_until(control.paused, panel.train_button.click))
        found["step"].append(milliseconds_until(control.paused, panel.step_button.click))
        found["resume"].append(milliseconds_until(control.advanced, panel.train_button.click))
        wait(moments.randint(100, 300))
        found["stop"].append(milliseconds_until(control.stopped, panel.stop_button.click))
        train_for_a_moment()
        found["reset"].append(milliseconds_until(control.stopped, panel.reset_button.click))
    window.close()
    return {name: max(values) for name, values in found.items()}


def line_by_line() -> dict[str, Any]:
    """Run the lesson's eager loop with the curve on screen; return the window's gaps and the pace."""
    window = loaded_window()
    control, ticks = window.control, Ticks()
    control.line_by_line = True
    window.panel.buttons["train"].click()
    until(control.snapshot_taken)
    run = control.run
    assert run is not None
    done, start = len(run.history), time.perf_counter()
    ticks.start()
    wait(LINE_BY_LINE_MS)
    gaps = ticks.stop()
    pace = (len(run.history) - done) * run.recipe.batch_size / (time.perf_counter() - start)
    control.stop()
    until(control.stopped)
    window.close()
    return {"gaps": gaps, "images_per_second": pace}


def cycles() -> dict[str, Any]:
    """Train and stop 200 times; return what has grown: threads, open files and memory in MB."""
    window = loaded_window()
    moments = random.Random(0)
    for _ in range(WARM_UP_CYCLES):
        _cycle(window, moments)
    before = _held(window)
    for _ in range(CYCLES):
        _cycle(window, moments)
    after = _held(window)
    runs = len(window.workspace.runs.runs)
    window.close()
    return {name: after[name] - before[name] for name in before} | {"runs": runs}


def _cycle(window: MainWindow, moments: random.Random) -> None:
    window.panel.buttons["train"].click()
    until(window.control.snapshot_taken)
    wait(moments.randint(*CYCLE_MS))
    if window.workspace.training.state is State.TRAINING:
        window.panel.buttons["stop"].click()
        until(window.control.stopped)


def _held(window: MainWindow) -> dict[str, float]:
    """Return what this process holds when everything that can be let go is."""
    for _ in range(2):
        wait(2000)  # an ended run is written down a second later
        while not _is_at_rest(window):
            wait(100)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    held: dict[str, float] = {"python_threads": threading.active_count()}
    if sys.platform == "linux":
        held["threads"] = len(list(Path("/proc/self/task").iterdir()))
        held["files"] = len(list(Path("/proc/self/fd").iterdir()))
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        held["megabytes"] = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return held


def _is_at_rest(window: MainWindow) -> bool:
    return window.workspace.training.is_quiet and window.workspace.jobs.is_quiet
