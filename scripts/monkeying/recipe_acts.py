"""What a monkey can do with the network on the recipe's sheet: its rows, its picture, and half of a number."""

from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from digitpad.ui.stage.main_window import MainWindow

UNITS = (8, 32)
"""Each new network is compiled anew, so the monkey has only a few."""

TYPED = ("", "0", "8", "32", "99999", "-", "x")


def edit_layers(window: MainWindow, chance: Random) -> None:
    """Add a layer, take one away, change one, type half a number, or click on the picture."""
    if not window.form.isVisible():
        window.actions_["recipe"].setChecked(True)
    section = window.form.network
    rows = [row for row in section.rows if row.isVisible()]
    act = chance.randrange(6)
    if act == 0:
        QTest.mouseClick(section.add, Qt.MouseButton.LeftButton)
    elif act == 1:
        place = QPoint(chance.randrange(section.picture.width()), chance.randrange(section.picture.height()))
        QTest.mouseClick(section.picture, Qt.MouseButton.LeftButton, pos=place)
    elif not rows or not section.initializer.isEnabled():  # nothing there, or a run is under way
        return
    elif act in (2, 3):
        QTest.mouseClick(chance.choice(rows).remove, Qt.MouseButton.LeftButton)
    elif act == 4:
        row = chance.choice(rows)
        row.units.setValue(chance.choice(UNITS))
        row.activation.setCurrentIndex(chance.randrange(2))
    else:
        units = chance.choice(rows).units
        units.setFocus()
        units.selectAll()
        QTest.keyClicks(units, chance.choice(TYPED))
        units.setValue(chance.choice(UNITS))
