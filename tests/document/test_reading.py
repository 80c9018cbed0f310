"""The ready-made network reads a drawing wherever it is on the canvas and however large it is."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from digitpad.document.reading import glyphs
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.network.snapshot import Snapshot
from digitpad.runs.network_file import load_ready_network

Check = Callable[[list[Drawing]], None]

COUNT = 500
"""Drawings that are moved and scaled; the demanded share of 99 % allows for five others."""

TURN = 10.0  # degrees
JITTER = 0.008  # of the canvas: standard deviation of each point, a hand that trembles
TINY = 0.05
HUGE = 1.0


@pytest.fixture(scope="module")
def network() -> Snapshot:
    return load_ready_network().snapshot


@pytest.fixture(scope="module")
def drawings() -> list[Drawing]:
    """Each digit as fifty hands would draw it, in the middle of the canvas."""
    rng = np.random.default_rng(20)
    return [by_another_hand(sample_digit(number % 10), rng) for number in range(COUNT)]


@pytest.fixture(scope="module")
def usual_answers(network: Snapshot, drawings: list[Drawing]) -> np.ndarray:
    """What the network takes them for, int (COUNT,)."""
    return answers(network, drawings)


def by_another_hand(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    angle = np.deg2rad(rng.uniform(-TURN, TURN))
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return Drawing.of(
        (stroke - 0.5) @ rotation.T + 0.5 + rng.normal(0, JITTER, stroke.shape) for stroke in drawing.strokes
    )


def placed(drawing: Drawing, size: float, across: float, down: float) -> Drawing:
    """Return it with its longer side ``size`` of the canvas; ``across`` and ``down`` from 0 to 1 are its place."""
    left, top, right, bottom = drawing.box()
    scale = size / max(right - left, bottom - top)
    free = 1 - scale * np.array([right - left, bottom - top])
    return Drawing.of((stroke - (left, top)) * scale + free * (across, down) for stroke in drawing.strokes)


def answers(network: Snapshot, drawings: Sequence[Drawing]) -> np.ndarray:
    return network.probabilities(glyphs(drawings)).argmax(axis=1)


def test_the_ten_examples(network: Snapshot) -> None:
    probabilities = network.probabilities(glyphs([sample_digit(digit) for digit in range(10)]))
    assert (probabilities.shape, probabilities.dtype) == ((10, 10), np.float32)
    np.testing.assert_array_equal(probabilities.argmax(axis=1), np.arange(10))
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-5)


def test_other_hands_too(usual_answers: np.ndarray) -> None:
    assert (usual_answers == np.arange(COUNT) % 10).mean() > 0.98


class TestPlaceAndSize:
    @pytest.fixture
    def assert_alike(self, network: Snapshot, usual_answers: np.ndarray) -> Check:
        def check(after: list[Drawing]) -> None:
            for drawing in after:
                left, top, right, bottom = drawing.box()
                assert min(left, top) > -1e-9
                assert max(right, bottom) < 1 + 1e-9
            assert (usual_answers == answers(network, after)).mean() >= 0.99

        return check

    @pytest.mark.parametrize(
        ("size", "across", "down"),
        [(TINY, 0, 0), (TINY, 1, 1), (TINY, 0.5, 0.5), (HUGE, 0.5, 0.5), (0.3, 1, 0), (0.3, 0, 1)],
    )
    def test_in_a_corner_tiny_or_huge(
        self, assert_alike: Check, drawings: list[Drawing], size: float, across: float, down: float
    ) -> None:
        after = [placed(drawing, size, across, down) for drawing in drawings]
        assert_alike(after)

    def test_anywhere_in_any_size(self, assert_alike: Check, drawings: list[Drawing]) -> None:
        rng = np.random.default_rng(21)
        sizes = np.exp(rng.uniform(np.log(TINY), np.log(HUGE), COUNT))
        after = [
            placed(drawing, size, *rng.uniform(0, 1, 2)) for drawing, size in zip(drawings, sizes, strict=True)
        ]
        assert_alike(after)

    def test_in_the_whole_pixels_of_a_small_canvas(self, assert_alike: Check, drawings: list[Drawing]) -> None:
        rng = np.random.default_rng(22)
        side = 400
        moved = [placed(drawing, 0.25, *rng.uniform(0, 1, 2)) for drawing in drawings]
        after = [Drawing.of(np.rint(stroke * side) / side for stroke in drawing.strokes) for drawing in moved]
        assert_alike(after)


class TestGlyphs:
    def test_shape_type_and_range(self, drawings: list[Drawing]) -> None:
        found = glyphs(drawings[:20])
        assert (found.shape, found.dtype) == ((20, 784), np.float32)
        assert found.min() == 0
        np.testing.assert_array_equal(found.max(axis=1), 1)

    def test_the_unit_does_not_matter(self, drawings: list[Drawing]) -> None:
        tablet = [Drawing.of(stroke * 4096 for stroke in drawing.strokes) for drawing in drawings[:20]]
        np.testing.assert_allclose(glyphs(tablet), glyphs(drawings[:20]), atol=1.5 / 255)

    def test_stray_dots_are_left_out(self) -> None:
        digit = sample_digit(4)
        quarter = Drawing.of(stroke / 4 for stroke in digit.strokes)
        dotted = Drawing.of([[(0.9, 0.95)], *quarter.strokes, [(0.7, 0.1), (0.705, 0.1)]])
        np.testing.assert_allclose(glyphs([dotted]), glyphs([digit]), atol=1.5 / 255)

    def test_two_digits_are_one_picture(self) -> None:
        # Whoever gives a drawing one label says that it is one digit.
        strokes = [*sample_digit(4).strokes, *(stroke + np.array([0.6, 0]) for stroke in sample_digit(2).strokes)]
        wide = glyphs([Drawing.of(strokes)]).reshape(28, 28).any(axis=0)
        assert np.flatnonzero(wide).size >= 19

    def test_nothing_drawn_is_refused(self) -> None:
        with pytest.raises(ValueError):
            glyphs([Drawing()])
