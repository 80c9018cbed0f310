"""The view Test in the real window: matrix, pictures, difference, and the vote, by mouse and by keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from digitpad.document.classroom.class_set import ClassSet
from digitpad.document.picture_set import Source
from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_files import write_drawings
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.network.judging import judgement_of
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.test.confusion_matrix import LINE, ConfusionMatrix
from digitpad.ui.views.test.test_panel import TestPanel
from digitpad.workspace.testing.matrix_cells import ROW, cells_of, difference_cells
from digitpad.workspace.testing.opened import Opened, Scope
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import choose, settle
from tests.ui.pasts import past_run
from tests.workspace.conftest import WAIT_MS

NINES_AS_SEVENS, TWOS_AS_ONES, MISTAKES = 4, 6, 86
"""Of MNIST's test images, by the ready-made network; README's `digitpad evaluate` prints them too."""


def current(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the matrix is of the network that answers, and has its place: the first result takes the line
    away that said why there was none."""
    panel = window.views["test"].panel
    qtbot.waitUntil(lambda: panel.matrix.cells is not None and not panel.matrix.is_stale, timeout=WAIT_MS)
    settle(qtbot)


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> Iterator[TestPanel]:
    """The view's panel, with the ready-made network tested on MNIST's test images, and room for all."""
    window.resize(1500, 850)
    window.area.show_view("test")
    current(window, qtbot)
    yield window.views["test"].panel
    choose_text_size(100)
    speak()


def has_size(window: MainWindow, width: int, height: int) -> bool:
    """Give the window a size; what its screen wants of it may come after."""
    window.resize(width, height)
    QApplication.processEvents()
    return window.size().toTuple() == (width, height)


