"""What a monkey does on the recipe's sheet: to the data, and to the network's rows and its picture."""

from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from digitpad.ui.stage.main_window import MainWindow

COUNTS = ("100", "1,000", "1500", "all", "60000", "0", "", "many")
"""Few that make sense, as each last batch of a new size is compiled anew; and some that make none."""


def choose_the_data(window: MainWindow, chance: Random) -> None:
    """Write how many images there are, take digits away or bring them back, draw others, choose order or looks."""
    section = window.sheet.form.data
    if not section.isVisible():
        window.actions_["recipe"].setChecked(True)
        return
    what = chance.random()
    if what < 0.3:
        if section.count.isEnabled():
            section.count.setEditText(chance.choice(COUNTS))
    elif what < 0.7:
        digits = chance.choices(section.digits.buttons, k=chance.choice([1, 2, 12]))
        for button in digits:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    elif what < 0.8:
        QTest.mouseClick(section.others, Qt.MouseButton.LeftButton)
    else:
        box = chance.choice([section.images, section.order])
        if box.isEnabled():
            box.setCurrentIndex(chance.randrange(box.count()))
    if window.workspace.draft.problem is not None and chance.random() < 0.7:
        section.count.setEditText("1,000")


UNITS = (8, 32)
"""Each new network is compiled anew, so the monkey has only a few."""

TYPED = ("", "0", "8", "32", "99999", "-", "x")


def edit_layers(window: MainWindow, chance: Random) -> None:
    """Add a layer, take one away, change one, type half a number, or click on the picture."""
    if not window.sheet.form.isVisible():
        window.actions_["recipe"].setChecked(True)
    section = window.sheet.form.network
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
