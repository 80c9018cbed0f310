"""Skeletons: lines a pixel wide where strokes were, with as many ends and junctions as a person counts."""

import numpy as np
import pytest

from digitpad.data.mnist import load_dataset
from digitpad.handwriting.pens.skeleton import (
    Skeletons,
    connected,
    grown,
    holes,
    middles,
    neighbours,
    packed,
    pick,
    pixels,
    unpacked,
)
from tests.handwriting.pictures import drawn, pictures

STROKE = drawn((4, 23, 12, 14))
RING = drawn((4, 6, 7, 20), (21, 23, 7, 20), (4, 23, 7, 9), (4, 23, 18, 20))
CROSS = drawn((4, 23, 13, 15), (12, 14, 5, 23))
TEE = drawn((4, 6, 5, 23), (4, 23, 13, 15))
EVERY = np.array([True])


def rows(images: np.ndarray) -> np.ndarray:
    return packed(pictures(images) > 100)


@pytest.fixture(scope="module")
def ink() -> np.ndarray:
    return rows(load_dataset().train_images[:3000])


@pytest.fixture(scope="module")
def labels() -> np.ndarray:
    return load_dataset().train_labels[:3000]


def counts(marked: np.ndarray) -> np.ndarray:
    return unpacked(marked).sum(axis=(1, 2))


class TestRows:
    def test_packed_and_unpacked_are_the_same_picture(self) -> None:
        marked = np.random.default_rng(0).random((50, 28, 28)) < 0.5
        np.testing.assert_array_equal(unpacked(packed(marked)), marked)

    def test_neighbours_go_clockwise_and_beyond_the_edge_is_paper(self) -> None:
        found = [
            unpacked(around & np.uint32(2**28 - 1))[0] for around in neighbours(pixels(np.array([[9, 5]]), EVERY))
        ]
        # Where a pixel is the neighbour of others: above those below it, and so on.
        places = [tuple(np.argwhere(around)[0] - (9, 5)) for around in found]
        assert places == [(1, 0), (1, -1), (0, -1), (-1, -1), (-1, 0), (-1, 1), (0, 1), (1, 1)]
        corner = grown(pixels(np.array([[27, 27]]), EVERY))
        np.testing.assert_array_equal(np.argwhere(unpacked(corner)[0]), [[26, 26], [26, 27], [27, 26], [27, 27]])

    def test_connected_goes_as_far_as_the_steps_and_never_outside(self) -> None:
        line, seed = rows(drawn((10, 10, 3, 20))), pixels(np.array([[10, 3]]), EVERY)
        assert counts(connected(seed, line, 5)) == [6]
        assert counts(connected(seed, line, 40)) == [18]
        assert counts(connected(pixels(np.array([[9, 3]]), EVERY), line, 40)) == [0]

    def test_middles(self) -> None:
        np.testing.assert_allclose(middles(rows(drawn((4, 8, 10, 12)))), [[6, 11]])


class TestHoles:
    def test_the_inside_of_a_ring_and_of_nothing_else(self) -> None:
        np.testing.assert_array_equal(holes(rows(RING)), rows(drawn((7, 20, 10, 17))))
        for open_picture in (STROKE, CROSS, np.zeros((1, 784), np.uint8)):
            assert not holes(rows(open_picture)).any()

    def test_a_corner_is_no_way_out(self) -> None:
        diamond = np.zeros((1, 28, 28), bool)
        diamond[0, [13, 14, 14, 15], [14, 13, 15, 14]] = True
        assert counts(holes(packed(diamond))) == [1]

    def test_zeros_have_one_and_ones_have_none(self, ink: np.ndarray, labels: np.ndarray) -> None:
        has_hole = holes(ink).any(axis=1)
        assert has_hole[labels == 0].mean() > 0.9
        assert has_hole[labels == 8].mean() > 0.9
        assert has_hole[labels == 1].mean() < 0.02


class TestKnownShapes:
    @pytest.mark.parametrize(
        ("shape", "ends", "junctions"),
        [(STROKE, 2, 0), (RING, 0, 0), (CROSS, 4, 1), (TEE, 3, 1)],
        ids=["stroke", "ring", "cross", "tee"],
    )
    def test_ends_and_junctions(self, shape: np.ndarray, ends: int, junctions: int) -> None:
        found = Skeletons.of(rows(shape))
        assert counts(found.ends) == [ends]
        # Where lines meet, several pixels next to each other are a junction.
        assert (counts(found.junctions) >= 1) == (junctions > 0)

    def test_a_stroke_becomes_its_middle_line(self) -> None:
        (line,) = unpacked(Skeletons.of(rows(STROKE)).lines)
        assert np.flatnonzero(line.any(axis=0)).tolist() == [13]
        assert 16 <= line.sum() <= 20


class TestOnMnist:
    def test_lines_are_thin_lie_in_the_ink_and_lose_no_part(self, ink: np.ndarray) -> None:
        lines = Skeletons.of(ink).lines
        assert not (lines & ~ink).any()
        thin = unpacked(lines)
        blocks = thin[:, 1:, 1:] & thin[:, :-1, 1:] & thin[:, 1:, :-1] & thin[:, :-1, :-1]
        assert blocks.any(axis=(1, 2)).mean() < 0.02
        # Whatever ink there is, it hangs together with a line.
        np.testing.assert_array_equal(connected(lines, ink, 200), ink)

    def test_loops_stay(self, ink: np.ndarray) -> None:
        had = holes(ink).any(axis=1)
        lines = Skeletons.of(ink).lines
        np.testing.assert_array_equal(holes(lines).any(axis=1)[had], True)
        assert holes(lines).any(axis=1)[~had].mean() < 0.01

    @pytest.mark.parametrize(("digit", "ends"), [(0, 0), (1, 2), (3, 3), (4, 4), (7, 2), (9, 1)])
    def test_most_digits_have_as_many_ends_as_they_are_known_for(
        self, ink: np.ndarray, labels: np.ndarray, digit: int, ends: int
    ) -> None:
        found = counts(Skeletons.of(ink[labels == digit]).ends)
        assert np.median(found) == pytest.approx(ends, abs=1)

    def test_a_picture_does_not_depend_on_those_beside_it(self, ink: np.ndarray) -> None:
        whole, alone = Skeletons.of(ink[:50]), Skeletons.of(ink[7:8])
        for part in ("lines", "ends", "junctions"):
            np.testing.assert_array_equal(getattr(whole, part)[7:8], getattr(alone, part))


class TestPick:
    def test_marked_pixels_alone_and_each_of_them(self) -> None:
        marked = np.repeat(rows(drawn((10, 10, 3, 7))), 500, axis=0)
        places, found = pick(marked, np.random.default_rng(0))
        assert found.all()
        assert {tuple(place) for place in places.tolist()} == {(10, x) for x in range(3, 8)}

    def test_none_where_there_is_none(self) -> None:
        _, found = pick(rows(np.concatenate([STROKE, np.zeros((1, 784), np.uint8)])), np.random.default_rng(0))
        assert found.tolist() == [True, False]
