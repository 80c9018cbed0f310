"""What the window feels of a thousand runs: one is renamed, another begins and trains beside them."""

from dataclasses import replace

from digitpad.runs.checkpoint import untrained
from digitpad.runs.events import Begun, Ending
from digitpad.runs.recipe import KERAS_RECIPE
from digitpad.runs.run import Run
from measures.gauges import Ticks
from measures.visit import loaded_window
from measures.waiting import until_event, wait
from measures.window import falling

RUNS = 1_000
BATCHES = 100
SEEDS = 7
SETTLED_MS = 15_000
"""The curves are painted a few a turn."""

AROUND_MS = 500
TRAINED_MS = 5_000


def thousand_runs() -> dict[str, float]:
    """Return the window's longest gaps, in milliseconds."""
    window = loaded_window()
    runs, snapshot = window.workspace.runs, untrained(KERAS_RECIPE)
    past = []
    for number in range(RUNS):
        run = Run(number, f"Run {number + 1}", replace(KERAS_RECIPE, seed=number % SEEDS))
        run.snapshot = snapshot
        run.history.extend(falling(BATCHES, number), 1.0)
        past.append(run)
    runs.put(past, None)
    wait(SETTLED_MS)
    ticks = Ticks()
    ticks.start()
    wait(AROUND_MS)
    runs.rename(past[RUNS // 2], "Another name")
    wait(AROUND_MS)
    found = {"rename": ticks.stop()["longest"]}
    ticks.start()
    until_event(window, Begun, window.panel.buttons["train"].click)
    wait(TRAINED_MS)
    found["train"] = ticks.stop()["longest"]
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    window.close()
    return found
