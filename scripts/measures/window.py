"""What is measured in digitpad's own window, off-screen, through its real buttons and mouse events."""

import random
import time
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from digitpad.arrays import Floats
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Advanced, Begun, Ending
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.runs.run import Run
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import Ticks, summary
from measures.reference import TARGET_ACCURACY, peak_megabytes
from measures.visit import draw_and_time, first_window, load, loss_view, new_window
from measures.waiting import until_event, wait

STOPS = 10
LOSSES = 50_000
REDRAWS = 200
RUNS = 20
RUN_LOSSES = 23_450
POINTS = 500
"""Pen points that are timed while nothing trains."""

LAST_POINT = 2000
"""The batch up to which pen points are timed while a run trains: it has 2,345."""


def first_paint() -> dict[str, Any]:
    """Show digitpad's window; say when it was painted."""
    window = first_window()
    window.grab()
    return {"painted_at": time.time()}


def training() -> dict[str, Any]:
    """Import TensorFlow, train five epochs with the curve on screen, draw, stop: all in one visit."""
    window = new_window()
    ticks = Ticks()
    wait(200)
    ticks.start()
    load(window)
    result: dict[str, Any] = {"import_gaps": ticks.stop()}
    wait(200)
    result["pen_idle"] = summary(draw_and_time(window, lambda count: count >= POINTS))
    result |= timed_run(window, ticks)
    until_event(window, Begun, window.panel.buttons["train"].click)
    run = window.workspace.runs.runs[-1]
    result["pen_training"] = summary(draw_and_time(window, lambda _: len(run.history) >= LAST_POINT))
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    result["stops"] = [time_to_stop(window) for _ in range(STOPS)]
    result["megabytes"] = peak_megabytes()
    window.close()
    return result


def timed_run(window: MainWindow, ticks: Ticks) -> dict[str, Any]:
    """Train once, undisturbed; time the epochs, and Train to 97 % test accuracy."""
    window.workspace.draft.write(KERAS_RECIPE)
    ends: list[float] = []
    accuracies: list[float] = []

    def note(_: Run, event: object) -> None:
        if isinstance(event, Advanced) and event.accuracy is not None:
            ends.append(time.perf_counter())
            accuracies.append(event.accuracy)

    reported = window.workspace.training.reported
    reported.connect(note)
    ticks.start()
    start = time.perf_counter()
    until_event(window, Ending.COMPLETED, window.panel.buttons["train"].click)
    gaps = ticks.stop()
    reported.disconnect(note)
    reached = next(i for i, accuracy in enumerate(accuracies) if accuracy >= TARGET_ACCURACY)
    return {
        "epoch_seconds": [after - before for before, after in pairwise(ends)],
        "seconds_to_target": ends[reached] - start,
        "training_gaps": gaps,
        "accuracies": accuracies,
    }


def time_to_stop(window: MainWindow) -> float:
    """Train, click Stop at some moment, return the milliseconds until it has stopped."""
    until_event(window, Begun, window.panel.buttons["train"].click)
    wait(random.randint(200, 700))  # any moment will do
    start = time.perf_counter()
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    return 1000 * (time.perf_counter() - start)


def begun_run(window: MainWindow) -> Run:
    """Return a run of the article's recipe that has just begun."""
    runs = window.workspace.runs
    run = runs.new(KERAS_RECIPE)
    runs.begin(run, untrained(run.recipe))
    return run


def falling(count: int, number: int) -> Floats:
    """Return losses that fall as those of run ``number`` may, float32 (count,)."""
    import numpy as np

    losses = 2.3 / np.sqrt(np.arange(1, count + 1)) + np.random.default_rng(number).gamma(1, 0.05, count)
    return np.asarray(losses * (1 + number / 10), np.float32)


def long_plot() -> dict[str, Any]:
    """Redraw a curve of 50,000 losses again and again as it grows."""
    window = new_window()
    plot = loss_view(window).plot
    losses = falling(LOSSES, 0)
    run = plot.plot.under_way = begun_run(window)
    history = run.history
    history.extend(losses, 100.0)
    milliseconds = []
    for _ in range(REDRAWS):
        history.extend(losses[:1], 0.001)
        start = time.perf_counter()
        plot.redraw()
        plot.plot.viewport().repaint()
        milliseconds.append(1000 * (time.perf_counter() - start))
    window.close()
    return summary(milliseconds[5:])


def many_runs() -> dict[str, Any]:
    """Overlay 20 runs of 23,450 losses; time redraws while the last one grows up to the others, and hovering."""
    window = new_window()
    for number in range(RUNS):
        losses = falling(RUN_LOSSES, number)
        history = begun_run(window).history
        history.extend(losses[: -REDRAWS - 1 if number == RUNS - 1 else None], 50.0)
    view = loss_view(window).plot
    plot = view.plot
    redraws, hovers = [], []
    for number in range(REDRAWS):
        history.extend(losses[:1], 0.001)
        start = time.perf_counter()
        view.redraw()
        plot.viewport().repaint()
        redraws.append(1000 * (time.perf_counter() - start))
        place = plot.getPlotItem().vb.mapViewToScene(QPointF(100 * number, 0.5))
        start = time.perf_counter()
        plot.scene().sigMouseMoved.emit(place)
        QApplication.processEvents()
        hovers.append(1000 * (time.perf_counter() - start))
    window.close()
    return {"redraw": summary(redraws[5:]), "hover": summary(hovers[5:])}
