"""From strokes to MNIST's 28×28: each stage by hand-worked numbers, all of them by MNIST itself."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from digitpad.arrays import INK_SIDE
from digitpad.data.mnist import load_dataset
from digitpad.drawing.raster import (
    area_average,
    brighten,
    centre,
    cut_to_ink,
    gray_array,
    pad_to_square,
    rasterize,
    render_ink,
)
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing

PEN = 2.3
PATH_SIDE = INK_SIDE - PEN
"""How far the middle of the pen travels along the longer side."""
LINE_INK = PATH_SIDE * PEN + math.pi * (PEN / 2) ** 2
"""Area of a line drawn with a round pen along 20 pixels."""

GRID = 1024
"""Points on a grid of binary fractions: moved and doubled, they are the same numbers, exactly."""

grid_points = st.tuples(st.integers(0, GRID), st.integers(0, GRID)).map(lambda p: (p[0] / GRID, p[1] / GRID))
grid_strokes = st.lists(st.lists(grid_points, min_size=1, max_size=6), min_size=1, max_size=3)


def extent(drawing: Drawing) -> float:
    left, top, right, bottom = drawing.box()
    return max(right - left, bottom - top)


def ink_box(picture: np.ndarray) -> tuple[int, int, int, int]:
    """Return top, left, height and width of what is not black."""
    rows, columns = np.flatnonzero(picture.any(axis=1)), np.flatnonzero(picture.any(axis=0))
    return int(rows[0]), int(columns[0]), int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def longer_side(picture: np.ndarray) -> int:
    return max(ink_box(picture)[2:])


def centre_of_mass(picture: np.ndarray) -> tuple[float, float]:
    """Return row and column of the centre of mass, as pixel indices from 0."""
    picture = picture.astype(np.float64)
    rows, columns = np.indices(picture.shape)
    return (
        float((rows * picture).sum() / picture.sum()),
        float((columns * picture).sum() / picture.sum()),
    )


def test_mnists_own_test_images_stay_as_they_are_pixel_by_pixel() -> None:
    images = load_dataset().test_images.reshape(-1, 28, 28)
    for image in images:
        small = brighten(area_average(pad_to_square(cut_to_ink(image)), INK_SIDE))
        np.testing.assert_array_equal(np.rint(centre(small) * 255), image)


class TestRasterize:
    @given(grid_strokes)
    def test_every_drawing_has_mnists_size_brightness_and_place(
        self, strokes: list[list[tuple[float, float]]]
    ) -> None:
        drawing = Drawing.of(strokes)
        assume(extent(drawing) > 0)
        stages = rasterize(drawing)
        assert 148 <= longer_side(stages.ink) <= 161
        assert longer_side(stages.glyph) == INK_SIDE
        assert 254 <= stages.small.max() <= 255.01
        assert round(float(stages.glyph.max()) * 255) in (254, 255)
        top, left, height, width = ink_box(stages.glyph)
        for mass, start, length in zip(centre_of_mass(stages.glyph), (top, left), (height, width), strict=True):
            # A lopsided drawing stops at the picture's edge, its ink whole.
            assert 13.5 - 1e-6 <= mass < 14.5 or (start if mass >= 14.5 else 28 - start - length) == 0

    @pytest.mark.parametrize("digit", range(10))
    def test_the_example_digits(self, digit: int) -> None:
        stages = rasterize(sample_digit(digit))
        assert stages.glyph.shape == (28, 28)
        assert stages.glyph.dtype == np.float32
        assert longer_side(stages.glyph) == INK_SIDE
        assert 254 / 255 <= stages.glyph.max() <= 1
        assert stages.glyph.min() == 0
        for mass in centre_of_mass(stages.glyph):
            assert 13.5 <= mass < 14.5
        greys = stages.glyph * np.float32(255)
        np.testing.assert_allclose(greys, np.rint(greys), atol=1e-4)

    @given(
        strokes=grid_strokes,
        right=st.integers(-8 * GRID, 8 * GRID),
        down=st.integers(-8 * GRID, 8 * GRID),
        doublings=st.integers(-20, 12),
    )
    def test_moving_and_scaling_the_strokes_changes_no_pixel(
        self, strokes: list[list[tuple[float, float]]], right: int, down: int, doublings: int
    ) -> None:
        drawing = Drawing.of(strokes)
        assume(extent(drawing) > 0)
        move = np.array((right / GRID, down / GRID))
        elsewhere = Drawing.of([(stroke + move) * 2.0**doublings for stroke in drawing.strokes])
        np.testing.assert_array_equal(rasterize(drawing).glyph, rasterize(elsewhere).glyph)

    @pytest.mark.parametrize("digit", range(10))
    @pytest.mark.parametrize(("scale", "offset"), [(400, 37.3), (0.01, -3.7), (1e-3, 0.9), (7e6, 1e7)])
    def test_an_example_drawn_elsewhere_at_another_size(self, digit: int, scale: float, offset: float) -> None:
        drawing = sample_digit(digit)
        elsewhere = Drawing.of([stroke * scale + offset for stroke in drawing.strokes])
        np.testing.assert_allclose(rasterize(drawing).glyph, rasterize(elsewhere).glyph, atol=1.01 / 255)

    @pytest.mark.parametrize("length", [1e-3, 0.05, 1, 400, 1e6])
    @pytest.mark.parametrize("direction", [(1, 0), (0, 1), (-1, 0)])
    def test_the_pen_is_as_wide_however_long_the_line(self, length: float, direction: tuple[float, float]) -> None:
        line = Drawing.of([[(0, 0), (direction[0] * length, direction[1] * length)]])
        ink = float(rasterize(line).glyph.sum())
        assert ink == pytest.approx(LINE_INK, rel=0.03)
        assert ink / INK_SIDE == pytest.approx(PEN, rel=0.05)

    @pytest.mark.parametrize("slope", [0.25, 0.5, 0.75, 1])
    def test_the_pen_is_as_wide_along_a_slope(self, slope: float) -> None:
        stages = rasterize(Drawing.of([[(0, 0), (1, slope)]]))
        expected = math.hypot(1, slope) * PATH_SIDE * PEN + math.pi * (PEN / 2) ** 2
        assert float(stages.ink.sum()) / 255 / 64 == pytest.approx(expected, rel=0.01)
        assert float(stages.glyph.sum()) == pytest.approx(expected, rel=0.1)

    def test_few_points_of_a_fast_hand_fill_the_twenty_pixels_too(self) -> None:
        """Between few points the curve cuts corners: the box that counts is the ink's."""
        stages = rasterize(Drawing.of([[(0, 0), (0.1, 1), (0.2, 0)]]))
        assert longer_side(stages.glyph) == INK_SIDE

    def test_an_empty_drawing(self) -> None:
        for stage in (rasterize, render_ink):
            with pytest.raises(ValueError, match="empty"):
                stage(Drawing())


