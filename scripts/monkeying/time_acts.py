"""What a monkey can do with the time line: drag it, go by keys, play, return to now, and train from a moment."""

from random import Random

from measures.waiting import wait
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from digitpad.ui.stage.main_window import MainWindow

KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Escape,
)
COMMANDS = {"earlier": 3, "later": 3, "play_time": 2, "to_now": 2}
"""Of the past, and how often each is given beside the others."""

MOST_MOVES = 5

PLAYED_MS = 800
"""Longer than a moment is seen while they are played."""


def move_through_time(window: MainWindow, chance: Random) -> None:
    """Drag the time line, now and then beyond its ends, or go along it by keys."""
    line = window.panel.time_line
    if chance.random() < 0.4:
        line.setFocus()
        for _ in range(chance.randint(1, MOST_MOVES)):
            QTest.keyClick(line, chance.choice(KEYS))
        return
    places = [
        QPoint(chance.randint(-30, line.width() + 30), line.height() // 2)
        for _ in range(chance.randint(1, MOST_MOVES))
    ]
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(line, place)
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=places[-1])


def command_time(window: MainWindow, chance: Random) -> None:
    """Give a command of the past, and see what comes of it for a moment."""
    (name,) = chance.choices(list(COMMANDS), weights=list(COMMANDS.values()))
    window.actions_[name].trigger()
    wait(chance.randint(0, PLAYED_MS))


def train_from_the_past(window: MainWindow, chance: Random) -> None:
    """Go back to some moment, and train, or step, from there."""
    past = window.workspace.past
    if past.moments:
        past.look(chance.choice(list(past.moments)))
    window.actions_[chance.choice(["train", "step"])].trigger()
