"""What would change the answer: strokes, and a small push."""

from PySide6.QtWidgets import QWidget

from digitpad.ui.plain import PlainLabel
from digitpad.workspace.workspace import Workspace


class ChangePage(PlainLabel):
    """What would change the answer: strokes, and a small push."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._insight = workspace.insight

    def widget(self) -> QWidget:
        """Return all that is seen of it."""
        return self

    def show_now(self) -> None:
        """Show what is so now."""

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, or show it again."""
