"""What a monkey can do with the view of the test: matrix, pictures, the vote, and the set that is tested on."""

from random import Random

from measures.visit import test_view
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from digitpad.ui.stage.main_window import MainWindow

MATRIX_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
)
GALLERY_KEYS = (*MATRIX_KEYS, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_4)
VOTE_KEYS = (*(Qt.Key(ord(digit)) for digit in "0123456789"), Qt.Key.Key_Space, Qt.Key.Key_Return)

MOST_KEYS = 6


def look_at_the_matrix(window: MainWindow, chance: Random) -> None:
    """Go about in the matrix by keys, or click on it anywhere."""
    matrix = test_view(window).panel.matrix
    if not matrix.isVisible():
        window.area.show_view(test_view(window).key)
        return
    if chance.random() < 0.4:
        place = QPoint(chance.randrange(matrix.width() + 1), chance.randrange(matrix.height() + 1))
        QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
        return
    for _ in range(chance.randint(1, MOST_KEYS)):
        QTest.keyClick(matrix, chance.choice(MATRIX_KEYS))


def look_at_pictures(window: MainWindow, chance: Random) -> None:
    """Choose pictures of the gallery, scroll, or have others opened."""
    panel = test_view(window).panel
    gallery = panel.gallery
    if not gallery.isVisible():
        chance.choice([panel.mistakes, panel.suspected]).click()
    elif chance.random() < 0.3:
        gallery.verticalScrollBar().setValue(chance.randint(0, gallery.verticalScrollBar().maximum()))
    else:
        modifier = chance.choice([Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
        QTest.keyClick(gallery, chance.choice(GALLERY_KEYS), modifier)


def vote(window: MainWindow, chance: Random) -> None:
    """Begin a vote, vote some times, or end it."""
    panel = test_view(window).panel
    if not panel.vote.isVisible():
        panel.ask.click()
    elif chance.random() < 0.2:
        QTest.keyClick(panel.vote, Qt.Key.Key_Escape)
    else:
        for _ in range(chance.randint(1, MOST_KEYS)):
            QTest.keyClick(panel.vote, chance.choice(VOTE_KEYS))


def test_on_something_else(window: MainWindow, chance: Random) -> None:
    """Choose another set, or look at the matrix otherwise."""
    head = test_view(window).panel.head
    if chance.random() < 0.5:
        head.source.setCurrentIndex(chance.randrange(head.source.count()))
        head.source.activated.emit(head.source.currentIndex())
        return
    buttons: list[QAbstractButton] = [button for button in (head.shares, head.difference) if button.isVisible()]
    if buttons:
        chance.choice(buttons).click()
