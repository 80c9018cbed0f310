"""What the commands for the queue do."""

from collections.abc import Callable
from functools import partial

from digitpad.runs.queue.plan import Kind, Plan
from digitpad.workspace.queue.entry import Entry
from digitpad.workspace.workspace import Workspace


def of_the_queue(space: Workspace) -> dict[str, Callable[[], object]]:
    """Return what each command for the queue does, by its name."""
    queue, work = space.queue, space.queue_work
    return {
        "queue_add": lambda: queue.add([Plan(space.draft.recipe, space.training.loop)]),
        "queue_start": work.start,
        "queue_pause": work.pause,
        "queue_up": _with_selected(space, lambda entry: queue.move(entry, -1)),
        "queue_down": _with_selected(space, lambda entry: queue.move(entry, 1)),
        "queue_remove": _with_selected(space, queue.remove),
        "queue_clear": queue.clear,
        "try_rates": partial(_try, space, Kind.RATES),
        "try_optimizers": partial(_try, space, Kind.OPTIMIZERS),
        "show_all_runs": partial(_show_all, space),
    }


def _try(space: Workspace, kind: Kind) -> None:
    """Have the runs of an attempt, and show their curves grow."""
    space.queue.add_attempt(kind, space.draft.recipe, space.training.loop)
    space.ask_for_view("loss")
    space.queue_work.start()


def _show_all(space: Workspace) -> None:
    with space.runs.held():
        for run in space.runs.runs:
            space.runs.show(run, True)


def _with_selected(space: Workspace, act: Callable[[Entry], object]) -> Callable[[], object]:
    def act_on_selected() -> None:
        if space.selected_entry is not None:
            act(space.selected_entry)

    return act_on_selected
