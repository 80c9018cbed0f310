"""Digits of a class for tests, and a recipe that learns from nothing else."""

from dataclasses import replace

import numpy as np

from digitpad.data.training_data import TrainingData
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from tests.workspace.conftest import HANDLED

PENS = 5
ALONE = replace(HANDLED, batch_size=10, data=TrainingData(count=60_000, mix=1.0))


def moved(drawing: Drawing, dx: float) -> Drawing:
    """Return a drawing whose strokes lean, so that no two are alike."""
    return Drawing.of([stroke + np.outer(stroke[:, 1], (dx, 0)) for stroke in drawing.strokes])


def drawn(count: int, first: int = 0) -> list[LabelledDrawing]:
    """Return drawings of all digits in turn, by five pens."""
    return [
        LabelledDrawing(moved(sample_digit(number % 10), number / 300), number % 10, pen=1 + number % PENS)
        for number in range(first, first + count)
    ]
