"""What a monkey can do with the view Class: collect, pass the pen, look at digits and label them, use them."""

from random import Random

from measures.visit import class_view
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitpad.drawing.samples import sample_digit
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.classroom.class_mode import Filter, Mode

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Escape, Qt.Key.Key_4)
DIGIT_KEYS = tuple(Qt.Key(ord(digit)) for digit in "0123456789")
GALLERY_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_End, *DIGIT_KEYS)

MOST_CHOSEN = 4


def collect(window: MainWindow, chance: Random) -> None:
    """Begin or end a round, give what is asked for or something else, take back, pass the pen."""
    collector = window.workspace.collector
    if not collector.is_collecting or chance.random() < 0.1:
        window.actions_["collect"].trigger()
        return
    if chance.random() < 0.7:
        digit = collector.prompt if chance.random() < 0.8 else chance.randrange(10)
        window.workspace.board.set_drawing(sample_digit(digit), "")
    QTest.keyClick(window.canvas, chance.choice(KEYS))
    if chance.random() < 0.2:
        window.actions_["pass_pen"].trigger()


def look_at_our_digits(window: MainWindow, chance: Random) -> None:
    """Choose some drawings and press a key, narrow what is shown, or undo."""
    gallery = class_view(window).digits.gallery
    if not gallery.isVisible():
        window.actions_["our_digits"].trigger()
        return
    if chance.random() < 0.3:
        digit, pen = (chance.choice([None, chance.randrange(most)]) for most in (10, 4))
        window.workspace.class_mode.look_at(Filter(digit, pen, aside=chance.random() < 0.3))
    count = gallery.model().rowCount()
    if count:
        gallery.choose(sorted(chance.sample(range(count), min(count, chance.randint(1, MOST_CHOSEN)))))
        QTest.keyClick(gallery, chance.choice(GALLERY_KEYS))


def use_our_digits(window: MainWindow, chance: Random) -> None:
    """Choose what is learnt from, and write it into the recipe."""
    page = class_view(window).use
    window.workspace.class_mode.choose(Mode.USE)
    for box in (page.lesson, page.begins):
        box.setCurrentIndex(chance.randrange(box.count()))
        box.activated.emit(box.currentIndex())
    if not window.workspace.training.run or window.workspace.conditions().is_idle:
        chance.choice([page.take, page.test]).click()