def in_sight(widget: QWidget) -> bool:
    """Return whether all of it is."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def captions(panel: TestPanel) -> list[str]:
    """Return what is written below the pictures of the gallery."""
    model = panel.gallery.model()
    assert model is not None
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_matrix_has_what_the_command_line_prints(panel: TestPanel) -> None:
    cells = panel.matrix.cells
    assert cells is not None
    assert cells.texts[9][7] == str(NINES_AS_SEVENS)
    assert cells.texts[0][0] == "976"
    assert cells.texts[0][1] == "·"
    assert cells.margins[9] == "98.8"
    assert panel.head.accuracy.text().replace("\u00a0", " ") == "99.1 % right – 86 of 10,000 wrong"


def test_the_diagonal_is_quiet_and_the_most_frequent_mistake_the_loudest(panel: TestPanel) -> None:
    cells = panel.matrix.cells
    assert cells is not None
    assert not cells.loudness.diagonal().any()
    assert cells.loudness[2, 1] == cells.loudness.max() == 1
    assert cells.loudness[9, 7] == pytest.approx(NINES_AS_SEVENS / TWOS_AS_ONES)
    # By form too: the square fills its cell, and without colours it is still there.
    image = panel.matrix.grab().toImage()
    ratio = panel.matrix.devicePixelRatio()
    cell = panel.matrix.cell_rect(2, 1)
    near_corner = cell.topLeft() + (cell.bottomRight() - cell.topLeft()) * 0.15
    loud, quiet = panel.matrix.cell_rect(0, 1), near_corner * ratio
    empty = (loud.topLeft() + (loud.bottomRight() - loud.topLeft()) * 0.15) * ratio
    assert abs(image.pixelColor(quiet.toPoint()).lightness() - image.pixelColor(empty.toPoint()).lightness()) > 40


def test_a_click_on_a_cell_shows_its_pictures_the_surest_first(panel: TestPanel, window: MainWindow) -> None:
    middle = panel.matrix.cell_rect(9, 7).center().toPoint()
    QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=middle)
    found = captions(panel)
    assert len(found) == NINES_AS_SEVENS
    assert all(caption.startswith("9→7 ") for caption in found)
    shares = [int(caption.split()[1]) for caption in found]
    assert shares == sorted(shares, reverse=True)
    assert panel.heading.text() == "9 read as 7: 4 pictures"
    assert window.workspace.testing.opened == Opened(Scope.CELL, 9, 7)
    model = panel.gallery.model()
    assert model is not None
    words = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Test image ")
    assert "labelled 9" in words


def test_keys_move_in_the_matrix_and_open_cells_and_rows(panel: TestPanel, qtbot: QtBot) -> None:
    matrix = panel.matrix
    matrix.setFocus()
    for key, place in (
        (Qt.Key.Key_Right, (0, 1)),
        (Qt.Key.Key_Down, (1, 1)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_End, (0, 9)),
        (Qt.Key.Key_PageDown, (9, 9)),
        (Qt.Key.Key_Left, (9, 8)),
        (Qt.Key.Key_Left, (9, 7)),
    ):
        QTest.keyClick(matrix, key)
        assert (matrix.truth, matrix.answer) == place
    said = matrix.accessibleDescription().replace("\u00a0", " ")
    assert said == "true 9, read as 7: 4 pictures, 0.4 % of all 9s"
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert len(captions(panel)) == NINES_AS_SEVENS
    matrix.setFocus()
    QTest.keyClick(matrix, Qt.Key.Key_Home)
    assert matrix.answer == ROW
    assert "997 of 1,009" in matrix.accessibleDescription()
    QTest.keyClick(matrix, Qt.Key.Key_Enter)
    assert len(captions(panel)) == 1009
    matrix.setFocus()
    QTest.keyClick(matrix, Qt.Key.Key_PageUp)
    assert matrix.truth == 0
    QTest.keyClick(matrix, Qt.Key.Key_Home)
    QTest.keyClick(matrix, Qt.Key.Key_Left)
    assert matrix.answer == ROW


def test_page_down_in_the_matrix_turns_no_page_of_the_sketchbook(panel: TestPanel, window: MainWindow) -> None:
    turned: list[bool] = []
    window.actions_["next"].setEnabled(True)
    window.actions_["next"].triggered.connect(turned.append)
    panel.matrix.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert panel.matrix.truth == 9
    assert turned == []


def test_the_pointer_is_told_what_a_cell_is(panel: TestPanel, qtbot: QtBot) -> None:
    middle = panel.matrix.cell_rect(6, 5).center().toPoint()
    place = panel.matrix.mapToGlobal(middle)
    QApplication.sendEvent(panel.matrix, QHelpEvent(QEvent.Type.ToolTip, middle, place))
    assert QToolTip.text().startswith("true 6, read as 5")
    QToolTip.hideText()
    panel.matrix.setFocus()
    outside = QPoint(1, 1)
    QApplication.sendEvent(panel.matrix, QHelpEvent(QEvent.Type.ToolTip, outside, place))
    assert not QToolTip.isVisible() or QToolTip.text() == ""


def test_all_mistakes_and_suspected_labels(panel: TestPanel) -> None:
    panel.mistakes.click()
    assert len(captions(panel)) == MISTAKES
    assert captions(panel)[0].startswith("5→3")
    panel.suspected.click()
    assert 5 <= len(captions(panel)) < MISTAKES
    assert panel.heading.text().startswith("Suspected labels: ")


def test_shares_are_in_per_cent_of_a_row(panel: TestPanel) -> None:
    panel.head.shares.click()
    cells = panel.matrix.cells
    assert cells is not None
    assert cells.texts[9][7] == "0.4"
    assert cells.texts[9][9] == "98.8"
    panel.head.shares.click()
    assert panel.matrix.cells is not None
    assert panel.matrix.cells.texts[9][7] == str(NINES_AS_SEVENS)


def test_it_is_grey_and_says_so_until_the_new_network_is_tested(
    panel: TestPanel, window: MainWindow, qtbot: QtBot
) -> None:
    before, place = panel.matrix.cells, panel.matrix.geometry()
    window.workspace.network.reset(Recipe(seed=4))
    assert panel.matrix.is_stale
    assert panel.matrix.cells is not None
    assert before is not None
    assert panel.matrix.cells.texts == before.texts
    assert "another one answers now" in panel.head.state.text()
    settle(qtbot)
    assert panel.matrix.geometry() == place  # nothing jumps
    current(window, qtbot)
    assert panel.matrix.cells.texts != before.texts
    assert panel.head.state.text() == ""


def darkest(panel: TestPanel) -> int:
    """Return how light the darkest point of the opened pictures is, 0 to 255: paper is black there."""
    image = panel.gallery.viewport().grab().toImage()
    tile = panel.gallery.visualRect(panel.gallery.model().index(0, 0))
    return min(
        image.pixelColor(x, y).lightness()
        for x in range(tile.left(), tile.right(), 3)
        for y in range(tile.top(), tile.top() + tile.height() // 2, 3)
    )


def test_mistakes_are_grey_like_the_matrix_until_the_new_network_is_tested(
    panel: TestPanel, window: MainWindow, qtbot: QtBot
) -> None:
    """Those of another moment stood beside the grey matrix as if they were of the network that is shown."""
    before, title = captions(panel), panel.head.accuracy
    assert darkest(panel) == 0
    told, letters = title.palette().color(title.foregroundRole()), title.font()
    window.workspace.network.reset(Recipe(seed=4))
    assert title.font() == letters
    assert captions(panel) == before
    assert darkest(panel) > 100
    assert title.palette().color(title.foregroundRole()) != told
    current(window, qtbot)
    assert captions(panel) != before
    assert darkest(panel) == 0
    assert title.palette().color(title.foregroundRole()) == told


@pytest.mark.parametrize(("language", "said"), [("en", "no answer to 10,000 pictures"), ("vi", "10.000 ảnh")])
def test_a_network_whose_numbers_overflow_is_not_said_to_read_noughts(
    panel: TestPanel, window: MainWindow, qtbot: QtBot, language: str, said: str
) -> None:
    speak(language)
    run = past_run(window, [2.0, 1.0])
    assert run.snapshot is not None
    huge = tuple(weight * np.float32(1e30) for weight in run.snapshot.weights)
    window.workspace.network.take_run(run, replace(run.snapshot, weights=huge))
    current(window, qtbot)
    assert said in panel.head.state.toolTip().replace("\u00a0", " ")


def test_it_is_computed_only_while_it_is_seen(panel: TestPanel, window: MainWindow, qtbot: QtBot) -> None:
    window.area.show_view("loss")
    window.workspace.network.reset(Recipe(seed=4))
    settle(qtbot)
    assert window.workspace.testing.is_quiet
    window.area.show_view("test")
    current(window, qtbot)
    found = window.workspace.testing.findings
    assert found is not None
    assert found.question.snapshot is window.workspace.network.snapshot


def test_the_difference_of_two_networks_has_signs(panel: TestPanel, window: MainWindow, qtbot: QtBot) -> None:
    assert panel.head.difference.isHidden()
    run = past_run(window, [2.0, 1.0])
    window.workspace.comparison.begin(run)
    qtbot.waitUntil(lambda: not panel.head.difference.isHidden(), timeout=WAIT_MS)
    current(window, qtbot)
    panel.head.difference.click()
    found, cells = window.workspace.testing.findings, panel.matrix.cells
    assert found is not None
    assert found.other is not None
    assert cells is not None
    difference = found.judgement.confusion - found.other.confusion
    worst = np.unravel_index(np.argmin(difference), difference.shape)
    assert cells.texts[worst[0]][worst[1]][0] == "\u2212"
    assert cells.texts[0][0].startswith("+")
    assert cells.loudness[0, 0] < 0  # more right answers are good: hollow
    assert "mistakes fewer than Run 1" in panel.head.accuracy.text()
    more_right = int(difference[0, 0])
    assert (panel.matrix.margin_title, cells.margins[0]) == ("right", f"+{more_right}"), "pictures, not per cent"
    panel.head.shares.click()
    qtbot.waitUntil(lambda: panel.matrix.margin_title == "right, %", timeout=WAIT_MS)
    panel.head.shares.click()
    panel.matrix.go_to(0, 0)
    assert "by Run 1" in panel.matrix.accessibleDescription()
    window.workspace.comparison.end()
    qtbot.waitUntil(lambda: panel.head.difference.isHidden(), timeout=WAIT_MS)
    assert panel.matrix.cells is not None
    assert panel.matrix.cells.texts[0][0] == "976"


def test_a_network_differs_from_itself_in_nothing(panel: TestPanel, window: MainWindow) -> None:
    found = window.workspace.testing.findings
    assert found is not None
    for shares in (False, True):
        cells = difference_cells(found.judgement, found.judgement, shares=shares)
        assert {text for row in cells.texts for text in row} == {"·"}
        assert not cells.loudness.any()
        assert cells_of(found.judgement, shares=shares).loudness.max() == 1


def test_a_difference_in_shares_is_as_short_as_its_cells(qapp: QApplication) -> None:
    """Eight of ten ones are read right and one as 7, against three and none: by hand."""
    first, second = (
        judgement_of(np.eye(10, dtype=np.float32)[answers], np.ones(len(answers), np.uint8))
        for answers in ([1] * 8 + [7, 9], [1] * 3 + [9] * 7)
    )
    cells = difference_cells(first, second, shares=True)
    assert cells.texts[1] == ("·", "+50", "·", "·", "·", "·", "·", "+10", "·", "\u221260")
    assert cells.margins == ("", "+50.0", *[""] * 8)
    many = judgement_of(np.eye(10, dtype=np.float32)[[1] * 997 + [4] * 3], np.ones(1000, np.uint8))
    all_right = judgement_of(np.eye(10, dtype=np.float32)[[1] * 10], np.ones(10, np.uint8))
    assert difference_cells(many, all_right, shares=True).texts[1][4] == "+0.3"


def test_a_few_long_numbers_make_no_others_small(qtbot: QtBot) -> None:
    """An untrained network reads most of the ones as 4: +1,001 and −1,123 among smaller numbers."""

    def matrix_of(as_four: int) -> ConfusionMatrix:
        labels = np.repeat(np.array([1, 2], np.uint8), 1124)
        answers, right = labels.copy(), labels
        answers[:as_four] = 4
        answers[1124:1600] = 4  # of the twos
        one, other = (judgement_of(np.eye(10, dtype=np.float32)[read], labels) for read in (answers, right))
        matrix = ConfusionMatrix()
        qtbot.addWidget(matrix)
        matrix.resize(400, 350)
        matrix.show_cells(difference_cells(one, other, shares=False), lambda *_: "", stale=False)
        return matrix

    usual, with_long = matrix_of(300), matrix_of(1001)
    assert with_long.cells is not None
    assert with_long.cells.texts[1][4] == "+1,001"
    side = with_long.cell_rect(0, 0).width()
    for of_mistakes, long in ((True, "+1,001"), (False, "−1,001")):
        letters = with_long.number_font(of_mistakes=of_mistakes)
        assert letters.pixelSize() == usual.number_font(of_mistakes=of_mistakes).pixelSize()
        own = with_long.number_font(of_mistakes=of_mistakes, are_long=True)
        assert own.pixelSize() < letters.pixelSize()
        assert QFontMetricsF(own).horizontalAdvance(long) <= side


@pytest.mark.parametrize("size", [(300, 300), (300, 500), (500, 300), (900, 400)])
def test_the_lines_around_the_cells_are_whole(qtbot: QtBot, size: tuple[int, int]) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(*size)
    half = LINE / 2 - 1e-6  # of a pixel: sums of floats
    for cell in (matrix.cell_rect(0, ROW), matrix.cell_rect(9, 9)):
        assert QRectF(matrix.rect()).contains(cell.adjusted(-half, -half, half, half))


def test_another_set_is_chosen_above_the_matrix(panel: TestPanel, window: MainWindow, qtbot: QtBot) -> None:
    head = panel.head
    head.source.setCurrentIndex(head.source.findData(Source.CLASS))
    head.source.activated.emit(head.source.currentIndex())
    assert "no digits of our own yet" in head.problem.text()
    assert panel.matrix.cells is None
    assert not panel.mistakes.isEnabled()
    assert window.workspace.testing.source is Source.CLASS
    window.workspace.class_drawings.add([LabelledDrawing(sample_digit(digit), digit) for digit in range(10)])
    current(window, qtbot)
    assert head.accuracy.text().endswith("0 of 10 wrong")
    assert panel.head.file.isHidden()


def test_a_file_of_drawings_is_opened_from_the_menu(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "ours.jsonl"
    write_drawings(path, [LabelledDrawing(sample_digit(digit), digit, pen=digit % 2 + 1) for digit in range(10)])
    choose(monkeypatch, path)
    window.actions_["test_on_file"].trigger()
    assert window.area.current == "test"
    panel = window.views["test"].panel
    qtbot.waitUntil(lambda: window.workspace.testing.source is Source.FILE, timeout=WAIT_MS)
    current(window, qtbot)
    assert panel.head.source.currentText() == "A file of drawings"
    assert not panel.head.file.isHidden()
    assert panel.head.state.text().startswith("By pen, worst first: ")


def test_how_pens_are_read_is_said_though_drawings_are_set_aside(
    panel: TestPanel, window: MainWindow, qtbot: QtBot
) -> None:
    """In most classes some are."""
    taken = [LabelledDrawing(sample_digit(digit), digit, pen=digit % 4 + 1) for digit in range(8)]
    aside = (LabelledDrawing(sample_digit(3), 8, pen=2),)
    window.workspace.class_drawings.put(ClassSet(drawings=tuple(taken), aside=aside))
    window.workspace.testing.choose_source(Source.CLASS)
    current(window, qtbot)
    said = panel.head.state.text()
    assert said.startswith("1 drawing set aside, not tested on · By pen, worst first: ")
    assert said.endswith(" …"), "of four pens three are named"
    assert panel.head.state.toolTip().count("%") == 4


def test_a_picture_of_ours_on_the_easel_goes_by_its_new_label(
    panel: TestPanel, window: MainWindow, qtbot: QtBot
) -> None:
    ours, easel = window.workspace.class_drawings, window.workspace.easel
    ours.put(ClassSet(drawings=(LabelledDrawing(sample_digit(3), 8),)))
    window.workspace.testing.choose_source(Source.CLASS)
    current(window, qtbot)
    panel.mistakes.click()
    window.actions_["on_easel"].trigger()
    assert easel.exhibit is not None
    assert easel.exhibit.label == 8
    ours.relabel([0], 3)
    assert easel.exhibit.label == 3


def test_enter_or_a_double_click_hangs_a_picture_on_the_easel(panel: TestPanel, window: MainWindow) -> None:
    index = panel.gallery.model().index(2, 0)
    place = panel.gallery.visualRect(index).center()
    QTest.mouseClick(panel.gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    exhibit = window.workspace.easel.exhibit
    assert exhibit is not None
    shown = window.workspace.testing.chosen_exhibit()
    assert shown is not None
    assert (exhibit.source, exhibit.number) == (shown.source, shown.number)
    window.workspace.easel.take_down()
    panel.gallery.setFocus()
    QTest.keyClick(panel.gallery, Qt.Key.Key_Return)
    assert window.workspace.easel.exhibit is not None


def test_pictures_that_a_click_opens_leave_space_to_the_window(
    panel: TestPanel, window: MainWindow, qtbot: QtBot
) -> None:
    for width in (1500, 1000):  # beside the matrix, and in its place
        window.resize(width, 850)
        settle(qtbot)
        at = panel.matrix.cell_rect(9, 7).center().toPoint()
        qtbot.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=at)
        assert panel.gallery.hasFocus()
        with qtbot.waitSignal(window.actions_["train"].triggered):
            QTest.keyClick(panel.gallery, Qt.Key.Key_Space)
        window.actions_["stop"].trigger()
        panel.close_gallery()


class TestVoting:
    def test_after_a_click_on_its_end_space_begins_no_other(
        self, panel: TestPanel, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.canvas.setFocus()
        qtbot.mouseClick(panel.ask, Qt.MouseButton.LeftButton)
        assert panel.vote.hasFocus()
        qtbot.mouseClick(panel.vote.end, Qt.MouseButton.LeftButton)
        assert window.focusWidget() is window.canvas
        panel.ask.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(panel.ask, Qt.Key.Key_Space)
        QTest.keyClick(panel.vote, Qt.Key.Key_Escape)
        assert panel.ask.hasFocus()

    def test_keys_vote_and_train_nothing(self, panel: TestPanel, window: MainWindow, qtbot: QtBot) -> None:
        panel.mistakes.click()
        panel.ask.click()
        vote = panel.vote
        assert vote.isVisible()
        assert not panel.matrix.isVisible()
        assert vote.vote is not None
        asked = vote.question.text().replace("0 to 9", "").replace(f"1 of {MISTAKES}", "")
        assert str(vote.vote.truth) not in asked
        focused = QApplication.focusWidget()
        assert focused is vote
        QTest.keyClick(focused, Qt.Key.Key_Space)  # nothing is next before the class has voted
        assert vote.vote.number == 0
        QTest.keyClick(focused, Qt.Key(ord(str(vote.vote.truth))))
        assert vote.verdict.text() == "The class is right."
        assert f"label: {vote.vote.truth}" in vote.told.text()
        assert vote.score.text() == "Class 1 : 0 network, of 1"
        assert not any(button.isEnabled() for button in vote.digits)
        QTest.keyClick(focused, Qt.Key.Key_Space)
        assert vote.vote.number == 1
        assert vote.told.isHidden()
        vote.digits[vote.vote.answer].click()
        assert "is the label wrong?" in vote.verdict.text()
        QTest.mouseClick(vote.next_, Qt.MouseButton.LeftButton)
        assert vote.vote.number == 2
        assert window.workspace.training.state is State.IDLE
        assert not window.workspace.board.drawing
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert panel.matrix.isVisible()
        assert vote.vote is None

    def test_whoever_comes_back_to_it_votes_by_keys(
        self, panel: TestPanel, window: MainWindow, qtbot: QtBot
    ) -> None:
        panel.ask.click()
        window.workspace.ask_for_view("loss")
        window.canvas.setFocus()
        window.workspace.ask_for_view("test")
        qtbot.waitUntil(panel.vote.hasFocus, timeout=WAIT_MS)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
        assert panel.vote.vote is not None
        assert panel.vote.vote.given == 2
        assert not window.workspace.board.drawing

    def test_it_ends_after_the_last_picture(self, panel: TestPanel) -> None:
        QTest.mouseClick(
            panel.matrix, Qt.MouseButton.LeftButton, pos=panel.matrix.cell_rect(6, 5).center().toPoint()
        )
        panel.ask.click()
        vote = panel.vote
        for _ in range(2):
            QTest.keyClick(vote, Qt.Key.Key_6)
            QTest.keyClick(vote, Qt.Key.Key_Return)
        assert vote.question.text() == "That was the last picture."
        assert vote.score.fontInfo().pixelSize() == vote.question.fontInfo().pixelSize()
        assert vote.score.text() == "Class 2 : 0 network, of 2"
        QTest.keyClick(vote, Qt.Key.Key_5)
        assert vote.score.text() == "Class 2 : 0 network, of 2"
        vote.end.click()
        assert panel.matrix.isVisible()

    @pytest.mark.parametrize("by", ["source", "session"])
    def test_it_ends_with_the_set_that_it_is_about(
        self, window: MainWindow, panel: TestPanel, qtbot: QtBot, by: str
    ) -> None:
        digits = [LabelledDrawing(sample_digit(digit), digit) for digit in range(10)]
        window.workspace.class_drawings.add(digits)
        window.workspace.testing.choose_source(Source.CLASS)
        current(window, qtbot)
        window.views["test"].open(Opened(Scope.ROW, 3))
        panel.ask.click()
        assert panel.vote.isVisible()
        if by == "source":
            window.workspace.testing.choose_source(Source.MNIST_TEST)
        else:
            window.workspace.class_drawings.put(ClassSet(tuple(digits)))
        assert panel.vote.vote is None
        assert panel.matrix.isVisible()

    @pytest.mark.parametrize("opened", [True, False])
    def test_where_no_pictures_are_open_both_can_be_right(self, panel: TestPanel, opened: bool) -> None:
        if opened:
            place = panel.matrix.cell_rect(0, 1).center().toPoint()
            QTest.mouseClick(panel.matrix, Qt.MouseButton.LeftButton, pos=place)
            assert captions(panel) == []
        panel.ask.click()
        vote = panel.vote.vote
        assert vote is not None
        assert len(set(vote.places)) == len(vote.places) == 2 * MISTAKES
        right = vote.findings.judgement.right[vote.places]
        assert right.sum() == MISTAKES
        assert 20 < right[:MISTAKES].sum() < MISTAKES - 20  # in an order that gives nothing away

    def test_where_all_is_right_there_is_nothing_to_vote_on(
        self, panel: TestPanel, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.workspace.testing.choose_source(Source.CLASS)
        window.workspace.class_drawings.add([LabelledDrawing(sample_digit(4), 4)])
        current(window, qtbot)
        panel.mistakes.click()
        assert captions(panel) == []
        assert not panel.ask.isEnabled()


class TestRoom:
    def test_in_a_small_window_what_is_opened_covers_the_matrix(
        self, panel: TestPanel, window: MainWindow, qtbot: QtBot
    ) -> None:
        assert panel.gallery.isVisible()
        window.resize(1024, 720)
        qtbot.waitUntil(lambda: not panel.gallery.isVisible())
        assert window.width() == 1024
        panel.matrix.setFocus()
        QTest.keyClick(panel.matrix, Qt.Key.Key_Return)
        assert panel.gallery.isVisible()
        assert not panel.matrix.isVisible()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert panel.matrix.isVisible()
        assert panel.matrix.hasFocus()

    def test_before_a_projector_the_matrix_is_alone_until_something_is_opened(
        self, panel: TestPanel, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.actions_["projector"].setChecked(True)
        settle(qtbot)
        assert not panel.gallery.isVisible()
        panel.mistakes.click()
        assert panel.gallery.isVisible()
        panel.back.click()
        assert not panel.gallery.isVisible()
        window.actions_["projector"].setChecked(False)

    def test_a_vote_is_not_on_pictures_that_the_matrix_covers_again(
        self, panel: TestPanel, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.resize(1024, 720)
        qtbot.waitUntil(lambda: not panel.gallery.isVisible())
        for closes, count in ((False, MISTAKES), (True, 2 * MISTAKES)):
            panel.mistakes.click()
            assert panel.gallery.isVisible()
            if closes:
                panel.back.click()
            panel.ask.click()
            assert panel.vote.vote is not None
            assert len(panel.vote.vote.places) == count
            panel.vote.end.click()

    def test_before_a_small_projector_all_of_it_is_in_sight(
        self, panel: TestPanel, window: MainWindow, qtbot: QtBot
    ) -> None:
        window.actions_["projector"].setChecked(True)
        qtbot.waitUntil(lambda: has_size(window, 1024, 768))
        qtbot.waitUntil(lambda: in_sight(panel.suspected) and panel.ask.y() == panel.mistakes.y())
        panel.mistakes.click()
        qtbot.waitUntil(lambda: in_sight(panel.gallery) and in_sight(panel.ask))
        panel.ask.click()
        vote = panel.vote
        qtbot.waitUntil(lambda: in_sight(vote.end) and len({button.y() for button in vote.digits}) == 2)
        QTest.keyClick(vote, Qt.Key.Key_3)
        assert not any(button.isVisible() for button in vote.digits)  # the picture has their room
        qtbot.waitUntil(lambda: in_sight(vote.next_))
        QTest.keyClick(vote, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: in_sight(vote.digits[9]) and in_sight(vote.end))
        window.actions_["projector"].setChecked(False)

    def test_keys_of_pictures_that_give_way_go_to_the_matrix_and_to_no_button(
        self, panel: TestPanel, window: MainWindow
    ) -> None:
        panel.matrix.opened.emit(9, 7)
        assert panel.gallery.hasFocus()
        window.actions_["projector"].setChecked(True)
        assert panel.matrix.hasFocus()
        panel.mistakes.click()
        assert panel.gallery.hasFocus()
        window.actions_["projector"].setChecked(False)

    def test_numbers_fit_their_cells(self, panel: TestPanel, qtbot: QtBot) -> None:
        for percent in (100, 150, 200):
            choose_text_size(percent)
            settle(qtbot)
            cells, side = panel.matrix.cells, panel.matrix.cell_rect(0, 0).width()
            assert cells is not None
            for truth, answer in np.ndindex(10, 10):
                letters = QFontMetricsF(panel.matrix.number_font(of_mistakes=truth != answer))
                assert letters.horizontalAdvance(cells.texts[truth][answer]) <= side, percent


def test_the_language_changes_at_once(panel: TestPanel, qtbot: QtBot) -> None:
    speak("vi")
    qtbot.waitUntil(lambda: panel.heading.text().startswith("Mọi lỗi"))
    assert panel.head.accuracy.text().replace("\u00a0", " ").startswith("đúng 99,1%")
    assert panel.matrix.accessibleName() == "Ma trận nhầm lẫn"
    assert panel.matrix.accessibleDescription().startswith("thật là 0")
    assert panel.ask.text() == "Ai đúng?"


def test_set_and_look_are_remembered_but_no_file(panel: TestPanel, window: MainWindow) -> None:
    view = window.views["test"]
    panel.head.shares.click()
    panel.head.source_chosen.emit(Source.MNIST_TRAIN)
    state = view.save()
    assert state == {"source": "mnist-train", "shares": True}
    view.restore({})
    view.restore({"source": "file", "shares": "nonsense"})
    assert window.workspace.testing.source is Source.MNIST_TRAIN
    assert not panel.head.shares.isChecked()
    view.restore(state | {"source": "mnist-test"})
    assert window.workspace.testing.source is Source.MNIST_TEST
    assert panel.head.shares.isChecked()


def test_chosen_pictures_reach_who_asks_for_them(panel: TestPanel, window: MainWindow, qtbot: QtBot) -> None:
    testing = window.workspace.testing
    panel.mistakes.click()
    panel.gallery.choose([0, 2])
    assert testing.chosen == [0, 2]
    assert testing.chosen_places().tolist() == testing.places[[0, 2]].tolist()
    assert testing.chosen_pictures().labels[0] == 5
    window.workspace.draft.write(KERAS_RECIPE)  # what has nothing to do with it changes nothing
    settle(qtbot)
    assert panel.gallery.selected() == [0, 2]


@pytest.mark.parametrize("size", [(1274, 690), (1366, 720)])
def test_the_whole_matrix_is_seen_on_a_school_projector(
    panel: TestPanel, window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: panel.matrix.visibleRegion().boundingRect() == panel.matrix.rect())
    assert window.size().toTuple() == size
