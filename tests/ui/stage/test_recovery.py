"""What a crash, a power cut or a full disk leaves, in the real window with real files."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest
from PySide6.QtCore import QSysInfo, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from digitpad.document.journal import JOURNAL, WEIGHTS, Journal
from digitpad.document.session_file import SavedSession, load_session, save_session
from digitpad.drawing.samples import sample_digit
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.keeping.store import MOST_SESSIONS, OLD_LAST, Summary, thin
from digitpad.workspace.wording.plain_text import ZERO_WIDTH_SPACE
from digitpad.workspace.wording.sentences import sentence
from tests.conftest import GENEROUS_SECONDS, ROOT
from tests.document.made import collected
from tests.document.test_session_file import make_run
from tests.ui.lesson import FILE_MS, choose, example, open_, save
from tests.workspace.keeping.kept import last, leave, orphans, put_away

WARNING = QMessageBox.warning
"""Qt's own, which tests do without."""

CRASHING = """
import sys
from PySide6.QtCore import QSettings
from digitpad.drawing.samples import sample_digit
from digitpad.ui.application import make_application
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.keeping.settings import Settings
application = make_application()
window = MainWindow(Settings(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
window.show()
window.workspace.board.set_drawing(sample_digit(8), "")
window.load_tensorflow()
window.actions_["step"].trigger()
window.workspace.recovery.written.connect(lambda: print("written", flush=True))
sys.exit(application.exec())
"""


def until_the_step_is_written(said: IO[bytes], settings: Settings) -> None:
    """Wait: a second after the step, but on a slow machine the first time may be before TensorFlow is loaded."""
    while said.readline() == b"written\n":
        (entry,) = orphans(settings)
        if any(len(run.history) for run in entry.read().runs):
            return
    pytest.fail("the other program ended")


def look(window: MainWindow, qtbot: QtBot) -> None:
    """Let the window look for work that nobody put away."""
    window.workspace.recovery.look()
    rest(window, qtbot)


def rest(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)


