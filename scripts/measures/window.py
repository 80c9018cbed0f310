"""What is measured in digitpad's own window, off-screen, through its real buttons and mouse events."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPointF, QSettings, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication

from digitpad.drawing.samples import sample_digit
from digitpad.runs.events import Plan
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.settings import Settings
from measures.reference import TARGET_ACCURACY, peak_megabytes

TICK_MS = 4
PEN_MS = 8
"""A mouse reports 125 times a second."""
STOPS = 10
LOSSES = 50_000
REDRAWS = 200
RUNS = 20
RUN_LOSSES = 23_450
EPOCHS = 5


class Ticks(QObject):
    """Notes the gaps between the ticks of a fast timer: how long the window was deaf."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self.gaps = []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> dict[str, float]:
        """Return the longest gap and the 99th percentile, in milliseconds."""
        self._timer.stop()
        return summary(self.gaps)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now


class PaintWatch(QObject):
    """Knows whether a widget was painted since it was last asked."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Note paint events, change nothing."""
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False


def summary(milliseconds: list[float]) -> dict[str, float]:
    """Return the largest value and the 99th percentile."""
    percentile = statistics.quantiles(milliseconds, n=100)[98]
    return {"longest": max(milliseconds), "p99": percentile, "count": len(milliseconds)}


def until(signal: Any) -> None:
    """Run the event loop until the signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)


def new_window() -> MainWindow:
    """Show digitpad's window with settings of its own."""
    make_application()
    folder = tempfile.mkdtemp(prefix="digitpad-benchmark-")
    settings = Settings(QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat))
    window = MainWindow(settings)
    window.resize(1180, 780)
    window.show()
    QApplication.processEvents()
    return window


def first_paint() -> dict[str, Any]:
    """Show digitpad's window; say when it was painted."""
    window = new_window()
    window.grab()
    return {"painted_at": time.time()}


def mouse(window: MainWindow, kind: QEvent.Type, point: Any) -> None:
    """Send the canvas a mouse event at a point in its own unit."""
    local = QPointF(float(point[0]) * window.canvas.width(), float(point[1]) * window.canvas.height())
    moving, up = kind is QEvent.Type.MouseMove, kind is QEvent.Type.MouseButtonRelease
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    QApplication.sendEvent(
        window.canvas,
        QMouseEvent(
            kind,
            local,
            window.canvas.mapToGlobal(local),
            none if moving else left,
            none if up else left,
            Qt.KeyboardModifier.NoModifier,
            QPointingDevice.primaryPointingDevice(),
        ),
    )


def draw_and_time(window: MainWindow, enough: Callable[[int], bool]) -> list[float]:
    """Draw digit after digit; return the milliseconds from each pen point to the bars' next picture."""
    watch = PaintWatch()
    window.prediction.bars.installEventFilter(watch)
    latencies: list[float] = []
    digit = 0
    while not enough(len(latencies)):
        window.workspace.board.clear()
        for stroke in sample_digit(digit % 10).strokes:
            mouse(window, QEvent.Type.MouseButtonPress, stroke[0])
            for point in stroke[1:]:
                wait(PEN_MS)
                watch.painted = False
                start = time.perf_counter()
                mouse(window, QEvent.Type.MouseMove, point)
                while not watch.painted:
                    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
                latencies.append(1000 * (time.perf_counter() - start))
            mouse(window, QEvent.Type.MouseButtonRelease, stroke[-1])
        digit += 1
    window.prediction.bars.removeEventFilter(watch)
    return latencies


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(milliseconds)
    loop.exec()


def training() -> dict[str, Any]:
    """Import TensorFlow, train five epochs with the curve on screen, draw, stop: all in one visit."""
    window = new_window()
    control, ticks = window.control, Ticks()
    wait(200)
    ticks.start()
    window.load_tensorflow()
    until(control.loaded)
    result: dict[str, Any] = {"import_gaps": ticks.stop()}
    wait(200)
    result["pen_idle"] = summary(draw_and_time(window, lambda count: count >= 500))
    result |= timed_run(window, ticks)
    window.panel.buttons["train"].click()
    until(control.begun)
    history = window.workspace.runs.runs[-1].history
    result["pen_training"] = summary(draw_and_time(window, lambda _: len(history) >= 2000))
    control.stop()
    until(control.stopped)
    result["stops"] = [time_to_stop(window) for _ in range(STOPS)]
    result["megabytes"] = peak_megabytes()
    window.close()
    return result


