"""Two things measured in turn: as a machine's speed drifts, only ratios of neighbours in time count."""

import math
import statistics
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from measures.processes import Answering, measured

Measured = TypeVar("Measured")

UNCOUNTED = ("count", "runs", "accuracies")
"""Figures of a measure that are no better for being smaller."""

PACES = ("images_per_second",)
"""Figures that are better for being larger."""

ALLOWED = 1.05
"""A figure may be worse than the other's by 5 %."""


ARCHITECTURES = {"none": "", "32": "32", "4 × 128": "128 128 128 128", "512": "512", "512-256": "512 256"}
"""Networks that are compared with Keras', by the units of their hidden layers."""


def pairs_in_turn(
    ours: Callable[[], Measured], theirs: Callable[[], Measured], count: int
) -> Iterator[tuple[Measured, Measured]]:
    """Yield pairs (ours, theirs), measured as ours, theirs, theirs, ours, … so that a steady drift cancels."""
    for number in range(count):
        if number % 2:
            second = theirs()
            yield ours(), second
        else:
            yield ours(), theirs()


def epochs_in_turn(count: int) -> dict[str, Any]:
    """Take epochs in the window and of Keras' fit in turn; return the seconds, and the median of the ratios."""
    with Answering("window_epochs") as ours, Answering("keras_epochs") as keras:
        for process in (ours, keras):
            process.ask()  # the first one compiles
        found = list(pairs_in_turn(ours.ask, keras.ask, count))
    return {
        "ours": [seconds for seconds, _ in found],
        "keras": [seconds for _, seconds in found],
        "ratio": statistics.median(seconds / of_keras for seconds, of_keras in found),
    }


def architectures_in_turn(count: int) -> dict[str, Any]:
    """Take epochs of some networks in the window and of Keras' plain fit in turn; return as ``epochs_in_turn``."""
    found: dict[str, Any] = {}
    with Answering("window_architectures") as ours, Answering("keras_architectures") as keras:
        for name, units in ARCHITECTURES.items():
            for process in (ours, keras):
                process.ask(units)  # the first one compiles
            pairs = list(pairs_in_turn(partial(ours.ask, units), partial(keras.ask, units), count))
            found[name] = {
                "ours": [seconds for seconds, _ in pairs],
                "keras": [seconds for _, seconds in pairs],
                "ratio": statistics.median(seconds / of_keras for seconds, of_keras in pairs),
            }
    return found


def weights_in_turn(count: int) -> dict[str, Any]:
    """Take epochs with the page “Weights” shown and with the view closed in turn; return as ``epochs_in_turn``."""
    with Answering("weights_epochs") as shown, Answering("closed_epochs") as closed:
        for process in (shown, closed):
            process.ask()  # the first one compiles
        found = list(pairs_in_turn(shown.ask, closed.ask, count))
    return {
        "shown": [seconds for seconds, _ in found],
        "closed": [seconds for _, seconds in found],
        "ratio": statistics.median(seconds / without for seconds, without in found),
    }


def starts_in_turn(count: int) -> dict[str, Any]:
    """Start digitpad and a bare window in turn; return the seconds to the first picture, and the median ratio."""

    def start(name: str) -> float:
        return float(measured(name)["seconds"])

    found = list(pairs_in_turn(lambda: start("first_paint"), lambda: start("bare_window"), count))
    return {
        "seconds": [seconds for seconds, _ in found],
        "bare_seconds": [bare for _, bare in found],
        "ratio": statistics.median(seconds / bare for seconds, bare in found),
    }


@dataclass(frozen=True)
class Compared:
    """A figure of two checkouts: the medians of both, and each pair's ours ÷ theirs (for a pace theirs ÷ ours)."""

    name: str
    ours: float
    theirs: float
    ratios: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios: above 1 is worse."""
        return statistics.median(self.ratios)

    def __str__(self) -> str:
        verdict = "no worse" if self.ratio <= ALLOWED else "**worse**"
        spread = f"{min(self.ratios):.2f} – {max(self.ratios):.2f}"
        return f"| {self.name} | {self.ours:.4g} | {self.theirs:.4g} | {self.ratio:.2f} | {spread} | {verdict} |"


HEAD = "| figure | ours | theirs | ours ÷ theirs | of the pairs | verdict |\n| --- | --- | --- | --- | --- | --- |"


def compare_checkouts(root: Path, name: str, count: int) -> list[Compared]:
    """Run a measure of this checkout and of the one at ``root`` in turn; return the figures that both have."""
    found = [
        (figures(ours, name), figures(theirs, name))
        for ours, theirs in pairs_in_turn(lambda: measured(name), lambda: measured(name, root), count)
    ]
    shared = [
        figure for figure in found[0][0] if all(figure in ours and figure in theirs for ours, theirs in found)
    ]
    return [_compared(figure, [(ours[figure], theirs[figure]) for ours, theirs in found]) for figure in shared]


def figures(result: Mapping[str, Any], prefix: str) -> dict[str, float]:
    """Return the numbers of a measure's result by their names; of a list the median."""
    found: dict[str, float] = {}
    for key, value in result.items():
        name = f"{prefix} {key}"
        if key in UNCOUNTED:
            continue
        if isinstance(value, Mapping):
            found |= figures(value, name)
        elif isinstance(value, list):
            found[name] = statistics.median(value)
        elif isinstance(value, int | float):
            found[name] = float(value)
    return found


def _compared(figure: str, found: list[tuple[float, float]]) -> Compared:
    pace = figure.split()[-1] in PACES
    ratios = tuple(_ratio(theirs, ours) if pace else _ratio(ours, theirs) for ours, theirs in found)
    ours, theirs = (statistics.median(values) for values in zip(*found, strict=True))
    return Compared(figure, ours, theirs, ratios)


def _ratio(value: float, other: float) -> float:
    """Return value ÷ other; what may also be nothing, or less than it was, has no ratio but a verdict."""
    if value > 0 and other > 0:
        return value / other
    return 1.0 if value <= other or math.isnan(value) else math.inf
