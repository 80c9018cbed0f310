"""What is higher than its room scrolls, whatever that does to its height."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from digitpad.ui.views.scrolled import ViewRoom, scrolled
from digitpad.ui.views.step.cards.start_card import StartCard
from tests.ui.lesson import settle

ROOM = QSize(400, 200)
WIDEST_BAR = 40


class Fickle(QWidget):
    """Higher than its room as long as it is as wide, and lower beside a scroll bar."""

    def minimumSizeHint(self) -> QSize:
        return QSize(10, 300 if self.width() >= ROOM.width() else 100)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


@pytest.mark.parametrize("area_of", [scrolled, ViewRoom])
def test_a_page_that_is_lower_beside_a_scroll_bar_is_not_resized_for_ever(
    qtbot: QtBot, area_of: type[QScrollArea]
) -> None:
    """Qt did so from within its own resizing, until the stack was full."""
    page = Fickle()
    area = area_of(page)
    qtbot.addWidget(area)
    area.resize(ROOM)
    area.show()
    for height in (ROOM.height() + 1, ROOM.height()):
        area.resize(ROOM.width(), height)
        page.updateGeometry()
        QApplication.processEvents()
        assert ROOM.width() - WIDEST_BAR <= page.width() <= ROOM.width()


@pytest.mark.parametrize("width", [388, 420, 452])
def test_a_page_is_laid_out_for_the_size_that_it_has(qtbot: QtBot, width: int) -> None:
    """In projector mode the cards of a step were listed with half of their words."""
    card = StartCard()
    area = scrolled(card, sideways=True)
    qtbot.addWidget(area)
    area.resize(width, 380)
    font = area.font()
    font.setPixelSize(20)
    area.setFont(font)
    area.show()
    settle(qtbot)
    settle(qtbot)  # also what has been asked for meanwhile
    layout = card.layout()
    assert layout is not None
    assert layout.geometry() == card.contentsRect()
    assert all(words.height() >= words.heightForWidth(words.width()) for words in card.about.values())
