"""What a page of the view “Inside” is."""

from typing import Protocol

from PySide6.QtWidgets import QWidget


class Page(Protocol):
    """A part of the view, of which one is shown."""

    def widget(self) -> QWidget:
        """Return all that is seen of it."""
        ...

    def show_now(self) -> None:
        """Show what is so now; called while it is visible, at most once a frame."""
        ...

    def set_projector(self, on: bool) -> None:
        """Leave out what the last row cannot read, or show it again."""
        ...
