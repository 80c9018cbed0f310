"""Pictures that somebody has chosen, as in a gallery, for what can be done with them."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from digitpad.data.pictures import Pictures
from digitpad.workspace.easel.exhibit import Exhibit


class Chooser(Protocol):
    """Whoever knows which pictures are chosen now."""

    def chosen_count(self) -> int:
        """Return how many; asked for often."""
        ...

    def chosen_pictures(self) -> Pictures:
        """Return them with their labels."""
        ...

    def chosen_exhibit(self) -> Exhibit | None:
        """Return the first of them as it can be hung; None if there is none."""
        ...


class ChosenPictures(QObject):
    """What is chosen in the gallery that is at hand; nothing, as long as there is none.

    Signals:
        changed(): other pictures are chosen.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chooser: Chooser | None = None

    def follow(self, chooser: Chooser) -> None:
        """Have what is chosen there, as its gallery is at hand now."""
        self._chooser = chooser
        self.changed.emit()

    def let_go(self, chooser: Chooser) -> None:
        """Have nothing any more, unless another gallery is at hand by now."""
        if chooser is self._chooser:
            self._chooser = None
            self.changed.emit()

    def tell(self, chooser: Chooser) -> None:
        """Say that something else is chosen there."""
        if chooser is self._chooser:
            self.changed.emit()

    @property
    def count(self) -> int:
        """How many are chosen."""
        return 0 if self._chooser is None else self._chooser.chosen_count()

    def pictures(self) -> Pictures:
        """Return them with their labels."""
        return Pictures() if self._chooser is None else self._chooser.chosen_pictures()

    def first(self) -> Exhibit | None:
        """Return the first of them, to be hung; None if there is none."""
        return None if self._chooser is None else self._chooser.chosen_exhibit()
