"""What the class does with its own digits, collect, look at or use them, and which of them it looks at."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from digitpad.document.classroom.class_set import ClassSet


class Mode(Enum):
    """What the view Class shows."""

    COLLECT = "collect"
    DIGITS = "digits"
    USE = "use"


@dataclass(frozen=True)
class Filter:
    """Which drawings are shown: all, or those of a digit, of a pen (0: of no known pen), or those set aside."""

    digit: int | None = None
    pen: int | None = None
    aside: bool = False

    def places(self, content: ClassSet) -> list[int]:
        """Return the places of these drawings in ``content.everything``, ascending."""
        first = len(content.drawings) if self.aside else 0
        return [
            place
            for place, entry in enumerate(content.everything[first:], first)
            if self.digit in (None, entry.label) and self.pen in (None, entry.pen or 0)
        ]


class ClassMode(QObject):
    """Holds what is shown.

    Attributes:
        mode: what the class does.
        filter: which drawings it looks at.

    Signals:
        changed(): one of these is another now.
        opened(): the drawings were asked for, so that keys shall be theirs.
    """

    changed = Signal()
    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode = Mode.COLLECT
        self.filter = Filter()

    def choose(self, mode: Mode) -> None:
        """Do something else."""
        if mode is not self.mode:
            self.mode = mode
            self.changed.emit()

    def open(self, which: Filter | None = None) -> None:
        """Look at drawings, and lead the keys to them: at these, or those that were looked at before."""
        self.look_at(self.filter if which is None else which)
        self.opened.emit()

    def look_at(self, which: Filter) -> None:
        """Look at these drawings, and at no others."""
        if which != self.filter or self.mode is not Mode.DIGITS:
            self.mode, self.filter = Mode.DIGITS, which
            self.changed.emit()
