"""A hand that draws on the board, and what is read then."""

from digitpad.drawing.strokes import Drawing
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.workspace import Workspace


def draw(workspace: Workspace, drawing: Drawing) -> None:
    """Draw as a pen does: stroke by stroke."""
    for stroke in drawing.strokes:
        first, *rest = stroke.tolist()
        workspace.board.press(tuple(first), erase=False)
        for point in rest:
            workspace.board.move(tuple(point))
        workspace.board.release()


def answer(workspace: Workspace) -> Recognition:
    found = workspace.recognizer.answer()
    assert found is not None
    return found
