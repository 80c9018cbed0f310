"""The page of the queue: how far it is, what waits and what came of it, and what can be done with it."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.ui.translated import Translated
from digitpad.ui.views.command_button import CommandButton
from digitpad.ui.views.flow_layout import FlowLayout
from digitpad.ui.views.runs.queue_list import QueueList
from digitpad.ui.views.words import SPACING, Words
from digitpad.workspace.queue.queue_status import queue_text
from digitpad.workspace.workspace import Workspace

WORKING = ("queue_add", "queue_start", "queue_pause", "try_rates", "try_optimizers")
ARRANGING = ("queue_up", "queue_down", "queue_remove", "queue_clear")
"""Commands that have a button; their keys work in projector mode, too."""


class QueuePage(Translated, QWidget):
    """The queue, and buttons for it.

    Attributes:
        progress: how far it is.
        list: the entries.
        buttons: by the names of their commands.
    """

    def __init__(self, workspace: Workspace, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._queue, self._work = workspace.queue, workspace.queue_work
        self.progress = Words("heading", self)
        self.list = QueueList(workspace.queue, workspace.queue_selection, actions, self)
        self.buttons = {name: CommandButton(actions[name], self) for name in (*WORKING, *ARRANGING)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.progress)
        column.addWidget(self.list, 1)
        row = FlowLayout(None, SPACING, fills=True)
        for button in self.buttons.values():
            row.addWidget(button)
        column.addLayout(row)
        self._translate()

    def show_now(self) -> None:
        """Say how far it is."""
        self.progress.setText(queue_text(self._queue, self._work))

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read."""
        for button in self.buttons.values():
            button.setVisible(not on)

    def _translate(self) -> None:
        self._queue.show_anew()
        self.show_now()
