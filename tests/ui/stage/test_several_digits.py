"""Several digits and stray dots in the window, drawn by mouse: what is marked, said, and chosen."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from digitpad.data.mnist import load_dataset
from digitpad.drawing.strokes import Drawing
from digitpad.network.snapshot import Snapshot
from digitpad.runs.checkpoint import untrained
from digitpad.runs.recipe import Recipe
from digitpad.ui.canvas.digit_marks import CHOSEN, OTHER
from digitpad.ui.canvas.sight_panel import SightPanel
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size
from digitpad.ui.views.sight.sight_view import SightView
from digitpad.workspace.easel.exhibit import SetPicture
from digitpad.workspace.wording.language import speak
from digitpad.workspace.wording.numbers import NO_BREAK_SPACE
from tests.drawing.pages import DOT, FOUR, TWO, at, together
from tests.ui.lesson import settle
from tests.ui.pointer import draw, draw_stroke, send_mouse

CTRL = Qt.KeyboardModifier.ControlModifier


def painted(window: MainWindow) -> QImage:
    return window.canvas.grab().toImage()


def count(image: QImage, color: QColor) -> int:
    """Return how many pixels have exactly this colour."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    return int((np.frombuffer(image.constBits(), np.uint32) == color.rgb()).sum())


def words(window: MainWindow) -> str:
    return window.sight.heading.text().replace(NO_BREAK_SPACE, " ")


def buttons(window: MainWindow) -> list[str]:
    return [button.text() for button in window.sight.digits.buttons if not button.isHidden()]


def chosen(window: MainWindow) -> list[int]:
    return [number for number, button in enumerate(window.sight.digits.buttons) if button.isChecked()]


@pytest.fixture
def drawn(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """4, then 2 to its right."""
    draw(window.canvas, together(FOUR, TWO))
    qtbot.waitUntil(lambda: words(window) == "I see 2 digits: 4 2")
    return window


def test_the_window_says_that_it_sees_two_and_reads_both(drawn: MainWindow) -> None:
    assert buttons(drawn) == ["4", "2"]
    assert chosen(drawn) == [1]
    assert drawn.prediction.answer.text() == "2"
    image = painted(drawn)
    assert count(image, CHOSEN) > 4 * count(image, OTHER) > 0, "the chosen box is the thicker one"
    for place, button in enumerate(drawn.sight.digits.buttons[:2], 1):
        assert button.accessibleName() == f"Digit {place} of 2: {button.text()}, sure"
        assert button.toolTip()


def test_with_one_digit_nothing_of_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, FOUR)
    qtbot.waitUntil(lambda: window.prediction.answer.text() == "4")
    assert words(window) == "What the network sees"
    assert buttons(window) == []
    image = painted(window)
    assert (count(image, CHOSEN), count(image, OTHER)) == (0, 0)
    assert not window.actions_["next_digit"].isEnabled()
    assert not window.actions_["remove_strays"].isEnabled()


def test_the_second_is_read_at_once_and_marked_when_the_pen_is_up(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, FOUR)
    (stroke,) = TWO.strokes
    send_mouse(window.canvas, QEvent.Type.MouseButtonPress, stroke[0])
    for point in stroke[1:]:
        send_mouse(window.canvas, QEvent.Type.MouseMove, point)
    qtbot.waitUntil(lambda: window.prediction.answer.text() == "2")
    assert (words(window), buttons(window)) == ("What the network sees", [])
    assert count(painted(window), CHOSEN) == 0
    send_mouse(window.canvas, QEvent.Type.MouseButtonRelease, stroke[-1])
    qtbot.waitUntil(lambda: buttons(window) == ["4", "2"])
    send_mouse(window.canvas, QEvent.Type.MouseButtonPress, stroke[-1])
    settle(qtbot)
    assert buttons(window) == ["4", "2"], "what is marked stays so"
    send_mouse(window.canvas, QEvent.Type.MouseButtonRelease, stroke[-1])


def test_nothing_moves_when_there_are_two(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, FOUR)
    settle(qtbot)

    def places() -> list[object]:
        parts = window.canvas, window.sight, window.sight.glyph, window.prediction.bars, window.area, window.panel
        return [part.geometry() for part in parts]

    before = places()
    draw(window.canvas, TWO)
    qtbot.waitUntil(lambda: buttons(window) == ["4", "2"])
    settle(qtbot)
    assert places() == before


