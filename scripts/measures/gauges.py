"""What is read off while the window is used: how long it was deaf, what was painted, what the process holds."""

import gc
import math
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

TICK_MS = 4


class Ticks(QObject):
    """Notes the gaps between the ticks of a fast timer: how long the window was deaf."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
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
    """Knows whether each of some widgets was painted since it was last asked to forget."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        self._widgets = widgets
        self._missing: set[QObject] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    @property
    def all_painted(self) -> bool:
        """Whether every widget was painted."""
        return not self._missing

    def forget(self) -> None:
        """Wait for all of them again."""
        self._missing = set(self._widgets)

    def end(self) -> None:
        """Watch no longer."""
        for widget in self._widgets:
            widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Note paint events, change nothing."""
        if event.type() == QEvent.Type.Paint:
            self._missing.discard(watched)
        return False


class PaintCount(QObject):
    """Counts the pictures that a widget is painted with: paintings at which it had something else to show."""

    def __init__(self, widget: QWidget, subject: Callable[[], object]) -> None:
        """``subject`` says what there is to show now."""
        super().__init__()
        self.pictures = 0
        self._widget, self._subject = widget, subject
        self._painted: object = None
        widget.installEventFilter(self)

    def end(self) -> None:
        """Count no longer."""
        self._widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Count paint events, change nothing."""
        if event.type() == QEvent.Type.Paint and self._subject() is not self._painted:
            self._painted = self._subject()
            self.pictures += 1
        return False


def summary(milliseconds: list[float]) -> dict[str, float]:
    """Return the largest value, the 99th percentile, and of how many."""
    percentile = statistics.quantiles(milliseconds, n=100)[98]
    return {"longest": max(milliseconds), "p99": percentile, "count": len(milliseconds)}


def held() -> dict[str, float]:
    """Return what this process holds once all that can be let go is: threads, files and memory; on Linux alone."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    found: dict[str, float] = {"python_threads": threading.active_count()}
    if sys.platform == "linux":
        found["threads"] = len(list(Path("/proc/self/task").iterdir()))
        found["files"] = len(list(Path("/proc/self/fd").iterdir()))
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        found["megabytes"] = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return found


def growth(before: dict[str, float], after: dict[str, float], name: str) -> float:
    """Return how much more there is of something, NaN where that cannot be known."""
    return after.get(name, math.nan) - before.get(name, math.nan)
