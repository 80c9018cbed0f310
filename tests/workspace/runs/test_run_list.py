"""The list of runs, as a table that views can show."""

import re
import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from digitpad import heap
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.checkpoint import Checkpoint, untrained
from digitpad.runs.events import Advanced
from digitpad.runs.queue.plan import Kind
from digitpad.runs.recipe import Recipe
from digitpad.runs.run import Run
from digitpad.runs.shelf import Shelf
from digitpad.workspace.runs.run_cells import RUN_ROLE, Column
from digitpad.workspace.runs.run_list import RunList
from digitpad.workspace.wording.language import speak
from digitpad.workspace.wording.run_texts import branch_name
from digitpad.workspace.wording.undo_texts import translate_changes
from digitpad.workspace.workspace import Workspace
from tests.conftest import ROOT
from tests.sentences import written_as_in
from tests.workspace.conftest import PER_EPOCH, SMALL, files_done


def begun(runs: RunList, recipe: Recipe = SMALL) -> Run:
    run = runs.new(recipe)
    runs.begin(run, untrained(recipe))
    return run


def advance(runs: RunList, run: Run, batches: int, accuracy: float | None = None) -> None:
    runs.extend(run, Advanced(len(run.history), np.full(batches, 1.5, np.float32), 0.2 * batches, accuracy))


def state_of(run: Run) -> Checkpoint:
    return Checkpoint(replace(untrained(run.recipe), updates=len(run.history)), (), 0.01)


def row(runs: RunList, run: Run) -> list[str]:
    place = runs.runs.index(run)
    return [runs.index(place, column).data() for column in Column]


@pytest.fixture
def runs(workspace: Workspace) -> RunList:
    return workspace.runs


