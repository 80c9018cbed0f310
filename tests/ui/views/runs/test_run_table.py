"""The list of runs: its figures, names and boxes, in the real window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from digitpad.data.training_data import TrainingData
from digitpad.drawing.samples import sample_digit
from digitpad.runs.by_hand import How, Intervention
from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Ending
from digitpad.runs.recipe import KERAS_RECIPE, Optimizer, Recipe
from digitpad.runs.run import Run
from digitpad.runs.scores.score import Score, Scores
from digitpad.ui.plots.swatch import swatch
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import DARK, LIGHT
from digitpad.ui.views.runs.run_table import MEASURED, SWATCH
from digitpad.workspace.keeping.settings import Settings
from digitpad.workspace.runs.run_cells import Column, title
from digitpad.workspace.wording.plain_text import as_plain
from digitpad.workspace.wording.run_texts import MOST_LINES
from tests.ui.lesson import reported, settle, step
from tests.ui.pasts import SMALL, past_run
from tests.ui.texts import Longer


def table(window: MainWindow) -> QTreeView:
    """Return the list, shown."""
    window.area.show_view("runs")
    return window.views["runs"].table


def row(window: MainWindow, place: int) -> list[str]:
    model = table(window).model()
    return [str(model.index(place, column).data()) for column in Column]


def cell(window: MainWindow, place: int, column: Column = Column.NAME) -> QModelIndex:
    return table(window).model().index(place, column)


def test_a_run_that_came_while_nobody_looked_has_room_for_its_name(window: MainWindow) -> None:
    run = past_run(window, [1.0] * 5)
    narrow = table(window).columnWidth(Column.NAME)
    window.area.show_view("loss")
    window.workspace.runs.rename(run, "A name of some length")
    past_run(window, [1.0] * 5)
    assert table(window).columnWidth(Column.NAME) > narrow


def test_what_differs_has_room_for_its_heading_in_any_language(window: MainWindow, qapp: QApplication) -> None:
    past_run(window, [1.0] * 5)
    past_run(window, [1.0] * 5, recipe=replace(SMALL, seed=1))
    translator = Longer({("RunList", "Differs in")}, qapp)
    qapp.installTranslator(translator)
    shown = table(window)
    shown.resize(300, 200)
    heading = title(Column.DIFFERENCE)
    assert heading.startswith("Ậ")
    assert shown.columnWidth(Column.DIFFERENCE) >= shown.fontMetrics().horizontalAdvance(heading)
    qapp.removeTranslator(translator)


def test_the_figures_of_each_run(window: MainWindow) -> None:
    past_run(window, [1.0] * 5, seconds=2.5)
    past_run(window, [1.0] * 10, seconds=12.04, accuracy=0.9766, recipe=replace(SMALL, optimizer=Optimizer.ADAM))
    names = "RMSprop (Keras)", "Adam (Keras)"
    recipes = [f"16 relu · {name} · rate 0.001 · batch 100 · seed 0 · 1,000 images" for name in names]
    none, times = ["–"] * 4, (["0.5", "2.5"], ["1.0", "12.0"])
    assert row(window, 0) == ["Run 1", names[0], "–", "–", "–", *none, *times[0], recipes[0]]
    assert row(window, 1) == ["Run 2", names[1], "–", "–", "97.7", *none, *times[1], recipes[1]]


class TestScores:
    def test_the_newest_and_the_best_epoch(self, window: MainWindow) -> None:
        runs, run = window.workspace.runs, past_run(window, [1.0] * 30)
        runs.score(run, 10, Scores(Score(0.5, 0.9), Score(0.6, 0.88), Score(0.7, 0.85)))
        runs.score(run, 20, Scores(Score(0.25, 0.99), Score(0.4, 0.9), Score(0.5, 0.87)))
        runs.score(run, 30, Scores(Score(0.0012, 1.0), Score(0.75, 0.91), Score(0.625, 0.88)))
        assert row(window, 0)[Column.TRAINING : Column.EPOCHS] == [
            *("100.0", "91.0", "88.0"),
            *("0.001", "0.750", "0.625"),
            "2",
        ]
        tip = cell(window, 0, Column.VALIDATION).data(Qt.ItemDataRole.ToolTipRole)
        assert "Run 1: epoch 2 is the best one in validation" in tip
        assert "Choose by validation: who chooses by the test set no longer knows how new images are read." in tip

    def test_of_an_earlier_version_s_run_it_is_said_that_there_are_none(self, window: MainWindow) -> None:
        past_run(window, [1.0] * 10, accuracy=0.9)
        assert "earlier version" in cell(window, 0, Column.TEST).data(Qt.ItemDataRole.ToolTipRole)

    def test_a_loss_takes_no_more_room_the_larger_it_is(self, window: MainWindow) -> None:
        losses = {9.9996: "10.00", 99.996: "100.0", 12345.6: "12346", 2.2e21: "2.2e+21"}
        for number, (loss, said) in enumerate(losses.items()):
            run = past_run(window, [1.0] * 10)
            window.workspace.runs.score(run, 10, Scores(test=Score(loss, 0.1)))
            assert row(window, number)[Column.TEST_LOSS] == said

    def test_one_that_overflowed_is_none(self, window: MainWindow) -> None:
        run = past_run(window, [1.0] * 10)
        window.workspace.runs.score(run, 10, Scores(test=Score(float("nan"), float("nan"))))
        said = row(window, 0)
        assert (said[Column.TEST], said[Column.TEST_LOSS]) == ("NaN", "NaN")


def darkest(window: MainWindow, column: Column) -> int:
    """Return how dark the first run's figure is at its darkest, from 0 for black to 255."""
    there = table(window)
    image = there.viewport().grab(there.visualRect(cell(window, 0, column))).toImage()
    return min(qGray(image.pixel(x, y)) for x in range(image.width()) for y in range(image.height()))


