"""A drawing that grows is rasterized as if it were drawn anew, whatever it grows by."""

import numpy as np
import pytest

from digitpad.arrays import WHITE, Doubles
from digitpad.drawing.growing.growing_raster import GrowingRaster
from digitpad.drawing.pen import PEN_SHARE
from digitpad.drawing.raster import rasterize, render_canvas, shrunk
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing

MOST_OFF = 2
"""Of 255, of any pixel of the 20×20 picture."""

MEAN_OFF = 0.05


def wave(count: int, turns: float = 23.0) -> Doubles:
    """Return a long stroke that crosses itself all over the canvas, (count, 2)."""
    along = np.linspace(0, turns, count)
    return 0.5 + 0.4 * np.column_stack([np.sin(along), np.cos(1.3 * along)])


def spiral(count: int) -> Doubles:
    """Return a stroke whose box grows with nearly every point."""
    along = np.linspace(0, 40, count)
    return 0.5 + along[:, None] / 100 * np.column_stack([np.sin(along), np.cos(along)])


def assert_alike(raster: GrowingRaster, drawing: Drawing) -> None:
    mine, anew = raster.rasterize(drawing), rasterize(drawing)
    off = np.abs(mine.small - anew.small)
    assert mine.square.shape == anew.square.shape
    assert off.max() <= MOST_OFF
    assert off.mean() <= MEAN_OFF


@pytest.mark.parametrize("curve", [wave, spiral])
def test_point_by_point(curve: object) -> None:
    points = curve(300)
    raster = GrowingRaster()
    for count in range(1, 301):
        drawing = Drawing.of([points[:count]])
        if count % 20:
            raster.rasterize(drawing)
        else:
            assert_alike(raster, drawing)


@pytest.mark.parametrize("digit", range(10))
def test_stroke_by_stroke(digit: int) -> None:
    raster = GrowingRaster()
    strokes = sample_digit(digit).strokes
    grown: list[Doubles] = []
    for stroke in strokes:
        for count in range(1, len(stroke) + 1):
            assert_alike(raster, Drawing.of([*grown, stroke[:count]]))
        grown.append(stroke)


def test_many_points_at_once_and_many_strokes_at_once() -> None:
    raster = GrowingRaster()
    points = wave(400)
    for strokes in ([points[:5]], [points[:200]], [points[:200], points[250:300], points[300:]]):
        assert_alike(raster, Drawing.of(strokes))


def test_a_dot_beside_a_stroke() -> None:
    raster = GrowingRaster()
    for strokes in ([[(0.5, 0.1)]], [[(0.5, 0.1)], [(0.5, 0.4)]], [[(0.5, 0.1)], [(0.5, 0.4), (0.5, 0.9)]]):
        assert_alike(raster, Drawing.of(strokes))


def test_a_pen_that_trembles_between_two_pixels() -> None:
    """Parts of its curve end where they begin, which Qt would join to rings."""
    there_and_back = np.tile([(0.3, 0.3), (0.32, 0.31)], (20, 1))
    points = np.concatenate([[(0.1, 0.9)], there_and_back, there_and_back[::-1] + 0.4, [(0.2, 0.1)]])
    raster = GrowingRaster()
    for count in range(1, len(points) + 1):
        assert_alike(raster, Drawing.of([points[:count]]))


def test_a_pen_that_stays_where_it_is_as_files_have_it() -> None:
    points = np.repeat(wave(60), [1 + place % 4 for place in range(60)], axis=0)
    raster = GrowingRaster()
    for count in range(1, len(points) + 1, 3):
        assert_alike(raster, Drawing.of([points[:count]]))


def test_another_drawing_and_one_with_less() -> None:
    raster = GrowingRaster()
    points = wave(300)
    for drawing in (
        Drawing.of([points]),
        Drawing.of([points[:150]]),
        sample_digit(4),
        Drawing.of([points + 0.05]),
    ):
        assert_alike(raster, drawing)


def test_a_pixel_that_grew_is_as_bright_as_one_drawn_at_once() -> None:
    """Many points close together: each lays its edge upon that of the one before, which must not add up."""
    line = np.column_stack([np.linspace(0.2, 0.8, 900), np.full(900, 0.5)])
    line = np.concatenate([[(0.2, 0.2), (0.2, 0.8)], line])
    raster = GrowingRaster()
    for count in range(600, len(line)):
        raster.rasterize(Drawing.of([line[:count]]))
    drawing = Drawing.of([line])
    np.testing.assert_allclose(raster.rasterize(drawing).small, rasterize(drawing).small, atol=2)


@pytest.mark.parametrize("reach", [0.4, 0.6])
def test_the_canvas_as_it_looks_grows_too_also_beyond_its_edges(reach: float) -> None:
    points = 0.5 + (wave(600) - 0.5) * reach / 0.4
    raster = GrowingRaster()
    ended = [np.array([(0.9, 0.1)]), points[:200]]
    growing = [[*ended, points[200:count]] for count in range(201, 601, 2)]
    fewer, other = [ended[1]], [points[::-1]]
    for number, strokes in enumerate([ended[:1], ended, *growing, fewer, other]):
        drawing = Drawing.of(strokes)
        grown = raster.render_canvas(drawing, PEN_SHARE)
        if number % 20 < 2 or number > len(growing):
            off = np.abs(shrunk(grown) - shrunk(render_canvas(drawing, PEN_SHARE))) * WHITE
            assert off.max() <= MOST_OFF
            assert off.mean() <= MEAN_OFF
