"""The deletion of a run, to be undone and done again."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from digitpad.runs.run import Run, short_name
from digitpad.workspace.wording.run_texts import name_now
from digitpad.workspace.wording.undo_texts import NamedChange


class Runs(Protocol):
    """A list that a run is deleted from."""

    runs: list[Run]
    current: Run | None

    def remove(self, run: Run, current: Run | None) -> None:
        """Take a run out; ``current`` is the current one then."""

    def insert(self, place: int, run: Run, current: Run | None) -> None:
        """Put a run at this place; ``current`` is the current one then."""


class RunDeletion(NamedChange):
    """Takes one run out of the list, whatever else has come or gone; puts it back where it was."""

    def __init__(self, runs: Runs, run: Run) -> None:
        super().__init__(lambda: _words(run))
        self._runs = runs
        self._run = run
        self._place = runs.runs.index(run)
        self._was_current = False
        self._current_then: Run | None = None

    def redo(self) -> None:
        """Take the run out."""
        kept = [run for run in self._runs.runs if run is not self._run]
        current = self._runs.current
        self._was_current = current is self._run
        if self._was_current:
            current = kept[-1] if kept else None
        self._current_then = current
        self._runs.remove(self._run, current)

    def undo(self) -> None:
        """Put it back."""
        current = self._runs.current
        if self._was_current and current is self._current_then:  # no other run has begun since
            current = self._run
        self._runs.insert(self._place, self._run, current)


def _words(run: Run) -> str:
    """Say what is done, by what the run is called by then: nobody else words the name of one that is gone."""
    name = short_name(name_now(run)).replace("&", "&&")
    return QCoreApplication.translate("RunList", "Delete {name}").format(name=name)
