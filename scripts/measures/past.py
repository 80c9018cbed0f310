"""How fast the past is shown: from the time line to the answer and its reasons, and to the matrix of then."""

import statistics
import time
from itertools import cycle, islice
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from digitpad.runs.events import Ending
from digitpad.runs.moments.moment import Moment
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import PaintWatch, summary
from measures.inside import SIZE, parts_of_why
from measures.visit import loaded_window, test_view
from measures.waiting import until_event, until_holds, wait

RECIPE = KERAS_RECIPE
MOVES = 200
LOOKING_MS = 60
"""For which a moment is looked at before the slider moves on."""


def past() -> dict[str, Any]:
    """Train the lesson's network, then move the time line from moment to moment; return milliseconds.

    ``answer`` is from the slider to bars, ledger, lights, time line and, if it is another one, the answer painted;
    ``matrix`` the median from the slider to the matrix of a moment that was not tested before.
    """
    window = loaded_window()
    window.resize(*SIZE)
    window.workspace.draft.write(RECIPE)
    until_event(window, Ending.COMPLETED, window.panel.buttons["train"].click)
    followed = [*parts_of_why(window), window.panel.time_line]
    moments = moments_at_hand(window)
    answers = [time_to_answer(window, moment, followed) for moment in islice(cycle(moments), MOVES)]
    window.actions_["to_now"].trigger()
    window.area.show_view(test_view(window).key)
    until_holds(lambda: window.workspace.testing.is_current)
    matrices = [time_to_matrix(window, moment) for moment in moments]
    window.close()
    return {"answer": summary(answers), "matrix": statistics.median(matrices)}


def moments_at_hand(window: MainWindow) -> list[Moment]:
    """Wait until all moments of the run need not be read; return them, the earliest first."""
    space = window.workspace
    run = space.runs.runs[-1]
    until_holds(lambda: space.is_quiet and not space.past.at_hand.missing(run.moments))
    return list(space.past.moments)


def time_to_answer(window: MainWindow, moment: Moment, followed: list[QWidget]) -> float:
    """Press the time line at a moment; return the milliseconds until all that follows it is painted."""
    wait(LOOKING_MS)
    answer = window.prediction.answer
    before, painted, changed = answer.text(), PaintWatch(followed), PaintWatch([answer])
    painted.forget()
    changed.forget()
    start = time.perf_counter()
    press(window, moment)
    until_holds(lambda: painted.all_painted and (answer.text() == before or changed.all_painted))
    taken = 1000 * (time.perf_counter() - start)
    painted.end()
    changed.end()
    return taken


def time_to_matrix(window: MainWindow, moment: Moment) -> float:
    """Press the time line at a moment; return the milliseconds until its matrix is painted."""
    wait(LOOKING_MS)
    matrix = test_view(window).panel.matrix
    painted = PaintWatch([matrix])
    start = time.perf_counter()
    press(window, moment)
    until_holds(lambda: window.workspace.testing.is_current and not matrix.is_stale)
    painted.forget()
    matrix.update()
    until_holds(lambda: painted.all_painted)
    taken = 1000 * (time.perf_counter() - start)
    painted.end()
    return taken


def press(window: MainWindow, moment: Moment) -> None:
    """Click on the time line where a moment is. Raises RuntimeError if that is not looked at then."""
    line = window.panel.time_line
    place = QPoint(round(line.x_of(moment.updates)), line.height() // 2)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    if window.workspace.past.looked is not moment:
        raise RuntimeError(f"the moment after {moment.updates} batches was to be looked at")