class TestDots:
    @pytest.mark.parametrize(
        "points", [[(0.5, 0.5)], [(0.5, 0.5)] * 3, [(0, 0)], [(0.9, 0.1)], [(-3e5, 1e8)]], ids=str
    )
    def test_a_dot_is_as_small_as_the_pen_wherever_it_is(self, points: list[tuple[float, float]]) -> None:
        stages = rasterize(Drawing.of([points]))
        ink = float(stages.ink.sum()) / 255 / 64
        assert ink == pytest.approx(math.pi * (PEN / 2) ** 2, rel=0.05)
        assert longer_side(stages.glyph) in (3, 4)
        assert stages.glyph.max() == 1
        for mass in centre_of_mass(stages.glyph):
            assert 13.5 <= mass < 14.5
        np.testing.assert_array_equal(stages.glyph, rasterize(Drawing.of([[(0.5, 0.5)]])).glyph)

    def test_a_dot_beside_a_line_is_drawn_and_counts_for_the_box(self) -> None:
        glyph = rasterize(Drawing.of([[(0, 0.5), (0, 1)], [(0, 0)]])).glyph
        assert longer_side(glyph) == INK_SIDE
        rows = glyph.any(axis=1)
        top = int(rows.argmax())
        assert rows[top : top + 3].all()
        assert not rows[top + 4 : top + 8].any()


