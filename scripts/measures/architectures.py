"""What networks of other sizes cost: memory for each new one, its first losses, and Pause for the largest."""

import random
from dataclasses import replace
from typing import Any

from digitpad.network.architecture import MAX_HIDDEN, UNITS, Architecture, HiddenLayer
from digitpad.runs.events import Advanced, Ending
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.ui.stage.main_window import MainWindow
from measures.gauges import growth, held
from measures.holding import milliseconds_until
from measures.visit import come_to_rest, loaded_window
from measures.waiting import until_event, wait

COUNT = 30
FIRST_UNITS, MORE_UNITS = 32, 16
"""Units in the hidden layer of the first new network, and how many more each further one has."""

PAUSES = 10
MOMENT_MS = (100, 500)
"""How long the largest network trains before a pause."""


def architectures() -> dict[str, Any]:
    """Train 30 networks of different sizes a little; return the growth in MB, and milliseconds of each.

    ``first_losses`` is from Train to the first losses, its compilation in between; ``pause`` from Pause, clicked
    at these first losses, to paused.
    """
    window = loaded_window()
    _begin_and_pause(window, KERAS_RECIPE.architecture)
    come_to_rest(window)
    before = held()
    found = [
        _begin_and_pause(window, Architecture((HiddenLayer(FIRST_UNITS + number * MORE_UNITS),)))
        for number in range(COUNT)
    ]
    come_to_rest(window)
    grown = growth(before, held(), "megabytes")
    window.close()
    return {
        "megabytes": grown,
        "first_losses": [first for first, _ in found],
        "pause": max(pause for _, pause in found),
    }


def largest() -> dict[str, Any]:
    """Pause the largest network at moments in mid-epoch; return the milliseconds, and those of one batch."""
    window = loaded_window()
    moments = random.Random(0)
    train = window.panel.buttons["train"].click
    window.workspace.draft.write(
        replace(KERAS_RECIPE, architecture=Architecture((HiddenLayer(UNITS[1]),) * MAX_HIDDEN))
    )
    first = milliseconds_until(window, Advanced, train)
    run = window.workspace.runs.runs[-1]
    pauses = []
    for _ in range(PAUSES):
        wait(moments.randint(*MOMENT_MS))
        pauses.append(milliseconds_until(window, Ending.PAUSED, train))
        until_event(window, Advanced, train)
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    window.close()
    return {"first_losses": first, "pause": max(pauses), "batch": 1000 * run.seconds / len(run.history)}


def _begin_and_pause(window: MainWindow, architecture: Architecture) -> tuple[float, float]:
    """Train a network to its first losses, pause and stop it; return the milliseconds of the first two."""
    window.workspace.draft.write(replace(KERAS_RECIPE, architecture=architecture))
    first = milliseconds_until(window, Advanced, window.panel.buttons["train"].click)
    pause = milliseconds_until(window, Ending.PAUSED, window.panel.buttons["train"].click)
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    return first, pause
