"""The view of the runs: the table of all of them."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from digitpad.ui.views.protocol import View
from digitpad.ui.views.runs.run_table import RunTable
from digitpad.workspace.changes import Part
from digitpad.workspace.workspace import Workspace


class RunsView(View):
    """The runs of the session; what can be done with one is in the menu for runs.

    Attributes:
        table: the list.
    """

    key = "runs"
    follows = frozenset({Part.NETWORK, Part.RUNS})

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @cached_property
    def table(self) -> RunTable:
        """Made when it is first asked for."""
        table = RunTable(self._workspace.runs, self._workspace.selection)
        table.delete_asked.connect(self._delete)
        return table

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("RunsView", "Runs")

    def icon(self) -> str:
        """Return its icon."""
        return "runs"

    def widget(self) -> QWidget:
        """Return the table."""
        return self.table

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show who answers; the figures come with the model."""
        self.table.mark(self._workspace.network.run)

    def _delete(self) -> None:
        if self._workspace.selected is not None:
            self._workspace.commands.delete(self._workspace.selected)
