"""What Escape does: it leaves what lies over everything, one thing after the other."""

from typing import Protocol

from digitpad.ui.canvas.canvas import Canvas
from digitpad.ui.stage.actions import Actions
from digitpad.workspace.workspace import Workspace


class Window(Protocol):
    """What of a window can be left."""

    workspace: Workspace
    actions_: Actions
    canvas: Canvas


def leave(window: Window) -> None:
    """Leave the sheet, a picture on the canvas, a round of collecting, a moment that is looked back at, projector
    mode, or a field; nothing is cleared."""
    actions, collector = window.actions_, window.workspace.collector
    if actions["recipe"].isChecked():
        actions["recipe"].setChecked(False)
    elif actions["to_canvas"].isEnabled():
        actions["to_canvas"].trigger()
    elif collector.is_collecting:
        collector.end()
    elif actions["to_now"].isEnabled():
        actions["to_now"].trigger()
    elif actions["projector"].isChecked():
        actions["projector"].setChecked(False)
    else:
        window.canvas.setFocus()
