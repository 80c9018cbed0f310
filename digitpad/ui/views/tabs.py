"""The tabs of the views."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QTabBar

TAB_EMS = 1.48
"""Width of a tab that is nothing but an icon, in heights of a line."""

NAME_EMS = 0.72
"""What a tab with a name is wider by, beside the name."""


class ViewTabs(QTabBar):
    """Tabs of which those without words are no wider than their icon asks for: eight of them and the tools of a
    view share a projector's width.

    Signals:
        elsewhere_clicked(int): the tab of a view that is in a window of its own, which Qt leaves out.
    """

    elsewhere_clicked = Signal(int)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802  # Qt's name
        """Return the room for a tab."""
        return QSize(self._room(self.tabText(index)), super().tabSizeHint(index).height())

    def width_with(self, name: str) -> int:
        """Return how wide the tabs are if the selected one has this name."""
        return (self.count() - 1) * self._room("") + self._room(name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a tab that is disabled, too."""
        for place in range(self.count()):
            if not self.isTabEnabled(place) and self.tabRect(place).contains(event.position().toPoint()):
                self.elsewhere_clicked.emit(place)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Show another view where Tab has led to them: by a wheel that just passed, Step paused a run."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _room(self, name: str) -> int:
        letters = self.fontMetrics()
        beside = letters.horizontalAdvance(name) + round(NAME_EMS * letters.height()) if name else 0
        return round(TAB_EMS * letters.height()) + beside
