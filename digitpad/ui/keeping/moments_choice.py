"""Whether a session's file has the moments of its runs: a command that says what it costs before it is given."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from digitpad.workspace.wording.numbers import whole
from digitpad.workspace.workspace import Workspace

MEGABYTE = 1_000_000


class MomentsChoice(QObject):
    """Has a checkable command decide it, and the settings remember it."""

    def __init__(self, action: QAction, menu: QMenu, workspace: Workspace) -> None:
        super().__init__(action)
        self._action = action
        self._workspace = workspace
        action.setChecked(workspace.session.saves_moments)
        action.toggled.connect(self._choose)
        menu.aboutToShow.connect(self._say)

    def _choose(self, on: bool) -> None:
        self._workspace.session.saves_moments = self._workspace.settings.saves_moments = on

    def _say(self) -> None:
        """Say how much larger a file would be by now; asked for when the menu opens, as it grows all the time."""
        form = self.tr("The networks as they were during training are saved too: {size} MB for the present runs")
        self._action.setToolTip(form.format(size=whole(round(self._workspace.moments.bytes / MEGABYTE))))
