"""How fast training can be held and let go, line by line too, and what hundreds of runs leave behind."""

import random
import time
from collections.abc import Callable
from typing import Any

from digitpad.runs.events import Advanced, Ending, SnapshotTaken
from digitpad.runs.recipe import Loop
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.training.training import State
from measures.gauges import Ticks, growth, held
from measures.visit import come_to_rest, loaded_window
from measures.waiting import Kind, until_event, wait

ROUNDS = 10
WATCHED_MS = 4000
"""How long a slower loop is watched."""
WARM_UP_CYCLES = 20
CYCLES = 200
CYCLE_MS = (5, 60)
"""How long each of the cycles trains."""


def milliseconds_until(window: MainWindow, kind: Kind, act: Callable[[], object]) -> float:
    """Act, and return how long it takes until an event of this kind comes."""
    start = time.perf_counter()
    until_event(window, kind, act)
    return 1000 * (time.perf_counter() - start)


def holding() -> dict[str, Any]:
    """Pause, resume, step, stop and reset at moments in mid-epoch; return the milliseconds of each."""
    window = loaded_window()
    train, step, stop, reset = (window.panel.buttons[name].click for name in ("train", "step", "stop", "reset"))
    moments = random.Random(0)
    found: dict[str, list[float]] = {"pause": [], "resume": [], "step": [], "stop": [], "reset": []}

    def train_for_a_moment() -> None:
        until_event(window, SnapshotTaken, train)
        wait(moments.randint(100, 500))

    train_for_a_moment()
    until_event(window, Ending.STOPPED, stop)
    for _ in range(ROUNDS):
        train_for_a_moment()
        found["pause"].append(milliseconds_until(window, Ending.PAUSED, train))
        found["step"].append(milliseconds_until(window, Ending.PAUSED, step))
        found["resume"].append(milliseconds_until(window, Advanced, train))
        wait(moments.randint(100, 300))
        found["stop"].append(milliseconds_until(window, Ending.STOPPED, stop))
        train_for_a_moment()
        found["reset"].append(milliseconds_until(window, Ending.STOPPED, reset))
    window.close()
    return {name: max(values) for name, values in found.items()}


def line_by_line() -> dict[str, Any]:
    """Run the lesson's eager loop with the curve on screen; return the window's gaps and the pace."""
    return _watched(Loop.LINE_BY_LINE)


def by_keras() -> dict[str, Any]:
    """Do so with Keras' own fit."""
    return _watched(Loop.KERAS)


def _watched(loop: Loop) -> dict[str, Any]:
    window = loaded_window()
    ticks = Ticks()
    window.actions_[f"loop_{loop}"].setChecked(True)
    until_event(window, SnapshotTaken, window.panel.buttons["train"].click)
    run = window.workspace.training.run
    assert run is not None
    done, start = len(run.history), time.perf_counter()
    ticks.start()
    wait(WATCHED_MS)
    gaps = ticks.stop()
    pace = (len(run.history) - done) * run.recipe.batch_size / (time.perf_counter() - start)
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    window.close()
    return {"gaps": gaps, "images_per_second": pace}


def cycles() -> dict[str, Any]:
    """Train and stop 200 times; return what has grown: threads, open files and memory in MB."""
    window = loaded_window()
    moments = random.Random(0)
    for _ in range(WARM_UP_CYCLES):
        _cycle(window, moments)
    come_to_rest(window)
    before = held()
    for _ in range(CYCLES):
        _cycle(window, moments)
    come_to_rest(window)
    after = held()
    runs = len(window.workspace.runs.runs)
    window.close()
    return {name: growth(before, after, name) for name in before} | {"runs": runs}


def _cycle(window: MainWindow, moments: random.Random) -> None:
    until_event(window, SnapshotTaken, window.panel.buttons["train"].click)
    wait(moments.randint(*CYCLE_MS))
    if window.workspace.training.state is State.TRAINING:
        until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
