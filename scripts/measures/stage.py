"""How fast the stage changes: its language, its letters, the pace of a run, and the axis that grows with it."""

import time
from collections.abc import Callable
from itertools import cycle
from typing import Any

from PySide6.QtWidgets import QApplication

from digitpad.engines.pacing import FULL, SPEEDS, WATCH, Pace, Way
from digitpad.runs.events import Advanced, Begun, Ending
from digitpad.runs.scale import X_ROOM
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import Ticks, summary
from measures.visit import loaded_window, loss_view, new_window
from measures.waiting import until_event, wait
from measures.window import RUN_LOSSES, RUNS, begun_run, falling

CHANGES = 10
PACES = {"slow": Pace(Way.STEADY, SPEEDS[0]), "middle": Pace(Way.STEADY, 20), "watch": WATCH, "full": FULL}
PACE_MS = 4000
"""How long a run is watched at each pace; the fall takes about as long."""

SETTLED_TURNS = 6
"""Turns of the event loop after which the layouts have followed, and all is painted."""

GROWN = 3
"""The last run becomes so many times as long as the others."""

STEPS = 300


def looks() -> dict[str, float]:
    """Change letters and colours idle, the language in mid-training; return the most milliseconds it takes."""
    window = loaded_window()
    english, vietnamese = (window.actions_[f"language_{code}"] for code in ("en", "vi"))
    larger, smaller = window.actions_["larger"], window.actions_["smaller"]
    found = {"text_size": longest_change([larger.trigger, smaller.trigger])}
    dark, light = (window.actions_[f"scheme_{name}"] for name in ("dark", "light"))
    found["scheme"] = longest_change([dark.trigger, light.trigger])
    until_event(window, Begun, window.panel.buttons["train"].click)
    found["language"] = longest_change([vietnamese.trigger, english.trigger])
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    window.close()
    return found


def longest_change(acts: list[Callable[[], object]]) -> float:
    """Take turns in acting; return the most milliseconds until all is painted."""
    longest = 0.0
    for _, act in zip(range(CHANGES), cycle(acts), strict=False):
        start = time.perf_counter()
        act()
        for _ in range(SETTLED_TURNS):
            QApplication.processEvents()
        longest = max(longest, 1000 * (time.perf_counter() - start))
        wait(300)
    return longest


def paces() -> dict[str, Any]:
    """Return the window's gaps at four paces, and the most milliseconds until another pace is kept."""
    window = loaded_window()
    found: dict[str, Any] = {"gaps": {name: _gaps(window, pace) for name, pace in PACES.items()}}
    changes = []
    for _ in range(CHANGES):
        window.workspace.training.set_pace(PACES["slow"])
        until_event(window, Begun, window.panel.buttons["train"].click)
        until_event(window, Advanced)
        wait(200)  # of the second until its next batch
        start = time.perf_counter()
        until_event(window, Advanced, window.actions_["full_speed"].trigger)
        changes.append(1000 * (time.perf_counter() - start))
        until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    window.close()
    return found | {"change": max(changes)}


def _gaps(window: MainWindow, pace: Pace) -> dict[str, float]:
    ticks = Ticks()
    window.workspace.training.set_pace(pace)
    until_event(window, Begun, window.panel.buttons["train"].click)
    ticks.start()
    wait(PACE_MS)
    gaps = ticks.stop()
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    return gaps


def growing_axis() -> dict[str, float]:
    """Overlay 20 runs while the axis grows with one more; return the milliseconds of the turns of the window."""
    window = new_window()
    for number in range(RUNS):
        begun_run(window).history.extend(falling(RUN_LOSSES, number), 50.0)
    run = begun_run(window)
    view = loss_view(window).plot
    view.plot.under_way = run
    losses = falling(GROWN * RUN_LOSSES, RUNS)
    turns, reaches = [], set()
    for part in range(STEPS):
        size = len(losses) // STEPS
        run.history.extend(losses[part * size : (part + 1) * size], 0.05)
        start = time.perf_counter()
        view.redraw()
        view.plot.viewport().repaint()
        turns.append(1000 * (time.perf_counter() - start))
        reaches.add(view.plot.scale.reach(view.shown, run) * X_ROOM)
        while not view.plot.still.is_complete:  # the curves that do not change are painted some at a time
            start = time.perf_counter()
            QApplication.processEvents()
            turns.append(1000 * (time.perf_counter() - start))
    window.close()
    if len(reaches) < GROWN:
        raise RuntimeError(f"the axis was to grow, but reached only to {sorted(reaches)}")
    return summary(turns[5:])