def test_which_page_it_is_stays_to_be_read_where_there_is_room(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.resize(1366, 768)
    drawn.workspace.board.clear()
    draw(drawn.canvas, together(at(3, 0.2), at(7, 0.8)))
    qtbot.waitUntil(lambda: buttons(drawn) == ["3", "7"])
    QTest.keyClick(drawn.canvas, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: buttons(drawn) == ["4", "2"])
    place = drawn.sight.place
    assert (place.text(), place.isVisible()) == ("drawing 1 of 2", True)
    settle(qtbot)
    parts = (drawn.sight.heading, drawn.sight.digits, place)
    assert all(one.geometry().bottom() < two.geometry().top() for one, two in pairwise(parts))
    button = drawn.sight.digits.buttons[0]
    assert drawn.sight.digits.rect().contains(button.geometry())
    assert button.height() >= button.sizeHint().height()


def test_another_is_chosen_by_keys_and_by_a_click(drawn: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(drawn.canvas, Qt.Key.Key_PageUp, CTRL)
    qtbot.waitUntil(lambda: drawn.prediction.answer.text() == "4")
    assert chosen(drawn) == [0]
    QTest.keyClick(drawn.canvas, Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: drawn.prediction.answer.text() == "2")
    QTest.mouseClick(drawn.sight.digits.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: drawn.prediction.answer.text() == "4")
    assert drawn.canvas.hasFocus(), "a click leaves the canvas its keys"
    assert len(drawn.workspace.board.drawing.strokes) == 3, "nothing was drawn by it"


def test_where_a_button_goes_that_had_the_keys_the_canvas_has_them(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.activateWindow()
    button = drawn.sight.digits.buttons[1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: buttons(drawn) == [])
    assert drawn.canvas.hasFocus(), "Space must not take up the eraser, which is beside the buttons"
    draw(drawn.canvas, TWO)
    qtbot.waitUntil(lambda: buttons(drawn) == ["4", "2"])
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_PageUp, CTRL)
    qtbot.waitUntil(lambda: chosen(drawn) == [0])
    assert button.hasFocus()


def test_the_views_follow_the_one_that_is_chosen(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.area.show_view("sight")
    view = drawn.views["sight"]
    assert isinstance(view, SightView)
    qtbot.waitUntil(lambda: view.panel.answer.digit.text() == "2")
    both = view.panel.plain_answer.sureness.text()
    drawn.sight.digits.buttons[0].click()
    qtbot.waitUntil(lambda: view.panel.answer.digit.text() == "4")
    assert view.panel.plain_answer.sureness.text() == both, "the plain way takes the whole canvas"


def test_undo_and_the_eraser_lead_back_to_one(drawn: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(drawn.canvas, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: words(drawn) == "What the network sees")
    assert drawn.prediction.answer.text() == "4"
    QTest.keyClick(drawn.canvas, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: buttons(drawn) == ["4", "2"])
    draw_stroke(drawn.canvas, [(0.14, 0.3), (0.2, 0.65), (0.2, 0.95)], Qt.MouseButton.RightButton)
    qtbot.waitUntil(lambda: buttons(drawn) == [])
    assert drawn.prediction.answer.text() == "2"
    assert len(drawn.workspace.board.drawing.strokes) == len(TWO.strokes)


def test_a_stray_dot_is_ringed_left_out_and_removed_by_a_key(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, FOUR)
    qtbot.waitUntil(lambda: window.prediction.answer.text() == "4")
    bars = window.prediction.bars.probabilities
    (dot,) = DOT.strokes
    send_mouse(window.canvas, QEvent.Type.MouseButtonPress, dot[0])
    settle(qtbot)
    assert count(painted(window), OTHER) == 0, "the pen is still down"
    send_mouse(window.canvas, QEvent.Type.MouseButtonRelease, dot[0])
    qtbot.waitUntil(lambda: words(window) == "1 stray dot left out: Ctrl+Del")
    assert window.prediction.bars.probabilities == bars
    assert count(painted(window), OTHER) > 0
    assert window.status.accessibleDescription() == words(window)
    assert window.sight.heading.accessibleDescription().startswith("Tiny strokes far from the digit")
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: words(window) == "What the network sees")
    assert len(window.workspace.board.drawing.strokes) == len(FOUR.strokes)
    assert count(painted(window), OTHER) == 0
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: words(window) == "1 stray dot left out: Ctrl+Del")


def test_what_was_said_of_stray_dots_goes_with_them(window: MainWindow, qtbot: QtBot) -> None:
    staying, left_out = window.status.text(), "1 stray dot left out: Ctrl+Del"
    draw(window.canvas, FOUR)
    draw(window.canvas, DOT)
    qtbot.waitUntil(lambda: window.status.text() == left_out)
    window.actions_["remove_strays"].trigger()
    qtbot.waitUntil(lambda: words(window) == "What the network sees")
    assert window.status.text() == staying
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: window.status.text() == left_out)
    window.status.tell("Saved")
    window.actions_["remove_strays"].trigger()
    qtbot.waitUntil(lambda: words(window) == "What the network sees")
    assert window.status.text() == "Saved", "of something else"


def test_a_dot_alone_is_no_stray(window: MainWindow, qtbot: QtBot) -> None:
    draw(window.canvas, DOT)
    qtbot.waitUntil(lambda: window.prediction.answer.text() != "?")
    assert words(window) == "What the network sees"


def test_what_is_not_sure_has_a_question_mark(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.workspace.network.reset(Recipe(seed=1))
    qtbot.waitUntil(lambda: all(text.endswith("?") for text in buttons(drawn)))
    assert words(drawn).count("?") == 2
    assert "not sure" in drawn.sight.digits.buttons[0].accessibleName()


def test_the_whole_number_is_announced(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.prediction.spoken.announced, timeout=10_000) as told:
        draw(window.canvas, together(FOUR, TWO))
    assert told.args[0].replace(NO_BREAK_SPACE, " ").startswith("I see 2 digits: 4 2. 2, sure: ")


def test_in_another_language(drawn: MainWindow, qtbot: QtBot) -> None:
    speak("vi")
    qtbot.waitUntil(lambda: words(drawn) == "Tôi thấy 2 chữ số: 4 2")
    assert drawn.sight.digits.buttons[0].accessibleName() == "Chữ số thứ 1 trong 2: 4, chắc chắn"
    assert buttons(drawn) == ["4", "2"]
    speak("en")
    qtbot.waitUntil(lambda: words(drawn) == "I see 2 digits: 4 2")


def test_on_the_projector(drawn: MainWindow, qtbot: QtBot) -> None:
    drawn.actions_["projector"].setChecked(True)
    settle(qtbot)
    shown = [button for button in drawn.sight.digits.buttons if button.isVisible()]
    assert [button.text() for button in shown] == ["4", "2"]
    for button in shown:
        assert button.height() >= button.fontMetrics().height()
        assert drawn.sight.digits.rect().contains(button.geometry())
    shown[0].click()
    qtbot.waitUntil(lambda: drawn.prediction.answer.text() == "4")
    drawn.actions_["projector"].setChecked(False)


@pytest.fixture
def usual_letters(qapp: object) -> Iterator[None]:
    yield
    choose_text_size(100)


@pytest.mark.usefixtures("usual_letters")
def test_letters_of_any_size_say_by_which_key_a_stray_dot_goes(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 720)
    heading = window.sight.heading
    for size in (100, 125, 150, 175, 200):
        choose_text_size(size)
        window.workspace.board.clear()
        draw(window.canvas, together(FOUR, DOT))
        qtbot.waitUntil(lambda: "Ctrl+Del" in words(window) and heading.isVisible())
        settle(qtbot)
        assert heading.height() >= heading.heightForWidth(heading.width()), size
        assert heading.sizeHint().width() <= heading.width() or heading.wordWrap(), size
        assert heading.accessibleName() == "1 stray dot left out: Ctrl+Del", size


def test_where_there_is_little_room_few_words_say_that_there_are_two(drawn: MainWindow, qtbot: QtBot) -> None:
    panel = SightPanel(*(drawn.actions_[name] for name in ("undo", "redo", "clear")))
    qtbot.addWidget(panel)
    panel.show_digits(drawn.workspace.recognizer.answer())
    line, said = panel.fontMetrics().height(), {}
    for name, ems in (("wide", 30), ("narrow", 11)):
        for lines in (9, 5, 3):
            panel.setFixedSize(round(ems * line), round(lines * line))
            panel.show()
            settle(qtbot)
            text = panel.heading.text().replace(NO_BREAK_SPACE, " ")
            said[name, lines] = text if panel.heading.isVisible() else ""
            assert panel.heading.accessibleName().replace(NO_BREAK_SPACE, " ") == "I see 2 digits: 4 2"
    whole = "I see 2 digits: 4 2"
    assert [said["wide", lines] for lines in (9, 5, 3)] == [whole] * 3
    assert [said["narrow", lines] for lines in (9, 5, 3)] == [whole, "2 digits", ""]


def test_looking_back_all_are_read_by_the_network_as_it_was(drawn: MainWindow, qtbot: QtBot) -> None:
    space = drawn.workspace
    run = space.runs.new(Recipe())
    before: Snapshot = untrained(Recipe(seed=1))
    space.runs.begin(run, before)
    space.network.look_back(run, before)
    qtbot.waitUntil(lambda: all(text.endswith("?") for text in buttons(drawn)))
    space.network.return_to_now()
    qtbot.waitUntil(lambda: buttons(drawn) == ["4", "2"])


def test_a_picture_on_the_easel_is_one(drawn: MainWindow, qtbot: QtBot) -> None:
    mnist = load_dataset()
    drawn.workspace.easel.hang(SetPicture(mnist.test_images[0], int(mnist.test_labels[0]), 1))
    qtbot.waitUntil(lambda: words(drawn) == "What the network sees")
    assert buttons(drawn) == []
    assert not drawn.actions_["next_digit"].isEnabled()
    QTest.keyClick(drawn.canvas, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: buttons(drawn) == ["4", "2"])


def test_a_pen_that_takes_a_picture_down_leaves_the_marks_behind_it_as_they_were(
    drawn: MainWindow, qtbot: QtBot
) -> None:
    mnist = load_dataset()
    settle(qtbot)
    drawn.workspace.easel.hang(SetPicture(mnist.test_images[1], int(mnist.test_labels[1]), 2))
    (stroke,) = at(7, 0.5).strokes
    send_mouse(drawn.canvas, QEvent.Type.MouseButtonPress, stroke[0])  # in the frame in which the picture came
    for point in stroke[1:]:
        send_mouse(drawn.canvas, QEvent.Type.MouseMove, point)
    qtbot.waitUntil(lambda: drawn.prediction.answer.text() == "7")
    assert buttons(drawn) == ["4", "7", "2"]
    send_mouse(drawn.canvas, QEvent.Type.MouseButtonRelease, stroke[-1])


def test_while_the_class_collects_no_answer_is_given_away(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_["collect"].trigger()
    draw(window.canvas, together(FOUR, TWO))
    settle(qtbot)
    assert buttons(window) == []
    assert words(window) == "What the network sees"
    image = painted(window)
    assert count(image, CHOSEN) > 0, "that there are two is seen"
    assert count(image, QColor(Qt.GlobalColor.black)) > 0
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    assert not window.workspace.class_drawings.content.everything
    window.actions_["collect"].trigger()
    qtbot.waitUntil(lambda: buttons(window) == ["4", "2"])


def test_a_page_of_many_has_room_for_all(window: MainWindow, qtbot: QtBot) -> None:
    digits = [
        Drawing.of([(stroke - (x, 0.65)) * 0.4 + (x, 0.65) for stroke in at(7, x).strokes])
        for x in (0.1, 0.26, 0.42, 0.58, 0.74, 0.9)
    ]
    draw(window.canvas, together(*digits))
    qtbot.waitUntil(lambda: len(buttons(window)) == 6)
    settle(qtbot)
    shown = window.sight.digits.buttons[:6]
    assert all(window.sight.digits.rect().contains(button.geometry()) for button in shown)
    assert all(one.geometry().right() < two.geometry().left() for one, two in pairwise(shown))
