"""What a monkey can do with the class's own digits: collect them, mend them, use them."""

from random import Random

from measures.visit import class_view, mouse
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from digitpad.arrays import CLASSES
from digitpad.drawing.samples import sample_digit
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.classroom.class_mode import Mode

COLLECTING_KEYS = (
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_5, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
)
"""The last one ends the round."""

GALLERY_KEYS = (
    *(Qt.Key(ord(digit)) for digit in "0123456789"),
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Delete,
)

MOST_DIGITS, MOST_KEYS, MOST_PENS = 4, 5, 5


def collect(window: MainWindow, chance: Random) -> None:
    """Begin a round, or draw some of what is asked for, by mouse and keys; often the wrong digit."""
    collector = window.workspace.collector
    if not collector.is_collecting:
        window.actions_["collect"].trigger()
        return
    for _ in range(chance.randint(1, MOST_DIGITS)):
        digit = collector.prompt if chance.random() < 0.7 else chance.randrange(CLASSES)
        for stroke in sample_digit(digit).strokes:
            mouse(window, QEvent.Type.MouseButtonPress, stroke[0])
            for point in stroke[1:]:
                mouse(window, QEvent.Type.MouseMove, point)
            mouse(window, QEvent.Type.MouseButtonRelease, stroke[-1])
        key, modifier = chance.choice(COLLECTING_KEYS)
        QTest.keyClick(window.focusWidget() or window, key, modifier)
        if chance.random() < 0.2:
            collector.choose_pen(chance.randint(1, MOST_PENS))


def mend_our_digits(window: MainWindow, chance: Random) -> None:
    """Choose some of our digits, label them, drop them, keep what was set aside, or look at others."""
    page = class_view(window).digits
    if not page.isVisible():
        window.actions_["our_digits"].trigger()
        return
    if chance.random() < 0.3:
        box = chance.choice([page.digit, page.pen, page.which])
        box.setCurrentIndex(chance.randrange(box.count()))
        box.activated.emit(box.currentIndex())
        return
    count = page.gallery.model().rowCount()
    if count:
        page.gallery.choose(sorted(chance.sample(range(count), min(count, chance.randint(1, MOST_KEYS)))))
    chance.choice([page.keeping, *page.labels, page.dropping]).trigger()
    for _ in range(chance.randint(0, MOST_KEYS)):
        QTest.keyClick(page.gallery, chance.choice(GALLERY_KEYS))


def use_our_digits(window: MainWindow, chance: Random) -> None:
    """Choose what is learnt from, then whatever button can be clicked on there; or go to another page."""
    view = class_view(window)
    if not view.use.isVisible():
        view.chapters.choices[chance.choice(list(Mode))].click()
        window.actions_["use_digits"].trigger()
        return
    page = view.use
    if chance.random() < 0.6:
        box = chance.choice([page.lesson, page.begins])
        box.setCurrentIndex(chance.randrange(box.count()))
        box.activated.emit(box.currentIndex())
    buttons = [
        button for button in page.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()
    ]
    if buttons:
        chance.choice(buttons).click()
