"""Widgets that flow like words: into as many lines as there is need for, each amid its line."""

from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from digitpad.ui.views.flow_layout import FlowLayout

SPACING = 6


def flowing(qtbot: QtBot, width: int, *heights: int) -> tuple[QWidget, list[QWidget]]:
    """Show widgets 50 wide, of these heights, in this width; return what they are in, and them."""
    room = QWidget()
    qtbot.addWidget(room)
    layout = FlowLayout(room, SPACING)
    widgets = [QWidget(room) for _ in heights]
    for widget, height in zip(widgets, heights, strict=True):
        widget.setFixedSize(50, height)
        layout.addWidget(widget)
    room.resize(width, layout.heightForWidth(width))
    with qtbot.waitExposed(room):
        room.show()
    return room, widgets


def test_lower_ones_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    _room, (low, high) = flowing(qtbot, 200, 20, 40)
    assert (low.y(), high.y()) == (10, 0)


def test_what_finds_no_room_begins_another_line(qtbot: QtBot) -> None:
    room, (_, second, third) = flowing(qtbot, 2 * 50 + SPACING, 20, 40, 30)
    assert (second.x(), second.y()) == (50 + SPACING, 0)
    assert (third.x(), third.y()) == (0, 40 + SPACING)
    assert room.height() == 40 + SPACING + 30


def test_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    room, (first, second) = flowing(qtbot, 50, 20, 40)
    first.hide()
    layout = room.layout()
    assert layout is not None
    assert layout.heightForWidth(50) == 40
    second.hide()
    assert layout.heightForWidth(50) == 0


def test_what_becomes_larger_goes_or_comes_is_seen_at_once(qtbot: QtBot) -> None:
    """A height that was found once is not asked for anew."""
    room, (first, second) = flowing(qtbot, 50, 20, 40)
    layout = room.layout()
    assert layout is not None
    first.setFixedSize(50, 30)
    assert layout.heightForWidth(50) == 30 + SPACING + 40
    layout.removeWidget(second)
    assert layout.heightForWidth(50) == 30
    layout.addWidget(second)
    assert layout.heightForWidth(50) == 30 + SPACING + 40
    layout.setSpacing(2 * SPACING)
    assert layout.heightForWidth(50) == 30 + 2 * SPACING + 40


def test_those_that_can_grow_share_what_is_left_over_of_their_line(qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    layout = FlowLayout(room, SPACING, fills=True)
    buttons = [QToolButton(room) for _ in range(3)]
    for button, name in zip(buttons, ("Why?", "Weights", "Change its mind"), strict=True):
        button.setText(name)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addWidget(button)
    first, second, third = buttons
    wide = third.sizeHint().width() + 2 * SPACING
    room.resize(wide, layout.heightForWidth(wide))
    with qtbot.waitExposed(room):
        room.show()
    assert second.y() > first.y() or second.geometry().right() + 1 == wide
    assert (third.x(), third.width()) == (0, wide)
    fixed = first.sizePolicy()
    fixed.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
    first.setSizePolicy(fixed)
    room.resize(1000, layout.heightForWidth(1000))
    qtbot.waitUntil(lambda: third.geometry().right() == 999)
    assert first.width() == first.sizeHint().width()
    assert second.width() - second.sizeHint().width() in {
        third.width() - third.sizeHint().width() + one for one in (-1, 0, 1)
    }
