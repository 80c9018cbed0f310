"""Undo and Redo of the real window while a pen is down."""

from PySide6.QtCore import QEvent, Qt

from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.pointer import draw, send_mouse


def test_undo_in_mid_stroke_takes_that_stroke_and_no_other(window: MainWindow) -> None:
    canvas, board = window.canvas, window.workspace.board
    draw(canvas, Drawing.of([[(0.2, 0.2), (0.4, 0.4)]]))
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (0.25, 0.5))
    send_mouse(canvas, QEvent.Type.MouseMove, (0.4, 0.6))
    assert len(board.drawing.strokes) == 2
    window.actions_["undo"].trigger()
    assert len(board.drawing.strokes) == 1
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, (0.4, 0.6))
    window.actions_["redo"].trigger()
    assert len(board.drawing.strokes) == 2


def test_undo_in_mid_erasure_keeps_the_order_of_changes(window: MainWindow) -> None:
    canvas, board = window.canvas, window.workspace.board
    draw(canvas, Drawing.of([[(0.2, 0.2), (0.2, 0.6)], [(0.7, 0.2), (0.7, 0.6)]]))
    send_mouse(canvas, QEvent.Type.MouseButtonPress, (0.7, 0.4), Qt.MouseButton.RightButton)
    assert len(board.drawing.strokes) == 1
    window.actions_["undo"].trigger()
    send_mouse(canvas, QEvent.Type.MouseButtonRelease, (0.7, 0.4), Qt.MouseButton.RightButton)
    counts = [len(board.drawing.strokes)]
    for _ in range(2):
        window.actions_["undo"].trigger()
        counts.append(len(board.drawing.strokes))
    assert counts == [2, 1, 0]
