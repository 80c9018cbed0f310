"""Drawings to files and from files, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing, read_drawings, write_drawings
from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow
from tests.ui.lesson import FILE_MS, choose, example


def test_drawings_go_to_a_file_and_come_from_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "class.jsonl"
    choose(monkeypatch, path)
    for digit in (7, 8):
        window.workspace.board.clear()
        example(window, digit)
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.actions_["save_drawings"].trigger()
    assert [entry.drawing for entry in read_drawings(path)] == [sample_digit(7), sample_digit(8)]
    write_drawings(path, [LabelledDrawing(sample_digit(0)), LabelledDrawing(sample_digit(6))])
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.actions_["open_drawings"].trigger()
    assert window.workspace.board.drawing == sample_digit(0)
    QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
    assert window.workspace.board.drawing == sample_digit(6)


def test_without_drawings_there_is_nothing_to_save(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.files.told) as told:
        window.actions_["save_drawings"].trigger()
    assert "no drawing" in told.args[0]


def test_drawings_in_another_unit_are_fitted_into_the_canvas(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tablet.jsonl"
    large = Drawing.of([stroke * 4000 + 700 for stroke in sample_digit(7).strokes])
    write_drawings(path, [LabelledDrawing(large), LabelledDrawing(sample_digit(2))])
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.files.open_drawings_from(path)
    left, top, right, bottom = window.workspace.board.drawing.box()
    assert 0 < left < right < 1
    assert 0 < top < bottom < 1
    assert window.workspace.recognizer.answer().ranking[0] == 7
    assert window.workspace.sketchbook.pages[1] == sample_digit(2)
