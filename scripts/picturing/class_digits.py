"""A class that has collected 300 digits: the same ones each time."""

import numpy as np

from digitpad.arrays import CLASSES
from digitpad.document.classroom.class_set import ClassSet
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow

PENS = 30
ASIDE = ((7, 4), (12, 9), (21, 2))
"""Pens that wrote another digit than this one, which was set aside."""

MISTAKEN = ((5, 3), (16, 8), (24, 6))
"""Pens, and what they were asked for: they wrote the next digit, and nobody has noticed."""

TURN, GIVEN = 7, 4
"""Whose turn it is in a round, and how many digits that pen has given in it."""

SLANTS, SIZES, SHIFTS = (-0.2, 0.2), (0.7, 1.0), (-0.05, 0.05)
"""Between which hands differ: how far a stroke leans for its height, how large it is, how far off the middle."""


def hand(digit: int, rng: np.random.Generator) -> Drawing:
    """Return a digit as some hand draws it."""
    slant, size, shift = rng.uniform(*SLANTS), rng.uniform(*SIZES), rng.uniform(*SHIFTS, 2)
    turn = size * np.array([[1, 0], [slant, 1]])
    return Drawing.of([(stroke - 0.5) @ turn + 0.5 + shift for stroke in sample_digit(digit).strokes])


def collected() -> ClassSet:
    """Return a drawing of each digit by each pen, and some that were set aside."""
    rng = np.random.default_rng(0)
    content = ClassSet().with_added(
        LabelledDrawing(hand((digit + ((pen, digit) in MISTAKEN)) % CLASSES, rng), digit, pen=pen)
        for pen in range(1, PENS + 1)
        for digit in range(CLASSES)
    )
    for pen, digit in ASIDE:
        content = content.with_aside(LabelledDrawing(hand((digit + 1) % CLASSES, rng), digit, pen=pen))
    return content


def begin_round(window: MainWindow) -> None:
    """Let it be a pen's turn, who has given some digits; the next one is on the canvas."""
    space = window.workspace
    rng = np.random.default_rng(TURN)
    window.actions_["collect"].trigger()
    space.collector.choose_pen(TURN)
    space.collector.set_pens(PENS)
    for _ in range(GIVEN):
        space.board.set_drawing(hand(space.collector.prompt, rng), "")
        window.actions_["accept"].trigger()
    space.board.set_drawing(hand(space.collector.prompt, rng), "")