def test_scores_are_grey_and_say_of_which_batch_they_are_once_the_run_goes_on(
    ready: MainWindow, qtbot: QtBot
) -> None:
    """A step after the epoch's end, and they were another network's than that which the row was taken for."""
    ready.workspace.draft.write(SMALL)
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["step_epoch"].trigger()
    settle(qtbot)
    ready.resize(1366, 768)
    test, times = cell(ready, 0, Column.TEST), cell(ready, 0, Column.EPOCHS)
    figure, dark, words = test.data(), darkest(ready, Column.TEST), darkest(ready, Column.RECIPE)
    assert "Measured after batch 10." in test.data(Qt.ItemDataRole.ToolTipRole)
    assert test.data(Qt.ItemDataRole.AccessibleTextRole) is None
    step(ready, qtbot)
    qtbot.waitUntil(lambda: times.data() == "1.1")
    assert test.data() == figure
    assert darkest(ready, Column.TEST) > dark + 40
    assert darkest(ready, Column.RECIPE) == words
    assert "Measured after batch 10; the run is at batch 11 by now." in test.data(Qt.ItemDataRole.ToolTipRole)
    assert test.data(Qt.ItemDataRole.AccessibleTextRole) == f"{figure}, after batch 10"
    with reported(ready, qtbot, Ending.PAUSED):
        ready.actions_["undo_training"].trigger()
    qtbot.waitUntil(lambda: times.data() == "1.0")
    assert darkest(ready, Column.TEST) == dark


def scored(window: MainWindow, recipe: Recipe) -> Run:
    """Put a run into the list that was measured on all sets."""
    run = past_run(window, [1.0] * 10, recipe=recipe)
    window.workspace.runs.score(run, 10, Scores(Score(0.5, 0.9), Score(0.6, 0.88), Score(0.7, 0.85)))
    return run


HELD_OUT = replace(SMALL, data=TrainingData(count=1000, validation=0.1))
RATES = 0.00001, 0.003, 10.0


