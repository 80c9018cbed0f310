"""What a monkey can do with a window: each act takes the window, and what is chosen from by chance."""

from collections.abc import Callable
from random import Random

import shiboken6
from measures.visit import loss_view, run_table
from measures.waiting import wait
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from digitpad.ui.recipe.network.layer_row import UnitsBox
from digitpad.ui.stage.main_window import MainWindow
from digitpad.workspace.runs.run_cells import Column
from monkeying.class_acts import collect, mend_our_digits, use_our_digits
from monkeying.easel_acts import hang_a_picture, take_a_tool, write_a_number
from monkeying.inside_acts import ask_why, change_its_mind, look_at_units, look_inside
from monkeying.matrix_acts import look_at_pictures, look_at_the_matrix, test_on_something_else, vote
from monkeying.queue_acts import command_queue, look_at_the_queue, try_something
from monkeying.recipe_acts import choose_the_data, edit_layers
from monkeying.score_acts import look_at_keras, look_at_scores
from monkeying.step_acts import (
    choose_a_picture,
    choose_a_weight,
    guess,
    push_the_weight,
    step_on,
    take_training_back,
    train_on_my_drawing,
)
from monkeying.time_acts import command_time, move_through_time, train_from_the_past

Act = Callable[[MainWindow, Random], None]

KEYS = [Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_F10, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape]
KEYS += [Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_F11, Qt.Key.Key_Delete]
KEYS += [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_F2]
KEYS += [Qt.Key(ord(digit)) for digit in "0123456789"]

LOOKING_MS = 200

BATCH_SIZES = (64, 128, 1000)
"""Each new size is compiled anew, so the monkey has only a few."""


def click(window: MainWindow, chance: Random) -> None:
    """Click a button: often one of those that train. A menu that it opens is closed again."""
    buttons = window.panel.buttons.values()
    others = [widget for widget in window.findChildren(QAbstractButton) if widget.isVisible()]
    button = chance.choice([*buttons, *others])
    if isinstance(button, QToolButton) and button.menu() is not None:
        QTimer.singleShot(LOOKING_MS, close_popup)  # the click itself returns when that is gone
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(window: MainWindow, chance: Random) -> None:
    """Press a key where the focus is."""
    target: QWidget = QApplication.focusWidget() or window.canvas
    QTest.keyClick(target, chance.choice(KEYS))


def draw(window: MainWindow, chance: Random) -> None:
    """Draw a stroke, now and then beyond the canvas, or erase."""
    canvas = window.canvas
    button = chance.choice([Qt.MouseButton.LeftButton] * 4 + [Qt.MouseButton.RightButton])
    points = [
        QPoint(chance.randint(-30, canvas.width() + 30), chance.randint(-30, canvas.height() + 30))
        for _ in range(chance.randint(1, 12))
    ]
    QTest.mousePress(canvas, button, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, button, pos=points[-1])


def resize(window: MainWindow, chance: Random) -> None:
    """Make the window larger or smaller."""
    window.resize(chance.randint(900, 1900), chance.randint(650, 1100))


def choose(window: MainWindow, chance: Random) -> None:
    """Choose something in a field; a layer's units ``edit_layers`` chooses."""
    kinds = (QSpinBox, QComboBox, QSlider)
    fields = [w for kind in kinds for w in window.findChildren(kind) if w.isEnabled()]
    fields = [field for field in fields if not isinstance(field, UnitsBox)]
    field = chance.choice(fields)
    if field is window.sheet.form.training.batch_size:
        field.setValue(chance.choice(BATCH_SIZES))
    elif isinstance(field, QSpinBox):
        field.setValue(chance.choice([field.minimum(), field.value() + 1, 3, 2]))
    elif isinstance(field, QSlider):
        field.setValue(chance.randint(field.minimum(), field.maximum()))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(chance.randrange(field.count()))
        field.activated.emit(field.currentIndex())


def trigger(window: MainWindow, chance: Random) -> None:
    """Give any command of the menus that is possible now, but to quit."""
    menus = window.menuBar().findChildren(QMenu)
    actions = {id(action): action for menu in menus for action in menu.actions() if action.isEnabled()}
    del actions[id(window.actions_["quit"])]
    chance.choice(list(actions.values())).trigger()


