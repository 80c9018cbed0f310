"""A drawing's picture, taken apart into its strokes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitpad.drawing.raster import rasterize
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_ink import stroke_ink, without_stroke
from digitpad.drawing.strokes import Drawing

points = st.tuples(st.integers(0, 64), st.integers(0, 64)).map(lambda p: (p[0] / 64, p[1] / 64))
strokes = st.lists(st.lists(points, min_size=1, max_size=6), min_size=1, max_size=5)


@given(strokes)
def test_the_strokes_add_up_to_what_the_network_sees(drawn: list[list[tuple[float, float]]]) -> None:
    drawing = Drawing.of(drawn)
    inks = stroke_ink(drawing)
    assert inks is not None
    assert inks.shape == (len(drawn), 28, 28)
    assert inks.dtype == np.float32
    assert inks.min() >= 0
    np.testing.assert_allclose(inks.sum(axis=0), rasterize(drawing).glyph, atol=1e-6)


def test_a_stroke_has_its_own_ink_where_it_is_alone_and_half_of_it_where_two_lie_upon_each_other() -> None:
    bar, other = [(0.1, 0.2), (0.9, 0.2)], [(0.1, 0.8), (0.9, 0.8)]
    drawing = Drawing.of([bar, other, bar])
    inks = stroke_ink(drawing)
    assert inks is not None
    assert not (inks[0] * inks[1]).any()
    np.testing.assert_allclose(inks[0], inks[2], atol=1e-6)
    np.testing.assert_allclose(inks[0], (rasterize(drawing).glyph - inks[1]) / 2, atol=1e-6)


def test_one_stroke_is_all_of_it() -> None:
    inks = stroke_ink(sample_digit(3))
    assert inks is not None
    np.testing.assert_allclose(inks[0], rasterize(sample_digit(3)).glyph, atol=1e-6)


def test_it_gives_up_when_nobody_wants_it() -> None:
    assert stroke_ink(sample_digit(4), lambda: False) is None


def test_nothing_has_no_strokes() -> None:
    with pytest.raises(ValueError, match="empty"):
        stroke_ink(Drawing())


def test_without_a_stroke_the_others_stay_as_they_are() -> None:
    four = sample_digit(4)
    assert without_stroke(four, 0).strokes == (four.strokes[1],)
    assert without_stroke(four, 1).strokes == (four.strokes[0],)
