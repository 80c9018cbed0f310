"""What a pen point costs in a very long stroke, and after very many short ones."""

import time
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from digitpad.arrays import Doubles
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import summary
from measures.visit import mouse, new_window

POINTS = 10_000
TURNS = 400
STROKES = 1_000
SHORT = 6
"""Points of each of many strokes."""

TIMED = 1_000
"""Points at the end of a long stroke that are timed."""


def long_drawings() -> dict[str, Any]:
    """Return the milliseconds that the window takes for a point, at the end of long drawings."""
    window = new_window()
    along = np.linspace(0, TURNS, POINTS)
    scribble: Doubles = 0.5 + 0.4 * np.column_stack([np.sin(along), np.cos(1.3 * along)])
    spiral = 0.5 + 0.4 * along[:, None] / TURNS * np.column_stack([np.sin(along), np.cos(along)])
    found = {
        name: summary(_timed(window, points)[-TIMED:])
        for name, points in (("scribble", scribble), ("spiral", spiral))
    }
    window.workspace.board.clear()
    places = np.random.default_rng(0).uniform(0.1, 0.9, (STROKES, 2))
    step = np.linspace(0, 0.05, SHORT)[:, None]
    times = [time for place in places for time in _timed(window, place + step, clear=False)]
    window.close()
    return found | {"strokes": summary(times[-TIMED:])}


def _timed(window: MainWindow, points: Doubles, *, clear: bool = True) -> list[float]:
    """Draw a stroke; return the milliseconds from each event until the window has done all that follows."""
    if clear:
        window.workspace.board.clear()
    down, move, up = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
    kinds = [down, *[move] * (len(points) - 1)]
    times = []
    for kind, point in zip(kinds, points, strict=True):
        start = time.perf_counter()
        mouse(window, kind, point)
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - start))
    mouse(window, up, points[-1])
    QApplication.processEvents()
    return times
