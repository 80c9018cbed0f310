"""What a monkey can do with the view of the training step: its commands and cards, and the class's drawing."""

from random import Random

from measures.stepping import step_view
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.step.drawn.picture_grid import PictureGrid
from digitpad.ui.views.step.drawn.weight_picture import WeightPicture

STEPS = {"next_card": 8, "next_line": 4, "step_back": 3, "step_first": 1, "step_last": 1, "step_finish": 1}
"""Commands of the step, and how often each is given beside the others."""

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

MOST_PUSHES = 5


def step_on(window: MainWindow, chance: Random) -> None:
    """Step forward or back, some commands in a row, as far as they are possible."""
    for _ in range(chance.randint(1, 3)):
        (name,) = chance.choices(list(STEPS), weights=list(STEPS.values()))
        window.actions_[name].trigger()


def choose_a_picture(window: MainWindow, chance: Random) -> None:
    """Choose a picture of the batch, or a weight in the picture of its unit, by mouse or by an arrow key."""
    panel = step_view(window).panel
    kinds = (PictureGrid, WeightPicture)
    pictures = [picture for kind in kinds for picture in panel.findChildren(kind) if picture.isVisible()]
    if not pictures:
        return
    picture: QWidget = chance.choice(pictures)
    if chance.random() < 0.3:
        QTest.keyClick(picture, chance.choice(ARROWS))
    else:
        place = QPoint(chance.randrange(picture.width() + 1), chance.randrange(picture.height() + 1))
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)


def choose_a_weight(window: MainWindow, chance: Random) -> None:
    """Choose another tensor or another unit."""
    card = step_view(window).panel.gradients
    if card.isVisible() and chance.random() < 0.3:
        card.unit.setValue(chance.randint(card.unit.minimum(), card.unit.maximum()))
        return
    buttons = [button for button in card.findChildren(QAbstractButton) if button.isVisible()]
    if buttons:
        QTest.mouseClick(chance.choice(buttons), Qt.MouseButton.LeftButton)


def push_the_weight(window: MainWindow, chance: Random) -> None:
    """Push the chosen weight some times, faster than its loss can be found."""
    slider = step_view(window).panel.gradients.slope.slider
    if slider.isVisible():
        for _ in range(chance.randint(1, MOST_PUSHES)):
            slider.setValue(chance.randint(slider.minimum(), slider.maximum()))


def guess(window: MainWindow, chance: Random) -> None:
    """Guess what is asked, change the guess before it is taken, or switch guessing on and off."""
    bar = step_view(window).panel.guess
    answers = [button for button in (bar.up, bar.down, bar.take) if button.isVisible()]
    if not answers or chance.random() < 0.2:
        window.actions_["guess_first"].trigger()
        return
    bar.slider.setValue(chance.randint(bar.slider.minimum(), bar.slider.maximum()))
    QTest.mouseClick(chance.choice(answers), Qt.MouseButton.LeftButton)


def train_on_my_drawing(window: MainWindow, chance: Random) -> None:
    """Say what the drawing is, and learn from it, alone or with the next batch."""
    label = step_view(window).own.label
    label.setCurrentIndex(chance.randrange(label.count()))
    label.activated.emit(label.currentIndex())
    window.actions_[chance.choice(["own_once", "own_twenty", "own_joins"])].trigger()


def take_training_back(window: MainWindow, chance: Random) -> None:
    """Take back what was trained last, or have one more epoch to train."""
    window.actions_[chance.choice(["undo_training", "undo_training", "one_more_epoch"])].trigger()
