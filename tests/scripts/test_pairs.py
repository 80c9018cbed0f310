"""The benchmark's digits side by side and beside dots: they stand where it says, and its figures are shares."""

import importlib
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import write_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.drawing.strokes import Drawing
from digitpad.runs.network_file import load_ready_network
from tests.conftest import ROOT


@pytest.fixture
def pairs(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("measures.pairs")


def test_a_file_of_the_examples(pairs: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "PAIRS", 30)
    path = tmp_path / "ten.jsonl"
    write_drawings(path, [LabelledDrawing(sample_digit(digit), digit) for digit in range(10)])
    figures = pairs.grouping_figures(path, load_ready_network().snapshot)
    assert tuple(figures) == pairs.FIGURES
    assert figures["split"] == 0
    assert [figures[name] for name in pairs.FIGURES[1:]] == [1] * 6
    table = pairs.grouping_table([{"grouping": {"ten": figures}}])
    assert table.splitlines()[-1] == "| ten | 0.00 % | " + " | ".join(["100.00 %"] * 6) + " |"


def test_what_is_split_or_docked_is_counted(pairs: ModuleType) -> None:
    far = [[(0, 0), (0, 1)], [(3, 0), (3, 1)]]
    docked = [[(0, 0), (0, 1)], [(3, 0)]]
    drawings = [sample_digit(4), Drawing.of(far), Drawing.of(docked), sample_digit(5)]
    assert pairs.split([LabelledDrawing(drawing, 1) for drawing in drawings]) == 0.5


def test_two_stand_beside_each_other(pairs: ModuleType) -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        both = pairs.side_by_side(sample_digit(3), sample_digit(1), rng).strokes
        (left, right), heights = both, [float(np.ptp(stroke[:, 1])) for stroke in both]
        assert heights[0] == pytest.approx(1)
        assert 0.7 <= heights[1] <= 1.4
        gap = (right[:, 0].min() - left[:, 0].max()) / np.mean(heights)
        assert -0.05 - 1e-9 <= gap <= 0.5 + 1e-9


@pytest.mark.parametrize("size", [0.25, 0.6])
def test_dots_are_far_from_the_digit(pairs: ModuleType, size: float) -> None:
    rng = np.random.default_rng(0)
    for _ in range(50):
        strokes = pairs.with_dots(sample_digit(8), size, rng).strokes
        (eight,) = (stroke for stroke in strokes if len(stroke) > 2)
        dots = [stroke for stroke in strokes if len(stroke) <= 2]
        assert np.ptp(eight, axis=0).max() == pytest.approx(size)
        assert 1 <= len(dots) <= 3
        for dot in dots:
            apart = np.maximum(eight.min(axis=0) - dot[0], dot[0] - eight.max(axis=0)).max()
            assert apart >= 0.3 * size - 0.01
