"""What the network sees under the pen is what it sees of the same drawing at rest, of many seeded ones."""

from collections.abc import Iterator

import numpy as np

from digitpad.arrays import PIXELS, Doubles
from digitpad.drawing.growing.growing_raster import FEW_POINTS, GrowingRaster
from digitpad.drawing.raster import Stages, rasterize
from digitpad.drawing.strokes import Drawing
from digitpad.runs.network_file import load_ready_network

MOST_OFF = 2
"""Of 255, of any pixel of the 20×20 picture."""

SHORT, LONG = 240, 10
"""Drawings: most of few points, as each needs an exact picture too, and some as long as those laid together."""

POINTS = 6
"""Of the newest stroke, that come while somebody looks."""


def scribble(random: np.random.Generator, points: int, turns: float) -> Doubles:
    """Return a stroke that crosses itself, (points, 2)."""
    along = np.linspace(0, turns, points)[:, None]
    return 0.5 + random.uniform(0.1, 0.4, 2) * np.sin(
        along * random.uniform(0.6, 1.6, 2) + random.uniform(0, 6, 2)
    )


def jagged(random: np.random.Generator, points: int, reach: float) -> Doubles:
    """Return a stroke that turns back at nearly each point, on the grid that a mouse has, (points, 2)."""
    return np.round(np.cumsum(random.normal(0, reach, (points, 2)), axis=0) * 400) / 400


def drawings(random: np.random.Generator) -> Iterator[list[Doubles]]:
    """Yield strokes: every third time jagged, every fourth with a second one across the first."""
    for number in range(SHORT + LONG):
        points = int(random.integers(16, 28) if number < SHORT else random.integers(FEW_POINTS, 400))
        first = jagged(random, points, 0.05) if number % 3 == 0 else scribble(random, points, points / 4)
        yield [first, scribble(random, 12, 2)] if number % 4 == 0 else [first]


def test_the_picture_under_the_pen_is_the_exact_one() -> None:
    network = load_ready_network().snapshot
    seen: list[tuple[Stages, Stages]] = []
    for number, (*ended, newest) in enumerate(drawings(np.random.default_rng(1012))):
        raster = GrowingRaster()
        raster.rasterize(Drawing.of([*ended, newest[:-POINTS]]))
        for left in (0,) if number < SHORT else (4, 2, 0):
            drawing = Drawing.of([*ended, newest[: len(newest) - left]])
            mine, exact = raster.rasterize(drawing), rasterize(drawing)
            assert np.abs(mine.small - exact.small).max() <= MOST_OFF
        seen.append((mine, exact))
    grown, anew = (np.array([pair[side].glyph.reshape(PIXELS) for pair in seen]) for side in (0, 1))
    np.testing.assert_array_equal(grown, anew)
    np.testing.assert_array_equal(*(network.probabilities(glyphs).argmax(axis=1) for glyphs in (grown, anew)))
