"""How fast the view “Inside” follows the pen, and how smoothly weights move while the network learns."""

import time
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from digitpad.drawing.samples import sample_digit
from digitpad.runs.events import Begun, Ending, SnapshotTaken
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.inside.insight import Topic
from measures.gauges import PaintCount, Ticks, summary
from measures.stepping import scroll_to
from measures.visit import draw_and_time, loaded_window, weights_page, why_page
from measures.waiting import until_event, wait

SIZE = (1366, 768)
"""Of a school's screen: large enough for picture, rows and lights."""

POINTS = 500
"""Pen points that are timed, idle and training each."""

EPOCHS = 1000
"""More than are watched."""

SETTLING_MS = 500
WATCHED_MS = 6000
"""For which weights are watched while they move."""

DRAWN = 3


def inside() -> dict[str, Any]:
    """Draw while the page “Why?” is shown, idle and training, and watch the weights learn; return milliseconds.

    ``pen_idle`` and ``pen_training`` are from a pen point to bars, ledger and lights painted; ``weights`` has the
    mean from one picture of the weights to the next while training at full speed, and the window's gaps meanwhile.
    """
    window = loaded_window()
    window.resize(*SIZE)
    window.workspace.draft.write(replace(KERAS_RECIPE, epochs=EPOCHS))
    followed = parts_of_why(window)
    found: dict[str, Any] = {"pen_idle": summary(draw_and_time(window, lambda count: count >= POINTS, followed))}
    until_event(window, Begun, window.panel.buttons["train"].click)
    until_event(window, SnapshotTaken)
    found["pen_training"] = summary(draw_and_time(window, lambda count: count >= POINTS, followed))
    found["weights"] = watched_weights(window)
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    window.close()
    return found


def show_page(window: MainWindow, topic: Topic) -> None:
    """Show a page of the view, with a digit on the canvas."""
    window.workspace.board.set_drawing(sample_digit(DRAWN), "")
    window.area.show_view("inside")
    window.workspace.insight.choose_topic(topic)
    wait(SETTLING_MS)


def parts_of_why(window: MainWindow) -> list[QWidget]:
    """Show the page “Why?”; return what follows the pen: the bars, the ledger, the lights of each layer.

    Raises RuntimeError if one of them is out of sight: it would never be painted.
    """
    show_page(window, Topic.WHY)
    body = why_page(window).body
    lights = [lights for lights in body.lights.lights if not lights.isHidden()]
    scroll_to(lights[-1])
    parts = [window.prediction.bars, body.picture, *lights]
    if any(part.visibleRegion().isEmpty() for part in parts):
        raise RuntimeError("bars, ledger and lights were to be seen together")
    return parts


def watched_weights(window: MainWindow) -> dict[str, Any]:
    """Look at the page “Weights” while a run trains; return how often they move, and the window's gaps."""
    show_page(window, Topic.WEIGHTS)
    grid, network, ticks = weights_page(window).grid, window.workspace.network, Ticks()
    count = PaintCount(grid.viewport(), lambda: network.snapshot)
    ticks.start()
    start = time.perf_counter()
    wait(WATCHED_MS)
    taken = 1000 * (time.perf_counter() - start)
    gaps = ticks.stop()
    count.end()
    return {"interval": taken / max(1, count.pictures), "gaps": gaps}
