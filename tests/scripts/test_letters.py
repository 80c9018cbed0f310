"""The letters that recognition is measured on: what a line of a font draws, and what is said without fonts."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("measures.letters")


def test_a_line_draws_strokes_between_lifts_of_the_pen(letters: ModuleType) -> None:
    drawn = letters.drawing("    8  9MWOMOV RUMUV ROQUQ")
    assert [stroke.tolist() for stroke in drawn.strokes] == [
        [[-3, -5], [-3, 4]],
        [[3, -5], [3, 4]],
        [[-3, -1], [3, -1]],
    ]


def test_letters_that_look_like_a_digit_are_left_out(letters: ModuleType) -> None:
    assert len(letters.LETTERS) == 31
    assert not set(letters.LETTERS) & set("OoIlZzSsBbqgD")


def test_without_fonts_there_are_none_and_it_says_what_to_install(
    letters: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(letters, "FOLDER", tmp_path / "missing")
    assert letters.letters() == []
    assert "apt-get install hershey-fonts-data" in capsys.readouterr().err
