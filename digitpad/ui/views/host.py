"""Makes the views and tells each what has changed while it is visible; knows none of them by name."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from digitpad.ui.views.page import ViewPage
from digitpad.ui.views.protocol import Commands, View
from digitpad.workspace.changes import Part
from digitpad.workspace.workspace import Workspace

Maker = Callable[[Workspace, Commands], View]


class ViewHost(QObject):
    """Holds the views of a window.

    Attributes:
        views: by key, in the order of the table.
        pages: where each of them is shown.
    """

    def __init__(self, workspace: Workspace, commands: Commands, makers: Sequence[Maker], window: QWidget) -> None:
        super().__init__(window)
        self.views = {view.key: view for view in (make(workspace, commands) for make in makers)}
        self.pages = {key: ViewPage(view, self._note) for key, view in self.views.items()}
        self._ask_for = workspace.ask_for_view
        self._visible: set[str] = set()
        self._openers = {key: self._opener(place, view) for place, (key, view) in enumerate(self.views.items(), 1)}
        workspace.changes.told.connect(self._refresh)

    def __getitem__(self, key: str) -> View:
        return self.views[key]

    def make_all(self) -> None:
        """Have the widgets of all views."""
        for page in self.pages.values():
            page.make()

    def make_soon(self) -> None:
        """Have the widgets of all views, one after the other, whenever nothing else is to be done."""
        missing = next((page for page in self.pages.values() if not page.is_made), None)
        if missing is not None:
            missing.make()
            QTimer.singleShot(0, self, self.make_soon)

    def set_projector(self, on: bool) -> None:
        """Let all views leave out what the last row cannot read, or show it again."""
        for page in self.pages.values():
            page.set_projector(on)

    def actions(self) -> list[QAction]:
        """Return the commands that open views, and those that views have themselves."""
        own = [action for view in self.views.values() for action in view.actions()]
        return [*self._openers.values(), *own]

    def offer(self, run_commands: Sequence[QAction]) -> None:
        """Give the commands for runs to the views that list them, for their context menus."""
        for page in self.pages.values():
            page.offer(run_commands)

    def openers(self) -> dict[str, QAction]:
        """Return the command that opens each view, by its key."""
        return dict(self._openers)

    def translate(self) -> None:
        """Have commands and views speak the program's language."""
        for place, (key, view) in enumerate(self.views.items(), 1):
            view.translate()
            self._openers[key].setText(_opening(place, view))

    def save(self) -> dict[str, dict[str, Any]]:
        """Return what is remembered of each view."""
        return {key: view.save() for key, view in self.views.items()}

    def restore(self, state: dict[str, Any]) -> None:
        """Give each view what was remembered of it."""
        for key, view in self.views.items():
            remembered = state.get(key)
            if isinstance(remembered, dict):
                view.restore(remembered)

    def _note(self, key: str, visible: bool) -> None:
        if visible != (key in self._visible):
            (self._visible.add if visible else self._visible.discard)(key)
            self.views[key].shown(visible)

    def _refresh(self, changed: frozenset[Part]) -> None:
        for key in [key for key in self.views if key in self._visible]:
            view = self.views[key]
            if view.follows & changed:
                view.refresh(changed)

    def _opener(self, place: int, view: View) -> QAction:
        action = QAction(_opening(place, view), self)
        action.setShortcut(QKeySequence(f"Ctrl+{place}"))
        action.triggered.connect(lambda: self._ask_for(view.key))
        return action


def _opening(place: int, view: View) -> str:
    return f"&{place} {view.title()}"