class TestColumns:
    @pytest.mark.parametrize("language", ["en", "vi"])
    def test_all_scores_and_what_differs_are_seen_without_scrolling(
        self, window: MainWindow, qtbot: QtBot, language: str
    ) -> None:
        window.actions_[f"language_{language}"].trigger()
        for rate in RATES:
            scored(window, replace(HELD_OUT, learning_rate=rate))
        window.resize(1366, 720)
        shown = table(window)
        for column in (Column.DIFFERENCE, *range(Column.TRAINING, Column.BEST_EPOCH)):
            qtbot.waitUntil(lambda column=column: not shown.isColumnHidden(column))
        assert shown.horizontalScrollBar().maximum() == 0
        letters = shown.fontMetrics()
        for column in set(Column) - {Column.RECIPE}:
            if not shown.isColumnHidden(column):
                said = [
                    *title(column).split("\n"),
                    *(str(cell(window, place, column).data()) for place in range(3)),
                ]
                swatch = SWATCH.width() + letters.height() if column is Column.NAME else 0
                assert max(map(letters.horizontalAdvance, said)) + swatch <= shown.columnWidth(column), column

    def test_what_says_nothing_is_left_out(self, window: MainWindow, qtbot: QtBot) -> None:
        past_run(window, [1.0] * 10, accuracy=0.9)
        window.resize(1600, 900)
        shown = table(window)
        of_no_use = {*range(Column.TRAINING, Column.BEST_EPOCH + 1), Column.DIFFERENCE} - {Column.TEST}
        assert {column for column in Column if shown.isColumnHidden(column)} == of_no_use
        past_run(window, [1.0] * 10, recipe=replace(HELD_OUT, learning_rate=1.0))
        qtbot.waitUntil(lambda: not shown.isColumnHidden(Column.DIFFERENCE))
        assert not shown.isColumnHidden(Column.VALIDATION)

    def test_on_a_small_projector_what_is_chosen_by_is_left(self, window: MainWindow, qtbot: QtBot) -> None:
        for rate in RATES:
            scored(window, replace(HELD_OUT, learning_rate=rate))
        shown = table(window)
        window.actions_["projector"].trigger()
        qtbot.waitUntil(lambda: shown.fontInfo().pixelSize() > 14)
        window.resize(1024, 768)
        qtbot.waitUntil(lambda: shown.isColumnHidden(Column.TRAINING))
        assert not shown.isColumnHidden(Column.VALIDATION)
        assert not shown.isColumnHidden(Column.DIFFERENCE)
        assert shown.horizontalScrollBar().maximum() == 0

    def test_whoever_wants_others_chooses_them_and_finds_them_again(
        self, window: MainWindow, qtbot: QtBot, settings: Settings
    ) -> None:
        scored(window, HELD_OUT)
        shown, menu = table(window), window.views["runs"].columns
        qtbot.waitUntil(lambda: not shown.isColumnHidden(Column.TEST))  # once the view has its room
        assert menu.fitting.isChecked()
        assert not menu.boxes[Column.SECONDS].isChecked()
        menu.boxes[Column.SECONDS].trigger()
        menu.boxes[Column.TEST].trigger()
        assert not shown.isColumnHidden(Column.SECONDS)
        assert shown.isColumnHidden(Column.TEST)
        assert not menu.fitting.isChecked()
        window.close()
        another = MainWindow(settings)
        qtbot.addWidget(another)
        another.show()
        found = table(another)
        assert not found.isColumnHidden(Column.SECONDS)
        assert found.isColumnHidden(Column.TEST)
        another.views["runs"].columns.fitting.trigger()
        assert found.chosen_columns is None
        another.close()

    def test_a_right_click_on_a_title_opens_the_menu_and_the_menu_view_has_it(
        self, window: MainWindow, qtbot: QtBot
    ) -> None:
        shown, menu = table(window), window.views["runs"].columns
        shown.header().customContextMenuRequested.emit(QPoint(5, 5))
        qtbot.waitUntil(menu.isVisible)
        menu.close()
        assert menu.menuAction() in window.actions_.menus["view"].actions()

    def test_one_more_epoch_sets_a_run_apart(self, window: MainWindow, qtbot: QtBot) -> None:
        past_run(window, [1.0] * 20)
        run = past_run(window, [1.0] * 20)
        assert table(window).isColumnHidden(Column.DIFFERENCE)
        window.workspace.runs.add_epoch(run)
        assert [row(window, place)[Column.DIFFERENCE] for place in range(2)] == ["2 epochs", "3 epochs"]
        qtbot.waitUntil(lambda: not table(window).isColumnHidden(Column.DIFFERENCE))


