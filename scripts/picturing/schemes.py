"""The colours that pictures are taken in."""

from collections.abc import Iterator, Sequence

from digitpad.ui.theme import choose_scheme

BOTH = ("light", "dark")


class Schemes:
    """Takes turns in light and dark, so that each mode is seen in both; or has one of them alone.

    To dress all of a window anew takes a while: a mode begins in the colours in which the one before has ended.

    Attributes:
        first: the one of them in which is looked at what has no colours.
    """

    def __init__(self, names: Sequence[str] = BOTH) -> None:
        self._names = list(names)
        self.first = names[0]

    def in_turn(self) -> Iterator[str]:
        """Choose one after the other; yield the name of each."""
        for name in self._names:
            choose_scheme(name)
            yield name
        self._names.reverse()
