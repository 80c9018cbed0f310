"""What the rehearsal of the class's lesson concludes: checked by hand, and by drawings whose answer is known."""

import importlib
from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest

from tests.conftest import ROOT
from tests.document.made import collected


@pytest.fixture
def scores(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("rehearsing.scores")


@pytest.fixture
def writers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("rehearsing.writers")


def right(*rows: str) -> np.ndarray:
    """Return whether each drawing was read right: a row for each seed, x for a mistake."""
    return np.array([[letter != "x" for letter in row] for row in rows])


class TestScores:
    def test_an_accuracy_by_hand(self, scores: ModuleType) -> None:
        found = scores.score(right("....x", "...xx"))
        assert found.accuracy == pytest.approx(0.7)
        assert found.by_drawings == pytest.approx(np.sqrt(0.7 * 0.3 / 5))
        assert found.by_seeds == pytest.approx(np.sqrt(2) * 0.1)

    def test_one_seed_says_nothing_of_others(self, scores: ModuleType) -> None:
        assert scores.score(right("..x")).by_seeds == 0

    def test_a_gain_goes_by_writers(self, scores: ModuleType) -> None:
        """Two writers: the one is read better by all of both drawings, the other by none."""
        found = scores.gain(right("...."), right("xx.."), np.array([1, 1, 2, 2]))
        assert found.difference == pytest.approx(0.5)
        assert found.error == pytest.approx(0.5)
        assert not found.is_one

    def test_what_all_writers_say_is_a_difference(self, scores: ModuleType) -> None:
        pens = np.repeat(np.arange(8), 2)
        better, worse = right("." * 16), right("x." * 7 + "xx")
        assert scores.gain(better, worse, pens).is_one
        assert scores.gain(worse, better, pens).is_one
        assert not scores.gain(better, better, pens).is_one

    @pytest.mark.parametrize(("freedom", "errors"), [(4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045)])
    def test_the_fewer_writers_the_wider(self, scores: ModuleType, freedom: int, errors: float) -> None:
        """Against the table that every statistics book has."""
        assert scores.student(freedom) == pytest.approx(errors, rel=0.02)

    def test_one_writer_proves_nothing(self, scores: ModuleType) -> None:
        assert not scores.gain(right("...."), right("xxxx"), np.ones(4, np.int64)).is_one

    def test_the_table_says_where_there_is_no_difference(self, scores: ModuleType) -> None:
        pens = np.repeat(np.arange(8), 2)
        worst = right("x." * 7 + "xx")
        results = {
            "MNIST": right("x." * 8),
            "ours": right("." * 16),
            "both": right("x." * 7 + ".."),
            "none": worst,
        }
        lines = scores.table(results, pens, "MNIST")
        assert lines[0].startswith("| trained on | read right of 16 by 8 writers |")
        assert lines[2].startswith("| MNIST | 50.0 % |")
        assert lines[2].endswith("|  |")
        assert "+50.0" in lines[3]
        assert "no difference" not in lines[3]
        assert lines[4].endswith(": no difference |")
        assert "| −6.2 ± 6.2: no difference |" in lines[5]


class TestWriters:
    def test_each_gives_what_is_asked_for(self, writers: ModuleType) -> None:
        entries = collected(60, pens=3)
        found = writers.Writers(entries, wanted=3, each=2)
        drawn = [found.draw(pen, digit) for pen in (1, 2, 3) for digit in (*range(10), *range(10))]
        assert len(set(drawn)) == 60
        assert found.__class__(entries, 1, 1).draw(1, 7) == entries[7].drawing.fitted()

    def test_the_source_tells_writers_apart_where_there_are_no_pens(self, writers: ModuleType) -> None:
        entries = [replace(entry, source=f"w{place // 10}") for place, entry in enumerate(collected(20))]
        assert writers.Writers(entries, wanted=2, each=1).draw(2, 3) == entries[13].drawing.fitted()

    def test_too_few_are_refused(self, writers: ModuleType) -> None:
        with pytest.raises(ValueError, match="2 writers have drawn each digit 1 times, and 3 are wanted"):
            writers.Writers(collected(29, pens=3), wanted=3, each=1)
