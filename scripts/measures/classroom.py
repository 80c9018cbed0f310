"""How long the window's thread takes to collect a drawing, and to scroll through what a class has drawn."""

import time
from typing import Any

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import Ticks, summary
from measures.visit import class_view, come_to_rest, new_window
from measures.waiting import until_holds, wait

SIZE = (1366, 768)
DRAWINGS, PENS = 2_000, 40
TIMES, FRAMES = 40, 200
LOOKING_MS = 20

SHIFT = 1e-4
"""Of the canvas's side: makes each drawing another one, as each has its own picture."""


def classroom() -> dict[str, Any]:
    """Collect beside 2,000 drawings, and scroll through them; return milliseconds.

    ``adding`` is from Enter to the next prompt, painted, and ``adding_while_written`` the same while the store
    still writes the 2,000, which have just come from a file; ``making`` the window's gaps while pictures come into
    sight for the first time; ``scrolling`` the frames once they are there.
    """
    window = new_window()
    window.resize(*SIZE)
    window.workspace.class_drawings.add(drawings())
    window.actions_["collect"].trigger()
    until_holds(class_view(window).collecting.isVisible)
    found: dict[str, Any] = {"adding_while_written": summary(times_to_add(window))}
    come_to_rest(window)
    found["adding"] = summary(times_to_add(window))
    window.actions_["our_digits"].trigger()
    ticks = Ticks()
    ticks.start()
    scroll(window)
    found["making"] = ticks.stop()
    found["scrolling"] = summary(scroll(window))
    window.close()
    return found


def drawings() -> list[LabelledDrawing]:
    """Return what a diligent class has drawn."""
    found = []
    for number in range(DRAWINGS):
        strokes = [stroke + number * SHIFT for stroke in sample_digit(number % 10).strokes]
        found.append(LabelledDrawing(Drawing.of(strokes), number % 10, pen=1 + number % PENS))
    return found


def times_to_add(window: MainWindow) -> list[float]:
    """Collect some more; return the milliseconds that each takes."""
    collector, page = window.workspace.collector, class_view(window).collecting
    times = []
    for _ in range(TIMES):
        window.workspace.board.set_drawing(sample_digit(collector.prompt), "")
        wait(LOOKING_MS)
        start = time.perf_counter()
        window.actions_["accept"].trigger()
        page.repaint()
        times.append(1000 * (time.perf_counter() - start))
    return times


def scroll(window: MainWindow) -> list[float]:
    """Scroll from the first drawing to the last; return the milliseconds of each frame."""
    gallery = class_view(window).digits.gallery
    until_holds(gallery.isVisible)
    bar, times = gallery.verticalScrollBar(), []
    for number in range(FRAMES):
        start = time.perf_counter()
        bar.setValue(number * bar.maximum() // FRAMES)
        gallery.viewport().repaint()
        times.append(1000 * (time.perf_counter() - start))
        wait(0)
    return times
