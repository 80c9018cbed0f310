"""The view Class by mouse and keys: a round with three pens, what is set aside, what is mended."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.stroke_lines import LabelledDrawing
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.classroom.class_view import ClassView
from digitpad.workspace.classroom.class_mode import Filter, Mode
from digitpad.workspace.training.training import State
from digitpad.workspace.wording.language import speak
from tests.ui.lesson import settle
from tests.ui.pointer import draw


def class_view(window: MainWindow) -> ClassView:
    view = window.views["class"]
    assert isinstance(view, ClassView)
    return view


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def asked(window: MainWindow) -> int:
    """Return the digit that the last row reads."""
    return int(class_view(window).collecting.words.in_a_line()[-1])


def answer(window: MainWindow, digit: int | None = None) -> int:
    """Draw what is asked for, or another digit, and press Enter; return what was asked for."""
    wanted = asked(window)
    draw(window.canvas, sample_digit(wanted if digit is None else digit))
    press(window, Qt.Key.Key_Return)
    return wanted


def labels(window: MainWindow) -> list[int | None]:
    return [entry.label for entry in window.workspace.class_drawings.content.drawings]


@pytest.fixture
def collecting(window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: class_view(window).collecting.isVisible())
    assert window.workspace.collector.is_collecting
    return window


def fill(window: MainWindow, count: int) -> None:
    """Have so many drawings of three pens."""
    entries = [LabelledDrawing(sample_digit(n % 10), n % 10, pen=1 + n // 10 % 3) for n in range(count)]
    window.workspace.class_drawings.add(entries)


def gallery_of(window: MainWindow, qtbot: QtBot) -> QWidget:
    """Open the page of our digits, its pictures made."""
    window.actions_["our_digits"].trigger()
    gallery = class_view(window).digits.gallery
    qtbot.waitUntil(gallery.isVisible)
    settle(qtbot)
    gallery.setFocus()
    return gallery


@pytest.mark.skipif(sys.platform == "darwin", reason="menus show signs there")
@pytest.mark.parametrize(("name", "keys"), [("accept", "Enter"), ("pass_pen", "Ctrl+Enter")])
def test_menus_call_the_key_what_the_tips_call_it(window: MainWindow, name: str, keys: str) -> None:
    """A menu says the first key that there is; it said Return, and each text Enter."""
    action = window.actions_[name]
    assert action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) == keys
    assert action.toolTip().endswith(f"({keys})")


class TestARound:
    def test_three_pens_give_ten_digits_each(self, collecting: MainWindow) -> None:
        for pen in (1, 2, 3):
            assert class_view(collecting).collecting.words.in_a_line().startswith(f"Pen {pen}, write a")
            assert sorted(answer(collecting) for _ in range(10)) == list(range(10))
            press(collecting, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        content = collecting.workspace.class_drawings.content
        assert content.counts().tolist() == [3] * 10
        assert [entry.pen for entry in content.drawings] == [1] * 10 + [2] * 10 + [3] * 10
        assert content.aside == ()
        assert collecting.workspace.sketchbook.pages == []
        assert class_view(collecting).collecting.total.text() == "30 drawings of 3 pens"

    def test_it_asks_for_an_eight(self, collecting: MainWindow) -> None:
        while asked(collecting) != 8:
            answer(collecting)
        assert class_view(collecting).collecting.words.in_a_line() == "Pen 1, write an 8"

    def test_of_drawings_that_nobody_signed_no_pens_are_counted(self, collecting: MainWindow) -> None:
        collecting.workspace.class_drawings.add([LabelledDrawing(sample_digit(4), 4)])
        class_view(collecting).collecting.show_now()
        assert class_view(collecting).collecting.total.text() == "1 drawing"
        answer(collecting)
        assert class_view(collecting).collecting.total.text() == "2 drawings", "both are not by one pen"

    def test_backspace_takes_the_last_one_back(self, collecting: MainWindow) -> None:
        first, second = answer(collecting), answer(collecting)
        press(collecting, Qt.Key.Key_Backspace)
        assert labels(collecting) == [first]
        assert asked(collecting) == second
        assert class_view(collecting).collecting.news.text() == "Taken back."

    def test_undo_brings_it_back_onto_the_canvas(self, collecting: MainWindow) -> None:
        wanted = answer(collecting)
        press(collecting, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert labels(collecting) == []
        assert asked(collecting) == wanted
        assert collecting.workspace.board.drawing
        press(collecting, Qt.Key.Key_Return)
        assert labels(collecting) == [wanted]

    @pytest.mark.parametrize("ink", [False, True])
    def test_nothing_and_a_dot_are_told(self, collecting: MainWindow, qtbot: QtBot, ink: bool) -> None:
        if ink:
            qtbot.mouseClick(collecting.canvas, Qt.MouseButton.LeftButton)
        press(collecting, Qt.Key.Key_Return)
        assert ("dot" if ink else "empty") in class_view(collecting).collecting.news.text()
        assert labels(collecting) == []

    def test_by_buttons_alone(self, collecting: MainWindow, qtbot: QtBot) -> None:
        buttons = class_view(collecting).collecting.buttons
        wanted = asked(collecting)
        draw(collecting.canvas, sample_digit(wanted))
        qtbot.mouseClick(buttons["accept"], Qt.MouseButton.LeftButton)
        assert labels(collecting) == [wanted]
        qtbot.mouseClick(buttons["take_back"], Qt.MouseButton.LeftButton)
        assert labels(collecting) == []
        qtbot.mouseClick(buttons["pass_pen"], Qt.MouseButton.LeftButton)
        assert collecting.workspace.collector.pen == 2
        qtbot.waitUntil(lambda: buttons["collect"].text() == "End collecting")
        qtbot.mouseClick(buttons["collect"], Qt.MouseButton.LeftButton)
        assert not collecting.workspace.collector.is_collecting
        qtbot.waitUntil(lambda: buttons["collect"].text() == "Collect")


class TestWhileCollecting:
    def test_keys_draw_no_example_and_space_trains_nothing(self, ready: MainWindow, qtbot: QtBot) -> None:
        ready.actions_["collect"].trigger()
        for key in (Qt.Key.Key_4, Qt.Key.Key_Space):
            press(ready, key)
        assert not ready.workspace.board.drawing
        assert ready.workspace.training.state is State.IDLE
        off = ("train", "step", "step_epoch", "next_card", "next_line", "own_once", "go_on", "previous", "next")
        assert not any(ready.actions_[name].isEnabled() for name in off)
        press(ready, Qt.Key.Key_Escape)
        assert not ready.workspace.collector.is_collecting
        assert ready.actions_["train"].isEnabled()
        press(ready, Qt.Key.Key_4)
        assert ready.workspace.board.drawing == sample_digit(4)

    def test_nobody_says_that_it_can_train(self, ready: MainWindow, qtbot: QtBot) -> None:
        message = ready.panel.message
        assert message.text() == "Ready to train."
        ready.actions_["collect"].trigger()
        assert message.text() == ""
        ready.actions_["collect"].trigger()
        assert message.text() == "Ready to train."

    def test_the_answer_is_hidden_from_eye_and_ear(self, collecting: MainWindow, qtbot: QtBot) -> None:
        spoken: list[str] = []
        collecting.prediction.spoken.announced.connect(spoken.append)
        empty = collecting.sight.glyph.grab().toImage()
        draw(collecting.canvas, sample_digit(3))
        qtbot.waitUntil(lambda: bool(spoken))
        assert spoken == ["?, hidden while we collect"]
        assert collecting.prediction.answer.text() == "?"
        assert collecting.prediction.runner_up.text() == ""
        assert collecting.prediction.bars.probabilities is None
        assert collecting.sight.glyph.grab().toImage() != empty, "what it sees gives no answer away"
        press(collecting, Qt.Key.Key_Escape)
        assert collecting.prediction.answer.text() == "3"
        assert collecting.prediction.bars.probabilities is not None

    @pytest.mark.parametrize("key", ["loss", "sight"])
    def test_another_view_ends_it(self, collecting: MainWindow, qtbot: QtBot, key: str) -> None:
        collecting.views.openers()[key].trigger()
        qtbot.waitUntil(lambda: not collecting.workspace.collector.is_collecting)

    @pytest.mark.parametrize("name", ["reset", "new_seed", "ready_made"])
    def test_the_network_is_left_alone_till_it_has_ended(self, collecting: MainWindow, name: str) -> None:
        assert not collecting.actions_[name].isEnabled()
        collecting.actions_["collect"].trigger()
        assert collecting.actions_[name].isEnabled()

    def test_escape_ends_it_before_projector_mode(self, collecting: MainWindow) -> None:
        collecting.actions_["projector"].trigger()
        assert collecting.workspace.collector.is_collecting
        press(collecting, Qt.Key.Key_Escape)
        assert not collecting.workspace.collector.is_collecting
        assert collecting.actions_["projector"].isChecked()
        press(collecting, Qt.Key.Key_Escape)
        assert not collecting.actions_["projector"].isChecked()

    def test_enter_and_backspace_belong_to_a_field_that_is_written_in(self, collecting: MainWindow) -> None:
        wanted = answer(collecting)
        field = class_view(collecting).collecting.pens
        field.setFocus()
        field.selectAll()
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Backspace):
            QTest.keyClick(field, key)
        draw(collecting.canvas, sample_digit(asked(collecting)))
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert labels(collecting) == [wanted]
        assert collecting.workspace.collector.pens == 12

    def test_they_do_nothing_otherwise(self, window: MainWindow) -> None:
        draw(window.canvas, sample_digit(3))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace):
            press(window, key)
        assert window.workspace.board.drawing
        assert not window.workspace.class_drawings.content


class TestSetAside:
    def test_the_class_looks_at_it_and_keeps_it(self, collecting: MainWindow, qtbot: QtBot) -> None:
        wanted = answer(collecting, (asked(collecting) + 5) % 10)
        assert labels(collecting) == []
        page = class_view(collecting).collecting
        assert "Set aside" in page.news.text()
        assert page.total.text() == "0 drawings", "of none there is no pen"
        answer(collecting, asked(collecting))
        assert (page.news.text(), page.total.text()) == ("Taken: 1 drawing by this pen.", "1 drawing of 1 pen")
        qtbot.mouseClick(page.aside, Qt.MouseButton.LeftButton)
        digits = class_view(collecting).digits
        assert digits.isVisible()
        assert not collecting.workspace.collector.is_collecting
        assert digits.which.currentText() == "set aside"
        assert digits.gallery.hasFocus()
        digits.gallery.choose([0])
        qtbot.mouseClick(digits.keep, Qt.MouseButton.LeftButton)
        assert labels(collecting)[-1] == wanted
        assert collecting.workspace.class_drawings.content.aside == ()

    def test_a_key_relabels_it(self, collecting: MainWindow, qtbot: QtBot) -> None:
        drawn = (asked(collecting) + 5) % 10
        answer(collecting, drawn)
        collecting.workspace.class_mode.look_at(Filter(aside=True))
        gallery = class_view(collecting).digits.gallery
        gallery.choose([0])
        QTest.keyClick(gallery, Qt.Key(ord(str(drawn))))
        assert labels(collecting) == [drawn]

    def test_delete_drops_it(self, collecting: MainWindow) -> None:
        answer(collecting, (asked(collecting) + 5) % 10)
        collecting.workspace.class_mode.look_at(Filter(aside=True))
        gallery = class_view(collecting).digits.gallery
        gallery.setFocus()
        gallery.choose([0])
        QTest.keyClick(gallery, Qt.Key.Key_Delete)
        assert not collecting.workspace.class_drawings.content


class TestOurDigits:
    def test_keys_label_what_is_chosen_and_undo_takes_that_back(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 20)
        gallery = gallery_of(window, qtbot)
        gallery.choose([2, 3])
        QTest.keyClick(gallery, Qt.Key.Key_9)
        assert labels(window)[:5] == [0, 1, 9, 9, 4]
        assert not window.workspace.board.drawing
        settle(qtbot)
        qtbot.waitUntil(lambda: gallery.model().index(2, 0).data() == "9 · pen 1")
        assert gallery.selected() == [2, 3]
        window.actions_["undo"].trigger()
        assert labels(window) == [n % 10 for n in range(20)]

    def test_delete_drops_and_clears_no_canvas(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 5)
        draw(window.canvas, sample_digit(8))
        gallery = gallery_of(window, qtbot)
        gallery.choose([0, 4])
        QTest.keyClick(gallery, Qt.Key.Key_Delete)
        assert labels(window) == [1, 2, 3]
        assert window.workspace.board.drawing

    def test_what_stands_where_the_dropped_ones_were_is_next(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 40)
        gallery = gallery_of(window, qtbot)
        gallery.choose([33])
        scrolled = gallery.verticalScrollBar().value()
        for left in (39, 38):
            QTest.keyClick(gallery, Qt.Key.Key_Delete)
            assert len(labels(window)) == left
            assert gallery.selected() == [33]
        assert labels(window)[32:34] == [2, 5]
        QTest.keyClick(gallery, Qt.Key.Key_Right)
        assert gallery.selected() == [34]
        assert gallery.verticalScrollBar().value() == scrolled
        gallery.choose([37])
        QTest.keyClick(gallery, Qt.Key.Key_Delete)
        assert gallery.selected() == [36]

    def test_a_key_that_is_held_decides_once(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 10)
        gallery = gallery_of(window, qtbot)
        gallery.choose([0])
        none = Qt.KeyboardModifier.NoModifier
        for again in (False, True, True):
            held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, none, "\x7f", again)
            QApplication.sendEvent(gallery, held)
        assert labels(window) == [1, 2, 3, 4, 5, 6, 7, 8, 9]

    def test_keys_are_its_own_whoever_opens_it_by_one(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 10)
        with qtbot.waitActive(window):
            window.activateWindow()
        for other in (None, "loss"):
            if other is not None:
                window.workspace.ask_for_view(other)
            window.canvas.setFocus()
            window.actions_["our_digits"].trigger()
            gallery = class_view(window).digits.gallery
            qtbot.waitUntil(gallery.hasFocus)
        press(window, Qt.Key.Key_Right)
        press(window, Qt.Key.Key_4)
        assert labels(window)[:3] == [0, 4, 2]
        assert not window.workspace.board.drawing

    def test_where_the_keys_are_is_seen_before_anything_is_chosen(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 10)
        gallery = gallery_of(window, qtbot)
        with qtbot.waitActive(window):
            window.activateWindow()
        window.canvas.setFocus()
        without = gallery.grab().toImage()
        gallery.setFocus(Qt.FocusReason.TabFocusReason)
        assert gallery.selected() == []
        assert gallery.grab().toImage() != without

    def test_filters_narrow_it(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 60)
        gallery = gallery_of(window, qtbot)
        digits = class_view(window).digits
        for box, row, count in ((digits.digit, 1 + 7, 6), (digits.pen, 2, 2)):
            box.setCurrentIndex(row)
            box.activated.emit(row)
            qtbot.waitUntil(lambda count=count: gallery.model().rowCount() == count)
        assert {gallery.model().index(row, 0).data() for row in range(2)} == {"7 · pen 2"}
        assert "60 drawings · 2 shown" in digits.counts.text()

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("en", ["The class has no digits yet", "No drawing is set aside.", "There are none of these."]),
            ("vi", ["Lớp chưa có chữ số nào", "Không có hình nào để riêng.", "Không có hình nào như vậy."]),
        ],
    )
    def test_where_there_is_none_it_says_why(
        self, window: MainWindow, qtbot: QtBot, language: str, said: list[str]
    ) -> None:
        speak(language)
        gallery_of(window, qtbot)
        hint, mode = class_view(window).digits.hint, window.workspace.class_mode
        assert hint.isVisible()
        assert hint.text().startswith(said[0])
        fill(window, 10)
        qtbot.waitUntil(lambda: not hint.isVisible())
        mode.look_at(Filter(aside=True))
        qtbot.waitUntil(hint.isVisible)
        assert hint.text() == said[1]
        mode.look_at(Filter(digit=3, pen=2))
        qtbot.waitUntil(lambda: hint.text() == said[2])
        mode.look_at(Filter())
        qtbot.waitUntil(lambda: not hint.isVisible())

    def test_pictures_come_and_show_what_was_drawn(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 10)
        gallery_of(window, qtbot)
        pictures = window.workspace.thumbnails
        drawings = [entry.drawing for entry in window.workspace.class_drawings.content.drawings]
        qtbot.waitUntil(lambda: all(pictures.of(drawing) is not None for drawing in drawings))

    def test_a_click_on_a_picture_chooses_it(self, window: MainWindow, qtbot: QtBot) -> None:
        fill(window, 10)
        gallery = gallery_of(window, qtbot)
        where: QPoint = gallery.visualRect(gallery.model().index(4, 0)).center()
        qtbot.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert gallery.selected() == [4]
        assert class_view(window).digits.label.isEnabled()


def test_how_many_pens_there_are_is_remembered(window: MainWindow, tmp_path: Path) -> None:
    class_view(window).collecting.pens.setValue(24)
    saved = window.views.save()
    window.workspace.collector.set_pens(3)
    window.views.restore(saved)
    assert window.workspace.collector.pens == 24
    window.views.restore({"class": {"pens": "many"}})
    assert window.workspace.collector.pens == 24
    assert window.workspace.class_mode.mode is Mode.COLLECT
