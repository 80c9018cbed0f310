"""Sheets of paper: drawing, erasing, and back to a picture like MNIST's."""

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.handwriting.sheet import OFFSET, PAPER, RIM, Sheet, points
from tests.handwriting.pictures import drawn, extents, pictures

BLANK = np.zeros((3, 784), np.uint8)


def sheets(count: int, pen: float = 2.0) -> Sheet:
    """Return blank sheets whose pen is of this width."""
    sheet = Sheet.of(np.zeros((count, 784), np.uint8))
    sheet.pen[:] = pen
    return sheet


class TestPage:
    def test_the_image_lies_in_the_middle_and_is_a_copy(self) -> None:
        image = drawn((4, 23, 12, 14))
        sheet = Sheet.of(image)
        assert sheet.images.shape == (1, PAPER, PAPER)
        np.testing.assert_array_equal(sheet.images[0, OFFSET:-OFFSET, OFFSET:-OFFSET], pictures(image)[0])
        sheet.images[:] = 0
        assert image.any()

    def test_it_knows_the_inks_box_and_pen(self) -> None:
        sheet = Sheet.of(drawn((4, 23, 12, 14)))
        box = (sheet.top, sheet.bottom, sheet.left, sheet.right)
        assert [int(side[0]) - OFFSET for side in box] == [4, 23, 12, 14]
        assert sheet.height[0] == 19
        assert sheet.pen[0] == pytest.approx(3, abs=0.5)
        assert sheet.ink_x(sheet.top)[0] == pytest.approx(13 + OFFSET)

    def test_rows_between_counts_from_the_inks_top(self) -> None:
        rows = Sheet.of(drawn((4, 24, 12, 14))).rows_between(0, 0.5)[0]
        assert np.flatnonzero(rows).tolist() == list(range(4 + OFFSET, 15 + OFFSET))


class TestDrawing:
    def test_a_line_is_as_long_and_wide_as_asked(self) -> None:
        sheet = sheets(1, pen=3)
        sheet.line(points(np.array([20]), np.array([10])), points(np.array([20]), np.array([30])))
        ink = sheet.images[0] > 128
        assert np.flatnonzero(ink.any(axis=1)).tolist() == [19, 20, 21]
        assert np.flatnonzero(ink[20]).tolist() == list(range(9, 32))

    def test_only_the_chosen_are_drawn_on_and_erased(self) -> None:
        sheet = sheets(3)
        here, there = points(np.full(3, 20), np.full(3, 10)), points(np.full(3, 20), np.full(3, 30))
        sheet.line(here, there, np.array([True, True, False]))
        assert sheet.images.any(axis=(1, 2)).tolist() == [True, True, False]
        sheet.erase(sheet.images > 0, np.array([True, False, True]))
        assert sheet.images.any(axis=(1, 2)).tolist() == [False, True, False]

    def test_a_curve_goes_from_start_to_end_towards_its_bend(self) -> None:
        sheet = sheets(1)
        sheet.curve(*(points(np.array([y]), np.array([x])) for y, x in ((30, 10), (10, 24), (30, 38))))
        ink = sheet.images[0] > 128
        assert ink[30, 10]
        assert ink[30, 38]
        assert ink[20, 24]  # half way between the ends and the bend
        assert not ink[:19].any()


class TestFitted:
    @pytest.mark.parametrize(("top", "left"), [(0, 0), (9, 8), (18, 22)])
    def test_a_rectangle_anywhere_becomes_twenty_pixels_tall_in_the_middle(self, top: int, left: int) -> None:
        (found,) = pictures(Sheet.of(drawn((top, top + 9, left, left + 5))).fitted())
        rows, columns = np.flatnonzero(found.any(axis=1)), np.flatnonzero(found.any(axis=0))
        assert (len(rows), len(columns)) == (20, 12)
        assert (found[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] == 255).all()
        assert abs(rows.mean() - 14) <= 0.5
        assert abs(columns.mean() - 14) <= 0.5

    def test_the_brightest_pixel_becomes_full_ink(self) -> None:
        assert Sheet.of(drawn((4, 23, 8, 19)) // 2).fitted().max() == 255

    def test_blank_paper_stays_blank(self) -> None:
        assert not Sheet.of(BLANK).fitted().any()

    def test_mnist_itself_is_made_so(self) -> None:
        images = load_dataset().train_images[:3000]
        heights, widths = extents(pictures(images) > RIM)
        twenty = np.maximum(heights, widths) == 20
        assert twenty.sum() > 2000
        found = Sheet.of(images[twenty]).fitted().astype(int)
        # The faintest rim does not count as ink and may be cut off.
        same = np.abs(found - images[twenty]).max(axis=1) <= RIM
        assert same.mean() > 0.98
