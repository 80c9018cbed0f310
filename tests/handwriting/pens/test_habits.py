"""What pens do to any digit: as often and as far as is said, and to the chosen pictures alone."""

import numpy as np
import pytest

from digitpad.handwriting.pens.breaks import open_up, set_apart
from digitpad.handwriting.pens.ends import bridge, lengthen
from digitpad.handwriting.pens.habits import BLOCK, HABITS, draw_habits
from digitpad.handwriting.pens.loops import fill, squeeze
from digitpad.handwriting.pens.skeleton import Skeletons, holes, pick, unpacked
from digitpad.handwriting.sheet import INK, Sheet
from digitpad.network.evaluation import snapshot_accuracy
from digitpad.runs.network_file import load_ready_network
from tests.handwriting.pictures import drawn, extents, pictures

COPIES = 60
STROKE = drawn((9, 23, 12, 14), copies=COPIES)
RING = drawn((4, 6, 7, 20), (21, 23, 7, 20), (4, 23, 7, 9), (4, 23, 18, 20), copies=COPIES)
EYE = drawn((10, 16, 10, 16), copies=COPIES)
EYE.reshape(-1, 28, 28)[:, 12:15, 12:15] = 0
TEE = drawn((4, 6, 5, 23), (4, 23, 13, 15), copies=COPIES)
HALF = np.arange(COPIES) % 2 == 0
EVERY = np.ones(COPIES, bool)


def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def ink_of(sheet: Sheet) -> np.ndarray:
    return sheet.images.sum(axis=(1, 2))


def is_changed(sheet: Sheet, images: np.ndarray) -> np.ndarray:
    return (sheet.images != Sheet.of(images).images).any(axis=(1, 2))


def grow(sheet: Sheet, chosen: np.ndarray, hook: float = 0.0) -> None:
    skeletons = Skeletons.of(sheet.rows())
    ends, _ = pick(skeletons.ends, rng())
    lengthen(sheet, skeletons.lines, ends, np.flatnonzero(chosen), hook, 0.5, rng())


