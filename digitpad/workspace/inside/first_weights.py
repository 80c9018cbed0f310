"""The weights that a network had before its first batch, for those who want to see what has changed since."""

from PySide6.QtCore import QObject, Signal

from digitpad.network.architecture import Architecture
from digitpad.network.initial import Initializer
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import untrained
from digitpad.runs.recipe import Recipe
from digitpad.workspace.worker import Worker

Kind = tuple[Architecture, Initializer, int]
"""What the first weights follow from."""


class FirstWeights(QObject):
    """Draws the first weights of a recipe on a thread, those of one recipe at a time.

    Signals:
        found(): those that were asked for are there, or cannot be had.
    """

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[Kind, Snapshot | None] | None = None
        self._worker: Worker | None = None
        self._closed = False

    @property
    def is_quiet(self) -> bool:
        """Whether no thread is at work."""
        return self._worker is None

    def of(self, recipe: Recipe) -> Snapshot | None:
        """Return a recipe's untrained network; None as long as it is being drawn, and if it cannot be."""
        kind = (recipe.architecture, recipe.initializer, recipe.seed)
        if self._kept is not None and self._kept[0] == kind:
            return self._kept[1]
        if self._worker is None and not self._closed:
            self._worker = Worker(
                kind, lambda _worker: untrained(recipe), lambda problem: problem, "job-failed", self
            )
            self._worker.reported.connect(self._on_report)
            self._worker.start()
        return None

    def shut_down(self) -> None:
        """Wait for the thread; nothing begins any more."""
        self._closed = True
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()

    def _on_report(self, kind: Kind, found: object) -> None:
        worker, self._worker = self._worker, None
        if worker is None:  # it was waited for in the meantime
            return
        worker.wait()
        worker.deleteLater()
        self._kept = kind, found if isinstance(found, Snapshot) else None
        self.found.emit()
