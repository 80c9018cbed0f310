"""Makes the views and tells each what has changed while it is visible; knows none of them by name."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from digitpad.ui.views.protocol import Place, View
from digitpad.workspace.changes import Part
from digitpad.workspace.workspace import Workspace


class ViewHost(QObject):
    """Holds the views of a window.

    Attributes:
        views: by key, in the order of the table.
    """

    def __init__(
        self, workspace: Workspace, makers: Sequence[Callable[[Workspace], View]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self.views = {view.key: view for view in (make(workspace) for make in makers)}
        self._visible: set[str] = set()
        self._watched: dict[QWidget, str] = {}
        self._frames: dict[str, QDialog] = {}
        self._openers = {key: self._opener(view) for key, view in self.views.items() if view.place is Place.WINDOW}
        for view in self.views.values():
            if view.place is not Place.WINDOW:
                self._watch(view)
        workspace.changes.told.connect(self._refresh)

    def __getitem__(self, key: str) -> View:
        return self.views[key]

    def at(self, place: Place) -> list[View]:
        """Return the views that stand there."""
        return [view for view in self.views.values() if view.place is place]

    def actions(self) -> list[QAction]:
        """Return the commands that open views, and those that views have themselves."""
        own = [action for view in self.views.values() for action in view.actions()]
        return [*self._openers.values(), *own]

    def open(self, key: str) -> None:
        """Show a view that stands in a window of its own."""
        view = self.views[key]
        if key not in self._frames:
            self._frames[key] = self._framed(view)
        frame = self._frames[key]
        frame.show()
        frame.raise_()

    def save(self) -> dict[str, dict[str, Any]]:
        """Return what is remembered of each view."""
        return {key: view.save() for key, view in self.views.items()}

    def restore(self, state: dict[str, Any]) -> None:
        """Give each view what was remembered of it."""
        for key, view in self.views.items():
            remembered = state.get(key)
            if isinstance(remembered, dict):
                view.restore(remembered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Notice when a view appears or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide) and isinstance(watched, QWidget):
            key = self._watched.get(watched)
            if key is not None:
                self._note(key, event.type() == QEvent.Type.Show)
        return False

    def _note(self, key: str, visible: bool) -> None:
        if visible != (key in self._visible):
            (self._visible.add if visible else self._visible.discard)(key)
            self.views[key].shown(visible)

    def _refresh(self, changed: frozenset[Part]) -> None:
        for key in [key for key in self.views if key in self._visible]:
            view = self.views[key]
            if view.follows & changed:
                view.refresh(changed)

    def _watch(self, view: View) -> None:
        widget = view.widget()
        self._watched[widget] = view.key
        widget.installEventFilter(self)

    def _framed(self, view: View) -> QDialog:
        frame = QDialog(self._window)
        frame.setWindowTitle(view.title().replace("&", ""))
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view.widget())
        self._watch(view)
        return frame

    def _opener(self, view: View) -> QAction:
        action = QAction(view.title(), self)
        action.setShortcut(QKeySequence(view.keys()))
        action.triggered.connect(lambda: self.open(view.key))
        return action
