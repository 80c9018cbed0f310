"""The ready-made network reads drawings, wherever and however large they are drawn."""

import numpy as np
import pytest

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.learning.snapshot import Snapshot
from digitpad.learning.storage import load_ready_network
from digitpad.reading import glyphs, read_drawings_with

CASES = 500
LEAST_SAME = 0.99


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return load_ready_network().snapshot


def by_another_hand(digit: int, random: np.random.Generator) -> Drawing:
    """Return an example digit, turned a little and drawn with a trembling hand."""
    angle = np.deg2rad(random.uniform(-10, 10))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return Drawing.of(
        [
            (stroke - 0.5) @ turn + 0.5 + random.normal(0, 0.005, stroke.shape)
            for stroke in sample_digit(digit).strokes
        ]
    )


def elsewhere(drawing: Drawing, random: np.random.Generator) -> Drawing:
    """Return the drawing somewhere else on the canvas, from tiny (5 %) to as large as there is room."""
    left, top, right, bottom = drawing.box()
    extent = max(right - left, bottom - top)
    size = random.uniform(0.05, 1)
    corner = random.uniform(0, 1 - size, 2)
    return Drawing.of([(stroke - (left, top)) * (size / extent) + corner for stroke in drawing.strokes])


def test_the_examples_are_read_right(snapshot: Snapshot) -> None:
    answers = read_drawings_with(snapshot, [sample_digit(digit) for digit in range(10)]).argmax(axis=1)
    np.testing.assert_array_equal(answers, np.arange(10))


def test_place_and_size_change_the_answer_in_less_than_one_case_of_a_hundred(snapshot: Snapshot) -> None:
    random = np.random.default_rng(3)
    drawings = [by_another_hand(number % 10, random) for number in range(CASES)]
    moved = [elsewhere(drawing, random) for drawing in drawings]
    same = read_drawings_with(snapshot, drawings).argmax(axis=1) == read_drawings_with(snapshot, moved).argmax(
        axis=1
    )
    assert same.mean() >= LEAST_SAME


def test_glyphs_are_rows_of_what_the_network_sees() -> None:
    found = glyphs([sample_digit(1), sample_digit(2)])
    assert found.shape == (2, 784)
    assert found.dtype == np.float32
    assert found.max(axis=1).tolist() == [1, 1]
