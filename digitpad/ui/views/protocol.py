"""What a view is: all that the window knows of the large panels that show what is learnt."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, runtime_checkable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from digitpad.workspace.changes import Part

Make = Callable[[], bytes]
"""What is left to do of a picture, for a thread that may wait."""


class Picture(Protocol):
    """A picture of a view, made on the window's thread as far as need be, and handed on."""

    is_at_work: bool
    """Whether it was asked for, and is not yet handed on."""

    def as_shown(self, then: Callable[[Make], object]) -> None:
        """Make a PNG as it is on the screen."""
        ...

    def as_png(self, then: Callable[[Make], object]) -> None:
        """Make a PNG for print."""
        ...

    def as_svg(self, then: Callable[[Make], object]) -> None:
        """Make an SVG for print."""
        ...


@runtime_checkable
class Exportable(Protocol):
    """A view that can be exported as a picture."""

    def picture(self) -> Picture:
        """Return a new picture of it as it is now."""
        ...


class Commands(Protocol):
    """The program's commands, by their names."""

    def __getitem__(self, name: str) -> QAction:
        """Return a command."""
        ...


class View(Protocol):
    """A large panel; a class in a folder of its own and one line in ``views.table``.

    Who inherits from it has no commands of its own, stays whole in projector mode and remembers nothing.

    Attributes:
        key: its name in settings and sessions.
        follows: the parts whose changes it shows.
    """

    key: str
    follows: frozenset[Part]

    def title(self) -> str:
        """Return its name for a person."""
        ...

    def icon(self) -> str:
        """Return the name of its icon in assets/icons."""
        ...

    def widget(self) -> QWidget:
        """Return its widget, made when it is first asked for: when it is shown, or a moment after the start."""
        ...

    def actions(self) -> Sequence[QAction]:
        """Return its own commands for the menu."""
        return ()

    def tools(self) -> Sequence[QWidget]:
        """Return what stands beside the views' tabs while it is shown."""
        return ()

    def shown(self, visible: bool) -> None:
        """It is shown now, or not any more."""
        if visible:
            self.refresh(self.follows)

    def translate(self) -> None:
        """Say in the program's language what no widget says of itself, as Qt tells widgets alone: commands."""

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, or show it again."""

    def refresh(self, changed: frozenset[Part]) -> None:
        """Show what has changed: while it is visible, at most once a frame."""
        ...

    def save(self) -> dict[str, Any]:
        """Return what a session or the settings remember of it, as JSON can hold it."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Be as it was remembered; what makes no sense is passed over."""
