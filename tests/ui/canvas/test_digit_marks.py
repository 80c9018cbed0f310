"""What is said on top of the ink, by itself: how much work it is where there is much to be said."""

import sys
from types import FrameType

import numpy as np
from PySide6.QtGui import QFont

from digitpad.drawing.strokes import Drawing
from digitpad.ui.canvas.digit_marks import DigitMarks
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.easel.recognizer import Recognition
from digitpad.workspace.workspace import Workspace

SIDE = 400.0


def beside_dots(workspace: Workspace, count: int, foot: float) -> Recognition:
    """Return what is read of an upright stroke at the left, beside so many stray dots, always the same."""
    dots = [[(x, y)] for x, y in np.random.default_rng(0).uniform((0.5, 0), 1, (count, 2)).tolist()]
    known = workspace.board.drawing.strokes[1:]
    drawing = Drawing.of([[(0.1, 0.2), (0.1, foot)], *dots])
    workspace.board.show_drawing(Drawing((drawing.strokes[0], *known)) if len(known) == count else drawing)
    found = workspace.recognizer.answer()
    assert found is not None
    assert len(found.division.strays) == count
    return found


def work(workspace: Workspace, count: int) -> int:
    """How many functions are called to mark so many dots, which are marked already, while the stroke grows."""
    marks = DigitMarks()
    marks.fit(SIDE, QFont())
    marks.show(beside_dots(workspace, count, 0.8), is_silent=False)
    grown = beside_dots(workspace, count, 0.9)
    calls = 0

    def note(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        changed = marks.show(grown, is_silent=False)
    finally:
        sys.setprofile(before)
    assert changed.isEmpty(), "where nothing is new nothing is painted again"
    return calls


def test_a_thousand_stray_dots_cost_the_pen_no_more_than_their_number(window: MainWindow) -> None:
    few, many = (work(window.workspace, count) for count in (200, 800))
    assert many < 4.4 * few
    assert many < 10 * 800
