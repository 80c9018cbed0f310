"""The view “How the network sees it”: a window that follows the canvas and the network while it is open."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from digitpad.ui.views.protocol import Place
from digitpad.ui.views.sight.stages import StagesPanel
from digitpad.workspace.changes import Part
from digitpad.workspace.workspace import Workspace


class SightView:
    """A drawing's way to 28×28 pixels, beside the plain way, with both answers.

    Attributes:
        panel: its widget, None until it was first shown: most starts need none.
    """

    key = "sight"
    place = Place.WINDOW
    follows = frozenset({Part.DRAWING, Part.NETWORK})

    def __init__(self, workspace: Workspace) -> None:
        self._recognizer = workspace.recognizer
        self.panel: StagesPanel | None = None

    def title(self) -> str:
        """Return its name."""
        return QCoreApplication.translate("SightView", "&How the network sees it")

    def keys(self) -> str:
        """Return the keys that open it."""
        return "Ctrl+E"

    def widget(self) -> QWidget:
        """Return the panel."""
        if self.panel is None:
            self.panel = StagesPanel()
        return self.panel

    def actions(self) -> Sequence[QAction]:
        """It has none of its own."""
        return ()

    def shown(self, visible: bool) -> None:
        """Show what is drawn now."""
        if visible:
            self.refresh(self.follows)

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show the newest answer."""
        if self.panel is not None:
            self.panel.show_recognition(self._recognizer.answer())

    def save(self) -> dict[str, Any]:
        """It remembers nothing."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """It remembers nothing."""
