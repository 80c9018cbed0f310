"""Ten digits drawn for digitpad: for a first try, for the keyboard and for the demonstration."""

import math
from itertools import pairwise

from digitpad.drawing.clipping import Point
from digitpad.drawing.strokes import Drawing

ARC_STEP_DEGREES = 12.0


def _arc(x: float, y: float, radius_x: float, radius_y: float, start: float, end: float) -> list[Point]:
    """Return points of an ellipse's arc from ``start`` to ``end`` degrees, clockwise from 3 o'clock."""
    steps = max(2, round(abs(end - start) / ARC_STEP_DEGREES))
    angles = [math.radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(x + radius_x * math.cos(angle), y + radius_y * math.sin(angle)) for angle in angles]


def _line(*corners: Point) -> list[Point]:
    """Return points along the lines through ``corners``, dense enough for sharp corners."""
    points = [corners[0]]
    for (x0, y0), (x1, y1) in pairwise(corners):
        points += [(x0 + (x1 - x0) * i / 6, y0 + (y1 - y0) * i / 6) for i in range(1, 7)]
    return points


_STROKES: dict[int, list[list[Point]]] = {
    0: [_arc(0.50, 0.50, 0.19, 0.28, -80, 290)],
    1: [_line((0.42, 0.33), (0.53, 0.22), (0.51, 0.78))],
    2: [_arc(0.48, 0.37, 0.17, 0.15, 190, 390) + _line((0.60, 0.48), (0.32, 0.76), (0.70, 0.75))],
    3: [_arc(0.47, 0.36, 0.16, 0.14, 200, 430) + _arc(0.47, 0.63, 0.19, 0.15, -70, 160)],
    4: [_line((0.42, 0.22), (0.30, 0.54), (0.70, 0.53)), _line((0.60, 0.30), (0.57, 0.79))],
    5: [
        _line((0.40, 0.24), (0.37, 0.48)) + _arc(0.47, 0.61, 0.18, 0.16, 235, 510),
        _line((0.40, 0.24), (0.66, 0.23)),
    ],
    6: [_line((0.60, 0.21), (0.46, 0.36), (0.36, 0.58)) + _arc(0.49, 0.63, 0.14, 0.14, 195, 540)],
    7: [_line((0.31, 0.25), (0.68, 0.24), (0.45, 0.79))],
    8: [
        [
            (0.50 + 0.16 * math.sin(2 * angle), 0.50 - 0.27 * math.cos(angle))
            for angle in (math.radians(degrees) for degrees in range(20, 384, 12))
        ]
    ],
    9: [_arc(0.49, 0.37, 0.15, 0.14, -10, -370) + _line((0.63, 0.42), (0.61, 0.60), (0.55, 0.79))],
}


def sample_digit(digit: int) -> Drawing:
    """Return the example of a digit from 0 to 9, in the canvas's unit."""
    return Drawing.of(_STROKES[digit])
