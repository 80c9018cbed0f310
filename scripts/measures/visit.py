"""A visit to digitpad's own window, off-screen: opened, made ready, drawn in with real mouse events."""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QWidget

from digitpad.drawing.samples import sample_digit
from digitpad.engines.pacing import FULL
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.classroom.class_view import ClassView
from digitpad.ui.views.inside.change_page import ChangePage
from digitpad.ui.views.inside.inside_view import InsideView
from digitpad.ui.views.inside.weights_page import WeightsPage
from digitpad.ui.views.inside.why_page import WhyPage
from digitpad.ui.views.loss.loss_view import LossView
from digitpad.ui.views.runs.run_table import RunTable
from digitpad.ui.views.runs.runs_view import RunsView
from digitpad.ui.views.sight.sight_view import SightView
from digitpad.ui.views.test.test_view import TestView
from digitpad.workspace.inside.insight import Topic
from digitpad.workspace.keeping.settings import Settings
from measures.gauges import PaintWatch
from measures.waiting import until, until_true, wait

SIZE = (1180, 780)
LONG = 1_000
"""Epochs: a run of so many never comes to its end."""

PEN_MS = 8
"""A mouse reports 125 times a second."""

AFTER_RUN_MS = 1200
"""An ended run is written down a second later."""


def first_window(settings: Settings | None = None) -> MainWindow:
    """Show digitpad's window with settings of its own, as it is when it is first seen."""
    make_application()
    window = MainWindow(new_settings() if settings is None else settings)
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    return window


def new_window(settings: Settings | None = None) -> MainWindow:
    """Show digitpad's window with all that it makes when there is time."""
    window = first_window(settings)
    window.views.make_all()
    window.sheet.make()
    QApplication.processEvents()
    return window


def new_settings() -> Settings:
    """Return settings that nobody has changed yet, and that nobody will find again."""
    folder = Path(tempfile.mkdtemp(prefix="digitpad-scripts-"))
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.pace = FULL  # nobody is watching
    return settings


def loaded_window() -> MainWindow:
    """Show a window in which training can begin at once, by the article's recipe, and goes on until it is stopped:
    a fast computer does its five epochs in less time than some of this takes."""
    window = new_window()
    load(window)
    window.workspace.draft.write(replace(KERAS_RECIPE, epochs=LONG))
    return window


def load(window: MainWindow) -> None:
    """Have the window import TensorFlow. Raises RuntimeError if that fails."""
    readiness = window.workspace.readiness
    until(readiness.changed, window.load_tensorflow, lambda: readiness.is_known)
    if not readiness.can_train:
        raise RuntimeError(f"training is not possible: {readiness.problems}")


def loss_view(window: MainWindow) -> LossView:
    """Return the view of the curves."""
    view = window.views["loss"]
    assert isinstance(view, LossView)
    return view


def runs_view(window: MainWindow) -> RunsView:
    """Return the view of the runs, of those that wait and of what was tried."""
    view = window.views["runs"]
    assert isinstance(view, RunsView)
    return view


def run_table(window: MainWindow) -> RunTable:
    """Return the list of runs."""
    return runs_view(window).table


def sight_view(window: MainWindow) -> SightView:
    """Return the view of how the network sees a drawing."""
    view = window.views["sight"]
    assert isinstance(view, SightView)
    return view


def test_view(window: MainWindow) -> TestView:
    """Return the view of the test."""
    view = window.views["test"]
    assert isinstance(view, TestView)
    return view


def class_view(window: MainWindow) -> ClassView:
    """Return the view of the class's own digits."""
    view = window.views["class"]
    assert isinstance(view, ClassView)
    return view


def inside_view(window: MainWindow) -> InsideView:
    """Return the view of what the network has learnt."""
    view = window.views["inside"]
    assert isinstance(view, InsideView)
    return view


def why_page(window: MainWindow) -> WhyPage:
    """Return its page of what makes the answer."""
    page = inside_view(window).pages[Topic.WHY]
    assert isinstance(page, WhyPage)
    return page


def weights_page(window: MainWindow) -> WeightsPage:
    """Return its page of the first layer's units."""
    page = inside_view(window).pages[Topic.WEIGHTS]
    assert isinstance(page, WeightsPage)
    return page


def change_page(window: MainWindow) -> ChangePage:
    """Return its page of what would change the answer."""
    page = inside_view(window).pages[Topic.CHANGE]
    assert isinstance(page, ChangePage)
    return page


def come_to_rest(window: MainWindow) -> None:
    """Wait until nothing is trained, read or written, and nothing is about to be."""
    for _ in range(2):
        wait(AFTER_RUN_MS)
        until_true(lambda: window.workspace.is_quiet)


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


def draw_and_time(
    window: MainWindow, enough: Callable[[int], bool], answers: Sequence[QWidget] | None = None
) -> list[float]:
    """Draw digit after digit; return the milliseconds from each pen point to the next picture of all answers.

    Without ``answers`` that is the bars, which also show a second network's answer.
    """
    watch = PaintWatch([window.prediction.bars] if answers is None else answers)
    latencies: list[float] = []
    digit = 0
    while not enough(len(latencies)):
        window.workspace.board.clear()
        for stroke in sample_digit(digit % 10).strokes:
            mouse(window, QEvent.Type.MouseButtonPress, stroke[0])
            for point in stroke[1:]:
                wait(PEN_MS)
                watch.forget()
                start = time.perf_counter()
                mouse(window, QEvent.Type.MouseMove, point)
                while not watch.all_painted:
                    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
                latencies.append(1000 * (time.perf_counter() - start))
            mouse(window, QEvent.Type.MouseButtonRelease, stroke[-1])
        digit += 1
    watch.end()
    return latencies