@pytest.fixture(scope="module")
def changed(images: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return draw_habits(images, labels, 0)


class TestChosenAlone:
    @pytest.mark.parametrize("change", [squeeze, fill])
    def test_loops(self, change: object) -> None:
        sheet = Sheet.of(EYE)
        change(sheet, HALF, rng())  # type: ignore[operator]
        np.testing.assert_array_equal(is_changed(sheet, EYE), HALF)

    def test_breaks(self) -> None:
        opened, apart = Sheet.of(RING), Sheet.of(TEE)
        open_up(opened, Skeletons.of(opened.rows()), HALF, 2.0, rng())
        set_apart(apart, Skeletons.of(apart.rows()), HALF, rng())
        np.testing.assert_array_equal(is_changed(opened, RING), HALF)
        np.testing.assert_array_equal(is_changed(apart, TEE), HALF)

    def test_ends(self) -> None:
        sheet = Sheet.of(STROKE)
        grow(sheet, HALF)
        np.testing.assert_array_equal(is_changed(sheet, STROKE), HALF)


class TestWhatIsDone:
    def test_a_stroke_goes_on_the_way_it_went(self) -> None:
        sheet = Sheet.of(STROKE)
        grow(sheet, EVERY)
        heights, widths = extents(sheet.images > INK)
        before = sheet.height[0] + 1
        assert (heights > before).mean() > 0.9
        assert heights.max() <= before * 1.5 + 2
        assert np.median(widths) <= 5

    def test_hooks_turn_to_both_sides(self) -> None:
        sheet = Sheet.of(STROKE)
        grow(sheet, EVERY, hook=150)
        columns = np.arange(48)
        ink = sheet.images.sum(axis=1)
        away = ink @ columns / ink.sum(axis=1) - 23
        assert away.min() < -0.2
        assert away.max() > 0.2

    def test_an_end_stops_before_other_ink(self) -> None:
        """A stroke that points at a wall does not become one with it."""
        pointing = drawn((13, 15, 3, 10), (4, 23, 16, 18), copies=COPIES)
        sheet = Sheet.of(pointing)
        lines = Skeletons.of(sheet.rows()).lines
        lengthen(sheet, lines, np.tile([14, 10], (COPIES, 1)), np.arange(COPIES), 0.0, 0.6, rng())
        gaps = (sheet.images[:, 23:26, 20:26].max(axis=1) < INK).any(axis=1)
        assert gaps.mean() > 0.9

    def test_a_near_end_is_led_on_and_a_far_one_is_not(self) -> None:
        for wall, is_near in ((14, True), (22, False)):
            pointing = drawn((13, 15, 3, 9), (4, 23, wall, wall + 2), copies=COPIES)
            sheet = Sheet.of(pointing)
            bridge(sheet, Skeletons.of(sheet.rows()).lines, np.tile([14, 8], (COPIES, 1)), HALF)
            np.testing.assert_array_equal(is_changed(sheet, pointing), HALF & is_near)

    def test_a_ring_opens(self) -> None:
        sheet = Sheet.of(RING)
        open_up(sheet, Skeletons.of(sheet.rows()), EVERY, 2.0, rng())
        assert holes(sheet.rows()).any(axis=1).mean() < 0.4
        assert (ink_of(sheet) > 0.7 * ink_of(Sheet.of(RING))).all()

    def test_a_small_loop_runs_full_and_a_large_one_does_not(self) -> None:
        small, large = Sheet.of(EYE), Sheet.of(RING)
        fill(small, EVERY, rng())
        fill(large, EVERY, rng())
        assert not holes(small.rows()).any()
        assert not is_changed(large, RING).any()

    def test_loops_become_smaller_and_wider(self) -> None:
        sheet = Sheet.of(RING)
        squeeze(sheet, EVERY, rng())
        inside = unpacked(holes(sheet.rows())).sum(axis=(1, 2))
        before = 14 * 8
        assert inside.min() < 0.7 * before
        assert inside.max() > 1.05 * before

    def test_a_part_stands_beside_its_place_and_little_ink_is_lost(self) -> None:
        sheet = Sheet.of(TEE)
        set_apart(sheet, Skeletons.of(sheet.rows()), EVERY, rng())
        share = ink_of(sheet) / ink_of(Sheet.of(TEE))
        assert share.min() > 0.6
        assert share.max() < 1.01


class TestOnMnist:
    def test_every_digit_has_its_habits(self) -> None:
        assert sorted(HABITS) == list(range(10))

    def test_the_same_seed_is_the_same_bytes_and_another_is_not(
        self, images: np.ndarray, labels: np.ndarray
    ) -> None:
        once, again, otherwise = (draw_habits(images[:500], labels[:500], seed) for seed in (0, 0, 1))
        np.testing.assert_array_equal(again, once)
        assert (otherwise != once).any(axis=1).mean() > 0.6

    def test_the_digits_around_do_not_matter(
        self, images: np.ndarray, labels: np.ndarray, changed: np.ndarray
    ) -> None:
        sixes = labels == 6
        np.testing.assert_array_equal(draw_habits(images[sixes], labels[sixes], 0), changed[sixes])

    def test_what_came_in_stays(self, images: np.ndarray, labels: np.ndarray) -> None:
        before = images[:50].copy()
        draw_habits(images[:50], labels[:50], 0)
        np.testing.assert_array_equal(images[:50], before)

    def test_none_one_and_blank_paper(self, images: np.ndarray, labels: np.ndarray) -> None:
        assert draw_habits(images[:0], labels[:0], 0).shape == (0, 784)
        assert draw_habits(images[:1], labels[:1], 0).shape == (1, 784)
        blank = np.zeros((10, 784), np.uint8)
        assert not draw_habits(blank, np.arange(10, dtype=np.uint8), 0).any()

    def test_they_are_made_like_mnist(self, changed: np.ndarray) -> None:
        sides = np.maximum(*extents(pictures(changed) > 0))
        assert sides.max() <= 20
        assert (sides >= 19).mean() > 0.98
        assert (changed.max(axis=1) == 255).all()

    def test_one_digit_is_changed_in_many_ways_across_blocks_too(self) -> None:
        same = drawn((4, 6, 6, 18), (4, 23, 16, 18), copies=BLOCK + 30)
        found = draw_habits(same, np.full(len(same), 3, np.uint8), 0)
        assert len(np.unique(found, axis=0)) > 0.6 * len(same)

    def test_most_are_still_the_digits_that_they_were(self, changed: np.ndarray, labels: np.ndarray) -> None:
        snapshot = load_ready_network().snapshot
        read = snapshot_accuracy(snapshot, changed, labels)
        assert read > 0.93
