"""The view of the runs: the table of all of them, those that wait, and what was tried."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from digitpad.ui.views.chapters import Chapters
from digitpad.ui.views.protocol import Commands, View
from digitpad.ui.views.runs.column_menu import Choice, ColumnMenu
from digitpad.workspace.changes import Part
from digitpad.workspace.runs.run_cells import Column
from digitpad.workspace.workspace import Workspace

if TYPE_CHECKING:  # imported with the first widget that is made of it, so that the window comes up sooner
    from digitpad.ui.views.runs.attempt_page import AttemptPage
    from digitpad.ui.views.runs.queue_page import QueuePage
    from digitpad.ui.views.runs.run_table import RunTable


class Page(Enum):
    """What of the runs is shown."""

    TABLE = auto()
    QUEUE = auto()
    ATTEMPT = auto()


class RunsView(View):
    """The runs of the session; what can be done with one, or with the queue, is in the menu for runs.

    Attributes:
        table, queue, attempt: the pages.
        chapters: all that is seen: the pages, with a button for each.
        columns: the menu for the columns of the table.
    """

    key = "runs"
    follows = frozenset({Part.NETWORK, Part.RUNS, Part.LOOKS})

    def __init__(self, workspace: Workspace, commands: Commands) -> None:
        self._workspace, self._commands = workspace, commands
        self._page = Page.TABLE
        self._columns: Choice = None
        self._is_made = False

    @cached_property
    def columns(self) -> ColumnMenu:
        """Made for the window's menu."""
        return ColumnMenu()

    @cached_property
    def table(self) -> "RunTable":
        """Made when it is first asked for."""
        from digitpad.ui.views.runs.run_table import RunTable

        table = RunTable(self._workspace.runs, self._workspace.selection, self.columns)
        table.choose_columns(self._columns)
        table.delete_asked.connect(self._delete)
        return table

    @cached_property
    def queue(self) -> "QueuePage":
        """Made with the others."""
        from digitpad.ui.views.runs.queue_page import ARRANGING, WORKING, QueuePage

        return QueuePage(self._workspace, {name: self._commands[name] for name in (*WORKING, *ARRANGING)})

    @cached_property
    def attempt(self) -> "AttemptPage":
        """Made with the others."""
        from digitpad.ui.views.runs.attempt_page import AttemptPage

        return AttemptPage(self._workspace.queue)

    @cached_property
    def chapters(self) -> Chapters[Page]:
        """Made when it is first asked for."""
        chapters = Chapters({Page.TABLE: self.table, Page.QUEUE: self.queue, Page.ATTEMPT: self.attempt})
        chapters.chosen.connect(self.show_page)
        chapters.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return chapters

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("RunsView", "Runs")

    def icon(self) -> str:
        """Return its icon."""
        return "runs"

    def actions(self) -> Sequence[QAction]:
        """Return the menu for the columns."""
        return [self.columns.menuAction()]

    def widget(self) -> QWidget:
        """Return the pages."""
        if not self._is_made:
            self._is_made = True
            self.translate()
            self.show_page(self._page)
        return self.chapters

    def translate(self) -> None:
        """Name the pages."""
        if self._is_made:
            self.chapters.name(
                {
                    Page.TABLE: QCoreApplication.translate("RunsView", "All runs"),
                    Page.QUEUE: QCoreApplication.translate("RunsView", "Queue"),
                    Page.ATTEMPT: QCoreApplication.translate("RunsView", "Tried"),
                }
            )

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        self.queue.set_projector(on)
        self.attempt.set_projector(on)

    def show_page(self, page: Page) -> None:
        """Show this page."""
        self._page = page
        self.chapters.show_page(page)
        self.refresh(self.follows)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show who answers, and how far queue and attempt are; the other figures come with the models."""
        self.table.mark(self._workspace.network.run)
        self.table.show_telling()
        if self._page is Page.QUEUE:
            self.queue.show_now()
        elif self._page is Page.ATTEMPT:
            self.attempt.show_now()

    def save(self) -> dict[str, Any]:
        """Return which page is shown, and which columns somebody has chosen."""
        chosen = self.table.chosen_columns if self._is_made else self._columns
        columns = None if chosen is None else [column.name.lower() for column in sorted(chosen)]
        return {"page": self._page.name.lower(), "columns": columns}

    def restore(self, state: dict[str, Any]) -> None:
        """Show the page that was shown, and the columns."""
        found = next((page for page in Page if page.name.lower() == state.get("page")), None)
        columns = state.get("columns")
        if isinstance(columns, list):
            self._columns = frozenset(column for column in Column if column.name.lower() in columns)
        if found is not None:
            self._page = found

    def _delete(self) -> None:
        if self._workspace.selected is not None:
            self._workspace.commands.delete(self._workspace.selected)
