"""The colours that pictures are taken in."""

from collections.abc import Iterator

from digitpad.ui.theme import choose_scheme


class Schemes:
    """Takes turns in light and dark, so that each mode is seen in both.

    To dress all of a window anew takes a while: a mode begins in the colours in which the one before has ended.
    """

    def __init__(self) -> None:
        self._names = ["light", "dark"]

    def in_turn(self) -> Iterator[str]:
        """Choose one after the other; yield the name of each."""
        for name in self._names:
            choose_scheme(name)
            yield name
        self._names.reverse()
