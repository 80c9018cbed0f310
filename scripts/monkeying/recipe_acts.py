"""What a monkey does on the recipe's sheet: how many images, which digits, which others."""

from random import Random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitpad.ui.stage.main_window import MainWindow

COUNTS = ("100", "1,000", "1500", "all", "60000", "0", "", "many")
"""Few that make sense, as each last batch of a new size is compiled anew; and some that make none."""


def choose_the_data(window: MainWindow, chance: Random) -> None:
    """Write how many images there are, take digits away or bring them back, draw others, choose order or looks."""
    section = window.form.data
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
