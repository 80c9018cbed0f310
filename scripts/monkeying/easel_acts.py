"""What a monkey can do with the easel: hang pictures, take them away, write numbers, take pen or eraser."""

from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitpad.drawing.samples import sample_digit
from digitpad.drawing.strokes import Drawing
from digitpad.ui.stage.main_window import MainWindow

OF_DIGITS = ("previous_digit", "next_digit", "remove_strays")
PARTED, LINE = (0.2, 0.5, 0.8), 0.65
"""Where the digits of a number may be, across and down, as shares of the canvas."""

COMMANDS = ("random_picture", "random_picture", "exhibit_label", "on_easel", "to_canvas")


def hang_a_picture(window: MainWindow, chance: Random) -> None:
    """Put a test picture on the easel, say which it is, or bring the canvas back."""
    if chance.random() < 0.2:
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    else:
        window.actions_[chance.choice(COMMANDS)].trigger()


def take_a_tool(window: MainWindow, chance: Random) -> None:
    """Take pen or eraser, the pen more often as the monkey is to draw: by button, key or menu."""
    name = chance.choice(["pen", "pen", "eraser"])
    if chance.random() < 0.5:
        button = next(one for one in window.sight.bar.buttons if one.defaultAction().objectName() == name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        window.actions_[name].trigger()
    if sum(action.isChecked() for action in window.actions_.tools.actions()) != 1:
        raise AssertionError("one tool is in hand")


def write_a_number(window: MainWindow, chance: Random) -> None:
    """Write digits side by side, with dots beside them, or look at another of them, or have the dots removed."""
    if chance.random() < 0.5:
        shown = [button for button in window.sight.digits.buttons if button.isVisible()]
        if shown and chance.random() < 0.5:
            QTest.mouseClick(chance.choice(shown), Qt.MouseButton.LeftButton)
        else:
            window.actions_[chance.choice(OF_DIGITS)].trigger()
        return
    drawing = Drawing()
    for middle in chance.sample(PARTED, chance.randint(1, len(PARTED))):
        for stroke in sample_digit(chance.randrange(10)).strokes:
            drawing = drawing.with_stroke(((stroke - 0.5) * 0.45 + (middle, LINE)).tolist())
    for _ in range(chance.randrange(3)):
        drawing = drawing.with_stroke([(chance.random(), chance.random())])
    window.workspace.board.set_drawing(drawing, "")
