"""The standard errors of the benchmark's shares of right answers: by drawings, and by those who drew."""

import importlib
import math
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import write_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.runs.network_file import load_ready_network
from tests.conftest import ROOT


@pytest.fixture
def sampling(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("measures.sampling")


def test_of_independent_answers_it_is_the_usual_one(sampling: ModuleType) -> None:
    right = np.array([1, 0, 1, 1, 0.5])
    assert sampling.standard_error(right, range(5)) == pytest.approx(np.std(right, ddof=1) / math.sqrt(5))


def test_whoever_writes_all_alike_counts_once(sampling: ModuleType) -> None:
    right = np.array([1, 0, 1, 1])
    alone = sampling.standard_error(right, "abcd")
    assert sampling.standard_error(np.tile(right, 3), "abcd" * 3) == pytest.approx(alone)
    assert sampling.standard_error(np.tile(right, 3), range(12)) < 0.6 * alone


def test_of_writers_of_different_zeal_each_drawing_counts_as_much(sampling: ModuleType) -> None:
    """Three writers of 1, 2 and 3 drawings, of which 0, 1 and 3 are read: the mean is 4/6."""
    right = np.array([0, 0, 1, 1, 1, 1])
    away = np.array([-4 / 6, 1 - 2 * 4 / 6, 3 - 3 * 4 / 6])
    expected = math.sqrt(3 / 2 * (away**2).sum()) / 6
    assert sampling.standard_error(right, "abbccc") == pytest.approx(expected)


def test_one_writer_tells_nothing_of_others(sampling: ModuleType) -> None:
    assert math.isnan(sampling.standard_error(np.array([1, 0]), "aa"))


def test_of_a_file_with_writers_and_of_one_without(sampling: ModuleType, tmp_path: Path) -> None:
    digits = [LabelledDrawing(sample_digit(digit), digit, source=f"class/{digit % 2}") for digit in range(10)]
    wrong = LabelledDrawing(sample_digit(3), 8, source="class/1")  # read as a 3 by whatever network can read
    known, unknown = tmp_path / "known.jsonl", tmp_path / "unknown.jsonl"
    write_drawings(known, [*digits, wrong])
    write_drawings(unknown, [LabelledDrawing(entry.drawing, entry.label) for entry in [*digits, wrong]])
    heard = sampling.Sampling([known, unknown])
    for _ in range(2):
        heard.hear(load_ready_network().snapshot)
    errors = heard.errors()
    by_drawing = np.std([1] * 10 + [0], ddof=1) / math.sqrt(11)
    assert (
        errors["known.jsonl"]["by_drawing"] == errors["unknown.jsonl"]["by_drawing"] == pytest.approx(by_drawing)
    )
    assert errors["known.jsonl"]["writers"] == 2
    assert "writers" not in errors["unknown.jsonl"]
    first, second = sampling.sampling_lines(errors)
    assert first.startswith("known.jsonl: 11 drawings; ")
    assert "these 2 drawn" in first
    assert second.endswith("who wrote them is not known.")
