"""Several digits in one drawing, sure and not, and a stray dot beside one."""

from collections.abc import Iterator, Sequence

from measures.waiting import wait
from PySide6.QtGui import QPixmap

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing, Points
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from picturing.modes import DRAWN
from picturing.schemes import Schemes

SETTLING_MS = 200
LINE = 0.55
"""How far down the middle of all digits is, as a share of the canvas."""

DOT = Drawing.of([[(0.93, 0.06)]])
TWO, FOUR = ((4, 0.27), (2, 0.73)), ((2, 0.12), (0, 0.38), (2, 0.63), (6, 0.88))
"""Digits, and how far to the right the middle of each is."""


def several(digits: Sequence[tuple[int, float]], size: float) -> Drawing:
    """Return examples of digits side by side, of this share of the usual size, and a dot far from all."""
    strokes: list[Points] = []
    for digit, middle in digits:
        strokes += [(stroke - 0.5) * size + (middle, LINE) for stroke in sample_digit(digit).strokes]
    return Drawing.of([*strokes, *DOT.strokes])


def number_read(window: MainWindow) -> QPixmap:
    """Show how a 4 and a 2 side by side are read, the 4 chosen, with a stray dot left out."""
    window.workspace.commands.take_ready_made()
    window.area.show_view("sight")
    window.workspace.board.set_drawing(several(TWO, 0.8), "")
    window.workspace.easel.digits.choose(0)
    wait(SETTLING_MS)
    return window.grab()


def several_modes(window: MainWindow, schemes: Schemes) -> Iterator[tuple[str, str]]:
    """Draw two digits, four, and one with a stray dot, on the projector too; yield names of scheme and mode."""
    space = window.workspace
    space.commands.take_ready_made()
    for scheme in schemes.in_turn():
        for projector in ("", "projector-"):
            window.actions_["projector"].setChecked(bool(projector))
            window.area.show_view("loss" if projector else "sight")
            for name, drawing in (
                ("digits", several(TWO, 0.8)),
                ("digits-four", several(FOUR, 0.45)),
                ("stray", several(TWO[:1], 0.8)),
            ):
                space.board.set_drawing(drawing, "")
                yield scheme, f"{projector}{name}"
            space.board.set_drawing(several(FOUR, 0.45), "")
            space.network.reset(Recipe())
            yield scheme, f"{projector}digits-unsure"
            space.commands.take_ready_made()
        window.actions_["projector"].setChecked(False)
    space.board.set_drawing(sample_digit(DRAWN), "")
    window.area.show_view("loss")
