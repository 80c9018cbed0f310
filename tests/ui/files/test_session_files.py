"""Sessions and drawings in the real window, with real files and real training."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import MAX_STROKES, Drawing
from digitpad.engines.pacing import SPEEDS, Pace, Way
from digitpad.runs.events import Advanced, Ending, SnapshotTaken
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.training.training import State
from tests.document.test_session_file import make_run
from tests.ui.conftest import load
from tests.ui.lesson import FILE_MS, choose, example, open_, reported, save, select, settle, step, stop
from tests.ui.pointer import draw
from tests.workspace.conftest import HANDLED
from tests.workspace.hearing import TRAINING_MS
from tests.workspace.keeping.kept import last

ENDLESS = replace(HANDLED, epochs=1000, seed=3)
"""Ends only when it is told to."""


class TestSavingAndOpening:
    def test_a_run_from_a_file_goes_on_as_if_nothing_had_happened(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "lesson.digitpad"
        load(window, qtbot)
        window.workspace.draft.write(ENDLESS)
        example(window, 4)
        for _ in range(3):
            step(window, qtbot)
        window.workspace.runs.rename(window.workspace.runs.current, "three steps")
        choose(monkeypatch, path)
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.actions_["save"].trigger()
        assert window.windowTitle().startswith("lesson.digitpad")
        assert not window.isWindowModified()
        for _ in range(2):
            step(window, qtbot)
        qtbot.waitUntil(window.isWindowModified)
        undisturbed = window.workspace.runs.current.history.losses.copy()
        stop(window, qtbot)
        window.close()

        other = MainWindow(settings)
        qtbot.addWidget(other)
        other.show()
        open_(other, qtbot, path)
        (run,) = other.workspace.runs.runs
        assert run.name == "three steps"
        assert len(run.history) == 3
        assert other.workspace.board.drawing == sample_digit(4)
        assert other.workspace.draft.recipe == ENDLESS
        assert other.workspace.network.run is run
        assert not other.isWindowModified()
        load(other, qtbot)
        with reported(other, qtbot, SnapshotTaken):
            select(other, run)
            other.actions_["go_on"].trigger()
        qtbot.waitUntil(lambda: len(run.history) > len(undisturbed), timeout=TRAINING_MS)
        with reported(other, qtbot, Ending.PAUSED):
            other.actions_["train"].trigger()
        assert other.workspace.training.state is State.PAUSED
        assert len(run.history) > 5
        np.testing.assert_array_equal(run.history.losses[:5], undisturbed)
        other.close()

    def test_a_damaged_file_is_a_sentence_and_loses_nothing(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told: list[str] = []
        monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: told.append(arguments[2]))
        path = tmp_path / "broken.digitpad"
        path.write_bytes(b"PK\x03\x04 and no more")
        example(window, 2)
        window.files.open_from(path)
        qtbot.waitUntil(lambda: bool(told), timeout=FILE_MS)
        assert "broken.digitpad" in told[0]
        assert window.workspace.board.drawing == sample_digit(2)
        window.files.save_to(tmp_path / "nowhere" / "lesson.digitpad")
        qtbot.waitUntil(lambda: len(told) == 2, timeout=FILE_MS)
        assert "could not be saved" in told[1]

    def test_what_was_saved_stays_saved_when_the_run_is_measured_that_has_paused(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path
    ) -> None:
        load(window, qtbot)
        window.workspace.training.set_pace(Pace(Way.STEADY, SPEEDS[0]))  # it pauses in its first epoch
        window.workspace.draft.write(Recipe())
        for waited_for in (Advanced, Ending.PAUSED):
            with reported(window, qtbot, waited_for):
                window.actions_["train"].trigger()
        run = window.workspace.runs.current
        assert run.history.scores == []
        save(window, qtbot, tmp_path / "lesson.digitpad")
        assert not window.isWindowModified()
        qtbot.waitUntil(lambda: bool(run.history.scores), timeout=FILE_MS)
        assert not window.isWindowModified()
        window.workspace.runs.rename(run, "mine")
        assert window.isWindowModified()

    @pytest.mark.parametrize("answer", ["Save", "Cancel"])
    def test_saving_over_what_somebody_else_has_changed_asks_first(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
    ) -> None:
        path = tmp_path / "lesson.digitpad"
        example(window, 5)
        save(window, qtbot, path)
        example(window, 6)
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):  # what this window wrote itself is no question
            window.actions_["save"].trigger()
        theirs = SavedSession(drawings=(sample_digit(1), sample_digit(2)))
        save_session(path, theirs)
        example(window, 7)
        asked: list[str] = []
        button = QMessageBox.StandardButton[answer]
        monkeypatch.setattr(QMessageBox, "question", lambda *a: (asked.append(a[2]), button)[1])
        window.actions_["save"].trigger()
        qtbot.waitUntil(lambda: bool(asked) and window.workspace.jobs.is_quiet, timeout=FILE_MS)
        assert "lesson.digitpad" in asked[0]
        kept = load_session(path).drawings
        assert (kept == theirs.drawings) == (answer == "Cancel")
        assert window.files.is_modified == (answer == "Cancel")

    @pytest.mark.parametrize("answer", ["Save", "Discard", "Cancel"])
    def test_opening_asks_for_what_is_not_saved(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
    ) -> None:
        wanted, mine = tmp_path / "wanted.digitpad", tmp_path / "mine.digitpad"
        save_session(wanted, SavedSession(drawings=(sample_digit(9),)))
        example(window, 5)
        button = getattr(QMessageBox.StandardButton, answer)
        monkeypatch.setattr(QMessageBox, "question", lambda *_: button)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(mine), ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(wanted), ""))
        window.actions_["open"].trigger()
        expected = sample_digit(5 if answer == "Cancel" else 9)
        qtbot.waitUntil(
            lambda: window.workspace.jobs.is_quiet and window.workspace.board.drawing == expected, timeout=FILE_MS
        )
        assert mine.exists() == (answer == "Save")
        if answer == "Save":
            assert load_session(mine).drawings == (sample_digit(5),)

    def test_an_unchanged_session_is_not_asked_about(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def asked(*_: object) -> None:
            raise AssertionError("there was nothing to ask")

        monkeypatch.setattr(QMessageBox, "question", asked)
        path = tmp_path / "wanted.digitpad"
        save_session(path, SavedSession(drawings=(sample_digit(9),)))
        choose(monkeypatch, path)
        window.actions_["open"].trigger()
        qtbot.waitUntil(lambda: window.workspace.board.drawing == sample_digit(9), timeout=FILE_MS)

    def test_of_the_session_before_nothing_is_kept(self, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        paths = [tmp_path / f"{name}.digitpad" for name in ("one", "another")]
        for path in paths:
            save_session(path, SavedSession((make_run(0, KERAS_RECIPE, 20, checkpoint=True),)))
        open_(window, qtbot, paths[0])
        run = weakref.ref(window.workspace.runs.runs[0])
        open_(window, qtbot, paths[1])
        qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
        gc.collect()
        assert run() is None, "its losses, and its place on the shelf, would be there until the next one is opened"

    def test_a_cancelled_save_opens_nothing_later(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def asked(*_: object) -> None:
            raise AssertionError("nothing was to be opened")

        example(window, 5)
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Save)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileName", asked)
        window.actions_["open"].trigger()
        save(window, qtbot, tmp_path / "mine.digitpad")
        assert window.workspace.board.drawing == sample_digit(5)

    def test_a_save_that_fails_behind_one_that_succeeds(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QMessageBox, "warning", lambda *_: None)
        good, bad = tmp_path / "good.digitpad", tmp_path / "nowhere" / "bad.digitpad"
        example(window, 4)
        window.files.save_to(good)
        example(window, 5)
        window.files.save_to(bad)
        qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
        assert window.files.path == good
        assert window.files.is_modified
        assert load_session(good).drawings == (sample_digit(4),)
        # The same with opening: the name belongs to what was opened.
        bad = tmp_path / "bad.digitpad"
        bad.write_bytes(b"PK")
        window.files.open_from(good)
        window.files.open_from(bad)
        qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
        assert window.files.path == good

    def test_opening_ends_the_run_under_way_for_good(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path
    ) -> None:
        path = tmp_path / "lesson.digitpad"
        load(window, qtbot)
        window.workspace.draft.write(ENDLESS)
        step(window, qtbot)
        save(window, qtbot, path)
        window.workspace.draft.write(replace(ENDLESS, seed=0))
        stop(window, qtbot)
        with reported(window, qtbot, SnapshotTaken):
            window.actions_["train"].trigger()
        open_(window, qtbot, path)
        assert window.workspace.training.state is State.IDLE
        qtbot.waitUntil(lambda: window.workspace.training.is_quiet, timeout=TRAINING_MS)
        settle(qtbot)  # what it had still to say has been said
        (run,) = window.workspace.runs.runs
        assert window.workspace.network.run is run
        assert window.workspace.network.snapshot.updates == 1
        for answering, saved in zip(window.workspace.network.snapshot.weights, run.snapshot.weights, strict=True):
            np.testing.assert_array_equal(answering, saved)
        assert not window.isWindowModified()

    def test_closing_in_mid_epoch_keeps_all_that_was_learnt(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        load(window, qtbot)
        with reported(window, qtbot, SnapshotTaken):
            window.actions_["train"].trigger()
        window.close()
        (run,) = last(settings).runs
        assert run.can_go_on
        assert run.snapshot.updates == len(run.history) == len(window.workspace.runs.current.history)

    def test_a_name_without_a_suffix_replaces_nothing_unasked(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        taken = tmp_path / "lesson.digitpad"
        save_session(taken, SavedSession(drawings=(sample_digit(4),)))
        example(window, 5)
        choose(monkeypatch, tmp_path / "lesson")
        for answer, kept in (("No", 4), ("Yes", 5)):
            button = getattr(QMessageBox.StandardButton, answer)
            monkeypatch.setattr(QMessageBox, "question", lambda *_, button=button: button)
            window.files.save_as()
            qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
            assert load_session(taken).drawings == (sample_digit(kept),)
        choose(monkeypatch, tmp_path / "lesson 3.11")
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.files.save_as()
        assert (tmp_path / "lesson 3.11.digitpad").exists()

    def test_a_save_that_fails_while_the_window_closes_is_said(
        self, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told: list[str] = []
        monkeypatch.setattr(QMessageBox, "warning", lambda *arguments: told.append(arguments[2]))
        example(window, 5)
        window.files.save_to(tmp_path / "nowhere" / "lesson.digitpad")
        window.close()
        assert len(told) == 1
        assert "lesson.digitpad could not be saved" in told[0]

    def test_a_canvas_full_of_strokes_can_still_be_saved(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path
    ) -> None:
        dots = [[(0.1 + 0.0005 * number, 0.5)] for number in range(MAX_STROKES - 1)]
        bar = [(0.2, 0.2), (0.3, 0.3)]
        window.workspace.board.set_drawing(Drawing.of(dots), "")
        draw(window.canvas, Drawing.of([bar]))
        full = window.workspace.board.drawing
        assert Drawing(full.strokes[:-1]) == Drawing.of(dots)
        np.testing.assert_allclose(full.strokes[-1], bar)
        with qtbot.waitSignal(window.workspace.board.filled):
            draw(window.canvas, Drawing.of([[(0.6, 0.2), (0.7, 0.3)]]))
        assert window.workspace.board.drawing == full, "not even the point where the pen came down"
        assert "clear it" in window.status.text()
        path = tmp_path / "full.digitpad"
        save(window, qtbot, path)
        assert load_session(path).drawings == (full,)


class TestWhatIsMadeMeanwhile:
    """Files are read and written while somebody may draw."""

    @pytest.fixture
    def other(self, tmp_path: Path) -> Path:
        path = tmp_path / "other.digitpad"
        save_session(path, SavedSession(drawings=(sample_digit(7),)))
        return path

    @pytest.mark.parametrize("answer", ["Cancel", "Discard", "Save"])
    def test_what_is_drawn_while_another_session_is_read_is_asked_for(
        self,
        window: MainWindow,
        qtbot: QtBot,
        tmp_path: Path,
        other: Path,
        monkeypatch: pytest.MonkeyPatch,
        answer: str,
    ) -> None:
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton[answer])
        choose(monkeypatch, tmp_path / "mine.digitpad")
        window.files.open_from(other)
        example(window, 5)
        qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
        stays = answer == "Cancel"
        assert window.workspace.board.drawing == sample_digit(5 if stays else 7)
        assert window.files.path == (None if stays else other)
        if answer == "Save":
            assert load_session(tmp_path / "mine.digitpad").drawings == (sample_digit(5),)

    def test_what_is_drawn_while_this_session_is_saved_is_asked_for(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, other: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        answers = [QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Cancel]
        monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
        choose(monkeypatch, tmp_path / "mine.digitpad")
        example(window, 5)
        window.files.replace_by(lambda: window.files.open_from(other))
        example(window, 6)
        qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
        assert answers == []
        assert window.workspace.board.drawing == sample_digit(6)
        assert load_session(tmp_path / "mine.digitpad").drawings == (sample_digit(5),)

    def test_a_run_that_only_goes_on_is_asked_for_once(
        self, window: MainWindow, qtbot: QtBot, other: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        load(window, qtbot)
        window.workspace.draft.write(ENDLESS)
        with reported(window, qtbot, SnapshotTaken):
            window.actions_["train"].trigger()
        answers = [QMessageBox.StandardButton.Discard]
        monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop())
        drive_answers = Event()
        window.workspace.jobs.do(drive_answers.wait, lambda _: None, pytest.fail)
        window.files.replace_by(lambda: window.files.open_from(other))
        with reported(window, qtbot, SnapshotTaken):
            pass
        drive_answers.set()
        qtbot.waitUntil(lambda: window.files.path == other, timeout=FILE_MS)
