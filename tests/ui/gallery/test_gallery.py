"""The gallery by mouse and by keys, with MNIST's own pictures in it."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digitpad.arrays import Images
from digitpad.data.mnist import load_dataset
from digitpad.ui.gallery.gallery import Gallery
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.theme import choose_text_size, colors
from digitpad.workspace.galleries.source import Mark, NoPictures
from tests.ui.lesson import settle

MARKS = (Mark.RIGHT, Mark.WRONG, Mark.ASIDE, Mark.NONE)


class Mnist:
    """MNIST's test images, each with its label; it notes which of them somebody has asked for."""

    def __init__(self, count: int, missing: frozenset[int] = frozenset()) -> None:
        self.asked: set[int] = set()
        self.missing = set(missing)
        self._count = count
        self._mnist = load_dataset()

    def __len__(self) -> int:
        return self._count

    def image(self, place: int) -> Images | None:
        self.asked.add(place)
        return None if place in self.missing else self._mnist.test_images[place]

    def caption(self, place: int) -> str:
        return f"{self._mnist.test_labels[place]} · {place}"

    def words(self, place: int) -> str:
        return f"picture {place}, a {self._mnist.test_labels[place]}, by <b>Anna</b>"

    def mark(self, place: int) -> Mark:
        return MARKS[place % len(MARKS)]

    def longest_caption(self) -> str:
        return "8 · 9999"


@pytest.fixture
def gallery(qtbot: QtBot) -> Iterator[Gallery]:
    gallery = Gallery()
    qtbot.addWidget(gallery)
    gallery.resize(500, 400)
    gallery.show()
    qtbot.waitExposed(gallery)
    yield gallery
    choose_text_size(100)


def shown(gallery: Gallery, source: Mnist, qtbot: QtBot) -> Mnist:
    gallery.show_source(source)
    qtbot.waitUntil(lambda: bool(source.asked))
    return source


def index(gallery: Gallery, place: int) -> QModelIndex:
    model = gallery.model()
    assert model is not None
    return model.index(place, 0)


def click(gallery: Gallery, place: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    middle = gallery.visualRect(index(gallery, place)).center()
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, modifier, middle)


def test_only_pictures_that_can_be_seen_are_asked_for(gallery: Gallery, qtbot: QtBot) -> None:
    source = shown(gallery, Mnist(10_000), qtbot)
    settle(qtbot)
    assert {0, 1, 2} <= source.asked
    assert max(source.asked) < 200
    gallery.scrollToBottom()
    qtbot.waitUntil(lambda: 9_999 in source.asked)
    assert len(source.asked) < 500


def test_a_click_chooses_and_more_can_be_chosen(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(30), qtbot)
    with qtbot.waitSignal(gallery.chosen) as chosen:
        click(gallery, 3)
    assert chosen.args == [[3]]
    click(gallery, 1, Qt.KeyboardModifier.ControlModifier)
    assert gallery.selected() == [1, 3]
    click(gallery, 5, Qt.KeyboardModifier.ShiftModifier)
    assert gallery.selected() == [1, 2, 3, 4, 5]


def test_enter_and_a_double_click_open(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(30), qtbot)
    click(gallery, 2)
    with qtbot.waitSignal(gallery.opened) as opened:
        QTest.keyClick(gallery, Qt.Key.Key_Return)
    assert opened.args == [2]
    middle = gallery.visualRect(index(gallery, 4)).center()
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    with qtbot.waitSignal(gallery.opened) as opened:
        QTest.mouseDClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args == [4]


def test_the_arrow_keys_go_to_the_neighbours(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(60), qtbot)
    click(gallery, 0)
    QTest.keyClick(gallery, Qt.Key.Key_Right)
    assert gallery.selected() == [1]
    QTest.keyClick(gallery, Qt.Key.Key_Down)
    (below,) = gallery.selected()
    first, second = gallery.visualRect(index(gallery, 1)), gallery.visualRect(index(gallery, below))
    assert second.left() == first.left()
    assert second.top() == first.top() + gallery.gridSize().height()
    QTest.keyClick(gallery, Qt.Key.Key_End)
    assert gallery.selected() == [59]


def test_some_are_chosen_from_without_and_the_first_is_seen(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(5_000), qtbot)
    with qtbot.waitSignals([gallery.chosen]):
        gallery.choose([4_000, 4_001, 17])
    assert gallery.selected() == [17, 4_000, 4_001]
    assert gallery.currentIndex().row() == 4_000
    qtbot.waitUntil(lambda: gallery.viewport().rect().intersects(gallery.visualRect(index(gallery, 4_000))))
    gallery.choose([])
    assert gallery.selected() == []


def test_other_pictures_begin_at_the_first_and_none_is_chosen(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(300), qtbot)
    gallery.choose([250])
    with qtbot.waitSignal(gallery.chosen) as chosen:
        gallery.show_source(Mnist(20))
    assert chosen.args == [[]]
    assert gallery.verticalScrollBar().value() == 0
    gallery.show_source(NoPictures())
    assert gallery.selected() == []
    assert gallery.model().rowCount() == 0


