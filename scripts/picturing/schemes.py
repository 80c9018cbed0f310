"""The colours that pictures are taken in."""

from collections.abc import Iterator, Sequence

from digitpad.ui.theme import choose_scheme

BOTH = ("light", "dark")

TURNS = "turns"
"""Instead of a scheme's name: a mode in the one, the next in the other."""


class Schemes:
    """Takes turns in light and dark, so that each mode is seen in both; or has one of them alone.

    To dress all of a window anew takes a while: a mode begins in the colours in which the one before has ended.
    Who has no time for both in each mode lets the modes themselves take turns.

    Attributes:
        first: the one of them in which is looked at what has no colours; None if each mode is seen in one alone.
    """

    def __init__(self, names: Sequence[str] = BOTH) -> None:
        self._takes_turns = list(names) == [TURNS]
        self._names = list(BOTH if self._takes_turns else names)
        self.first = self._names[0] if len(names) > 1 else None

    def in_turn(self) -> Iterator[str]:
        """Choose one after the other, or the next one; yield the name of each."""
        for name in self._names[:1] if self._takes_turns else self._names:
            choose_scheme(name)
            yield name
        self._names.reverse()
