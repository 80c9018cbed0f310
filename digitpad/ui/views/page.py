"""The place of a view in the window: light, until the view is shown or there is time to make its widgets."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitpad.ui.views.protocol import View
from digitpad.ui.views.scrolled import ViewRoom


class ViewPage(QWidget):
    """Holds a view's widget, which is made when the page is first shown, or before by ``make``.

    A window that made all its views at once would come up half a second later.

    Attributes:
        view: what is shown in it.
    """

    def __init__(self, view: View, noticed: Callable[[str, bool], object], parent: QWidget | None = None) -> None:
        """``noticed`` is called with the view's key whenever it appears, or goes."""
        super().__init__(parent)
        self.view = view
        self._noticed = noticed
        self._is_made = False
        self._projector = False
        self._offered: Sequence[QAction] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_made(self) -> bool:
        """Whether the view's widget is there."""
        return self._is_made

    def make(self) -> None:
        """Have the view's widget."""
        if not self._is_made:
            self._is_made = True
            widget = self.view.widget()
            widget.addActions(self._offered)
            room = ViewRoom(widget)
            self._column.addWidget(room)
            room.show()  # at once: the layout would do so a moment later
            self._column.activate()
            if self._projector:
                self.view.set_projector(True)

    def offer(self, commands: Sequence[QAction]) -> None:
        """Give the view commands for its context menu."""
        self._offered = list(commands)
        if self._is_made:
            self.view.widget().addActions(self._offered)

    def set_projector(self, on: bool) -> None:
        """Let the view leave out what the last row cannot read, or show it again."""
        self._projector = on
        if self._is_made:
            self.view.set_projector(on)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the view appears; it is made if it was not."""
        super().showEvent(event)
        self.make()
        self._noticed(self.view.key, True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the view goes."""
        super().hideEvent(event)
        self._noticed(self.view.key, False)
