"""The rehearsal's round with the pen, through the real window; the script itself trains for minutes after it."""

import importlib
from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from digitpad.ui.stage.main_window import MainWindow
from tests.conftest import ROOT
from tests.document.made import collected

ALIKE = 0.01
"""Of the canvas's side: as exactly as a mouse of whole pixels draws, or better."""

CONFUSED_DIGIT = 4
"""Which the second writer writes as a 7."""


@pytest.fixture
def rehearsal(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return importlib.import_module("rehearse_class")


def test_each_pen_gives_its_writers_digits(window: MainWindow, qtbot: QtBot, rehearsal: ModuleType) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    entries = collected(20, pens=2)
    entries[10 + CONFUSED_DIGIT] = replace(entries[10 + CONFUSED_DIGIT], drawing=entries[17].drawing)
    rehearsal.collect(window, rehearsal.Writers(entries, wanted=2, each=1), pens=2, each=1)
    content = window.workspace.class_drawings.content
    assert not window.workspace.collector.is_collecting
    assert [(entry.pen, entry.label) for entry in content.aside] == [(2, CONFUSED_DIGIT)]
    assert len(content.drawings) == 19
    for entry in content.everything:
        assert entry.pen is not None
        assert entry.label is not None
        meant = entries[10 * (entry.pen - 1) + entry.label].drawing.fitted()
        for stroke, wanted in zip(entry.drawing.strokes, meant.strokes, strict=True):
            assert np.abs(stroke - wanted).max() < ALIKE
    assert rehearsal.keep_what_is_aside(window) == 1
    kept = window.workspace.class_drawings.content
    assert (len(kept.drawings), len(kept.aside)) == (20, 0)


def test_it_says_how_it_trains(rehearsal: ModuleType) -> None:
    words = rehearsal.what_trains(0.25, 400)
    assert "5 epochs of 60,000 images of MNIST" in words
    assert "100 epochs of our 400" in words
    assert "25 % of them ours" in words
