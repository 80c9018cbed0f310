"""Parts of the class's drawings that become more and more."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from digitpad.document.classroom.class_pictures import material_of
from digitpad.document.growing_data import LEAST, growing_parts
from digitpad.drawing.stroke_lines import LabelledDrawing
from tests.workspace.classroom.class_digits import drawn


def with_pens(count: int, pens: int) -> list[LabelledDrawing]:
    return [replace(entry, pen=1 + place % pens) for place, entry in enumerate(drawn(count))]


def without_pens(count: int) -> list[LabelledDrawing]:
    return [replace(entry, pen=None) for entry in drawn(count)]


@pytest.mark.parametrize("entries", [with_pens(300, 30), without_pens(300)], ids=["pens", "drawings"])
def test_each_part_has_all_of_the_one_before_and_the_last_has_all(entries: list[LabelledDrawing]) -> None:
    material = material_of(entries)
    parts = growing_parts(material)
    assert [len(part) for part in parts] == ([30, 50, 120, 240] if material.split.by_pen else [24, 48, 120, 240])
    for smaller, larger in pairwise(parts):
        assert set(smaller.tolist()) < set(larger.tolist())
    assert parts[-1].tolist() == material.split.train.tolist()


def test_whole_pens_are_in_a_part() -> None:
    material = material_of(with_pens(300, 30))
    for part in growing_parts(material):
        own = {material.drawings[place].pen for place in part.tolist()}
        of_these = [p for p in material.split.train.tolist() if material.drawings[p].pen in own]
        assert part.tolist() == of_these


def test_each_digit_comes_as_often_where_pens_are_not_known() -> None:
    material = material_of(without_pens(300))
    for part in growing_parts(material):
        counts = np.bincount(material.pictures.labels[part], minlength=10)
        assert counts.max() - counts.min() <= 1


def test_no_part_is_smaller_than_ten_drawings_and_no_two_are_alike() -> None:
    material = material_of(without_pens(40))
    assert [len(part) for part in growing_parts(material)] == [LEAST, 15, 30]


def test_of_few_drawings_there_is_one_part() -> None:
    assert [len(part) for part in growing_parts(material_of(without_pens(6)))] == [5]


def test_of_none_there_is_none() -> None:
    assert growing_parts(material_of(())) == ()