class TestARunThatItsRecipeAloneDidNotMake:
    @pytest.fixture
    def run(self, window: MainWindow) -> Run:
        run = past_run(window, [1.0] * 10)
        window.workspace.runs.intervene(run, Intervention(2, How.BATCHES, 5, (3, 8), alone=True))
        return run

    def test_is_marked_and_its_recipe_says_so(self, window: MainWindow, run: Run) -> None:
        said = row(window, 0)
        assert said[Column.NAME] == "Run 1 ✎"
        assert said[Column.RECIPE].endswith("seed 0 · 1,000 images, with 5 batches by hand")
        assert cell(window, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Run 1, with 5 batches by hand"

    def test_lists_what_was_done(self, window: MainWindow, run: Run) -> None:
        window.workspace.runs.change_rate(run, 0.5)
        window.workspace.runs.intervene(run, Intervention(10, How.EPOCH))
        window.workspace.runs.intervene(run, Intervention(10, How.BATCHES, 1, (1,)))
        tip = cell(window, 0).data(Qt.ItemDataRole.ToolTipRole)
        lines = [
            "batches 3 to 7: by hand, labelled 3 8",
            "after batch 10: one more epoch, with a fresh optimizer",
            "batch 11: joined by hand, labelled 1",
            "after batch 10: learning rate 0.5",
        ]
        assert tip == f"<p>Run 1</p><p>{'<br>'.join(lines)}</p>"

    def test_of_many_the_newest(self, window: MainWindow, run: Run) -> None:
        for first in range(7, 7 + 2 * MOST_LINES, 2):
            window.workspace.runs.intervene(run, Intervention(first, How.BATCHES, 1, (1,)))
        tip = cell(window, 0, Column.RECIPE).data(Qt.ItemDataRole.ToolTipRole)
        assert tip.count("<br>") == MOST_LINES
        assert "1 earlier one<br>" in tip
        assert "batches 3 to 7" not in tip

    def test_keeps_its_name_when_it_is_renamed(self, window: MainWindow, qtbot: QtBot, run: Run) -> None:
        shown = table(window)
        shown.setFocus()
        QTest.keyClick(shown, Qt.Key.Key_F2)
        editor = shown.findChild(QLineEdit)
        assert editor is not None
        assert editor.text() == "Run 1"
        QTest.keyClicks(editor, "mine")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: run.name == "mine")
        assert row(window, 0)[0] == "mine ✎"


def test_the_hint_stands_there_until_there_is_a_run(window: MainWindow) -> None:
    shown = table(window)
    assert shown.hint.isVisible()
    run = past_run(window, [1.0])
    assert not shown.hint.isVisible()
    window.workspace.commands.delete(run)
    assert shown.hint.isVisible()


def test_f2_renames_the_selected_run(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, [1.0])
    shown = table(window)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_F2)
    editor = shown.findChild(QLineEdit)
    assert editor is not None
    editor.setText("small <b>steps</b>")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: run.name == "small <b>steps</b>")
    assert row(window, 0)[0] == "small <b>steps</b>"
    assert cell(window, 0).data(Qt.ItemDataRole.ToolTipRole) == as_plain("small <b>steps</b>")


def test_the_bold_letters_of_the_run_that_answers_have_room(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, [1.0])
    window.workspace.runs.rename(run, "our own digits")
    past_run(window, [1.0])
    shown = table(window)
    assert shown.answering is not run
    window.workspace.commands.use(run)
    qtbot.waitUntil(lambda: shown.answering is run)
    assert shown.sizeHintForIndex(cell(window, 0)).width() <= shown.columnWidth(Column.NAME)


def test_a_longer_name_has_room_at_once(window: MainWindow, qtbot: QtBot) -> None:
    past_run(window, [1.0])
    shown = table(window)
    narrow = shown.columnWidth(Column.NAME)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_F2)
    editor = shown.findChild(QLineEdit)
    editor.setText("with our own digits")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.columnWidth(Column.NAME) > narrow)


def test_a_mark_behind_a_name_has_room_when_the_list_is_seen_again(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 748)
    run = past_run(window, [1.0] * 5)
    window.workspace.commands.use(run)
    shown = table(window)
    settle(qtbot)
    window.area.show_view("loss")
    settle(qtbot)
    window.workspace.runs.intervene(run, Intervention(4, How.BATCHES, 1, (3,), alone=True))
    table(window)
    settle(qtbot)
    assert str(cell(window, 0).data()).endswith("✎")
    assert shown.sizeHintForIndex(cell(window, 0)).width() <= shown.columnWidth(Column.NAME)


@pytest.mark.parametrize("typed", ["small steps", ""], ids=["typing", "about to type"])
def test_figures_that_change_leave_a_name_alone_that_is_being_typed(
    window: MainWindow, qtbot: QtBot, typed: str
) -> None:
    run = past_run(window, [1.0] * 10)
    shown = table(window)
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_F2)
    editor = shown.findChild(QLineEdit)
    assert editor.text() == editor.selectedText() == "Run 1"
    QTest.keyClicks(editor, typed)
    window.workspace.runs.note_sample(run, 5, 0.5)
    QTest.keyClicks(editor, "!")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: run.name == f"{typed}!")