class TestRecovery:
    def test_what_a_killed_program_had_is_offered_and_restored(
        self, qtbot: QtBot, tmp_path: Path, settings: Settings
    ) -> None:
        process = subprocess.Popen(
            [sys.executable, "-c", CRASHING, str(tmp_path / "settings.ini")], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        until_the_step_is_written(process.stdout, settings)
        window = MainWindow(settings)
        qtbot.addWidget(window)
        window.show()
        look(window, qtbot)
        assert window.recovery_bar.isHidden(), "the other program still lives"
        process.kill()
        process.wait(GENEROUS_SECONDS)
        process.stdout.close()
        look(window, qtbot)
        assert window.recovery_bar.isVisible()
        with qtbot.waitSignal(window.workspace.recovery.written, timeout=FILE_MS):
            qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        assert window.recovery_bar.isHidden()
        assert window.workspace.board.drawing == sample_digit(8)
        (run,) = window.workspace.runs.runs
        assert len(run.history) == 1
        assert run.can_go_on
        # What was found is in this window's own journal now, and offered no more.
        qtbot.waitUntil(lambda: len(orphans(settings)) == 1, timeout=FILE_MS)
        window.close()
        assert orphans(settings) == []
        assert len(put_away(settings)) == 1

    def test_forgetting_deletes_it(self, window: MainWindow, qtbot: QtBot, settings: Settings) -> None:
        path = leave(settings, 3)
        look(window, qtbot)
        qtbot.mouseClick(window.recovery_bar.discard, Qt.MouseButton.LeftButton)
        rest(window, qtbot)
        assert not path.exists()
        assert window.recovery_bar.isHidden()
        assert not window.workspace.board.drawing

    def test_all_are_offered_the_newest_first(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
        ages = {4: 7200, 1: 3600, 2: 0}
        paths = {digit: leave(settings, digit, age=age) for digit, age in ages.items()}
        look(window, qtbot)
        for digit in (2, 1, 4):
            qtbot.waitUntil(window.recovery_bar.isVisible, timeout=FILE_MS)
            qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
            qtbot.waitUntil(lambda digit=digit: not paths[digit].exists(), timeout=FILE_MS)
            assert window.workspace.board.drawing == sample_digit(digit)
            rest(window, qtbot)
        assert window.recovery_bar.isHidden()

    def test_a_damaged_newest_is_a_sentence_and_stays_and_the_next_is_offered(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        damaged, whole = leave(settings, 3), leave(settings, 5, age=60)
        journal = damaged / JOURNAL
        journal.write_bytes(journal.read_bytes()[:50])
        look(window, qtbot)
        with qtbot.waitSignal(window.workspace.recovery.failed, timeout=FILE_MS) as failed:
            qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        assert damaged.name in sentence(failed.args[0])
        assert damaged.name in window.status.text()
        rest(window, qtbot)
        assert window.recovery_bar.isVisible()
        qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not whole.exists(), timeout=FILE_MS)
        assert window.workspace.board.drawing == sample_digit(5)
        assert damaged.exists()

    def test_of_a_session_that_has_lost_a_run_all_else_is_restored_and_it_is_said(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        runs = tuple(make_run(number, KERAS_RECIPE, 20, checkpoint=True) for number in range(2))
        path = settings.sessions_folder / "0123abcd"
        Journal(path).write(SavedSession(runs[:1], (sample_digit(3),), current=0, answering=0))
        (lost,) = (path / WEIGHTS).iterdir()
        Journal(path).write(SavedSession(runs, (sample_digit(3),), current=0, answering=0))
        lost.write_bytes(b"x" * lost.stat().st_size)
        look(window, qtbot)
        with qtbot.waitSignal(window.workspace.recovery.failed, timeout=FILE_MS) as failed:
            qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        assert sentence(failed.args[0]).startswith("Of 2 runs 1 could not be read again")
        assert window.status.text() == sentence(failed.args[0])
        assert [run.name for run in window.workspace.runs.runs] == [runs[1].name]
        assert window.workspace.board.drawing == sample_digit(3)

    def test_what_an_older_version_left(self, window: MainWindow, qtbot: QtBot, settings: Settings) -> None:
        settings.sessions_folder.mkdir(parents=True)
        path = settings.sessions_folder / "0123abcd.digitpad"
        save_session(path, SavedSession(drawings=(sample_digit(3),)))
        path.with_name(f"{path.name}.lock").write_text(f"{2**22 + 1}\ndigitpad\n{QSysInfo.machineHostName()}\n")
        save_session(settings.sessions_folder / OLD_LAST, SavedSession(drawings=(sample_digit(4),)))
        window.workspace.recovery.look_for_last()
        look(window, qtbot)
        assert len(window.workspace.recovery.last) == 1
        qtbot.mouseClick(window.recovery_bar.restore, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not path.exists(), timeout=FILE_MS)
        assert window.workspace.board.drawing == sample_digit(3)

    def test_neither_answer_leaves_it_for_the_next_start(self, qtbot: QtBot, settings: Settings) -> None:
        path = leave(settings, 3)
        for _ in range(2):
            window = MainWindow(settings)
            qtbot.addWidget(window)
            window.show()
            look(window, qtbot)
            assert window.recovery_bar.isVisible()
            window.close()
        assert path.exists()

    def test_the_last_session_can_be_opened_again(self, qtbot: QtBot, settings: Settings) -> None:
        first = MainWindow(settings)
        qtbot.addWidget(first)
        assert not first.actions_["open_last"].isEnabled()
        first.show()
        example(first, 7)
        first.close()
        second = MainWindow(settings)
        qtbot.addWidget(second)
        second.show()
        second.workspace.recovery.look_for_last()
        look(second, qtbot)
        assert second.recovery_bar.isHidden(), "it ended properly"
        with qtbot.waitSignal(second.workspace.recovery.loaded, timeout=FILE_MS):
            second.actions_["open_last"].trigger()
        assert second.workspace.board.drawing == sample_digit(7)
        second.close()

    def test_a_session_with_nothing_in_it_takes_no_place(self, qtbot: QtBot, settings: Settings) -> None:
        leave(settings, 7, summary=Summary(0, 1))
        window = MainWindow(settings)
        qtbot.addWidget(window)
        window.show()
        window.close()
        assert [entry.read().drawings for entry in put_away(settings)] == [(sample_digit(7),)]

    def test_one_that_was_opened_again_and_not_changed_is_kept_once(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        path = leave(settings, 7, summary=Summary(0, 1))
        window.workspace.recovery.look_for_last()
        rest(window, qtbot)
        with qtbot.waitSignal(window.workspace.recovery.loaded, timeout=FILE_MS):
            window.actions_["open_last"].trigger()
        rest(window, qtbot)
        window.close()
        assert [entry.path for entry in put_away(settings)] == [path]

    def test_one_that_was_opened_again_and_that_another_window_pushed_out_is_kept(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        path = leave(settings, 7, age=3600, summary=Summary(0, 1))
        window.workspace.recovery.look_for_last()
        rest(window, qtbot)
        with qtbot.waitSignal(window.workspace.recovery.loaded, timeout=FILE_MS):
            window.actions_["open_last"].trigger()
        rest(window, qtbot)
        for _ in range(MOST_SESSIONS):
            leave(settings, 1, summary=Summary(0, 1))
        thin(settings.sessions_folder)
        assert not path.exists()
        window.close()
        assert last(settings).drawings == (sample_digit(7),)

    def test_a_folder_that_was_deleted_meanwhile_is_made_anew_and_nobody_elses(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        recovery = window.workspace.recovery
        for digit in (3, 4):
            example(window, digit)
            with (
                qtbot.assertNotEmitted(recovery.unkept),
                qtbot.waitSignal(recovery.written, timeout=FILE_MS),
            ):
                recovery.write()
            if digit == 3:
                shutil.rmtree(settings.sessions_folder)
        (own,) = orphans(settings)
        assert own.read().drawings[-1] == sample_digit(4)
        assert own.claim() is None, "another window would offer it, and take it away"
        window.close()
        assert last(settings).drawings[-1] == sample_digit(4)

    def test_scribbling_in_another_window_takes_nothing_away(self, qtbot: QtBot, settings: Settings) -> None:
        """Thirty drawings closed, another window with one stroke closed: the thirty were gone."""
        first, second = MainWindow(settings), MainWindow(settings)
        for window in (first, second):
            qtbot.addWidget(window)
            window.show()
        for digit in range(5):
            first.workspace.board.clear()
            example(first, digit)
        example(second, 9)
        first.close()
        second.close()
        assert [len(entry.read().drawings) for entry in put_away(settings)] == [1, 5]
        third = MainWindow(settings)
        qtbot.addWidget(third)
        third.show()
        third.workspace.recovery.look_for_last()
        rest(third, qtbot)
        menu = third.last_sessions
        assert ["1 drawing" in menu.actions()[0].text(), "5 drawings" in menu.actions()[1].text()] == [True, True]
        assert not menu.actions()[1].icon().isNull()
        with qtbot.waitSignal(third.workspace.recovery.loaded, timeout=FILE_MS):
            menu.actions()[1].trigger()
        assert len(third.workspace.sketchbook.with_canvas()[0]) == 5
        third.close()

    def test_what_the_class_collected_is_among_the_earlier_sessions(
        self, qtbot: QtBot, settings: Settings, tmp_path: Path
    ) -> None:
        first = MainWindow(settings)
        qtbot.addWidget(first)
        first.show()
        first.workspace.class_drawings.add(collected(12, pens=2))
        content = first.workspace.class_drawings.content
        first.close()
        second = MainWindow(settings)
        qtbot.addWidget(second)
        second.show()
        second.workspace.recovery.look_for_last()
        rest(second, qtbot)
        assert second.last_sessions.actions()[0].text().endswith("0 drawings · 12 digits of ours")
        with qtbot.waitSignal(second.workspace.recovery.loaded, timeout=FILE_MS):
            second.actions_["open_last"].trigger()
        assert second.workspace.class_drawings.content == content
        assert second.files.is_modified
        save(second, qtbot, tmp_path / "class.digitpad")
        assert load_session(tmp_path / "class.digitpad").class_set == content
        second.close()

    def test_a_folder_that_cannot_be_made_costs_only_the_recovery(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, tmp_path: Path
    ) -> None:
        settings.sessions_folder.parent.write_text("a file where the folder would be")
        example(window, 2)
        with qtbot.assertNotEmitted(window.workspace.recovery.written):
            window.workspace.recovery.write()
            qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
        look(window, qtbot)
        assert window.recovery_bar.isHidden()
        save(window, qtbot, tmp_path / "mine.digitpad")
        assert load_session(tmp_path / "mine.digitpad").drawings == (sample_digit(2),)
        window.close()  # without a question: nobody could help
        assert settings.sessions_folder.parent.is_file()

    @pytest.mark.parametrize("click_first", [False, True])
    def test_restoring_while_the_present_is_written_loses_nothing(
        self,
        window: MainWindow,
        qtbot: QtBot,
        settings: Settings,
        monkeypatch: pytest.MonkeyPatch,
        click_first: bool,
    ) -> None:
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
        path = leave(settings, 3)
        look(window, qtbot)
        example(window, 1)
        steps = [window.workspace.recovery.write, window.recovery_bar.restore.click]
        for do in reversed(steps) if click_first else steps:
            do()
        qtbot.waitUntil(lambda: not path.exists(), timeout=FILE_MS)
        rest(window, qtbot)
        assert window.workspace.board.drawing == sample_digit(3)
        (own,) = orphans(settings)
        assert own.read().drawings == (sample_digit(3),)

    def test_what_was_restored_is_not_offered_again_however_soon_the_window_closes(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        path = leave(settings, 3)
        look(window, qtbot)
        with qtbot.waitSignal(window.workspace.recovery.loaded, timeout=FILE_MS):
            window.recovery_bar.restore.click()
        window.close()
        assert not path.exists()
        assert last(settings).drawings == (sample_digit(3),)

    def test_the_last_session_never_takes_the_file_of_the_one_before_it(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        leave(settings, 7, summary=Summary(0, 1))
        lesson = tmp_path / "lesson.digitpad"
        save_session(lesson, SavedSession(drawings=(sample_digit(4),)))
        open_(window, qtbot, lesson)
        window.actions_.menus["file"].aboutToShow.emit()  # it was left by another window since this one began
        rest(window, qtbot)
        assert window.actions_["open_last"].isEnabled()
        window.workspace.board.clear()
        example(window, 5)
        asked: list[str] = []
        monkeypatch.setattr(
            QMessageBox, "question", lambda *a: (asked.append(a[1]), QMessageBox.StandardButton.Discard)[1]
        )
        with qtbot.waitSignal(window.workspace.recovery.loaded, timeout=FILE_MS):
            window.actions_["open_last"].trigger()
        assert asked == ["Save this session first?"]
        assert window.files.path is None
        assert window.files.is_modified
        elsewhere = tmp_path / "elsewhere.digitpad"
        choose(monkeypatch, elsewhere)
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.actions_["save"].trigger()
        assert load_session(lesson).drawings == (sample_digit(4),)
        assert load_session(elsewhere).drawings == (sample_digit(7),)

    def test_a_full_disk_at_the_end_is_said_and_can_be_helped(
        self, window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        blocked = settings.sessions_folder.parent
        blocked.write_bytes(b"")  # nothing can be written there
        example(window, 2)
        told: list[str] = []

        def make_room(*arguments: object) -> QMessageBox.StandardButton:
            told.append(str(arguments[2]))
            if len(told) == 2:
                blocked.unlink()
            return QMessageBox.StandardButton.Retry

        monkeypatch.setattr(QMessageBox, "warning", make_room)
        window.close()
        assert len(told) == 2
        assert "could not be saved" in told[0]
        assert last(settings).drawings == (sample_digit(2),)

    def test_restoring_asks_for_what_is_not_saved(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        leave(settings, 3)
        look(window, qtbot)
        example(window, 5)
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
        window.recovery_bar.restore.click()
        qtbot.waitUntil(lambda: window.workspace.jobs.is_quiet, timeout=FILE_MS)
        assert window.workspace.board.drawing == sample_digit(5)
        assert window.recovery_bar.isVisible()

    @pytest.mark.parametrize("whence", ["found", "last"])
    def test_what_is_asked_for_twice_is_no_change_to_be_asked_about(
        self,
        window: MainWindow,
        qtbot: QtBot,
        settings: Settings,
        monkeypatch: pytest.MonkeyPatch,
        whence: str,
    ) -> None:
        asked: list[str] = []
        monkeypatch.setattr(
            QMessageBox, "question", lambda *a: (asked.append(a[1]), QMessageBox.StandardButton.Cancel)[1]
        )
        leave(settings, 3, summary=Summary(0, 1) if whence == "last" else None)
        window.workspace.recovery.look_for_last()
        look(window, qtbot)
        ask = window.recovery_bar.restore.click if whence == "found" else window.actions_["open_last"].trigger
        for _ in range(2):
            ask()
        rest(window, qtbot)
        assert window.workspace.board.drawing == sample_digit(3)
        assert asked == []

    def test_a_double_click_takes_no_other_work_away_that_is_offered_next(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It was read twice; a question came, and its answer put it in place again and deleted the next one."""
        older, newer = leave(settings, 4, age=3600), leave(settings, 3)
        look(window, qtbot)

        def answer_late(*_: object) -> QMessageBox.StandardButton:
            rest(window, qtbot)
            return QMessageBox.StandardButton.Discard

        monkeypatch.setattr(QMessageBox, "question", answer_late)
        for _ in range(2):
            window.recovery_bar.restore.click()
        qtbot.waitUntil(lambda: not newer.exists(), timeout=FILE_MS)
        rest(window, qtbot)
        window.workspace.recovery.write()
        rest(window, qtbot)
        assert older.exists()
        assert window.recovery_bar.isVisible()

    def test_restoring_asks_for_what_was_drawn_while_it_was_read(
        self, window: MainWindow, qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = leave(settings, 3)
        look(window, qtbot)
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Cancel)
        window.recovery_bar.restore.click()
        example(window, 5)
        rest(window, qtbot)
        assert window.workspace.board.drawing == sample_digit(5)
        assert window.recovery_bar.isVisible()
        monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Discard)
        window.recovery_bar.restore.click()
        qtbot.waitUntil(lambda: not path.exists(), timeout=FILE_MS)
        assert window.workspace.board.drawing == sample_digit(3)


class TestTheNetIsNotThere:
    """A home that is full, read-only, or no folder at all: whatever cannot be kept is said."""

    @pytest.fixture
    def blocked(self, settings: Settings) -> Path:
        """Put a file where the folder would be."""
        place = settings.sessions_folder.parent
        place.write_bytes(b"")
        return place

    def test_it_is_said_until_it_is_mended(
        self, window: MainWindow, qtbot: QtBot, blocked: Path, settings: Settings
    ) -> None:
        example(window, 3)
        window.workspace.recovery.write()
        rest(window, qtbot)
        assert window.unkept_bar.isVisible()
        assert str(settings.sessions_folder) in window.unkept_bar.message.toolTip().replace(ZERO_WIDTH_SPACE, "")
        blocked.unlink()
        with qtbot.waitSignal(window.workspace.recovery.written, timeout=FILE_MS):
            window.workspace.recovery.write()
        assert window.unkept_bar.isHidden()

    def test_it_can_be_saved_elsewhere(
        self, window: MainWindow, qtbot: QtBot, blocked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        example(window, 3)
        window.workspace.recovery.write()
        rest(window, qtbot)
        choose(monkeypatch, tmp_path / "elsewhere.digitpad")
        with qtbot.waitSignal(window.files.told, timeout=FILE_MS):
            window.unkept_bar.save.click()
        assert window.unkept_bar.isHidden()
        assert len(load_session(tmp_path / "elsewhere.digitpad").drawings) == 1
        window.close()  # asks nothing: all is saved

    @pytest.mark.parametrize("answer", ["save", "leave"])
    def test_once_answered_it_is_said_again_when_more_would_be_lost(
        self,
        window: MainWindow,
        qtbot: QtBot,
        blocked: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        answer: str,
    ) -> None:
        choose(monkeypatch, tmp_path / "elsewhere.digitpad")
        for digit in (3, 4):
            example(window, digit)
            window.workspace.recovery.write()
            rest(window, qtbot)
            assert window.unkept_bar.isVisible()
            getattr(window.unkept_bar, answer).click()
            rest(window, qtbot)
            window.workspace.recovery.write()  # as it does by itself every ten seconds
            rest(window, qtbot)
            assert window.unkept_bar.isHidden()
        save(window, qtbot, tmp_path / "elsewhere.digitpad")

    def test_what_is_in_a_file_of_its_own_would_not_be_lost(
        self, window: MainWindow, qtbot: QtBot, blocked: Path, tmp_path: Path
    ) -> None:
        example(window, 3)
        save(window, qtbot, tmp_path / "mine.digitpad")
        window.workspace.recovery.write()
        rest(window, qtbot)
        assert window.unkept_bar.isHidden()

    def test_once_it_was_kept_it_is_news_when_it_cannot_be_again(
        self, window: MainWindow, qtbot: QtBot, blocked: Path, tmp_path: Path
    ) -> None:
        example(window, 3)
        window.workspace.recovery.write()
        rest(window, qtbot)
        window.unkept_bar.leave.click()
        blocked.unlink()
        with qtbot.waitSignal(window.workspace.recovery.written, timeout=FILE_MS):
            window.workspace.recovery.write()
        shutil.rmtree(blocked)
        blocked.write_bytes(b"")
        window.workspace.draft.write(replace(window.workspace.draft.recipe, seed=5))
        window.workspace.recovery.write()
        rest(window, qtbot)
        assert window.unkept_bar.isVisible()
        save(window, qtbot, tmp_path / "mine.digitpad")

    def test_escape_loses_nothing_at_the_end(
        self, window: MainWindow, blocked: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        example(window, 3)
        monkeypatch.setattr(QMessageBox, "warning", WARNING)
        stayed: list[bool] = []

        def press_escape() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(0, press_escape)
                return
            QTest.keyClick(box, Qt.Key.Key_Escape)
            stayed.append(box.isVisible())
            box.button(QMessageBox.StandardButton.Discard).click()

        QTimer.singleShot(0, press_escape)
        window.close()
        assert stayed == [True]

    @pytest.mark.parametrize("answer", ["Save", "Discard"])
    def test_closing_asks(
        self, window: MainWindow, blocked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
    ) -> None:
        example(window, 3)
        asked: list[str] = []
        monkeypatch.setattr(
            QMessageBox,
            "warning",
            lambda _window, _title, text, *_: asked.append(text) or QMessageBox.StandardButton[answer],
        )
        path = tmp_path / "elsewhere.digitpad"
        choose(monkeypatch, path)
        window.close()
        assert len(asked) == 1
        assert path.exists() == (answer == "Save")
