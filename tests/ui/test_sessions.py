"""Sessions, drawings and recovery in the real window, with real files and real training."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLockFile, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import LabelledDrawing, read_drawings, write_drawings
from digitpad.learning.recipe import Recipe
from digitpad.session_file import SavedSession, load_session, save_session
from digitpad.ui.main_window import MainWindow
from digitpad.ui.recovery import LAST
from digitpad.ui.settings import Settings
from digitpad.ui.training_control import State
from tests.conftest import GENEROUS_SECONDS, ROOT
from tests.ui.conftest import TRAINING_MS, load

FILE_MS = 20_000


def example(window: MainWindow, digit: int) -> None:
    """Draw an example by its key: to the last bit what it is in a file."""
    QTest.keyClick(window.canvas, Qt.Key(ord(str(digit))))


def step(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.control.paused, timeout=TRAINING_MS):
        window.actions_.step.trigger()


def stop(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.control.stopped, timeout=TRAINING_MS):
        window.actions_.stop.trigger()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the next file dialogs answer with this path."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def save(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.files.save_to(path)


def open_(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
        window.files.open_from(path)


class TestSavingAndOpening:
    def test_a_run_from_a_file_goes_on_as_if_nothing_had_happened(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "lesson.digitpad"
        load(window, qtbot)
        window.panel.form.set_recipe(Recipe(epochs=1, seed=3))
        example(window, 4)
        for _ in range(3):
            step(window, qtbot)
        window.runs.rename(window.runs.current, "three steps")
        choose(monkeypatch, path)
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.actions_.save.trigger()
        assert window.windowTitle().startswith("lesson.digitpad")
        assert not window.isWindowModified()
        for _ in range(2):
            step(window, qtbot)
        qtbot.waitUntil(window.isWindowModified)
        undisturbed = window.runs.current.history.losses.copy()
        stop(window, qtbot)
        window.close()

        other = MainWindow(settings)
        qtbot.addWidget(other)
        other.show()
        open_(other, qtbot, path)
        (run,) = other.runs.runs
        assert run.name == "three steps"
        assert len(run.history) == 3
        assert other.canvas.drawing == sample_digit(4)
        assert other.panel.form.recipe() == Recipe(epochs=1, seed=3)
        assert other.network.run is run
        assert not other.isWindowModified()
        load(other, qtbot)
        with qtbot.waitSignal(other.control.snapshot_taken, timeout=TRAINING_MS):
            other.panel.runs_view.go_on.trigger()
        with qtbot.waitSignal(other.control.paused, timeout=TRAINING_MS):
            other.actions_.train.trigger()
        assert other.control.state is State.PAUSED
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
        assert window.canvas.drawing == sample_digit(2)
        window.files.save_to(tmp_path / "nowhere" / "lesson.digitpad")
        qtbot.waitUntil(lambda: len(told) == 2, timeout=FILE_MS)
        assert "could not be saved" in told[1]

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
        window.actions_.open.trigger()
        expected = sample_digit(5 if answer == "Cancel" else 9)
        qtbot.waitUntil(lambda: window.jobs.is_quiet and window.canvas.drawing == expected, timeout=FILE_MS)
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
        window.actions_.open.trigger()
        qtbot.waitUntil(lambda: window.canvas.drawing == sample_digit(9), timeout=FILE_MS)


class TestSketchbook:
    def test_what_was_cleared_can_be_leafed_back_to(self, window: MainWindow) -> None:
        for digit in (1, 2, 3):
            window.canvas.clear()
            example(window, digit)
        seen = []
        for _ in range(4):
            QTest.keyClick(window.canvas, Qt.Key.Key_PageUp)
            seen.append(window.canvas.drawing)
        assert seen == [sample_digit(2), sample_digit(1), sample_digit(1), sample_digit(1)]
        assert not window.actions_.previous.isEnabled()
        for _ in range(3):
            QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
        assert window.canvas.drawing == sample_digit(3)
        assert not window.actions_.next.isEnabled()
        window.actions_.undo.trigger()
        assert window.canvas.drawing == sample_digit(2)

    def test_drawings_go_to_a_file_and_come_from_one(
        self, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "class.jsonl"
        choose(monkeypatch, path)
        for digit in (7, 8):
            window.canvas.clear()
            example(window, digit)
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.actions_.save_drawings.trigger()
        assert [entry.drawing for entry in read_drawings(path)] == [sample_digit(7), sample_digit(8)]
        write_drawings(path, [LabelledDrawing(sample_digit(0)), LabelledDrawing(sample_digit(6))])
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.actions_.open_drawings.trigger()
        assert window.canvas.drawing == sample_digit(0)
        QTest.keyClick(window.canvas, Qt.Key.Key_PageDown)
        assert window.canvas.drawing == sample_digit(6)

    def test_without_drawings_there_is_nothing_to_save(self, window: MainWindow, qtbot: QtBot) -> None:
        with qtbot.waitSignal(window.files.told) as told:
            window.actions_.save_drawings.trigger()
        assert "no drawing" in told.args[0]


CRASHING = """
import sys
from PySide6.QtCore import QSettings
from digitpad.drawing.samples import sample_digit
from digitpad.ui.application import make_application
from digitpad.ui.main_window import MainWindow
from digitpad.ui.settings import Settings
application = make_application()
window = MainWindow(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
window.canvas.set_drawing(sample_digit(8), "")
window.load_tensorflow()
window.actions_.step.trigger()
window.recovery.written.connect(lambda: print("written", flush=True))
sys.exit(application.exec())
"""


class TestRecovery:
    def test_what_a_killed_program_had_is_offered_and_restored(
        self, qtbot: QtBot, tmp_path: Path, settings: Settings
    ) -> None:
        process = subprocess.Popen(
            [sys.executable, "-c", CRASHING, str(tmp_path / "settings.ini")], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stdout.readline() == b"written\n"  # a second after the step
        window = MainWindow(settings)
        qtbot.addWidget(window)
        window.show()
        window.recovery.look()
        assert window.recovery_bar.isHidden(), "the other program still lives"
        process.kill()
        process.wait(GENEROUS_SECONDS)
        process.stdout.close()
        window.recovery.look()
        assert window.recovery_bar.isVisible()
        with qtbot.waitSignal(window.recovery.written, timeout=FILE_MS):
            qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        assert window.recovery_bar.isHidden()
        assert window.canvas.drawing == sample_digit(8)
        (run,) = window.runs.runs
        assert len(run.history) == 1
        assert run.can_go_on
        # What was found is in this window's own file now, and offered no more.
        assert len(list(settings.sessions_folder.glob("*.digitpad"))) == 1
        window.close()
        assert [path.name for path in settings.sessions_folder.glob("*.digitpad")] == [LAST]

    def orphan(self, settings: Settings, digit: int, age: float = 0) -> Path:
        settings.sessions_folder.mkdir(parents=True, exist_ok=True)
        path = settings.sessions_folder / f"orphan{digit}.digitpad"
        save_session(path, SavedSession(drawings=(sample_digit(digit),)))
        moment = path.stat().st_mtime - age
        os.utime(path, (moment, moment))
        return path

    def test_forgetting_deletes_it(self, window: MainWindow, qtbot: QtBot, settings: Settings) -> None:
        path = self.orphan(settings, 3)
        window.recovery.look()
        qtbot.mouseClick(window.recovery_bar.discard, Qt.MouseButton.LeftButton)
        assert not path.exists()
        assert not window.canvas.drawing

    def test_the_newest_comes_first_and_the_rest_the_next_time(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        older, newer = self.orphan(settings, 1, age=3600), self.orphan(settings, 2)
        window.recovery.look()
        qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not newer.exists(), timeout=FILE_MS)
        assert window.canvas.drawing == sample_digit(2)
        assert older.exists()

    def test_what_is_damaged_is_a_sentence_and_stays(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        path = self.orphan(settings, 3)
        path.write_bytes(path.read_bytes()[:500])
        window.recovery.look()
        with qtbot.waitSignal(window.recovery.failed, timeout=FILE_MS) as failed:
            qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        assert path.name in failed.args[0]
        assert path.exists()

    def test_what_was_half_written_yesterday_is_swept_away(self, window: MainWindow, settings: Settings) -> None:
        settings.sessions_folder.mkdir(parents=True)
        old, new = (settings.sessions_folder / f".{name}.digitpad.x.part" for name in ("old", "new"))
        for path in (old, new):
            path.write_bytes(b"half")
        moment = new.stat().st_mtime - 2 * 24 * 3600
        os.utime(old, (moment, moment))
        window.recovery.look()
        assert not old.exists()
        assert new.exists()

    def test_neither_answer_leaves_it_for_the_next_start(self, qtbot: QtBot, settings: Settings) -> None:
        path = self.orphan(settings, 3)
        for _ in range(2):
            window = MainWindow(settings)
            qtbot.addWidget(window)
            window.show()
            window.recovery.look()
            assert window.recovery_bar.isVisible()
            window.close()
        assert path.exists()

    def test_the_last_session_can_be_opened_again(self, qtbot: QtBot, settings: Settings) -> None:
        first = MainWindow(settings)
        qtbot.addWidget(first)
        assert not first.actions_.open_last.isEnabled()
        first.show()
        example(first, 7)
        first.close()
        second = MainWindow(settings)
        qtbot.addWidget(second)
        second.show()
        second.recovery.look()
        assert second.recovery_bar.isHidden(), "it ended properly"
        with qtbot.waitSignal(second.recovery.loaded, timeout=FILE_MS):
            second.actions_.open_last.trigger()
        assert second.canvas.drawing == sample_digit(7)
        second.close()

    def test_a_session_with_nothing_in_it_replaces_nothing(self, qtbot: QtBot, settings: Settings) -> None:
        settings.sessions_folder.mkdir(parents=True)
        save_session(settings.sessions_folder / LAST, SavedSession(drawings=(sample_digit(7),)))
        window = MainWindow(settings)
        qtbot.addWidget(window)
        window.show()
        window.close()
        assert load_session(settings.sessions_folder / LAST).drawings == (sample_digit(7),)

    def test_nothing_is_written_while_nothing_changes(self, window: MainWindow, qtbot: QtBot) -> None:
        example(window, 2)
        window.canvas.clear()
        with qtbot.waitSignal(window.recovery.written, timeout=FILE_MS):
            window.recovery.write()
        with qtbot.assertNotEmitted(window.recovery.written):
            window.recovery.write()
            qtbot.waitUntil(lambda: window.jobs.is_quiet)

    def test_a_folder_that_cannot_be_made_costs_only_the_recovery(self, qtbot: QtBot, tmp_path: Path) -> None:
        (tmp_path / "digitpad").write_text("a file where the folder would be")
        window = MainWindow(Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)))
        qtbot.addWidget(window)
        window.show()
        example(window, 2)
        window.recovery.write()
        window.recovery.look()
        window.close()
        assert not QLockFile(str(tmp_path / "x.lock")).isLocked()
