"""The class whose pictures are taken: the same digits each time, some doubtful, some wrong."""

import importlib
from types import ModuleType

import numpy as np
import pytest

from digitpad.document.classroom.class_pictures import material_of
from digitpad.network.judging import judge
from digitpad.runs.network_file import load_ready_network
from tests.conftest import ROOT


@pytest.fixture
def digits(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("picturing.class_digits")


def test_thirty_pens_have_written_each_digit(digits: ModuleType) -> None:
    content = digits.collected()
    assert content == digits.collected()
    pairs = {(entry.pen, entry.label) for entry in content.drawings}
    assert len(content.drawings) == len(pairs) == 300
    assert [(entry.pen, entry.label) for entry in content.aside] == list(digits.ASIDE)
    for entry in content.everything:
        left, top, right, bottom = entry.drawing.box()
        assert min(left, top) >= 0
        assert max(right, bottom) <= 1


def test_the_network_finds_what_nobody_has_noticed(digits: ModuleType) -> None:
    material = material_of(digits.collected().drawings)
    judgement = judge(load_ready_network().snapshot, material.pictures.images, material.pictures.labels)
    assert judgement is not None
    wrong = [material.drawings[place] for place in np.flatnonzero(~judgement.right)]
    assert set(digits.MISTAKEN) <= {(entry.pen, entry.label) for entry in wrong}
