"""What a grid of units shows, as a value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digitpad.arrays import Floats, Places


@dataclass(frozen=True, eq=False)
class Units:
    """What a grid shows. It stays what it is: a grid may be painted before it hears of another network.

    Attributes:
        numbers: the units, from 0, in their order.
        weights: theirs, float32 (784, units).
        since: what is taken away from these, float32 (784, units); None for nothing.
        captions: return the few letters below each of some of them.
        words: say which one it is.
        largest: how far the scale reaches.
        unit: the one that is looked at.
        heavy: whose caption is written in bold; None for nobody's.
        fit: whether all shall be seen at once, as large as there is room for.
    """

    numbers: Places
    weights: Floats
    since: Floats | None
    captions: Callable[[Places], Sequence[str]]
    words: Callable[[int], str]
    largest: float
    unit: int
    heavy: int | None
    fit: bool

    def pictures(self, numbers: Places) -> Floats:
        """Return what is to be seen of some units, float32 (784, n)."""
        weights = self.weights[:, numbers]
        return weights if self.since is None else weights - self.since[:, numbers]