class TestInk:
    @pytest.mark.parametrize("line", [[(0, 0), (1, 0.3)], [(0, 1), (0.6, 0)], [(0.2, 0), (0, 1)]])
    def test_a_line_covers_what_lies_within_half_a_pen(self, line: list[tuple[float, float]]) -> None:
        """Each fine pixel against the share of an 8×8 grid of points in it that the pen touches."""
        ink = render_ink(Drawing.of([line]))
        start, end = np.array(line)
        scale = PATH_SIDE * 8 / np.abs(end - start).max()
        corner = np.minimum(start, end) * scale - PEN * 4 - 2
        fine = (np.arange(max(ink.shape) * 8) + 0.5) / 8
        x, y = fine[: ink.shape[1] * 8] + corner[0], fine[: ink.shape[0] * 8, None] + corner[1]
        (x0, y0), (dx, dy) = start * scale, (end - start) * scale
        share = np.clip(((x - x0) * dx + (y - y0) * dy) / (dx**2 + dy**2), 0, 1)
        touched = np.hypot(x - x0 - share * dx, y - y0 - share * dy) <= PEN * 4
        covered = touched.reshape(ink.shape[0], 8, ink.shape[1], 8).mean(axis=(1, 3))
        difference = np.abs(ink / 255 - covered)
        assert difference.max() < 0.2
        assert difference.mean() < 0.002

    def test_nothing_is_cut_off(self) -> None:
        for digit in range(10):
            ink = render_ink(sample_digit(digit))
            assert not ink[[0, -1]].any()
            assert not ink[:, [0, -1]].any()


class TestGrayArray:
    @pytest.mark.parametrize("width", [1, 3, 4, 5, 7, 8, 28])
    def test_rows_of_any_width(self, width: int) -> None:
        image = QImage(width, 3, QImage.Format.Format_RGB32)
        expected = (np.arange(3 * width).reshape(3, width) * 7 % 251).astype(np.uint8)
        for y in range(3):
            for x in range(width):
                grey = int(expected[y, x])
                image.setPixelColor(x, y, QColor(grey, grey, grey))
        np.testing.assert_array_equal(gray_array(image), expected)

    def test_it_is_a_copy(self) -> None:
        image = QImage(5, 2, QImage.Format.Format_RGB32)
        image.fill(QColor(7, 7, 7))
        array = gray_array(image)
        image.fill(QColor(200, 200, 200))
        assert (array == 7).all()
        array[0, 0] = 1
        del image
        assert array[0].tolist() == [1, 7, 7, 7, 7]

    def test_another_format_is_refused(self) -> None:
        with pytest.raises(ValueError, match="RGB32"):
            gray_array(QImage(4, 4, QImage.Format.Format_Grayscale8))


class TestCutToInk:
    def test_the_tight_box(self) -> None:
        image = np.zeros((6, 7), np.uint8)
        image[2, 3], image[4, 1] = 1, 255
        assert cut_to_ink(image).tolist() == [[0, 0, 1], [0, 0, 0], [255, 0, 0]]

    def test_a_black_picture(self) -> None:
        with pytest.raises(ValueError, match="no ink"):
            cut_to_ink(np.zeros((5, 5), np.uint8))


class TestPadToSquare:
    @pytest.mark.parametrize(
        ("shape", "least", "side", "corner"),
        [
            ((30, 10), 20, 30, (0, 10)),
            ((10, 31), 20, 31, (10, 0)),
            ((4, 6), 20, 20, (8, 7)),
            ((20, 20), 20, 20, (0, 0)),
        ],
    )
    def test_the_picture_is_in_the_middle(
        self, shape: tuple[int, int], least: int, side: int, corner: tuple[int, int]
    ) -> None:
        square = pad_to_square(np.full(shape, 9, np.uint8), least)
        assert square.shape == (side, side)
        assert ink_box(square) == (*corner, *shape)
        assert square.sum() == 9 * shape[0] * shape[1]


