"""What a queue of twenty runs leaves behind in the window: threads, open files, memory."""

from dataclasses import replace

from digitpad.runs.queue.plan import Plan, Standing
from digitpad.runs.recipe import KERAS_RECIPE, Optimizer, Recipe
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import Ticks, growth, held
from measures.visit import come_to_rest, loaded_window
from measures.waiting import until

COUNT = 20
IMAGES = 10_000
SHORT = replace(KERAS_RECIPE, epochs=1, data=replace(KERAS_RECIPE.data, count=IMAGES))


def queue(count: int = COUNT) -> dict[str, float]:
    """Work off a queue of so many short runs by all optimizers, with the curves on screen.

    Return what the process holds more than after a single run, how many runs were not done, and the window's
    longest gap in milliseconds. Three of the four optimizers' programs are new by then, and TensorFlow keeps them.
    """
    window = loaded_window()
    _work_off(window, [SHORT])
    come_to_rest(window)
    before = held()
    ticks = Ticks()
    ticks.start()
    _work_off(window, _recipes(count))
    longest = ticks.stop()["longest"]
    come_to_rest(window)
    after = held()
    undone = sum(entry.standing is not Standing.DONE for entry in window.workspace.queue.entries)
    window.close()
    found = {name: growth(before, after, name) for name in ("threads", "files", "megabytes")}
    return {**found, "undone": undone, "longest": longest}


def _recipes(count: int) -> list[Recipe]:
    optimizers = list(Optimizer)
    return [replace(SHORT, seed=number, optimizer=optimizers[number % len(optimizers)]) for number in range(count)]


def _work_off(window: MainWindow, recipes: list[Recipe]) -> None:
    space = window.workspace
    space.queue.add([Plan(recipe) for recipe in recipes])
    until(space.queue_work.changed, window.actions_["queue_start"].trigger, lambda: not space.queue_work.is_on)
