"""Takes steps of the lesson's page without a window, each to be looked at as a whole."""

from collections.abc import Iterable
from itertools import repeat

from digitpad.data.mnist import Dataset
from digitpad.engines.acts.protocol import Go, Told
from digitpad.engines.acts.tape import Stop
from digitpad.engines.acts.tape_engine import TapeEngine
from digitpad.engines.protocol import FreeRun, Job


class Goes(FreeRun):
    """A stepper that knows beforehand how far each stop goes on; after the last it gives up."""

    def __init__(self, goes: Iterable[Go]) -> None:
        super().__init__()
        self._goes = iter(goes)

    def await_go(self) -> Go | None:
        return next(self._goes, None)


def told(dataset: Dataset, job: Job, goes: Iterable[Go]) -> list[Told]:
    """Return all that a step tells."""
    heard: list[Told] = []
    TapeEngine(dataset).run(job, heard.append, Goes(goes))
    return heard


def stops(dataset: Dataset, job: Job, go: Go) -> list[Stop]:
    """Return where a step stops that goes on to its end."""
    return [event for event in told(dataset, job, repeat(go)) if isinstance(event, Stop)]
