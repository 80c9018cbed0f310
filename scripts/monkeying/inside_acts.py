"""What a monkey can do with the view “Inside”: its pages, pixels, units and their order, strokes and the push."""

from random import Random

from measures.visit import change_page, inside_view, weights_page, why_page
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from digitpad.arrays import CLASSES
from digitpad.drawing.samples import sample_digit
from digitpad.network.architecture import Activation, Architecture, HiddenLayer
from digitpad.network.initial import initial_snapshot
from digitpad.runs.network_file import SavedNetwork
from digitpad.runs.recipe import Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.inside.insight import Topic

KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
)
MOST_KEYS = 6

ARCHITECTURES = (
    Architecture(()),
    Architecture(),
    Architecture((HiddenLayer(40), HiddenLayer(20, Activation.TANH))),
    Architecture((HiddenLayer(9, Activation.SIGMOID), HiddenLayer(60), HiddenLayer(7), HiddenLayer(12))),
)
"""Of networks that are looked into: with no hidden layer, and with up to four."""


def look_inside(window: MainWindow, chance: Random) -> None:
    """Show the view, or another page of it; now and then with a digit, or with another network."""
    if not inside_view(window).widget().isVisible():
        window.area.show_view("inside")
    inside_view(window).chapters.choices[chance.choice(list(Topic))].click()
    if chance.random() < 0.3:
        window.workspace.board.set_drawing(sample_digit(chance.randrange(CLASSES)), "")
    if chance.random() < 0.2:
        recipe = Recipe(architecture=chance.choice(ARCHITECTURES))
        snapshot = initial_snapshot(recipe.architecture, recipe.initializer, chance.randrange(CLASSES))
        window.workspace.network.take(SavedNetwork(snapshot, recipe), "any.npz")


def ask_why(window: MainWindow, chance: Random) -> None:
    """Point at pixels and units, choose some, and choose digits to take apart or to compare with."""
    body = why_page(window).body
    if not body.isVisible():
        window.workspace.insight.choose_topic(Topic.WHY)
        return
    lights = [lights for lights in body.lights.lights if lights.isVisible()]
    for _ in range(chance.randint(1, MOST_KEYS)):
        _touch(chance.choice([body.picture, body.rows, body.question, *lights]), chance)
    if chance.random() < 0.3:
        _choose(chance.choice(body.findChildren(QComboBox)), chance)


def look_at_units(window: MainWindow, chance: Random) -> None:
    """Go about among the units, scroll, sort them by something else, or look at what has changed."""
    page = weights_page(window)
    if not page.isVisible():
        window.workspace.insight.choose_topic(Topic.WEIGHTS)
        return
    for _ in range(chance.randint(1, MOST_KEYS)):
        _touch(chance.choice([page.grid.viewport(), page.grid]), chance)
    bar = page.grid.verticalScrollBar()
    act = chance.randrange(4)
    if act == 0:
        _choose(page.order, chance)
    elif act == 1:
        bar.setValue(chance.randint(0, bar.maximum()))
    else:
        button: QAbstractButton = page.change if act == 2 else page.again
        button.click()


def change_its_mind(window: MainWindow, chance: Random) -> None:
    """Choose a stroke, erase one, look for a push to any digit or to one, and hang what is found."""
    page = change_page(window)
    if not page.isVisible():
        window.workspace.insight.choose_topic(Topic.CHANGE)
        return
    chance.choice([page.by_strokes, page.by_push]).click()
    if page.strokes.isVisible():
        QTest.keyClick(page.strokes.strokes, chance.choice(KEYS))
        if chance.random() < 0.5:
            chance.choice([page.strokes.erase, page.strokes.erase_strongest]).click()
    elif page.push.isVisible():
        if chance.random() < 0.3:
            _choose(page.push.target, chance)
        chance.choice([page.push.search, page.push.hang]).click()


def _touch(widget: QWidget, chance: Random) -> None:
    """Click on a widget anywhere, move over it, or press a key there."""
    place = QPoint(chance.randrange(widget.width() + 1), chance.randrange(widget.height() + 1))
    act = chance.randrange(3)
    if act == 0:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    elif act == 1:
        QTest.mouseMove(widget, place)
    else:
        QTest.keyClick(widget, chance.choice(KEYS))


def _choose(box: QComboBox, chance: Random) -> None:
    if box.count():
        box.setCurrentIndex(chance.randrange(box.count()))
        box.activated.emit(box.currentIndex())
