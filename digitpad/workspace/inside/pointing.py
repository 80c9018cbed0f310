"""What the pointer is over is chosen as long as it is there; then what was chosen before is chosen again."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Pointing(Generic[T]):
    """A choice that the pointer borrows."""

    def __init__(self, chosen: Callable[[], T | None], choose: Callable[[T | None], object]) -> None:
        """``chosen`` says what is chosen now, by whomever, and ``choose`` chooses something, or nothing."""
        self._chosen, self._choose = chosen, choose
        self._is_over = False
        self._kept: T | None = None

    def point(self, at: T | None) -> None:
        """The pointer is over this, or over nothing any more."""
        if at is None:
            if self._is_over:
                self._is_over = False
                self._choose(self._kept)
            return
        if not self._is_over:
            self._is_over, self._kept = True, self._chosen()
        self._choose(at)

    def keep(self, what: T | None) -> None:
        """Choose this, or nothing, also when the pointer is gone."""
        self._kept = what
        self._choose(what)
