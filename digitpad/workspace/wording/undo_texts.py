"""What the Edit menu calls the changes that can be undone, in whatever language is spoken by then."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QUndoCommand, QUndoStack

Name = str | Callable[[], str]
"""The name of a change; a function says it in the language of the moment."""


class NamedChange(QUndoCommand):
    """A change that can say its name anew."""

    def __init__(self, name: Name) -> None:
        super().__init__(_said(name))
        self._name = name

    def translate(self) -> None:
        """Say the name in the program's language."""
        self.setText(_said(self._name))


class Replaced(NamedChange):
    """One value in place of another: both are immutable, so they can simply be kept."""

    def __init__(self, name: Name, show: Callable[[Any], None], before: object, after: object) -> None:
        super().__init__(name)
        self._show = show
        self._before = before
        self._after = after

    def redo(self) -> None:
        """Show the value after it."""
        self._show(self._after)

    def undo(self) -> None:
        """Show the value before it."""
        self._show(self._before)


class Together(NamedChange):
    """Changes that are one for whoever undoes them."""

    def __init__(self, name: Name, changes: Sequence[QUndoCommand]) -> None:
        super().__init__(name)
        self._changes = changes

    def redo(self) -> None:
        """Make them, one after the other."""
        for change in self._changes:
            change.redo()

    def undo(self) -> None:
        """Take them back, the last one first."""
        for change in reversed(self._changes):
            change.undo()


def translate_changes(stack: QUndoStack) -> None:
    """Have all changes say their names anew."""
    for place in range(stack.count()):
        change = stack.command(place)
        if isinstance(change, NamedChange):
            change.translate()


def _said(name: Name) -> str:
    return name if isinstance(name, str) else name()
