"""The queue in the view of the runs, and what comes of trying: the real window, with TensorFlow."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QDrag, QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.runs.queue.plan import Plan, Standing
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.runs.queue_list import QueueList
from digitpad.ui.views.runs.runs_view import Page, RunsView
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.queue.attempt_rows import Column
from digitpad.workspace.queue.run_queue import MOST_ENTRIES
from tests.ui.lesson import open_, save, settle
from tests.ui.pasts import SMALL, past_run
from tests.workspace.hearing import TRAINING_MS


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """What is made ready to train is what trains."""
    settings.recipe = SMALL
    return settings


def view(window: MainWindow, page: Page = Page.QUEUE) -> RunsView:
    """Return the view of the runs, on this page."""
    window.area.show_view("runs")
    shown = window.views["runs"]
    assert isinstance(shown, RunsView)
    QTest.mouseClick(shown.chapters.choices[page], Qt.MouseButton.LeftButton)
    return shown


def waiting(window: MainWindow, count: int) -> QueueList:
    """Have so many recipes wait, told apart by their seeds; return their list, with the focus."""
    shown = view(window)
    for seed in range(count):
        window.workspace.draft.write(replace(SMALL, seed=seed))
        window.actions_["queue_add"].trigger()
    shown.queue.list.setFocus()
    return shown.queue.list


def seeds(window: MainWindow) -> list[int]:
    return [entry.plan.recipe.seed for entry in window.workspace.queue.entries]


def work_off(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.workspace.queue_work.is_on, timeout=TRAINING_MS)


def test_what_a_full_queue_has_no_room_for_is_said_in_the_language_of_the_window(window: MainWindow) -> None:
    window.workspace.queue.add([Plan(SMALL)] * (MOST_ENTRIES - 5))
    window.actions_["try_rates"].trigger()
    assert window.status.text() == "The queue has room for 200 runs. Left out: 1; 10."
    window.actions_["language_vi"].trigger()
    window.actions_["try_optimizers"].trigger()
    assert window.status.text().startswith("Hàng đợi chỉ đủ chỗ cho 200 lượt. Không thêm được: SGD")
    assert window.workspace.queue.rowCount() == MOST_ENTRIES
    window.actions_["stop"].trigger()


def test_an_empty_queue_says_what_it_is_for(window: MainWindow, qtbot: QtBot) -> None:
    shown = view(window).queue
    assert shown.list.hint.isVisible()
    assert shown.list.hint.text() == (
        "Recipes put here train one after the other, while the class looks at what comes of it."
    )
    QTest.mouseClick(shown.buttons["queue_add"], Qt.MouseButton.LeftButton)
    assert not shown.list.hint.isVisible()
    qtbot.waitUntil(lambda: shown.progress.text() == "1 run waits.")


def test_keys_move_and_remove_what_waits(window: MainWindow) -> None:
    shown = waiting(window, 3)
    shown.setCurrentIndex(shown.model().index(2))
    QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert seeds(window) == [0, 2, 1]
    QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert seeds(window) == [0, 2, 1]
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    assert seeds(window) == [0, 1]
    window.actions_["undo"].trigger()
    assert seeds(window) == [0, 2, 1]


class TestDragging:
    """What Qt's list asks of its model when a row is dropped: off-screen Qt ends a drag as soon as it begins."""

    @pytest.mark.parametrize(
        ("row", "before", "found"), [(3, 1, [0, 3, 1, 2]), (0, 4, [1, 2, 3, 0]), (2, 0, [2, 0, 1, 3])]
    )
    def test_puts_a_row_before_another_and_undo_back(
        self, window: MainWindow, row: int, before: int, found: list[int]
    ) -> None:
        shown = waiting(window, 4)
        shown.setCurrentIndex(shown.model().index(row))
        assert shown.model().moveRow(QModelIndex(), row, QModelIndex(), before)
        assert seeds(window) == found
        assert shown.currentIndex().row() == found.index(row)
        window.actions_["undo"].trigger()
        assert seeds(window) == [0, 1, 2, 3]
        window.actions_["redo"].trigger()
        assert seeds(window) == found

    @pytest.mark.parametrize("before", [1, 2])
    def test_to_where_it_is_changes_nothing(self, window: MainWindow, before: int) -> None:
        shown = waiting(window, 3)
        count = window.workspace.board.undo_stack.count()
        assert not shown.model().moveRow(QModelIndex(), 1, QModelIndex(), before)
        assert window.workspace.board.undo_stack.count() == count

    def test_above_what_has_its_turn_it_is_the_next(self, window: MainWindow) -> None:
        shown, queue = waiting(window, 3), window.workspace.queue
        queue.take_turn(queue.entries[0])
        assert shown.model().moveRow(QModelIndex(), 2, QModelIndex(), 0)
        assert seeds(window) == [0, 2, 1]

    def test_whose_turn_has_come_meanwhile_stays(self, window: MainWindow) -> None:
        shown, queue = waiting(window, 3), window.workspace.queue
        assert shown.model().flags(shown.model().index(0)) & Qt.ItemFlag.ItemIsDragEnabled
        queue.take_turn(queue.entries[0])
        assert not shown.model().flags(shown.model().index(0)) & Qt.ItemFlag.ItemIsDragEnabled
        assert not shown.model().moveRow(QModelIndex(), 0, QModelIndex(), 3)
        assert seeds(window) == [0, 1, 2]

    def test_is_of_one_line_beside_the_pointer(
        self, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A whole row hid the line that says where it will land."""
        drags: list[QDrag] = []
        monkeypatch.setattr(QDrag, "exec", lambda drag, *_: drags.append(drag))
        shown = waiting(window, 3)
        settle(qtbot)
        row = shown.visualRect(shown.model().index(1)).center()
        QTest.mousePress(shown.viewport(), Qt.MouseButton.LeftButton, pos=row)
        for down in (10, 20, 30):
            QTest.mouseMove(shown.viewport(), row + QPoint(0, down))
        QTest.mouseRelease(shown.viewport(), Qt.MouseButton.LeftButton, pos=row)
        assert len(drags) == 1
        size = drags[0].pixmap().deviceIndependentSize()
        assert size.height() == shown.fontMetrics().height()
        assert size.width() < shown.viewport().width()
        assert drags[0].hotSpot().y() < 0


def test_a_key_adds_the_recipe_from_anywhere(window: MainWindow) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert [entry.plan for entry in window.workspace.queue.entries] == [Plan(window.workspace.draft.recipe)]


def test_commands_are_possible_when_they_make_sense(window: MainWindow) -> None:
    actions = window.actions_
    names = ("queue_start", "queue_pause", "queue_up", "queue_down", "queue_remove", "queue_clear")
    assert [name for name in names if actions[name].isEnabled()] == []
    shown = waiting(window, 2)
    shown.setCurrentIndex(shown.model().index(0))
    enabled = [name for name in names if actions[name].isEnabled()]
    assert enabled == ["queue_start", "queue_down", "queue_remove", "queue_clear"]
    window.workspace.draft.write(None)
    assert not actions["queue_add"].isEnabled()
    assert not actions["try_rates"].isEnabled()


def test_the_context_menu_is_the_menu_for_runs(window: MainWindow) -> None:
    shown = view(window)
    assert shown.chapters.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert window.actions_["use"] in shown.chapters.actions()
    assert window.actions_["queue_add"] in shown.chapters.actions()


def test_three_runs_one_of_which_diverges(ready: MainWindow, qtbot: QtBot) -> None:
    shown = view(ready).queue
    for rate in (0.001, 1e30, 0.01):
        ready.workspace.draft.write(replace(SMALL, learning_rate=rate))
        ready.actions_["queue_add"].trigger()
    QTest.mouseClick(shown.buttons["queue_start"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown.progress.text().startswith("Run 3 of 3"), timeout=TRAINING_MS)
    work_off(ready, qtbot)
    rows = [str(shown.list.model().index(row).data()).splitlines()[1] for row in range(3)]
    assert rows[0].startswith("✓ done: ")
    assert rows[1].startswith("✕ ")
    assert "overflow" in rows[1] or "number" in rows[1]
    assert rows[2].startswith("✓ done: ")


def test_stop_says_that_the_queue_waits(ready: MainWindow, qtbot: QtBot) -> None:
    ready.workspace.queue.add([Plan(replace(SMALL, epochs=1000)), Plan(SMALL)])
    ready.actions_["queue_start"].trigger()
    qtbot.waitUntil(lambda: ready.workspace.training.run is not None, timeout=TRAINING_MS)
    with qtbot.waitSignal(ready.news.told, timeout=TRAINING_MS) as told:
        ready.actions_["stop"].trigger()
    assert told.args == ["The queue waits, as its run was stopped: start it again in the view Runs."]
    assert ready.actions_["queue_start"].isEnabled()


class TestOptimizersThatWereTried:
    @pytest.fixture
    def tried(self, ready: MainWindow, qtbot: QtBot) -> MainWindow:
        past_run(ready, [1.0] * 10)
        ready.workspace.draft.write(replace(SMALL, epochs=1))
        with qtbot.waitSignal(ready.workspace.queue_work.tried, timeout=TRAINING_MS):
            QTest.keyClick(ready, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        return ready

    def test_are_an_overlay_by_themselves(self, tried: MainWindow) -> None:
        assert tried.views.pages["loss"].isVisible()
        assert [run.visible for run in tried.workspace.runs.runs] == [False, True, True, True, True]
        tried.actions_["show_all_runs"].trigger()
        assert all(run.visible for run in tried.workspace.runs.runs)
        assert not tried.actions_["show_all_runs"].isEnabled()

    def test_are_a_table_with_the_best_one_first(self, tried: MainWindow) -> None:
        shown = view(tried, Page.ATTEMPT).attempt
        model = shown.table.model()
        found = [
            float(str(model.index(row, Column.TEST).data()).removesuffix(" %")) for row in range(model.rowCount())
        ]
        assert len(found) == 4
        assert found == sorted(found, reverse=True)
        best = model.index(0, 0).data()
        assert shown.summary.text() == f"Best optimizer in the test: {best} with {found[0]:.1f}\u00a0%."
        assert tried.panel.message.text() == shown.summary.text()
        assert shown.advice.isVisible()
        assert shown.table.isColumnHidden(Column.VALIDATION)
        tried.actions_["projector"].trigger()
        assert shown.table.isColumnHidden(Column.TRAINED)
        assert not shown.advice.isVisible()

    def test_are_kept_in_the_session_s_file(self, tried: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
        before = [run.name for run in tried.workspace.runs.runs]
        tried.actions_["queue_add"].trigger()
        save(tried, qtbot, tmp_path / "lesson.digitpad")
        tried.workspace.queue.put((), [])
        open_(tried, qtbot, tmp_path / "lesson.digitpad")
        assert [run.name for run in tried.workspace.runs.runs] == before
        entries = tried.workspace.queue.entries
        assert [entry.standing for entry in entries] == [*[Standing.DONE] * 4, Standing.WAITING]
        assert [entry.run for entry in entries] == [*tried.workspace.runs.runs[1:], None]
        assert not tried.workspace.queue_work.is_on
        shown = view(tried, Page.ATTEMPT).attempt
        assert shown.summary.text().startswith("Best optimizer in the test: ")


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("projector", [False, True], ids=["desk", "projector"])
def test_all_is_legible_in_a_window(window: MainWindow, qtbot: QtBot, language: str, projector: bool) -> None:
    window.actions_[f"language_{language}"].trigger()
    shown = waiting(window, 3)
    page = view(window).queue
    if projector:
        window.actions_["projector"].trigger()
    settle(qtbot)
    assert shown.viewport().height() > 2 * QFontMetrics(shown.font()).height()
    for name, button in page.buttons.items():
        assert button.isVisible() is not projector, name
        if not projector:
            words = QSize(button.fontMetrics().horizontalAdvance(button.text()), 0)
            assert button.width() >= words.width(), name
            assert page.rect().contains(button.mapTo(page, QPoint(0, 0))), name
            assert button.toolTip(), name
