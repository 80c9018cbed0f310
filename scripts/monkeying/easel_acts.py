"""What a monkey can do with the easel: hang pictures before the canvas, and take them away."""

from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitpad.ui.stage.main_window import MainWindow

COMMANDS = ("random_picture", "random_picture", "exhibit_label", "on_easel", "to_canvas")


def hang_a_picture(window: MainWindow, chance: Random) -> None:
    """Put a test picture on the easel, say which it is, or bring the canvas back."""
    if chance.random() < 0.2:
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    else:
        window.actions_[chance.choice(COMMANDS)].trigger()
