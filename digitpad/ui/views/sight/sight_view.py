"""The view “How the network sees it”: it follows the canvas and the network while it is shown."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from digitpad.ui.views.protocol import View
from digitpad.ui.views.scrolled import scrolled
from digitpad.ui.views.sight.stages import StagesPanel
from digitpad.workspace.changes import Part
from digitpad.workspace.workspace import Workspace


class SightView(View):
    """A drawing's way to 28×28 pixels, beside the plain way, with both answers.

    Attributes:
        panel: the pictures; their widget scrolls where there is little room.
    """

    key = "sight"
    follows = frozenset({Part.DRAWING, Part.NETWORK, Part.STATE})

    def __init__(self, workspace: Workspace) -> None:
        self._recognizer = workspace.recognizer
        self._collector = workspace.collector

    @cached_property
    def panel(self) -> StagesPanel:
        """Made with the area around it."""
        return StagesPanel()

    @cached_property
    def _area(self) -> QScrollArea:
        return scrolled(self.panel)

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("SightView", "How the network sees it")

    def icon(self) -> str:
        """Return its icon."""
        return "sight"

    def widget(self) -> QWidget:
        """Return the pictures, to be scrolled."""
        return self._area

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show the newest answer, but none while the class collects: it would sway the hand."""
        self.panel.show_recognition(None if self._collector.is_collecting else self._recognizer.answer())