def handle_run(window: MainWindow, chance: Random) -> None:
    """Rename, show, hide or delete a run, or whatever else can be done with it."""
    runs = window.workspace.runs
    if not runs.runs:
        return
    run = chance.choice(runs.runs)
    window.workspace.select(run)
    cell = runs.index(runs.runs.index(run), Column.NAME)
    commands = [action for action in window.actions_.menus["runs"].actions() if action.isEnabled()]
    name = chance.choice(["", "mine", "x" * 300, "Lauf 1/2"])
    check = chance.choice([Qt.CheckState.Checked, Qt.CheckState.Unchecked])
    chance.choice(
        [
            lambda: runs.setData(cell, name),
            lambda: runs.setData(cell, check, Qt.ItemDataRole.CheckStateRole),
            *(action.trigger for action in commands),
        ]
    )()


def look_on(_: MainWindow, chance: Random) -> None:
    """Do nothing for a moment, so that there is something to see of what was begun."""
    wait(chance.randint(1, LOOKING_MS))


def turn_the_wheel(window: MainWindow, chance: Random) -> None:
    """Turn it over anything that can be seen."""
    widget = chance.choice([w for w in window.findChildren(QWidget) if w.isVisible()])
    place = QPointF(chance.random() * widget.width(), chance.random() * widget.height())
    turn = QPoint(0, chance.choice([-240, -120, 120, 240]))
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, widget.mapToGlobal(place), QPoint(), turn, *none, False)
    QApplication.sendEvent(widget, event)


def touch_the_plot(window: MainWindow, chance: Random) -> None:
    """Drag a plot, zoom into it, show all again, or read it."""
    plots = loss_view(window).plot
    plot = chance.choice([plots.plot, plots.accuracies]).viewport()
    from_, to = (
        QPoint(chance.randrange(1, plot.width() + 1), chance.randrange(1, plot.height() + 1)) for _ in range(2)
    )
    button = chance.choice([Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
    if chance.random() < 0.3:
        QTest.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=from_)
    else:
        QTest.mousePress(plot, button, pos=from_)
        QTest.mouseMove(plot, to)
        QTest.mouseRelease(plot, button, pos=to)


def write_a_name(window: MainWindow, chance: Random) -> None:
    """Begin to rename a run in the list, and leave it at that, or go on."""
    table = run_table(window)
    if not window.workspace.runs.runs or not table.isVisible():
        return
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()  # not any child: one that was closed may be there still
    if not isinstance(editor, QLineEdit) or not table.isAncestorOf(editor):
        return
    QTest.keyClicks(editor, "slow one")
    wait(chance.randint(1, LOOKING_MS))
    if shiboken6.isValid(editor) and QApplication.focusWidget() is editor:
        QTest.keyClick(editor, chance.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab]))


def ask_for_a_menu(window: MainWindow, chance: Random) -> None:
    """Ask for the menu of a chip, of the list of runs, or of anything else."""
    widget = chance.choice([w for w in window.findChildren(QWidget) if w.isVisible()])
    if isinstance(widget, QMenu | QLineEdit):  # those of Qt's own wait until they are closed
        return
    place = widget.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    QTimer.singleShot(LOOKING_MS, close_popup)
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def close_popup() -> None:
    """Close the menu or list that is open, if there is one."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


ACTS: dict[Act, int] = {
    click: 6,
    key: 3,
    draw: 4,
    resize: 1,
    choose: 3,
    choose_the_data: 3,
    trigger: 3,
    handle_run: 3,
    look_on: 2,
    turn_the_wheel: 2,
    touch_the_plot: 2,
    write_a_name: 1,
    ask_for_a_menu: 1,
    step_on: 6,
    choose_a_picture: 2,
    choose_a_weight: 2,
    push_the_weight: 2,
    guess: 2,
    train_on_my_drawing: 2,
    take_training_back: 1,
    hang_a_picture: 2,
    take_a_tool: 1,
    write_a_number: 3,
    look_at_the_matrix: 3,
    look_at_pictures: 2,
    vote: 2,
    test_on_something_else: 1,
    collect: 4,
    mend_our_digits: 2,
    use_our_digits: 1,
    look_inside: 2,
    ask_why: 3,
    look_at_units: 3,
    change_its_mind: 3,
    move_through_time: 3,
    command_time: 2,
    train_from_the_past: 1,
    edit_layers: 2,
    command_queue: 3,
    try_something: 1,
    look_at_the_queue: 2,
    look_at_scores: 2,
    look_at_keras: 1,
}
"""Every act, and how often it is done beside the others."""