class TestTable:
    def test_it_keeps_qts_rules(self, runs: RunList, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(runs)
        first, second = begun(runs), begun(runs)
        qtmodeltester.check(runs)
        advance(runs, first, 3, 0.5)
        runs.rename(second, "renamed")
        runs.delete(first)
        runs.undo_stack.undo()
        runs.put([second], second)
        runs.put([], None)
        qtmodeltester.check(runs)

    def test_there_is_nothing_outside_it(self, runs: RunList) -> None:
        begun(runs)
        nowhere = QModelIndex()
        assert runs.data(nowhere, RUN_ROLE) is None
        assert runs.flags(nowhere) == Qt.ItemFlag.NoItemFlags
        assert not runs.setData(nowhere, "name")
        assert runs.rowCount(runs.index(0, 0)) == 0
        assert runs.columnCount(runs.index(0, 0)) == 0

    def test_columns_have_titles(self, runs: RunList) -> None:
        titles = [runs.headerData(column, Qt.Orientation.Horizontal) for column in Column]
        assert titles == [
            *("Run", "Differs in"),
            *("Training\n%", "Validation\n%", "Test\n%"),
            *("Training\nloss", "Validation\nloss", "Test\nloss"),
            *("★ best\nepoch", "Epochs", "Seconds", "Recipe"),
        ]
        assert runs.headerData(0, Qt.Orientation.Vertical) is None

    def test_figures_move_with_each_batch(self, runs: RunList, qtbot: QtBot) -> None:
        with written_as_in(QLocale.Language.English):
            run = begun(runs)
            columns = Column.TEST, Column.EPOCHS, Column.SECONDS
            assert [row(runs, run)[column] for column in columns] == ["–", "0.0", "0.0"]
            seen = []
            for accuracy in (None, 0.5, None, 0.75):
                with qtbot.waitSignals([runs.dataChanged, runs.changed]):
                    advance(runs, run, PER_EPOCH // 2, accuracy)
                seen.append([row(runs, run)[column] for column in columns])
        assert seen == [
            ["–", "0.5", "1.0"],
            ["50.0", "1.0", "2.0"],
            ["50.0", "1.5", "3.0"],
            ["75.0", "2.0", "4.0"],
        ]

    @pytest.mark.parametrize("drawn", [True, False])
    def test_what_an_earlier_epoch_s_weights_say_is_part_of_its_history_already(
        self, runs: RunList, drawn: bool
    ) -> None:
        run, first = begun(runs), untrained(SMALL)
        for updates in (PER_EPOCH, 2 * PER_EPOCH):
            runs.take(run, replace(first, updates=updates), np.full(10, 0.1, np.float32))
        kept = replace(first, updates=PER_EPOCH)
        runs.take(run, kept, np.full(10, 0.2, np.float32) if drawn else None)
        assert run.snapshot is kept
        assert run.probabilities.batches.tolist() == [PER_EPOCH, 2 * PER_EPOCH]

    def test_only_the_row_of_the_run_changes(self, runs: RunList, qtbot: QtBot) -> None:
        _, second, _ = begun(runs), begun(runs), begun(runs)
        with qtbot.waitSignal(runs.dataChanged) as changed:
            advance(runs, second, 1)
        first_cell, last_cell = changed.args[:2]
        assert (first_cell.row(), last_cell.row()) == (1, 1)
        assert (first_cell.column(), last_cell.column()) == (Column.NAME, Column.RECIPE)

    def test_a_name_is_no_markup(self, runs: RunList) -> None:
        run = begun(runs)
        runs.rename(run, "<b>bold</b>")
        index = runs.index(0, Column.NAME)
        assert index.data() == "<b>bold</b>"
        assert "&lt;b&gt;bold&lt;/b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
        runs.rename(run, "Anna's & mine")
        assert index.data(Qt.ItemDataRole.ToolTipRole) == "Anna's & mine"


class TestRenaming:
    def test_in_the_table(self, runs: RunList, qtbot: QtBot) -> None:
        run = begun(runs)
        with qtbot.waitSignals([runs.dataChanged, runs.changed]):
            assert runs.setData(runs.index(0, Column.NAME), "  small\nsteps ")
        assert run.name == "smallsteps"

    @pytest.mark.parametrize("name", ["", "   ", "\n", "Run 1"])
    def test_nothing_and_the_same_are_no_name(self, runs: RunList, qtbot: QtBot, name: str) -> None:
        run = begun(runs)
        with qtbot.assertNotEmitted(runs.changed):
            runs.rename(run, name)
        assert run.name == "Run 1"

    def test_other_columns_cannot_be_written(self, runs: RunList) -> None:
        begun(runs)
        for column in set(Column) - {Column.NAME}:
            index = runs.index(0, column)
            assert not runs.flags(index) & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            assert not runs.setData(index, "1")
            assert not runs.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


def test_a_curve_is_hidden_and_shown(runs: RunList, qtbot: QtBot) -> None:
    run = begun(runs)
    index = runs.index(0, Column.NAME)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    with qtbot.waitSignals([runs.dataChanged, runs.changed]):
        runs.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not run.visible
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    with qtbot.assertNotEmitted(runs.changed):
        runs.show(run, False)
    runs.show(run, True)
    assert run.visible


class TestDeleting:
    def test_it_is_undone_and_done_again(self, runs: RunList, qtbot: QtBot) -> None:
        first, second, third = begun(runs), begun(runs), begun(runs)
        with qtbot.waitSignals([runs.rowsRemoved, runs.changed]):
            runs.delete(second)
        assert runs.runs == [first, third]
        with qtbot.waitSignals([runs.rowsInserted, runs.changed]):
            runs.undo_stack.undo()
        assert runs.runs == [first, second, third]
        runs.undo_stack.redo()
        assert runs.runs == [first, third]

    def test_the_current_run_is_one_that_is_there(self, runs: RunList) -> None:
        first, second = begun(runs), begun(runs)
        assert runs.current is second
        runs.delete(second)
        assert runs.current is first
        runs.delete(first)
        assert runs.current is None
        runs.undo_stack.undo()
        assert runs.current is first
        runs.undo_stack.undo()
        assert runs.current is second

    def test_undone_after_another_run_began_it_is_not_the_current_one(self, runs: RunList) -> None:
        first = begun(runs)
        runs.delete(first)
        second = begun(runs)
        runs.undo_stack.undo()
        assert runs.runs == [first, second]
        assert runs.current is second

    def test_whoever_looks_while_it_is_taken_out_finds_it_gone(self, runs: RunList) -> None:
        first, second = begun(runs), begun(runs)
        seen: list[tuple[list[Run], Run | None]] = []
        for signal in (runs.rowsRemoved, runs.changed):
            signal.connect(lambda *_: seen.append((list(runs.runs), runs.current)))
        runs.delete(second)
        assert seen == [([first], first)] * 2

    def test_what_a_deleted_run_still_learns_is_announced_to_nobody(self, runs: RunList, qtbot: QtBot) -> None:
        run = begun(runs)
        runs.delete(run)
        with qtbot.assertNotEmitted(runs.changed), qtbot.assertNotEmitted(runs.dataChanged):
            advance(runs, run, 3)
            runs.take(run, untrained(SMALL), None)
            runs.go_on(run, state_of(run))
        assert runs.current is None
        runs.undo_stack.undo()
        assert len(run.history) == 3


class TestNumbers:
    def test_they_count_on_whatever_is_deleted(self, runs: RunList) -> None:
        first, second = begun(runs), begun(runs)
        runs.delete(second)
        third = begun(runs)
        assert [run.name for run in (first, second, third)] == ["Run 1", "Run 2", "Run 3"]
        assert [run.number for run in (first, second, third)] == [0, 1, 2]

    def test_after_other_runs_were_put_in_they_come_after_those(self, runs: RunList, qtbot: QtBot) -> None:
        begun(runs), begun(runs), begun(runs)
        opened = Run(0, "Run 1", SMALL)
        with qtbot.waitSignals([runs.modelReset, runs.changed]):
            runs.put([opened], opened)
        assert runs.current is opened
        assert begun(runs).name == "Run 2"
        runs.put([Run(4, "Run 5", SMALL), Run(2, "Run 3", SMALL)], None)
        assert begun(runs).name == "Run 6"
        runs.put([], None)
        assert begun(runs).name == "Run 1"

    def test_a_run_that_has_not_begun_takes_none(self, runs: RunList) -> None:
        runs.new(SMALL)
        assert begun(runs).name == "Run 1"


class TestWhatIsTried:
    """Runs of attempts are called by it in the language of the window, whichever it was when they began."""

    @pytest.fixture
    def tried(self, runs: RunList) -> list[Run]:
        found = [runs.new(SMALL, tried=kind) for kind in Kind]
        for run in found:
            runs.begin(run, untrained(SMALL))
        return found

    def test_another_language_names_them_anew_and_changes_no_run(
        self, runs: RunList, tried: list[Run], qtbot: QtBot
    ) -> None:
        assert [run.name for run in tried] == ["Rates: 0.01", "Optimizers: SGD (Keras)"]
        runs.rename(tried[1], "Optimizers: mine")
        file = runs.for_file(tried[0])
        with qtbot.assertNotEmitted(runs.changed):
            speak("vi")
            runs.translate()
        assert [run.name for run in tried] == ["Tốc độ: 0,01", "Optimizers: mine"]
        assert file.name == "Rates: 0.01"
        assert runs.for_file(tried[0]).name == "Tốc độ: 0,01"
        assert runs.index(0, Column.NAME).data() == "Tốc độ: 0,01"

    def test_so_are_those_that_come_back(self, runs: RunList, tried: list[Run]) -> None:
        runs.delete(tried[0])
        speak("vi")
        runs.translate()
        runs.undo_stack.undo()
        assert tried[0].name == "Tốc độ: 0,01"
        runs.put([Run(0, "Rates: 0.01", SMALL, tried=Kind.RATES), Run(1, "Rates: 0.01", SMALL)], None)
        assert [run.name for run in runs.runs] == ["Tốc độ: 0,01", "Rates: 0.01"]

    def test_what_was_deleted_is_called_as_it_would_be(self, runs: RunList, tried: list[Run]) -> None:
        """The menu Edit said “xóa Rates: 0.01”."""
        runs.delete(tried[0])
        speak("vi")
        translate_changes(runs.undo_stack)
        assert runs.undo_stack.undoText() == "xóa Tốc độ: 0,01"
        runs.undo_stack.undo()
        assert runs.undo_stack.redoText() == "xóa Tốc độ: 0,01"

    @pytest.fixture(autouse=True)
    def english_is_spoken_again(self) -> Iterator[None]:
        yield
        speak()


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.usefixtures("qapp")
def test_a_branch_of_a_branch_says_only_where_it_came_from_whatever_language_named_that(language: str) -> None:
    """The batch of its name, 1,234, was not found in “1.234”."""
    origin = Run(1, "Run 2 (Run 1, batch 1,234)", SMALL)
    origin.history.extend(np.ones(1300, np.float32), 1.0)
    origin.history.add_intervention(Intervention(1234, How.MOMENT, origin="Run 1"))
    speak(language)
    try:
        name = branch_name(origin, 1500)
    finally:
        speak()
    expected = {"en": "Run {number} (Run 2, batch 1,500)", "vi": "Lượt {number} (Run 2, batch 1.500)"}
    assert name == expected[language]


class TestTogether:
    def test_what_belongs_together_is_announced_once(self, runs: RunList, qtbot: QtBot) -> None:
        run, other = begun(runs), begun(runs)
        heard: list[object] = []
        runs.dataChanged.connect(lambda first, _: heard.append(first.row()))
        runs.changed.connect(lambda: heard.append("changed"))
        with runs.held():
            advance(runs, run, 2)
            runs.keep(run, state_of(run))
            runs.rename(other, "other")
            assert heard == []
        assert heard == [0, 1, "changed"]
        with runs.held():
            pass
        assert len(heard) == 3

    def test_a_listener_that_deletes_a_run_confuses_nobody(self, runs: RunList) -> None:
        first, second = begun(runs), begun(runs)
        told: list[Run] = []

        def delete_first(index: QModelIndex, _: object) -> None:
            told.append(index.data(RUN_ROLE))
            if first in runs.runs:
                runs.delete(first)

        runs.dataChanged.connect(delete_first)
        with runs.held():
            advance(runs, first, 1)
            advance(runs, second, 1)
        assert told == [first, second]


class TestShelving:
    def test_weights_go_to_the_disk_away_from_this_thread(
        self, workspace: Workspace, runs: RunList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        threads: list[int] = []
        put = Shelf.put

        def noted(*arguments: object) -> object:
            threads.append(threading.get_ident())
            return put(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(Shelf, "put", noted)
        run = begun(runs)
        advance(runs, run, 3)
        runs.keep(run, state_of(run))
        with qtbot.assertNotEmitted(runs.changed):  # it is what it was
            runs.shelve(run)
            assert run.is_at_hand
            files_done(workspace, qtbot)
        assert not run.is_at_hand
        assert len(threads) == 1
        assert threads[0] != threading.get_ident()
        assert run.can_go_on
        assert run.snapshot.updates == 3

    def test_a_run_that_goes_on_meanwhile_keeps_its_newer_weights(
        self, workspace: Workspace, runs: RunList, qtbot: QtBot
    ) -> None:
        run = begun(runs)
        runs.shelve(run)
        advance(runs, run, 3)
        runs.take(run, state_of(run).snapshot, None)
        files_done(workspace, qtbot)
        assert run.is_at_hand
        assert run.snapshot.updates == 3

    def test_a_full_disk_leaves_them_in_memory(
        self, workspace: Workspace, runs: RunList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Shelf, "put", lambda *_: None)
        run = begun(runs)
        runs.shelve(run)
        files_done(workspace, qtbot)
        assert run.is_at_hand
        assert run.snapshot is not None

    def test_memory_is_given_back_once_for_all_of_them_and_never_on_the_windows_thread(
        self, workspace: Workspace, runs: RunList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        threads: list[threading.Thread] = []
        monkeypatch.setattr(heap, "give_back", lambda: threads.append(threading.current_thread()))
        for count in (1, 2):
            for _ in range(3):
                runs.shelve(begun(runs))
            files_done(workspace, qtbot)
            assert len(threads) < count, "what is kept of them may still be written"
            qtbot.waitUntil(lambda count=count: len(threads) == count)  # type: ignore[misc]
        assert threading.main_thread() not in threads


def test_nobody_emits_another_objects_signal() -> None:
    """Each emit in the workspace's rooms is an object's own: ``self.signal.emit``."""
    folder = ROOT / "digitpad" / "workspace"
    emits = [
        (file.name, line.strip())
        for file in sorted(folder.rglob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if ".emit(" in line or ".emit," in line
    ]
    assert emits
    for name, line in emits:
        place = line.index(".emit")
        target = line[:place].split()[-1].split("(")[-1]
        assert re.fullmatch(r"self\.\w+", target), f"{name}: {line}"
