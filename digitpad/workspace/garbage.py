"""Python's garbage, collected between two events of the window's thread and never elsewhere.

Left to itself Python collects whenever something is allocated, on whichever thread that happens. Both are wrong
for QObjects: one that ends on another thread than its own may take the process with it, and PySide6 disconnects
what is collected, for which Qt needs a lock that the very call in which Python allocated may hold: the window then
waits for itself, for ever (seen in QObject::disconnect, once in thousands of tests).
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

from digitpad.heap import made_to_stay

INTERVAL_MS = 250

_busy = threading.Event()


class GarbageCollector(QObject):
    """Collects as Python would, by its own thresholds; to be made on the window's thread, which runs it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(INTERVAL_MS)
        timer.timeout.connect(collect_what_is_due)
        timer.start()


def collect_what_is_due() -> None:
    """Collect the generation that Python would collect now, if any; not while that is put off."""
    if _busy.is_set():
        return
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation] > 0:
            gc.collect(generation)
            return


@contextmanager
def without_collection() -> Iterator[None]:
    """Put off collection while a thread makes millions of objects that stay: each one would stop the window."""
    _busy.set()
    try:
        with made_to_stay():
            yield
    finally:
        _busy.clear()
