"""Imports TensorFlow, reads MNIST and compiles the first recipe, while the window already answers."""

import gc
import logging
import os
import sys
import threading

from PySide6.QtCore import QObject, QThread, Signal

from digitpad.errors import DataFileError
from digitpad.runs.recipe import Recipe

log = logging.getLogger(__name__)

WORKER_NICENESS = 10
"""Added to a worker's priority number on Linux: the window's thread goes first when both want a core."""


class TensorFlowLoader(QThread):
    """Makes everything ready that training needs.

    Signals:
        ready(str): training can begin; says how the loop will run ("xla" or "graph").
        failed(str): it cannot; a sentence that says why and what to do.
    """

    ready = Signal(str)
    failed = Signal(str)

    def __init__(self, recipe: Recipe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recipe = recipe

    def run(self) -> None:
        """Import, read, compile; stop between them if asked to."""
        lower_priority()
        try:
            with _no_garbage_collection():
                import tensorflow  # noqa: F401  # it is this import that takes seconds

                from digitpad.engines.loop import TrainingSession
            from digitpad.data.mnist import load_dataset

            dataset = load_dataset()
            if self.isInterruptionRequested():
                return
            session = TrainingSession(self._recipe, dataset)
            session.warm_up()
        except DataFileError as error:
            log.exception("MNIST cannot be used")
            self.failed.emit(str(error))
        except Exception as error:  # whatever a broken TensorFlow raises while it is imported
            log.exception("TensorFlow cannot be used")
            self.failed.emit(
                self.tr(
                    "TensorFlow could not be started, so training is not possible; drawing still works. "
                    "Install digitpad again, or run it on a computer whose processor has AVX. (%1)"
                ).replace("%1", str(error).splitlines()[0] if str(error) else type(error).__name__)
            )
        else:
            self.ready.emit(session.execution.value)


def lower_priority() -> None:
    """Let the window's thread go first: threads that TensorFlow starts from here inherit this priority."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), WORKER_NICENESS)


class _no_garbage_collection:  # noqa: N801  # used as a statement, like contextlib's
    """Put off garbage collection: while millions of objects are made, each one would stop the window."""

    def __enter__(self) -> None:
        gc.disable()

    def __exit__(self, *_: object) -> None:
        # What an import made stays for good, so later collections need not look at it.
        gc.freeze()
        gc.enable()
