"""How soon two networks answer a pen, when the second is one that ended long ago."""

from dataclasses import replace
from typing import Any

from digitpad.runs.events import Ending, SnapshotTaken
from digitpad.runs.recipe import Optimizer
from measures.gauges import summary
from measures.visit import come_to_rest, draw_and_time, loaded_window
from measures.waiting import until, until_event, wait

TRAINED_MS = 1000
POINTS = 500


def comparing() -> dict[str, Any]:
    """Compare with a stopped Adam run whose weights lie on the shelf; time each pen point to both answers."""
    window = loaded_window()
    space = window.workspace
    space.draft.write(replace(space.draft.recipe, optimizer=Optimizer.ADAM))
    until_event(window, SnapshotTaken, window.panel.buttons["train"].click)
    wait(TRAINED_MS)
    until_event(window, Ending.STOPPED, window.panel.buttons["stop"].click)
    come_to_rest(window)
    run = space.runs.runs[-1]
    if run.is_at_hand:
        raise RuntimeError("the run's weights are still in memory")
    space.commands.take_ready_made()
    space.select(run)
    until(
        space.comparison.changed, window.actions_["compare"].trigger, lambda: space.comparison.snapshot is not None
    )
    wait(200)
    result = summary(draw_and_time(window, lambda count: count >= POINTS))
    window.close()
    return result