def test_what_is_said_of_a_picture_is_read_as_it_is(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(5), qtbot)
    picture = index(gallery, 2)
    assert picture.data(Qt.ItemDataRole.DisplayRole) == "1 · 2"
    assert picture.data(Qt.ItemDataRole.AccessibleTextRole) == "picture 2, a 1, by <b>Anna</b>"
    assert "&lt;b&gt;" in picture.data(Qt.ItemDataRole.ToolTipRole)


def test_a_picture_can_be_chosen_but_not_written_to(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(5), qtbot)
    flags = index(gallery, 4).flags()
    assert Qt.ItemFlag.ItemIsSelectable in flags
    assert not flags & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)
    assert not index(gallery, 5).isValid()


def pixel_of(gallery: Gallery, place: int) -> QColor:
    """Return the colour in the middle of a picture."""
    tile = gallery.visualRect(index(gallery, place))
    return gallery.viewport().grab().toImage().pixelColor(tile.center().x(), tile.top() + tile.height() // 3)


def test_a_picture_that_is_still_being_made_is_painted_when_it_is_there(gallery: Gallery, qtbot: QtBot) -> None:
    source = shown(gallery, Mnist(5, missing=frozenset({2})), qtbot)
    assert pixel_of(gallery, 2) == QColor(colors().track)
    source.missing.clear()
    source.asked.clear()
    gallery.viewport().update()
    qtbot.waitUntil(lambda: 2 in source.asked)
    grey = pixel_of(gallery, 2)
    assert grey.red() == grey.green() == grey.blue()
    assert grey != QColor(colors().track)


def test_pictures_that_have_been_made_are_painted_and_no_others(gallery: Gallery, qtbot: QtBot) -> None:
    source = shown(gallery, Mnist(1000, missing=frozenset({3, 5, 900})), qtbot)
    settle(qtbot)
    source.asked.clear()
    source.missing.clear()
    gallery.paint_anew([3, 900])  # the last one is out of sight
    qtbot.waitUntil(lambda: bool(source.asked))
    settle(qtbot)
    assert source.asked == {3}


def test_each_mark_looks_different(gallery: Gallery, qtbot: QtBot) -> None:
    source = Mnist(4)
    image = source.image(0)
    assert image is not None
    source.image = lambda _place: image  # type: ignore[method-assign]  # four times the same picture
    gallery.show_source(source)
    settle(qtbot)
    whole = gallery.viewport().grab().toImage()
    letters = gallery.fontMetrics().height()
    looks = []
    for place in range(4):
        tile = gallery.visualRect(index(gallery, place))
        tile.setBottom(tile.bottom() - 2 * letters)  # captions differ anyway
        looks.append(whole.copy(tile))
    assert all(one != other for place, one in enumerate(looks) for other in looks[:place])


def test_captions_stand_below_the_middle_of_their_pictures_in_letters_of_any_size(
    gallery: Gallery, qtbot: QtBot
) -> None:
    shown(gallery, Mnist(30), qtbot)
    widths = []
    for size in (100, 150):
        choose_text_size(size)
        settle(qtbot)
        tile = gallery.visualRect(index(gallery, 3))
        tile.setTop(tile.bottom() - gallery.fontMetrics().height())
        image = gallery.viewport().grab().toImage().copy(tile)
        rows, columns = range(image.height()), range(image.width())
        paper = image.pixel(0, 0)
        ink = [x for x in columns if any(image.pixel(x, y) != paper for y in rows)]
        assert abs((ink[0] + ink[-1]) / 2 - image.width() / 2) <= 3
        widths.append(ink[-1] - ink[0])
    assert widths[1] > 1.3 * widths[0]


def test_pictures_grow_with_the_letters_and_before_a_projector(gallery: Gallery, qtbot: QtBot) -> None:
    shown(gallery, Mnist(30), qtbot)
    usual, least = gallery.gridSize(), gallery.minimumSizeHint()
    gallery.set_projector(True)
    assert gallery.gridSize().height() > 1.3 * usual.height()
    gallery.set_projector(False)
    assert gallery.gridSize() == usual
    choose_text_size(200)
    settle(qtbot)
    assert gallery.gridSize().height() > 1.8 * usual.height()
    assert gallery.minimumSizeHint().width() > least.width()


def test_page_down_leafs_through_the_gallery_and_not_through_the_drawings(
    window: MainWindow, qtbot: QtBot
) -> None:
    gallery = Gallery(window)
    gallery.resize(300, 300)
    gallery.show()
    gallery.show_source(Mnist(500))
    gallery.setFocus()
    gallery.selectionModel().setCurrentIndex(index(gallery, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    turned: list[object] = []
    window.actions_["next"].setEnabled(True)
    window.actions_["next"].triggered.connect(turned.append)
    settle(qtbot)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert gallery.selected() > [0]
    assert turned == []


def test_no_pictures_have_no_places(gallery: Gallery) -> None:
    nothing = NoPictures()
    assert len(nothing) == 0
    with pytest.raises(IndexError):
        nothing.image(0)
    np.testing.assert_equal(nothing.longest_caption(), "")
