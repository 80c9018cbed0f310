"""Changes of the drawing that can be undone."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from digitpad.drawing.strokes import Drawing


class ChangeDrawing(QUndoCommand):
    """Replaces one drawing by another; drawings are immutable, so both can simply be kept."""

    def __init__(self, text: str, show: Callable[[Drawing], None], before: Drawing, after: Drawing) -> None:
        super().__init__(text)
        self._show = show
        self._before = before
        self._after = after

    def redo(self) -> None:
        """Show the new drawing."""
        self._show(self._after)

    def undo(self) -> None:
        """Show the old drawing again."""
        self._show(self._before)
