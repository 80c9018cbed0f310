"""What a monkey can do with the queue: fill it, start it, arrange it, drag in it, clear it."""

from dataclasses import replace
from random import Random

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from digitpad.runs.queue.plan import Kind, Plan
from digitpad.runs.recipe import KERAS_RECIPE, Recipe
from digitpad.ui.stage.main_window import MainWindow
from digitpad.ui.views.runs.runs_view import Page, RunsView

SHORT: Recipe = replace(KERAS_RECIPE, epochs=1, data=replace(KERAS_RECIPE.data, count=1_000))
COMMANDS = {
    "queue_add": 3,
    "queue_start": 3,
    "queue_pause": 1,
    "queue_up": 2,
    "queue_down": 2,
    "queue_remove": 1,
    "queue_clear": 1,
    "show_all_runs": 1,
}
"""Of the queue, and how often each is given beside the others."""

MOST_ENTRIES = 30
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_End)


def command_queue(window: MainWindow, chance: Random) -> None:
    """Select something in the queue, and give a command for it."""
    space = window.workspace
    if space.queue.entries:
        row = chance.randrange(len(space.queue.entries))
        select = space.queue_selection.SelectionFlag.ClearAndSelect
        space.queue_selection.setCurrentIndex(space.queue.index(row), select)
    (name,) = chance.choices(list(COMMANDS), weights=list(COMMANDS.values()))
    window.actions_[name].trigger()


def try_something(window: MainWindow, chance: Random) -> None:
    """Try rates or optimizers, by a short recipe, or let one more that diverges wait."""
    queue, loop = window.workspace.queue, window.workspace.training.loop
    if len(queue.entries) > MOST_ENTRIES or window.workspace.collector.is_collecting:
        queue.clear()
    elif chance.random() < 0.5:
        queue.add_attempt(chance.choice(list(Kind)), SHORT, loop)
    else:
        queue.add([Plan(replace(SHORT, learning_rate=chance.choice([1e-3, 1e30])), loop)])
    window.actions_["queue_start"].trigger()


def look_at_the_queue(window: MainWindow, chance: Random) -> None:
    """Turn to a page of the view Runs; drag a row, or press a key in the list."""
    window.area.show_view("runs")
    view = window.views["runs"]
    assert isinstance(view, RunsView)
    view.show_page(chance.choice(list(Page)))
    queue = window.workspace.queue
    if queue.entries and chance.random() < 0.5:
        row, before = chance.randrange(len(queue.entries)), chance.randint(0, len(queue.entries))
        queue.moveRow(QModelIndex(), row, QModelIndex(), before)
    elif view.queue.list.isVisible():
        view.queue.list.setFocus()
        modifier = chance.choice([Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier])
        QTest.keyClick(view.queue.list, chance.choice(KEYS), modifier)
