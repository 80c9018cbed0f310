"""The view of the runs: the table of all of them."""

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
        self._network = workspace.network
        self.table = RunTable(workspace.runs, workspace.selection)
        self.table.delete_asked.connect(lambda: self._delete(workspace))
        self.translate()

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("RunsView", "Runs")

    def icon(self) -> str:
        """Return its icon."""
        return "runs"

    def widget(self) -> QWidget:
        """Return the table."""
        return self.table

    def translate(self) -> None:
        """Say what the list is."""
        self.table.setToolTip(
            QCoreApplication.translate(
                "RunsView",
                "Every run of this session, in bold the one that answers; right-click for what can be done with "
                "one, F2 renames",
            )
        )

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show who answers; the figures come with the model."""
        self.table.mark(self._network.run)

    def _delete(self, workspace: Workspace) -> None:
        if workspace.selected is not None:
            workspace.commands.delete(workspace.selected)