def area_average_by_hand(image: np.ndarray, side: int) -> np.ndarray:
    """Return the mean grey of the area that each coarse pixel covers, in exact fractions."""
    fine = len(image)
    step = Fraction(fine, side)
    result = np.zeros((side, side))
    for row in range(side):
        for column in range(side):
            total = Fraction(0)
            for y in range(math.floor(row * step), math.ceil((row + 1) * step)):
                tall = min(y + 1, (row + 1) * step) - max(y, row * step)
                for x in range(math.floor(column * step), math.ceil((column + 1) * step)):
                    wide = min(x + 1, (column + 1) * step) - max(x, column * step)
                    total += tall * wide * int(image[y, x])
            result[row, column] = total / step**2
    return result


class TestAreaAverage:
    @pytest.mark.parametrize(("fine", "coarse"), [(4, 2), (5, 2), (7, 3), (20, 20), (33, 20), (47, 20), (3, 5)])
    def test_a_naive_loop_agrees(self, fine: int, coarse: int) -> None:
        image = np.random.default_rng(fine).integers(0, 256, (fine, fine), np.uint8)
        small = area_average(image, coarse)
        assert small.dtype == np.float32
        np.testing.assert_allclose(small, area_average_by_hand(image, coarse), atol=1e-3)

    def test_hand_worked(self) -> None:
        image = np.array([[0, 9, 0], [0, 0, 0], [0, 0, 90]], np.uint8)
        # Each coarse pixel covers 1.5 × 1.5 = 2.25 fine ones.
        np.testing.assert_allclose(area_average(image, 2), [[2, 2], [0, 40]], rtol=1e-6)


class TestBrighten:
    def test_the_brightest_becomes_255(self) -> None:
        np.testing.assert_allclose(
            brighten(np.array([[0, 50], [100, 25]], np.float32)), [[0, 127.5], [255, 63.75]]
        )

    @pytest.mark.parametrize("brightest", [254, 255, 0])
    def test_mnists_own_brightness_and_black_stay(self, brightest: float) -> None:
        image = np.array([[0, brightest / 2], [brightest, 0]], np.float32)
        np.testing.assert_array_equal(brighten(image), image)


class TestCentre:
    @pytest.mark.parametrize(
        ("place", "where"),
        [((0, 0), (14, 14)), ((19, 0), (14, 14)), ((10, 10), (14, 14)), ((7, 19), (14, 14))],
    )
    def test_a_single_pixel_goes_to_fourteen(self, place: tuple[int, int], where: tuple[int, int]) -> None:
        small = np.zeros((20, 20), np.float32)
        small[place] = 255
        expected = np.zeros((28, 28))
        expected[where] = 1
        np.testing.assert_array_equal(centre(small), expected)

    def test_a_centre_between_two_pixels_goes_to_thirteen_and_a_half(self) -> None:
        small = np.zeros((20, 20), np.float32)
        small[4:6, 9:11] = 255
        assert ink_box(centre(small)) == (13, 13, 2, 2)

    def test_lopsided_ink_stays_inside_the_picture(self) -> None:
        small = np.zeros((20, 20), np.float32)
        small[0] = 255
        small[:, 10] = 20
        small[19, 10] = 1
        glyph = centre(small)
        assert ink_box(glyph)[:1] == (8,)
        assert float(glyph.sum()) == pytest.approx(float(small.sum()) / 255, rel=1e-6)

    def test_greys_are_whole(self) -> None:
        small = np.zeros((20, 20), np.float32)
        small[3:5, 3:5] = [[254.6, 0.4], [0.6, 100.2]]
        greys = sorted((centre(small) * 255)[13:16, 13:16].ravel().round(4))
        assert greys[-3:] == [1, 100, 255]
        assert sum(greys) == pytest.approx(356)
