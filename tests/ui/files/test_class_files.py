"""The class's digits from files and into files, in the real window."""

import gzip
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.app import main
from digitpad.document.classroom.class_set import MOST_DRAWINGS, ClassSet
from digitpad.drawing.stroke_files import LabelledDrawing, read_drawings, write_drawings
from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow
from tests.document.made import collected, hand
from tests.ui.lesson import FILE_MS, choose


def add(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *paths: Path) -> str:
    """Add files by the menu; return what is told of it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (list(map(str, paths)), ""))
    with qtbot.waitSignal(window.class_files.told, timeout=FILE_MS) as told:
        window.actions_["add_ours"].trigger()
    return str(told.args[0])


def complaint(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *paths: Path) -> str:
    """Try to add files; return what is said in a box."""
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _, title, text: said.append(f"{title}: {text}"))
    window.class_files.add_from(paths)
    qtbot.waitUntil(lambda: bool(said), timeout=FILE_MS)
    return said[0]


def written(path: Path, entries: list[LabelledDrawing]) -> Path:
    write_drawings(path, entries)
    return path


class TestAdding:
    def test_two_groups_are_one_class(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        digits = window.workspace.class_drawings
        digits.add(collected(20, pens=2))
        first = written(tmp_path / "group a.jsonl", collected(30, pens=3, first=10))  # ten of them are ours
        unlabelled = [LabelledDrawing(hand(4, seed)) for seed in range(3)]
        second = written(tmp_path / "group b.jsonl.gz", [*collected(10, pens=1, first=300), *unlabelled])
        told = add(window, qtbot, monkeypatch, first, second)
        assert told == "30 drawings added, 10 drawings there already, 3 drawings without a label"
        assert (len(digits), digits.content.pens) == (50, 33)  # of our thirty two have drawn
        assert window.workspace.settings.folder == str(tmp_path)
        window.actions_["undo"].trigger()
        assert digits.content == ClassSet(tuple(collected(20, pens=2)))
        window.actions_["redo"].trigger()
        assert len(digits) == 50

    def test_again_there_is_nothing_new(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = written(tmp_path / "ours.jsonl", collected(1))
        assert add(window, qtbot, monkeypatch, path) == "1 drawing added"
        stack = window.workspace.board.undo_stack
        count = stack.count()
        assert add(window, qtbot, monkeypatch, path) == "0 drawings added, 1 drawing there already"
        assert stack.count() == count

    def test_another_label_of_the_same_drawing_is_told(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ours = collected(2)
        window.workspace.class_drawings.add(ours)
        path = written(tmp_path / "theirs.jsonl", [ours[0], replace(ours[1], label=9)])
        said = "0 drawings added, 2 drawings there already, 1 of them labelled otherwise: our label stays"
        assert add(window, qtbot, monkeypatch, path) == said
        assert window.workspace.class_drawings.content.drawings == tuple(ours)

    def test_a_mere_dot_is_set_aside_and_told(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dot = LabelledDrawing(Drawing.of([[(0.5, 0.5)]]), 1)
        path = written(tmp_path / "ours.jsonl", [*collected(2), dot])
        assert add(window, qtbot, monkeypatch, path) == "2 drawings added, 1 mere dot set aside"
        content = window.workspace.class_drawings.content
        assert (content.drawings, content.aside) == (tuple(collected(2)), (dot,))
        window.actions_["undo"].trigger()
        assert not window.workspace.class_drawings.content

    def test_what_is_drawn_while_a_file_is_read_is_not_lost(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path
    ) -> None:
        path = written(tmp_path / "ours.jsonl", collected(10, pens=1))
        digits = window.workspace.class_drawings
        with qtbot.waitSignal(window.class_files.told, timeout=FILE_MS):
            window.class_files.add_from([path])
            digits.add(collected(1, pens=1, first=700))
        assert digits.content.drawings[0] == collected(1, pens=1, first=700)[0]
        assert [entry.pen for entry in digits.content.drawings] == [1] + [31] * 10

    def test_of_too_many_those_are_added_that_have_room(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "many.jsonl"
        path.write_text("".join(f'{{"strokes": [[[{n}, 5], [7, 9]]], "label": 1}}\n' for n in range(20_100)))
        told = add(window, qtbot, monkeypatch, path)
        assert told == ("20,000 drawings added, 100 drawings too many, as a class has 20,000 at most")
        assert len(window.workspace.class_drawings) == MOST_DRAWINGS

    def test_nobody_chooses_a_file(
        self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
        with qtbot.assertNotEmitted(window.class_files.told):
            window.actions_["add_ours"].trigger()
            qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)

    def test_a_broken_or_foreign_file_changes_nothing(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        digits = window.workspace.class_drawings
        digits.add(collected(3))
        good = written(tmp_path / "good.jsonl", collected(9, first=50))
        no_digit = "line 1: its label is no whole number from 0 to 9"
        for name, content, said in (
            ("twelve", b'{"strokes": [[[1, 2]]], "label": 12}\n', no_digit),
            ("seven", b'{"strokes": [[[1, 2]]], "label": "seven"}\n', no_digit),
            ("no strokes", b'{"strokes": [], "label": 1}\n', "line 1: its strokes are no list, or there is none"),
            (
                "pen",
                b'{"strokes": [[[1, 2]]], "label": 1, "pen": "An"}\n',
                "line 1: its pen is no whole number from 1",
            ),
            ("another format", b'{"format": "another format", "version": 1}\n', "is not a file of drawings"),
            ("later version", b'{"format": "digitpad drawings", "version": 3}\n', "is of format version 3"),
            ("an archive", b"PK\x03\x04 something else", "line 1: it is not JSON"),
            ("cut short", gzip.compress(b'{"strokes": [[[1, 2]]], "label": 1}\n')[:-9], "is damaged or cut short"),
        ):
            path = tmp_path / f"{name}.jsonl"
            path.write_bytes(content)
            text = complaint(window, qtbot, monkeypatch, good, path)
            assert text.startswith("Nothing was opened: ")
            assert path.name in text
            assert said in text
            assert digits.content == ClassSet(tuple(collected(3))), name

    def test_an_empty_file_adds_nothing(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        digits, path = window.workspace.class_drawings, tmp_path / "odd.jsonl"
        digits.add(collected(3))
        path.touch()
        assert add(window, qtbot, monkeypatch, path) == "0 drawings added"
        assert digits.content == ClassSet(tuple(collected(3)))

    def test_a_file_that_is_gone(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "was not found" in complaint(window, qtbot, monkeypatch, tmp_path / "gone.jsonl")


class TestSaving:
    def test_evaluate_reads_it(
        self,
        window: MainWindow,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        paths = [str(tmp_path / name) for name in ("ours.jsonl", "ours.jsonl.gz")]
        entries = collected(20, pens=2)
        window.workspace.class_drawings.add(entries)
        window.workspace.class_drawings.change(
            replace(window.workspace.class_drawings.content, aside=tuple(collected(1, first=99))), "Set aside"
        )
        for path in paths:
            choose(monkeypatch, Path(path))
            with qtbot.waitSignal(window.class_files.told, timeout=FILE_MS) as told:
                window.actions_["save_ours"].trigger()
            assert told.args == [f"Saved {path}"]
            assert read_drawings(Path(path)) == entries
        assert main(["evaluate", "--drawings", *paths]) == 0
        out = capsys.readouterr().out
        assert all(f"{path}: " in out for path in paths)

    @pytest.mark.parametrize("command", ["save_ours", "export_ours"])
    def test_a_class_that_has_drawn_nothing_saves_nothing(
        self, window: MainWindow, qtbot: QtBot, command: str
    ) -> None:
        with qtbot.waitSignal(window.class_files.told, timeout=FILE_MS) as told:
            window.actions_[command].trigger()
        assert told.args == ["The class has drawn no digits yet."]

    def test_where_nothing_can_be_written_that_is_said(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        window.workspace.class_drawings.add(collected(2))
        said: list[str] = []
        monkeypatch.setattr(QMessageBox, "warning", lambda _, title, text: said.append(f"{title}: {text}"))
        for number, save in enumerate((window.class_files.save_to, window.class_files.export_to), start=1):
            save(tmp_path / "no folder" / "ours")
            qtbot.waitUntil(lambda number=number: len(said) == number, timeout=FILE_MS)
            assert said[-1].startswith("Nothing was saved: ")


class TestExporting:
    @pytest.mark.parametrize(
        ("count", "pens", "said"),
        [
            (100, 10, ": 80 to train on, 20 of the pens "),
            (140, 70, ": 112 to train on, 28 of 14 other pens to test with"),
            (100, 0, ": 80 to train on, 20 to test with, held out by drawing"),
        ],
    )
    def test_it_says_which_are_held_out(
        self,
        window: MainWindow,
        qtbot: QtBot,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        count: int,
        pens: int,
        said: str,
    ) -> None:
        path = tmp_path / "ours.npz"
        drawn = [
            replace(entry, pen=1 + place * pens // count if pens else None)
            for place, entry in enumerate(collected(count))
        ]
        window.workspace.class_drawings.add(drawn)
        choose(monkeypatch, path)
        tellings: list[str] = []
        window.class_files.told.connect(tellings.append)
        window.actions_["export_ours"].trigger()
        qtbot.waitUntil(lambda: len(tellings) == 2, timeout=FILE_MS)
        assert tellings[0] == f"Making {count} pictures …"
        assert tellings[1].startswith(f"ours.npz{said}")
        with np.load(path, allow_pickle=False) as archive:
            assert sorted(archive.files) == ["x_test", "x_train", "y_test", "y_train"]


def test_drawings_that_are_only_opened_say_where_their_labels_would_be_kept(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """``digitpad FILE.jsonl`` puts them onto the canvas, one after the other."""
    path = written(tmp_path / "ours.jsonl", collected(5))
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS) as told:
        window.open_file(path)
    assert told.args == [
        "Drawings added: 5. Their labels are left out here; “Add drawings to our digits” takes them too."
    ]
    assert len(window.workspace.sketchbook.pages) == 5
    assert len(window.workspace.class_drawings) == 0