@pytest.mark.parametrize("refused", ["", "   ", "\t\n"])
def test_an_empty_name_is_refused(window: MainWindow, refused: str) -> None:
    run = past_run(window, [1.0])
    table(window).model().setData(cell(window, 0), refused)
    assert run.name == "Run 1"


def test_the_box_hides_a_curve(window: MainWindow) -> None:
    run = past_run(window, [1.0])
    model = table(window).model()
    assert cell(window, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    model.setData(cell(window, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not run.visible


def test_the_newest_run_is_selected_and_the_menu_acts_on_the_selected_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    first, second = past_run(window, [1.0]), past_run(window, [1.0])
    assert window.workspace.selected is second
    table(window).setCurrentIndex(cell(window, 0))
    assert window.workspace.selected is first
    window.actions_["use"].trigger()
    qtbot.waitUntil(lambda: window.workspace.network.run is first)
    qtbot.waitUntil(lambda: window.views["runs"].table.answering is first)
    window.actions_["delete"].trigger()
    assert window.workspace.runs.runs == [second]
    assert window.workspace.selected is second


def test_the_newest_run_is_selected_when_other_runs_take_the_place_of_all(window: MainWindow) -> None:
    runs = window.workspace.runs
    first, second = past_run(window, [1.0]), past_run(window, [1.0])
    runs.put([second, first], None)
    assert window.workspace.selected is first
    assert window.actions_["export_run"].isEnabled()
    runs.put([], None)
    assert window.workspace.selected is None


def test_a_swatch_has_the_colour_of_the_curve(window: MainWindow) -> None:
    for colors in (LIGHT, DARK):
        image = swatch(0, colors, QSize(44, 16)).pixmap(44, 16).toImage()
        assert image.pixelColor(22, 8).name() == colors.run_color(0)


class TestKeysOfTheList:
    def test_delete_deletes_the_run_and_not_the_drawing(self, window: MainWindow) -> None:
        kept, gone = past_run(window, [1.0]), past_run(window, [1.0])
        window.workspace.board.set_drawing(sample_digit(3), "")
        shown = table(window)
        shown.setFocus()
        window.workspace.select(gone)
        QTest.keyClick(shown, Qt.Key.Key_Delete)
        assert window.workspace.runs.runs == [kept]
        assert window.workspace.board.drawing == sample_digit(3)
        window.canvas.setFocus()
        QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
        assert not window.workspace.board.drawing
        assert window.workspace.runs.runs == [kept]

    def test_page_up_moves_in_the_list_and_leaves_the_drawing(self, window: MainWindow) -> None:
        first, last = past_run(window, [1.0]), past_run(window, [1.0])
        window.workspace.board.set_drawing(sample_digit(3), "")
        window.workspace.board.clear()
        shown = table(window)
        shown.setFocus()
        window.workspace.select(last)
        QTest.keyClick(shown, Qt.Key.Key_PageUp)
        assert window.workspace.selected is first
        assert not window.workspace.board.drawing


def test_a_run_beside_hundreds_has_but_few_of_them_measured(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand took half a second at each one that began."""
    table, runs = window.views["runs"].table, window.workspace.runs
    runs.put([Run(number, f"Run {number}", KERAS_RECIPE) for number in range(300)], None)
    window.area.show_view("runs")
    measured: list[int] = []
    hint = type(table).sizeHintForIndex
    monkeypatch.setattr(
        type(table), "sizeHintForIndex", lambda self, index: (measured.append(index.row()), hint(self, index))[1]
    )
    runs.begin(runs.new(KERAS_RECIPE), untrained(KERAS_RECIPE))
    assert 0 < len(measured) <= MEASURED
    assert 300 in measured


def test_a_name_can_be_read_in_the_letters_of_the_last_row(window: MainWindow, qtbot: QtBot) -> None:
    run = past_run(window, [1.0])
    window.workspace.runs.rename(run, "Rates: 0.001")
    window.area.show_view("runs")
    window.actions_["projector"].trigger()
    table = window.views["runs"].table
    qtbot.waitUntil(lambda: table.fontInfo().pixelSize() > 14)
    letters = table.fontMetrics()
    room = table.columnWidth(Column.NAME) - SWATCH.width() - letters.height()
    assert room >= letters.horizontalAdvance("Rates: 0.001")