def timed_run(window: MainWindow, ticks: Ticks) -> dict[str, Any]:
    """Train once, undisturbed; time the epochs, and Train to 97 % test accuracy."""
    window.workspace.draft.write(KERAS_RECIPE)
    ends: list[float] = []
    accuracies: list[float] = []

    def note(advance: Any) -> None:
        if advance.accuracy is not None:
            ends.append(time.perf_counter())
            accuracies.append(advance.accuracy)

    window.control.advanced.connect(note)
    ticks.start()
    start = time.perf_counter()
    window.panel.buttons["train"].click()
    until(window.control.completed)
    gaps = ticks.stop()
    window.control.advanced.disconnect(note)
    reached = next(i for i, accuracy in enumerate(accuracies) if accuracy >= TARGET_ACCURACY)
    return {
        "epoch_seconds": [after - before for before, after in pairwise(ends)],
        "seconds_to_target": ends[reached] - start,
        "training_gaps": gaps,
        "accuracies": accuracies,
    }


def time_to_stop(window: MainWindow) -> float:
    """Train, click Stop at some moment, return the milliseconds until it has stopped."""
    window.panel.buttons["train"].click()
    until(window.control.begun)
    wait(random.randint(200, 700))  # any moment will do
    start = time.perf_counter()
    window.panel.buttons["stop"].click()
    until(window.control.stopped)
    return 1000 * (time.perf_counter() - start)


def long_plot() -> dict[str, Any]:
    """Redraw a curve of 50,000 losses again and again as it grows."""
    import numpy as np

    window = new_window()
    random_numbers = np.random.default_rng(0)
    losses = 2.3 / np.sqrt(np.arange(1, LOSSES + 1)) + random_numbers.gamma(1, 0.05, LOSSES)
    history = window.workspace.runs.begin(Plan(KERAS_RECIPE, 469, LOSSES + REDRAWS, "xla")).history
    history.extend(losses.astype(np.float32), 100.0)
    milliseconds = []
    for _ in range(REDRAWS):
        history.extend(losses[:1].astype(np.float32), 0.001)
        start = time.perf_counter()
        window.views["loss"].plot.redraw()
        window.views["loss"].plot.plot.viewport().repaint()
        milliseconds.append(1000 * (time.perf_counter() - start))
    window.close()
    return summary(milliseconds[5:])


def many_runs() -> dict[str, Any]:
    """Overlay 20 runs of 23,450 losses; time redraws while the last one grows, and hovering."""
    import numpy as np

    window = new_window()
    random_numbers = np.random.default_rng(0)
    for number in range(RUNS):
        losses = 2.3 / np.sqrt(np.arange(1, RUN_LOSSES + 1)) + random_numbers.gamma(1, 0.05, RUN_LOSSES)
        history = window.workspace.runs.begin(Plan(KERAS_RECIPE, 469, RUN_LOSSES + REDRAWS, "xla")).history
        history.extend((losses * (1 + number / 10)).astype(np.float32), 50.0)
    plot = window.views["loss"].plot.plot
    redraws, hovers = [], []
    for number in range(REDRAWS):
        history.extend(losses[:1].astype(np.float32), 0.001)
        start = time.perf_counter()
        window.views["loss"].plot.redraw()
        plot.viewport().repaint()
        redraws.append(1000 * (time.perf_counter() - start))
        place = plot.getPlotItem().vb.mapViewToScene(QPointF(100 * number, 0.5))
        start = time.perf_counter()
        plot.scene().sigMouseMoved.emit(place)
        QApplication.processEvents()
        hovers.append(1000 * (time.perf_counter() - start))
    window.close()
    return {"redraw": summary(redraws[5:]), "hover": summary(hovers[5:])}
