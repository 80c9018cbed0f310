"""Drawings to files and from files, in the real window."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing, read_drawings, write_drawings
from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.easel.board import Board
from digitpad.workspace.easel.pages import MOST_PAGES, read_pages
from digitpad.workspace.easel.sketchbook import Sketchbook
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


ADDING_MS = 8.0
BUSY = 8
"""So much longer anything may take while other programs have the computer's cores."""


@pytest.mark.parametrize("equal", [True, False], ids=["equal", "different"])
def test_of_many_drawings_those_are_kept_that_there_is_room_for(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, equal: bool
) -> None:
    """The window does nothing for the others: 100,000 stopped it for 1.4 s."""
    path = tmp_path / "many.jsonl"
    count = 5_000
    path.write_text("".join(f'{{"strokes": [[[{0 if equal else n}, 5], [7, 9]]]}}\n' for n in range(count)))
    for digit in (7, 8):
        window.workspace.board.clear()
        example(window, digit)
    window.workspace.board.clear()
    read = read_pages(path)
    assert read.count == count
    assert len(read.pages) == MOST_PAGES
    assert len(set(map(id, read.pages))) == (1 if equal else MOST_PAGES)
    book, took = Sketchbook(Board(window), window), []
    for _ in range(5):
        book.put([], 0)
        start = time.process_time()
        assert book.add(list(read.pages)) == MOST_PAGES
        took.append((time.process_time() - start) * 1000)
    assert min(took) < ADDING_MS * BUSY
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS) as told:
        window.files.open_drawings_from(path)
    assert told.args == ["Drawings added: 998 of 5,000; a session has no room for more"]
    assert len(window.workspace.sketchbook.pages) == MOST_PAGES


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
